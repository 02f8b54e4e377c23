import Activations
@testable import Networks
import Testing

struct GradientTests {
  @Test func gradientsAreThoseOfThePage() throws {
    let page = try PageNetwork()
    let gradients = try page.network.gradients(of: .sum, at: page.inputs)
    // ∂L/∂H are the row sums of W⁽²⁾: 1, 1½, 2. The second example passes only its first unit.
    #expect(gradients.layers[0].outputs.rows == [[1, 1.5, 2], [1, 1.5, 2]])
    #expect(gradients.layers[0].slopes.rows == [[1, 1, 1], [1, 0, 0]])
    #expect(gradients.layers[0].preactivations.rows == [[1, 1.5, 2], [1, 0, 0]])
    #expect(gradients.layers[0].weights.rows == [[4, 1.5, 2], [1, 3, 4]])
    #expect(gradients.layers[0].biases == [2, 1.5, 2])
    #expect(gradients.layers[1].weights.rows == [[4, 4], [4, 4], [1.5, 1.5]])
    #expect(gradients.layers[1].biases == [2, 2])
    #expect(gradients.inputs.rows == [[0.5, 5], [1, 0]])
    #expect(gradients.layers[0].deadUnits == [])
    let second = try Matrix(rows: [[3, -1]])
    #expect(try page.network.gradients(of: .sum, at: second).layers[0].deadUnits == [1, 2])
  }

  @Test func squaredErrorIsThatOfThePage() throws {
    let page = try PageNetwork()
    let loss = Loss.squaredError(try Matrix(rows: [[3, 4], [6.25, -4]]))
    let outputs = try page.network.forward(page.inputs).outputs
    // (0.25² + 2²) / (2·2).
    #expect(try loss.value(of: outputs) == 1.015625)
    #expect(try loss.derivatives(at: outputs).rows == [[0.125, 0], [0, -1]])
  }

  private struct Reference: Decodable {
    let sizes: [Int]
    let activations: [String]
    let weights: [[[Double]]]
    let biases: [[Double]]
    let inputs: [[Double]]
    let targets: [[Double]]
    let outputs: [[Double]]
    let loss: Double
    let weightGradients: [[[Double]]]
    let biasGradients: [[Double]]
    let inputGradients: [[Double]]
  }

  /// The errors of JAX's own sums and functions are what the tolerance allows for.
  @Test func agreesWithJAX() throws {
    for reference in try references("gradients", as: Reference.self) {
      let network = try Network(
        weights: reference.weights.map { try Matrix(rows: $0) }, biases: reference.biases,
        activations: reference.activations.map { $0.isEmpty ? nil : try Formula($0) })
      let inputs = try Matrix(rows: reference.inputs)
      let loss = try Loss.squaredError(Matrix(rows: reference.targets))
      let outputs = try network.forward(inputs).outputs
      let gradients = try network.gradients(of: loss, at: inputs)
      var own = outputs.elements
      own.append(try loss.value(of: outputs))
      own += gradients.inputs.elements
      for layer in gradients.layers { own += layer.weights.elements + layer.biases }
      var theirs = Array(reference.outputs.joined())
      theirs.append(reference.loss)
      theirs += reference.inputGradients.joined()
      for (weights, biases) in zip(reference.weightGradients, reference.biasGradients) {
        theirs += weights.joined()
        theirs += biases
      }
      try #require(own.count == theirs.count)
      for (value, other) in zip(own, theirs) {
        #expect((value - other).magnitude <= 4e-15 * max(1, other.magnitude), "\(reference.sizes)")
      }
    }
  }

