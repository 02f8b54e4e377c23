/// Functions whose derivative is a formula of others.
extension ProgramBuilder {
  /// A function whose rule is its own, or its value and its derivative's formula.
  mutating func function(_ primitive: Primitive, _ u: Int) -> Int {
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
    case .log:
      // A logarithm ends at 0 from above: adding 0 makes a plain one of the -0 of log(-x).
      return add(.binary(.divide, one, add(.binary(.add, u, number(0)))))
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
