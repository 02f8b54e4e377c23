internal import Activations

/// The one linear layer that linear layers are together.
public struct Collapse: Sendable, Hashable {
  /// W = W⁽¹⁾W⁽²⁾…, d x q, and b = b⁽¹⁾W⁽²⁾… + b⁽²⁾…; each product rounded as `Matrix.times`.
  public let layer: Layer
  /// Whether W and b are proven exact: equal to the product before any rounding, as with small whole
  /// numbers. False too where the proof would take more computing than is spent on it.
  public let isExact: Bool
  /// The rank of the exact product of the weights, before any rounding.
  public let rank: Rank
}

/// How many rows of a matrix are linearly independent.
public enum Rank: Sendable, Hashable {
  /// Proven.
  case exactly(Int)
  /// Proven from below; that it is no more would take more computing than is spent on it.
  case atLeast(Int)

  /// The number, exact or not.
  public var value: Int {
    switch self {
    case .exactly(let rank), .atLeast(let rank): rank
    }
  }
}

extension Network {
  /// The single layer with the same outputs, if all layers are linear: O = XW⁽¹⁾W⁽²⁾ + b⁽¹⁾W⁽²⁾ + b⁽²⁾,
  /// the chapter's equation for why depth alone gains nothing.
  ///
  /// The rank is that of the exact product, computed modulo primes and proven by the size that a minor
  /// can have: no tolerance decides it. The narrowest layer bounds it from above.
  ///
  /// - Throws: `NetworkError` if a layer has an activation, naming it, or W or b overflow.
  public func collapsed() throws(NetworkError) -> Collapse {
    if let i = layers.firstIndex(where: { $0.activation != nil }) {
      throw NetworkError(
        "Layer \(i + 1) has the activation \(layers[i].activation?.label ?? ""), so that the network"
          + " is not one linear layer; only layers without an activation collapse.")
    }
    try NetworkError.check(count: [(inputCount, outputCount)], of: "The collapsed layer")
    var weights = layers[0].weights
    var biases = Matrix(1, layers[0].unitCount, layers[0].biases)
    for layer in layers.dropFirst() {
      weights = Matrix.sum(of: [(weights, layer.weights)])
      biases = layer.preactivations(of: biases)
    }
    guard let layer = try? Layer(weights: weights, biases: biases.elements) else {
      throw NetworkError(
        "The weights of the layers multiply to more than a Double holds; scale them down.")
    }
    return Collapse(
      layer: layer, isExact: isExactly(layer), rank: ExactProduct(layers.map(\.weights)).rank)
  }

  /// Whether the exact product of the layers is this layer, bias and all: with b as a further row of W
  /// and the row and column that make it one product.
  private func isExactly(_ layer: Layer) -> Bool {
    func affine(_ layer: Layer) -> Matrix {
      let rows = layer.weights.rows.map { $0 + [0] } + [layer.biases + [1]]
      return Matrix(rows.count, layer.unitCount + 1, Array(rows.joined()))
    }
    return ExactProduct(layers.map(affine)).isEqual(to: affine(layer))
  }
}
