/// What loses digits as it is usually written, and the identities that do not.
///
/// Formulas are written as the field writes them; here a pattern such as log(1 + exp(u)) becomes
/// the primitive softplus, whose rule keeps every digit in its tail. Each identity holds for all
/// real arguments.
extension ProgramBuilder {
  mutating func call(_ primitive: Primitive, _ r: [Int]) -> Int {
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
    case .clamp: call(.min, [call(.max, [r[0], r[1]]), r[2]])
    case .where: add(.ternary(.where, r[0], r[1], r[2]))
    case .max, .min, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      add(.binary(primitive, r[0], r[1]))
    default: function(primitive, r[0])
    }
  }

  private mutating func negate(_ a: Int) -> Int {
    if let inner = operand(of: .negate, a) { return inner }
    return add(.unary(.negate, a))
  }

  private mutating func sum(_ a: Int, _ b: Int) -> Int {
    if let inner = operand(of: .negate, b) { return difference(a, inner) }
    if let inner = operand(of: .negate, a) { return difference(b, inner) }
    for (one, other) in [(a, b), (b, a)] {
      // Adding 0 would turn -0 into 0.
      if isNumber(one, 0) { return other }
      if isNumber(one, 1) {
        if let u = operand(of: .tanh, other) { return twice(function(.sigmoid, twice(u))) }
        if let u = operand(of: .erf, other) { return function(.erfc, negate(u)) }
      }
      if let hypotenuse = hypotenuses[other], hypotenuse.leg == one {
        return sumOfLegAndHypotenuse(one, hypotenuse)
      }
    }
    return add(.binary(.add, a, b))
  }

  private mutating func difference(_ a: Int, _ b: Int) -> Int {
    if let inner = operand(of: .negate, b) { return sum(a, inner) }
    if isNumber(a, 1), let complement = complement(of: b) { return complement }
    if isNumber(b, 1), let u = operand(of: .exp, a) { return function(.expm1, u) }
    if let u = operand(of: .tanh, b), u == a { return function(.tanhShrink, u) }
    if let u = operand(of: .tanh, a), u == b { return negate(function(.tanhShrink, u)) }
    if let hypotenuse = hypotenuses[a], hypotenuse.leg == b {
      return sumOfLegAndHypotenuse(negate(b), hypotenuse)
    }
    if let u = operand(of: .softplus, a), let two = operand(of: .log, b), isNumber(two, 2) {
      // log((1 + e^u) / 2) = u/2 + log cosh(u/2) near its root at 0.
      let half = product(number(0.5), u)
      return `where`(
        add(.binary(.less, function(.abs, u), number(1))),
        add(.binary(.add, half, function(.logCosh, half))), add(.binary(.subtract, a, b)))
    }
    return add(.binary(.subtract, a, b))
  }

  /// 1 minus a register, where that cancels.
  private mutating func complement(of b: Int) -> Int? {
    if let u = operand(of: .sigmoid, b) { return function(.sigmoid, negate(u)) }
    if let u = operand(of: .tanh, b) { return twice(function(.sigmoid, negate(twice(u)))) }
    if let u = operand(of: .erf, b) { return function(.erfc, u) }
    if let u = operand(of: .normalCDF, b) { return function(.normalCDF, negate(u)) }
    if let u = operand(of: .exp, b) { return negate(function(.expm1, u)) }
    if case .binary(.multiply, let t, let same) = instructions[b], t == same,
      let u = operand(of: .tanh, t)
    {
      let left = function(.sigmoid, twice(u)), right = function(.sigmoid, negate(twice(u)))
      return product(number(4), product(left, right))
    }
    return nil
  }

  private mutating func product(_ a: Int, _ b: Int) -> Int {
    if isNumber(a, 1) { return b }
    if isNumber(b, 1) { return a }
    return add(.binary(.multiply, a, b))
  }

  private mutating func quotient(_ a: Int, _ b: Int) -> Int {
    if isNumber(b, 1) { return a }
    if let exponential = otherSummand(of: b, than: 1), let u = operand(of: .exp, exponential) {
      if isNumber(a, 1) { return function(.sigmoid, negate(u)) }
      if a == exponential { return function(.sigmoid, u) }
    }
    if let u = operand(of: .sin, a), u == b { return function(.sinc, u) }
    if let hypotenuse = hypotenuses[b], hypotenuse.unscaledLeg == a {
      let angle = function(.asinh, quotient(hypotenuse.leg, hypotenuse.rootOfConstant))
      return quotient(function(.tanh, angle), hypotenuse.scale)
    }
    return add(.binary(.divide, a, b))
  }

  private mutating func logarithm(_ a: Int) -> Int {
    if let u = otherSummand(of: a, than: 1) { return logarithm(onePlus: u) }
    if let u = operand(of: .cosh, a) { return function(.logCosh, u) }
    if let u = operand(of: .sigmoid, a) { return negate(function(.softplus, negate(u))) }
    return function(.log, a)
  }

  private mutating func logarithm(onePlus a: Int) -> Int {
    if let u = operand(of: .exp, a) { return function(.softplus, u) }
    return function(.log1p, a)
  }

  private mutating func power(_ a: Int, _ b: Int) -> Int {
    if case .constant(.e) = instructions[a] { return function(.exp, b) }
    guard let exponent = value(of: b) else {
      guard degrees[b] == 0 else { return function(.exp, product(b, logarithm(a))) }
      return add(.binary(.power, a, b))
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

  // MARK: Hypotenuses

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

  /// √(u² + c) directly while |u| < √c; beyond, as |u| + √c·exp(-asinh(|u|/√c)), because the
  /// curvature c·(u² + c)^(-3/2) would cancel.
  private mutating func root(_ a: Int) -> Int {
    let direct = add(.unary(.sqrt, a))
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
  private mutating func sumOfLegAndHypotenuse(_ u: Int, _ hypotenuse: Hypotenuse) -> Int {
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

  // MARK: Patterns

  private func operand(of primitive: Primitive, _ register: Int) -> Int? {
    switch instructions[register] {
    case .unary(primitive, let a), .integral(primitive, let a, _): a
    default: nil
    }
  }

  private func isNumber(_ register: Int, _ wanted: Double) -> Bool {
    value(of: register) == wanted
  }

  /// What is added to a number in a register.
  private func otherSummand(of register: Int, than wanted: Double) -> Int? {
    guard case .binary(.add, let a, let b) = instructions[register] else { return nil }
    return isNumber(a, wanted) ? b : isNumber(b, wanted) ? a : nil
  }

  private mutating func twice(_ a: Int) -> Int { product(number(2), a) }

  private mutating func `where`(_ condition: Int, _ a: Int, _ b: Int) -> Int {
    add(.ternary(.where, condition, a, b))
  }

  // MARK: Functions of one argument

  /// A function whose rule is its own, or its value and its derivative's formula.
  private mutating func function(_ primitive: Primitive, _ u: Int) -> Int {
    guard let derivative = derivative(of: primitive, at: u) else {
      return add(.unary(primitive, u))
    }
    return add(.integral(primitive, u, derivative: derivative))
  }

  /// The derivative by u of the functions that are integrals of others; nothing for those with a
  /// recurrence of their own.
  private mutating func derivative(of primitive: Primitive, at u: Int) -> Int? {
    let one = number(1)
    switch primitive {
    case .log: return add(.binary(.divide, one, u))
    case .log1p: return add(.binary(.divide, one, add(.binary(.add, one, u))))
    case .atan: return add(.binary(.divide, one, add(.binary(.add, one, product(u, u)))))
    case .asin, .acos, .atanh:
      let square = product(add(.binary(.subtract, one, u)), add(.binary(.add, one, u)))
      if primitive == .atanh { return add(.binary(.divide, one, square)) }
      return add(
        .binary(.divide, number(primitive == .asin ? 1 : -1), add(.unary(.sqrt, square))))
    case .asinh:
      let square = add(.binary(.add, one, product(u, u)))
      return add(.binary(.divide, one, add(.unary(.sqrt, square))))
    case .acosh:
      let below = add(.binary(.subtract, u, one)), above = add(.binary(.add, u, one))
      return add(.binary(.divide, one, add(.unary(.sqrt, product(below, above)))))
    case .erf: return gaussian(u, factor: 2, width: 1)
    case .erfc: return gaussian(u, factor: -2, width: 1)
    case .normalCDF: return gaussian(u, factor: 1, width: 2)
    case .softplus: return function(.sigmoid, u)
    case .logCosh: return function(.tanh, u)
    case .tanhShrink:
      let t = function(.tanh, u)
      return product(t, t)
    default: return nil
    }
  }

  /// factor · exp(-u²/width) / √(width·π).
  private mutating func gaussian(_ u: Int, factor: Double, width: Double) -> Int {
    let bell = function(.exp, negate(quotient(product(u, u), number(width))))
    let area = add(.unary(.sqrt, product(number(width), add(.constant(.pi)))))
    return quotient(product(number(factor), bell), area)
  }
}
