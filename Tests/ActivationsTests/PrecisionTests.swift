import Testing

@testable import Activations

@Suite("Floating-point formats")
struct PrecisionTests {
  private static let inf = Double.infinity

  @Test(
    "Numbers are rounded to the nearest of the format, once, and to the even one of two",
    arguments: [
      (.bfloat16, 0.1, 0.10009765625), (.bfloat16, 1.00390625, 1),
      (.bfloat16, 1.01171875, 1.015625),
      (.bfloat16, 1 + 0x1p-8 + 0x1p-40, 1.0078125), (.bfloat16, 1 + 0x1p-8 - 0x1p-40, 1),
      (.bfloat16, -1 - 0x1p-8 - 0x1p-40, -1.0078125), (.bfloat16, 3.4e38, inf),
      (.bfloat16, 1e39, inf), (.bfloat16, -inf, -inf), (.bfloat16, 1e-45, 0),
      (.bfloat16, 0x1p-133, 0x1p-133), (.float16, 0.1, 0.0999755859375), (.float16, 65519.9, 65504),
      (.float16, 65520, inf), (.float16, 2.9e-8, 0), (.float16, 6e-8, 0x1p-24),
      (.float16, 1 + 0x1p-11 + 0x1p-40, 1 + 0x1p-10), (.float32, 0.1, Double(Float(0.1))),
      (.float64, 0.1, 0.1),
    ] as [(Precision, Double, Double)])
  func rounding(precision: Precision, value: Double, expected: Double) {
    #expect(precision.rounded(value) == expected)
    #expect(precision.rounded(expected) == expected)
    #expect(precision.rounded(.nan).isNaN)
  }

  @Test(
    "In the short formats x and results are rounded, and what is between is float32",
    arguments: [
      // 2.7 is 2.703125 there, and 2.69384 its GELU; numbers of that size are 1/64 apart.
      ("gelu", .bfloat16, 2.7, [2.703125, 2.6875]), ("sigmoid", .bfloat16, 8, [8, 1]),
      ("sigmoid", .float16, 8, [8, 0.99951171875]), ("exp(x)", .float16, 12, [12, inf]),
      ("exp(x) / (1 + exp(x))", .float16, 12, [12, 1]), ("x^2 - x^2", .float16, 300, [300, 0]),
      ("relu", .float16, 1e6, [inf, inf]), ("sigmoid", .float16, -20, [-20, 0]),
    ] as [(String, Precision, Double, [Double])])
  func short(formula: String, precision: Precision, x: Double, expected: [Double]) throws {
    let samples = try Formula(formula).samples(at: [x], order: 1, precision: precision)
    #expect([samples.x[0], samples.values[0]] == expected)
    let slope = samples.derivatives[1][0]
    #expect(precision.rounded(slope) == slope || slope.isNaN)
  }

  @Test("A curve in a short format is a stair")
  func stairs() throws {
    let range = try SampleRange(from: 2, to: 3, step: 1 / 1024)
    let samples = try Formula("gelu").samples(over: range, precision: .bfloat16)
    #expect(Set(samples.values).count == 66 - 1)
    #expect(zip(samples.values, samples.values.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
