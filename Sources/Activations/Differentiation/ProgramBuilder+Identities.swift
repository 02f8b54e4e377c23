/// What loses digits as it is usually written, and the identities that do not.
///
/// Formulas are written as the field writes them; here a pattern such as log(1 + exp(u)) becomes
/// the primitive softplus, whose rule keeps every digit in its tail. Each identity holds for all
/// real arguments.
extension ProgramBuilder {
  /// - Parameter convention: Whose derivatives max, min and clamp have where arguments are equal.
  mutating func call(_ primitive: Primitive, _ r: [Int], in convention: Framework? = nil) -> Int {
    switch primitive {
    case .negate: negate(r[0])
    case .add: sum(r[0], r[1])
    case .subtract: difference(r[0], r[1])
    case .multiply: product(r[0], r[1])
    case .divide: quotient(r[0], r[1])
    case .power: power(r[0], r[1])
    case .sqrt: root(r[0])
    case .log: logarithm(r[0])
    case .log1p: logarithm(onePlus: r[0])
    case .max, .min:
      add(.extreme(primitive, r[0], r[1], tie: convention?.tie(of: primitive) ?? .flatter))
    case .clamp:
      clamp(r[0], from: r[1], to: r[2], tie: convention?.tieOfClamp ?? .flatter)
    case .where: add(.ternary(.where, r[0], r[1], r[2]))
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      add(.binary(primitive, r[0], r[1]))
    default: function(primitive, r[0])
    }
  }

  private mutating func clamp(
    _ a: Int, from lower: Int, to upper: Int, tie: Program.Tie
  ) -> Int {
    let above = add(.extreme(.max, a, lower, tie: tie))
    return add(.extreme(.min, above, upper, tie: tie))
  }

  mutating func negate(_ a: Int) -> Int {
    if let inner = operand(of: .negate, a) { return inner }
    return add(.unary(.negate, a))
  }

  mutating func sum(_ a: Int, _ b: Int) -> Int {
    guard usesIdentities else { return add(.binary(.add, a, b)) }
    if let inner = operand(of: .negate, b) { return difference(a, inner) }
    if let inner = operand(of: .negate, a) { return difference(b, inner) }
    for (one, other) in [(a, b), (b, a)] {
      // Adding 0 would turn -0 into 0.
      if isNumber(one, 0) { return other }
      if isNumber(one, 1) {
        if let u = operand(of: .tanh, other) { return twice(function(.sigmoid, twice(u))) }
        if let u = operand(of: .erf, other) { return function(.erfc, negate(u)) }
      }
      if let u = operand(of: .exp, one), negate(u) == operand(of: .exp, other) {
        return twice(function(.cosh, u))
      }
      if let hypotenuse = hypotenuses[other], hypotenuse.leg == one {
        return sumOfLegAndHypotenuse(one, hypotenuse)
      }
    }
    return add(.binary(.add, a, b))
  }

  mutating func difference(_ a: Int, _ b: Int) -> Int {
    guard usesIdentities else { return add(.binary(.subtract, a, b)) }
    if let inner = operand(of: .negate, b) { return sum(a, inner) }
    if isNumber(a, 1), let complement = complement(of: b) { return complement }
    if isNumber(b, 1), let u = operand(of: .exp, a) { return function(.expm1, u) }
    if isNumber(b, 1), let u = operand(of: .cosh, a) { return twiceSquare(.sinh, ofHalf: u) }
    if let u = operand(of: .exp, a), negate(u) == operand(of: .exp, b) {
      return twice(function(.sinh, u))
    }
    if let u = operand(of: .tanh, b), u == a { return function(.tanhShrink, u) }
    if let u = operand(of: .tanh, a), u == b { return negate(function(.tanhShrink, u)) }
    if let hypotenuse = hypotenuses[a], hypotenuse.leg == b {
      return sumOfLegAndHypotenuse(negate(b), hypotenuse)
    }
    if let rest = excess(ofSoftplus: a, over: b) { return rest }
    if let rest = excess(ofSoftplus: b, over: a) { return negate(rest) }
    if let u = operand(of: .softplus, a), let two = operand(of: .log, b), isNumber(two, 2) {
      // log((1 + e^u) / 2) = u/2 + log cosh(u/2) near its root at 0.
      let half = product(number(0.5), u)
      return `where`(
        add(.binary(.less, function(.abs, u), number(1))),
        add(.binary(.add, half, function(.logCosh, half))), add(.binary(.subtract, a, b)))
    }
    return add(.binary(.subtract, a, b))
  }

