internal import Glibc

/// How an axis turns values into distances.
public enum AxisScale: String, Sendable, Hashable, CaseIterable {
  /// Equal differences are equally far apart.
  case linear
  /// Equal ratios are equally far apart; what is not above 0 has no place.
  case log

  /// The coordinate of a value along the axis, or NaN for one without a place; for a logarithmic
  /// axis the decimal logarithm.
  package func coordinate(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: value > 0 ? log10(value) : .nan
    }
  }

  /// Limits in values as limits in coordinates.
  ///
  /// - Throws: `PlottingError.limitsNotPositive` for a logarithmic axis that is to go through 0.
  func coordinates(_ limits: AxisLimits) throws(PlottingError) -> AxisLimits {
    guard self == .log else { return limits }
    guard limits.lower > 0 else { throw .limitsNotPositive(limits.lower, limits.upper) }
    return try AxisLimits(log10(limits.lower), log10(limits.upper))
  }

  /// The ticks between limits in coordinates, in at most `maximumIntervals` intervals.
  ///
  /// On a logarithmic axis they stand at powers of ten. Between less than two of those they stand
  /// at round values, as on a linear one.
  func ticks(between limits: AxisLimits, maximumIntervals: Int) -> [Tick] {
    guard self == .log else {
      return TickLadder(between: limits, maximumIntervals: maximumIntervals).ticks
    }
    let first = Int(limits.lower.rounded(.up)), last = Int(limits.upper.rounded(.down))
    guard last > first else {
      let values = try? AxisLimits(pow(10, limits.lower), pow(10, limits.upper))
      return values.map { TickLadder(between: $0, maximumIntervals: maximumIntervals).ticks } ?? []
    }
    let step = Self.decades(over: limits, maximumIntervals: maximumIntervals)
    return (first...last).filter { $0.isMultiple(of: step) }.map { Tick(powerOfTen: $0) }
  }

  /// The values of unlabelled ticks: on a logarithmic axis with every power of ten, the multiples
  /// of them in between; elsewhere none.
  func minorTicks(between limits: AxisLimits, maximumIntervals: Int) -> [Double] {
    guard self == .log else { return [] }
    let first = Int(limits.lower.rounded(.down)), last = Int(limits.upper.rounded(.down))
    guard last > first,
      Self.decades(over: limits, maximumIntervals: maximumIntervals) == 1
    else { return [] }
    return (first...last).flatMap { exponent in (2...9).map { decimal($0, exponent) } }
      .filter { limits.contains(log10($0)) }
  }

  /// From one labelled power of ten to the next.
  private static func decades(over limits: AxisLimits, maximumIntervals: Int) -> Int {
    let steps = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 400]
    // The exponents of Doubles span less than 700, so two intervals are always to be had.
    return steps.first { limits.span <= Double($0 * maximumIntervals) } ?? 400
  }
}
