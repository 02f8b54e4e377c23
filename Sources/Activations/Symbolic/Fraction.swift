internal import Wording

/// A fraction of whole numbers in lowest terms, in which the numbers of formulas are combined
/// without rounding. Operations whose result has too many digits give `nil`.
public struct Fraction: Hashable, Sendable, Comparable {
  /// What stands above the line, with the sign.
  public let numerator: Int128
  /// What stands below it, above 0.
  public let denominator: Int128

  static let zero = Fraction(0), one = Fraction(1), half = Fraction(whole: 1, over: 2)

  init(_ whole: Int) {
    self.init(whole: Int128(whole), over: 1)
  }

  private init(whole numerator: Int128, over denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let common = a == 0 ? 1 : Int128(a)
    self.numerator = (denominator < 0 ? -numerator : numerator) / common
    self.denominator = (denominator < 0 ? -denominator : denominator) / common
  }

  /// The decimal that the number is printed as, which is what its author wrote or meant.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let parts = plainNumeral(value.magnitude).split(separator: "e")
    let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int128(digits.joined()) else { return nil }
    let places = digits.count > 1 ? digits[1].count : 0
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - places
    guard exponent.magnitude <= 30, let power = Self.powerOfTen(exponent.magnitude) else {
      return nil
    }
    let signed = value < 0 ? -whole : whole
    guard exponent >= 0 else {
      self.init(whole: signed, over: power)
      return
    }
    let (product, overflows) = signed.multipliedReportingOverflow(by: power)
    guard !overflows else { return nil }
    self.init(whole: product, over: 1)
  }

  private static func powerOfTen(_ exponent: some BinaryInteger) -> Int128? {
    var power: Int128 = 1
    for _ in 0..<Int(exponent) {
      let (next, overflows) = power.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      power = next
    }
    return power
  }

  // MARK: Arithmetic

  static func + (a: Fraction, b: Fraction) -> Fraction? {
    let (left, first) = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let (right, second) = b.numerator.multipliedReportingOverflow(by: a.denominator)
    let (sum, third) = left.addingReportingOverflow(right)
    let (below, fourth) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    guard !first, !second, !third, !fourth else { return nil }
    return Fraction(whole: sum, over: below)
  }

  static func * (a: Fraction, b: Fraction) -> Fraction? {
    let (above, first) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (below, second) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    guard !first, !second else { return nil }
    return Fraction(whole: above, over: below)
  }

  static prefix func - (a: Fraction) -> Fraction {
    Fraction(whole: -a.numerator, over: a.denominator)
  }

  /// 1 over it; `nil` for 0.
  var reciprocal: Fraction? {
    numerator == 0 ? nil : Fraction(whole: denominator, over: numerator)
  }

  func raised(to exponent: Int) -> Fraction? {
    guard exponent.magnitude <= 64, let base = exponent < 0 ? reciprocal : self else { return nil }
    var power: Fraction? = .one
    for _ in 0..<Int(exponent.magnitude) { power = power.flatMap { $0 * base } }
    return power
  }

  /// The square root, if that is a fraction.
  var squareRoot: Fraction? {
    func root(_ whole: Int128) -> Int128? {
      guard whole >= 0, whole < 1 << 52 else { return nil }
      let root = Int128(Double(whole).squareRoot().rounded())
      return root * root == whole ? root : nil
    }
    guard let above = root(numerator), let below = root(denominator) else { return nil }
    return Fraction(whole: above, over: below)
  }

  /// Whether the first is less.
  public static func < (a: Fraction, b: Fraction) -> Bool { a.double < b.double }

  var isNegative: Bool { numerator < 0 }
  var isWhole: Bool { denominator == 1 }
  var magnitude: Fraction { isNegative ? -self : self }

  /// The number, if it is whole and small.
  var whole: Int? { isWhole ? Int(exactly: numerator) : nil }

  /// The Double nearest to it, if both parts are below 2^53.
  public var double: Double { Double(numerator) / Double(denominator) }

  // MARK: As it is written

  /// What the size is written as: a numerator and a denominator, `nil` for 1. A decimal goes to the
  /// numerator as a whole unless it is of halves, quarters, eighths or sixteenths.
  var written: (numerator: Expression?, denominator: Expression?) {
    let size = magnitude
    if size == .one { return (nil, nil) }
    if size.isWhole { return (.number(Double(size.numerator)), nil) }
    if let decimal = size.decimal, ![2, 4, 8, 16].contains(size.denominator) {
      return (.number(decimal), nil)
    }
    return (
      size.numerator == 1 ? nil : .number(Double(size.numerator)),
      .number(Double(size.denominator))
    )
  }

  /// The number, if some decimal is that exactly.
  private var decimal: Double? {
    for places in 0...30 {
      guard let power = Self.powerOfTen(places) else { return nil }
      guard power % denominator == 0 else { continue }
      let (digits, overflows) = numerator.multipliedReportingOverflow(by: power / denominator)
      return overflows ? nil : Double("\(digits)e-\(places)")
    }
    return nil
  }

  /// The fraction as a formula.
  var expression: Expression {
    let (above, below) = written
    let size = above ?? .number(1)
    let signed: Expression = isNegative ? .call(.negate, [size]) : size
    return below.map { signed / $0 } ?? signed
  }
}
