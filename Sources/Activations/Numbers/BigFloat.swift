internal import CMPFR

/// A number of GNU MPFR, which is not changed once it is made.
///
/// The precision of results is that of the thread, as is MPFR's own: `withPrecision(_:_:)` sets it.
final class BigFloat: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<__mpfr_struct>

  /// With room for that many bits, or as many as the thread works with.
  private init(bits: Int? = nil) {
    pointer = .allocate(capacity: 1)
    mpfr_init2(pointer, bits.map { mpfr_prec_t($0) } ?? mpfr_get_default_prec())
  }

  deinit {
    mpfr_clear(pointer)
    pointer.deallocate()
  }

  convenience init(_ value: Double) {
    self.init(bits: 53)
    mpfr_set_d(pointer, value, MPFR_RNDN)
  }

  /// That number exactly.
  convenience init(exactly value: Extended) {
    self.init(bits: 1200)
    mpfr_set_d(pointer, value.high, MPFR_RNDN)
    mpfr_add_d(pointer, pointer, value.low, MPFR_RNDN)
    mpfr_mul_2si(pointer, pointer, 512 * value.scale, MPFR_RNDN)
  }

  /// What an operation leaves, rounded in that direction.
  convenience init(_ operation: (UnsafeMutablePointer<__mpfr_struct>) -> Int32) {
    self.init(bits: nil)
    _ = operation(pointer)
  }

  /// x ± 2^-n, exactly.
  convenience init(_ x: Double, besideBy sign: Double, exponent n: Int) {
    self.init(bits: n + 2200)
    mpfr_set_d(pointer, sign, MPFR_RNDN)
    mpfr_mul_2si(pointer, pointer, -n, MPFR_RNDN)
    mpfr_add_d(pointer, pointer, x, MPFR_RNDN)
  }

  var isNaN: Bool { mpfr_nan_p(pointer) != 0 }
  var isInfinite: Bool { mpfr_inf_p(pointer) != 0 }
  var isZero: Bool { mpfr_zero_p(pointer) != 0 }
  /// -1, 0 or 1.
  var sign: Int { mpfr_sgn(pointer) < 0 ? -1 : mpfr_sgn(pointer) > 0 ? 1 : 0 }
  var double: Double { mpfr_get_d(pointer, MPFR_RNDN) }
  var extended: Extended {
    guard mpfr_regular_p(pointer) != 0 else { return Extended(double) }
    var exponent = 0
    let high = mpfr_get_d_2exp(&exponent, pointer, MPFR_RNDN)
    let rest = BigFloat {
      mpfr_mul_2si($0, pointer, -exponent, MPFR_RNDN)
      return mpfr_sub_d($0, $0, high, MPFR_RNDN)
    }
    return Extended(normalizing: high, rest.double, scale: 0).scaled(by: exponent)
  }
  /// x², exactly.
  var squared: BigFloat {
    let square = BigFloat(bits: 2 * mpfr_get_prec(pointer))
    mpfr_sqr(square.pointer, pointer, MPFR_RNDN)
    return square
  }
  /// The whole number below or equal, exactly.
  var floor: BigFloat {
    let floor = BigFloat(bits: mpfr_get_prec(pointer))
    mpfr_floor(floor.pointer, pointer)
    return floor
  }
  /// n in 2^(n-1) ≤ |x| < 2^n.
  var exponent: Int {
    mpfr_regular_p(pointer) != 0 ? mpfr_get_exp(pointer) : isInfinite ? .max : .min
  }

  /// The same number of as many bits with the other sign.
  static prefix func - (a: BigFloat) -> BigFloat {
    let negated = BigFloat(bits: mpfr_get_prec(a.pointer))
    mpfr_neg(negated.pointer, a.pointer, MPFR_RNDN)
    return negated
  }

  static func < (a: BigFloat, b: BigFloat) -> Bool { mpfr_less_p(a.pointer, b.pointer) != 0 }
  static func <= (a: BigFloat, b: BigFloat) -> Bool { mpfr_lessequal_p(a.pointer, b.pointer) != 0 }
  static func == (a: BigFloat, b: BigFloat) -> Bool { mpfr_equal_p(a.pointer, b.pointer) != 0 }

  // MARK: Precision

  /// How many bits results have on this thread.
  static var precision: Int { mpfr_get_default_prec() }

  /// Not as far as MPFR goes, some of whose functions end the program there.
  private static let mostExponent = 1 << 56

  /// Whether no more bits will be tried on this thread, so that what cannot be told from zero is zero.
  static var isLast: Bool { precision & 1 == 1 }

  /// Computes with that many bits, an even number, and with exponents that hardly anything leaves.
  ///
  /// One bit more says that it is the last try: the precision is all of our own that MPFR keeps for a
  /// thread.
  static func withPrecision<Result>(
    _ bits: Int, isLast: Bool = false, _ body: () -> Result
  ) -> Result {
    let before = (mpfr_get_default_prec(), mpfr_get_emin(), mpfr_get_emax())
    mpfr_set_default_prec(isLast ? bits | 1 : bits)
    mpfr_set_emin(-mostExponent)
    mpfr_set_emax(mostExponent)
    defer {
      mpfr_set_default_prec(before.0)
      mpfr_set_emin(before.1)
      mpfr_set_emax(before.2)
    }
    return body()
  }
}
