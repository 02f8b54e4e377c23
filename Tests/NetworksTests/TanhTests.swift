import Activations
import Networks
import Testing

struct TanhTests {
  @Test func sigmoidNetworksAreTanhNetworks() throws {
    let sigmoid = try Formula("sigmoid")
    let network = try Network(layers: [
      Layer(weights: Matrix(rows: [[2, -6]]), biases: [1, 4], activation: sigmoid),
      Layer(weights: Matrix(rows: [[8, 4], [0, -2]]), biases: [3, 5]),
    ])
    let mapped = try network.replacingSigmoidByTanh()
    // Halved, halved; halved, and half of 8 + 0 and of 4 - 2 more.
    #expect(mapped.layers[0].weights.rows == [[1, -3]])
    #expect(mapped.layers[0].biases == [0.5, 2])
    #expect(mapped.layers[0].activation?.name == "tanh")
    #expect(mapped.layers[1].weights.rows == [[4, 2], [0, -1]])
    #expect(mapped.layers[1].biases == [7, 6])
    #expect(try mapped.replacingTanhBySigmoid() == network)
  }

  @Test(arguments: ["sigmoid", "tanh"]) func outputsStayAndTheWayBackIsExact(name: String) throws {
    let network = try Network(
      sizes: [3, 6, 4, 2], activation: Formula(name), weights: .normal(standardDeviation: 1),
      biases: .uniform(limit: 1), seed: 5)
    let isSigmoid = name == "sigmoid"
    let mapped =
      try isSigmoid ? network.replacingSigmoidByTanh() : network.replacingTanhBySigmoid()
    let back = try isSigmoid ? mapped.replacingTanhBySigmoid() : mapped.replacingSigmoidByTanh()
    #expect(back.layers.map(\.weights) == network.layers.map(\.weights))
    let inputs = try Matrix(rows: [[1, -2, 0.5], [0, 0, 0], [-30, 4, 9]])
    let outputs = try network.forward(inputs).outputs
    for (value, other) in zip(try mapped.forward(inputs).outputs.elements, outputs.elements) {
      #expect((value - other).magnitude < 1e-14)
    }
  }

  @Test func theLastLayerMustBeLinear() throws {
    let layer = try Layer(weights: Matrix(rows: [[1]]), activation: Formula("tanh"))
    let network = try Network(layers: [layer])
    let error = #expect(throws: NetworkError.self) { try network.replacingTanhBySigmoid() }
    #expect(error?.description.contains("add a linear layer") == true)
    #expect(try network.replacingSigmoidByTanh() == network)
  }
}
