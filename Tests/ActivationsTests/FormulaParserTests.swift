import Testing

@testable import Activations

@Suite("The formula grammar")
struct FormulaParserTests {
  @Test(
    "Operators mean what arithmetic means",
    arguments: [
      ("x", 3.0), ("2 + x * 4", 14), ("(2 + x) * 4", 20), ("10 - x - 2", 5), ("24 / x / 2", 4),
      ("24 / (x / 2)", 16), ("-x", -3), ("--x", 3), ("---x", -3), ("2 * -x", -6), ("2 - -x", 5),
      ("-x * x", -9), ("(-x) * x", -9), ("1e-3 * x", 0.003), ("1E3", 1000), ("1e+2", 100),
      (".5", 0.5), ("2.", 2), (" \t max ( x ,\n 5 ) ", 5), ("max(x,-5)", 3), ("x*2+x", 9),
      ("x-1e-1", 2.9), ("1e2-x", 97), ("0*x", 0), ("((((x))))", 3),
      ("x^2", 9), ("-x^2", -9), ("(-x)^2", 9), ("2^x^2", 512), ("(2^x)^2", 64), ("2^-x", 0.125),
      ("2^-x^2", 0.001953125), ("2 * x^2 + 1", 19), ("x^2^0.5^2 / x^2^0.5^2", 1), ("4^0.5", 2),
      ("x^-2 * 9", 1), ("8^(1 / x)", 2), ("2^--x", 8), ("x^0", 1), ("(-x)^3", -27),
      ("x < 4", 1), ("x < 3", 0), ("x <= 3", 1), ("x > 3", 0), ("x >= 3", 1), ("x == 3", 1),
      ("x != 3", 0), ("x + 1 > 2 * x", 0), ("2 * (x > 1)", 2), ("(x > 1) == (x > 2)", 1),
      ("(x > 1) - (x > 4)", 1),
    ]
  )
  func operators(formula: String, value: Double) throws {
    #expect(try derivatives(of: formula, at: 3, order: 0) == [value])
  }

  @Test(
    "Functions take their arguments in order",
    arguments: [
      ("max(max(1, x), 2)", 3.0), ("max(1, 5, x)", 5), ("min(x, 5, 0.5, 1)", 0.5),
      ("tanh(0) + sigmoid(0)", 0.5), ("where(x > 2, 7, 8)", 7), ("where(x > 3, 7, 8)", 8),
      ("where(x, 7, 8)", 7), ("where(0, 7, 8)", 8),
      ("where(x > 4, 1, where(x > 2, 2, 3))", 2), ("where(x < 2, 1 / (x - 3), 4)", 4),
      ("clamp(x, 0, 2)", 2), ("clamp(-x, 0, 2)", 0), ("clamp(x, -5, 5)", 3), ("floor(x / 2)", 1),
      ("floor(-x / 2)", -2), ("sign(-x)", -1), ("sign(x - 3)", 0), ("abs(-x)", 3),
      ("sqrt(x + 1)", 2),
      ("exp(0)", 1), ("expm1(0)", 0), ("log(1)", 0), ("log1p(0)", 0), ("erf(0)", 0), ("erfc(0)", 1),
      ("normal_cdf(0) + Phi(0) + Φ(0)", 1.5), ("sin(0) + cos(0) + tan(0)", 1),
      ("asin(0) + acos(1) + atan(0)", 0), ("sinh(0) + cosh(0)", 1),
      ("asinh(0) + acosh(1) + atanh(0)", 0), ("sin(pi / 6)", 0.5), ("log(e)", 1), ("log(e^x)", 3),
    ]
  )
  func functions(formula: String, value: Double) throws {
    #expect(try derivatives(of: formula, at: 3, order: 0) == [value])
  }

  @Test(
    "Activations are functions, by every name, with their parameters by name",
    arguments: [
      ("relu(-x) + relu(x)", 3.0), ("ReLU(x)", 3), ("nn.ReLU(x)", 3), ("Tanh(0)", 0),
      ("tf.nn.relu6(3 * x)", 6), ("nn.SiLU(0)", 0), ("σ(0)", 0.5), ("hardσ(x)", 1),
      ("hard-sigmoid", -3), ("swish(x, beta: 0)", 1.5), ("swish( x ,beta :0 )", 1.5),
      ("leaky_relu(-x, negative_slope: 0.5)", -1.5), ("prelu(-x)", -0.75),
      ("leaky_relu(-x, negative_slope: x > 2)", -3),
      ("hardtanh(x, max_val: 2, min_val: -2)", 2), ("hardtanh(-x, min_val: -1 - 1)", -2),
      ("threshold(x, theta: 5, value: 7)", 7), ("relu(relu(x) - 1)", 2),
      ("bounded_relu(x, a: bounded_relu(x, a: 2))", 2),
    ]
  )
  func activations(formula: String, value: Double) throws {
    // A name with a hyphen is one alone and a difference in a formula.
    guard formula != "hard-sigmoid" else {
      #expect(throws: FormulaError.self) { try FormulaParser.parse(formula) }
      return
    }
    #expect(try derivatives(of: formula, at: 3, order: 0) == [value])
  }

