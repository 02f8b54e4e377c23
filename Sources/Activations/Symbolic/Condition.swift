// Where pieces of a formula hold.
extension Expression {
  /// A comparison with x alone on the left where that can be.
  static func condition(_ primitive: Primitive, _ a: Expression, _ b: Expression) -> Expression {
    let apart = TermSum([a, .call(.negate, [b])], isExpanding: true)
    if let number = apart.isNumber { return .number(primitive.holds(number.double) ? 1 : 0) }
    guard let place = apart.terms.firstIndex(where: { $0.isLike(Monomial(.variable)) }) else {
      return b.mentionsVariable && !a.mentionsVariable
        ? .call(primitive.mirrored, [b, a]) : .call(primitive, [a, b])
    }
    let slope = apart.terms[place].coefficient
    var others = apart.terms
    others.remove(at: place)
    let rest = others.map(\.expression)
    guard !rest.contains(where: \.mentionsVariable), let scale = slope.reciprocal else {
      return .call(primitive, [a, b])
    }
    let bound = product([(-scale).expression, sum(rest)])
    return .call(slope.isNegative ? primitive.mirrored : primitive, [.variable, sum([bound])])
  }

  /// The comparison that holds where this one does not; `nil` for what is none.
  var negatedCondition: Expression? {
    guard case .call(let primitive, let a) = self, let opposite = primitive.opposite else {
      return nil
    }
    return .call(opposite, a)
  }

  /// Whether it holds wherever another does, or nowhere there; `nil` if that is not known.
  ///
  /// - Parameter isWeak: Whether the places do not matter at which the sides are equal.
  func holds(where fact: Expression, isWeak: Bool = false) -> Bool? {
    if self == fact { return true }
    guard case .call(let first, let a) = self, case .call(let second, let b) = fact else {
      return nil
    }
    if let own = HalfLine(first, a, isWeak), let given = HalfLine(second, b, isWeak) {
      return own.contains(given)
    }
    guard a == b else { return nil }
    if first.opposite == second { return false }
    guard isWeak, let direction = first.direction, let other = second.direction else { return nil }
    return direction == other
  }

  /// The numbers below or above a bound.
  private struct HalfLine {
    let bound: Double
    let isBelow: Bool
    let isClosed: Bool
    let isWeak: Bool

    init?(_ primitive: Primitive, _ a: [Expression], _ isWeak: Bool) {
      guard a.count == 2, a[0] == .variable, let bound = a[1].fraction,
        let direction = primitive.direction
      else { return nil }
      self.bound = bound.double
      self.isWeak = isWeak
      isBelow = direction < 0
      isClosed = isWeak || primitive == .lessOrEqual || primitive == .greaterOrEqual
    }

    func contains(_ other: HalfLine) -> Bool? {
      let reach = isBelow ? bound - other.bound : other.bound - bound
      if isBelow == other.isBelow {
        return reach > 0 || reach == 0 && (isClosed || !other.isClosed) ? true : nil
      }
      return reach < 0 || reach == 0 && (isWeak || !(isClosed && other.isClosed)) ? false : nil
    }
  }

  // MARK: Assumptions

  /// The formula where a condition is known to hold, or known not to.
  func assuming(_ condition: Expression, _ isTrue: Bool) -> Expression {
    guard let fact = isTrue ? condition : condition.negatedCondition, hasPieces else { return self }
    return assuming(fact)
  }

  private var hasPieces: Bool {
    switch self {
    case .call(.where, _), .call(.max, _), .call(.min, _), .call(.clamp, _), .call(.abs, _),
      .call(.sign, _):
      true
    default: children.contains(where: \.hasPieces)
    }
  }

  private func assuming(_ fact: Expression) -> Expression {
    guard hasPieces, case .call(let primitive, let a) = self else { return self }
    if let piece = piece(of: primitive, a, where: fact) { return piece.assuming(fact) }
    let operands = a.map { $0.assuming(fact) }
    return operands == a ? self : .function(primitive, operands)
  }

  private func piece(
    of primitive: Primitive, _ a: [Expression], where fact: Expression
  ) -> Expression? {
    switch primitive {
    case .where: return a[0].holds(where: fact).map { $0 ? a[1] : a[2] }
    case .max, .min:
      return Expression.condition(.greater, a[0], a[1]).holds(where: fact, isWeak: true).map {
        $0 == (primitive == .max) ? a[0] : a[1]
      }
    case .clamp:
      let isBelow = Expression.condition(.lessOrEqual, a[0], a[1]).holds(where: fact, isWeak: true)
      let isAbove =
        Expression.condition(.greaterOrEqual, a[0], a[2]).holds(where: fact, isWeak: true)
      if isBelow == true { return a[1] }
      if isAbove == true { return a[2] }
      if isBelow == false { return isAbove == false ? a[0] : .call(.min, [a[0], a[2]]) }
      return isAbove == false ? .call(.max, [a[0], a[1]]) : nil
    case .abs:
      return Expression.condition(.greater, a[0], .number(0)).holds(where: fact, isWeak: true).map {
        $0 ? a[0] : .negated(a[0])
      }
    case .sign:
      let isPositive = Expression.condition(.greater, a[0], .number(0)).holds(where: fact)
      if isPositive == true { return .number(1) }
      let isNegative = Expression.condition(.less, a[0], .number(0)).holds(where: fact)
      return isNegative == true ? .call(.negate, [.number(1)]) : nil
    default: return nil
    }
  }
}

extension TermSum {
  /// The number that the sum is, if it is one.
  fileprivate var isNumber: Fraction? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].powers.isEmpty ? terms[0].coefficient : nil
  }
}

extension Primitive {
  /// The comparison with both sides exchanged.
  fileprivate var mirrored: Primitive {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  fileprivate var opposite: Primitive? {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    default: nil
    }
  }

  /// -1 where the left side is the lesser, 1 where it is the greater.
  fileprivate var direction: Int? {
    switch self {
    case .less, .lessOrEqual: -1
    case .greater, .greaterOrEqual: 1
    default: nil
    }
  }

  /// Whether a comparison holds of two numbers that are so far apart.
  func holds(_ difference: Double) -> Bool {
    switch self {
    case .less: difference < 0
    case .lessOrEqual: difference <= 0
    case .greater: difference > 0
    case .greaterOrEqual: difference >= 0
    case .equal: difference == 0
    default: difference != 0
    }
  }
}
