internal import RealModule

/// An `Extended` number with a bound of its relative error, which every operation carries on.
///
/// The same rules evaluate a formula in it as in any other number; where the bound that a result
/// ends with does not settle its last bit, the sample is evaluated again with more bits.
struct Bounded: Sendable {
  let value: Extended
  /// What the true number may differ from `value` by, as a share of it.
  ///
  /// Infinite where nothing is known: of a zero that is left of a difference, of what a division by 0
  /// has made. A NaN without an error is known to have no value all around. A zero of underflow and a
  /// number beyond exponents have `outOfReach`: they are as good as 0 or infinite, but not among each
  /// other.
  let error: Double

  /// Of a sum, a product or a quotient; about a thousand times what was measured.
  static let unit = 0x1p-99
  /// Of a function.
  static let functionUnit = 0x1p-92
  static let outOfReach = 0x1p-60
  /// With a larger error the second-order terms would count.
  static let mostKnown = 0x1p-20

  @inline(__always)
  init(_ value: Extended, error: Double) {
    self.value = value
    self.error = error
  }

  /// With an error that is too large to be reckoned with made infinite.
  @inline(__always)
  init(_ value: Extended, bounding error: Double) {
    self.init(value, error: error < Self.mostKnown ? error : .infinity)
  }

  var isExact: Bool { error == 0 }
}

extension Bounded: JetScalar {
  @inline(__always)
  init(_ value: Double) {
    self.init(Extended(value), error: value.isFinite ? 0 : .infinity)
  }

  var double: Double { value.double }
  var isFinite: Bool { value.isFinite }
  var isSaturated: Bool { value.isSaturated }
  var isNaN: Bool { value.isNaN }
  static var roundingShare: Bounded { Bounded(.roundingShare, error: 0) }
  static var pi: Bounded { Bounded(.pi, error: unit) }
  static var e: Bounded { Bounded(.e, error: unit) }

  /// Rounding takes half a unit of the last place, which leaves room for as much again.
  @inline(__always)
  var isSettled: Bool { error <= 0x1p-56 }

  static func isDecided(_ a: Bounded, against b: Bounded) -> Bool {
    if a.isExact && b.isExact { return true }
    guard a.error < mostKnown, b.error < mostKnown else { return false }
    if a.value.isZero || b.value.isZero || (a.value.high < 0) != (b.value.high < 0) {
      return !(a.value.isZero && b.value.isZero)
    }
    let gap = (a.value - b.value).magnitude
    return gap > a.value.magnitude * Extended(a.error) + b.value.magnitude * Extended(b.error)
  }

  var floor: Bounded {
    guard !isExact, isFinite else { return Bounded(value.floor, error: error) }
    let floor = value.floor
    let below = value - floor, size = value.magnitude * Extended(error)
    let isKnown = error < Self.mostKnown && below > size && 1 - below > size
    return Bounded(floor, error: isKnown ? 0 : .infinity)
  }
}

extension Bounded: Comparable {
  @inline(__always)
  static func == (a: Bounded, b: Bounded) -> Bool { a.value == b.value }
  @inline(__always)
  static func < (a: Bounded, b: Bounded) -> Bool { a.value < b.value }
}

extension Bounded: AlgebraicField {
  init(integerLiteral value: Int) { self.init(Double(value)) }

  init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  static var zero: Bounded { Bounded(.zero, error: 0) }
  var magnitude: Bounded { Bounded(value.magnitude, error: error) }

  @inline(__always)
  static prefix func - (a: Bounded) -> Bounded { Bounded(-a.value, error: a.error) }

  static func + (a: Bounded, b: Bounded) -> Bounded {
    let sum = a.value + b.value
    guard sum.high != 0, sum.high.isFinite else { return uncommonSum(a, b, sum) }
    if a.error == 0, b.error == 0 {
      // Doubles are added without an error.
      let isExact =
        a.value.low == 0 && b.value.low == 0 && a.value.scale == 0 && b.value.scale == 0
      return Bounded(sum, error: isExact ? 0 : unit)
    }
    if sum.scale == a.value.scale, sum.scale == b.value.scale {
      let parts = a.value.high.magnitude * a.error + b.value.high.magnitude * b.error
      return Bounded(sum, bounding: parts / sum.high.magnitude + unit)
    }
    let parts =
      share(a.value, of: sum) * a.error + share(b.value, of: sum) * b.error
    return Bounded(sum, bounding: sum.isSaturated ? outOfReach : parts + unit)
  }

