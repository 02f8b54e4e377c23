import Activations
import Networks

/// Facts in rational numbers, by the reference program.
struct RationalFact: Decodable {
  let kind: String
  let weights: [[[Double]]]
  let biases: [[Double]]?
  let slope: Double?
  let bends: [Double]?
  let slopes: [[Double]]?
  let values: [[Double]]?
  let count: Int?
  let rank: Int?

  static func all(_ kind: String) throws -> [RationalFact] {
    try references("exact-facts", as: RationalFact.self).filter { $0.kind == kind }
  }

  /// The layers, all but the last with an activation.
  func network(_ activation: Formula?) throws -> Network {
    let hidden = Array(repeating: activation, count: weights.count - 1)
    return try Network(
      weights: weights.map { try Matrix(rows: $0) }, biases: biases, activations: hidden + [nil])
  }
}
