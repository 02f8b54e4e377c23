/// √(k·u² + c) alone, with a summand u and under a numerator u.
///
/// Algebraic tails fall off by powers of u only, and what cancels there is lost for good: these
/// identities go through asinh, in which they are exponential.
extension ProgramBuilder {
  /// √(k·u² + c) with known positive k and c, for the identities that take it with u.
  struct Hypotenuse {
    /// u as it was written, and √k·u.
    let unscaledLeg: Int
    let leg: Int
    /// √k.
    let scale: Int
    /// √c.
    let rootOfConstant: Int
    /// The root as it was written.
    let direct: Int
  }

  /// |u| for √(u²), which has a kink where u passes 0.
  ///
  /// √(u² + c) directly while |u| < √c; beyond, as |u| + √c·exp(-asinh(|u|/√c)), because the
  /// curvature c·(u² + c)^(-3/2) would cancel.
  mutating func root(_ a: Int) -> Int {
    let direct = add(.unary(.sqrt, a))
    guard usesIdentities else { return direct }
    if case .binary(.multiply, let u, let same) = instructions[a], u == same {
      return function(.abs, u)
    }
    guard case .binary(.add, let first, let second) = instructions[a] else { return direct }
    for (square, constant) in [(first, second), (second, first)] {
      guard let c = value(of: constant), c > 0, let (u, k) = scaledSquare(square) else { continue }
      let scale = add(.unary(.sqrt, k)), rootOfConstant = add(.unary(.sqrt, constant))
      let leg = isNumber(k, 1) ? u : product(scale, u)
      let size = function(.abs, leg)
      let far = quotient(size, isNumber(constant, 1) ? constant : rootOfConstant)
      let rest = product(rootOfConstant, function(.exp, negate(function(.asinh, far))))
      let root = `where`(
        add(.binary(.less, size, rootOfConstant)), direct, add(.binary(.add, size, rest)))
      hypotenuses[root] = Hypotenuse(
        unscaledLeg: u, leg: leg, scale: isNumber(k, 1) ? k : scale,
        rootOfConstant: isNumber(constant, 1) ? constant : rootOfConstant, direct: direct)
      return root
    }
    return direct
  }

  /// u + √(u² + c) directly while |u| < √c; beyond, as √c·exp(asinh(u/√c)), or where that grows, as
  /// the same with its linear part apart.
  mutating func sumOfLegAndHypotenuse(_ u: Int, _ hypotenuse: Hypotenuse) -> Int {
    let width = hypotenuse.rootOfConstant
    let angle = function(.asinh, quotient(u, width))
    let falling = product(width, function(.exp, angle))
    let growing = add(.binary(.add, twice(u), product(width, function(.exp, negate(angle)))))
    let far = `where`(add(.binary(.less, u, number(0))), falling, growing)
    return `where`(
      add(.binary(.less, function(.abs, u), width)), add(.binary(.add, u, hypotenuse.direct)), far)
  }

  /// u and k of a register k·u² with a positive number k.
  private mutating func scaledSquare(_ register: Int) -> (u: Int, k: Int)? {
    guard case .binary(.multiply, let a, let b) = instructions[register] else { return nil }
    if a == b { return value(of: a) == nil ? (a, number(1)) : nil }
    for (k, square) in [(a, b), (b, a)] {
      guard let factor = value(of: k), factor > 0,
        case .binary(.multiply, let u, let same) = instructions[square], u == same
      else { continue }
      return (u, k)
    }
    return nil
  }
}
