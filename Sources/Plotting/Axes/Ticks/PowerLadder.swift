internal import Decimals
internal import Glibc

/// Ticks at powers of ten, on a symlog axis also at their negatives and at 0.
struct PowerLadder {
  /// From one labelled power to the next, in decades.
  let step: Int
  /// The powers in sight, ascending; the units are −1, 0 and 1.
  let numbers: [DecimalNumber]
  private let scale: AxisScale
  private let limits: AxisLimits

  /// Steps in decades. No axis shows more than 1264 of them: a symlog axis both ways.
  private static let steps = [1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 400, 800]
  private static let engineeringSteps = [3, 6, 9, 15, 30, 60, 90, 150, 300, 600]

  /// The powers between limits in coordinates, at most `maximumIntervals` steps; `nil` where fewer
  /// than two are in sight.
  init?(
    on scale: AxisScale, between limits: AxisLimits, maximumIntervals: Int, format: TickFormat
  ) {
    let steps = format == .engineering ? Self.engineeringSteps : Self.steps
    let wanted =
      steps.firstIndex { limits.span <= Double($0 * maximumIntervals) } ?? steps.count - 1
    let powers = Self.powers(on: scale, in: limits)
    for step in steps[...wanted].reversed() {
      let numbers = powers.filter { $0.unit == 0 || Self.isPlace($0, on: scale, step: step) }
      guard numbers.count >= 2 else { continue }
      (self.step, self.numbers, self.scale, self.limits) = (step, numbers, scale, limits)
      return
    }
    return nil
  }

  /// Whether a power has a label. On a symlog axis the first ones are left out where they would
  /// stand closer to 0 than to each other.
  private static func isPlace(_ power: DecimalNumber, on scale: AxisScale, step: Int) -> Bool {
    guard power.exponent.isMultiple(of: step) else { return false }
    return scale == .log || scale.coordinate(power.value).magnitude >= 0.6 * Double(step)
  }

  /// All powers in sight, ascending.
  private static func powers(on scale: AxisScale, in limits: AxisLimits) -> [DecimalNumber] {
    let powers: [DecimalNumber]
    switch scale {
    case .linear: return []
    case .log: powers = exponents(limits.lower, limits.upper).map { DecimalNumber(1, $0) }
    case .symlog(let threshold):
      let reach = max(limits.lower.magnitude, limits.upper.magnitude)
      let exponents = exponents(log10(threshold), log10(threshold) + reach)
        .filter { decimal(1, $0) >= threshold }
      powers =
        exponents.reversed().map { DecimalNumber(-1, $0) } + [DecimalNumber(0, 0)]
        + exponents.map { DecimalNumber(1, $0) }
    }
    return powers.filter { limits.contains(scale.coordinate($0.value)) }
  }

  /// Whole numbers between the two and one more on either side, as far as Doubles have powers.
  private static func exponents(_ lower: Double, _ upper: Double) -> ClosedRange<Int> {
    let first = min(max(lower.rounded(.down), -323), 308)
    let last = min(max(upper.rounded(.up), first), 308)
    return Int(first)...Int(last)
  }

  /// The values of ticks without labels: the multiples of neighbouring powers, and where `all` are
  /// wanted, the powers without a label.
  func minorValues(all: Bool) -> [Double] {
    let powers = Self.powers(on: scale, in: limits)
    // Beyond ten, the powers would be closer together than the lines are wide.
    if step > 1 {
      return all && step <= 10 ? powers.filter { !numbers.contains($0) }.map(\.value) : []
    }
    let signs = scale == .log ? [1] : [-1, 1]
    let exponents = powers.filter { $0.unit != 0 }.map(\.exponent)
    guard let first = exponents.min(), let last = exponents.max() else { return [] }
    // Below, where not even whole multiples of a power are told apart, there are none.
    return signs.flatMap { sign in
      (first - 1...last).filter { $0 >= -308 }.flatMap { exponent in
        (2...9).map { decimal(sign * $0, exponent) }
      }
    }.filter { limits.contains(scale.coordinate($0)) && isLogarithmic($0) }.sorted()
  }

  private func isLogarithmic(_ value: Double) -> Bool {
    guard case .symlog(let threshold) = scale else { return true }
    return value.magnitude > threshold
  }
}
