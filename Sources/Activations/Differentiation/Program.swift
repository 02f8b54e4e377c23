/// A formula compiled to a list of instructions, each of which fills one register.
///
/// Equal subexpressions share a register, and operands always stand before their users, so one
/// pass from front to back evaluates the formula.
struct Program: Sendable {
  enum Instruction: Hashable, Sendable {
    case number(Double)
    case variable
    case unary(Primitive, Int)
    case binary(Primitive, Int, Int)
  }

  /// Instruction `i` fills register `i`; the last one holds the result.
  private(set) var instructions: [Instruction] = []

  /// For each register, the degree in x of the polynomial that it is known to be, or `nil`.
  ///
  /// Taylor coefficients beyond the degree are zero exactly. Rules leave such terms out rather
  /// than multiply by that zero, which at infinity would give NaN instead of the limit.
  private(set) var degrees: [Int?] = []

  init(_ expression: Expression) {
    var registers: [Instruction: Int] = [:]
    _ = emit(expression, &registers)
  }

  private mutating func emit(
    _ expression: Expression, _ registers: inout [Instruction: Int]
  ) -> Int {
    let instruction: Instruction
    switch expression {
    case .number(let value):
      instruction = .number(value)
    case .variable:
      instruction = .variable
    case .call(let primitive, let arguments):
      let operands = arguments.map { emit($0, &registers) }
      instruction =
        operands.count == 1
        ? .unary(primitive, operands[0])
        : .binary(primitive, operands[0], operands[1])
    }
    if let register = registers[instruction] { return register }
    instructions.append(instruction)
    degrees.append(degree(of: instruction))
    registers[instruction] = instructions.count - 1
    return instructions.count - 1
  }

  private func degree(of instruction: Instruction) -> Int? {
    switch instruction {
    case .number: return 0
    case .variable: return 1
    case .unary(.negate, let a): return degrees[a]
    case .unary(_, let a): return degrees[a] == 0 ? 0 : nil
    case .binary(let primitive, let a, let b):
      guard let first = degrees[a], let second = degrees[b] else { return nil }
      switch primitive {
      case .add, .subtract: return max(first, second)
      case .multiply: return first + second
      case .divide: return second == 0 ? first : nil
      default: return max(first, second)
      }
    }
  }
}