  /// log(1 + e^(v + c)) - v = c + log(1 + e^-(v + c)) with a number c, or none.
  private mutating func excess(ofSoftplus a: Int, over v: Int) -> Int? {
    guard let u = operand(of: .softplus, a) else { return nil }
    if u == v { return function(.softplus, negate(u)) }
    guard case .binary(.add, let first, let second) = instructions[u],
      let c = first == v ? second : second == v ? first : nil, isUniform[c]
    else { return nil }
    return add(.binary(.add, c, function(.softplus, negate(u))))
  }

  /// 1 minus a register, where that cancels.
  private mutating func complement(of b: Int) -> Int? {
    if let u = operand(of: .sigmoid, b) { return function(.sigmoid, negate(u)) }
    if let u = operand(of: .tanh, b) { return twice(function(.sigmoid, negate(twice(u)))) }
    if let u = operand(of: .erf, b) { return function(.erfc, u) }
    if let u = operand(of: .normalCDF, b) { return function(.normalCDF, negate(u)) }
    if let u = operand(of: .exp, b) { return negate(function(.expm1, u)) }
    if let u = operand(of: .cos, b) { return twiceSquare(.sin, ofHalf: u) }
    if case .binary(.multiply, let t, let same) = instructions[b], t == same,
      let u = operand(of: .tanh, t)
    {
      let left = function(.sigmoid, twice(u)), right = function(.sigmoid, negate(twice(u)))
      return product(number(4), product(left, right))
    }
    return nil
  }

  /// 2 sin²(u/2) = 1 - cos u, or 2 sinh²(u/2) = cosh u - 1.
  private mutating func twiceSquare(_ primitive: Primitive, ofHalf u: Int) -> Int {
    let root = function(primitive, product(number(0.5), u))
    return twice(product(root, root))
  }

  mutating func product(_ a: Int, _ b: Int) -> Int {
    guard usesIdentities else { return add(.binary(.multiply, a, b)) }
    if isNumber(a, 1) { return b }
    if isNumber(b, 1) { return a }
    for (one, other) in [(a, b), (b, a)] {
      // Halves of what was doubled, as cosh is by the sum that it is found in.
      if let k = value(of: one), k.significand == 1, let (m, factor) = multiple(other),
        value(of: m) == 1 / k
      {
        return factor
      }
    }
    return add(.binary(.multiply, a, b))
  }

  mutating func quotient(_ a: Int, _ b: Int) -> Int {
    guard usesIdentities else { return add(.binary(.divide, a, b)) }
    if isNumber(b, 1) { return a }
    if let k = value(of: b), k != 0, let (m, factor) = multiple(a), value(of: m) == k {
      return factor
    }
    if let exponential = otherSummand(of: b, than: 1), let u = operand(of: .exp, exponential) {
      if isNumber(a, 1) { return function(.sigmoid, negate(u)) }
      if a == exponential { return function(.sigmoid, u) }
      let half = product(number(0.5), u)
      if operand(of: .expm1, a) == u { return function(.tanh, half) }
      if operand(of: .negate, a).flatMap({ operand(of: .expm1, $0) }) == u {
        return negate(function(.tanh, half))
      }
    }
    if let u = operand(of: .sinh, a), operand(of: .cosh, b) == u { return function(.tanh, u) }
    if let (k, sinh) = multiple(a), let (same, cosh) = multiple(b), k == same,
      let u = operand(of: .sinh, sinh), operand(of: .cosh, cosh) == u
    {
      return function(.tanh, u)
    }
    if let u = operand(of: .sin, a), u == b { return function(.sinc, u) }
    if let hypotenuse = hypotenuses[b], hypotenuse.unscaledLeg == a {
      let angle = function(.asinh, quotient(hypotenuse.leg, hypotenuse.rootOfConstant))
      return quotient(function(.tanh, angle), hypotenuse.scale)
    }
    return share(a, of: b) ?? add(.binary(.divide, a, b))
  }

