internal import RealModule

extension Extended: JetScalar {
  static var roundingShare: Extended { Extended(high: 0x1p-90, low: 0, scale: 0) }
}

/// Exponentials and logarithms, each right to a relative 2^-98 or so.
extension Extended {
  static let pi = Extended(high: 0x1.921fb54442d18p+1, low: 0x1.1a62633145c07p-53, scale: 0)
  static let e = Extended(high: 0x1.5bf0a8b145769p+1, low: 0x1.4d57ee2b1013ap-53, scale: 0)
  static let ln2 = Extended(high: 0x1.62e42fefa39efp-1, low: 0x1.abc9e3b39803fp-56, scale: 0)
  /// ln 2 in parts of 53 bits, so that a multiple of it can be taken off without a rounding error.
  private static let ln2Parts = [
    0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56, 0x1.7b57a079a1934p-111,
  ].map { Extended($0) }

  /// 1/n! for n up to 32.
  static let inverseFactorials: [Extended] = (1...32).reduce(into: [Extended(1)]) { list, n in
    list.append(list[n - 1] / Extended(Double(n)))
  }

  static func exp(_ x: Extended) -> Extended {
    guard let (k, rest) = reduced(x) else { return beyondExponents(x, below: zero) }
    return (expMinusOneOfSmall(rest) + 1).scaled(by: k)
  }

  static func expMinusOne(_ x: Extended) -> Extended {
    guard let (k, rest) = reduced(x) else { return beyondExponents(x, below: -1) }
    if k == 0 { return x.isZero ? x : expMinusOneOfSmall(rest) }
    return (expMinusOneOfSmall(rest) + 1).scaled(by: k) - 1
  }

  /// x = k·ln 2 + rest with |rest| at most about 0.35, or nothing where e^x has no exponent here.
  private static func reduced(_ x: Extended) -> (k: Int, rest: Extended)? {
    guard x.isFinite, x.scale <= 0, x.high.magnitude < 0x1p50 || x.scale < 0 else { return nil }
    let k = (x.double * 0x1.71547652b82fep+0).rounded()
    guard k != 0 else { return (0, x) }
    let factor = Extended(k)
    return (Int(k), ln2Parts.reduce(x) { $0 - factor * $1 })
  }

  private static func beyondExponents(_ x: Extended, below limit: Extended) -> Extended {
    if x.isNaN { return x }
    if x.high < 0 { return limit }
    return x.isFinite ? Extended(high: 1, low: 0, scale: maximumScale) : x
  }

  /// e^x - 1 for |x| up to about 0.35: the series at x/64, doubled six times by
  /// e^2x - 1 = (e^x - 1)(e^x + 1).
  private static func expMinusOneOfSmall(_ x: Extended) -> Extended {
    let argument = x.scaled(by: -6)
    // From the seventh term on a Double's digits suffice: the term is below 2^-53 of the first.
    let coarse = argument.double
    var tail = inverseFactorials[12].double
    for n in stride(from: 11, through: 7, by: -1) {
      tail = tail * coarse + inverseFactorials[n].double
    }
    var sum = Extended(tail)
    for n in stride(from: 6, through: 1, by: -1) { sum = sum * argument + inverseFactorials[n] }
    sum *= argument
    for _ in 0..<6 { sum = sum * (sum + 2) }
    return sum
  }

  static func log(_ x: Extended) -> Extended {
    guard x.high > 0, x.isFinite, !x.isSaturated else {
      // What has saturated is larger than can be told; its logarithm is unknown, but large.
      return x.isZero ? Extended(-.infinity) : x.high > 0 ? Extended(.infinity) : Extended(.nan)
    }
    var exponent = Int(x.high.exponent)
    if x.high.significand > 0x1.6a09e667f3bcdp+0 { exponent += 1 }
    let reduced = Extended(high: x.high, low: x.low, scale: 0).scaled(by: -exponent)
    let near = log(onePlus: reduced - 1)
    let power = exponent + 512 * x.scale
    return power == 0 ? near : Extended(Double(power)) * ln2 + near
  }

  static func log(onePlus x: Extended) -> Extended {
    guard x.scale > 0 || x.scale == 0 && !(x.high.magnitude < 0x1p-120) else {
      return x * (1 - x.scaled(by: -1))
    }
    guard x.isFinite, x.scale == 0, x.high.magnitude < 0.75 else { return log(x + 1) }
    // One step of Newton's method from the Double squares its error.
    let start = Extended(Double.log(onePlus: x.high))
    let residue = expMinusOne(start) - x
    let step = residue / (x + 1)
    // The second term of the step: the start is off by 1e-16, its square would show.
    return start - step - (step * step).scaled(by: -1)
  }

  static func sqrt(_ x: Extended) -> Extended {
    guard x.high > 0, x.isFinite else { return x.isZero || x.high > 0 ? x : Extended(.nan) }
    let isOdd = x.scale & 1 != 0
    let mantissa = Extended(high: x.high, low: x.low, scale: 0)
    let start = x.high.squareRoot()
    let correction = (mantissa - Extended(start) * Extended(start)).double / (2 * start)
    let root = Extended(normalizing: start, correction, scale: x.scale >> 1)
    return isOdd ? root.scaled(by: 256) : root
  }

  static func pow(_ x: Extended, _ y: Extended) -> Extended {
    if x.isZero { return y.high > 0 ? zero : y.isZero ? 1 : Extended(.infinity) }
    return x.high < 0 && y == y.floor ? power(x, y) : exp(y * log(x))
  }

  static func pow(_ x: Extended, _ n: Int) -> Extended { pow(x, Extended(Double(n))) }
  static func root(_ x: Extended, _ n: Int) -> Extended { pow(x, 1 / Extended(Double(n))) }
}

/// Hyperbolic functions and their inverses.
extension Extended {
  static func sinh(_ x: Extended) -> Extended {
    let t = expMinusOne(x.magnitude)
    let half = t.isSaturated || !t.isFinite ? t : (t + t / (t + 1)).scaled(by: -1)
    return x.high.sign == .minus ? -half : half
  }

  static func cosh(_ x: Extended) -> Extended {
    let t = exp(x.magnitude)
    return (t + 1 / t).scaled(by: -1)
  }

  static func tanh(_ x: Extended) -> Extended {
    let t = expMinusOne(x.magnitude.scaled(by: 1))
    let value = t.isSaturated || !t.isFinite ? (x.isNaN ? x : 1) : t / (t + 2)
    return x.high.sign == .minus ? -value : value
  }

  static func asinh(_ x: Extended) -> Extended {
    let size = x.magnitude, square = size * size
    guard x.isFinite else { return x }
    // From 2^256 on the 1 under the root is far below the last bit.
    let value =
      size.scale > 0
      ? log(size) + ln2 : log(onePlus: size + square / (sqrt(square + 1) + 1))
    return x.high.sign == .minus ? -value : value
  }

  static func acosh(_ x: Extended) -> Extended {
    let above = x - 1
    guard above.high >= 0 else { return Extended(.nan) }
    return log(onePlus: above + sqrt(above * (x + 1)))
  }

  static func atanh(_ x: Extended) -> Extended {
    let size = x.magnitude
    let value = log(onePlus: size.scaled(by: 1) / (1 - size)).scaled(by: -1)
    return x.high.sign == .minus ? -value : value
  }
}
