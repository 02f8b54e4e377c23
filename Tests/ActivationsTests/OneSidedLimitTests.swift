import Testing

@testable import Activations

@Suite("Limits from one side")
struct OneSidedLimitTests {
  private static let infinity = Double.infinity

  @Test(
    "Infinite derivatives at the end of a domain have the sign that they have within it",
    arguments: [
      ("log(-x)", 0, [-infinity, -infinity, -infinity]), ("log(x)", 0, [-infinity, infinity]),
      ("log(1 - x)", 1, [-infinity, -infinity]), ("log(-2 * x) / 2", 0, [-infinity, -infinity]),
      ("sqrt(-x)", 0, [0, -infinity, -infinity]), ("(-x)^0.5", 0, [0, -infinity]),
      ("asin(-x)", 1, [-Double.pi / 2, -infinity]), ("acos(x)", 1, [0, -infinity]),
      ("acosh(-x)", -1, [0, -infinity]),
    ] as [(String, Double, [Double])])
  func ends(text: String, x: Double, expected: [Double]) throws {
    let samples = try Formula(text).samples(at: [x], order: expected.count - 1)
    #expect(samples.derivatives.map { $0[0] } == expected, "\(text)")
  }

  @Test(
    "A pole at a kink has the signs of its sides",
    arguments: [
      ("where(x < 0, 1 / x, 1)", 0, [-infinity, -infinity], [1, 0]),
      ("where(x < 2, 1, 1 / (2 - x))", 2, [1, 0], [-infinity, infinity]),
      ("sign(x) / x", 0, [infinity, infinity], [infinity, -infinity]),
      ("where(x < 0, 1 / x^2, -1 / x)", 0, [infinity, infinity], [-infinity, infinity]),
      ("abs(x) / x^2", 0, [infinity, infinity], [infinity, -infinity]),
      ("where(x < 0, 1, log(x))", 0, [1, 0], [-infinity, infinity]),
    ] as [(String, Double, [Double], [Double])])
  func poles(text: String, x: Double, left: [Double], right: [Double]) throws {
    let kink = try #require(try Formula(text).kinks().first { $0.x == x }, "\(text)")
    #expect(Array(kink.left.prefix(2)) == left, "\(text)")
    #expect(Array(kink.right.prefix(2)) == right, "\(text)")
  }

  @Test(
    "A quotient of zeros has the value that both sides tend to, or none",
    arguments: [
      ("abs(x) / x", nil), ("x / abs(x)", nil), ("sign(x) / x", nil), ("relu(x) / x", nil),
      ("(relu(x) - relu(-x)) / x", 1), ("x * abs(x) / x", 0), ("relu(x) + (exp(x) - 1) / x", 1),
    ] as [(String, Double?)])
  func zeros(text: String, expected: Double?) throws {
    let formula = try Formula(text)
    for order in 0...2 {
      let value = try formula.samples(at: [0], order: order).values[0]
      #expect(expected.map { $0 == value } ?? value.isNaN, "\(text), up to order \(order)")
    }
    let kink = formula.kinks().first { $0.x == 0 }
    if let kink { #expect(expected.map { $0 == kink.value } ?? kink.value.isNaN, "\(text)") }
  }

  @Test(
    "The root of a square has the kink of its absolute value",
    arguments: [("sqrt(x^2)", 0), ("sqrt((x - 1)^2)", 1), ("(x^2)^0.5", 0)])
  func roots(text: String, x: Double) throws {
    let kinks = try Formula(text).kinks()
    #expect(kinks.map(\.x) == [x] && kinks.map(\.order) == [1], "\(text)")
    #expect(kinks.first?.left[1] == -1 && kinks.first?.right[1] == 1, "\(text)")
  }

  @Test("There is no extremum where there is no value", arguments: ["sign(x) / x", "abs(x) / x^2"])
  func extrema(text: String) throws {
    #expect(try Formula(text).properties().extrema.isEmpty, "\(text)")
  }
}
