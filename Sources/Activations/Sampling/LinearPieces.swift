/// A continuous function of straight pieces, such as ReLU: where it bends, and the line of each
/// piece.
public struct LinearPieces: Sendable, Hashable {
  /// Where the function bends, ascending; one fewer than the pieces.
  public let bends: [Double]
  /// The slope of each piece, from left to right.
  public let slopes: [Double]
  /// What each piece's line has at 0.
  public let intercepts: [Double]
}

extension Formula {
  /// The function as straight pieces, each number to the last bit; `nil` if it is curved somewhere,
  /// jumps, or has more than 1000 pieces.
  ///
  /// That it is straight is read off the formula, not off samples: every register of its program is
  /// a polynomial of degree 0 or 1 between the places where the formula decides.
  public var linearPieces: LinearPieces? {
    guard differentiationParameter == nil, let degree = program.degrees[program.result],
      degree <= 1
    else { return nil }
    let limit = 1000
    let kinks = kinks(limit: limit)
    guard kinks.count < limit, kinks.allSatisfy({ $0.order == 1 }) else { return nil }
    let ends = kinks.last.map { (kinks.map { $0.left[1] } + [$0.right[1]]) }
    guard let slopes = ends ?? (try? samples(at: [0], order: 1).derivatives[1]),
      let intercepts = lineHeights(between: kinks), (slopes + intercepts).allSatisfy(\.isFinite)
    else { return nil }
    return LinearPieces(bends: kinks.map(\.x), slopes: slopes, intercepts: intercepts)
  }

  /// What the line of each piece has at 0: from a point of the piece, by its slope there.
  private func lineHeights(between kinks: [Kink]) -> [Double]? {
    var block = JetBlock<Extended>(program: program, order: 1, samples: 1)
    let bends = kinks.map(\.x)
    let inner = zip(bends, bends.dropFirst()).map { $0 / 2 + $1 / 2 }
    let first = bends.first.map { $0 - max(1, $0.magnitude) } ?? 0
    let last = bends.last.map { [$0 + max(1, $0.magnitude)] } ?? []
    return ([first] + inner + last).map { x in
      block.evaluate(at: CollectionOfOne(Extended(x)))
      return (block.derivative(0, at: 0) - block.derivative(1, at: 0) * Extended(x)).double + 0
    }
  }
}
