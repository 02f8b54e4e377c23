/// A product of powers and a number: what formulas are made of where they are simplified.
struct Monomial: Hashable, Sendable {
  struct Power: Hashable, Sendable {
    var base: Expression
    var exponent: Fraction
  }

  /// The numbers of the product.
  var coefficient = Fraction.one
  /// The other factors, each base once, in the order in which they came.
  private(set) var powers: [Power] = []

  /// The number 1.
  init() {}

  init(_ coefficient: Fraction, _ powers: [Power] = []) {
    self.coefficient = coefficient
    for power in powers { multiply(by: power.base, raised: power.exponent) }
  }

  /// The factors of a simplified formula.
  init(_ formula: Expression) {
    multiply(by: formula)
  }

  /// The other factors alone.
  var body: Monomial {
    var body = self
    body.coefficient = .one
    return body
  }

  /// Whether both have the same factors apart from numbers.
  func isLike(_ other: Monomial) -> Bool {
    powers.count == other.powers.count && powers.allSatisfy(other.powers.contains)
  }

  /// The exponent of a base; 0 if it is no factor.
  func exponent(of base: Expression) -> Fraction {
    powers.first { $0.base == base }?.exponent ?? .zero
  }

  // MARK: Factors

  mutating func multiply(by formula: Expression, raised exponent: Fraction = .one) {
    switch formula {
    case .number(let value): multiply(byNumber: value, raised: exponent)
    case .call(.negate, let a) where exponent.isWhole:
      multiply(by: a[0], raised: exponent)
      if exponent.numerator % 2 != 0 { coefficient = -coefficient }
    case .call(.multiply, let a) where exponent.isWhole:
      multiply(by: a[0], raised: exponent)
      multiply(by: a[1], raised: exponent)
    case .call(.divide, let a) where exponent.isWhole:
      multiply(by: a[0], raised: exponent)
      multiply(by: a[1], raised: -exponent)
    case .call(.sqrt, let a):
      guard let half = exponent * .half else { return insert(formula, exponent) }
      multiply(by: a[0], raised: half)
    case .call(.power, let a):
      // The powers of a power can be joined unless the outer one is a root.
      guard exponent.isWhole, let inner = a[1].fraction, let joined = inner * exponent else {
        return insert(formula, exponent)
      }
      multiply(by: a[0], raised: joined)
    case .activation("sigmoid", let argument, let named) where named.isEmpty:
      insert(.call(.sigmoid, [argument]), exponent)
    case .call(.exp, let a): multiply(byExponential: a[0], exponent)
    case .call(.add, _), .call(.subtract, _): multiply(bySum: formula, exponent)
    default: insert(formula, exponent)
    }
  }

  mutating func multiply(by other: Monomial) {
    if let product = coefficient * other.coefficient {
      coefficient = product
    } else {
      if other.coefficient.isNegative { coefficient = -coefficient }
      insert(.number(other.coefficient.magnitude.double), .one)
    }
    for power in other.powers { multiply(by: power.base, raised: power.exponent) }
  }

  mutating func divide(by base: Expression, raised exponent: Fraction) {
    multiply(by: base, raised: -exponent)
  }

  mutating func remove(_ base: Expression) { powers.removeAll { $0.base == base } }

  private mutating func multiply(byNumber value: Double, raised exponent: Fraction) {
    if let number = Fraction(value) {
      let power =
        exponent.whole.flatMap { number.raised(to: $0) }
        ?? (exponent == .half ? number.squareRoot : nil)
      if let power, let product = coefficient * power {
        coefficient = product
        return
      }
      if number == .one { return }
    }
    insert(.number(value), exponent)
  }

  /// e^ku is a power of e^u, so that like exponentials are joined and taken out.
  private mutating func multiply(byExponential argument: Expression, _ exponent: Fraction) {
    let inner = Monomial(argument)
    guard !argument.isSum, !inner.powers.isEmpty, let joined = inner.coefficient * exponent else {
      return insert(.call(.exp, [argument]), exponent)
    }
    insert(.call(.exp, [inner.body.expression]), joined)
  }

