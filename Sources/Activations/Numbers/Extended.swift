internal import RealModule

/// A number of about 104 bits whose exponent practically never overflows: (high + low)·2^(512·scale)
/// with |low| at most half a unit of high's last place.
///
/// Evaluating in it and rounding once at the end gives every digit of a Double, although a formula
/// cancels half of the working digits on the way or passes through e^-1000 and back. The sums and
/// products are the usual error-free transformations: Dekker 1971, Knuth's TAOCP 4.2.2.
struct Extended: Sendable {
  /// In ±[2^-256, 2^256), or zero, infinite or NaN with `low` and `scale` zero.
  let high: Double
  let low: Double
  let scale: Int

  /// Beyond this scale numbers saturate instead of becoming infinite, so that what decays faster
  /// than exponentially wins every product: 0 · exp(exp(x)) is 0 and not NaN. Differences and
  /// quotients of two of them cannot be told and are NaN.
  static let maximumScale = 1 << 50

  /// Trusts the caller that high and low are in normal form.
  init(high: Double, low: Double, scale: Int) {
    self.high = high
    self.low = low
    self.scale = scale
  }

  init(_ value: Double) {
    self.init(normalizing: value, 0, scale: 0)
  }

  /// Brings a sum with |low| at most about |high| and a scale into normal form.
  @inline(__always)
  init(normalizing high: Double, _ low: Double, scale: Int) {
    let sum = high + low
    let magnitude = sum.magnitude
    if magnitude >= 0x1p-256, magnitude < 0x1p256, scale.magnitude <= Self.maximumScale {
      self.init(high: sum, low: low - (sum - high), scale: scale)
    } else {
      // The sum of -0 and 0 is 0; the sign is the high part's.
      self.init(rescaling: sum == 0 ? high : sum, low - (sum - high), scale: scale)
    }
  }

  private init(rescaling high: Double, _ low: Double, scale: Int) {
    guard high != 0, high.isFinite else {
      self.init(high: high, low: 0, scale: 0)
      return
    }
    guard high.magnitude >= 0x1p-256 else {
      // Twice, because a subnormal is 2^-1074 at least.
      self.init(normalizing: high * 0x1p512, low * 0x1p512, scale: scale - 1)
      return
    }
    guard high.magnitude < 0x1p256 else {
      self.init(normalizing: high * 0x1p-512, low * 0x1p-512, scale: scale + 1)
      return
    }
    if scale > Self.maximumScale {
      self.init(high: high < 0 ? -1 : 1, low: 0, scale: Self.maximumScale)
    } else {
      self.init(high: high < 0 ? -0.0 : 0, low: 0, scale: 0)
    }
  }

  /// Rounded to nearest, with gradual underflow and overflow to infinity.
  var double: Double {
    switch scale {
    case 0: high
    case -1: high * 0x1p-512
    case -2: roundedToSubnormal * 0x1p-512
    case ..<0: high < 0 ? -0.0 : 0
    case 1: high * 0x1p512
    case 2: high * 0x1p512 * 0x1p512
    default: high * .infinity
    }
  }

  /// The sum over 2^512, rounded to what a subnormal can hold if it is one over 2^1024.
  ///
  /// `high` is the sum rounded already. Rounding it again is wrong where it lies half-way between
  /// two subnormals and `low` says on which side of it the sum is.
  private var roundedToSubnormal: Double {
    let high = high * 0x1p-512, unit = 0x1p-562
    guard high.magnitude < 0x1p-510 else { return high }
    // Adding this leaves whole units.
    let shift = high < 0 ? -0x1p-510 : 0x1p-510
    let rounded = (high + shift) - shift
    let rest = high - rounded
    if rest == unit / 2, low > 0 { return rounded + unit }
    if rest == -unit / 2, low < 0 { return rounded - unit }
    return rounded == 0 ? high * 0 : rounded
  }

  var isFinite: Bool { high.isFinite }
  var isZero: Bool { high == 0 }
  var isSaturated: Bool { scale == Self.maximumScale }

  /// The number times a power of two, exactly.
  func scaled(by exponent: Int) -> Extended {
    let steps = exponent >> 9
    let factor = Double(sign: .plus, exponent: exponent & 511, significand: 1)
    // In two steps, so that no intermediate leaves the normal form's reach.
    return Extended(normalizing: high * factor, low * factor, scale: scale + steps)
  }

  var floor: Extended {
    let whole = high.rounded(.down)
    guard scale == 0 else { return scale > 0 || !isFinite ? self : Extended(high < 0 ? -1 : 0) }
    return whole == high
      ? Extended(normalizing: high, low.rounded(.down), scale: 0) : Extended(whole)
  }
}

