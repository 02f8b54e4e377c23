internal import Activations

/// A function of several numbers at once, in which each output depends on all inputs: what the chapter's
/// exercise 6 asks of, a nonlinearity that works on a minibatch.
public enum VectorFunction: String, Sendable, Hashable, CaseIterable {
  /// (xᵢ - mean) / √(variance + ε) over the minibatch: Ioffe and Szegedy 2015, arXiv:1502.03167, with
  /// scale 1 and shift 0; the variance is that of training, divided by n.
  case batchNorm = "batch_norm"
  /// The same over the features of one example: Ba, Kiros and Hinton 2016, arXiv:1607.06450.
  case layerNorm = "layer_norm"
  /// exp(xᵢ) / Σ exp(xⱼ).
  case softmax
  /// xᵢ - log Σ exp(xⱼ).
  case logSoftmax = "log_softmax"

  /// How many inputs there can be.
  public static let counts = 2...16
}

/// Inputs, what a function of all of them makes of each, and how each output changes with each input.
public struct VectorMap: Sendable, Hashable {
  /// x, n numbers.
  public let inputs: [Double]
  /// y, n numbers.
  public let outputs: [Double]
  /// ∂yᵢ/∂xⱼ in row i and column j, n x n.
  public let jacobian: Matrix
}

extension VectorFunction {
  /// Outputs and Jacobian at some inputs.
  ///
  /// Each output is a formula in x₁ … xₙ, which the core evaluates and differentiates in about 104 bits,
  /// rounded once.
  ///
  /// - Parameter epsilon: What is added to the variance, from 0 on; `nn.BatchNorm1d` has 1e-5.
  /// - Throws: `NetworkError` for a number of inputs beyond `counts`, one that is not finite, and where
  ///   the function has no value, as for equal inputs with an epsilon of 0.
  public func map(_ inputs: [Double], epsilon: Double = 1e-5) throws(NetworkError) -> VectorMap {
    guard Self.counts.contains(inputs.count) else {
      throw NetworkError(
        "\(rawValue) is of \(Self.counts.lowerBound) to \(Self.counts.upperBound) numbers here, and"
          + " \(inputs.count) \(inputs.count == 1 ? "is" : "are") given.")
    }
    if let wrong = inputs.first(where: { !$0.isFinite }) {
      throw NetworkError("\(rawValue) has no value for \(wrong); give finite numbers.")
    }
    guard epsilon.isFinite, epsilon >= 0 else {
      throw NetworkError("The epsilon is \(epsilon) and must be a finite number from 0 on.")
    }
    let names = inputs.indices.map { "x\($0 + 1)" }
    var constants = Dictionary(uniqueKeysWithValues: zip(names, inputs))
    constants["epsilon"] = epsilon
    var outputs: [Double] = [], rows: [Double] = []
    for own in names {
      let text = text(of: own, among: names)
      for by in names {
        let formula = try? Formula(text, constants: constants, withRespectTo: by)
        let samples = try? formula?.samples(at: [0], order: 1)
        let value = samples?.values[0] ?? .nan, slope = samples?.derivatives[1][0] ?? .nan
        guard value.isFinite, slope.isFinite else {
          throw NetworkError(
            "\(rawValue) of \(inputs.map { "\($0)" }.joined(separator: ", ")) has no finite"
              + " value or slope; give numbers that differ, or an epsilon above 0.")
        }
        if by == names[0] { outputs.append(value) }
        rows.append(slope)
      }
    }
    return VectorMap(
      inputs: inputs, outputs: outputs, jacobian: Matrix(names.count, names.count, rows))
  }

  /// An output in the formula grammar.
  private func text(of own: String, among names: [String]) -> String {
    let exponentials = names.map { "exp(\($0))" }.joined(separator: " + ")
    switch self {
    case .batchNorm, .layerNorm:
      let mean = "(\(names.joined(separator: " + "))) / \(names.count)"
      let squares = names.map { "(\($0) - \(mean))^2" }.joined(separator: " + ")
      return "(\(own) - \(mean)) / sqrt((\(squares)) / \(names.count) + epsilon)"
    case .softmax: return "exp(\(own)) / (\(exponentials))"
    case .logSoftmax: return "\(own) - log(\(exponentials))"
    }
  }
}
