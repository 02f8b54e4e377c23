internal import Wording

/// A map ax + b with a and b known exactly, as fractions of whole numbers.
public struct AffineMap: Sendable, Hashable, CustomStringConvertible {
  /// a, by what the map changes where x changes by 1.
  public let slope: Fraction
  /// b, its value at 0.
  public let intercept: Fraction

  /// The map in the formula grammar, as in `-x + 3.5`.
  public var description: String { expression.plain }
  /// The map in LaTeX, for mathematics mode.
  public var latex: String { expression.latex }

  private var expression: Expression {
    guard slope.numerator != 0 else { return intercept.expression }
    let part = slope.times(.variable)
    guard intercept.numerator != 0 else { return part }
    return intercept.numerator > 0
      ? .call(.add, [part, intercept.expression])
      : .call(.subtract, [part, intercept.magnitude.expression])
  }
}

/// A fraction in lowest terms, with a denominator above 0.
public struct Fraction: Sendable, Hashable {
  /// What stands above the line, with the sign.
  public let numerator: Int
  /// What stands below it.
  public let denominator: Int

  /// The Double nearest to it, if both parts are below 2^53.
  public var double: Double { Double(numerator) / Double(denominator) }

  /// A fraction, brought to lowest terms; `nil` for a denominator of 0 and for the least Int.
  init?(_ numerator: Int, _ denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    let divisor = Int(a) * (denominator < 0 ? -1 : 1)
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  /// The decimal that a Double is written as in the fewest digits, 0.1 for the Double nearest to that;
  /// `nil` if it has too many digits for whole numbers.
  init?(decimal value: Double) {
    guard value.isFinite else { return nil }
    let parts = plainNumeral(value).split(separator: "e")
    let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let places = digits.count > 1 ? digits[1].count : 0
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - places
    guard let whole = Int(digits.joined()), let power = Self.powerOfTen(exponent.magnitude) else {
      return nil
    }
    guard exponent > 0 else {
      self.init(whole, power)
      return
    }
    let (product, overflows) = whole.multipliedReportingOverflow(by: power)
    guard !overflows else { return nil }
    self.init(product, 1)
  }

  private static func powerOfTen(_ exponent: UInt) -> Int? {
    exponent > 18 ? nil : (0..<exponent).reduce(1) { power, _ in 10 * power }
  }

  var magnitude: Fraction { numerator < 0 ? -self : self }

  static prefix func - (a: Fraction) -> Fraction {
    // The least Int is none of its parts.
    Fraction(lowest: -a.numerator, a.denominator)
  }

  private init(lowest numerator: Int, _ denominator: Int) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// a + b; `nil` if whole numbers overflow.
  static func sum(_ a: Fraction, _ b: Fraction) -> Fraction? {
    let first = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let second = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let below = a.denominator.multipliedReportingOverflow(by: b.denominator)
    let above = first.partialValue.addingReportingOverflow(second.partialValue)
    guard !first.overflow, !second.overflow, !below.overflow, !above.overflow else { return nil }
    return Fraction(above.partialValue, below.partialValue)
  }

  /// a · b; `nil` if whole numbers overflow.
  static func product(_ a: Fraction, _ b: Fraction) -> Fraction? {
    // Across first, so that what cancels cannot overflow.
    guard let left = Fraction(a.numerator, b.denominator),
      let right = Fraction(b.numerator, a.denominator)
    else { return nil }
    let above = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let below = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return above.overflow || below.overflow
      ? nil : Fraction(above.partialValue, below.partialValue)
  }

  /// The reciprocal; `nil` of 0.
  var reciprocal: Fraction? { Fraction(denominator, numerator) }

  /// As a decimal if it is one of few digits, otherwise as a fraction.
  fileprivate var expression: Expression { decimal ?? times(nil) }

  private var decimal: Expression? {
    var power = 1
    for _ in 0...6 {
      if power.isMultiple(of: denominator), numerator.magnitude < 1 << 53,
        Fraction(decimal: double) == self
      {
        return Expression(signed: double)
      }
      power *= 10
    }
    return nil
  }

  /// A multiple of something, as people write it: `-x`, `2.5 * x`, `2 * x / 3`.
  fileprivate func times(_ factor: Expression?) -> Expression {
    guard numerator >= 0 else { return .call(.negate, [magnitude.times(factor)]) }
    if let factor, let decimal {
      return self == Fraction(lowest: 1, 1) ? factor : .call(.multiply, [decimal, factor])
    }
    let whole = Expression.number(Double(numerator))
    let above =
      factor.map { numerator == 1 ? $0 : .call(.multiply, [whole, $0]) } ?? whole
    return .call(.divide, [above, .number(Double(denominator))])
  }
}

extension Formula {
  /// The function as ax + b in exact fractions, if its formula is made of numbers, x, +, -, *, / and
  /// the identity alone. A number counts as the decimal that it is written as: 0.1 is 1/10.
  ///
  /// `nil` for any other formula, and where whole numbers of 64 bits do not hold the fractions.
  public var affineMap: AffineMap? {
    let open = Dictionary(openParameters.map { ($0.name, $0.value) }) { first, _ in first }
    return expression.affine(constants.merging(open) { constant, _ in constant })
  }
}

extension Expression {
  fileprivate func affine(_ values: [String: Double]) -> AffineMap? {
    guard let zero = Fraction(0, 1), let one = Fraction(1, 1) else { return nil }
    func constant(_ value: Double) -> AffineMap? {
      Fraction(decimal: value).map { AffineMap(slope: zero, intercept: $0) }
    }
    switch self {
    case .number(let value): return constant(value)
    case .constant: return nil
    case .variable: return AffineMap(slope: one, intercept: zero)
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
    guard let slope = Fraction.sum(slope, other.slope),
      let intercept = Fraction.sum(intercept, other.intercept)
    else { return nil }
    return AffineMap(slope: slope, intercept: intercept)
  }

  fileprivate func scaled(by factor: Fraction) -> AffineMap? {
    guard let slope = Fraction.product(slope, factor),
      let intercept = Fraction.product(intercept, factor)
    else { return nil }
    return AffineMap(slope: slope, intercept: intercept)
  }
}
