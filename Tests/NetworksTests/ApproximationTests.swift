import Activations
import Testing

@testable import Networks

@Suite("Approximation by one hidden layer")
struct ApproximationTests {
  private func approximation(
    _ target: String, _ units: Int, _ activation: String, _ domain: ClosedRange<Double>
  ) throws -> Approximation {
    try Approximation(
      of: Formula(target), units: units, activation: Formula(activation), on: domain)
  }

  /// Knots of a parabola are equally far apart, and each line is off by h²/4.
  @Test(arguments: zip([1, 4, 8, 4], ["relu(-x)", "leaky_relu", "relu", "max(x - 1, 3 - x)"]))
  func `a parabola has equal pieces`(units: Int, activation: String) throws {
    let found = try approximation("x^2", units, activation, 0...1)
    let error = 1 / Double(4 * units * units)
    #expect(abs(found.error.size - error) < 1e-9 && !found.error.isLowerBound)
    guard case .brokenLine(let knots) = found.construction else {
      Issue.record("\(found.construction)")
      return
    }
    #expect(knots == (0...units).map { Double($0) / Double(units) })
    #expect(found.network.sizes == [1, units, 1])
    let outputs = try found.network.forward(Matrix(knots.count, 1, knots)).outputs.elements
    for (knot, output) in zip(knots, outputs) { #expect(abs(output - knot * knot) < 1e-12) }
  }

  @Test func `what has straight pieces is met exactly, by as few units as it has pieces`() throws {
    let bent = try approximation("abs(x) - 2 * relu(x - 1)", 5, "relu", -3...4)
    #expect(bent.error.size < 1e-14)
    #expect(bent.network.layers[1].weights.elements.count { $0 != 0 } == 3)
    #expect(try approximation("3 - 2 * x", 1, "relu", -5...5).error.size < 1e-14)
  }

  @Test func `the errors of all pieces are equal`() throws {
    let found = try approximation("sin(x) + x / 3", 12, "relu", -4...4)
    guard case .brokenLine(let knots) = found.construction else { return }
    #expect(knots.count == 13)
    let errors = zip(knots, knots.dropFirst()).map { farthest(from: $0, to: $1) }
    // The last piece is what is left.
    for error in errors.dropLast() { #expect(error / found.error.size > 0.98) }
    #expect(errors.allSatisfy { $0 <= found.error.size * (1 + 1e-9) })
  }

  /// How far the chord of the sine is from it, on 401 points.
  private func farthest(from: Double, to: Double) -> Double {
    let low = sine(from), slope = (sine(to) - low) / (to - from)
    var greatest = 0.0
    for i in 0...400 {
      let x = from + Double(i) / 400 * (to - from)
      greatest = max(greatest, abs(low + slope * (x - from) - sine(x)))
    }
    return greatest
  }

  private func sine(_ x: Double) -> Double {
    ((try? Formula("sin(x) + x / 3").samples(at: [x]).values[0])) ?? .nan
  }

  /// Activation, units, and the greatest error of least squares by numpy.linalg.lstsq on the same
  /// units and points, looked for at 200001 points.
  static let leastSquares: [(String, Int, Double)] = [
    ("sigmoid", 1, 0.9997789696634984), ("sigmoid", 3, 0.24546563983085035),
    ("sigmoid", 6, 0.03177109545400658), ("sigmoid", 12, 0.00293606309173422),
    ("tanh", 6, 0.03177109545396084), ("tanh", 24, 0.00017418811545340251),
    ("softplus", 6, 0.05104182931018275), ("softplus", 12, 0.0025326607519928768),
  ]

  @Test(arguments: leastSquares)
  func `smooth units have the outputs of least squares`(
    activation: String, units: Int, error: Double
  ) throws {
    let found = try approximation("sin(x) + x / 3", units, activation, -4...4)
    #expect(abs(found.error.size / error - 1) < 1e-6)
    let formula = try found.formula()
    let points = (-8...8).map { Double($0) / 2 }
    let outputs = try found.network.forward(Matrix(points.count, 1, points)).outputs.elements
    for (value, output) in zip(try formula.samples(at: points).values, outputs) {
      #expect(abs(value - output) < 1e-11)
    }
    guard units <= 6 else { return }
    let parts = try found.summands().map { try $0.samples(at: [0.7]).values[0] }
    let sum = parts.reduce(found.network.layers[1].biases[0], +)
    #expect(abs(try formula.samples(at: [0.7]).values[0] - sum) < 1e-11)
  }

  /// Needles between samples count, for the network and for what it is off by.
  @Test func `needles are met`() throws {
    let needle = try approximation("exp(-(x - 0.37)^2 * 1e8)", 8, "relu", -4...4)
    #expect(!needle.error.isLowerBound && abs(needle.error.x - 0.37) < 0.001)
    let outputs = try needle.network.forward(Matrix(1, 1, [0.37])).outputs.elements
    #expect(abs(outputs[0] - 1) < 2 * needle.error.size && needle.error.size < 0.2)
    // A line is no better than half of the needle's height.
    let line = try approximation("exp(-(x - 0.37)^2 * 1e8)", 1, "relu", -4...4)
    #expect(abs(line.error.size - 1) < 1e-9)
  }

  @Test func `several are those that are constructed one by one`() throws {
    let several = try Approximation.several(
      of: Formula("x^2"), units: [1, 4], activation: Formula("relu"), on: 0...1)
    #expect(several.map(\.error.size) == [0.25, 0.015625])
    #expect(try several[1] == approximation("x^2", 4, "relu", 0...1))
  }

  @Test func `a target that turns faster than it is looked at has a lower bound`() throws {
    #expect(try approximation("sin(1e5 * x)", 4, "relu", -4...4).error.isLowerBound)
  }

  /// Target, units, activation, and a part of what is said.
  static let errors: [(String, Int, String, String)] = [
    ("sin(x)", 0, "relu", "from 1 to 128"), ("sin(x)", 129, "relu", "from 1 to 128"),
    ("sign(x)", 3, "relu", "jumps at x = 0"), ("1 / x", 3, "relu", "x = 0"),
    ("log(x)", 3, "relu", "infinity at x = 0"), ("sqrt(x)", 3, "relu", "no finite value"),
    ("sin(x)", 3, "x^2", "cannot be constructed"),
    ("sin(x)", 3, "sin", "cannot be constructed"), ("sin(x)", 3, "2 * x", "cannot be constructed"),
  ]

  @Test(arguments: errors)
  func `what cannot be approximated is said`(
    target: String, units: Int, activation: String, part: String
  ) throws {
    #expect { try approximation(target, units, activation, -1...1) } throws: {
      "\($0)".contains(part)
    }
    #expect(throws: NetworkError.self) { try approximation("x", 1, "relu", 1...1) }
  }
}
