internal import Decimals

extension AxisScale {
  /// The ticks between limits in coordinates, ascending, in at most `maximumIntervals` intervals
  /// where that leaves two.
  ///
  /// Where the axis is logarithmic they stand at powers of ten, and between fewer than two of
  /// those at round values.
  func ticks(
    between limits: AxisLimits, maximumIntervals: Int, choice: TickChoice = TickChoice()
  ) -> [Tick] {
    if let values = choice.values { return ticks(at: values, between: limits, choice.format) }
    switch ladder(between: limits, maximumIntervals: maximumIntervals, format: choice.format) {
    case .pi(let ladder): return ladder.ticks
    case .powers(let ladder):
      return ticks(at: ladder.numbers, choice.format.labels(ofPowers: ladder.numbers))
    case .steps(let numbers, let precision, _):
      return ticks(at: numbers, choice.format.labels(of: numbers, precision: precision))
    }
  }

  /// The values of ticks without labels, ascending. For them to suit the ticks, `maximumIntervals`
  /// has to be the number that those were made with.
  ///
  /// Between neighbouring powers of ten there are some in any case; others are for who wants them,
  /// at round parts of the step, and none beside explicit ticks on a linear axis.
  func minorTicks(
    between limits: AxisLimits, maximumIntervals: Int, choice: TickChoice = TickChoice()
  ) -> [Double] {
    if self == .linear, choice.values != nil { return [] }
    let minor: [Double] =
      switch ladder(between: limits, maximumIntervals: maximumIntervals, format: choice.format) {
      case .pi(let ladder): choice.minor ? ladder.minorValues : []
      case .powers(let ladder): ladder.minorValues(all: choice.minor)
      case .steps(_, _, let between): choice.minor ? between : []
      }
    let labelled = Set(choice.values ?? [])
    return minor.filter { !labelled.contains($0) }
  }

  // MARK: Ladders

  private enum Ladder {
    case pi(PiLadder)
    case powers(PowerLadder)
    /// Round numbers, the exponent of the last digit of their step if they have one, and the values
    /// between them.
    case steps([DecimalNumber], precision: Int?, between: [Double])
  }

  private func ladder(
    between limits: AxisLimits, maximumIntervals: Int, format: TickFormat
  ) -> Ladder {
    let intervals = max(maximumIntervals, 1)
    if self == .linear {
      if format == .pi, let ladder = PiLadder(between: limits, maximumIntervals: intervals) {
        return .pi(ladder)
      }
    } else if let ladder = PowerLadder(
      on: self, between: limits, maximumIntervals: intervals, format: format)
    {
      return .powers(ladder)
    }
    return roundValues(between: limits, maximumIntervals: intervals)
  }

  /// Steps of equal value, or where that would crowd one end of a logarithmic axis, 1, 2 and 5
  /// times the powers of ten.
  private func roundValues(between limits: AxisLimits, maximumIntervals: Int) -> Ladder {
    // The way from values to coordinates and back rounds, and must not lose a tick at an end.
    let ends = (value(ofCoordinate: limits.lower), value(ofCoordinate: limits.upper))
    let room = self == .linear ? 0 : 1e-12
    let values = try? AxisLimits(
      ends.0 - room * ends.0.magnitude, ends.1 + room * ends.1.magnitude)
    let ratios = self == .log ? digits([1, 2, 5], between: limits) : []
    guard let values, values.haveRoomForTicks,
      ratios.count < 3 || ratios.count > maximumIntervals + 1
    else {
      let between = ratios.isEmpty ? [] : digits([3, 4, 6, 7, 8, 9], between: limits).map(\.value)
      return .steps(ratios, precision: nil, between: between)
    }
    let ladder = TickLadder(between: values, maximumIntervals: maximumIntervals, slack: 100 * room)
    return .steps(
      ladder.numbers.filter { limits.contains(coordinate($0.value)) },
      precision: ladder.precision,
      between: ladder.minorValues.filter { limits.contains(coordinate($0)) })
  }

  /// The numbers of one of these digits.
  private func digits(_ digits: [Int], between limits: AxisLimits) -> [DecimalNumber] {
    let first = max(limits.lower.rounded(.down), -324), last = limits.upper.rounded(.up)
    guard first <= last else { return [] }
    return (Int(first)...Int(last))
      .flatMap { exponent in digits.map { DecimalNumber($0, exponent) } }
      .filter { limits.contains(coordinate($0.value)) }
  }

  // MARK: Labels

  private func ticks(at numbers: [DecimalNumber], _ labels: [String]) -> [Tick] {
    zip(numbers, labels).map { Tick(value: $0.value, label: $1) }
  }

  /// Ticks where the user wants them.
  private func ticks(
    at values: [Double], between limits: AxisLimits, _ format: TickFormat
  ) -> [Tick] {
    let values = Set(values.map { $0 == 0 ? 0 : $0 })
      .filter { limits.contains(coordinate($0)) }.sorted()
    let labels = format.labels(ofValues: values, isLogarithmic: self != .linear)
    return zip(values, labels).map { value, label in
      let multiple = format == .pi && self == .linear ? Tick(nearMultipleOfPi: value) : nil
      return multiple ?? Tick(value: value, label: label)
    }
  }
}
