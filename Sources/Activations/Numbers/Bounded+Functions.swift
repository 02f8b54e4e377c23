internal import RealModule

/// Functions, each with the factor by which it hands on its argument's relative error.
extension Bounded {
  /// f(x) with f's own error, and |x·f'(x) / f(x)| times that of x.
  ///
  /// - Parameter condition: That factor or a bound of it, from x and f(x); asked for only if x has an
  ///   error.
  private static func apply(
    _ x: Bounded, _ function: (Extended) -> Extended, own: Double = functionUnit,
    condition: (_ x: Double, _ result: Double) -> Double
  ) -> Bounded {
    let result = function(x.value)
    guard result.high != 0, result.isFinite, !result.isSaturated else {
      return uncommon(x, result, function, own: own)
    }
    guard x.error != 0 else { return Bounded(result, error: own) }
    guard x.error < mostKnown else { return Bounded(result, error: .infinity) }
    // Doubled, for what the factor changes by within the bound.
    let factor = 2 * condition(x.double.magnitude, result.double.magnitude)
    return Bounded(result, bounding: factor * x.error + own)
  }

  private static func uncommon(
    _ x: Bounded, _ result: Extended, _ function: (Extended) -> Extended, own: Double
  ) -> Bounded {
    if x.isNaN { return x }
    if result.isNaN, own.isFinite {
      // Of what is outside of a domain there is no value, if it is outside of it for sure.
      let ends = [1 - 2 * mostKnown, 1 + 2 * mostKnown].map { function(x.value * Extended($0)) }
      let isOutside = x.isExact || x.error < mostKnown && ends.allSatisfy(\.isNaN)
      return Bounded(result, error: isOutside ? 0 : .infinity)
    }
    guard result.isFinite, x.error < mostKnown else { return Bounded(result, error: .infinity) }
    if result.isSaturated { return Bounded(result, error: outOfReach) }
    if x.value.isZero { return Bounded(result, error: x.error) }
    // Far out it is underflow; nearer the zero of a logarithm, say.
    if x.value.magnitude > 2 { return Bounded(result, error: outOfReach) }
    return Bounded(result, error: x.isExact ? 0 : .infinity)
  }

  static func exp(_ x: Bounded) -> Bounded { apply(x, Extended.exp) { x, _ in x } }
  static func expMinusOne(_ x: Bounded) -> Bounded {
    apply(x, Extended.expMinusOne) { x, _ in x + 1 }
  }

  static func log(_ x: Bounded) -> Bounded {
    if x.value.high < 0, x.error < mostKnown { return Bounded(Extended(.nan), error: 0) }
    return apply(x, Extended.log(_:)) { _, log in 1 / log }
  }

  static func log(onePlus x: Bounded) -> Bounded {
    apply(x, Extended.log(onePlus:)) { size, log in
      let whole = (1 + x.value).double
      return whole.isFinite ? size / whole / log : 1 / log
    }
  }

  static func sqrt(_ x: Bounded) -> Bounded {
    if x.value.high < 0, x.error < mostKnown { return Bounded(Extended(.nan), error: 0) }
    return apply(x, Extended.sqrt, own: unit) { _, _ in 0.5 }
  }

  /// Some angles are too large for anyone.
  private static func circularError(_ x: Bounded) -> Double {
    x.value.isReducible ? functionUnit : .infinity
  }

  static func sin(_ x: Bounded) -> Bounded {
    apply(x, Extended.sin, own: circularError(x)) { $0 / $1 }
  }
  static func cos(_ x: Bounded) -> Bounded {
    apply(x, Extended.cos, own: circularError(x)) { $0 / $1 }
  }
  static func tan(_ x: Bounded) -> Bounded {
    apply(x, Extended.tan, own: circularError(x)) { $0 * (1 / $1 + $1) }
  }

  static func asin(_ x: Bounded) -> Bounded {
    apply(x, Extended.asin) { $0 / rootOfComplement(x) / $1 }
  }
  static func acos(_ x: Bounded) -> Bounded {
    apply(x, Extended.acos) { $0 / rootOfComplement(x) / $1 }
  }
  private static func rootOfComplement(_ x: Bounded) -> Double {
    Extended.sqrt((1 - x.value) * (1 + x.value)).double
  }
  static func atan(_ x: Bounded) -> Bounded { apply(x, Extended.atan) { _, _ in 1 } }

  static func sinh(_ x: Bounded) -> Bounded { apply(x, Extended.sinh) { x, _ in x + 1 } }
  static func cosh(_ x: Bounded) -> Bounded { apply(x, Extended.cosh) { x, _ in x } }
  static func tanh(_ x: Bounded) -> Bounded { apply(x, Extended.tanh) { _, _ in 1 } }
  static func asinh(_ x: Bounded) -> Bounded { apply(x, Extended.asinh) { _, _ in 1 } }

  static func acosh(_ x: Bounded) -> Bounded {
    apply(x, Extended.acosh) { size, result in
      let root = Extended.sqrt((x.value - 1) * (x.value + 1)).double
      return root.isFinite ? size / root / result : 1 / result
    }
  }
  static func atanh(_ x: Bounded) -> Bounded {
    apply(x, Extended.atanh) { $0 / ((1 - x.value) * (1 + x.value)).double.magnitude / $1 }
  }

  static func erf(_ x: Bounded) -> Bounded { apply(x, Extended.erf) { _, _ in 1 } }
  /// Its complement cancels some 26 bits below 4.
  static func erfc(_ x: Bounded) -> Bounded {
    apply(x, Extended.erfc, own: x.value.high < 0 ? functionUnit : 0x1p-75) { x, _ in
      2 * x * x + 2 * x
    }
  }

  static func pow(_ x: Bounded, _ y: Bounded) -> Bounded {
    if x.isNaN || y.isNaN { return x.isNaN ? x : y }
    if x.value.high < 0, y.isExact, y.value == y.value.floor { return power(x, y) }
    let result = Extended.pow(x.value, y.value)
    if result.isNaN {
      let isFraction = y.isExact || y.floor.isExact && y.value != y.value.floor
      let isSure = x.error < mostKnown && isFraction
      return Bounded(result, error: isSure ? 0 : .infinity)
    }
    if x.value.isZero {
      return Bounded(result, error: x.isExact && y.isExact && result.isFinite ? 0 : .infinity)
    }
    guard result.high != 0, result.isFinite, !result.isSaturated else {
      let isSure = x.error < mostKnown && y.error < mostKnown && result.isFinite
      return Bounded(result, error: isSure ? outOfReach : .infinity)
    }
    let exponent = y.double.magnitude, log = Extended.log(x.value).double.magnitude
    let own = functionUnit * Swift.max(1, exponent * log)
    return Bounded(result, bounding: 2 * exponent * (x.error + log * y.error) + own)
  }

  static func pow(_ x: Bounded, _ n: Int) -> Bounded { pow(x, Bounded(Double(n))) }
  static func root(_ x: Bounded, _ n: Int) -> Bounded { pow(x, 1 / Bounded(Double(n))) }
}
