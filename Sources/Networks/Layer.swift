public import Activations

/// A fully connected layer: H = σ(XW + b), the chapter's equation for a hidden layer.
///
/// X is n x d, a minibatch of n examples with d inputs; W is d x h; b is 1 x h and is added to every
/// row; σ works on each entry by itself; H is n x h.
public struct Layer: Sendable, Hashable {
  /// W, d x h: an input a row, a unit a column.
  public let weights: Matrix
  /// b, a number a unit.
  public let biases: [Double]
  /// σ; a layer without one is linear: O = XW + b.
  public let activation: Formula?

  /// How many inputs it takes, d.
  public var inputCount: Int { weights.rowCount }
  /// How many units it has, h.
  public var unitCount: Int { weights.columnCount }

  /// A layer of the given numbers.
  ///
  /// - Parameter biases: A number a unit; zeros if `nil`.
  /// - Throws: `NetworkError` if there is no input or no unit, the biases are not as many as the
  ///   columns of the weights, a number is not finite, or σ is differentiated by a parameter.
  public init(
    weights: Matrix, biases: [Double]? = nil, activation: Formula? = nil
  ) throws(NetworkError) {
    self.weights = weights
    self.biases = biases ?? Array(repeating: 0, count: weights.columnCount)
    self.activation = activation
    guard weights.rowCount > 0, weights.columnCount > 0 else {
      throw NetworkError(
        "Weights of \(weights.shape) make no layer; a layer has at least one input (row) and one"
          + " unit (column).")
    }
    guard self.biases.count == weights.columnCount else {
      throw NetworkError(
        "The biases are 1 x \(self.biases.count) and the weights \(weights.shape); give one bias for"
          + " each column of the weights.")
    }
    if let place = weights.firstNonfinite {
      throw NetworkError(
        "The weight in row \(place.row + 1), column \(place.column + 1) is"
          + " \(weights[place.row, place.column]) and must be a finite number.")
    }
    if let unit = self.biases.firstIndex(where: { !$0.isFinite }) {
      throw NetworkError(
        "The bias of unit \(unit + 1) is \(self.biases[unit]) and must be a finite number.")
    }
    if let activation, let parameter = activation.differentiationParameter {
      throw NetworkError(
        "The activation \(activation.label) is to be differentiated by \(parameter), and a layer"
          + " needs its derivative by x; leave withRespectTo out.")
    }
  }

  /// XW + b, for inputs that fit.
  func preactivations(of inputs: Matrix) -> Matrix {
    Matrix.sum(of: [(inputs, weights)], plus: biases)
  }

  /// σ and, if asked for, its derivatives up to an order, at each entry; the conventions at kinks and
  /// the limits at infinity are the core's.
  func activated(_ preactivations: Matrix, order: Int = 0) -> [Matrix] {
    let shape = (preactivations.rowCount, preactivations.columnCount)
    // The orders are the core's own, so that it cannot refuse them.
    let derivatives = try? activation?.samples(at: preactivations.elements, order: order)
    guard let derivatives else {
      let one = preactivations.map { _ in 1 }, zero = preactivations.map { _ in 0 }
      return (0...order).map { $0 == 0 ? preactivations : $0 == 1 ? one : zero }
    }
    return derivatives.derivatives.map { Matrix(shape.0, shape.1, $0) }
  }
}
