// Trees that are simplified as they are built, of trees that are.
extension Expression {
  /// The formula as a person would write it: numbers combined, like terms and equal factors
  /// collected, 0 and 1 dropped, pieces sorted from left to right.
  ///
  /// It is equal to this one wherever this one is defined, in real numbers.
  var simplified: Expression {
    switch self {
    case .number, .constant, .variable, .parameter: self
    case .activation("sigmoid", let argument, let named) where named.isEmpty:
      .function(.sigmoid, [argument.simplified])
    case .activation(let name, let argument, let named):
      .activation(
        name, argument.simplified,
        named.map { NamedArgument(name: $0.name, value: $0.value.simplified) })
    case .call(let primitive, let operands): .function(primitive, operands.map(\.simplified))
    }
  }

  static func function(_ primitive: Primitive, _ a: [Expression]) -> Expression {
    switch primitive {
    case .add: sum(a)
    case .subtract: sum([a[0], negated(a[1])])
    case .negate: negated(a[0])
    case .multiply: product(a)
    case .divide: quotient(a[0], a[1])
    case .sqrt: a[0].raised(to: .half)
    case .power: power(a[0], a[1])
    case .where: cases(a[0], a[1], a[2])
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      condition(primitive, a[0], a[1])
    case .min: capped(a) ?? value(primitive, a) ?? .call(primitive, a)
    default: value(primitive, a) ?? .call(primitive, a)
    }
  }

  static func sum(_ terms: [Expression]) -> Expression {
    let plain = TermSum(terms)
    if let cases = sumInCases(plain.terms.map(\.simplified)) { return cases }
    var sum = plain
    sum.regroup()
    sum.factor()
    let collected = sum.expression
    guard plain.terms.contains(where: { term in term.powers.contains { $0.base.isSum } }) else {
      return collected
    }
    // Multiplied out, terms may cancel.
    var expanded = TermSum(terms, isExpanding: true)
    let isPlain = expanded.terms.count <= 2 || expanded.terms.allSatisfy(\.isPolynomial)
    guard isPlain, expanded.terms.count < expanded.termCount else { return collected }
    expanded.factor()
    let other = expanded.expression
    return other.size < collected.size ? other : collected
  }

  static func product(_ factors: [Expression]) -> Expression {
    var product = Monomial()
    for factor in factors { product.multiply(by: factor) }
    return product.simplified
  }

  static func negated(_ a: Expression) -> Expression { sum([.call(.negate, [a])]) }

  static func quotient(_ a: Expression, _ b: Expression) -> Expression {
    var product = Monomial(a)
    product.multiply(by: b, raised: -.one)
    return product.simplified
  }

  func raised(to exponent: Fraction) -> Expression {
    var product = Monomial()
    product.multiply(by: self, raised: exponent)
    return product.simplified
  }

  static func power(_ base: Expression, _ exponent: Expression) -> Expression {
    if let number = exponent.fraction {
      return number == .zero ? .number(1) : base.raised(to: number)
    }
    return .call(.power, [base, exponent])
  }

  /// Values that are plain to see.
  private static func value(_ primitive: Primitive, _ a: [Expression]) -> Expression? {
    let isZero = a[0] == .number(0), isOne = a[0] == .number(1)
    switch primitive {
    case .exp, .cos, .cosh: return isZero ? .number(1) : nil
    case .expm1, .log1p, .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .sign, .abs:
      if isZero { return a[0] }
      guard primitive == .abs || primitive == .sign, let number = a[0].fraction else { return nil }
      if primitive == .abs { return number.magnitude.expression }
      return (number.isNegative ? -Fraction.one : .one).expression
    case .log:
      if case .call(.exp, let u) = a[0] { return u[0] }
      return isOne ? .number(0) : a[0] == .constant(.e) ? .number(1) : nil
    case .sigmoid, .normalCDF: return isZero ? Fraction.half.expression : nil
    case .max, .min:
      guard let first = a[0].fraction, let second = a[1].fraction else {
        return a[0] == a[1] ? a[0] : nil
      }
      return (first < second) == (primitive == .max) ? a[1] : a[0]
    default: return nil
    }
  }

  /// min(max(u, a), b) is clamp(u, a, b) for numbers a and b.
  private static func capped(_ a: [Expression]) -> Expression? {
    for (inner, upper) in [(a[0], a[1]), (a[1], a[0])] {
      guard case .call(.max, let b) = inner, !upper.mentionsVariable else { continue }
      for (u, lower) in [(b[0], b[1]), (b[1], b[0])] where !lower.mentionsVariable {
        return .call(.clamp, [u, lower, upper])
      }
    }
    return nil
  }

  var mentionsVariable: Bool { self == .variable || children.contains(where: \.mentionsVariable) }
}
