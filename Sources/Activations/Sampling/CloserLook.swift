internal import CMPFR

/// Samples whose digits did not show: evaluated again with more bits, and again, until they do; and
/// where the formula has no value of its own, by the limits on both sides.
struct CloserLook {
  let program: Program
  /// The highest derivative.
  let order: Int
  /// What derivatives are taken by, if that is a parameter.
  let parameter: Double?

  /// How many samples could not be told from zero with the most bits, or are zero.
  private var exhausted = 0
  private static let patience = 4
  /// Whether it has error functions, whose series take long with many bits: so many are not tried, and
  /// what they would have told remains unknown.
  let isSlow: Bool
  private var mostBits: Int { isSlow ? 1 << 11 : 1 << 13 }
  private var fewerBits: Int { isSlow ? 1 << 10 : 1 << 11 }

  init(program: Program, order: Int) {
    self.program = program
    self.order = order
    isSlow = program.instructions.contains {
      if case .integral(let primitive, _, _) = $0 { primitive.isErrorFunction } else { false }
    }
    parameter =
      program.instructions.lazy.compactMap {
        if case .parameter(let value) = $0 { value } else { nil }
      }.first
  }

  /// The derivatives from order 0 on at a finite x, NaN where there is none or its digits remain
  /// unknown; `nil` where it is for conventions to say.
  mutating func derivatives(at x: Double) -> [Double?] {
    // What is 0 at some samples is likely so at others, of which the steps in between tell nothing; that
    // it is 0 takes the most bits at each.
    let steps = exhausted >= Self.patience ? [256] : isSlow ? [256, 1024] : [256, 1024, 4096]
    for bits in steps {
      let look = look(at: Interval(x), bits)
      if look.isExceptional { return limits(at: x) }
      if look.isSettled { return look.values.map { $0?.double } }
    }
    let last = look(at: Interval(x), mostBits, isLast: true)
    if last.isExceptional { return limits(at: x) }
    let values = last.values.map { $0?.double ?? .nan }
    if values.contains(0) { exhausted += 1 }
    return values
  }

  /// The highest derivative at a finite x, if its digits can be told.
  func proven(at x: Double) -> Extended? {
    for bits in [256, 1024] {
      let look = look(at: Interval(x), bits)
      if look.isExceptional { return nil }
      if let value = look.values[order] { return value }
    }
    return nil
  }

  /// Whether the digits of the highest derivative remain unknown, also to a look with many bits.
  func isLost(at x: Double) -> Bool {
    let last = look(at: Interval(x), fewerBits, isLast: true)
    return !last.isExceptional && last.values[order] == nil
  }

  // MARK: One evaluation

  struct Look {
    /// The derivatives that are known; a NaN is known not to be one.
    var values: [Extended?]
    /// Whether something was divided by 0, or a decision between equal values left derivatives open.
    var isExceptional = false

    var isSettled: Bool { values.allSatisfy { $0 != nil } }
  }

  func look(
    at place: Interval, parameter: Interval? = nil, _ bits: Int, isLast: Bool = false,
    from side: JetBlock<Interval>.Side? = nil
  ) -> Look {
    BigFloat.withPrecision(bits, isLast: isLast) {
      mpfr_clear_flags()
      var block = JetBlock<Interval>(
        program: program, order: order, side: side, samples: 1, parameter: parameter)
      block.evaluate(at: CollectionOfOne(place))
      var look = Look(
        values: (0...order).map { k in
          let derivative = block.derivative(k, at: 0)
          return derivative.isSettled && !block.doubts[0] ? derivative.extended : nil
        })
      // Where something has left all exponents, a zero need not be one.
      let isDivided = mpfr_divby0_p() != 0 && mpfr_underflow_p() == 0
      look.isExceptional = isDivided || block.ties[0] && !look.isSettled
      return look
    }
  }
}

extension Primitive {
  fileprivate var isErrorFunction: Bool { [.erf, .erfc, .normalCDF].contains(self) }
}
