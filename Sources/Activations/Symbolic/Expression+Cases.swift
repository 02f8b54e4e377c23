// Formulas in pieces.
extension Expression {
  /// A formula in pieces: `a` where a condition holds, `b` elsewhere.
  ///
  /// Pieces between numbers are sorted from left to right.
  static func cases(_ condition: Expression, _ a: Expression, _ b: Expression) -> Expression {
    if let number = condition.fraction { return number == .zero ? b : a }
    let first = a.assuming(condition, true), second = b.assuming(condition, false)
    if first == second { return first }
    if first.isCases, !second.isCases, let opposite = condition.negatedCondition {
      return sorted(opposite, second, first)
    }
    return sorted(condition, first, second)
  }

  private static func sorted(
    _ condition: Expression, _ a: Expression, _ b: Expression
  ) -> Expression {
    let whole = Expression.call(.where, [condition, a, b])
    guard a.isCases || b.isCases, let pieces = whole.pieces else { return whole }
    let (values, ends) = (pieces.values, pieces.ends)
    var result = values[values.count - 1]
    for (end, value) in zip(ends, values).reversed() {
      let below: Primitive = end.isLeft ? .lessOrEqual : .less
      result = .call(.where, [.call(below, [.variable, end.x.expression]), value, result])
    }
    return result
  }

  /// The formula with pieces that are the same on both sides of an interval around 0 told apart by
  /// |x|, which is for the eye alone.
  var withSymmetricPieces: Expression {
    guard case .call(let primitive, let operands) = self else { return self }
    let a = operands.map(\.withSymmetricPieces)
    guard primitive == .where, case .call(.where, let inner) = a[2], a[1] == inner[2],
      case .call(let first, let left) = a[0], case .call(let second, let right) = inner[0],
      left[0] == .variable, right[0] == .variable,
      let lower = left[1].fraction, let upper = right[1].fraction, lower == -upper,
      first == .lessOrEqual && second == .less || first == .less && second == .lessOrEqual
    else { return .call(primitive, a) }
    let inside = Expression.call(second, [.call(.abs, [.variable]), right[1]])
    return .call(.where, [inside, inner[1], a[1]])
  }

  var isCases: Bool { if case .call(.where, _) = self { true } else { false } }

  /// An end of a piece, and whether it belongs to the piece on its left.
  private struct PieceEnd {
    let x: Fraction
    let isLeft: Bool
  }

  /// The pieces of nested conditions on x alone, from left to right; `nil` if there are others, or
  /// a place that belongs to neither side.
  private var pieces: (values: [Expression], ends: [PieceEnd])? {
    var bounds: Set<Fraction> = []
    guard collectBounds(into: &bounds) else { return nil }
    let places = bounds.sorted()
    var values: [Expression] = [piece(at: places[0].double - 1)]
    var ends: [PieceEnd] = []
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1].double : place.double + 2
      let here = piece(at: place.double), right = piece(at: (place.double + next) / 2)
      let left = values[values.count - 1]
      if left == right {
        guard here == left else { return nil }
        continue
      }
      guard here == left || here == right else { return nil }
      ends.append(PieceEnd(x: place, isLeft: here == left))
      values.append(right)
    }
    return ends.isEmpty ? nil : (values, ends)
  }

  private func collectBounds(into bounds: inout Set<Fraction>) -> Bool {
    guard case .call(.where, let a) = self else { return true }
    guard case .call(let comparison, let sides) = a[0], sides.count == 2, sides[0] == .variable,
      let bound = sides[1].fraction, comparison != .equal, comparison != .notEqual
    else { return false }
    bounds.insert(bound)
    return a[1].collectBounds(into: &bounds) && a[2].collectBounds(into: &bounds)
  }

  private func piece(at x: Double) -> Expression {
    guard case .call(.where, let a) = self, case .call(let comparison, let sides) = a[0],
      let bound = sides[1].fraction
    else { return self }
    return (comparison.holds(x - bound.double) ? a[1] : a[2]).piece(at: x)
  }

  // MARK: Sums

  /// A sum with terms in pieces as pieces of sums, where the other terms are simpler within the
  /// pieces; `nil` where they are not.
  static func sumInCases(_ terms: [Expression]) -> Expression? {
    for (i, term) in terms.enumerated() {
      guard case .call(.where, let a) = term else { continue }
      for (j, other) in terms.enumerated() where j != i {
        let left = other.assuming(a[0], true), right = other.assuming(a[0], false)
        guard left != other || right != other else { continue }
        let joined = cases(a[0], sum([a[1], left]), sum([a[2], right]))
        var rest = terms
        rest[i] = joined
        rest.remove(at: j)
        return sum(rest)
      }
    }
    return nil
  }
}
