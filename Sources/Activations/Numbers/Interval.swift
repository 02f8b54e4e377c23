internal import CMPFR
internal import RealModule

/// All numbers between two of MPFR's, among which the true one is: what a formula is evaluated in when
/// its digits do not show otherwise.
///
/// An exact number is an interval of one. Both ends NaN, it is known that there is no value; both ends
/// infinite and not the same, nothing is known.
struct Interval: Sendable {
  let low: BigFloat
  let high: BigFloat

  init(_ low: BigFloat, _ high: BigFloat) {
    self.low = low
    self.high = high
  }

  init(exactly value: BigFloat) { self.init(value, value) }

  static let one = Interval(exactly: BigFloat(1))
  static let zero = Interval(exactly: BigFloat(0))
  static let undefined = Interval(exactly: BigFloat(Double.nan))
  static let unknown = Interval(BigFloat(-Double.infinity), BigFloat(Double.infinity))

  typealias Pointer = UnsafeMutablePointer<__mpfr_struct>
  typealias Operation = (Pointer, mpfr_rnd_t) -> Int32

  /// The result of an operation on exact numbers: one number, or it and its neighbour.
  static func enclosing(_ operation: Operation) -> Interval {
    var side: Int32 = 0
    let nearest = BigFloat {
      side = operation($0, MPFR_RNDN)
      return side
    }
    guard side != 0 else { return Interval(exactly: nearest) }
    let neighbour = BigFloat {
      mpfr_set($0, nearest.pointer, MPFR_RNDN)
      if side < 0 { mpfr_nextabove($0) } else { mpfr_nextbelow($0) }
      return 0
    }
    return side < 0 ? Interval(nearest, neighbour) : Interval(neighbour, nearest)
  }

  static func down(_ operation: Operation) -> BigFloat {
    BigFloat { operation($0, MPFR_RNDD) }
  }
  static func up(_ operation: Operation) -> BigFloat {
    BigFloat { operation($0, MPFR_RNDU) }
  }

  /// With ends that came out as no number as far out as can be.
  private static func between(_ low: BigFloat, _ high: BigFloat) -> Interval {
    Interval(low.isNaN ? unknown.low : low, high.isNaN ? unknown.high : high)
  }

  var isExact: Bool { low === high }
  private var isUnknown: Bool { !isExact && low.isInfinite && high.isInfinite && low < high }
  var hasZero: Bool { low.sign <= 0 && high.sign >= 0 }
  /// n with |x| < 2^n.
  var exponent: Int { Swift.max(low.exponent, high.exponent) }

  /// At the last try, zero for what cannot be told from it and is far below 2^exponent and every
  /// Double.
  func toldFromZero(below exponent: Int) -> Interval {
    guard BigFloat.isLast, !isExact, hasZero, exponent != .max,
      self.exponent < min(exponent &- BigFloat.precision / 4, -1200)
    else { return self }
    return .zero
  }
}

extension Interval: JetScalar {
  init(_ value: Double) {
    self = value.isNaN ? Self.unknown : Interval(exactly: BigFloat(value))
  }

  static var allowsForRounding: Bool { false }
  var isNaN: Bool { isExact && low.isNaN }
  var isFinite: Bool { !(low.isInfinite || high.isInfinite || low.isNaN) }
  static var roundingShare: Interval { .zero }

  var double: Double {
    let ends = (low.double, high.double)
    if ends.0 == ends.1 { return low.sign < 0 && high.sign > 0 ? 0 : ends.0 }
    return extended.double
  }

  /// The middle in 104 bits, also where no Double reaches.
  var extended: Extended {
    if isExact { return low.extended }
    return isUnknown ? Extended(.nan) : middle.extended
  }

  var middle: BigFloat {
    BigFloat {
      mpfr_add($0, low.pointer, high.pointer, MPFR_RNDN)
      return mpfr_div_2ui($0, $0, 1, MPFR_RNDN)
    }
  }

  /// Whether the ends are so near that any number between them rounds well. What is infinite exactly is
  /// a matter of limits.
  var isSettled: Bool {
    if isExact { return !low.isInfinite }
    if low.double == high.double { return true }
    guard isFinite, !hasZero else { return false }
    let width = Self.up { mpfr_sub($0, high.pointer, low.pointer, $1) }
    return width.exponent < Swift.min(low.exponent, high.exponent) - 60
  }

  static func isDecided(_ a: Interval, against b: Interval) -> Bool {
    a.isExact && b.isExact || a.high < b.low || b.high < a.low || a == b
  }

  var floor: Interval {
    guard isFinite else { return self }
    let ends = [low.floor, high.floor]
    return ends[0] == ends[1] ? Interval(exactly: ends[0]) : Interval(ends[0], ends[1])
  }

  static var pi: Interval { enclosing { mpfr_const_pi($0, $1) } }
  static var e: Interval { .exp(one) }
}

