import Testing

@testable import Activations

@Suite("Whether two functions are the same")
struct FunctionComparisonTests {
  typealias Row = (first: String, second: String, order: Int, verdict: FunctionComparison.Verdict)

  private static let rows: [Row] = [
    ("tanh(x) + 1", "2 * sigmoid(2 * x)", 0, .proven),
    ("tanh(x) + 1", "2 * sigmoid(2 * x)", 1, .proven),
    ("gelu", "gelu", 2, .proven), ("x", "x^2 / x", 0, .proven),
    ("(x + 1)^2", "x^2 + 2 * x + 1", 0, .proven),
    ("tanh", "(exp(x) - exp(-x)) / (exp(x) + exp(-x))", 0, .proven),
    ("softplus", "log(1 + exp(x))", 1, .proven),
    ("sin(x)^2 + cos(x)^2", "1", 0, .proven),
    ("tanh", "1 - 2 / (exp(2 * x) + 1)", 0, .proven),
    ("sinh(2 * x)", "2 * sinh(x) * cosh(x)", 0, .proven),
    ("cosh(x)^2 - sinh(x)^2", "1", 0, .proven), ("cosh(x)^2 - sinh(x)^2", "2", 0, .different),
    ("erfc(x)", "1 - erf(x)", 0, .proven), ("gelu", "x / 2 * (1 + erf(x / sqrt(2)))", 0, .proven),
    ("sigmoid", "(tanh(x / 2) + 1) / 2", 2, .proven),
    ("elu(x, alpha: 1)", "where(x > 0, x, exp(x) - 1)", 0, .proven),
    ("sin(2 * x)^2", "4 * sin(x)^2 * (1 - sin(x)^2)", 0, .equal),
    ("relu(x) - relu(-x)", "x", 0, .equal),
    ("log(x^2)", "2 * log(abs(x))", 0, .equal),
    ("gelu", "quick_gelu", 0, .different), ("sqrt(x)^2", "x", 0, .different),
    ("relu", "where(x >= 0, x, 0)", 1, .different), ("x", "x + 1e-9", 0, .different),
    ("x", "x + where(abs(x - 3.7) < 1e-9, 1, 0)", 0, .different),
    ("sin(x)", "clamp(sin(x), -0.9999999999, 0.9999999999)", 0, .different),
    ("x", "x + gaussian(10000 * (x - 2.345))", 0, .different),
    ("sin(x)", "cos(x)", 2, .different), ("floor(x)", "floor(x + 1e-12)", 0, .different),
  ]

  @Test("What is proven, what is checked and what differs", arguments: rows)
  func verdicts(row: Row) throws {
    let comparison = try FunctionComparison(
      try Formula(row.first), try Formula(row.second), order: row.order)
    #expect(comparison.verdict == row.verdict)
    #expect((comparison.differingCount > 0) == (row.verdict == .different))
    #expect(comparison.pointCount > 5000 && comparison.range == -1e300...1e300)
  }

  @Test("The point of the largest difference has both values")
  func worst() throws {
    let comparison = try FunctionComparison(
      try Formula("x"), try Formula("x + where(x > 2, 0.5, 0)"), at: [0, 1, 2, 3])
    #expect(comparison.differingCount == 1 && comparison.verdict == .different)
    let worst = try #require(comparison.worst)
    #expect(worst.x == 3 && worst.first == 3 && worst.second == 3.5 && worst.size == 0.5)
    #expect(worst.ulps == 0.5 / 3.5.ulp)
    let kinks = try FunctionComparison(
      try Formula("relu"), try Formula("where(x >= 0, x, 0)"), order: 1)
    #expect(kinks.differsAtKinksAlone && kinks.worst?.x == 0)
  }

  @Test("What cannot be evaluated is left out and counted, unlike what has no value")
  func unknown() throws {
    let overflowing = try FunctionComparison(
      try Formula("sigmoid(x) * (1 - sigmoid(x))"), try Formula("exp(-x) / (1 + exp(-x))^2"))
    #expect(overflowing.verdict == .proven && overflowing.unknownCount > 500)
    let root = try FunctionComparison(try Formula("sqrt(x)^2"), try Formula("x"))
    #expect(root.unknownCount == 0 && root.differingCount > 1000)
  }

  @Test("What cancels is compared all the same, and where its digits remain unknown it is counted")
  func lost() throws {
    let points = [-1e300, -1e40, -3, 0.5, 1e100]
    let tangent = try Formula("tan(atan(x))")
    let same = try FunctionComparison(tangent, try Formula("x"), at: points)
    #expect(same.verdict == .equal && same.lostCount == 0)
    let other = try FunctionComparison(tangent, try Formula("where(x < -1e36, 5, x)"), at: points)
    #expect(other.differingCount == 2)
    let lost = try FunctionComparison(
      try Formula("cosh(x) * cosh(x) - sinh(x)^2"), try Formula("1"), at: [1, 1e4])
    #expect(lost.lostCount == 1 && lost.differingCount == 0)
  }

  @Test("Distances in ULP")
  func units() {
    #expect(1.0.ulps(from: 1.0.nextUp) == 1 && 0.0.ulps(from: -0.0) == 0)
    #expect(Double.nan.ulps(from: .nan) == 0 && Double.nan.ulps(from: 1) == .infinity)
    #expect(Double.infinity.ulps(from: .infinity) == 0 && 1.0.ulps(from: .infinity) == .infinity)
    #expect((-1e308).ulps(from: 1.5e308).isFinite)
  }
}