  /// A sum whose terms are all negative is the opposite of one with none.
  private mutating func multiply(bySum sum: Expression, _ exponent: Fraction) {
    guard exponent.isWhole, Monomial(sum.firstTerm).coefficient.isNegative else {
      return insert(sum, exponent)
    }
    if exponent.numerator % 2 != 0 { coefficient = -coefficient }
    insert(.negated(sum), exponent)
  }

  private mutating func insert(_ base: Expression, _ exponent: Fraction) {
    guard let place = powers.firstIndex(where: { $0.base == base }) else {
      if exponent != .zero { powers.append(Power(base: base, exponent: exponent)) }
      return
    }
    guard let sum = powers[place].exponent + exponent else {
      powers.append(Power(base: base, exponent: exponent))
      return
    }
    powers.remove(at: place)
    if sum == .zero { return }
    // A root that became whole may have factors of its own.
    let hasFactors =
      switch base {
      case .number, .call(.negate, _), .call(.multiply, _), .call(.divide, _), .call(.power, _):
        sum.isWhole
      default: false
      }
    if hasFactors {
      multiply(by: base, raised: sum)
    } else {
      powers.insert(Power(base: base, exponent: sum), at: place)
    }
  }

  // MARK: As it is written

  /// The product as a formula: numbers, then parameters, x, functions and sums, over the factors
  /// with negative exponents.
  var expression: Expression {
    guard coefficient != .zero else { return .number(0) }
    let ordered = powers.enumerated().sorted { a, b in
      a.element.base.place(a.offset) < b.element.base.place(b.offset)
    }.map(\.element)
    let (above, below) = coefficient.written
    var numerator = [above].compactMap { $0 }
    var denominator = [below].compactMap { $0 }
    for power in ordered {
      if power.exponent.isNegative, !power.base.isExponential {
        denominator.append(power.base.written(raised: -power.exponent))
      } else {
        numerator.append(power.base.written(raised: power.exponent))
      }
    }
    if numerator.isEmpty { numerator = [.number(1)] }
    // The minus goes to the first factor, as it does in print.
    if coefficient.isNegative { numerator[0] = .call(.negate, [numerator[0]]) }
    let whole = numerator.dropFirst().reduce(numerator[0]) { $0 * $1 }
    guard let first = denominator.first else { return whole }
    return whole / denominator.dropFirst().reduce(first) { $0 * $1 }
  }
}

extension Expression {
  var isExponential: Bool { if case .call(.exp, _) = self { true } else { false } }

  /// What comes first in a sum.
  fileprivate var firstTerm: Expression {
    if case .call(.add, let a) = self { return a[0].firstTerm }
    if case .call(.subtract, let a) = self { return a[0].firstTerm }
    return self
  }

  /// What factors are sorted by: their kind, functions by their size, and otherwise as they come.
  fileprivate func place(_ offset: Int) -> (Int, Int, Int) {
    let rank = rank
    return (rank, rank == 3 ? size : 0, offset)
  }

  /// Where a factor stands in a product, from left to right.
  private var rank: Int {
    switch self {
    case .number, .constant: 0
    case .parameter: 1
    case .variable: 2
    case .call(.add, _), .call(.subtract, _): hasVariables ? 4 : 1
    case .call(.where, _): 5
    default: hasVariables ? 3 : hasParameters ? 1 : 0
    }
  }

  private var hasVariables: Bool { self == .variable || children.contains(where: \.hasVariables) }

  private var hasParameters: Bool {
    if case .parameter = self { return true }
    return children.contains(where: \.hasParameters)
  }

  /// A power as it is written; a root under its sign.
  fileprivate func written(raised exponent: Fraction) -> Expression {
    if case .call(.exp, let a) = self {
      return .call(.exp, [.product([exponent.expression, a[0]])])
    }
    return switch exponent {
    case .one: self
    case .half: .call(.sqrt, [self])
    default: .call(.power, [self, exponent.expression])
    }
  }

  /// The number that a formula is, if it is written in digits alone.
  var fraction: Fraction? {
    switch self {
    case .number(let value): Fraction(value)
    case .call(.negate, let a): a[0].fraction.map { -$0 }
    case .call(.divide, let a):
      a[0].fraction.flatMap { above in a[1].fraction?.reciprocal.flatMap { above * $0 } }
    default: nil
    }
  }
}
