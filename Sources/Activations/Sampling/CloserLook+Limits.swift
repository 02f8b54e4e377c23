/// What derivatives tend to beside a place, or far out: values at distances that are squared from one
/// to the next, with as many bits as they take.
extension CloserLook {
  enum Tendency {
    case tends(to: Double)
    /// There is no function on that side.
    case isUndefined
    case isUnknown
    /// Not even the values nearby are known, whatever the number of bits.
    case isLost
  }

  /// The derivatives that the limits on both sides give: the one that they share, or at the end of a
  /// domain the only one; `nil` where they differ or are not known.
  func limits(at x: Double) -> [Double?] {
    let left = tendencies(beside: x, .left), right = tendencies(beside: x, .right)
    let own = valueAlone(at: x)
    let value = own ?? Self.common(left[0], right[0])
    // What runs off is for a division by 0 to say: there is no value.
    let shown = value?.isFinite == true ? value : nil
    guard let value, !value.isNaN, Self.isContinuous(left[0], value),
      Self.isContinuous(right[0], value)
    else { return [shown] + Array(repeating: nil, count: order) }
    return [shown] + (1..<(order + 1)).map { Self.common(left[$0], right[$0]) }
  }

  /// The value at a place as the formula has it, if that is a finite number.
  private func valueAlone(at x: Double) -> Double? {
    let value = CloserLook(program: program, order: 0).look(at: Interval(x), 256).values[0]
    return value.flatMap { $0.double.isFinite ? $0.double : nil }
  }

  private static func isContinuous(_ tendency: Tendency, _ value: Double) -> Bool {
    switch tendency {
    case .tends(let limit): limit == value || (limit - value).magnitude <= value.ulp
    case .isUndefined: true
    case .isUnknown, .isLost: false
    }
  }

  private static func common(_ left: Tendency, _ right: Tendency) -> Double? {
    switch (left, right) {
    case (.tends(let first), .tends(let second)):
      first == second || (first - second).magnitude <= first.ulp ? second : nil
    case (.tends(let limit), .isUndefined), (.isUndefined, .tends(let limit)): limit
    default: nil
    }
  }

  // MARK: Probes

  /// How near to a place is looked, in powers of 2: far below the least Double.
  private var distances: [Int] { isSlow ? [1200, 1800, 2400] : [1200, 2400, 4800] }

  private func tendencies(beside x: Double, _ side: JetBlock<Interval>.Side) -> [Tendency] {
    let sign: Double = side == .left ? -1 : 1
    return tendencies(
      at: distances.lazy.map { distance in
        let near = Interval(exactly: BigFloat(parameter ?? x, besideBy: sign, exponent: distance))
        let bits = (isSlow ? [2048, 4096] : [2048, 1 << 13, 1 << 15]).filter { $0 > distance }
        return parameter == nil
          ? values(at: near, bits, from: side)
          : values(at: Interval(x), parameter: near, bits, from: side)
      })
  }

  /// What the derivatives tend to as x goes to an infinity, as far as that shows before exponentials
  /// have left all numbers.
  func tendencies(towards infinity: Double) -> [Tendency] {
    let sign: Double = infinity < 0 ? -1 : 1
    // All digits in use, so that they are no whole numbers, on which floor sees nothing.
    let sets = [0x1.3c0ca428c59fbp13, 0x1.3c0ca428c59fbp6].map { first in
      // Beyond the inverse of the least Double.
      var probes = [BigFloat(first)]
      for _ in 0..<8 { probes.append(probes[probes.count - 1].squared) }
      let values = probes.map { x in
        self.values(at: Interval(exactly: sign < 0 ? -x : x), [512, 2048], from: nil)
      }
      return (0...self.order).map { order in Self.latestTendency(of: values.map { $0[order] }) }
    }
    return zip(sets[0], sets[1]).map { far, near in
      if case .isLost = far { near } else { far }
    }
  }

  /// What values tend to that are squares of each other apart, from the first three of them on that
  /// none further out speaks against: much may happen late.
  private static func latestTendency(of values: [Extended?]) -> Tendency {
    var found = Tendency.isLost
    for start in 0...(values.count - 3) {
      let isKnown = values[start + 2] != nil
      let isLevel = values[start]?.double == values[start + 1]?.double
      let next = tendency(
        of: Array(values[start..<(start + (isLevel && !isKnown ? 2 : 3))]))
      let later = values[(start + 3)...].compactMap { $0 }
      if case .tends = next, later.allSatisfy({ isNear($0, next) }) { return next }
      if start == 0 { found = next }
    }
    if case .tends = found { return .isUnknown }
    return found
  }

  /// Whether a value further out does not speak against a limit.
  private static func isNear(_ value: Extended, _ tendency: Tendency) -> Bool {
    guard case .tends(let limit) = tendency else { return true }
    if limit.isInfinite { return value.magnitude > 1 && (value < 0) == (limit < 0) }
    let size = limit == 0 ? 1 : Extended(limit.magnitude)
    return (value - Extended(limit)).magnitude <= Extended(1e-6) * size
  }

  private func values(
    at place: Interval, parameter: Interval? = nil, _ precisions: [Int],
    from side: JetBlock<Interval>.Side?
  ) -> [Extended?] {
    var values: [Extended?] = []
    for bits in precisions {
      let look = look(at: place, parameter: parameter, bits, from: side)
      values = look.values
      if look.isSettled { break }
    }
    return values
  }

  private func tendencies(at probes: some Sequence<[Extended?]>) -> [Tendency] {
    var all: [[Extended?]] = []
    for values in probes {
      all.append(values)
      let isSettled = zip(all[0], values).allSatisfy { first, last in
        guard let first, let last else { return false }
        return first.isNaN && last.isNaN || first.double == last.double
      }
      if all.count == 2, isSettled || values.allSatisfy({ $0 == nil }) { break }
    }
    return (0...order).map { k in Self.tendency(of: all.map { $0[k] }) }
  }

  /// The limit of values at distances h, h² and h⁴.
  private static func tendency(of all: [Extended?]) -> Tendency {
    let values = all.compactMap { $0 }
    guard values.count == all.count, values.count > 1, let last = values.last else {
      return .isLost
    }
    if values.allSatisfy(\.isNaN) { return .isUndefined }
    guard !values.contains(where: \.isNaN) else { return .isUnknown }
    // Adding 0 makes a zero that is approached from below a plain one.
    if last.double == values[values.count - 2].double { return .tends(to: last.double + 0) }
    guard values.count == 3 else { return .isUnknown }
    let first = values[1] - values[0], second = last - values[1]
    // The steps of a logarithm double, and powers of h become squares; what goes up and down may grow by
    // chance.
    let growth = values[1] / values[0], growthAfter = last / values[1]
    let isLogarithm = (second / first - 2).magnitude < Extended(1e-3)
    let isPower = growth > 4 && (growthAfter / (growth * growth) - 1).magnitude < Extended(0.05)
    if isLogarithm || isPower { return .tends(to: second < 0 ? -.infinity : .infinity) }
    // L + c·h^a: what is left after the last of them follows from the steps.
    let share = second / first
    guard share.magnitude < Extended(0x1p-5) else { return .isUnknown }
    let rest = -second * share * share
    let limit = last - rest
    if limit.magnitude <= last.magnitude * Extended(0x1p-5) { return .tends(to: 0) }
    // The share itself is known to about as much of it as it is.
    return (rest * share * 4).magnitude <= limit.magnitude * Extended(0x1p-54)
      ? .tends(to: limit.double) : .isUnknown
  }
}
