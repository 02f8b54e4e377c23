/// A sum of products: what formulas are made of where terms are collected.
struct TermSum {
  private(set) var terms: [Monomial] = []
  /// How many terms there were before like ones were added up.
  private(set) var termCount = 0
  private let mostTerms: Int

  /// - Parameters:
  ///   - isExpanding: Whether sums that are factors are multiplied out.
  ///   - mostTerms: Beyond so many terms nothing is multiplied out any more.
  init(_ formulas: [Expression], isExpanding: Bool = false, mostTerms: Int = 24) {
    self.mostTerms = mostTerms
    for formula in formulas { add(formula, .one, isExpanding) }
  }

  private mutating func add(_ formula: Expression, _ scale: Fraction, _ isExpanding: Bool) {
    switch formula {
    case .call(.add, let a):
      add(a[0], scale, isExpanding)
      add(a[1], scale, isExpanding)
    case .call(.subtract, let a):
      add(a[0], scale, isExpanding)
      add(a[1], -scale, isExpanding)
    case .call(.negate, let a): add(a[0], -scale, isExpanding)
    default:
      var term = Monomial(formula)
      guard let coefficient = term.coefficient * scale else {
        term.multiply(by: Monomial(scale))
        return add(term)
      }
      term.coefficient = coefficient
      addFactors(of: term, isExpanding)
    }
  }

  /// A number times a sum is added term by term, and so are other products where all is expanded.
  private mutating func addFactors(of term: Monomial, _ isExpanding: Bool) {
    let sum = term.powers.first { power in
      power.base.isSum && power.exponent.whole.map { 1...3 ~= $0 } ?? false
    }
    guard let sum, terms.count < mostTerms else { return add(term) }
    let isSigned =
      term.powers.count == 1 && sum.exponent == .one && term.coefficient.magnitude == .one
    guard isExpanding || isSigned else { return add(term) }
    var others = term
    others.divide(by: sum.base, raised: .one)
    for part in TermSum([sum.base], isExpanding: isExpanding, mostTerms: mostTerms).terms {
      var product = others
      product.multiply(by: part)
      addFactors(of: product, isExpanding)
    }
  }

  private mutating func add(_ term: Monomial) {
    guard term.coefficient != .zero else { return }
    termCount += 1
    guard let place = terms.firstIndex(where: { $0.isLike(term) }),
      let sum = terms[place].coefficient + term.coefficient
    else {
      terms.append(term)
      return
    }
    terms[place].coefficient = sum
    if sum == .zero { terms.remove(at: place) }
  }

  // MARK: As it is written

  /// The terms in their order, but for a positive one that comes first.
  var expression: Expression {
    var ordered = terms
    if ordered.first?.coefficient.isNegative == true,
      let place = ordered.firstIndex(where: { !$0.coefficient.isNegative })
    {
      ordered.insert(ordered.remove(at: place), at: 0)
    }
    guard let first = ordered.first else { return .number(0) }
    return ordered.dropFirst().reduce(first.simplified) { sum, term in
      var size = term
      size.coefficient = term.coefficient.magnitude
      return term.coefficient.isNegative ? sum - size.simplified : sum + size.simplified
    }
  }

  // MARK: Factors

  /// Takes common factors out of two terms at a time where that adds up what they have beside them,
  /// as in σ(1 - σ)² - σ²(1 - σ) = σ(1 - σ)(1 - 2σ), or leaves a polynomial.
  mutating func factor() {
    var isChanged = true
    while isChanged, terms.count > 1, terms.count <= 10 {
      isChanged = false
      search: for i in terms.indices {
        for j in terms.indices where j > i {
          guard let joined = Self.joined(terms[i], terms[j]) else { continue }
          terms.remove(at: j)
          terms.remove(at: i)
          if joined.coefficient != .zero { terms.insert(joined, at: i) }
          isChanged = true
          break search
        }
      }
    }
  }

