extension Monomial {
  /// The product as a formula, as a person would write it.
  var simplified: Expression {
    guard coefficient != .zero else { return .number(0) }
    var product = self
    product.joinFunctions()
    product.joinSigns()
    product.joinDifferencesOfSquares()
    return product.intoCases ?? product.expression
  }

  /// e^u / (1 + e^u) = σ(u), quotients of sines, and 2 sin(u) cos(u) = sin(2u).
  private mutating func joinFunctions() {
    for power in powers {
      guard case .call(let function, let a) = power.base else { continue }
      let u = a[0], n = power.exponent
      switch function {
      case .exp:
        let argument = Expression.product([n.expression, u])
        let sum = powers.first { other in
          other.exponent == -.one && other.base.isOnePlus(.call(.exp, [argument]))
        }
        if let sum {
          remove(power.base)
          remove(sum.base)
          multiply(by: .call(.sigmoid, [argument]))
        }
      case .sinh where exponent(of: .call(.cosh, [u])) == -n:
        join(.sinh, .cosh, as: .tanh, u, n)
      case .sin where exponent(of: .call(.cos, [u])) == -n:
        join(.sin, .cos, as: .tan, u, n)
      case .sin where n == .one && exponent(of: .call(.cos, [u])) == .one:
        guard coefficient.numerator % 2 == 0, let half = coefficient * .half else { continue }
        remove(power.base)
        remove(.call(.cos, [u]))
        coefficient = half
        multiply(by: .call(.sin, [.product([.number(2), u])]))
      default: continue
      }
    }
  }

  private mutating func join(
    _ above: Primitive, _ below: Primitive, as quotient: Primitive, _ u: Expression, _ n: Fraction
  ) {
    remove(.call(above, [u]))
    remove(.call(below, [u]))
    multiply(by: .call(quotient, [u]), raised: n)
  }

  /// u·sgn(u) = |u|, |u|·sgn(u) = u, and even powers of both.
  private mutating func joinSigns() {
    for power in powers {
      guard let n = power.exponent.whole, case .call(let function, let a) = power.base else {
        continue
      }
      switch function {
      case .abs where n % 2 == 0:
        remove(power.base)
        multiply(by: a[0], raised: power.exponent)
      case .sign:
        remove(power.base)
        guard n % 2 != 0 else { continue }
        let size = Expression.call(.abs, [a[0]])
        if exponent(of: a[0]) == .one {
          remove(a[0])
          multiply(by: size)
        } else if let whole = exponent(of: size).whole, whole != 0 {
          multiply(by: a[0])
          divide(by: size, raised: .one)
        } else {
          multiply(by: power.base)
        }
      default: continue
      }
    }
  }

  /// (a - b)(a + b) = a² - b²
  private mutating func joinDifferencesOfSquares() {
    for power in powers {
      guard case .call(.subtract, let a) = power.base else { continue }
      let sums = [a[0] + a[1], a[1] + a[0]]
      guard let sum = sums.first(where: { exponent(of: $0) == power.exponent }) else { continue }
      remove(power.base)
      remove(sum)
      let squares = a.map { Expression.product([$0, $0]) }
      multiply(
        by: .sum([squares[0], .product([.number(-1), squares[1]])]), raised: power.exponent)
    }
  }

  // MARK: Pieces

  /// A product with a factor in pieces, as pieces of products where these are simpler: where one is
  /// 0, where the other factors are numbers and letters, and where they are in pieces themselves.
  private var intoCases: Expression? {
    for power in powers {
      guard case .call(.where, let a) = power.base, let n = power.exponent.whole, n > 0 else {
        continue
      }
      var others = self
      others.remove(power.base)
      let rest = others.expression
      let left = rest.assuming(a[0], true), right = rest.assuming(a[0], false)
      let isPlain = others.powers.allSatisfy { $0.base.isAtom && !$0.exponent.isNegative }
      let hasZero = a[1].hasZeroPiece || a[2].hasZeroPiece
      guard isPlain || hasZero || left != rest || right != rest || n > 1 else { continue }
      return .cases(
        a[0], .product([left, a[1].raised(to: power.exponent)]),
        .product([right, a[2].raised(to: power.exponent)]))
    }
    return nil
  }
}

extension Expression {
  fileprivate func isOnePlus(_ other: Expression) -> Bool {
    self == .number(1) + other || self == other + .number(1)
  }

  fileprivate var isAtom: Bool {
    switch self {
    case .number, .constant, .parameter, .variable: true
    default: false
    }
  }

  /// Whether it is 0, or in pieces of which one is.
  fileprivate var hasZeroPiece: Bool {
    if case .call(.where, let a) = self { return a[1].hasZeroPiece || a[2].hasZeroPiece }
    return self == .number(0)
  }
}
