extension Program {
  /// A number at whose zeros the function or a derivative may run off.
  enum Denominator: Hashable {
    case register(Int)
    /// The cosine of a register, which its tangent is divided by.
    case cosine(Int)

    var register: Int {
      switch self {
      case .register(let a), .cosine(let a): a
      }
    }
  }

  /// What the result, or its derivative of an order, is divided by on the way: denominators, the
  /// arguments of logarithms and of inverse functions (in whose derivatives they are denominators),
  /// and what is raised to a power that may be negative. Products are taken apart, and what cannot
  /// be 0 is left out.
  func denominators(order: Int) -> [Denominator] {
    var isUsed = [Bool](repeating: false, count: instructions.count)
    isUsed[result] = true
    var found: [Denominator] = []
    let signs = signs
    func add(_ denominator: Denominator) {
      if !found.contains(denominator) { found.append(denominator) }
    }
    for register in instructions.indices.reversed() where isUsed[register] {
      let instruction = instructions[register]
      for operand in instruction.operands where operand.orderDrop == 0 || order > 0 {
        isUsed[operand.register] = true
      }
      switch instruction {
      case .integral(.log, _, let derivative), .integral(.log1p, _, let derivative),
        .integral(.atanh, _, let derivative):
        isUsed[derivative] = true
      case .binary(.divide, _, let a): factors(of: a, signs).forEach { add(.register($0)) }
      case .binary(.power, let a, let b) where mayRunOff(raisedTo: b, order: order):
        factors(of: a, signs).forEach { add(.register($0)) }
      case .unary(.sqrt, let a) where order > 0:
        factors(of: a, signs).forEach { add(.register($0)) }
      case .unary(.tan, let a): if !isUniform[a] { add(.cosine(a)) }
      default: break
      }
    }
    return found
  }

  /// Whether a power with that exponent, or its derivative, is infinite where its base is 0.
  private func mayRunOff(raisedTo exponent: Int, order: Int) -> Bool {
    guard case .number(let value) = instructions[exponent] else { return true }
    return value < Double(order)
  }

  /// The registers of which one is 0 where a register is.
  private func factors(of register: Int, _ signs: [Sign]) -> [Int] {
    guard !isUniform[register], signs[register] != .positive else { return [] }
    switch instructions[register] {
    case .binary(.multiply, let a, let b):
      return a == b ? factors(of: a, signs) : factors(of: a, signs) + factors(of: b, signs)
    case .binary(.divide, let a, _), .binary(.power, let a, _): return factors(of: a, signs)
    case .binary(.add, let a, let b) where instructions[b] == .number(0):
      return factors(of: a, signs)
    case .unary(let primitive, let a), .integral(let primitive, let a, _):
      return primitive.isZeroAtZeroAlone ? factors(of: a, signs) : [register]
    case .conventional(_, _, let body): return factors(of: body, signs)
    default: return [register]
    }
  }

  /// What is known of a register's sign wherever it is defined.
  enum Sign: Int {
    case unknown, notNegative, positive
  }

  var signs: [Sign] {
    var signs: [Sign] = []
    signs.reserveCapacity(instructions.count)
    for instruction in instructions { signs.append(sign(of: instruction, signs)) }
    return signs
  }

  private func sign(of instruction: Instruction, _ signs: [Sign]) -> Sign {
    /// Of what lies between both, or is made of both without a difference.
    func least(_ a: Int, _ b: Int) -> Sign {
      signs[a].rawValue < signs[b].rawValue ? signs[a] : signs[b]
    }
    func most(_ a: Int, _ b: Int) -> Sign {
      signs[a].rawValue > signs[b].rawValue ? signs[a] : signs[b]
    }
    switch instruction {
    case .number(let value): return value > 0 ? .positive : value == 0 ? .notNegative : .unknown
    case .constant: return .positive
    case .unary(let primitive, let a), .integral(let primitive, let a, _):
      switch primitive {
      case .exp, .cosh, .sigmoid, .softplus, .erfc, .normalCDF: return .positive
      case .abs: return signs[a] == .positive ? .positive : .notNegative
      case .sqrt: return signs[a] == .positive ? .positive : .notNegative
      case .logCosh: return .notNegative
      default: return .unknown
      }
    case .binary(let primitive, let a, let b):
      switch primitive {
      case .add: return least(a, b) == .unknown ? .unknown : most(a, b)
      case .multiply where a == b: return signs[a] == .positive ? .positive : .notNegative
      case .multiply, .divide, .min: return least(a, b)
      case .max: return most(a, b)
      case .power: return signs[a]
      default: return .unknown
      }
    case .ternary(_, _, let a, let b): return least(a, b)
    case .conventional(_, _, let body): return signs[body]
    default: return .unknown
    }
  }
}

extension Primitive {
  /// Whether the function is 0 where its argument is and nowhere else.
  fileprivate var isZeroAtZeroAlone: Bool {
    switch self {
    case .negate, .abs, .sqrt, .sign, .expm1, .log1p, .sinh, .tanh, .asinh, .atanh, .atan, .asin,
      .erf, .logCosh, .tanhShrink:
      true
    default: false
    }
  }
}
