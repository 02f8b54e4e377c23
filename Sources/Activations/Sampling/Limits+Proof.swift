/// Limits of what turns or steps on and on, of which single places tell nothing of those between: as
/// far as the formula itself shows that they are some.
extension Formula {
  /// What derivatives are found to do far out, from order 0 on, as far as that is so between the places
  /// that were looked at, too.
  func proven(_ found: [Limit], towards infinity: Double) -> [Limit] {
    guard program.instructions.contains(where: { $0.endlessOperand != nil }),
      case .value(let limit) = found[0]
    else { return found }
    return BigFloat.withPrecision(64) {
      // Where a logarithm has become large.
      let far = BigFloat(exactly: Extended(infinity < 0 ? -1 : 1).scaled(by: 1 << 40))
      let x =
        infinity < 0 ? Interval(BigFloat(infinity), far) : Interval(far, BigFloat(infinity))
      let values = Enclosure(program: program).values(over: x)
      guard program.instructions.contains(where: { $0.isEndless(values) }),
        !Self.isAround(limit, values[program.result])
      else { return found }
      if limit.isFinite {
        if wavers(towards: infinity) { return found.map { _ in .none } }
        guard program.instructions.contains(where: { $0.mayHavePoles(values) }) else {
          return found
        }
      }
      return found.map { $0 == .none ? .none : .unknown }
    }
  }

  private static func isAround(_ limit: Double, _ value: Interval) -> Bool {
    let size = limit == 0 ? 1 : limit.magnitude
    let low = limit.isFinite ? limit - 1e-6 * size : limit < 0 ? limit : 1e6
    let high = limit.isFinite ? limit + 1e-6 * size : limit < 0 ? -1e6 : limit
    return !value.isNaN && BigFloat(low) <= value.low && value.high <= BigFloat(high)
  }

  /// Whether values go up and down by as much far out as nearer by.
  private func wavers(towards infinity: Double) -> Bool {
    var block = JetBlock<Extended>(program: program, order: 0, samples: 1)
    return [0x1p20, 0x1p30].allSatisfy { start in
      let values = (0..<128).map { step in
        block.evaluate(at: [Extended((start + 0.37 * Double(step)) * (infinity < 0 ? -1 : 1))])
        return block.derivative(0, at: 0).double
      }.filter(\.isFinite)
      guard let low = values.min(), let high = values.max() else { return false }
      return high - low > 1e-3 * max(1, min(low.magnitude, high.magnitude))
    }
  }
}

extension Program.Instruction {
  /// What goes on for ever in turns or steps, if that grows without end.
  fileprivate var endlessOperand: Int? {
    switch self {
    case .unary(.sin, let a), .unary(.cos, let a), .unary(.tan, let a), .unary(.sinc, let a),
      .unary(.floor, let a):
      a
    default: nil
    }
  }

  fileprivate func isEndless(_ values: [Interval]) -> Bool {
    endlessOperand.map { !values[$0].isFinite } ?? false
  }

  /// Whether there may be poles where the registers have such values.
  fileprivate func mayHavePoles(_ values: [Interval]) -> Bool {
    switch self {
    case .unary(.tan, let a): !values[a].isFinite
    case .binary(.divide, _, let b): values[b].hasZero
    case .binary(.power, let a, let b), .raised(let a, let b, _):
      values[a].hasZero && values[b].low.sign < 0
    default: false
    }
  }
}