  /// On random networks of any activation of the catalogue, both modes agree within 2 ULP of the sum
  /// of the magnitudes of the terms.
  @Test(arguments: 0..<60) func reverseModeIsForwardMode(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sizes = (0...Int.random(in: 1...4, using: &generator)).map { _ in
      Int.random(in: 1...5, using: &generator)
    }
    let names = Activation.catalog.map(\.name)
    let activations = try sizes.dropFirst().map { _ in
      try names.randomElement(using: &generator).map { try Formula($0) }
    }
    let network = try Network(
      sizes: sizes, activations: activations, weights: .heNormal,
      biases: .normal(standardDeviation: 0.5), seed: seed)
    func numbers(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(rows, columns, (0..<rows * columns).map { _ in generator.normal() })
    }
    let inputs = numbers(3, sizes[0])
    let cotangents = numbers(3, network.outputCount)
    let direction = Direction(
      inputs: numbers(3, sizes[0]),
      weights: network.layers.map { numbers($0.inputCount, $0.unitCount) },
      biases: network.layers.map { numbers(1, $0.unitCount).elements })

    let pass = try network.forward(inputs)
    let gradients = try network.gradients(of: pass, cotangents: cotangents)
    let reverse =
      gradients.inputs.elements + gradients.layers.flatMap { $0.weights.elements + $0.biases }
    let changes = direction.changes
    let backward = try Self.dot(reverse, changes)
    let tangents = try network.directionalDerivative(at: inputs, along: direction)
    let forward = try Self.dot(tangents.elements, cotangents.elements)
    let sizeOfTerms = try Self.termSize(network, pass, direction, cotangents, gradients)
    let error = (forward - backward).magnitude
    #expect(error <= 2 * sizeOfTerms.ulp, "\(error / sizeOfTerms.ulp) ULP, \(network.sizes)")
  }

  private static func dot(_ first: [Double], _ second: [Double]) throws -> Double {
    try Matrix(rows: [first]).times(Matrix(rows: second.map { [$0] })).elements[0]
  }

  /// The sum of the magnitudes of the products along all paths: forward mode with every number's
  /// magnitude.
  private static func termSize(
    _ network: Network, _ pass: ForwardPass, _ direction: Direction, _ cotangents: Matrix,
    _ gradients: Gradients
  ) throws -> Double {
    let sizes = { (matrix: Matrix) in matrix.map(\.magnitude) }
    var tangents = try sizes(#require(direction.inputs))
    for (i, layer) in network.layers.enumerated() {
      let inputs = i == 0 ? pass.inputs : pass.layers[i - 1].outputs
      let weights = try sizes(#require(direction.weights)[i])
      let biases = try #require(direction.biases)[i].map(\.magnitude)
      let sum = Matrix.sum(
        of: [(tangents, sizes(layer.weights)), (sizes(inputs), weights)], plus: biases)
      tangents = sum.combined(with: sizes(gradients.layers[i].slopes), *)
    }
    return try dot(tangents.elements, sizes(cotangents).elements)
  }

  @Test func kinksFollowTheConvention() throws {
    let zero = try Matrix(rows: [[0]])
    for (convention, slope) in [(Framework.torch, 0.01), (.jax, 1)] {
      let layer = try Layer(
        weights: Matrix(rows: [[3]]), activation: Formula("leaky_relu", convention: convention))
      let gradients = try Network(layers: [layer]).gradients(of: .sum, at: zero)
      #expect(gradients.inputs.elements == [3 * slope])
    }
  }

  /// 40 sigmoids in a row at their steepest: the bound 0.25^L itself, out to where frameworks still
  /// are right; and a tail where theirs is 0.
  @Test func vanishingGradientsAreRight() throws {
    let sigmoid = try Formula("sigmoid")
    // The bias brings sigmoid(0) = ½ back to 0.
    let first = try Layer(weights: Matrix(rows: [[1]]), activation: sigmoid)
    let next = try Layer(weights: Matrix(rows: [[1]]), biases: [-0.5], activation: sigmoid)
    let network = try Network(layers: [first] + Array(repeating: next, count: 39))
    let gradients = try network.gradients(of: .sum, at: Matrix(rows: [[0]]))
    #expect(gradients.inputs.elements == [0x1p-80])
    #expect(gradients.layers.map(\.preactivations.norm) == (1...40).reversed().map { pow4(-$0) })
    let tail = try Network(layers: [first]).gradients(of: .sum, at: Matrix(rows: [[700]]))
    #expect(tail.inputs.elements == [9.859676543759770e-305])
  }

  private func pow4(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: 2 * exponent, significand: 1)
  }
}

extension Direction {
  /// All changes in the order in which the test lists gradients.
  fileprivate var changes: [Double] {
    let layers = zip(weights ?? [], biases ?? []).flatMap { $0.elements + $1 }
    return (inputs?.elements ?? []) + layers
  }
}
