internal import CMPFR
internal import RealModule

/// Functions, by their values at both ends.
extension Interval {
  typealias Function = (
    UnsafeMutablePointer<__mpfr_struct>?, UnsafePointer<__mpfr_struct>?, mpfr_rnd_t
  ) -> Int32

  private static func rising(_ x: Interval, _ function: Function) -> Interval {
    if x.isNaN { return x }
    if x.isExact { return enclosing { function($0, x.low.pointer, $1) } }
    let wasDivided = mpfr_divby0_p() != 0
    let low = down { function($0, x.low.pointer, $1) }
    let high = up { function($0, x.high.pointer, $1) }
    // An end is not the number itself, which is beside the pole there.
    if !wasDivided { mpfr_clear_divby0() }
    // Outside of its domain with both ends, on one side of it.
    if low.isNaN, high.isNaN, !x.hasZero { return undefined }
    if low.isNaN || high.isNaN { return unknown }
    return Interval(low, high).toldFromZero(below: 0)
  }

  private static func falling(_ x: Interval, _ function: Function) -> Interval {
    guard !x.isExact else { return rising(x, function) }
    let negated = rising(x) { result, x, rounding in
      let opposite = rounding == MPFR_RNDD ? MPFR_RNDU : MPFR_RNDD
      let side = function(result, x, opposite)
      mpfr_neg(result, result, MPFR_RNDN)
      return -side
    }
    return -negated
  }

  static func exp(_ x: Interval) -> Interval { rising(x, mpfr_exp) }
  static func expMinusOne(_ x: Interval) -> Interval { rising(x, mpfr_expm1) }
  static func log(_ x: Interval) -> Interval { rising(x, mpfr_log) }
  static func log(onePlus x: Interval) -> Interval { rising(x, mpfr_log1p) }
  static func sqrt(_ x: Interval) -> Interval { rising(x, mpfr_sqrt) }
  static func sinh(_ x: Interval) -> Interval { rising(x, mpfr_sinh) }
  static func cosh(_ x: Interval) -> Interval { rising(x.magnitude, mpfr_cosh) }
  static func tanh(_ x: Interval) -> Interval { rising(x, mpfr_tanh) }
  static func asinh(_ x: Interval) -> Interval { rising(x, mpfr_asinh) }
  static func acosh(_ x: Interval) -> Interval { rising(x, mpfr_acosh) }
  static func atanh(_ x: Interval) -> Interval { rising(x, mpfr_atanh) }
  static func asin(_ x: Interval) -> Interval { rising(x, mpfr_asin) }
  static func acos(_ x: Interval) -> Interval { falling(x, mpfr_acos) }
  static func atan(_ x: Interval) -> Interval { rising(x, mpfr_atan) }
  static func sin(_ x: Interval) -> Interval { circular(x, mpfr_sin) }
  static func cos(_ x: Interval) -> Interval { circular(x, mpfr_cos) }
  static func tan(_ x: Interval) -> Interval { sin(x) / cos(x) }

  /// The value at the lower end, give or take the width; all there is where an angle is so large that
  /// reducing it would take for ever.
  private static func circular(_ x: Interval, _ function: Function) -> Interval {
    if x.isNaN { return x }
    guard x.isFinite, x.exponent < 1 << 16 else {
      return x.isExact && x.low.isInfinite ? unknown : Interval(BigFloat(-1), BigFloat(1))
    }
    let value = enclosing { function($0, x.low.pointer, $1) }
    guard !x.isExact else { return value }
    let width = up { mpfr_sub($0, x.high.pointer, x.low.pointer, $1) }
    return Interval(
      down { mpfr_sub($0, value.low.pointer, width.pointer, $1) },
      up { mpfr_add($0, value.high.pointer, width.pointer, $1) }
    ).toldFromZero(below: 0)
  }

  /// x^y of a positive x, and of others where y is a whole number.
  static func power(_ x: Interval, _ y: Interval) -> Interval {
    if x.isNaN || y.isNaN { return undefined }
    if x.isExact, x.low.isZero {
      guard y.isExact || !y.hasZero else { return unknown }
      return y.low.sign > 0 ? .zero : y.low.isZero ? one : 1 / .zero
    }
    if x.isExact, y.isExact { return enclosing { mpfr_pow($0, x.low.pointer, y.low.pointer, $1) } }
    if x.low.sign > 0 { return exp(y * log(x)) }
    guard y.isExact, mpfr_integer_p(y.low.pointer) != 0 else {
      return x.high.sign < 0 && y.floor.isExact ? undefined : unknown
    }
    guard x.high.sign < 0 else { return unknown }
    let size = exp(y * log(-x))
    let half = BigFloat { mpfr_div_2ui($0, y.low.pointer, 1, MPFR_RNDN) }
    return mpfr_integer_p(half.pointer) != 0 ? size : -size
  }

  static func pow(_ x: Interval, _ y: Interval) -> Interval { power(x, y) }
  static func pow(_ x: Interval, _ n: Int) -> Interval { power(x, Interval(Double(n))) }
  static func root(_ x: Interval, _ n: Int) -> Interval { power(x, 1 / Interval(Double(n))) }

  static func positivePart(_ x: Interval) -> Interval {
    if x.low.sign >= 0 || x.isNaN { return x }
    return x.high.sign <= 0 ? .zero : Interval(zero.low, x.high)
  }

  /// Also of an interval with 0 in it.
  static func sigmoid(_ x: Interval, decay: Interval) -> Interval { 1 / (1 + exp(-x)) }
}
