import Activations
import Testing

@testable import Networks

@Suite("Sizes of gradients")
struct GradientSizeTests {
  @Test(arguments: ["sigmoid", "tanh", "relu", "gelu"])
  func `they are those of the gradients`(activation: String) throws {
    let formula = try Formula(activation)
    let network = try Network(
      sizes: [5, 7, 6, 4], activations: [formula, formula, nil], weights: .heNormal, seed: 3)
    let inputs = try Matrix(rows: [[1, -2, 0.5, 0, 3], [0.1, 0.2, -0.3, 0.4, -0.5]])
    let sizes = try network.gradientSizes(at: inputs)
    let layers = try network.gradients(of: .sum, at: inputs).layers
    for (logarithm, layer) in zip(sizes.logarithms, layers) {
      let squares = layer.preactivations.elements.map { $0 * $0 }
      let size = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
      #expect(abs(try 10.pow(logarithm) / size - 1) < 1e-12)
    }
    for (share, layer) in zip(sizes.deadShares, layers) {
      #expect(share == Double(layer.deadUnits.count) / Double(layer.biases.count))
    }
  }

  @Test func `nothing underflows or overflows, however deep`() throws {
    for weight in [1e-10, 1e10] {
      let layers = try (0..<101).map { index in
        // A first layer of zeros keeps the values on the way forward small.
        try Layer(weights: Matrix(1, 1, [index == 0 ? 0 : weight]))
      }
      let sizes = try Network(layers: layers).gradientSizes(at: Matrix(1, 1, [1]))
      let exponent = weight < 1 ? -10.0 : 10
      for (layer, logarithm) in sizes.logarithms.enumerated() {
        #expect(abs(logarithm - exponent * Double(100 - layer)) < 1e-9)
      }
    }
  }

  @Test func `units that are off for all examples are dead, and no gradient passes them`() throws {
    let relu = try Formula("relu")
    let network = try Network(layers: [
      Layer(weights: Matrix(1, 2, [1, 1]), biases: [-5, 1], activation: relu),
      Layer(weights: Matrix(2, 1, [1, 1]), biases: [-9], activation: relu),
    ])
    let sizes = try network.gradientSizes(at: Matrix(2, 1, [1, 2]))
    #expect(sizes.deadShares == [0.5, 1])
    #expect(sizes.logarithms == [-.infinity, -.infinity])
  }

  @Test func `slopes and gradients that are not known are no zeros`() throws {
    let root = try Formula("sqrt(x)"), sigmoid = try Formula("sigmoid")
    let steep = try Network(layers: [
      try Layer(weights: Matrix(1, 1, [0]), activation: root)
    ])
    #expect { try steep.gradientSizes(at: Matrix(1, 1, [1])) } throws: {
      "\($0)".contains("unit 1 in layer 1")
    }
    // Both units of the last layer have saturated, at infinity.
    let vast = try Network(layers: [
      try Layer(weights: Matrix(1, 1, [1e308]), activation: nil),
      try Layer(weights: Matrix(1, 1, [1e308]), activation: sigmoid),
    ])
    #expect { try vast.gradientSizes(at: Matrix(1, 1, [1])) } throws: {
      "\($0)".contains("layer 2 overflow")
    }
  }

  @Test func `values that overflow are said to`() throws {
    let layers = try (0..<40).map { _ in try Layer(weights: Matrix(1, 1, [1e10])) }
    #expect { try Network(layers: layers).gradientSizes(at: Matrix(1, 1, [1])) } throws: {
      "\($0)".contains("layer 31 overflow")
    }
  }
}

extension Int {
  /// A power of this number, by the core's exponential.
  fileprivate func pow(_ exponent: Double) throws -> Double {
    try Formula("\(self)^x").samples(at: [exponent]).values[0]
  }
}
