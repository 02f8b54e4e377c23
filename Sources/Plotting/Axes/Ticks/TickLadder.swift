internal import Decimals

/// Ticks at whole multiples of a step of 1, 2, 2.5, 5 or 10 times a power of ten.
///
/// The step is the one that matplotlib's AutoLocator takes, but a tick is kept as a whole number
/// of decimal units, so that values and labels are free of rounding: 0.3 is 0.3.
struct TickLadder {
  /// The step in units of 10^exponent: 1, 2, 5 or 25.
  private let mantissa: Int
  private let exponent: Int
  private let limits: AxisLimits
  /// The ticks in steps, ascending.
  private let steps: [Int]

  /// The ticks between `limits`, in at most `maximumIntervals` intervals.
  ///
  /// Where the step for that many intervals would leave fewer than two ticks, the next smaller
  /// one is taken. A span may be larger by a part `slack` than what the intervals have room for.
  init(between limits: AxisLimits, maximumIntervals: Int, slack: Double = 0) {
    let rawStep = limits.span / (Double(maximumIntervals) * (1 + slack))
    var exponent = Int(log10Floor(rawStep))
    // Mantissas in tenths, so that 2.5 is whole.
    let steps = [10, 20, 25, 50]
    var rung = 0
    while decimal(steps[rung], exponent - 1) < rawStep {
      (rung, exponent) = rung == 3 ? (0, exponent + 1) : (rung + 1, exponent)
    }
    var ladder = TickLadder(tenths: steps[rung], exponent: exponent, limits: limits)
    while ladder.steps.count < 2 {
      (rung, exponent) = rung == 0 ? (3, exponent - 1) : (rung - 1, exponent)
      ladder = TickLadder(tenths: steps[rung], exponent: exponent, limits: limits)
    }
    self = ladder
  }

  private init(tenths: Int, exponent: Int, limits: AxisLimits) {
    let isWhole = tenths.isMultiple(of: 10)
    let mantissa = isWhole ? tenths / 10 : tenths
    let exponent = isWhole ? exponent : exponent - 1
    let step = decimal(mantissa, exponent)
    // One more on each side, as the division may round either way; then only what is inside.
    let first = Int((limits.lower / step).rounded(.down))
    let last = Int((limits.upper / step).rounded(.up))
    self.mantissa = mantissa
    self.exponent = exponent
    self.limits = limits
    steps = (first...last).filter { limits.contains(decimal($0 * mantissa, exponent)) }
  }

  /// What the ticks say.
  var numbers: [DecimalNumber] { steps.map { DecimalNumber($0 * mantissa, exponent) } }

  /// The exponent of the last digit of the step.
  var precision: Int { exponent }

  /// The values between the ticks: at four parts of a step of 2, and five of others, which are
  /// round again.
  var minorValues: [Double] {
    guard let first = steps.first, let last = steps.last else { return [] }
    let parts = mantissa == 2 ? 4 : 5
    return ((first - 1) * parts...(last + 1) * parts).filter { !$0.isMultiple(of: parts) }
      .map { decimal($0 * (10 * mantissa / parts), exponent - 1) }
      .filter { limits.contains($0) }
  }
}

/// The exponent of the largest power of ten that is not above a positive value.
private func log10Floor(_ value: Double) -> Int {
  // From a binary estimate, corrected, so that no rounding logarithm decides.
  var exponent = Int((Double(value.exponent) * 0.301_029_995_663_981_2).rounded(.down))
  while decimal(1, exponent + 1) <= value { exponent += 1 }
  while decimal(1, exponent) > value { exponent -= 1 }
  return exponent
}
