internal import Activations

/// An activation as another one, scaled and shifted: old(z) = outer · new(inner · z) + shift.
private struct ActivationIdentity {
  let old: String
  let new: String
  let inner: Double
  let outer: Double
  let shift: Double

  static let sigmoidByTanh = ActivationIdentity(
    old: "sigmoid", new: "tanh", inner: 0.5, outer: 0.5, shift: 0.5)
  static let tanhBySigmoid = ActivationIdentity(
    old: "tanh", new: "sigmoid", inner: 2, outer: 2, shift: -1)
}

/// The chapter's exercise 5: tanh(x) + 1 = 2 sigmoid(2x), so that networks of one are networks of the
/// other.
extension Network {
  /// The network with tanh in place of sigmoid that has the same outputs, by
  /// sigmoid(z) = ½ tanh(z/2) + ½.
  ///
  /// Weights and biases into such a layer are halved, so are the weights out of it, and the biases of
  /// the next layer grow by half of the sum of each column of its weights. Halving is exact (but for
  /// numbers below 2^-1021); each of those biases is rounded once.
  ///
  /// - Throws: `NetworkError` if the last layer is a sigmoid.
  public func replacingSigmoidByTanh() throws(NetworkError) -> Network {
    try replacing(.sigmoidByTanh)
  }

  /// The network with sigmoid in place of tanh that has the same outputs, by
  /// tanh(z) = 2 sigmoid(2z) - 1.
  ///
  /// Weights and biases into such a layer are doubled, so are the weights out of it, and the biases of
  /// the next layer shrink by the sum of each column of its weights, rounded once.
  ///
  /// - Throws: `NetworkError` if the last layer is a tanh, or a weight or bias overflows.
  public func replacingTanhBySigmoid() throws(NetworkError) -> Network {
    try replacing(.tanhBySigmoid)
  }

  private func replacing(_ identity: ActivationIdentity) throws(NetworkError) -> Network {
    let isOld = layers.map { $0.activation?.activation?.name == identity.old }
    guard isOld.last == false, let new = try? Formula(identity.new) else {
      throw NetworkError(
        "Layer \(layers.count) is the last and a \(identity.old), whose outputs no later layer can"
          + " scale and shift to those of \(identity.new); add a linear layer after it.")
    }
    var changed: [Layer] = []
    for (i, layer) in layers.enumerated() {
      let follows = i > 0 && isOld[i - 1]
      let factor = (follows ? identity.outer : 1) * (isOld[i] ? identity.inner : 1)
      let shift = Array(repeating: follows ? identity.shift : 0, count: layer.inputCount)
      let biases = layer.preactivations(of: Matrix(1, layer.inputCount, shift))
      changed.append(
        try Layer(
          weights: layer.weights.map { $0 * factor },
          biases: biases.elements.map { $0 * (isOld[i] ? identity.inner : 1) },
          activation: isOld[i] ? new : layer.activation))
    }
    return try Network(layers: changed)
  }
}
