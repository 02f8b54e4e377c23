import Networks
import Testing

struct CollapseTests {
  @Test func linearLayersAreOne() throws {
    let network = try Network(layers: [
      Layer(weights: Matrix(rows: [[1, 2], [3, 4], [5, 6]]), biases: [1, -1]),
      Layer(weights: Matrix(rows: [[0.5, 1, 0], [2, 0, -1]]), biases: [0, 3, 0.25]),
    ])
    let collapse = try network.collapsed()
    #expect(collapse.layer.weights.rows == [[4.5, 1, -2], [9.5, 3, -4], [14.5, 5, -6]])
    // ½ - 2, 1 + 3, 1 + ¼.
    #expect(collapse.layer.biases == [-1.5, 4, 1.25])
    #expect(collapse.isExact)
    #expect(collapse.rank == .exactly(2))
    let inputs = try Matrix(rows: [[1, 0, -2], [0.5, 4, 1]])
    let alone = try Network(layers: [collapse.layer])
    #expect(try alone.forward(inputs).outputs == network.forward(inputs).outputs)
  }

  @Test func rankIsThatOfTheRationalProduct() throws {
    for fact in try RationalFact.all("rank") {
      let rank = try fact.network(nil).collapsed().rank
      #expect(rank == .exactly(try #require(fact.rank)), "\(fact.weights.map(\.count))")
    }
  }

  /// What differs by its last bits only has full rank, and what is 0 has none.
  @Test func rankKnowsNoTolerance() throws {
    func rank(_ factors: [[[Double]]]) throws -> Rank {
      try Network(layers: factors.map { try Layer(weights: Matrix(rows: $0)) }).collapsed().rank
    }
    #expect(try rank([[[1, 1], [1, 1]]]) == .exactly(1))
    #expect(try rank([[[1, 1], [1, 1.0.nextUp]]]) == .exactly(2))
    #expect(try rank([[[1e300, 1], [1, 1e-300]]]) == .exactly(2))
    #expect(try rank([[[0x1p300, 1], [1, 0x1p-300]]]) == .exactly(1))
    #expect(try rank([[[0, 0], [0, 0]]]) == .exactly(0))
    // 2^31 - 1 is 0 modulo the first prime.
    #expect(try rank([[[0x1p31 - 1]]]) == .exactly(1))
    // The product of two nonzero matrices is 0.
    #expect(try rank([[[0.1, 0.1]], [[0.3], [-0.3]]]) == .exactly(0))
  }

  @Test func tellsWhetherItIsExact() throws {
    func isExact(_ first: Double, _ second: Double, bias: Double = 0) throws -> Bool {
      try Network(layers: [
        Layer(weights: Matrix(rows: [[first]]), biases: [bias]),
        Layer(weights: Matrix(rows: [[second]]), biases: [1]),
      ]).collapsed().isExact
    }
    #expect(try isExact(3, 0.5))
    #expect(try !isExact(0.1, 0.1))
    #expect(try !isExact(1, 1, bias: 0x1p-60))
    #expect(try isExact(0.1, 0))
  }

  @Test func onlyLinearLayersCollapse() throws {
    let page = try PageNetwork()
    let error = #expect(throws: NetworkError.self) { try page.network.collapsed() }
    #expect(error?.description.contains("Layer 1 has the activation relu") == true)
    let huge = try Network(
      sizes: [1, 1, 1], activation: nil, weights: .constant(1e200), seed: 0)
    #expect(throws: NetworkError.self) { try huge.collapsed() }
  }
}