extension Extended: Comparable {
  static func == (a: Extended, b: Extended) -> Bool {
    a.high == b.high && a.low == b.low && a.scale == b.scale
  }

  static func < (a: Extended, b: Extended) -> Bool {
    guard a.scale != b.scale, !a.isZero, !b.isZero else {
      return a.high < b.high || a.high == b.high && a.low < b.low
    }
    // Infinities and NaN have the scale 0; against them the high parts decide.
    guard a.isFinite, b.isFinite else { return a.high < b.high }
    if (a.high < 0) != (b.high < 0) { return a.high < 0 }
    return (a - b).high < 0
  }
}

extension Extended: AlgebraicField {
  init(integerLiteral value: Int) { self.init(Double(value)) }

  init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  static var zero: Extended { Extended(high: 0, low: 0, scale: 0) }
  var magnitude: Extended { high.sign == .minus ? -self : self }

  static prefix func - (a: Extended) -> Extended {
    Extended(high: -a.high, low: -a.low, scale: a.scale)
  }

  static func + (a: Extended, b: Extended) -> Extended {
    guard a.scale == b.scale else { return sumAcrossScales(a, b) }
    if a.isSaturated, (a.high < 0) != (b.high < 0) { return Extended(.nan) }
    return Extended(summing: a.high, a.low, b.high, b.low, scale: a.scale)
  }

  private static func sumAcrossScales(_ a: Extended, _ b: Extended) -> Extended {
    if a.isZero { return b }
    if b.isZero { return a }
    guard a.isFinite, b.isFinite else { return Extended(a.high + b.high) }
    guard a.scale > b.scale else { return sumAcrossScales(b, a) }
    // A pair can hold 1 + 1e-320, and comparisons may depend on it; below that b leaves no trace.
    guard a.scale - b.scale <= 2 else { return a }
    let factor = a.scale - b.scale == 1 ? 1 : 0x1p-512
    return Extended(
      summing: a.high, a.low, b.high * 0x1p-512 * factor, b.low * 0x1p-512 * factor,
      scale: a.scale)
  }

  /// The accurate sum of two pairs: the relative error stays below 2^-104 also where they cancel.
  @inline(__always)
  private init(summing a: Double, _ aLow: Double, _ b: Double, _ bLow: Double, scale: Int) {
    let high = exactSum(a, b), low = exactSum(aLow, bLow)
    // Also what has no digits to add up: infinities, NaN, and zeros, whose sign stays.
    guard high.sum.isFinite, high.sum != 0 || low.sum != 0 else {
      self.init(high: high.sum, low: 0, scale: 0)
      return
    }
    let first = high.error + low.sum
    let sum = high.sum + first
    let error = first - (sum - high.sum)
    self.init(normalizing: sum, error + low.error, scale: scale)
  }

  static func - (a: Extended, b: Extended) -> Extended { a + -b }

  static func * (a: Extended, b: Extended) -> Extended {
    let product = a.high * b.high
    guard product != 0, product.isFinite else { return Extended(product) }
    let error = (-product).addingProduct(a.high, b.high)
    return Extended(
      normalizing: product, error + (a.high * b.low + a.low * b.high), scale: a.scale + b.scale)
  }

  static func / (a: Extended, b: Extended) -> Extended {
    let first = a.high / b.high
    guard first != 0, first.isFinite, b.isFinite else { return Extended(first) }
    if b.isSaturated { return Extended(a.isSaturated ? .nan : first * 0) }
    let quotient = Extended(normalizing: first, 0, scale: 0)
    let numerator = Extended(high: a.high, low: a.low, scale: 0)
    let denominator = Extended(high: b.high, low: b.low, scale: 0)
    let remainder = numerator - quotient * denominator
    let second = remainder.double / b.high
    let last = (remainder - Extended(second) * denominator).double / b.high
    let sum = quotient + Extended(second) + Extended(last)
    return Extended(normalizing: sum.high, sum.low, scale: sum.scale + a.scale - b.scale)
  }

  static func += (a: inout Extended, b: Extended) { a = a + b }
  static func -= (a: inout Extended, b: Extended) { a = a - b }
  static func *= (a: inout Extended, b: Extended) { a = a * b }
  static func /= (a: inout Extended, b: Extended) { a = a / b }
}

/// a + b and its rounding error, which is a Double itself (Knuth).
@inline(__always)
private func exactSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let sum = a + b
  let bPart = sum - a
  return (sum, (a - (sum - bPart)) + (b - bPart))
}
