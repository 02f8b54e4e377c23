internal import CMPFR
internal import RealModule

/// Error functions, from series of our own: MPFR 4.2.0 ends the program for some arguments of its own,
/// √3 at 1,100 bits among them.
extension Interval {
  static func erf(_ x: Interval) -> Interval {
    atEnds(x) { value in
      if value.sign < 0 { return -erf(ofPositive: -value) }
      // With the sign of the zero.
      return value.isZero ? Interval(exactly: value) : erf(ofPositive: value)
    }
  }

  static func erfc(_ x: Interval) -> Interval {
    // Falling, so that the ends change places.
    -atEnds(x) { value in
      -(value.sign < 0 ? 1 + erf(ofPositive: -value) : erfc(ofPositive: value))
    }
  }

  /// A rising function, from its values at both ends.
  private static func atEnds(_ x: Interval, _ function: (BigFloat) -> Interval) -> Interval {
    if x.isNaN { return x }
    let low = function(x.low)
    return x.isExact ? low : Interval(low.low, function(x.high).high).toldFromZero(below: 0)
  }

  /// Whether e^(-x²) is below the last bit.
  private static func isInTail(_ x: BigFloat) -> Bool {
    let size = x.double
    return size * size > 0.7 * Double(BigFloat.precision + 16)
  }

  private static func erf(ofPositive x: BigFloat) -> Interval {
    if x.isInfinite || x.isZero { return x.isZero ? zero : one }
    if isInTail(x) { return 1 - erfc(ofPositive: x) }
    let bits = BigFloat.precision
    return withMoreBits(spareBits) {
      let value = Interval(exactly: x)
      return 2 * risingSum(x, bits) / (exp(value * value) * sqrt(.pi))
    }
  }

  /// Σ 2^n x^(2n+1) / (1·3·5···(2n+1)), which times 2/√π · e^(-x²) is erf(x) and in which nothing
  /// cancels.
  private static func risingSum(_ x: BigFloat, _ bits: Int) -> Interval {
    let twice = BigFloat {
      mpfr_sqr($0, x.pointer, MPFR_RNDN)
      return mpfr_mul_2ui($0, $0, 1, MPFR_RNDN)
    }
    let ratio = twice.double
    let sum = BigFloat { sum in
      mpfr_set(sum, x.pointer, MPFR_RNDN)
      let term = BigFloat { mpfr_set($0, sum, MPFR_RNDN) }
      var odd: UInt = 1
      repeat {
        odd += 2
        mpfr_mul(term.pointer, term.pointer, twice.pointer, MPFR_RNDN)
        mpfr_div_ui(term.pointer, term.pointer, odd, MPFR_RNDN)
        mpfr_add(sum, sum, term.pointer, MPFR_RNDN)
        // Once each term is less than half of the one before, all further ones are below the last.
      } while 2 * ratio > Double(odd)
        || !term.isZero && term.exponent > mpfr_get_exp(sum) - bits - 8
      return 0
    }
    return around(sum, error: sum.exponent - bits - 4)
  }

  private static func erfc(ofPositive x: BigFloat) -> Interval {
    if x.isInfinite { return zero }
    guard isInTail(x) else {
      // As many bits more as cancel.
      return withMoreBits(16 + Int(1.5 * x.double * x.double)) { 1 - erf(ofPositive: x) }
    }
    let bits = BigFloat.precision
    return withMoreBits(spareBits) {
      let value = Interval(exactly: x)
      return exp(-(value * value)) * alternatingSum(x, bits) / (value * sqrt(.pi))
    }
  }

  /// Σ (-1)^n 1·3·5···(2n-1) / (2x²)^n, which times e^(-x²) / (x·√π) is erfc(x), off by less than the
  /// first term left out.
  private static func alternatingSum(_ x: BigFloat, _ bits: Int) -> Interval {
    let part = BigFloat {
      mpfr_sqr($0, x.pointer, MPFR_RNDN)
      mpfr_mul_2ui($0, $0, 1, MPFR_RNDN)
      return mpfr_si_div($0, -1, $0, MPFR_RNDN)
    }
    // Beyond its least term the series grows; it is as good as it can be there.
    let most = -1 / part.double
    var last = 0
    let sum = BigFloat { sum in
      mpfr_set_ui(sum, 1, MPFR_RNDN)
      let term = BigFloat { mpfr_set($0, sum, MPFR_RNDN) }
      var odd: UInt = 1
      repeat {
        mpfr_mul(term.pointer, term.pointer, part.pointer, MPFR_RNDN)
        mpfr_mul_ui(term.pointer, term.pointer, odd, MPFR_RNDN)
        mpfr_add(sum, sum, term.pointer, MPFR_RNDN)
        odd += 2
        last = term.isZero ? -bits - 4 : term.exponent
      } while last > -bits - 4 && Double(odd) < most
      return 0
    }
    return around(sum, error: max(last, -bits - 4))
  }

  /// Bits that the rounding of all terms of a sum leaves alone: thousands of them, each off by as many
  /// roundings.
  private static let spareBits = 64

  /// A sum give or take 2^error.
  private static func around(_ sum: BigFloat, error: Int) -> Interval {
    let error = BigFloat { mpfr_set_ui_2exp($0, 1, error, MPFR_RNDU) }
    return Interval(
      down { mpfr_sub($0, sum.pointer, error.pointer, $1) },
      up { mpfr_add($0, sum.pointer, error.pointer, $1) })
  }

  private static func withMoreBits(_ bits: Int, _ body: () -> Interval) -> Interval {
    BigFloat.withPrecision((BigFloat.precision | 1) + 1 + 2 * (bits / 2), body)
  }
}
