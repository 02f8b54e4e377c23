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

  /// Whether the number is too large to be told from others.
  var isSaturated: Bool { get }

  static var pi: Self { get }
  static var e: Self { get }
  static func erf(_ x: Self) -> Self
  static func erfc(_ x: Self) -> Self
}

extension JetScalar {
  var isSaturated: Bool { false }

  // NaN alone differs from itself.
  var isNaN: Bool { self != self }
}

extension Float: JetScalar {
  var double: Double { Double(self) }
  var floor: Float { rounded(.down) }
  static var e: Float { .exp(1) }
}
