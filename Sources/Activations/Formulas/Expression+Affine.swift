/// A map ax + b with a and b known exactly, as fractions of whole numbers.
public struct AffineMap: Sendable, Hashable, CustomStringConvertible {
  /// a, by what the map changes where x changes by 1.
  public let slope: Fraction
  /// b, its value at 0.
  public let intercept: Fraction

  /// Whether its numbers can be written with all of their digits: none of their parts has more than
  /// 53 bits. Others are rounded to that in `description` and `latex`.
  public var hasAllDigits: Bool {
    let most: UInt = 1 << 53
    return [slope, intercept].allSatisfy {
      $0.numerator.magnitude < most && $0.denominator.magnitude < most
    }
  }

  /// The map in the formula grammar, as in `-x + 3.5`.
  public var description: String { expression.plain }
  /// The map in LaTeX, for mathematics mode.
  public var latex: String { expression.latex }

  private var expression: Expression {
    guard slope.numerator != 0 else { return intercept.plain }
    let part = slope.times(.variable)
    guard intercept.numerator != 0 else { return part }
    return intercept.numerator > 0
      ? .call(.add, [part, intercept.plain])
      : .call(.subtract, [part, intercept.magnitude.plain])
  }
}

extension Fraction {
  /// As a decimal if it is one of few digits, otherwise as a fraction.
  fileprivate var plain: Expression { fewDigits ?? times(nil) }

  private var fewDigits: Expression? {
    let isShort = Int128(1_000_000).isMultiple(of: denominator) && numerator.magnitude < 1 << 53
    return isShort && Fraction(double) == self ? Expression(signed: double) : nil
  }

  /// A multiple of something, as people write it: `-x`, `2.5 * x`, `2 * x / 3`.
  fileprivate func times(_ factor: Expression?) -> Expression {
    guard numerator >= 0 else {
      // A sign before the number, not before parentheses.
      if let factor, let fewDigits, numerator != -denominator {
        return .call(.multiply, [fewDigits, factor])
      }
      return .call(.negate, [magnitude.times(factor)])
    }
    if let factor, let fewDigits {
      return self == .one ? factor : .call(.multiply, [fewDigits, factor])
    }
    let whole = Expression.number(Double(numerator))
    let above =
      factor.map { numerator == 1 ? $0 : .call(.multiply, [whole, $0]) } ?? whole
    return denominator == 1 ? above : .call(.divide, [above, .number(Double(denominator))])
  }
}

extension Formula {
  /// The function as ax + b in exact fractions, if its formula is made of numbers, x, +, -, *, / and
  /// the identity alone. A number counts as the decimal that it is written as: 0.1 is 1/10.
  ///
  /// `nil` for any other formula, and where whole numbers of 128 bits do not hold the fractions.
  public var affineMap: AffineMap? {
    let open = Dictionary(openParameters.map { ($0.name, $0.value) }) { first, _ in first }
    return expression.affine(constants.merging(open) { constant, _ in constant })
  }
}

extension Expression {
  fileprivate func affine(_ values: [String: Double]) -> AffineMap? {
    func constant(_ value: Double) -> AffineMap? {
      Fraction(value).map { AffineMap(slope: .zero, intercept: $0) }
    }
    switch self {
    case .number(let value): return constant(value)
    case .constant: return nil
    case .variable: return AffineMap(slope: .one, intercept: .zero)
    case .parameter(let name): return values[name].flatMap(constant)
    case .activation("identity", let argument, _): return argument.affine(values)
    case .activation: return nil
    case .call(.negate, let operands):
      return operands[0].affine(values).map {
        AffineMap(slope: -$0.slope, intercept: -$0.intercept)
      }
    case .call(let primitive, let operands):
      guard operands.count == 2, let left = operands[0].affine(values),
        let right = operands[1].affine(values)
      else { return nil }
      return Self.affine(primitive, left, right)
    }
  }

  private static func affine(
    _ primitive: Primitive, _ left: AffineMap, _ right: AffineMap
  ) -> AffineMap? {
    switch primitive {
    case .add: return left.adding(right)
    case .subtract:
      return left.adding(AffineMap(slope: -right.slope, intercept: -right.intercept))
    case .multiply where right.slope.numerator == 0: return left.scaled(by: right.intercept)
    case .multiply where left.slope.numerator == 0: return right.scaled(by: left.intercept)
    case .divide where right.slope.numerator == 0:
      return right.intercept.reciprocal.flatMap { left.scaled(by: $0) }
    default: return nil
    }
  }
}

extension AffineMap {
  fileprivate func adding(_ other: AffineMap) -> AffineMap? {
    guard let slope = slope + other.slope, let intercept = intercept + other.intercept else {
      return nil
    }
    return AffineMap(slope: slope, intercept: intercept)
  }

  fileprivate func scaled(by factor: Fraction) -> AffineMap? {
    guard let slope = slope * factor, let intercept = intercept * factor else { return nil }
    return AffineMap(slope: slope, intercept: intercept)
  }
}
