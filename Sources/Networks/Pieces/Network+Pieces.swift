/// What a network of one input and of activations with straight pieces is: continuous, and straight
/// between its bends.
public struct PiecewiseLinear: Sendable, Hashable {
  /// Where an output bends, ascending; one fewer than the pieces.
  public let bends: [Double]
  /// The outputs at the bends, a bend a row.
  public let values: Matrix
  /// The slope of each output, a piece a row, from left to right.
  public let slopes: Matrix
  /// What each output's line has at 0, a piece a row.
  public let intercepts: Matrix
}

/// A convex polygon on which a network of two inputs is one affine map x ↦ xA + c.
public struct LinearRegion: Sendable, Hashable {
  /// The corners, counterclockwise.
  public let corners: [SIMD2<Double>]
  /// For each layer with an activation, on which of its straight pieces each unit is, from 0 at the
  /// left; for ReLU 0 where the unit is off and 1 where it is on.
  public let pattern: [[Int]]
  /// A, 2 x q: how each output changes with each input.
  public let slopes: Matrix
  /// c, an output a number.
  public let intercepts: [Double]
}

extension Network {
  /// The pieces of a network of one input whose activations are continuous and straight in pieces:
  /// ReLU, pReLU, leaky ReLU, hard tanh and any formula of that kind.
  ///
  /// They are computed from weights and biases, not from samples, for the function of real numbers
  /// that the weights stand for. With one hidden layer each bend of a ReLU is -b/w rounded once, the
  /// Double nearest to it; deeper, and for the other numbers, 100 bits are kept and rounded once at
  /// the end, so that only cancellation by more than 2^47 can cost a digit, and what cancels to less
  /// than 2^-80 of its terms is 0. A place where a unit bends
  /// and no output does is none, and a piece narrower than the Doubles there is left out.
  ///
  /// - Throws: `NetworkError` if the network has not one input, an activation is curved or jumps, or
  ///   there are more than 65536 pieces.
  public func pieces() throws(NetworkError) -> PiecewiseLinear {
    guard inputCount == 1 else {
      throw NetworkError(
        "A network of \(inputCount) inputs has no pieces along a line; take one input, or two for"
          + " regions of the plane.")
    }
    let cells = try LinearCells(of: self, within: Interval()).cells
      .filter { $0.shape.lower.high < $0.shape.upper.high }
      .sorted { $0.shape.lower < $1.shape.lower }
    let steepest = (0..<outputCount).map { output in
      cells.map { $0.outputs[output].coefficients[0].high.magnitude }.max() ?? 0
    }
    var pieces = [cells[0]]
    for cell in cells.dropFirst() {
      let isStraight = (0..<outputCount).allSatisfy { output in
        let change =
          cell.outputs[output].coefficients[0]
          - pieces[pieces.count - 1].outputs[output].coefficients[0]
        return change.high.magnitude <= steepest[output] * AffineForm.nearness
      }
      if !isStraight { pieces.append(cell) }
    }
    let bends = pieces.dropFirst().map(\.shape.lower)
    let values = zip(bends, pieces).flatMap { bend, piece in
      piece.outputs.map { $0.value(at: [bend]).value.high }
    }
    return PiecewiseLinear(
      bends: bends.map(\.high), values: Matrix(bends.count, outputCount, values),
      slopes: Matrix(
        pieces.count, outputCount, pieces.flatMap { $0.outputs.map { $0.coefficients[0].high } }),
      intercepts: Matrix(
        pieces.count, outputCount, pieces.flatMap { $0.outputs.map(\.constant.high) }))
  }

  /// The linear regions of a network of two inputs within a box: a polygon for each pattern of the
  /// units' activations that occurs in it.
  ///
  /// Of one hidden layer the borders are whole lines; deeper they bend where they meet the borders of
  /// an earlier layer. Corners are computed in 100 bits and rounded once, and a corner nearer to a
  /// border than 2^-80 of the numbers there counts as on it, so that borders through one point meet in
  /// it. Neighbours can have the same map, where the outputs do not depend on the unit between them.
  ///
  /// - Throws: `NetworkError` if the network has not two inputs, the box has no area, an activation is
  ///   curved or jumps, or there are more than 65536 regions.
  public func regions(
    x: ClosedRange<Double>, y: ClosedRange<Double>
  ) throws(NetworkError) -> [LinearRegion] {
    guard inputCount == 2 else {
      throw NetworkError(
        "A network of \(inputCount) inputs has no regions in a plane; take two inputs, or one for"
          + " pieces along a line.")
    }
    for (name, side) in [("x", x), ("y", y)] {
      guard side.lowerBound < side.upperBound, side.lowerBound.isFinite, side.upperBound.isFinite
      else {
        throw NetworkError(
          "Regions cannot be found for \(name) from \(side.lowerBound) to \(side.upperBound); give two"
            + " finite limits, the first below the second.")
      }
    }
    return try LinearCells(of: self, within: Polygon(x, y)).cells.map { cell in
      let slopes = (0..<2).flatMap { input in cell.outputs.map { $0.coefficients[input].high } }
      return LinearRegion(
        corners: cell.shape.corners.map { SIMD2($0[0].high, $0[1].high) }, pattern: cell.pattern,
        slopes: Matrix(2, outputCount, slopes), intercepts: cell.outputs.map(\.constant.high))
    }
  }
}
