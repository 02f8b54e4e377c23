import Activations
@testable import Networks
import Testing

/// Facts in rational numbers, by the reference program.
private struct Fact: Decodable {
  let kind: String
  let weights: [[[Double]]]
  let biases: [[Double]]?
  let slope: Double?
  let bends: [Double]?
  let slopes: [[Double]]?
  let values: [[Double]]?
  let count: Int?
  let rank: Int?

  static func all(_ kind: String) throws -> [Fact] {
    try references("exact-facts", as: Fact.self).filter { $0.kind == kind }
  }

  /// The layers, all but the last with an activation.
  func network(_ activation: Formula?) throws -> Network {
    let hidden = Array(repeating: activation, count: weights.count - 1)
    return try Network(
      weights: weights.map { try Matrix(rows: $0) }, biases: biases, activations: hidden + [nil])
  }
}

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
    for fact in try Fact.all("rank") {
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

struct PieceTests {
  @Test func piecesByHand() throws {
    // |x - 1| - relu(x/4 + 1) + 2.
    let network = try Network(layers: [
      Layer(
        weights: Matrix(rows: [[1, -1, 0.25]]), biases: [-1, 1, 1], activation: Formula("relu")),
      Layer(weights: Matrix(rows: [[1], [1], [-1]]), biases: [2]),
    ])
    let pieces = try network.pieces()
    #expect(pieces.bends == [-4, 1])
    #expect(pieces.slopes.elements == [-1, -1.25, 0.75])
    #expect(pieces.values.elements == [7, 0.75])
    #expect(pieces.intercepts.elements == [3, 2, 0])
  }

  @Test func agreeWithRationalNumbers() throws {
    for fact in try Fact.all("pieces") {
      let formula = try Formula("prelu", parameters: ["weight": #require(fact.slope)])
      let pieces = try fact.network(formula).pieces()
      // Every number is the rational one, rounded once.
      #expect(pieces.bends == fact.bends)
      #expect(pieces.slopes.rows == fact.slopes)
      #expect(pieces.values.rows == fact.values)
    }
  }

  /// Telgarsky 2015, arXiv:1509.08101: tents in a row have exponentially many teeth, of 2 units each.
  @Test func depthMakesExponentiallyManyPieces() throws {
    let relu = try Formula("relu")
    let first = try Layer(
      weights: Matrix(rows: [[1, 1]]), biases: [0, -0.5], activation: relu)
    let next = try Layer(
      weights: Matrix(rows: [[2, 2], [-4, -4]]), biases: [0, -0.5], activation: relu)
    let last = try Layer(weights: Matrix(rows: [[2], [-4]]))
    let network = try Network(layers: [first] + Array(repeating: next, count: 5) + [last])
    let pieces = try network.pieces()
    #expect(pieces.bends == (0...64).map { Double($0) / 64 })
    #expect(pieces.values.elements == (0...64).map { $0.isMultiple(of: 2) ? 0 : 1 })
    let slopes = [0] + (0..<64).map { $0.isMultiple(of: 2) ? 64.0 : -64 } + [0]
    #expect(pieces.slopes.elements == slopes)
    let error = #expect(throws: NetworkError.self) {
      try LinearCells(of: network, within: Interval(), maximumCount: 20)
    }
    #expect(error?.description.contains("more than 20") == true)
  }

  private typealias Units = (
    weights: [Double], biases: [Double], out: [Double], bends: [Double]
  )

  private static let units: [Units] = [
    // Units that undo each other, bend in one place, or do not depend on x.
    ([1, -1], [0, 0], [1, -1], []),
    ([1, 2], [-1, -2], [2, -1], []),
    ([1, 1], [0, 0], [1, 1], [0]),
    ([0, 1], [5, -3], [1, 1], [3]),
    ([3, 1], [-1, 0], [1, 1], [0, 1.0 / 3]),
  ]

  @Test(arguments: units)
  func onlyWhereAnOutputBends(
    weights: [Double], biases: [Double], out: [Double], bends: [Double]
  ) throws {
    let network = try Network(layers: [
      Layer(weights: Matrix(rows: [weights]), biases: biases, activation: Formula("relu")),
      Layer(weights: Matrix(rows: out.map { [$0] })),
    ])
    #expect(try network.pieces().bends == bends)
  }

  @Test func otherActivationsOfStraightPieces() throws {
    for (name, bends, slopes) in [
      ("hardtanh", [0.0, 1.0], [0.0, 2.0, 0.0]), ("abs", [0.5], [-2, 2]), ("identity", [], [2]),
      // Bends where z = 2x - 1 is -8, -3 and 2.
      ("min(max(x, -3), x / 2 + 1)", [-3.5, -1, 1.5], [1, 0, 2, 1]),
    ] {
      let layer = try Layer(
        weights: Matrix(rows: [[2]]), biases: [-1], activation: Formula(name))
      let pieces = try Network(layers: [layer]).pieces()
      #expect(pieces.bends == bends && pieces.slopes.elements == slopes, "\(name)")
    }
    for (name, word) in [("tanh", "curved"), ("binary_step", "jumps"), ("hardshrink", "jumps")] {
      let layer = try Layer(weights: Matrix(rows: [[2]]), activation: Formula(name))
      let error = #expect(throws: NetworkError.self) { try Network(layers: [layer]).pieces() }
      #expect(
        error?.description.contains(name) == true && error?.description.contains(word) == true)
    }
    let page = try PageNetwork()
    let error = #expect(throws: NetworkError.self) { try page.network.pieces() }
    #expect(error?.description.contains("2 inputs") == true)
  }
}

struct RegionTests {
  /// 0.3·(0.1·0.1·0.7) is 0.7·(0.1·0.1·0.3), whatever rounding makes of the two.
  @Test func whatCancelsIsZero() {
    let share = DoubleDouble(0.1) * DoubleDouble(0.1)
    let forms = [0.7, 0.3].map { factor in
      AffineForm(coefficients: [share * DoubleDouble(factor)], constant: DoubleDouble(factor))
    }
    let sum = AffineForm.sum(forms, times: [0.3, -0.7], plus: 2)
    #expect(sum.coefficients == [DoubleDouble(0)] && sum.constant == DoubleDouble(2))
  }

  /// Each unit has two borders; where a unit is flat, what comes after has none of its own.
  @Test func activationsWithTwoBends() throws {
    let clipped = try Formula("hardtanh")
    let network = try Network(layers: [
      Layer(weights: Matrix(rows: [[1, 0], [0, 1]]), activation: clipped),
      Layer(weights: Matrix(rows: [[2], [2]]), activation: clipped),
    ])
    let regions = try network.regions(x: -2...2, y: -2...2)
    // x + y = ±½ cuts the inner square into three; each side, with one input held at ±1, is cut where
    // the other is -½ or ½; in the corners all is flat.
    #expect(regions.count == 3 + 4 * 2 + 4)
    let corner = regions.first { $0.pattern == [[2, 0], [1]] }
    #expect(corner?.slopes.elements == [0, 0] && corner?.intercepts == [0])
  }

  @Test func countIsThatOfTheLines() throws {
    for fact in try Fact.all("regions") {
      let layer = try Layer(
        weights: Matrix(rows: fact.weights[0]), biases: fact.biases?[0], activation: Formula("relu")
      )
      let regions = try Network(layers: [layer]).regions(x: -2...2, y: -2...2)
      #expect(regions.count == fact.count)
      #expect(Set(regions.map(\.pattern)).count == regions.count)
    }
  }

  /// Whatever the depth, regions tile the box, and their maps are the network.
  @Test(arguments: [1, 2, 3]) func regionsTileTheBoxAndAreTheNetwork(depth: Int) throws {
    let network = try Network(
      sizes: [2] + Array(repeating: 5, count: depth) + [2], activation: Formula("relu"),
      weights: .heNormal, biases: .normal(standardDeviation: 0.3), seed: 11)
    let regions = try network.regions(x: -1...3, y: 0...2)
    #expect(regions.count > 5)
    var area = 0.0
    for region in regions {
      let corners = region.corners
      let own =
        zip(corners, corners.dropFirst() + [corners[0]])
        .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
      #expect(own > 0)
      area += own
      let sum = corners.reduce(SIMD2<Double>.zero, +)
      let middle = Matrix(1, 2, [sum.x / Double(corners.count), sum.y / Double(corners.count)])
      let pass = try network.forward(middle)
      let map = Matrix.sum(of: [(middle, region.slopes)], plus: region.intercepts)
      for (value, other) in zip(map.elements, pass.outputs.elements) {
        #expect((value - other).magnitude < 1e-14)
      }
      let units = pass.layers.dropLast().map { $0.preactivations.elements.map { $0 > 0 ? 1 : 0 } }
      #expect(region.pattern == units)
    }
    #expect((area - 8).magnitude < 1e-13)
  }

  @Test func regionsByHand() throws {
    let layer = try Layer(
      weights: Matrix(rows: [[1, 1], [0, -1]]), biases: [0, 0], activation: Formula("relu"))
    let regions = try Network(layers: [layer]).regions(x: -1...1, y: -1...1)
    let corner = try #require(regions.first { $0.pattern == [[1, 1]] })
    #expect(Set(corner.corners) == [SIMD2(0, -1), SIMD2(1, -1), SIMD2(1, 1), SIMD2(0, 0)])
    #expect(corner.slopes.rows == [[1, 1], [0, -1]])
    #expect(regions.count == 4)
    for (x, y, word) in [(0.0...0.0, 0.0...1.0, "x from 0"), (0...1, 0...(.infinity), "y from 0")] {
      let error = #expect(throws: NetworkError.self) {
        try Network(layers: [layer]).regions(x: x, y: y)
      }
      #expect(error?.description.contains(word) == true)
    }
  }
}

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
