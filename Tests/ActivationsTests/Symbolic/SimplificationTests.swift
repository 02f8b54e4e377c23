import Testing

@testable import Activations

@Suite("Formulas simplified")
struct SimplificationTests {
  private static let simplified: [(formula: String, result: String)] = [
    ("x + x", "2 * x"), ("x * x * x", "x^3"), ("x - x", "0"), ("0 * sin(x) + 1 * x", "x"),
    ("2 * (3 * x)", "6 * x"), ("x / 2 + x / 3", "5 * x / 6"), ("0.1 * 3 * x", "0.3 * x"),
    ("-(a - x)", "x - a"), ("x^2 / x", "x"), ("exp(x) * exp(2 * x)", "exp(3 * x)"),
    ("exp(x) / (1 + exp(x))", "sigmoid(x)"), ("sinh(x) / cosh(x)", "tanh(x)"),
    ("x * sign(x)", "abs(x)"), ("abs(x)^2", "x^2"), ("sqrt(4 * a) * sqrt(4 * a)", "4 * a"),
    ("(1 - a) * (1 + a)", "1 - a^2"), ("1 / (1 + x) - x / (1 + x)^2", "1 / (1 + x)^2"),
    ("min(max(0, x), 6)", "clamp(x, 0, 6)"), ("where(1 - x > 0, x, x)", "x"),
    ("where(x > 1, 2, where(x > 3, 5, 4))", "where(x > 1, 2, 4)"),
    ("3 * where(x > 0, 1, 0)", "where(x > 0, 3, 0)"),
    ("where(x > 0, 1, 0) * max(x, 0)", "where(x > 0, x, 0)"),
    ("where(x > 0, x, 0) + where(x > 0, 1, -1)", "where(x > 0, x + 1, -1)"),
    ("where(2 * x + 4 < 0, 1, 0)", "where(x < -2, 1, 0)"), ("sqrt(x^2)", "sqrt(x^2)"),
    ("1e300 * 1e300 * x", "1e+300^2 * x"), ("log(e^x)", "log(e^x)"),
    ("x^0.5 * x^0.5", "x"), ("(x + 3) / 6 + x / 6", "x / 3 + 1 / 2"), ("1 / 0", "1 / 0"),
  ]

  @Test("Numbers, like terms, factors and pieces are combined", arguments: simplified)
  func forms(formula: String, result: String) throws {
    let tree = try FormulaParser.parse(formula, parameters: ["a"]).simplified
    #expect(tree.plain == result)
    #expect(tree.simplified.plain == result)
  }

  @Test("A formula that is simplified has the values that it had", arguments: [UInt64(11), 12])
  func values(seed: UInt64) throws {
    var texts = SmoothFormulas(seed: seed)
    let constants = ["a": 0.7, "b": -1.3]
    let points = [-7.3, -2.1, -0.6, 0.2, 0.9, 3.7]
    for _ in 0..<150 {
      let formula = try Formula(texts.next(height: 4), constants: constants)
      let simplified = try Formula(formula.expression.simplified.plain, constants: constants)
      let values = try zip(
        formula.samples(at: points).values, simplified.samples(at: points).values)
      for (before, after) in values where before.isFinite {
        #expect(
          (before - after).magnitude <= 1e-13 * before.magnitude + 1e-24,
          "\(formula) became \(simplified)")
      }
    }
  }

  @Test("Fractions are exact, or there is none")
  func fractions() throws {
    #expect(Fraction(0.044715)?.expression.plain == "0.044715")
    #expect(try #require(Fraction(0.1)) * Fraction(3) == Fraction(0.3))
    #expect(try #require(Fraction(1.0 / 3)) * Fraction(3) != .one)
    #expect(Fraction(6).reciprocal?.expression.plain == "1 / 6")
    #expect(Fraction(-0.5)?.expression.plain == "-1 / 2")
    #expect(Fraction(1e300) == nil && Fraction(.infinity) == nil && Fraction(.nan) == nil)
    #expect(Fraction.zero.reciprocal == nil && Fraction(9).squareRoot == Fraction(3))
    #expect(Fraction(2).squareRoot == nil && Fraction(-4).squareRoot == nil)
    let large = try #require(Fraction(1e20))
    #expect(large * large == nil && Fraction(10).raised(to: 60) == nil)
  }
}
