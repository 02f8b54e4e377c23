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
    return withMoreBits(16) {
      // 2/√π · e^(-x²) · Σ 2^n x^(2n+1) / (1·3·5···(2n+1)), in which nothing cancels.
      let x = Interval(exactly: x), square = x * x, twice = square + square
      let ratio = twice.double
      var term = x, sum = x
      var odd = 3.0
      while 2 * ratio > odd || term.low.exponent > sum.low.exponent &- bits - 8 {
        term = term * twice / Interval(odd)
        sum += term
        odd += 2
      }
      // Each term is less than half of the one before, so that all further ones are below the last.
      sum += Interval(zero.low, term.high)
      return 2 * sum / (exp(square) * sqrt(.pi))
    }
  }

  private static func erfc(ofPositive x: BigFloat) -> Interval {
    if x.isInfinite { return zero }
    guard isInTail(x) else {
      // As many bits more as cancel.
      return withMoreBits(16 + Int(1.5 * x.double * x.double)) { 1 - erf(ofPositive: x) }
    }
    let bits = BigFloat.precision
    return withMoreBits(16) {
      // e^(-x²) / (x·√π) · Σ (-1)^n 1·3·5···(2n-1) / (2x²)^n, off by less than the first term left out.
      let x = Interval(exactly: x), square = x * x, twice = square + square
      var term = one, sum = one
      var odd = 1.0
      while term.high.exponent > -bits - 4 {
        term = -term * Interval(odd) / twice
        sum += term
        odd += 2
        if term.low.sign < 0 { continue }
        // Beyond its least term the series grows; it is as good as it can be there.
        if odd > twice.double { break }
      }
      let error = term.magnitude.high
      sum += Interval(-error, error)
      return exp(-square) * sum / (x * sqrt(.pi))
    }
  }

  private static func withMoreBits(_ bits: Int, _ body: () -> Interval) -> Interval {
    BigFloat.withPrecision((BigFloat.precision | 1) + 1 + 2 * (bits / 2), body)
  }
}
