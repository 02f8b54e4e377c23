/// A number that says how far outputs are from what they should be; O is n x q.
public enum Loss: Sendable, Hashable {
  /// The sum of all outputs, whose derivative by each of them is 1.
  case sum
  /// The squared error ½(O - Y)², summed over the outputs of an example and averaged over the n
  /// examples, as the book's linear regression has it. Y is n x q.
  case squaredError(Matrix)

  /// The loss of these outputs.
  ///
  /// - Throws: `NetworkError` if there are targets of another shape.
  public func value(of outputs: Matrix) throws(NetworkError) -> Double {
    switch self {
    case .sum: return outputs.elements.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }.high
    case .squaredError(let targets):
      let errors = try Self.errors(of: outputs, from: targets)
      let sum = errors.elements.reduce(DoubleDouble(0)) { $0 + DoubleDouble(product: $1, $1) }
      return sum.high / (2 * Double(outputs.rowCount))
    }
  }

  /// ∂L/∂O, n x q.
  ///
  /// - Throws: `NetworkError` if there are targets of another shape.
  public func derivatives(at outputs: Matrix) throws(NetworkError) -> Matrix {
    switch self {
    case .sum: return outputs.map { _ in 1 }
    case .squaredError(let targets):
      let count = Double(outputs.rowCount)
      return try Self.errors(of: outputs, from: targets).map { $0 / count }
    }
  }

  /// O - Y.
  private static func errors(
    of outputs: Matrix, from targets: Matrix
  ) throws(NetworkError) -> Matrix {
    try Network.check(targets, "targets", against: outputs, "outputs")
    return outputs.combined(with: targets, -)
  }
}
