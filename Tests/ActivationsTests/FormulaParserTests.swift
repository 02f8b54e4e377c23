import TestSupport
import Testing

@testable import Activations

@Suite("The formula grammar")
struct FormulaParserTests {
  @Test(
    "Accepted formulas mean what arithmetic means",
    arguments: [
      ("x", 3.0), ("2 + x * 4", 14), ("(2 + x) * 4", 20), ("10 - x - 2", 5), ("24 / x / 2", 4),
      ("24 / (x / 2)", 16), ("-x", -3), ("--x", 3), ("---x", -3), ("2 * -x", -6), ("2 - -x", 5),
      ("-x * x", -9), ("(-x) * x", -9), ("1e-3 * x", 0.003), ("1E3", 1000), ("1e+2", 100),
      (".5", 0.5), ("2.", 2), (" \t max ( x ,\n 5 ) ", 5), ("max(x,-5)", 3), ("x*2+x", 9),
      ("x-1e-1", 2.9), ("1e2-x", 97), ("0*x", 0), ("((((x))))", 3), ("max(max(1, x), 2)", 3),
      ("tanh(0) + sigmoid(0)", 0.5),
    ]
  )
  func accepted(formula: String, value: Double) throws {
    #expect(try derivatives(of: formula, at: 3, order: 0) == [value])
  }

  @Test(
    "Refused formulas are refused at the right column",
    arguments: [
      ("", 1), ("   ", 4), ("max(x", 6), ("max(x)", 6), ("max(x, 0, 1)", 12), ("max()", 5),
      ("max", 4), ("2 +", 4), ("2 + * x", 5), ("x x", 3), ("2 x", 3), ("2x", 1), ("foo(x)", 1),
      ("1 + foo(x)", 5), ("y", 1), ("1e999", 1), ("1 + 1e999", 5), ("1e", 1), ("1.2.3", 1),
      (".", 1), ("sigmoid x", 9), ("sigmoid(x, x)", 13), ("max(x,,0)", 7), ("(x", 3), ("x)", 2),
      (")", 1), ("x,x", 2), ("x = 1", 3), ("+x", 1), ("x(2)", 2), ("\u{661}+x", 1),
      ("x + \u{bd}", 5), ("x \u{2212} 1", 3), ("add(x, 1)", 1), ("Tanh(x)", 1), ("x\u{301}", 1),
      ("e\u{301} + * x", 1), ("inf", 1), ("nan", 1), ("x^2", 2), ("\0", 1),
    ]
  )
  func refused(formula: String, column: Int) {
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(formula) }
    #expect(error?.column == column, "\(error?.description ?? "none")")
    #expect(error?.problem.isEmpty == false)
  }

  @Test("Hexadecimal numbers are not in the grammar", arguments: ["0x10", "0x1p3", "1 + 0xA"])
  func hexadecimal(formula: String) {
    #expect(throws: FormulaError.self) { try FormulaParser.parse(formula) }
  }

  @Test("Too deep a formula is refused where it gets too deep")
  func depth() throws {
    #expect(try derivatives(of: nested(99), at: 3, order: 0) == [3])
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(nested(101)) }
    #expect((100...102).contains(error?.column ?? 0))
    #expect(throws: FormulaError.self) {
      try FormulaParser.parse(String(repeating: "tanh(", count: 5000))
    }
    #expect(throws: FormulaError.self) {
      try FormulaParser.parse(String(repeating: "(", count: 10_000))
    }
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
  }

  @Test("The longest formulas are accepted and longer ones refused")
  func length() throws {
    let padding = String(repeating: " ", count: 9_999)
    #expect(try derivatives(of: padding + "x", at: 3, order: 0) == [3])
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(padding + "x ") }
    #expect(error?.column == 10_001)
    let million = String(repeating: "x+", count: 500_000)
    #expect(throws: FormulaError.self) { try FormulaParser.parse(million) }
  }

  @Test("Long chains of operators do not exhaust the stack")
  func chains() throws {
    let sum = String(repeating: "x+", count: 4_999) + "x"
    #expect(try derivatives(of: sum, at: 3, order: 1) == [15_000, 5_000])
    let negations = String(repeating: "-", count: 9_999) + "x"
    #expect(try derivatives(of: negations, at: 3, order: 1) == [-3, -1])
  }

  @Test("Any text is either a formula or refused within its columns")
  func randomText() {
    let characters = "x0123456789.+-*/(), \teE_max\u{661}\u{bd}é∞".map { String($0) }
    let tokens = [
      "x", "1", "2.5", "1e-3", ".5", "+", "-", "*", "/", "(", ")", ",", "max(", "sigmoid(",
      "tanh(", " ", "x)", ",x)",
    ]
    var generator = SplitMix64(seed: 20_231)
    var accepted = 0
    for round in 0..<20_000 {
      let pieces = round.isMultiple(of: 2) ? characters : tokens
      let length = Int.random(in: 0...12, using: &generator)
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do {
        let result = try derivatives(of: text, at: 0.5, order: 2)
        accepted += 1
        #expect(result.count == 3, "\(text)")
      } catch let error as FormulaError {
        #expect((1...(text.count + 1)).contains(error.column), "\(text): \(error)")
      } catch {
        Issue.record("\(text): \(error)")
      }
    }
    // Else the texts would not reach the grammar's inside.
    #expect(accepted > 200)
  }
}