  /// |a / b|, at least.
  private static func share(_ a: Extended, of b: Extended) -> Double {
    if a.isZero { return 0 }
    switch a.scale - b.scale {
    case 0: return (a.high / b.high).magnitude
    case 1: return (a.high / b.high).magnitude * 0x1p512
    case -1: return Swift.max((a.high / b.high).magnitude * 0x1p-512, .leastNormalMagnitude)
    case 2...: return .infinity
    default: return .leastNormalMagnitude
    }
  }

  private static func uncommonSum(_ a: Bounded, _ b: Bounded, _ sum: Extended) -> Bounded {
    if a.isNaN || b.isNaN { return eitherNaN(a, b) }
    guard !sum.isNaN, sum.isZero else { return Bounded(sum, error: .infinity) }
    if a.value.isZero && b.value.isZero {
      return Bounded(sum, error: Swift.max(a.error, b.error))
    }
    return Bounded(sum, error: a.isExact && b.isExact ? 0 : .infinity)
  }

  private static func eitherNaN(_ a: Bounded, _ b: Bounded) -> Bounded {
    let errors = [a, b].filter(\.isNaN).map(\.error)
    return Bounded(Extended(.nan), error: errors.min() ?? .infinity)
  }

  @inline(__always)
  static func - (a: Bounded, b: Bounded) -> Bounded { a + -b }

  static func * (a: Bounded, b: Bounded) -> Bounded {
    let product = a.value * b.value
    guard product.high != 0, product.high.isFinite, !product.isSaturated else {
      return uncommonProduct(a, b, product)
    }
    if a.error == 0, b.error == 0 {
      let isExact = a.value.low == 0 && b.value.low == 0
      return Bounded(product, error: isExact ? 0 : unit)
    }
    return Bounded(product, bounding: a.error + b.error + unit)
  }

  private static func uncommonProduct(_ a: Bounded, _ b: Bounded, _ product: Extended) -> Bounded {
    if a.isNaN || b.isNaN { return eitherNaN(a, b) }
    guard product.isZero else {
      let isLarge = product.isSaturated && a.error < mostKnown && b.error < mostKnown
      return Bounded(product, error: isLarge ? outOfReach : .infinity)
    }
    for (zero, other) in [(a, b), (b, a)] where zero.value.isZero {
      if zero.isExact { return Bounded(product, error: other.isFinite ? 0 : .infinity) }
      let isSmall = zero.error < mostKnown && other.error < mostKnown && !other.isSaturated
      return Bounded(product, error: isSmall ? zero.error : .infinity)
    }
    return Bounded(product, error: Swift.max(a.error, b.error) < mostKnown ? outOfReach : .infinity)
  }

  static func / (a: Bounded, b: Bounded) -> Bounded {
    let quotient = a.value / b.value
    guard quotient.high != 0, quotient.high.isFinite, !quotient.isSaturated else {
      return uncommonQuotient(a, b, quotient)
    }
    return Bounded(quotient, bounding: a.error + b.error + unit)
  }

  private static func uncommonQuotient(
    _ a: Bounded, _ b: Bounded, _ quotient: Extended
  ) -> Bounded {
    if a.isNaN || b.isNaN { return eitherNaN(a, b) }
    let isKnown = a.error < mostKnown && b.error < mostKnown
    guard isKnown, !b.value.isZero, a.isFinite, b.isFinite, !quotient.isNaN else {
      return Bounded(quotient, error: .infinity)
    }
    return Bounded(quotient, error: a.value.isZero && a.isExact ? 0 : outOfReach)
  }

  static func += (a: inout Bounded, b: Bounded) { a = a + b }
  static func -= (a: inout Bounded, b: Bounded) { a = a - b }
  static func *= (a: inout Bounded, b: Bounded) { a = a * b }
  static func /= (a: inout Bounded, b: Bounded) { a = a / b }
}
