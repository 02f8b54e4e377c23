/// The derivatives of one number, the loss L, by all that a network computes with.
public struct Gradients: Sendable, Hashable {
  /// ∂L/∂X, n x d.
  public let inputs: Matrix
  /// The derivatives by what belongs to each layer.
  public let layers: [Layer]

  /// The derivatives of L by what belongs to one layer.
  public struct Layer: Sendable, Hashable {
    /// ∂L/∂W, of the shape of W.
    public let weights: Matrix
    /// ∂L/∂b, a number a unit.
    public let biases: [Double]
    /// ∂L/∂Z, n x h, where Z = XW + b is before the activation: what vanishes or explodes with depth.
    public let preactivations: Matrix
    /// ∂L/∂H, n x h, by what the layer gives.
    public let outputs: Matrix
    /// σ′(Z), n x h.
    public let slopes: Matrix

    /// The units, counted from 0, through which no example of the minibatch passes a gradient.
    public var deadUnits: [Int] {
      (0..<slopes.columnCount).filter { unit in slopes.column(unit).allSatisfy { $0 == 0 } }
    }
  }
}

/// A direction in which inputs, weights and biases change together; what is `nil` stays.
public struct Direction: Sendable, Hashable {
  /// The change of X.
  public let inputs: Matrix?
  /// The change of each layer's W.
  public let weights: [Matrix]?
  /// The change of each layer's b.
  public let biases: [[Double]]?

  /// The direction in which these change.
  public init(inputs: Matrix? = nil, weights: [Matrix]? = nil, biases: [[Double]]? = nil) {
    (self.inputs, self.weights, self.biases) = (inputs, weights, biases)
  }
}

extension Network {
  /// The derivatives of a loss by weights, biases and inputs, by reverse mode.
  ///
  /// - Throws: `NetworkError` as `forward`, and if the loss does not fit the outputs.
  public func gradients(of loss: Loss, at inputs: Matrix) throws(NetworkError) -> Gradients {
    let pass = try forward(inputs)
    return try gradients(of: pass, cotangents: loss.derivatives(at: pass.outputs))
  }

  /// The derivatives by weights, biases and inputs of the sum of the outputs, each times its
  /// cotangent, by reverse mode: ∂L/∂Z = ∂L/∂H ⊙ σ′(Z), ∂L/∂W = Xᵀ ∂L/∂Z, ∂L/∂b the column sums of
  /// ∂L/∂Z, and ∂L/∂X = ∂L/∂Z Wᵀ, from the last layer to the first.
  ///
  /// σ′ is the core's, with its conventions at kinks, and right in the tails. Each layer rounds twice,
  /// its products as `Matrix.times`. Nothing is clipped: a gradient can underflow to 0 or overflow.
  ///
  /// - Parameters:
  ///   - pass: A forward pass of this network.
  ///   - cotangents: ∂L/∂O, n x q.
  /// - Throws: `NetworkError` if the cotangents have not the shape of the outputs, or the pass is one
  ///   of a network of other sizes.
  public func gradients(
    of pass: ForwardPass, cotangents: Matrix
  ) throws(NetworkError) -> Gradients {
    let passed = [pass.inputs.columnCount] + pass.layers.map(\.outputs.columnCount)
    guard passed == sizes else {
      throw NetworkError(
        "The forward pass is one of a network of sizes \(passed), and this one has \(sizes); take the"
          + " pass from this network.")
    }
    try Self.check(cotangents, "cotangents", against: pass.outputs, "outputs")
    var gradients: [Gradients.Layer] = []
    var outputs = cotangents
    for i in layers.indices.reversed() {
      let layer = layers[i]
      let inputs = i == 0 ? pass.inputs : pass.layers[i - 1].outputs
      let slopes = layer.activated(pass.layers[i].preactivations, order: 1)[1]
      let preactivations = outputs.combined(with: slopes, *)
      gradients.append(
        Gradients.Layer(
          weights: Matrix.sum(of: [(inputs.transposed, preactivations)]),
          biases: preactivations.columnSums, preactivations: preactivations, outputs: outputs,
          slopes: slopes))
      outputs = Matrix.sum(of: [(preactivations, layer.weights.transposed)])
    }
    return Gradients(inputs: outputs, layers: gradients.reversed())
  }

  /// How the outputs change in a direction, n x q, by forward mode.
  ///
  /// It goes the other way through the network than `gradients` and shares nothing with it but σ′, so
  /// that each is a check of the other.
  ///
  /// - Throws: `NetworkError` as `forward`, and if the direction does not fit the network.
  public func directionalDerivative(
    at inputs: Matrix, along direction: Direction
  ) throws(NetworkError) -> Matrix {
    let pass = try forward(inputs)
    try check(direction, at: inputs)
    var values = inputs
    var tangents = direction.inputs ?? inputs.map { _ in 0 }
    for (i, layer) in layers.enumerated() {
      var products = [(tangents, layer.weights)]
      if let weights = direction.weights?[i] { products.append((values, weights)) }
      let changes = Matrix.sum(of: products, plus: direction.biases?[i])
      let slopes = layer.activated(pass.layers[i].preactivations, order: 1)[1]
      tangents = changes.combined(with: slopes, *)
      values = pass.layers[i].outputs
    }
    return tangents
  }

  private func check(_ direction: Direction, at inputs: Matrix) throws(NetworkError) {
    if let change = direction.inputs {
      try Self.check(change, "changes of the inputs", against: inputs, "inputs")
    }
    for count in [direction.weights?.count, direction.biases?.count] {
      guard let count, count != layers.count else { continue }
      throw NetworkError(
        "The direction has changes for \(count) layers and the network has \(layers.count); give one"
          + " for each layer.")
    }
    for (i, layer) in layers.enumerated() {
      if let change = direction.weights?[i] {
        try Self.check(
          change, "changes of the weights", against: layer.weights, "weights of layer \(i + 1)")
      }
      if let change = direction.biases?[i] {
        try Self.check(
          Matrix(1, change.count, change), "changes of the biases",
          against: Matrix(1, layer.unitCount, layer.biases), "biases of layer \(i + 1)")
      }
    }
  }

  static func check(
    _ matrix: Matrix, _ name: String, against other: Matrix, _ otherName: String
  ) throws(NetworkError) {
    guard (matrix.rowCount, matrix.columnCount) == (other.rowCount, other.columnCount) else {
      throw NetworkError(
        "The \(name) are \(matrix.shape) and the \(otherName) \(other.shape); give both the same shape."
      )
    }
  }
}
