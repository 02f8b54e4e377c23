extension Primitive {
  /// The derivative of a function of one argument by it, as a formula in x; `nil` for the others,
  /// whose derivative is no formula of the argument alone.
  ///
  /// This is the one list of them. Jets are made of those for which `isIntegral`, exactly as they
  /// stand here; the others have recurrences of the same rules, in which every digit is kept.
  var derivative: Expression? {
    let x = Expression.variable, one = Expression.number(1)
    switch self {
    case .negate: return -one
    case .exp, .expm1: return .call(.exp, [x])
    // A logarithm ends at 0 from above: adding 0 makes a plain one of the -0 of log(-x).
    case .log: return one / (x + .number(0))
    case .log1p: return one / (one + x)
    case .sqrt: return one / (.number(2) * .call(.sqrt, [x]))
    case .sin: return .call(.cos, [x])
    case .cos: return -.call(.sin, [x])
    case .tan: return one + .call(.tan, [x]) * .call(.tan, [x])
    case .sinh: return .call(.cosh, [x])
    case .cosh: return .call(.sinh, [x])
    case .tanh: return one - .call(.tanh, [x]) * .call(.tanh, [x])
    case .atan: return one / (one + x * x)
    case .asin: return one / .call(.sqrt, [(one - x) * (one + x)])
    case .acos: return -one / .call(.sqrt, [(one - x) * (one + x)])
    case .atanh: return one / ((one - x) * (one + x))
    case .asinh: return one / .call(.sqrt, [one + x * x])
    case .acosh: return one / .call(.sqrt, [(x - one) * (x + one)])
    case .erf: return .number(2) * Self.bell / .call(.sqrt, [.constant(.pi)])
    case .erfc: return -.number(2) * Self.bell / .call(.sqrt, [.constant(.pi)])
    case .normalCDF:
      return .call(.exp, [-(x * x / .number(2))])
        / .call(.sqrt, [.number(2) * .constant(.pi)])
    case .sigmoid: return .call(.sigmoid, [x]) * (one - .call(.sigmoid, [x]))
    case .softplus: return .call(.sigmoid, [x])
    case .logCosh: return .call(.tanh, [x])
    case .tanhShrink: return .call(.tanh, [x]) * .call(.tanh, [x])
    case .sinc: return (.call(.cos, [x]) - .call(.sinc, [x])) / x
    case .abs: return .call(.sign, [x])
    case .sign, .floor: return .number(0)
    default: return nil
    }
  }

  /// exp(-x²)
  private static var bell: Expression { .call(.exp, [-(Expression.variable * .variable)]) }

  /// Whether its jets come from integrating those of its derivative.
  var isIntegral: Bool {
    switch self {
    case .log, .log1p, .atan, .asin, .acos, .atanh, .asinh, .acosh, .erf, .erfc, .normalCDF,
      .softplus, .logCosh, .tanhShrink:
      true
    default: false
    }
  }
}

// Trees as they stand; nothing is simplified.
extension Expression {
  static func + (a: Expression, b: Expression) -> Expression { .call(.add, [a, b]) }
  static func - (a: Expression, b: Expression) -> Expression { .call(.subtract, [a, b]) }
  static func * (a: Expression, b: Expression) -> Expression { .call(.multiply, [a, b]) }
  static func / (a: Expression, b: Expression) -> Expression { .call(.divide, [a, b]) }
  static prefix func - (a: Expression) -> Expression {
    if case .number(let value) = a { return .number(-value) }
    return .call(.negate, [a])
  }
}