  private static func joined(_ a: Monomial, _ b: Monomial) -> Monomial? {
    var common = Monomial()
    var isWorth = false
    for power in a.powers + b.powers where common.exponent(of: power.base) == .zero {
      let exponents = (a.exponent(of: power.base), b.exponent(of: power.base))
      guard let apart = exponents.0 + -exponents.1, apart.isWhole else {
        // A denominator of another degree is none in common.
        if power.base.isSum, power.exponent.isNegative { return nil }
        continue
      }
      let shared = power.base.shared(exponents.0, exponents.1)
      guard shared != .zero else { continue }
      guard !shared.isNegative || apart.magnitude <= Fraction(2) else { return nil }
      common.multiply(by: power.base, raised: shared)
      isWorth = isWorth || !power.base.isPolynomial || shared.isNegative && power.base.isSum
    }
    guard isWorth else { return nil }
    var rests = [a, b]
    for index in rests.indices {
      for power in common.powers { rests[index].divide(by: power.base, raised: power.exponent) }
    }
    let parts = rests.map(\.expression)
    var sum = TermSum(parts, isExpanding: true)
    let isPolynomial = rests.allSatisfy(\.isExponentialPolynomial)
    if isPolynomial, sum.terms.count == sum.termCount || sum.terms.count > 3 {
      sum = TermSum(parts)
    } else {
      guard sum.terms.count < sum.termCount, sum.terms.count <= 3 else { return nil }
    }
    var product = common
    sum = TermSum([Expression.sum([sum.expression])])
    product.multiply(by: Monomial(sum.takeContent()))
    product.multiply(by: sum.expression)
    let growth = product.expression.size - a.expression.size - b.expression.size
    return growth < 0 || growth == 0 && !common.hasDenominator ? product : nil
  }

  /// Takes the number out that all terms are multiples of.
  private mutating func takeContent() -> Fraction {
    guard terms.count > 1 else { return .one }
    let sizes = terms.map(\.coefficient.magnitude)
    let divisor = (sizes + (2...12).reversed().map { Fraction($0) }).first { divisor in
      sizes.allSatisfy { ($0 * (divisor.reciprocal ?? .one))?.isWhole == true }
    }
    guard let divisor, let share = divisor.reciprocal else { return .one }
    for index in terms.indices {
      terms[index].coefficient = terms[index].coefficient * share ?? .one
    }
    return divisor
  }

  /// Puts the terms of a sum together again that is a factor of another term, as in
  /// 2 - 2t² + x(1 - t²) = 2(1 - t²) + x(1 - t²).
  mutating func regroup() {
    for sum in terms.flatMap(\.powers).map(\.base) where sum.isSum {
      let parts = TermSum([sum]).terms
      let scales = parts.map { part in
        terms.first { $0.isLike(part) }.flatMap { term in
          part.coefficient.reciprocal.flatMap { term.coefficient * $0 }
        }
      }
      guard let scale = scales.first ?? nil, scales.allSatisfy({ $0 == scale }),
        let place = terms.firstIndex(where: { $0.isLike(parts[0]) })
      else { continue }
      terms[place] = Monomial(scale, [Monomial.Power(base: sum, exponent: .one)])
      terms.removeAll { term in parts.dropFirst().contains { $0.isLike(term) } }
    }
  }
}

extension Monomial {
  var isPolynomial: Bool { powers.allSatisfy { $0.base.isPolynomial && !$0.exponent.isNegative } }

  /// Whether it is made of powers, numbers, parameters and exponentials.
  fileprivate var isExponentialPolynomial: Bool {
    powers.allSatisfy { power in
      switch power.base {
      case .parameter: true
      case .call(.exp, let a): a[0].isPolynomial
      default: power.base.isPolynomial && !power.exponent.isNegative
      }
    }
  }

  fileprivate var hasDenominator: Bool {
    powers.contains { $0.exponent.isNegative && $0.base.isSum }
  }
}

extension Expression {
  var isSum: Bool {
    switch self {
    case .call(.add, _), .call(.subtract, _): true
    default: false
    }
  }

  /// The exponent that two powers of it have in common: the lower one under a sum, which is a
  /// denominator to be joined, and otherwise that of the smaller size.
  fileprivate func shared(_ first: Fraction, _ second: Fraction) -> Fraction {
    if isSum { return min(first, second) }
    if first == .zero || second == .zero || first.isNegative != second.isNegative { return .zero }
    return first.magnitude < second.magnitude ? first : second
  }

  /// Whether it is made of x, parameters and numbers by operators alone.
  var isPolynomial: Bool {
    switch self {
    case .number, .constant, .variable, .parameter: true
    case .call(.power, let a): a[0].isPolynomial && a[1].fraction?.isWhole == true
    case .call(.negate, let a), .call(.add, let a), .call(.subtract, let a),
      .call(.multiply, let a), .call(.divide, let a):
      a.allSatisfy(\.isPolynomial)
    default: false
    }
  }

  /// How many nodes the tree has.
  var size: Int { children.reduce(1) { $0 + $1.size } }
}
