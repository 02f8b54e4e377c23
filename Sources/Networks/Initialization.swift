public import Activations

/// How weights and biases are drawn before training; d are a layer's inputs and h its units.
public enum Initialization: Sendable, Hashable {
  /// All the same, as in the chapter's biases of 0.
  case constant(Double)
  /// Normal with mean 0 and this standard deviation; the chapter takes 0.01.
  case normal(standardDeviation: Double)
  /// Uniform in [-limit, limit).
  case uniform(limit: Double)
  /// Uniform in ±√(6 / (d + h)): Glorot and Bengio 2010, "Understanding the difficulty of training
  /// deep feedforward neural networks", equation 16.
  case xavierUniform
  /// Normal with variance 2 / (d + h): ibid., equation 12.
  case xavierNormal
  /// Uniform in ±√(6 / d), of the variance of `heNormal`.
  case heUniform
  /// Normal with variance 2 / d: He et al. 2015, arXiv:1502.01852, equation 10.
  case heNormal

  /// What multiplies a number in [-1, 1) or of the standard normal distribution. Divisions and roots
  /// are rounded correctly by IEEE 754, so it is the same on every machine.
  private func scale(_ inputs: Double, _ units: Double) -> Double {
    switch self {
    case .constant(let value): value
    case .normal(let deviation): deviation
    case .uniform(let limit): limit
    case .xavierUniform: (6 / (inputs + units)).squareRoot()
    case .xavierNormal: (2 / (inputs + units)).squareRoot()
    case .heUniform: (6 / inputs).squareRoot()
    case .heNormal: (2 / inputs).squareRoot()
    }
  }

  /// The next numbers for a layer of so many inputs and units, in the order of the generator.
  func numbers(
    _ count: Int, inputs: Int, units: Int, from generator: inout SplitMix64
  ) -> [Double] {
    let scale = scale(Double(inputs), Double(units))
    return (0..<count).map { _ in
      switch self {
      case .constant: scale
      case .normal, .xavierNormal, .heNormal: generator.normal() * scale
      case .uniform, .xavierUniform, .heUniform: (2 * generator.uniform() - 1) * scale
      }
    }
  }

  /// The number that was given, which must be finite, and but for a constant not below 0.
  private var given: (name: String, value: Double, isSigned: Bool)? {
    switch self {
    case .constant(let value): ("constant", value, true)
    case .normal(let deviation): ("standard deviation", deviation, false)
    case .uniform(let limit): ("limit", limit, false)
    default: nil
    }
  }

  fileprivate func check() throws(NetworkError) {
    guard let given, !given.value.isFinite || !given.isSigned && given.value < 0 else { return }
    throw NetworkError(
      "The \(given.name) of the initialization is \(given.value) and must be a finite number"
        + (given.isSigned ? "." : " from 0 on."))
  }
}

extension Network {
  /// A network with drawn weights and biases; the same arguments give the same numbers, on every
  /// machine and in every version.
  ///
  /// SplitMix64 starts at the seed and draws layer by layer: first the weights row by row, then the
  /// biases. A layer's numbers do not depend on those after it.
  ///
  /// - Parameters:
  ///   - sizes: The number of inputs, and the units of each layer: 4, 5, 3.
  ///   - activations: σ of each layer, `nil` for a linear one.
  ///   - weights: How weights are drawn.
  ///   - biases: How biases are drawn; zeros unless said otherwise.
  /// - Throws: `NetworkError` for fewer than two sizes, one below 1, a wrong number of activations,
  ///   and a network of more than `Matrix.maximumCount` weights, before any are drawn.
  public init(
    sizes: [Int], activations: [Formula?], weights: Initialization = .xavierUniform,
    biases: Initialization = .constant(0), seed: UInt64
  ) throws(NetworkError) {
    guard sizes.count >= 2 else {
      throw NetworkError(
        "A network needs the number of its inputs and of the units of each layer, and \(sizes) are"
          + " \(sizes.count) of them; give at least two, as in 4, 5, 3.")
    }
    if let size = sizes.first(where: { $0 < 1 }) {
      throw NetworkError("A layer of \(size) units is none; give every layer 1 or more.")
    }
    guard activations.count == sizes.count - 1 else {
      throw NetworkError(
        "There are \(activations.count) activations for \(sizes.count - 1) layers; give one for each"
          + " layer, and nil for a linear one.")
    }
    let shapes = zip(sizes, sizes.dropFirst()).map { (rows: $0, columns: $1) }
    try NetworkError.check(count: shapes + sizes.map { ($0, 1) }, of: "The network")
    try weights.check()
    try biases.check()
    var generator = SplitMix64(seed: seed)
    var layers: [Layer] = []
    for ((rows, columns), activation) in zip(shapes, activations) {
      let drawn = weights.numbers(
        rows * columns, inputs: rows, units: columns, from: &generator)
      let offsets = biases.numbers(columns, inputs: rows, units: columns, from: &generator)
      layers.append(
        try Layer(
          weights: Matrix(rows, columns, drawn), biases: offsets, activation: activation))
    }
    try self.init(layers: layers)
  }

  /// A network as the chapter draws it: the same activation in every hidden layer and none in the
  /// last.
  public init(
    sizes: [Int], activation: Formula?, weights: Initialization = .xavierUniform,
    biases: Initialization = .constant(0), seed: UInt64
  ) throws(NetworkError) {
    // At least one entry, so that too few sizes are refused for what they are.
    let hidden = [Formula?](repeating: activation, count: max(0, min(sizes.count, 1 << 20) - 2))
    try self.init(
      sizes: sizes, activations: hidden + [nil], weights: weights, biases: biases, seed: seed)
  }
}
