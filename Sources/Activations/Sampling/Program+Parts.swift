extension Program {
  /// How often a search may evaluate the program: so often that its instructions are not carried out
  /// more than so many times. A long one, such as of many functions after each other, has ever finer
  /// detail of which more is not worth the time, and each of its evaluations finds less.
  func evaluations(atMost most: Int, costing cost: Int) -> Int {
    let length = instructions.count
    return min(most, max(200, cost / length / max(1, length / 32)))
  }

  /// A program that computes only some registers and what they are made of, under the same numbers.
  ///
  /// - Parameter orderDrops: How many orders less than the highest each register needs; none if
  ///   `nil`.
  func computing(_ registers: [Int], orderDrops drops: [Int]? = nil) -> Program {
    var isNeeded = [Bool](repeating: false, count: instructions.count)
    for register in registers { isNeeded[register] = true }
    for register in isNeeded.indices.reversed() where isNeeded[register] {
      for operand in instructions[register].operands { isNeeded[operand.register] = true }
    }
    return Program(
      instructions: zip(instructions, isNeeded).map { $1 ? $0 : .number(0) }, result: result,
      degrees: degrees, isUniform: zip(isUniform, isNeeded).map { $0 || !$1 },
      orderDrops: drops ?? [Int](repeating: 0, count: instructions.count))
  }

  /// A program whose result is that register of this one.
  func ending(at register: Int) -> Program {
    let part = computing([register])
    return Program(
      instructions: part.instructions, result: register, degrees: degrees,
      isUniform: part.isUniform, orderDrops: part.orderDrops)
  }

  private init(
    instructions: [Instruction], result: Int, degrees: [Int?], isUniform: [Bool],
    orderDrops: [Int]
  ) {
    self.instructions = instructions
    self.result = result
    self.degrees = degrees
    self.isUniform = isUniform
    self.orderDrops = orderDrops
    singularRegisters = []
  }
}

extension [Double] {
  /// The indices of ascending numbers in the order of their magnitudes, of equal ones the negative
  /// first.
  var outwards: [Int] {
    var right = firstIndex { $0 >= 0 } ?? count
    var left = right - 1
    var order: [Int] = []
    order.reserveCapacity(count)
    while order.count < count {
      if left >= 0, right == count || -self[left] <= self[right] {
        order.append(left)
        left -= 1
      } else {
        order.append(right)
        right += 1
      }
    }
    return order
  }
}
