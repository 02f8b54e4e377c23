import Activations
@testable import Networks
import Testing

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
    for fact in try RationalFact.all("pieces") {
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
