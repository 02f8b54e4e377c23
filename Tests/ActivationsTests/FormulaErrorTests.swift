import Testing

@testable import Activations

@Suite("Refused formulas")
struct FormulaErrorTests {
  @Test(
    "What is wrong is found at its column",
    arguments: [
      ("", 1), ("   ", 4), ("max(x", 6), ("max()", 5), ("2 +", 4), ("2 + * x", 5), ("x x", 3),
      ("2 x", 3), ("2x", 1), ("foo(x)", 1), ("1 + foo(x)", 5), ("y", 1), ("1e999", 1),
      ("1 + 1e999", 5), ("1e", 1), ("1.2.3", 1), (".", 1), ("max(x,,0)", 7), ("(x", 3), ("x)", 2),
      (")", 1), ("x,x", 2), ("x = 1", 3), ("+x", 1), ("x(2)", 1), ("\u{661}+x", 1),
      ("x + \u{bd}", 5), ("add(x, 1)", 1), ("x\u{301}", 1), ("e\u{301} + * x", 1), ("inf", 1),
      ("nan", 1), ("\0", 1), ("x^", 3), ("^x", 1), ("x^^2", 3), ("x < ", 5), ("x <> 1", 4),
      ("x & 1", 3), ("x !", 3), ("where(x > 0, 1", 15), ("where(x > 0 1, 2)", 13), ("relu()", 6),
      ("relu(x", 7), ("swish(x, beta 2)", 10), ("swish(x, beta: )", 16), ("swish(x, : 2)", 10),
      ("swish(beta: 2)", 7), ("1 + pi(x)", 5), ("x : 2", 3), ("\u{1F600} + x", 1), ("x\u{200B}", 2),
      ("2 * \u{1F1E9}\u{1F1EA}", 5),
    ]
  )
  func columns(formula: String, column: Int) {
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(formula) }
    #expect(error?.column == column, "\(error?.description ?? "none")")
    #expect(error?.problem.isEmpty == false)
  }

  @Test(
    "The message names what is wrong and the remedy",
    arguments: [
      // Other languages' spellings.
      ("x ** 2", 3, ["^", "x^2"]), ("2x", 1, ["“2x”", "*"]), ("x = 1", 3, ["=="]),
      ("swish(beta=2)", 11, ["beta: 2"]), ("swish(x, beta = 0.5)", 10, ["beta: "]),
      ("3 + 2(x)", 6, ["operator"]), ("0x10", 1, ["“0x10”"]), ("1 + 0xA", 5, ["“0xA”"]),
      ("1e999", 1, ["1e999", "1.8e308"]), ("x && 1", 3, ["“&”"]), ("x == 1 = 2", 8, ["=="]),
      // Functions.
      ("max x", 1, ["max"]), ("1 + sin", 5, ["“sin” is a function", "sin(x)"]),
      ("sin x", 1, ["“sin” is a function", "sin(x)"]), ("gelu + 1", 1, ["gelu(x)"]),
      ("relu x", 1, ["“relu” is a function", "relu(x)"]), ("max(x)", 1, ["at least 2", "1"]),
      ("where(x)", 1, ["3", "1"]), ("clamp(x, 0, 1, 2)", 1, ["3", "4"]),
      ("sin(x, 1)", 1, ["1", "2"]),
      ("sin()", 5, ["sin", "1"]), ("relu()", 6, ["relu", "argument"]),
      ("1 < x < 2", 7, ["chained", "where("]), ("x == 1 == 1", 8, ["chained"]),
      // Parameters.
      ("swish(x, bta: 2)", 10, ["swish", "“bta”", "did you mean “beta”?"]),
      ("swish(x, gamma: 2)", 10, ["swish", "“gamma”", "beta"]),
      ("swish(x, 2)", 10, ["swish takes one argument", "beta: 2"]),
      ("swish(x, beta: 2, 3)", 19, ["swish takes one argument"]),
      ("swish(x, beta: 2, beta: 3)", 19, ["“beta”", "twice"]),
      ("relu(x, beta: 2)", 9, ["relu has no parameters"]),
      ("sigmoid(x, x)", 12, ["sigmoid takes one argument"]),
      ("hardtanh(x, min: 2)", 13, ["hardtanh", "min_val", "max_val"]),
      // Names.
      ("sigmod(x)", 1, ["“sigmod”", "did you mean “sigmoid”?"]),
      ("1 - Sigmod(x)", 5, ["did you mean “sigmoid”?"]), ("x + sqr(x)", 5, ["“sqrt”"]),
      ("flor(x)", 1, ["“floor”"]), ("1 + tahn(x)", 5, ["“tan"]),
      ("x * gleu(x)", 5, ["“gelu”"]), ("y", 1, ["“y”"]), ("2 * zzzzzz(x)", 5, ["“zzzzzz”"]),
    ] as [(String, Int, [String])]
  )
  func messages(formula: String, column: Int, parts: [String]) {
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(formula) }
    #expect(error?.column == column, "\(error?.description ?? "none")")
    for part in parts {
      #expect(error?.problem.contains(part) == true, "\(error?.problem ?? "none"), not \(part)")
    }
  }

  @Test("A misspelt constant is known by the names that are given")
  func misspeltConstant() {
    let error = #expect(throws: FormulaError.self) {
      try Formula("slpoe * x", constants: ["slope": 2])
    }
    #expect(error?.problem.contains("did you mean “slope”?") == true)
  }

  @Test("A word that is no name is answered with the nearest activation")
  func unknownWord() {
    let error = #expect(throws: FormulaError.self) { try Formula("sigmoit") }
    #expect(error?.column == nil)
    #expect(error?.description.contains("Did you mean “sigmoid”?") == true)
  }

  @Test(
    "The caret stands right under the column",
    arguments: [
      "x ** 2", "* x", "x +", "\t2 *\t* x", "x +\n\n* 2", "x + é * * 2", "e\u{301} + * x",
      "x + 1 $ 2", "2 * \u{1F1E9}\u{1F1EA}",
      // Excerpts: near the start, in the middle, near the end and at the very end.
      "x * * " + String(repeating: "1 + ", count: 40) + "x",
      String(repeating: "1 + ", count: 25) + "* " + String(repeating: "x + ", count: 25) + "x",
      String(repeating: "1 + ", count: 40) + "* x", String(repeating: "1 + ", count: 40),
      String(repeating: "1 + ", count: 17) + "$", String(repeating: "1 + ", count: 18) + "$",
      String(repeating: "\t", count: 200) + "$ x",
    ]
  )
  func caret(formula: String) throws {
    let error = try #require(
      #expect(throws: FormulaError.self) { try FormulaParser.parse(formula) })
    let column = try #require(error.column)
    let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 3)
    #expect(lines[0].hasPrefix("Column \(column) of the formula: ") && lines[0].hasSuffix("."))

    let shown = Array(lines[1]), characters = Array(formula)
    #expect(shown.count <= 80)
    let caret = try #require(Array(lines[2]).firstIndex(of: "^"))
    #expect(lines[2].allSatisfy { $0 == " " || $0 == "^" } && lines[2].last == "^")
    // What is shown is the formula's own text, in place relative to the caret.
    for (place, character) in shown.enumerated().dropFirst(2) {
      let index = column - 1 + place - caret
      let isCut = place == 2 ? index > 0 : place == shown.count - 1 && index < characters.count - 1
      if isCut, character == "…" { continue }
      try #require(characters.indices.contains(index))
      #expect(character == (characters[index].isWhitespace ? " " : characters[index]))
    }
  }

  @Test("A message is bounded, whatever the formula")
  func bounded() {
    let long = String(repeating: "y", count: 9_000)
    for formula in [
      long, "\(long)(x)", "1 + \(long)", "swish(x, \(long): 1)", "1\(long)", long + " +",
    ] {
      let error = #expect(throws: FormulaError.self) { try Formula(formula) }
      #expect((error?.description.count ?? .max) < 400, "\(formula.prefix(20))")
    }
  }

  @Test(
    "What other languages write is answered with how it is written here",
    arguments: [
      ("ln(x)", "log(x)"), ("|x|", "abs(x)"), ("x²", "x^2"),
      ("√x", "sqrt(x)"), ("X + 1", "“x”"), ("Pi * x", "“pi”"), ("x % 2", "floor"),
      ("if(x > 0, 1, 0)", "where"), ("arcsin(x)", "asin(x)"), ("a * x", "--let a=2"),
    ]
  )
  func otherLanguages(text: String, answer: String) {
    let error = #expect(throws: FormulaError.self) { try Formula(text) }
    #expect(error?.description.contains(answer) == true, "\(error?.description ?? "")")
  }

  @Test("What would steer a terminal is not shown")
  func controlCharacters() {
    let error = #expect(throws: FormulaError.self) { try Formula("x + \u{1b}[31m\u{7} y") }
    let isPlain = error?.description.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 }
    #expect(isPlain == true)
  }
}
