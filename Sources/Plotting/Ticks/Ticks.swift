/// A tick of an axis: where it stands and the number beside it.
public struct Tick: Sendable, Hashable {
  /// The position in data coordinates.
  public let value: Double
  /// The number as it is printed.
  public let label: String
}

extension Tick {
  /// A tick at a power of ten, labelled as one: 10⁻³.
  init(powerOfTen exponent: Int) {
    self.init(value: decimal(1, exponent), label: "10\(exponent.superscript)")
  }
}

extension Int {
  /// The number in superscript digits, as in 10⁻³.
  package var superscript: String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let power = String(magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return (self < 0 ? "⁻" : "") + String(power)
  }
}

/// Ticks at whole multiples of a step of 1, 2, 2.5, 5 or 10 times a power of ten.
///
/// The step is the one that matplotlib's AutoLocator takes, but a tick is kept as a whole number
/// of decimal units, so that values and labels are free of rounding: 0.3 is 0.3.
struct TickLadder {
  /// The step in units of 10^exponent: 1, 2, 5 or 25.
  private let mantissa: Int
  private let exponent: Int
  /// The ticks in units of 10^exponent, ascending.
  private let units: [Int]

  /// The ticks between `limits`, in at most `maximumIntervals` intervals.
  ///
  /// Where the step for that many intervals would leave fewer than two ticks, the next smaller
  /// one is taken.
  init(between limits: AxisLimits, maximumIntervals: Int) {
    let rawStep = limits.span / Double(maximumIntervals)
    var exponent = Int(log10Floor(rawStep))
    // Mantissas in tenths, so that 2.5 is whole.
    let steps = [10, 20, 25, 50]
    var rung = 0
    while decimal(steps[rung], exponent - 1) < rawStep {
      (rung, exponent) = rung == 3 ? (0, exponent + 1) : (rung + 1, exponent)
    }
    var ladder = TickLadder(tenths: steps[rung], exponent: exponent, limits: limits)
    while ladder.units.count < 2 {
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
    units = (first...last).map { $0 * mantissa }
      .filter { limits.contains(decimal($0, exponent)) }
  }

  /// The ticks with their labels.
  var ticks: [Tick] {
    let isScientific = needsScientificNotation
    return units.map { unit in
      Tick(
        value: decimal(unit, exponent),
        label: isScientific ? scientificLabel(unit) : fixedLabel(unit))
    }
  }

  /// Whether plain decimals would be too long to read.
  private var needsScientificNotation: Bool {
    let largest = units.map(\.magnitude).max() ?? 0
    let digits = String(largest).count + exponent
    return exponent < -4 && digits < -2 || digits > 7
  }

  /// The decimals of the step, a minus sign of its own width (U+2212), and no "-0".
  private func fixedLabel(_ unit: Int) -> String {
    let sign = unit < 0 ? "\u{2212}" : ""
    guard exponent < 0 else {
      return sign + String(unit.magnitude) + String(repeating: "0", count: unit == 0 ? 0 : exponent)
    }
    let digits = String(unit.magnitude)
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  /// As in 2.5e−7, without zeros at the end of the mantissa.
  private func scientificLabel(_ unit: Int) -> String {
    guard unit != 0 else { return "0" }
    var digits = Substring(String(unit.magnitude))
    let power = digits.count - 1 + exponent
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let fraction = digits.dropFirst()
    return (unit < 0 ? "\u{2212}" : "") + digits.prefix(1) + (fraction.isEmpty ? "" : ".")
      + fraction + "e" + (power < 0 ? "\u{2212}" : "") + String(power.magnitude)
  }
}

/// `unit` times ten to the `exponent`, correctly rounded.
func decimal(_ unit: Int, _ exponent: Int) -> Double {
  // Powers of ten are exact up to the 22nd, and one operation on exact numbers rounds once. Beyond
  // that the conversion of decimal text is what rounds correctly.
  guard exponent.magnitude <= 22, unit.magnitude < 1 << 53 else {
    return Double("\(unit)e\(exponent)") ?? .nan
  }
  let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
  return exponent < 0 ? Double(unit) / power : Double(unit) * power
}

/// The exponent of the largest power of ten that is not above a positive value.
private func log10Floor(_ value: Double) -> Int {
  // From a binary estimate, corrected, so that no rounding logarithm decides.
  var exponent = Int((Double(value.exponent) * 0.301_029_995_663_981_2).rounded(.down))
  while decimal(1, exponent + 1) <= value { exponent += 1 }
  while decimal(1, exponent) > value { exponent -= 1 }
  return exponent
}
