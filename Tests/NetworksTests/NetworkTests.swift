import Activations
import Networks
import Testing

/// A network of the size of a page, all numbers of which can be checked by hand.
struct PageNetwork {
  let inputs: Matrix
  let network: Network

  init() throws {
    inputs = try Matrix(rows: [[1, 2], [3, -1]])
    network = try Network(layers: [
      Layer(
        weights: Matrix(rows: [[1, -1, 0.5], [0, 2, 1]]), biases: [0, 1, -1],
        activation: Formula("relu")),
      Layer(weights: Matrix(rows: [[2, -1], [1, 0.5], [-2, 4]]), biases: [0.25, -3]),
    ])
  }
}

struct NetworkTests {
  @Test func valuesAreThoseOfThePage() throws {
    let page = try PageNetwork()
    let pass = try page.network.forward(page.inputs)
    #expect(page.network.sizes == [2, 3, 2])
    // 1·1 + 2·0 + 0, 1·(-1) + 2·2 + 1, 1·½ + 2·1 - 1; and so for the second example.
    #expect(pass.layers[0].preactivations.rows == [[1, 4, 1.5], [3, -4, -0.5]])
    #expect(pass.layers[0].outputs.rows == [[1, 4, 1.5], [3, 0, 0]])
    // 1·2 + 4·1 + 1.5·(-2) + ¼ = 3.25, 1·(-1) + 4·½ + 1.5·4 - 3 = 4; 3·2 + ¼, 3·(-1) - 3.
    #expect(pass.outputs.rows == [[3.25, 4], [6.25, -6]])
  }

  @Test func activationsAreTheCores() throws {
    let formula = try Formula("swish", parameters: ["beta": 2])
    let layer = try Layer(weights: Matrix(rows: [[1, -1]]), activation: formula)
    let outputs = try Network(layers: [layer]).forward(Matrix(rows: [[1.5], [-30]])).outputs
    let true_ = try formula.samples(at: [1.5, -1.5, -30, 30]).values
    #expect(outputs.elements == true_)
  }

  @Test func droppedUnitsAreWithoutEffect() throws {
    let page = try PageNetwork()
    let dropped = try page.network.dropping([1], ofLayer: 1, scale: 2)
    let outputs = try dropped.forward(page.inputs).outputs
    // Without h₂ and with h₁, h₃ twice: 1·4 - 1.5·4 + ¼, -2 + 12 - 3; 3·4 + ¼, -6 - 3.
    #expect(outputs.rows == [[-1.75, 7], [12.25, -9]])
    let blind = try page.network.dropping([0, 1], ofLayer: 0)
    // All examples are alike: relu(b) = (0, 1, 0).
    #expect(try blind.forward(page.inputs).outputs.rows == [[1.25, -2.5], [1.25, -2.5]])
  }

  /// What is refused, and what the sentence must name.
  @Test func saysWhatDoesNotFit() throws {
    let page = try PageNetwork()
    let relu = try Formula("relu")
    let bySlope = try Formula("prelu", withRespectTo: "weight")
    let wide = try Matrix(rows: [[1, 2, 3]])
    let cases: [(words: [String], make: () throws -> Any)] = [
      (["without layers"], { try Network(layers: []) }),
      (
        ["layer 2 of 2 x 2", "2 x 3", "3 rows"],
        {
          try Network(layers: [
            page.network.layers[0], Layer(weights: Matrix(rows: [[1, 0], [0, 1]])),
          ])
        }
      ),
      (["1 x 3", "2 x 3", "2 inputs"], { try page.network.forward(wide) }),
      (["empty"], { try page.network.forward(Matrix(rowCount: 0, columnCount: 2)) }),
      (["row 1, column 2", "nan"], { try Layer(weights: Matrix(rows: [[1, .nan]])) }),
      (["unit 1", "inf"], { try Layer(weights: Matrix(rows: [[1]]), biases: [.infinity]) }),
      (["1 x 2", "1 x 3"], { try Layer(weights: wide, biases: [1, 2]) }),
      (
        ["Layer 2: The weight in row 1, column 1", "-inf"],
        {
          try Network(
            weights: [Matrix(rows: [[1]]), Matrix(rows: [[-.infinity]])], activations: [nil, nil])
        }
      ),
      (
        ["biases for 2 layers and weights for 1"],
        { try Network(weights: [wide], biases: [[0], [0]], activations: [nil]) }
      ),
      (["activations for 0"], { try Network(weights: [wide], activations: []) }),
      (["0 x 0"], { try Layer(weights: Matrix(rows: [])) }),
      (["weight", "by x"], { try Layer(weights: wide, activation: bySlope) }),
      (["at least two"], { try Network(sizes: [4], activation: relu, seed: 1) }),
      (["at least two"], { try Network(sizes: [], activation: relu, seed: 1) }),
      (["0 units"], { try Network(sizes: [4, 0, 3], activation: relu, seed: 1) }),
      (["2 activations for 1"], { try Network(sizes: [4, 3], activations: [nil, nil], seed: 1) }),
      (
        ["1000000 x 1000000", "fewer units"],
        { try Network(sizes: [1_000_000, 1_000_000, 3], activation: relu, seed: 1) }
      ),
      (["more than"], { try Network(sizes: [.max, .max], activation: relu, seed: 1) }),
      (
        ["limit", "-1"],
        { try Network(sizes: [1, 1], activation: nil, weights: .uniform(limit: -1), seed: 1) }
      ),
      (
        ["standard deviation", "nan"],
        {
          try Network(
            sizes: [1, 1], activation: nil, biases: .normal(standardDeviation: .nan), seed: 1)
        }
      ),
      (["layer 2", "0 for the inputs"], { try page.network.dropping([0], ofLayer: 2) }),
      (["no unit 4", "has 3"], { try page.network.dropping([3], ofLayer: 1) }),
      (
        ["cotangents are 1 x 3", "outputs 2 x 2"],
        { try page.network.gradients(of: page.network.forward(page.inputs), cotangents: wide) }
      ),
      (
        ["[2, 3, 2]", "[2, 3]"],
        {
          let pass = try page.network.forward(page.inputs)
          return try Network(layers: [page.network.layers[0]]).gradients(
            of: pass, cotangents: pass.outputs)
        }
      ),
      (
        ["targets are 1 x 3"],
        { try page.network.gradients(of: .squaredError(wide), at: page.inputs) }
      ),
      (
        ["changes for 1 layers", "has 2"],
        {
          try page.network.directionalDerivative(at: page.inputs, along: Direction(weights: [wide]))
        }
      ),
      (
        ["changes of the biases are 1 x 1", "layer 1 1 x 3"],
        {
          try page.network.directionalDerivative(
            at: page.inputs, along: Direction(biases: [[1], [1, 1]]))
        }
      ),
    ]
    for (words, make) in cases {
      let error = #expect(throws: NetworkError.self) { _ = try make() }
      let sentence = error?.description ?? ""
      for word in words { #expect(sentence.contains(word), "\(sentence)") }
    }
  }
}
