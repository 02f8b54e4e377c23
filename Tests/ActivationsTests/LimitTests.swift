import Testing

@testable import Activations

@Suite("Limits, kinks and NaN")
struct LimitTests {
  private static let limits: [(String, Double, [Double])] = [
    ("relu", -.infinity, [0, 0, 0, 0, 0]), ("relu", .infinity, [.infinity, 1, 0, 0, 0]),
    ("sigmoid", -.infinity, [0, 0, 0, 0, 0]), ("sigmoid", .infinity, [1, 0, 0, 0, 0]),
    ("tanh", -.infinity, [-1, 0, 0, 0, 0]), ("tanh", .infinity, [1, 0, 0, 0, 0]),
  ]

  @Test("At infinity, value and derivatives are the limits", arguments: limits)
  func infinity(name: String, x: Double, limits: [Double]) throws {
    let samples = try Activation(named: name).samples(at: [x], order: 4)
    #expect(samples.derivatives.map { $0[0] } == limits)
  }

  @Test(
    "NaN stays NaN in every order and leaves its neighbours alone",
    arguments: Activation.catalog.map(\.name)
  )
  func notANumber(name: String) throws {
    let activation = try Activation(named: name)
    let samples = try activation.samples(at: [1, .nan, 2], order: 4)
    let neighbours = try activation.samples(at: [1, 2], order: 4)
    for order in 0...4 {
      let values = samples.derivatives[order]
      #expect(values[1].isNaN, "order \(order)")
      #expect([values[0], values[2]] == neighbours.derivatives[order], "order \(order)")
    }
  }

  @Test("tanh keeps the sign of zero", arguments: [0.0, -0.0])
  func signOfZero(x: Double) throws {
    let value = try Activation(named: "tanh").samples(at: [x]).values[0]
    #expect(value == 0)
    #expect(value.sign == x.sign)
  }

  @Test("relu'(0) is 0", arguments: [0.0, -0.0])
  func kink(x: Double) throws {
    let samples = try Activation(named: "relu").samples(at: [x], order: 2)
    #expect(samples.derivatives == [[0], [0], [0]])
  }

  @Test("relu has no curvature anywhere")
  func noCurvature() throws {
    let x = [
      -1e308, -3, -Double.leastNonzeroMagnitude, -0.0, 0, Double.leastNonzeroMagnitude, 3, 1e308,
    ]
    let samples = try Activation(named: "relu").samples(at: x, order: 2)
    #expect(samples.derivatives[1] == [0, 0, 0, 0, 0, 1, 1, 1])
    #expect(samples.derivatives[2] == [0, 0, 0, 0, 0, 0, 0, 0])
  }
}
