internal import RealModule

/// A number that formulas can be evaluated in: Float as the frameworks do, and `Extended`, which
/// keeps every digit that a Double can show.
protocol JetScalar: AlgebraicField, ElementaryFunctions, Comparable, Sendable
where Magnitude == Self {
  init(_ value: Double)
  /// The value, rounded to binary64.
  var double: Double { get }
  /// The nearest number below or equal that has no fraction.
  var floor: Self { get }

  var isFinite: Bool { get }
  /// Whether the number is too large to be told from others.
  var isSaturated: Bool { get }

  /// What rounding may add to a result of a few operations, as a share of what it is made of.
  static var roundingShare: Self { get }

  static var pi: Self { get }
  static var e: Self { get }
  static func erf(_ x: Self) -> Self
  static func erfc(_ x: Self) -> Self
}

extension JetScalar {
  var isSaturated: Bool { false }

  /// x^y, with the powers of a base of 0 or below where y is a whole number, and 0^0 = 1.
  static func power(_ x: Self, _ y: Self) -> Self {
    guard x <= 0, y == y.floor else { return pow(x, y) }
    if x == 0 { return y > 0 ? 0 : y == 0 ? 1 : 1 / x.magnitude }
    let size = pow(-x, y), half = y * Self(0.5)
    return half == half.floor ? size : -size
  }

  // NaN alone differs from itself.
  var isNaN: Bool { self != self }
}

extension Float: JetScalar {
  var double: Double { Double(self) }
  var floor: Float { rounded(.down) }
  static var roundingShare: Float { 0x1p-16 }
  static var e: Float { .exp(1) }
}
