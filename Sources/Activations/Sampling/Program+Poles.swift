extension Program {
  /// Whether the result is made of something that is infinite at a zero of a denominator, so that there
  /// is no value. A zero that is no Double is not met, and there whatever is divided by it is.
  func hasPole(at zero: Zero) -> Bool {
    guard zero.isDouble else { return true }
    var block = JetBlock<Extended>(program: self, order: spareOrders(at: zero), samples: 1)
    block.evaluate(at: CollectionOfOne(zero.x))
    var isInfinite: [Bool] = []
    isInfinite.reserveCapacity(instructions.count)
    for register in instructions.indices {
      let value = block.row(0, of: register)[0]
      isInfinite.append(
        operands(of: register, in: block).contains { isInfinite[$0] } || !value.isFinite)
    }
    return isInfinite[result]
  }

  /// Whether the value that is chosen at a zero comes by a division by 0, or from the logarithm of 0: as
  /// it is written the formula has none there, whatever limit it may have.
  func isDivided(at zero: Zero) -> Bool {
    var block = JetBlock<Extended>(program: self, order: spareOrders(at: zero), samples: 2)
    // Where the place is not exact, what is 0 there is but much smaller than beside it.
    block.evaluate(at: [zero.x, zero.x + zero.reach * Extended(0x1p-20)])
    func isZero(_ register: Int) -> Bool {
      let here = block.row(0, of: register)[0], beside = block.row(0, of: register)[1]
      return here.isZero || here.magnitude <= beside.magnitude * Extended(0x1p-40)
    }
    var isDivided: [Bool] = []
    isDivided.reserveCapacity(instructions.count)
    for (register, instruction) in instructions.enumerated() {
      let isOwn =
        switch instruction {
        case .binary(.divide, _, let a), .integral(.log, let a, _): isZero(a)
        case .binary(.power, let a, let b): block.row(0, of: b)[0] < 0 && isZero(a)
        case .unary(.tan, let a):
          Extended.cos(block.row(0, of: a)[0]).magnitude <= Extended(0x1p-40)
        default: !block.row(0, of: register)[0].isFinite
        }
      isDivided.append(isOwn || operands(of: register, in: block).contains { isDivided[$0] })
    }
    return isDivided[result]
  }

  /// What the value of a register is made of at the first sample: of a choice the one that is taken.
  private func operands(of register: Int, in block: borrowing JetBlock<Extended>) -> [Int] {
    switch instructions[register] {
    case .ternary(_, let condition, let a, let b):
      [condition, block.row(0, of: condition)[0].isZero ? b : a]
    // What is raised to a whole number is no exponential of a logarithm: 0 to the power of 0 is 1.
    case .raised(let base, let exponent, let general):
      block.row(0, of: exponent)[0].isZero ? [base, exponent] : [base, exponent, general]
    default: instructions[register].operands.filter { $0.orderDrop == 0 }.map(\.register)
    }
  }

  /// A quotient of zeros has its value by its derivatives.
  private func spareOrders(at zero: Zero) -> Int {
    singularRegisters.isEmpty ? 0 : Self.spareOrders
  }
}
