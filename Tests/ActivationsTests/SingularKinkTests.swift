import Testing

@testable import Activations

@Suite("Kinks at divisions by 0")
struct SingularKinkTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// x, the lowest order that differs, its limits on both sides, and the value.
    let kinks: [(x: Double, order: Int, left: Double, right: Double, value: Double)]

    init(
      _ text: String,
      _ kinks: [(x: Double, order: Int, left: Double, right: Double, value: Double)]
    ) {
      (self.text, self.kinks) = (text, kinks)
    }

    var testDescription: String { text }
  }

  private static let none = Double.nan
  private static let quarter = 1.5707963267948966

  /// From the definitions; numbers that are not round are multiples of π and of roots, rounded once.
  private static let cases = [
    Case("atan(1/(x-2))", [(2, 0, -quarter, quarter, none)]),
    Case("tanh(1/x)", [(0, 0, -1, 1, none)]), Case("softsign(1/x)", [(0, 0, -1, 1, none)]),
    Case("sigmoid(1/(x-1))", [(1, 0, 0, 1, none)]), Case("1/(1+exp(1/x))", [(0, 0, 1, 0, none)]),
    Case("2^(1/x)/(1+2^(1/x))", [(0, 0, 0, 1, none)]),
    Case("atan(1/(3*x-1))", [(0.3333333333333333, 0, -quarter, quarter, none)]),
    Case("erf(1/(x^2-1))", [(-1, 0, 1, -1, none), (1, 0, -1, 1, none)]),
    Case("atan(sinh(1/x))", [(0, 0, -quarter, quarter, none)]),
    Case("sign(1/(x-2))", [(2, 0, -1, 1, none)]),
    Case("sign(1/(3*x-1))", [(0.3333333333333333, 0, -1, 1, none)]),
    Case("atan(1/x)+abs(x)", [(0, 0, -quarter, quarter, none)]),
    Case("abs(x)/x", [(0, 0, -1, 1, none)]),
    Case("where(x==0, 1, atan(1/x))", [(0, 0, -quarter, quarter, 1)]),
    // The steps of a derivative of a period, here within 2 of 0.
    Case(
      "atan(tan(x))",
      [(-quarter, 0, quarter, -quarter, none), (quarter, 0, quarter, -quarter, none)]),
    Case(
      "tanh(tan(pi*x))",
      [-1.5, -0.5, 0.5, 1.5].map { ($0, 0, 1, -1, none) }),
    Case("asin(sin(x))", [(-quarter, 1, -1, 1, -quarter), (quarter, 1, 1, -1, quarter)]),
    Case("acos(cos(x))", [(0, 1, -1, 1, 0)]),
    Case("sqrt(1-cos(x))", [(0, 1, -0.7071067811865476, 0.7071067811865476, 0)]),
    Case("sqrt(sin(x)^2)", [(0, 1, -1, 1, 0)]),
    Case("asin(2*x/(1+x^2))", [(-1, 1, -1, 1, -quarter), (1, 1, 1, -1, quarter)]),
    Case("acos((1-x^2)/(1+x^2))", [(0, 1, -2, 2, 0)]),
    Case("sqrt(x^2-2*x+1)", [(1, 1, -1, 1, 0)]),
    Case("x*atan(1/x)", [(0, 1, -quarter, quarter, none)]),
    Case("x/(1+exp(1/x))", [(0, 1, 1, 0, none)]),
    Case("x^2*atan(1/x)", [(0, 2, -2 * quarter, 2 * quarter, none)]),
    Case("(x^2)^(1/3)", [(0, 1, -.infinity, .infinity, 0)]),
    // Limits that are neared slowly.
    Case("1/log(abs(x/4))", [(0, 1, .infinity, -.infinity, none)]),
    // What goes on, or runs off, or has one side.
    Case("atan(1/x^2)", []), Case("exp(-1/x^2)", []), Case("sin(x)/x", []),
    Case("(exp(x)-1)/x", []), Case("(1-cos(x))/x^2", []), Case("1/(1+1/x)", []),
    Case("1/x", []), Case("x*log(abs(x))", []), Case("sqrt(x)", []), Case("acos(x)", []),
    Case("atan(1/relu(x))", []), Case("sin(1/x)", []), Case("log(x)/log(x)", []),
    Case("(x-1)*exp(1/(x-1))", []),
  ]

  @Test("A pole within may be a jump or a kink of the whole", arguments: cases)
  func divisions(test: Case) throws {
    let kinks = try Formula(test.text).kinks(in: -2...2)
    try #require(kinks.map(\.x) == test.kinks.map(\.x))
    for (kink, expected) in zip(kinks, test.kinks) {
      #expect(kink.order == expected.order)
      #expect(kink.value == expected.value || kink.value.isNaN && expected.value.isNaN)
      #expect(ulps(kink.left[kink.order], from: expected.left) <= 1)
      #expect(ulps(kink.right[kink.order], from: expected.right) <= 1)
    }
  }

  @Test(
    "Values that stand alone are told",
    arguments: [
      ("(-2)^x", [-2: 0.25, -1: -0.5, 0: 1, 1: -2, 2: 4]), ("x^x", [-2: 0.25, -1: -1]),
      ("(-1)^(2*x)", [-1: 1, -0.5: -1, 0: 1, 0.5: -1, 1: 1, -2: 1, -1.5: -1, 1.5: -1, 2: 1]),
    ] as [(String, [Double: Double])])
  func alone(text: String, values: [Double: Double]) throws {
    let kinks = try Formula(text).kinks(in: -2...2)
    #expect(kinks.map(\.x) == values.keys.sorted())
    #expect(kinks.allSatisfy { $0.isAlone && $0.value == values[$0.x] })
  }

  /// Near 0 the values of these are rounding alone, unless they are computed with more digits.
  @Test(arguments: [
    "(sin(x)-x)/x^3", "(tan(x)-x)/x^3", "(sinh(x)-x)/x^3", "(x-atan(x))/x^3", "(1-cos(x))/x^2",
    "(sin(x)-x+x^3/6)/x^5", "(exp(x)-1-x)/x^2", "(1/tanh(x)-1/x)/x",
  ])
  func quotientsOfZerosAreSmooth(_ text: String) throws {
    let formula = try Formula(text)
    let range = -1.5...1.5
    #expect(formula.kinks(in: range).isEmpty)
    for order in 0...1 {
      #expect(formula.singularities(order: order, in: range).poles.isEmpty, "order \(order)")
    }
  }
}