  mutating func logarithm(_ a: Int) -> Int {
    guard usesIdentities else { return function(.log, a) }
    if let u = otherSummand(of: a, than: 1) { return logarithm(onePlus: u) }
    if let u = operand(of: .cosh, a) { return function(.logCosh, u) }
    if let u = operand(of: .sigmoid, a) { return negate(function(.softplus, negate(u))) }
    if let u = operand(of: .exp, a) { return u }
    if let (k, cosh) = multiple(a), let u = operand(of: .cosh, cosh), roundedValue(of: k) ?? 0 > 0 {
      return add(.binary(.add, function(.log, k), function(.logCosh, u)))
    }
    return logarithmOfSum(a) ?? logarithm(ofExponentials: a) ?? function(.log, a)
  }

  /// log(c + e^u) and log(e^v + e^u), with softplus for what lies above the larger one.
  private mutating func logarithmOfSum(_ a: Int) -> Int? {
    guard case .binary(.add, let first, let second) = instructions[a] else { return nil }
    for (one, other) in [(first, second), (second, first)] {
      guard let u = operand(of: .exp, other) else { continue }
      let base: Int
      if let v = operand(of: .exp, one) {
        base = v
      } else if roundedValue(of: one) ?? 0 > 0 {
        base = function(.log, one)
      } else {
        continue
      }
      return add(.binary(.add, base, function(.softplus, difference(u, base))))
    }
    return nil
  }

  mutating func logarithm(onePlus a: Int) -> Int {
    guard usesIdentities else { return function(.log1p, a) }
    if let u = operand(of: .exp, a) { return function(.softplus, u) }
    return logarithm(ofExponentials: a).map { function(.softplus, $0) } ?? function(.log1p, a)
  }

  private mutating func power(_ a: Int, _ b: Int) -> Int {
    if case .constant(.e) = instructions[a] { return function(.exp, b) }
    guard let exponent = value(of: b) else {
      guard degrees[b] != 0 else { return add(.binary(.power, a, b)) }
      let general = function(.exp, product(b, logarithm(a)))
      if roundedValue(of: a) ?? 0 > 0 { return general }
      return add(.raised(base: a, exponent: b, general: general))
    }
    if exponent == 0.5 { return root(a) }
    guard exponent == exponent.rounded(), exponent.magnitude <= 1024 else {
      return add(.binary(.power, a, b))
    }
    // Repeated squaring needs no logarithm, so it is exact where it can be and holds at 0.
    var result: Int?
    var square = a
    var rest = Int(exponent.magnitude)
    while rest > 0 {
      if rest & 1 != 0 { result = result.map { product($0, square) } ?? square }
      rest >>= 1
      if rest > 0 { square = product(square, square) }
    }
    guard let result else { return number(1) }
    return exponent < 0 ? quotient(number(1), result) : result
  }

  // MARK: Patterns

  func operand(of primitive: Primitive, _ register: Int) -> Int? {
    switch instructions[register] {
    case .unary(primitive, let a), .integral(primitive, let a, _): a
    default: nil
    }
  }

  func isNumber(_ register: Int, _ wanted: Double) -> Bool {
    value(of: register) == wanted
  }

  /// What is added to a number in a register.
  func otherSummand(of register: Int, than wanted: Double) -> Int? {
    guard case .binary(.add, let a, let b) = instructions[register] else { return nil }
    return isNumber(a, wanted) ? b : isNumber(b, wanted) ? a : nil
  }

  /// The number and the other factor of a product with a known number.
  func multiple(_ register: Int) -> (k: Int, factor: Int)? {
    guard case .binary(.multiply, let a, let b) = instructions[register] else { return nil }
    if roundedValue(of: a) != nil { return (a, b) }
    return roundedValue(of: b) != nil ? (b, a) : nil
  }

  mutating func twice(_ a: Int) -> Int { product(number(2), a) }

  mutating func `where`(_ condition: Int, _ a: Int, _ b: Int) -> Int {
    add(.ternary(.where, condition, a, b))
  }
}
