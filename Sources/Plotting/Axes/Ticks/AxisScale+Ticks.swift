internal import Decimals

extension AxisScale {
  /// The ticks between limits in coordinates, ascending, in at most `maximumIntervals` intervals
  /// where that leaves two.
  ///
  /// Where the axis is logarithmic they stand at powers of ten, and between fewer than two of
  /// those at round values.
  func ticks(
    between limits: AxisLimits, maximumIntervals: Int, choice: TickChoice = TickChoice()
  ) -> AxisTicks {
    if let values = choice.values { return ticks(at: values, between: limits, choice.format) }
    switch ladder(between: limits, maximumIntervals: maximumIntervals, format: choice.format) {
    case .pi(let ladder): return AxisTicks(ladder.ticks)
    case .powers(let ladder):
      let labels = choice.format.labels(ofPowers: ladder.numbers)
      return ticks(at: ladder.numbers.map(\.value), AxisLabels(labels: labels))
    case .steps(let numbers, let precision, _):
      let labels =
        self == .linear
        ? choice.format.axisLabels(of: numbers, precision: precision)
        : AxisLabels(labels: choice.format.labels(of: numbers, precision: precision))
      return ticks(at: numbers.map(\.value), labels)
    }
  }

  /// The values of ticks without labels, ascending. For them to suit the ticks, `maximumIntervals`
  /// has to be the number that those were made with.
  ///
  /// Between neighbouring powers of ten there are some in any case, and so between 1, 2 and 5 times
  /// powers of ten; others are for who wants them, at round parts of the step. Beside explicit ticks
  /// on a linear axis they stand where ticks would be without these.
  func minorTicks(
    between limits: AxisLimits, maximumIntervals: Int, choice: TickChoice = TickChoice()
  ) -> [Double] {
    let ladder = ladder(
      between: limits, maximumIntervals: maximumIntervals, format: choice.format)
    let isBesideGiven = self == .linear && choice.values != nil
    let minor: [Double] =
      switch ladder {
      case .powers(let ladder): ladder.minorValues(all: choice.minor)
      // Without a step the numbers are 1, 2 and 5 times powers of ten.
      case .steps(_, precision: nil, let between): between
      case _ where !choice.minor: []
      case .pi(let ladder): isBesideGiven ? ladder.ticks.map(\.value) : ladder.minorValues
      case .steps(let numbers, _, let between): isBesideGiven ? numbers.map(\.value) : between
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

  private func ticks(at values: [Double], _ labels: AxisLabels) -> AxisTicks {
    AxisTicks(
      zip(values, labels.labels).map { Tick(value: $0, label: $1) }, common: labels.common)
  }

  /// Ticks where the user wants them.
  private func ticks(
    at values: [Double], between limits: AxisLimits, _ format: TickFormat
  ) -> AxisTicks {
    let values = Set(values.map { $0 == 0 ? 0 : $0 })
      .filter { limits.contains(coordinate($0)) }.sorted()
    let labels =
      self == .linear
      ? format.axisLabels(ofValues: values)
      : AxisLabels(labels: format.labels(ofValues: values, isLogarithmic: true))
    guard format == .pi, self == .linear else { return ticks(at: values, labels) }
    let multiples = values.map { Tick(nearMultipleOfPi: $0) }
    let plain =
      multiples.allSatisfy { $0 == nil }
      ? labels
      : AxisLabels(
        labels: format.labels(ofValues: values, isLogarithmic: false))
    return AxisTicks(
      zip(values, zip(multiples, plain.labels)).map { value, names in
        names.0 ?? Tick(value: value, label: names.1)
      }, common: plain.common)
  }
}
