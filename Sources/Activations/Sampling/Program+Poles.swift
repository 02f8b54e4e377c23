extension Program {
  /// Whether the result is made of something that is infinite at a zero of a denominator, so that there
  /// is no value. A zero that is no Double is not met, and there whatever is divided by it is.
  func hasPole(at zero: Zero) -> Bool {
    guard zero.isDouble else { return true }
    var block = JetBlock<Extended>(program: self, order: spareOrders(at: zero), samples: 1)
    block.evaluate(at: CollectionOfOne(zero.x))
    var isInfinite: [Bool] = []
    isInfinite.reserveCapacity(instructions.count)
    for (register, instruction) in instructions.enumerated() {
      let operands: [Int]
      if case .ternary(_, let condition, let a, let b) = instruction {
        operands = [condition, block.row(0, of: condition)[0].isZero ? b : a]
      } else {
        operands = instruction.operands.filter { $0.orderDrop == 0 }.map(\.register)
      }
      let value = block.row(0, of: register)[0]
      isInfinite.append(operands.contains { isInfinite[$0] } || !value.isFinite)
    }
    return isInfinite[result]
  }

  /// A quotient of zeros has its value by its derivatives.
  private func spareOrders(at zero: Zero) -> Int {
    singularRegisters.isEmpty ? 0 : Self.spareOrders
  }
}
