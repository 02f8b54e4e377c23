/// A formula as a quotient of two sums without denominators, in exponentials.
///
/// Two formulas are equal where both are defined if the numerator of their difference, multiplied
/// out, has no term left. Where that is too long, or takes another identity, nothing is known.
struct Quotient {
  private let numerator: Expression
  private let denominator: Expression

  /// Whether the formula is 0 for certain.
  static func isZero(_ formula: Expression) -> Bool {
    let quotient = Quotient(formula.inExponentials)
    guard quotient.numerator.size <= mostNodes else { return false }
    let terms = TermSum([quotient.numerator], isExpanding: true, mostTerms: 400).terms
    let squares = terms.map(\.withoutSquaresOfSines)
    return TermSum(squares, isExpanding: true, mostTerms: 400).terms.isEmpty
  }

  private static let mostNodes = 2000

  private init(_ numerator: Expression, _ denominator: Expression) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private init(_ formula: Expression) {
    switch formula {
    case .call(.add, let a): self = Self.sum(Quotient(a[0]), Quotient(a[1]))
    case .call(.subtract, let a):
      let second = Quotient(a[1])
      self = Self.sum(
        Quotient(a[0]), Quotient(.call(.negate, [second.numerator]), second.denominator))
    case .call(.negate, let a):
      let inner = Quotient(a[0])
      self.init(.call(.negate, [inner.numerator]), inner.denominator)
    case .call(.multiply, let a):
      let (one, other) = (Quotient(a[0]), Quotient(a[1]))
      self.init(one.numerator * other.numerator, one.denominator * other.denominator)
    case .call(.divide, let a):
      let (one, other) = (Quotient(a[0]), Quotient(a[1]))
      self.init(one.numerator * other.denominator, one.denominator * other.numerator)
    case .call(.power, let a):
      guard let exponent = a[1].fraction?.whole, 2...6 ~= exponent.magnitude else { fallthrough }
      let base = Quotient(a[0])
      let (above, below) =
        exponent > 0 ? (base.numerator, base.denominator) : (base.denominator, base.numerator)
      let rest = 1..<Int(exponent.magnitude)
      self.init(
        rest.reduce(above) { product, _ in product * above },
        rest.reduce(below) { product, _ in product * below })
    default: self.init(formula, .number(1))
    }
  }

  private static func sum(_ a: Quotient, _ b: Quotient) -> Quotient {
    guard a.denominator != b.denominator else {
      return Quotient(a.numerator + b.numerator, a.denominator)
    }
    return Quotient(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
}

extension Expression {
  /// The formula with hyperbolic functions and sigmoids written in exponentials of single terms, and
  /// error functions and tangents in one of their kind. Activations are their definitions.
  fileprivate var inExponentials: Expression {
    switch self {
    case .number, .constant, .variable, .parameter: return self
    case .activation(let name, let argument, let named):
      if name == "sigmoid", named.isEmpty {
        return Expression.call(.sigmoid, [argument]).inExponentials
      }
      return ((try? unfolded()) ?? nil)?.inExponentials ?? self
    case .call(let primitive, let operands):
      return Self.inExponentials(primitive, operands.map(\.inExponentials))
    }
  }

  private static func inExponentials(_ primitive: Primitive, _ a: [Expression]) -> Expression {
    let u = a[0], one = Expression.number(1), two = Expression.number(2)
    switch primitive {
    case .exp: return exponential(u)
    case .expm1: return exponential(u) - one
    case .sigmoid: return one / (one + exponential(.call(.negate, [u])))
    case .tanh: return (exponential(two * u) - one) / (exponential(two * u) + one)
    case .sinh: return (exponential(u) - exponential(.call(.negate, [u]))) / two
    case .cosh: return (exponential(u) + exponential(.call(.negate, [u]))) / two
    case .log1p: return .function(.log, [(one + u).simplified])
    case .erfc: return one - .function(.erf, [u.simplified])
    case .normalCDF:
      return (one + .function(.erf, [quotient(u.simplified, .call(.sqrt, [two]))])) / two
    case .tan: return .function(.sin, [u.simplified]) / .function(.cos, [u.simplified])
    case .add, .subtract, .negate, .multiply, .divide: return .call(primitive, a)
    case .power where a[1].fraction?.isWhole == true: return .call(primitive, a)
    default: return .function(primitive, a.map(\.simplified))
    }
  }

  /// The product of the exponentials of the terms of a sum.
  private static func exponential(_ argument: Expression) -> Expression {
    let terms = TermSum([argument.simplified], isExpanding: true).terms
    return terms.reduce(.number(1)) { $0 * .function(.exp, [$1.expression]) }
  }
}

extension Monomial {
  /// sin² = 1 - cos²
  fileprivate var withoutSquaresOfSines: Expression {
    for power in powers {
      guard case .call(.sin, let u) = power.base, let n = power.exponent.whole, n > 1 else {
        continue
      }
      var rest = self
      rest.divide(by: power.base, raised: Fraction(2))
      let cosine = Expression.call(.cos, u)
      return rest.withoutSquaresOfSines * (.number(1) - cosine * cosine)
    }
    return expression
  }
}