  @Test(
    "Other spellings make the same tree",
    arguments: [
      ("2 · x", "2 * x"), ("2 × x", "2 * x"), ("x − 1", "x - 1"), ("−x", "-x"), ("π * x", "pi * x"),
      ("x ≤ 1", "x <= 1"), ("x ≥ 1", "x >= 1"), ("x ≠ 1", "x != 1"), ("Φ(x)", "normal_cdf(x)"),
      ("Phi(x)", "normal_cdf(x)"), ("σ(x)", "sigmoid(x)"), ("nn.SiLU(x)", "silu(x)"),
      ("Sign(x)", "sign(x)"), ("torch.tanh(x)", "tanh(x)"),
      ("1.50", "1.5"), ("x+1", "x + 1"), ("((x))", "x"), ("max(1, x, 2)", "max(max(1, x), 2)"),
      ("logistic(x)", "sigmoid(x)"), ("-1", "-(1)"),
    ]
  )
  func spellings(given: String, usual: String) throws {
    #expect(try FormulaParser.parse(given) == FormulaParser.parse(usual))
  }

  @Test(
    "The tree keeps the grouping of operators that do not commute",
    arguments: [
      ("x - 1 - 2", "(x - 1) - 2", true), ("x - 1 - 2", "x - (1 - 2)", false),
      ("x / 2 / 3", "(x / 2) / 3", true), ("2^x^3", "2^(x^3)", true), ("2^x^3", "(2^x)^3", false),
      ("-x^2", "-(x^2)", true), ("-x^2", "(-x)^2", false), ("-x * 2", "(-x) * 2", true),
      ("-x * 2", "-(x * 2)", false), ("x + 1 < 2 * x", "(x + 1) < (2 * x)", true),
    ]
  )
  func grouping(one: String, other: String, same: Bool) throws {
    #expect((try FormulaParser.parse(one) == FormulaParser.parse(other)) == same)
  }

  @Test("A name alone is its function of x; a function's name in a formula is none")
  func nameAlone() throws {
    #expect(try derivatives(of: "sin", at: 0, order: 1) == [0, 1])
    #expect(try derivatives(of: " nn.ReLU ", at: 2, order: 1) == [2, 1])
    #expect(try Formula(" nn.ReLU ").activation?.name == "relu")
    #expect(try Formula("relu(x)").activation == nil)
    #expect(throws: FormulaError.self) { try Formula("1 + sin") }
    #expect(throws: FormulaError.self) { try Formula("max") }
  }

  @Test("Constants are known by their names, and no others")
  func constants() throws {
    let line = try Formula("a * x + b_1", constants: ["a": 2, "b_1": -1])
    #expect(try line.samples(at: [3], order: 1).derivatives == [[5], [2]])
    let error = #expect(throws: FormulaError.self) { try Formula("a * x + c", constants: ["a": 2]) }
    #expect(error?.column == 9)
  }

  // MARK: Bounds

  @Test("Too deep a formula is refused where it gets too deep")
  func depth() throws {
    #expect(try derivatives(of: nested(99), at: 3, order: 0) == [3])
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(nested(101)) }
    #expect((100...102).contains(error?.column ?? 0))
    let openings = ["tanh(", "(", "-(", "x^", "where(x > 0, ", "swish(", "swish(x, beta: ", "2^-"]
    for opening in openings {
      let count = FormulaParser.maximumLength / opening.count
      let error = #expect(throws: FormulaError.self) {
        try FormulaParser.parse(String(repeating: opening, count: count))
      }
      #expect(error?.problem.contains("deep") == true, "\(opening)")
    }
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
  }

  @Test("The longest formulas are accepted and longer ones refused")
  func length() throws {
    let padding = String(repeating: " ", count: 9_998)
    #expect(try FormulaParser.parse(padding + "-x") == .call(.negate, [.variable]))
    let error = #expect(throws: FormulaError.self) { try FormulaParser.parse(padding + "-x ") }
    #expect(error?.column == 10_001)
    #expect(error?.problem.contains("10000") == true)
    let million = String(repeating: "x+", count: 500_000)
    let long = #expect(throws: FormulaError.self) { try Formula(million) }
    #expect((long?.description.count ?? .max) < 300)
  }

  @Test(
    "Chains have at most 250 links, and longer ones are refused with that limit",
    arguments: [("x", " + x", ""), ("x", " * x", ""), ("x", " - x", ""), ("max(x", ", x", ")")]
  )
  func chains(start: String, link: String, end: String) throws {
    let longest = start + String(repeating: link, count: 249) + end
    #expect(try derivatives(of: longest, at: 1, order: 1).allSatisfy(\.isFinite))
    let longer = start + String(repeating: link, count: 250) + end
    let error = #expect(throws: FormulaError.self) { try Formula(longer) }
    #expect(error?.problem.contains("250") == true)
    #expect(error?.column.map { (1...longer.count + 1).contains($0) } == true)
  }

  @Test("A sum of 250 terms is that sum, and thousands of signs are refused")
  func sums() throws {
    let sum = String(repeating: "x + ", count: 249) + "x"
    #expect(try derivatives(of: sum, at: 3, order: 2) == [750, 250, 0])
    let signs = String(repeating: "-", count: 249) + "x"
    #expect(try derivatives(of: signs, at: 3, order: 1) == [-3, -1])
    #expect(throws: FormulaError.self) { try Formula(String(repeating: "-", count: 9_999) + "x") }
  }
}
