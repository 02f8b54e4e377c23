import Testing

@testable import Activations

@Suite("Limits of what turns or steps on and on")
struct EndlessLimitTests {
  private static let inf = Double.infinity

  @Test(
    "What a few places far out have in common is no limit",
    arguments: [
      "sinh(x) * sin(x)", "x^2 * (1 + sin(x))", "x^2 * cos(x)^2", "x * abs(sin(x))",
      "log(x^2 + 1) * (1 + sin(x))", "sin(x) / sin(2 * x)", "cos(2 * x) / cos(x)", "tan(x) / x",
      "1 / (x * sin(x))",
    ])
  func noLimit(formula: String) throws {
    let properties = try Formula(formula).properties()
    #expect(properties.limitAtMinusInfinity.isNaN && properties.limitAtPlusInfinity.isNaN)
    #expect(properties.slopeAtMinusInfinity.isNaN && properties.slopeAtPlusInfinity.isNaN)
  }

  @Test(
    "What the formula shows to be a limit is one",
    arguments: [
      ("x + sin(x)", -inf, inf), ("x * (2 + sin(x))", -inf, inf), ("sin(x) / x", 0, 0),
      ("log(x^2 + 1) + sin(x)", inf, inf), ("floor(x) / x", 1, 1), ("x * sin(1 / x)", 1, 1),
      ("sin(x) * exp(-x^2)", 0, 0), ("sinc", 0, 0), ("snake", -inf, inf), ("floor(x)", -inf, inf),
    ] as [(String, Double, Double)])
  func limits(formula: String, left: Double, right: Double) throws {
    let properties = try Formula(formula).properties()
    #expect(properties.limitAtMinusInfinity == left && properties.limitAtPlusInfinity == right)
  }

  @Test("Steps that go on have no limit, although each is level")
  func steps() throws {
    let properties = try Formula("floor(x) - floor(x / 2) * 2").properties()
    #expect(properties.limitAtMinusInfinity.isNaN && properties.limitAtPlusInfinity.isNaN)
  }

  @Test("What goes to nothing on one side alone has that limit")
  func oneSide() throws {
    let properties = try Formula("exp(-x) * sin(x)").properties()
    #expect(properties.limitAtMinusInfinity.isNaN && properties.limitAtPlusInfinity == 0)
  }
}