extension Interval: Comparable {
  /// Whether they are equal for sure, or cannot be told apart at the last try.
  static func == (a: Interval, b: Interval) -> Bool {
    if a.isExact && b.isExact { return a.low == b.low }
    guard BigFloat.isLast, a.low <= b.high, b.low <= a.high else {
      return false
    }
    let gap = a - b
    return gap.isExact && gap.low.isZero
  }

  /// Whether it is less for sure.
  static func < (a: Interval, b: Interval) -> Bool { a.high < b.low }
}

extension Interval: AlgebraicField {
  init(integerLiteral value: Int) { self.init(Double(value)) }

  init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  var magnitude: Interval {
    if low.sign < 0, high.sign <= 0 || isExact { return -self }
    guard low.sign < 0, high.sign > 0 else {
      return isExact && low.isZero ? .zero : self
    }
    let negated = -self
    return Interval(Self.zero.low, high < negated.high ? negated.high : high)
  }

  static prefix func - (a: Interval) -> Interval {
    let low = -a.high
    return a.isExact ? Interval(exactly: low) : Interval(low, -a.low)
  }

  static func + (a: Interval, b: Interval) -> Interval {
    if a.isNaN || b.isNaN { return undefined }
    guard !a.isExact || !b.isExact else {
      let sum = enclosing { mpfr_add($0, a.low.pointer, b.low.pointer, $1) }
      return sum.isNaN ? unknown : sum
    }
    return between(
      down { mpfr_add($0, a.low.pointer, b.low.pointer, $1) },
      up { mpfr_add($0, a.high.pointer, b.high.pointer, $1) }
    ).toldFromZero(below: Swift.max(a.exponent, b.exponent))
  }

  static func - (a: Interval, b: Interval) -> Interval { a + -b }

  static func * (a: Interval, b: Interval) -> Interval {
    if a.isNaN || b.isNaN { return undefined }
    for (zero, other) in [(a, b), (b, a)] where zero.isExact && zero.low.isZero {
      guard !other.isUnknown, !(other.isExact && other.low.isInfinite) else { return unknown }
      return other.isExact
        ? enclosing { mpfr_mul($0, zero.low.pointer, other.low.pointer, $1) } : zero
    }
    if a.isUnknown || b.isUnknown { return unknown }
    if a.isExact && b.isExact {
      return enclosing { mpfr_mul($0, a.low.pointer, b.low.pointer, $1) }
    }
    if a.low.sign >= 0 && b.low.sign >= 0 { return product(a.low, b.low, a.high, b.high) }
    if a.low.sign >= 0 && b.high.sign <= 0 { return product(a.high, b.low, a.low, b.high) }
    if a.high.sign <= 0 && b.low.sign >= 0 { return product(a.low, b.high, a.high, b.low) }
    if a.high.sign <= 0 && b.high.sign <= 0 { return product(a.high, b.high, a.low, b.low) }
    let all = [
      product(a.low, b.low, a.low, b.low), product(a.low, b.high, a.low, b.high),
      product(a.high, b.low, a.high, b.low), product(a.high, b.high, a.high, b.high),
    ]
    return all.dropFirst().reduce(all[0]) { hull, next in
      Interval(
        next.low < hull.low ? next.low : hull.low, hull.high < next.high ? next.high : hull.high)
    }
  }

  /// From the product of the first two, rounded down, to that of the others. An infinite end is one
  /// beyond number, and 0 times it is 0.
  private static func product(
    _ a: BigFloat, _ b: BigFloat, _ c: BigFloat, _ d: BigFloat
  ) -> Interval {
    let low = down { mpfr_mul($0, a.pointer, b.pointer, $1) }
    let high = up { mpfr_mul($0, c.pointer, d.pointer, $1) }
    return Interval(low.isNaN ? zero.low : low, high.isNaN ? zero.low : high)
  }

  static func / (a: Interval, b: Interval) -> Interval {
    if a.isNaN || b.isNaN { return undefined }
    if a.isExact && b.isExact {
      let quotient = enclosing { mpfr_div($0, a.low.pointer, b.low.pointer, $1) }
      return quotient.isNaN ? unknown : quotient
    }
    if b.hasZero {
      if b.isExact { mpfr_set_divby0() }
      return unknown
    }
    if a.isExact, a.low.isZero { return a }
    guard b.low.sign > 0 else { return -a / -b }
    let (below, above) = (a.low.sign >= 0 ? b.high : b.low, a.high.sign >= 0 ? b.low : b.high)
    return between(
      down { mpfr_div($0, a.low.pointer, below.pointer, $1) },
      up { mpfr_div($0, a.high.pointer, above.pointer, $1) })
  }

  static func += (a: inout Interval, b: Interval) { a = a + b }
  static func -= (a: inout Interval, b: Interval) { a = a - b }
  static func *= (a: inout Interval, b: Interval) { a = a * b }
  static func /= (a: inout Interval, b: Interval) { a = a / b }
}
