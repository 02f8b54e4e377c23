import Testing

@testable import Activations

@Suite("Poles")
struct PoleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let order: Int
    let poles: [(x: Double, left: Double, right: Double)]

    init(_ text: String, order: Int = 0, _ poles: [(x: Double, left: Double, right: Double)]) {
      (self.text, self.order, self.poles) = (text, order, poles)
    }

    var testDescription: String { "\(text) of order \(order)" }
  }

  private static let up = Double.infinity, down = -Double.infinity, none = Double.nan

  /// Places and the limits on both sides. Places that are no round numbers are from mpmath, rounded
  /// once.
  private static let cases = [
    Case("1/(x-1)", [(1, down, up)]), Case("1/(x+1)", [(-1, down, up)]),
    Case("1/(x^2-1)", [(-1, up, down), (1, down, up)]), Case("x/(x-3)", [(3, down, up)]),
    Case("1/(2*x-1)", [(0.5, down, up)]), Case("1/(3*x-1)", [(0.3333333333333333, down, up)]),
    Case("1/(x-1)^2", [(1, up, up)]), Case("1/(x^2-2*x+1)", [(1, up, up)]),
    Case("-1/(x-0.1)^2", [(0.1, down, down)]), Case("1/tanh(x-1)", [(1, down, up)]),
    Case(
      "tan(pi*x)",
      (-3...2).map { (Double($0) + 0.5, up, down) }),
    Case("tan(x)", [(-1.5707963267948966, up, down), (1.5707963267948966, up, down)]),
    Case("1/(1-sin(x))", [(1.5707963267948966, up, up)]),
    // However weak, and beside whatever else.
    Case("sin(x)+0.001/(x-1)", [(1, down, up)]), Case("(x^2-3.99)/(x-2)", [(2, down, up)]),
    Case("20*tanh(x)+1e-12/(x-1.3)", [(1.3, down, up)]),
    Case("(x^3-1)/(x-1.001)", [(1.001, down, up)]),
    // Two between two points of the grid.
    Case(
      "1/(x^2-0.6*x+0.08999999)",
      [(0.29990000000004297, up, down), (0.300099999999957, down, up)]),
    Case("1/(x*(x-1e-9))", [(0, up, down), (1e-9, down, up)]),
    // On one side.
    Case("exp(1/(x-1.3))", [(1.3, 0, up)]), Case("log(x)", [(0, none, down)]),
    Case("log(1-x)", [(1, down, none)]), Case("log(x^2)", [(0, down, down)]),
    Case("log1p(x)", [(-1, none, down)]), Case("log(-log(x))", [(0, none, up), (1, down, none)]),
    Case("atanh(x)", [(-1, none, down), (1, up, none)]), Case("x^-0.5", [(0, none, up)]),
    Case("abs(x)^-0.5", [(0, up, up)]), Case("1/sqrt(x-1.3)", [(1.3, none, up)]),
    Case("1/acos(x)", [(1, up, none)]), Case("where(x<1, 1/(x-1), 0)", [(1, down, 0)]),
    Case("log(relu(x-1.3))", [(1.3, none, down)]), Case("1/relu(x)", [(0, none, up)]),
    // An exponential that leaves all numbers and what goes to 0.
    Case("x*exp(1/x)", [(0, 0, up)]), Case("x^2*exp(1/x)", [(0, 0, up)]),
    Case("exp(1/x)*sin(x)", [(0, 0, up)]), Case("x*exp(1/x^2)", [(0, down, up)]),
    Case("x*exp(-1/x)", [(0, down, 0)]),
    Case("x^3*cosh(1/x)", [(0, down, up)]), Case("x*exp(-1/x^2)", []),
    Case("(x-1)*exp(1/(x-1))", [(1, 0, up)]),
    Case("1/log(abs(x))", [(-1, up, down), (1, down, up)]),
    // Of derivatives alone.
    Case("(exp(x)-1)/x", order: 3, []), Case("1/log(abs(x/9))", order: 1, [(0, up, down)]),
    Case("sqrt(x)", []), Case("sqrt(x)", order: 1, [(0, none, up)]),
    Case("sqrt(abs(x))", order: 1, [(0, down, up)]), Case("x^1.5", order: 1, []),
    Case("x^1.5", order: 2, [(0, none, up)]), Case("asin(x)", []),
    Case("asin(x)", order: 1, [(-1, none, up), (1, up, none)]),
    Case("acosh(x)", order: 1, [(1, none, up)]), Case("1/(x-1)", order: 1, [(1, down, down)]),
    Case("x*log(x)", order: 1, [(0, none, down)]), Case("softplus", order: 3, []),
    // Limits, jumps, peaks, and what only seems to be divided by 0.
    Case("(x^2-1)/(x-1)", []), Case("sin(x)/x", []), Case("(1-cos(x))/x^2", []),
    Case("(x-sin(x))/x^3", []), Case("x*log(x)", []), Case("x^x", []), Case("atan(1/x)", []),
    Case("tanh(1/x)", []), Case("exp(-1/x^2)", []), Case("1/(x^2+1e-12)", []),
    Case("1/(floor(x)-0.5)", []), Case("where(x>0, 1/0, 1)", []), Case("1/0", []),
    Case("sqrt(x^2+1)", order: 4, []), Case("1/(1+exp(-x))", []), Case("gelu", order: 2, []),
  ]

  @Test("Poles are found to the last bit, with their sides, and no others", arguments: cases)
  func places(test: Case) throws {
    let poles = try Formula(test.text).poles(order: test.order, in: -3...3)
    try #require(poles.map(\.x) == test.poles.map(\.x))
    for (pole, expected) in zip(poles, test.poles) {
      #expect(pole.left == expected.left || pole.left.isNaN && expected.left.isNaN)
      #expect(pole.right == expected.right || pole.right.isNaN && expected.right.isNaN)
    }
  }

  @Test("The catalogue has no poles but those of its derivatives")
  func catalog() throws {
    for activation in Activation.catalog {
      let all = try Formula(activation.name).singularities(order: 0, in: nil)
      #expect(all.poles.isEmpty && all.isComplete, "\(activation.name)")
    }
  }

  @Test("Where it cannot be told, that is told")
  func unknown() throws {
    let wild = try Formula("sin(1/x)/x").singularities(order: 0, in: -3...3)
    #expect(wild.poles.isEmpty && !wild.isComplete)
    let many = try Formula("tan(1000*x)").singularities(order: 0, in: -8...8, limit: 50)
    #expect(many.poles.count == 50 && !many.isComplete)
    #expect(many.poles.allSatisfy { $0.x.magnitude < 0.1 })
    #expect(try Formula("1/x").poles(limit: 0).isEmpty)
  }

  @Test("Only the range is searched, its ends with it, and a pole next to it is known of")
  func range() throws {
    let formula = try Formula("1/(x-1)")
    #expect(formula.poles(in: 1...2).map(\.x) == [1] && formula.poles(in: -1...1).map(\.x) == [1])
    #expect(formula.poles(in: 1.01...3).isEmpty && formula.poles().map(\.x) == [1])
    #expect(formula.singularities(order: 0, in: 1.01...3).poles.map(\.x) == [1])
    #expect(try Formula("1/sin(x)").poles(in: -Double.pi ... .pi).count == 3)
    #expect(try Formula("1/(x-1e300)").poles().map(\.x) == [1e300])
  }

  @Test("Derivatives by a parameter run off where the function does")
  func byParameter() throws {
    let formula = try Formula("a/(x-1)^2", constants: ["a": 2], withRespectTo: "a")
    for order in [0, 1] { #expect(formula.poles(order: order).map(\.x) == [1]) }
    #expect(formula.poles(order: 2).isEmpty)
  }

  @Test(
    "Denominators beyond number end",
    arguments: [
      "1/sin(1/x)", "tan(exp(x))", "1/x^x", "1/(exp(exp(x))-2)", "tan(1e300*x)", "1/(0/0)",
    ])
  func hostile(text: String) throws {
    for range in [nil, -1...1, 0...0, 5...5.000001] as [ClosedRange<Double>?] {
      let poles = try Formula(text).poles(in: range, limit: 100)
      #expect(poles.count <= 100)
      #expect(poles.allSatisfy { $0.x.isFinite && range?.contains($0.x) ?? true })
    }
  }
}
