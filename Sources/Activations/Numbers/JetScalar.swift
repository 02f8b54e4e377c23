internal import RealModule

/// A number that formulas can be evaluated in: Float as the frameworks do; `Extended`, which keeps
/// most digits that a Double can show, to look for places; `Bounded`, which knows which digits it has
/// kept; and `Interval`, with as many bits as it takes.
protocol JetScalar: AlgebraicField, ElementaryFunctions, Comparable, Sendable
where Magnitude == Self {
  init(_ value: Double)
  /// The value, rounded to binary64.
  var double: Double { get }
  /// The nearest number below or equal that has no fraction.
  var floor: Self { get }

  var isFinite: Bool { get }
  var isNaN: Bool { get }
  /// Whether all digits of the number's Double are known, or that there is no number.
  var isSettled: Bool { get }
  /// Whether it is known which of the two is larger, or that they are equal.
  static func isDecided(_ a: Self, against b: Self) -> Bool
  /// Whether a place found by searching is off by rounding, so that what is nearly equal there is equal.
  static var allowsForRounding: Bool { get }
  /// Whether the number is too large to be told from others.
  var isSaturated: Bool { get }

  /// What rounding may add to a result of a few operations, as a share of what it is made of.
  static var roundingShare: Self { get }

  static var pi: Self { get }
  static var e: Self { get }
  /// x^y, with the powers of a base of 0 or below where y is a whole number, and 0^0 = 1.
  static func power(_ x: Self, _ y: Self) -> Self
  /// The larger of x and 0.
  static func positivePart(_ x: Self) -> Self
  /// 1 / (1 + exp(-x)), of which exp(-|x|) is known.
  static func sigmoid(_ x: Self, decay: Self) -> Self
  static func erf(_ x: Self) -> Self
  static func erfc(_ x: Self) -> Self
}

extension JetScalar {
  var isSaturated: Bool { false }
  var isSettled: Bool { true }
  static func isDecided(_ a: Self, against b: Self) -> Bool { true }
  static var allowsForRounding: Bool { true }
  static func positivePart(_ x: Self) -> Self { max(x, 0) }

  static func sigmoid(_ x: Self, decay: Self) -> Self {
    x < 0 ? decay / (1 + decay) : 1 / (1 + decay)
  }

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
