public import Activations

/// A multilayer perceptron: fully connected layers, each of which takes what the one before gives.
///
/// The chapter's H = σ(XW⁽¹⁾ + b⁽¹⁾), O = HW⁽²⁾ + b⁽²⁾ is a network of two layers, of which the second
/// has no activation. Layers are counted from 1, and 0 are the inputs.
public struct Network: Sendable, Hashable {
  /// The layers, from the inputs to the outputs; at least one.
  public let layers: [Layer]

  /// How many numbers an example has: the rows of the first weights.
  public var inputCount: Int { layers[0].inputCount }
  /// How many numbers come out: the columns of the last weights.
  public var outputCount: Int { layers[layers.count - 1].unitCount }
  /// The number of inputs and the units of each layer, as in 4, 5, 3.
  public var sizes: [Int] { [inputCount] + layers.map(\.unitCount) }

  /// A network of the given layers.
  ///
  /// - Throws: `NetworkError` if there are none, or one has not as many inputs as the one before it
  ///   has units, or there are more than `Matrix.maximumCount` weights.
  public init(layers: [Layer]) throws(NetworkError) {
    guard !layers.isEmpty else {
      throw NetworkError("A network without layers has no output; give at least one layer.")
    }
    for (i, (layer, next)) in zip(layers, layers.dropFirst()).enumerated()
    where layer.unitCount != next.inputCount {
      throw NetworkError(
        "Layer \(i + 1) has weights of \(layer.weights.shape) and layer \(i + 2) of"
          + " \(next.weights.shape), which do not fit: layer \(i + 2) needs \(layer.unitCount) rows,"
          + " one for each unit of layer \(i + 1).")
    }
    try NetworkError.check(
      count: layers.map { ($0.weights.rowCount, $0.weights.columnCount) }, of: "The network")
    self.layers = layers
  }

  /// A network of weights and biases that come from a file or a page, layer by layer.
  ///
  /// - Parameters:
  ///   - weights: W of each layer, d x h.
  ///   - biases: b of each layer; zeros if `nil`.
  ///   - activations: σ of each layer, `nil` for a linear one.
  /// - Throws: `NetworkError` as `Layer` and `init(layers:)` do, naming the layer, and if the lists
  ///   are not of one length.
  public init(
    weights: [Matrix], biases: [[Double]]? = nil, activations: [Formula?]
  ) throws(NetworkError) {
    for (name, count) in [("biases", biases?.count), ("activations", activations.count)] {
      guard let count, count != weights.count else { continue }
      throw NetworkError(
        "There are \(name) for \(count) layers and weights for \(weights.count); give both for every"
          + " layer.")
    }
    var layers: [Layer] = []
    for (i, weights) in weights.enumerated() {
      do throws(NetworkError) {
        layers.append(
          try Layer(weights: weights, biases: biases?[i], activation: activations[i]))
      } catch {
        throw NetworkError("Layer \(i + 1): \(error)")
      }
    }
    try self.init(layers: layers)
  }

  /// The values of every layer for a minibatch.
  ///
  /// - Parameter inputs: X, n x d, an example a row.
  /// - Throws: `NetworkError` if X is empty or its columns are not the network's inputs.
  public func forward(_ inputs: Matrix) throws(NetworkError) -> ForwardPass {
    try check(inputs)
    var values = inputs
    let passed = layers.map { layer in
      let preactivations = layer.preactivations(of: values)
      values = layer.activated(preactivations)[0]
      return ForwardPass.Layer(preactivations: preactivations, outputs: values)
    }
    return ForwardPass(inputs: inputs, layers: passed)
  }

  func check(_ inputs: Matrix) throws(NetworkError) {
    guard inputs.rowCount > 0 else {
      throw NetworkError("The minibatch is empty; give at least one row of \(inputCount) inputs.")
    }
    guard inputs.columnCount == inputCount else {
      throw NetworkError(
        "The minibatch is \(inputs.shape) and the weights of layer 1 are \(layers[0].weights.shape),"
          + " which do not fit: an example must have \(inputCount) inputs, as many as the weights"
          + " have rows.")
    }
    try NetworkError.check(count: sizes.map { (inputs.rowCount, $0) }, of: "The minibatch's values")
  }
}

/// What a network makes of a minibatch, layer by layer.
public struct ForwardPass: Sendable, Hashable {
  /// X, n x d.
  public let inputs: Matrix
  /// What each layer makes of what comes from the one before.
  public let layers: [Layer]

  /// One layer's values, both n x h.
  public struct Layer: Sendable, Hashable {
    /// XW + b, before the activation.
    public let preactivations: Matrix
    /// H = σ(XW + b).
    public let outputs: Matrix
  }

  /// O, n x q: what the last layer gives.
  public var outputs: Matrix { layers[layers.count - 1].outputs }
}

extension Network {
  /// The network without some units, as dropout leaves it for one minibatch: the weights that lead
  /// out of a dropped unit are 0, and those out of the layer's others are multiplied by `scale`.
  ///
  /// - Parameters:
  ///   - units: The units that are dropped, counted from 0.
  ///   - layer: Whose units; 0 are the inputs, 1 the first hidden layer.
  ///   - scale: 1 / (1 - p) keeps the expectation, if p is the chance of being dropped.
  /// - Throws: `NetworkError` if the layer is the last or not there, or has no such unit.
  public func dropping(
    _ units: Set<Int>, ofLayer layer: Int, scale: Double = 1
  ) throws(NetworkError) -> Network {
    guard layers.indices.contains(layer) else {
      throw NetworkError(
        "No units of layer \(layer) can be dropped; choose 0 for the inputs"
          + (layers.count > 1 ? " or a hidden layer from 1 to \(layers.count - 1)." : "."))
    }
    let count = sizes[layer]
    if let unit = units.sorted().first(where: { !(0..<count ~= $0) }) {
      throw NetworkError(
        "Layer \(layer) has no unit \(unit + 1) to drop; it has \(count) of them.")
    }
    let old = layers[layer].weights
    let rows = old.rows.enumerated().map { i, row in
      row.map { units.contains(i) ? 0 : $0 * scale }
    }
    var changed = layers
    changed[layer] = try Layer(
      weights: Matrix(old.rowCount, old.columnCount, Array(rows.joined())),
      biases: layers[layer].biases, activation: layers[layer].activation)
    return try Network(layers: changed)
  }
}
