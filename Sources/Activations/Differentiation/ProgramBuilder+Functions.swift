/// Functions whose derivative is a formula of others.
extension ProgramBuilder {
  /// A function whose rule is its own, or its value and its derivative's formula.
  mutating func function(_ primitive: Primitive, _ u: Int) -> Int {
    guard primitive.isIntegral, let derivative = primitive.derivative else {
      return add(.unary(primitive, u))
    }
    return add(.integral(primitive, u, derivative: asWritten(derivative, at: u)))
  }

  /// A formula of a register without any identity, for those are made of such functions themselves.
  private mutating func asWritten(_ formula: Expression, at u: Int) -> Int {
    switch formula {
    case .number(let value): return number(value)
    case .constant(let constant): return add(.constant(constant))
    case .call(let primitive, let operands):
      let registers = operands.map { asWritten($0, at: u) }
      if registers.count == 2 { return add(.binary(primitive, registers[0], registers[1])) }
      return primitive == .negate ? negate(registers[0]) : function(primitive, registers[0])
    case .variable, .parameter, .activation: return u
    }
  }
}
