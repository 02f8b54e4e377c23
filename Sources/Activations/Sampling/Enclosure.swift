/// Bounds of the values that a program has over a whole interval of x: never closer than they are,
/// often wider.
struct Enclosure {
  let program: Program

  func value(over x: Interval) -> Interval { values(over: x)[program.result] }

  /// Of every register.
  func values(over x: Interval) -> [Interval] {
    var values: [Interval] = []
    values.reserveCapacity(program.instructions.count)
    for instruction in program.instructions {
      values.append(Self.value(of: instruction, x) { values[$0] })
    }
    return values
  }

  private static func value(
    of instruction: Program.Instruction, _ x: Interval, _ register: (Int) -> Interval
  ) -> Interval {
    switch instruction {
    case .number(let value), .parameter(let value): Interval(value)
    case .constant(let constant): constant == .pi ? .pi : .e
    case .variable: x
    case .unary(let primitive, let a): unary(primitive, register(a))
    case .integral(let primitive, let a, _): Interval.function(primitive)(register(a))
    case .binary(.multiply, let a, let b) where a == b: power(register(a), 2)
    case .binary(let primitive, let a, let b): binary(primitive, register(a), register(b))
    case .extreme(let primitive, let a, let b, _):
      primitive == .max
        ? larger(register(a), register(b)) : -larger(-register(a), -register(b))
    case .raised(let base, _, let general):
      // A base below 0 has powers of its own, which the general rule does not know.
      register(base).low.sign > 0 ? register(general) : .unknown
    case .ternary(_, let condition, let a, let b):
      select(register(condition), register(a), register(b))
    case .conventional(_, _, let body): register(body)
    }
  }

  // MARK: Rules

  private static func unary(_ primitive: Primitive, _ x: Interval) -> Interval {
    switch primitive {
    case .negate: -x
    case .exp: .exp(x)
    case .expm1: .expMinusOne(x)
    case .sqrt: .sqrt(x)
    case .sin: clipped(.sin(x), -1, 1)
    case .cos: clipped(.cos(x), -1, 1)
    case .tan: clipped(.sin(x), -1, 1) / clipped(.cos(x), -1, 1)
    case .log: x.low.sign > 0 ? .log(x) : .unknown
    case .atan: .atan(x)
    case .asinh: .asinh(x)
    case .sinh: .sinh(x)
    case .cosh: .cosh(x)
    case .tanh: .tanh(x)
    case .sigmoid: 1 / (1 + .exp(-x))
    case .sinc: clipped(x.hasZero ? .unknown : clipped(.sin(x), -1, 1) / x, -0.25, 1)
    case .abs: x.magnitude
    case .sign:
      x.isExact && x.low.isZero
        ? x : Interval(BigFloat(x.low.sign > 0 ? 1.0 : -1), BigFloat(x.high.sign < 0 ? -1.0 : 1))
    case .floor: x.floor
    default: .unknown
    }
  }

  private static func binary(_ primitive: Primitive, _ a: Interval, _ b: Interval) -> Interval {
    switch primitive {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: quotient(a, b)
    case .power: power(a, b)
    default: comparison(primitive, a, b)
    }
  }

  /// 1 where it holds all over, 0 where it does nowhere.
  private static func comparison(
    _ primitive: Primitive, _ a: Interval, _ b: Interval
  ) -> Interval {
    let never: Bool, always: Bool
    switch primitive {
    case .less: (always, never) = (a.high < b.low, b.high <= a.low)
    case .lessOrEqual: (always, never) = (a.high <= b.low, b.high < a.low)
    case .greater: return comparison(.less, b, a)
    case .greaterOrEqual: return comparison(.lessOrEqual, b, a)
    case .equal:
      (always, never) = (a.isExact && b.isExact && a.low == b.low, a.high < b.low || b.high < a.low)
    case .notEqual: return 1 - comparison(.equal, a, b)
    default: (always, never) = (false, false)
    }
    return always ? .one : never ? .zero : Interval(Interval.zero.low, Interval.one.low)
  }

  private static func clipped(_ x: Interval, _ low: Double, _ high: Double) -> Interval {
    let low = BigFloat(low), high = BigFloat(high)
    guard !x.isNaN, !x.isExact else { return x }
    return Interval(x.low < low ? low : x.low, high < x.high ? high : x.high)
  }

  /// Also by what has 0 at one end, beside which a quotient is large.
  private static func quotient(_ a: Interval, _ b: Interval) -> Interval {
    guard b.hasZero, !b.isExact, !a.isNaN, a.low.sign >= 0 || a.high.sign <= 0 else { return a / b }
    if a.low.sign < 0 { return -quotient(-a, b) }
    if b.low.sign < 0 { return b.high.isZero ? -quotient(a, -b) : .unknown }
    return Interval(
      (Interval(exactly: a.low) / Interval(exactly: b.high)).low, Interval.unknown.high)
  }

  /// x^y, of a whole y above 0 over what is on both sides of 0, too.
  private static func power(_ x: Interval, _ y: Interval) -> Interval {
    guard y.isExact, y.low.sign > 0, !x.isNaN, x.low.sign <= 0 else { return .power(x, y) }
    let n = y.low.double
    guard n == n.rounded() else {
      return x.low.sign < 0 ? .unknown : ends(of: x, to: y)
    }
    return n.truncatingRemainder(dividingBy: 2) == 0
      ? ends(of: x.magnitude, to: y) : ends(of: x, to: y)
  }

  private static func ends(of x: Interval, to y: Interval) -> Interval {
    let low = Interval.power(Interval(exactly: x.low), y)
    return Interval(low.low, Interval.power(Interval(exactly: x.high), y).high)
  }

  private static func larger(_ a: Interval, _ b: Interval) -> Interval {
    if a.isNaN || b.isNaN { return .undefined }
    return Interval(a.low < b.low ? b.low : a.low, a.high < b.high ? b.high : a.high)
  }

  private static func select(_ condition: Interval, _ a: Interval, _ b: Interval) -> Interval {
    if condition.isNaN { return condition }
    if condition.isExact { return condition.low.isZero ? b : a }
    guard condition.hasZero, !a.isNaN, !b.isNaN else { return condition.hasZero ? .unknown : a }
    return Interval(a.low < b.low ? a.low : b.low, a.high < b.high ? b.high : a.high)
  }
}
