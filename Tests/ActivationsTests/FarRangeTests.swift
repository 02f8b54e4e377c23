import Testing

@testable import Activations

@Suite("Ranges beyond what is near 0")
struct FarRangeTests {
  @Test(
    "The range is that of the whole line, also where all that happens is far away",
    arguments: [
      ("cos(1e-30 * x)", -1, 1), ("sin(1e-12 * x)", -1, 1), ("cos(1e-3 * x)", -1, 1),
      ("sigmoid(1e-300 * x)", 0, 1), ("(x - 1000)^2", 0, .infinity),
      ("x^2 - 1000 * x", -250_000, .infinity),
      ("exp(-(x - 1000)^2)", 0, 1), ("1 / (1 + (x - 1e6)^2)", 0, 1),
      ("exp(-(x / 1e20 - 1)^2)", 0, 1), ("x^2 / (1 + x^2)", 0, 1),
      ("sin(1000 * x) * cos(1000 * x)", -0.5, 0.5),
    ] as [(String, Double, Double)])
  func farRanges(formula: String, lower: Double, upper: Double) throws {
    let range = try #require(try Formula(formula).properties().range)
    #expect(range.lowerBound == lower && range.upperBound == upper)
  }

  @Test(
    "A range that is not proven is not known",
    arguments: [
      "sin(x) + sin(1.001 * x)", "sin(x) + sin(pi * x)", "sin(1e-310 * x)", "floor(sin(x))",
    ])
  func unprovenRange(formula: String) throws {
    let properties = try Formula(formula).properties()
    #expect(properties.range == nil && properties.unknown.contains(.range))
  }

  @Test(
    "Beside a quotient of zeros the range is that of the function, and not of rounding",
    arguments: [
      ("(sin(x) - x) / x^3", -1.0 / 6, 0), ("(sin(x) - x + x^3 / 6) / x^5", 0, 1.0 / 120),
      ("(sinh(x) - x) / x^3", 1.0 / 6, .infinity), ("(x - atan(x)) / x^3", 0, 1.0 / 3),
    ] as [(String, Double, Double)])
  func quotientsOfZeros(formula: String, lower: Double, upper: Double) throws {
    guard let range = try Formula(formula).properties().range else { return }
    #expect(range.lowerBound == lower && range.upperBound == upper)
  }
}
