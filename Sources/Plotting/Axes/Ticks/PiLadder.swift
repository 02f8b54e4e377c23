/// Ticks at multiples of π, or of a simple part of it.
struct PiLadder {
  /// The step is `numerator`·π/`denominator`.
  private let numerator: Int
  private let denominator: Int
  private let limits: AxisLimits
  /// The ticks in steps, ascending.
  private let steps: [Int]

  /// π/12 to π/2, then 1, 2 and 5 times the powers of ten.
  private static let rungs: [(numerator: Int, denominator: Int)] =
    [12, 8, 6, 4, 3, 2].map { (1, $0) }
    + [1, 10, 100, 1000, 10_000, 100_000].flatMap { [($0, 1), (2 * $0, 1), (5 * $0, 1)] }

  /// The ticks between `limits`, in at most `maximumIntervals` intervals if that leaves two; `nil`
  /// where there are not two in any case, or their labels would be too long to read.
  init?(between limits: AxisLimits, maximumIntervals: Int) {
    guard max(limits.lower.magnitude, limits.upper.magnitude) < 1e7 else { return nil }
    var fitting: PiLadder?
    for rung in Self.rungs {
      let step = Double(rung.numerator) * .pi / Double(rung.denominator)
      // So many more than wanted need not be counted.
      guard limits.span < 3 * step * Double(maximumIntervals + 1) else { continue }
      let ladder = PiLadder(
        numerator: rung.numerator, denominator: rung.denominator, limits: limits)
      // The ones before were too many, which is better than one or none.
      if ladder.steps.count >= 2 { fitting = ladder }
      if ladder.steps.count <= maximumIntervals + 1 { break }
    }
    guard let fitting else { return nil }
    self = fitting
  }

  private init(numerator: Int, denominator: Int, limits: AxisLimits) {
    let step = Double(numerator) * .pi / Double(denominator)
    let first = Int((limits.lower / step).rounded(.down))
    let last = Int((limits.upper / step).rounded(.up))
    self.numerator = numerator
    self.denominator = denominator
    self.limits = limits
    steps = (first...last).filter {
      limits.contains(Double($0 * numerator) * .pi / Double(denominator))
    }
  }

  /// The ticks with their labels.
  var ticks: [Tick] { steps.map { Tick(multipleOfPi: $0 * numerator, over: denominator) } }

  /// The values in the middle between the ticks.
  var minorValues: [Double] {
    guard let first = steps.first, let last = steps.last else { return [] }
    return (first - 1...last)
      .map { Double((2 * $0 + 1) * numerator) * .pi / Double(2 * denominator) }
      .filter { limits.contains($0) }
  }
}

extension Tick {
  /// A tick at `numerator`·π/`denominator`, labelled as in −3π/2, in lowest terms.
  fileprivate init(multipleOfPi numerator: Int, over denominator: Int) {
    var (divisor, remainder) = (denominator, abs(numerator) % denominator)
    while remainder != 0 { (divisor, remainder) = (remainder, divisor % remainder) }
    let whole = abs(numerator) / divisor, part = denominator / divisor
    let sign = numerator < 0 ? "\u{2212}" : ""
    let multiple = whole == 1 ? "π" : "\(whole)π"
    self.init(
      value: Double(numerator) * .pi / Double(denominator),
      label: numerator == 0 ? "0" : sign + multiple + (part == 1 ? "" : "/\(part)"))
  }

  /// A tick at a value that is such a multiple to within rounding, with one of the denominators
  /// that ticks at round multiples have; `nil` for another value.
  init?(nearMultipleOfPi value: Double) {
    for denominator in [1, 2, 3, 4, 6, 8, 12] where value.magnitude < 1e7 {
      let multiple = value / .pi * Double(denominator), whole = multiple.rounded()
      guard (multiple - whole).magnitude <= 1e-9 * whole.magnitude else { continue }
      let tick = Tick(multipleOfPi: Int(whole), over: denominator)
      self.init(value: value, label: tick.label)
      return
    }
    return nil
  }

  /// What a multiple of π other than 0, to within rounding, is called: `π/2`; `nil` for another value.
  package static func multipleOfPi(_ value: Double) -> String? {
    value == 0 ? nil : Tick(nearMultipleOfPi: value)?.label
  }
}
