internal import CMPFR
internal import RealModule

/// Circular functions and their inverses.
extension Extended {
  private static let halfPi = pi.scaled(by: -1)
  /// π/2 in parts of 53 bits, so that a multiple of it can be taken off without a rounding error.
  private static let halfPiParts = [
    0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110, 0x1.4cf98e804177dp-164,
  ].map { Extended($0) }

  static func sin(_ x: Extended) -> Extended {
    if let (quadrant, rest) = reduced(x) { return inQuadrant(quadrant, rest) }
    return farOut(x, mpfr_sin)
  }

  static func cos(_ x: Extended) -> Extended {
    if let (quadrant, rest) = reduced(x) { return inQuadrant(quadrant + 1, rest) }
    return farOut(x, mpfr_cos)
  }

  static func tan(_ x: Extended) -> Extended { sin(x) / cos(x) }

  /// x = quadrant·π/2 + rest with |rest| up to π/4, where four parts of π/2 are enough for that.
  private static func reduced(_ x: Extended) -> (quadrant: Int, rest: Extended)? {
    let value = x.double
    guard value.magnitude < 0x1p30 else { return nil }
    let quadrant = (value * 0x1.45f306dc9c883p-1).rounded()
    guard quadrant != 0 else { return (0, x) }
    let factor = Extended(quadrant)
    return (Int(quadrant), halfPiParts.reduce(x) { $0 - factor * $1 })
  }

  /// By MPFR, which reduces angles of every size, if given the time.
  ///
  /// Far beyond the Doubles there is no telling. Only so far out that nothing but limits at infinity is
  /// looked for, any angle that differs from number to number serves to show that there is none.
  private static func farOut(_ x: Extended, _ function: Interval.Function) -> Extended {
    guard x.isFinite, !x.isSaturated else { return Extended(.nan) }
    guard x.isReducible else {
      let angle = Extended(x.high.significand * 0x1p40)
      return x.scale >= 1 << 20 ? farOut(angle, function) : Extended(.nan)
    }
    return BigFloat.withPrecision(128) {
      let angle = BigFloat(exactly: x)
      return BigFloat { function($0, angle.pointer, MPFR_RNDN) }.extended
    }
  }

  /// Whether an angle is small enough for its sine.
  var isReducible: Bool { scale < 128 }

  private static func inQuadrant(_ quadrant: Int, _ rest: Extended) -> Extended {
    switch quadrant & 3 {
    case 0: sinOfSmall(rest)
    case 1: cosOfSmall(rest)
    case 2: -sinOfSmall(rest)
    default: -cosOfSmall(rest)
    }
  }

  private static func sinOfSmall(_ x: Extended) -> Extended {
    // A zero as well, whose sign the sum below would lose.
    if x.scale < 0 || x.isZero { return x }
    let square = -(x * x)
    return x + x * (series(in: square, from: 17, through: 3) * square)
  }

  private static func cosOfSmall(_ x: Extended) -> Extended {
    series(in: -(x * x), from: 16, through: 0)
  }

  /// Σ square^k / (last + 2k)! to the thirtieth power of x: the terms after `first` in Doubles,
  /// because they are below 2^-53 of the first one.
  private static func series(
    in square: Extended, from first: Int, through last: Int
  ) -> Extended {
    let coarse = square.double
    var tail = 0.0
    for n in stride(from: first + 12, to: first, by: -2) {
      tail = (tail + inverseFactorials[n].double) * coarse
    }
    var sum = inverseFactorials[first] + Extended(tail)
    for n in stride(from: first - 2, through: last, by: -2) {
      sum = sum * square + inverseFactorials[n]
    }
    return sum
  }

  static func atan(_ x: Extended) -> Extended {
    guard !x.isZero else { return x }
    guard x.scale > 0 || x.scale == 0 && !(x.high.magnitude < 0x1p-60) else {
      return x - x * x * x / 3
    }
    guard x.isFinite || x.isNaN else { return x.high < 0 ? -halfPi : halfPi }
    guard x.scale == 0 else { return (x.high < 0 ? -halfPi : halfPi) - 1 / x }
    // tan(atan x - start), which is so small that it is its own arc tangent.
    let start = Extended(Double.atan(x.high))
    let s = sin(start), c = cos(start)
    return start + (x * c - s) / (c + x * s)
  }

  static func asin(_ x: Extended) -> Extended { atan(x / sqrt((1 - x) * (1 + x))) }

  static func acos(_ x: Extended) -> Extended { atan(sqrt((1 - x) / (1 + x))).scaled(by: 1) }
}

/// Error functions.
extension Extended {
  private static let inverseSqrtPi = Extended(
    high: 0x1.20dd750429b6dp-1, low: 0x1.1ae3a914fed80p-57, scale: 0)

  static func erf(_ x: Extended) -> Extended {
    let size = x.magnitude
    guard size.isFinite, size < 4 else { return x.high < 0 ? erfc(size) - 1 : 1 - erfc(size) }
    return x.high.sign == .minus ? -erfOfSmall(size) : erfOfSmall(size)
  }

  static func erfc(_ x: Extended) -> Extended {
    if x.high < 0 { return 2 - erfc(-x) }
    // Up to 4, where 1 - erf cancels 26 of the 104 bits, that is enough.
    guard !(x < 4) else { return 1 - erfOfSmall(x) }
    if x.isNaN { return x }
    let tail = exp(-(x * x))
    guard !tail.isZero else { return tail }
    // The continued fraction of Laplace; 300 / x terms reach 2^-100 there.
    // Its last convergent as numerator and denominator, which needs one division instead of many.
    var numerator = (before: zero, last: Extended(1)), denominator = (before: Extended(1), last: x)
    for n in 1...Int(300 / min(x.double, 20)) {
      let weight = Extended(0.5 * Double(n))
      numerator = (numerator.last, x * numerator.last + weight * numerator.before)
      denominator = (denominator.last, x * denominator.last + weight * denominator.before)
    }
    return tail * inverseSqrtPi * numerator.last / denominator.last
  }

  /// 1 / (2n + 1) for n up to 99.
  private static let oddReciprocals = (0..<100).map { 1 / Extended(Double(2 * $0 + 1)) }

  /// erf x = 2/√π · e^(-x²) · Σ 2^n x^(2n+1) / (1·3·5···(2n+1)) for x from 0 to 4; every term is
  /// positive, so nothing cancels.
  private static func erfOfSmall(_ x: Extended) -> Extended {
    let square = (x * x).scaled(by: 1)
    var term = x, sum = x
    var n = 1
    while term.double > sum.double * 0x1p-53 {
      term = term * square * oddReciprocals[n]
      sum += term
      n += 1
    }
    // What follows shows in the second half of the digits only.
    var rest = 0.0, last = term.double
    while last > sum.double * 0x1p-106 {
      last *= square.double / Double(2 * n + 1)
      rest += last
      n += 1
    }
    sum += Extended(rest)
    return (exp(-(x * x)) * inverseSqrtPi * sum).scaled(by: 1)
  }
}
