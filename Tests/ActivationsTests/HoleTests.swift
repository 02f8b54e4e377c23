import Testing

@testable import Activations

@Suite("Holes")
struct HoleTests {
  /// Places where there is no value and a limit. Those that are no round numbers are from mpmath.
  private static let cases: [(formula: String, order: Int, holes: [(x: Double, limit: Double)])] = [
    ("sin(x)/x", 0, [(0, 1)]), ("sin(x)/x", 1, [(0, 0)]), ("sin(x)/x", 2, [(0, -1.0 / 3)]),
    ("(exp(x)-1)/x", 0, [(0, 1)]), ("(x^2-1)/(x-1)", 0, [(1, 2)]),
    ("(x^2-1)/(x-1)", 1, [(1, 1)]), ("(1-cos(x))/x^2", 0, [(0, 0.5)]),
    ("x*log(abs(x))", 0, [(0, 0)]), ("x*log(x)", 0, [(0, 0)]), ("exp(-1/x^2)", 0, [(0, 0)]),
    ("tan(x)*cos(x)", 0, [(-1.5707963267948966, -1), (1.5707963267948966, 1)]),
    ("x*sin(1/x)", 0, [(0, 0)]), ("1/(1/x)", 0, [(0, 0)]),
    // None of the derivative, which has no limit.
    ("x*log(abs(x))", 1, []),
    // It has a value there, or a pole, or jumps.
    ("where(x==0, 1, sin(x)/x)", 0, []), ("1/x", 0, []), ("abs(x)/x", 0, []), ("atan(1/x)", 0, []),
    ("x^x", 0, []), ("sqrt(x)", 0, []), ("x/(1+abs(x))", 0, []), ("max(x, 0)", 0, []),
    ("log(x)", 0, []),
    ("where(x>1, sin(x)/x, x)", 0, []), ("sin(x)", 0, []),
  ]

  @Test("They are where a formula has a limit and no value", arguments: cases.indices)
  func places(row: Int) throws {
    let (text, order, holes) = Self.cases[row]
    let found = try Formula(text).holes(order: order, in: -3.5...3.5)
    #expect(found.map(\.x) == holes.map(\.x), "\(text)")
    for (hole, expected) in zip(found, holes) {
      #expect((hole.limit - expected.limit).magnitude < 1e-12, "\(text): \(hole.limit)")
    }
  }

  @Test("One that is no Double is found too")
  func irrational() throws {
    let holes = try Formula("(x^2-2)/(x-sqrt(2))").holes()
    #expect(holes.map(\.x) == [1.4142135623730951])
    #expect((holes[0].limit - 2.8284271247461903).magnitude < 1e-12)
  }

  @Test("It is told whether the formula has a value at the Double itself")
  func exactness() throws {
    #expect(try Formula("(x^2-1)/(x-1)").holes().map(\.isExact) == [true])
    #expect(try Formula("(x^2-2)/(x-sqrt(2))").holes().map(\.isExact) == [false])
    // Beside a place that is no Double the limit is that at the place.
    #expect(try Formula("(x^2-2)^2/(x^2-2)").holes().map(\.limit) == [0, 0])
  }

  @Test(
    "Where Doubles are further apart than the function turns there is no telling of limits",
    arguments: [("tan(x)*cos(x)", 1.0), ("cos(x)/cos(3*x)", 1.0 / 3), ("tan(x)", 0)])
  func farOut(formula: String, limit: Double) throws {
    let holes = try Formula(formula).holes()
    #expect(holes.allSatisfy { ($0.limit.magnitude - limit).magnitude < 1e-12 })
    #expect(limit == 0 ? holes.isEmpty : holes.count > 20)
  }

  @Test("No activation has one", arguments: Activation.catalog)
  func catalog(activation: Activation) throws {
    #expect(try Formula(activation.name).holes().isEmpty)
  }

  @Test("Derivatives by a parameter have none that are known")
  func parameters() throws {
    #expect(try Formula("swish", withRespectTo: "beta").holes().isEmpty)
  }
}
