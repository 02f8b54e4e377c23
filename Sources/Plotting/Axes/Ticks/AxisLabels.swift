internal import Decimals

/// The numbers at the ticks of an axis, and what all of them have in common.
struct AxisLabels {
  var labels: [String]
  /// What each number is to be multiplied by and what is to be added, as in `×10⁻⁸` or `+1000000`;
  /// empty where the numbers are whole as they stand.
  var common = ""
}

extension TickFormat {
  /// The most digits of a number that are read at a glance.
  private static let mostDigits = 7
  /// The most decimals that numbers before a common power of ten have.
  private static let mostDecimals = 4

  /// The labels of numbers along a linear axis. Where they would be long, automatic ones have their
  /// power of ten once for the axis, and so what they begin with in common.
  ///
  /// - Parameter precision: As for `labels(of:precision:)`.
  func axisLabels(of numbers: [DecimalNumber], precision: Int?) -> AxisLabels {
    let orders = numbers.filter { $0.unit != 0 }.map(\.order)
    guard self == .automatic || self == .pi, let largest = orders.max(),
      let finest = precision ?? numbers.filter({ $0.unit != 0 }).map(\.precision).min()
    else { return AxisLabels(labels: labels(of: numbers, precision: precision)) }
    let isLong = finest < -4 && largest < -3 || largest > 6
    guard isLong || largest - finest >= Self.mostDigits else {
      return AxisLabels(labels: labels(of: numbers, precision: precision))
    }
    if largest - finest > Self.mostDecimals, let (base, rest) = Self.parted(numbers) {
      let labels = axisLabels(of: rest, precision: finest)
      let size = DecimalNumber(abs(base.unit), base.exponent)
      let text =
        size.digits == "1"
        ? size.powerOfTen
        : size.order < 15 && size.precision >= 0
          ? size.fixed(decimals: 0) : size.scientific(decimals: size.digits.count - 1)
      return AxisLabels(
        labels: labels.labels, common: labels.common + (base.unit < 0 ? "\u{2212}" : "+") + text)
    }
    guard isLong else { return AxisLabels(labels: labels(of: numbers, precision: precision)) }
    let decimals = max(0, largest - finest)
    return AxisLabels(
      labels: numbers.map {
        DecimalNumber($0.unit, $0.exponent - largest).fixed(decimals: decimals)
      }, common: "×10\(largest.superscript)")
  }

  /// What numbers that lie close together begin with, and what is left of each; `nil` for others.
  private static func parted(
    _ numbers: [DecimalNumber]
  ) -> (base: DecimalNumber, rest: [DecimalNumber])? {
    guard let exponent = numbers.filter({ $0.unit != 0 }).map(\.exponent).min() else { return nil }
    var units: [Int] = []
    for number in numbers {
      guard let unit = number.unit(at: exponent) else { return nil }
      units.append(unit)
    }
    guard let lowest = units.min(), let highest = units.max(), lowest < highest,
      (lowest < 0) == (highest < 0), lowest != 0, highest != 0
    else { return nil }
    // What is left of each is to be much shorter.
    let nearest = lowest < 0 ? highest : lowest
    guard nearest.magnitude / 100 > (highest - lowest).magnitude else { return nil }
    // A power of ten that is above their distance, so that few digits are left of each.
    var power = 1
    while power <= highest - lowest {
      let (next, isTooLarge) = power.multipliedReportingOverflow(by: 10)
      if isTooLarge { return nil }
      power = next
    }
    // A rounder number among them, such as 10⁹, or what all of them begin with.
    let round = roundest(between: lowest, and: highest)
    let base = round.isMultiple(of: power) ? round : nearest - nearest % power
    guard base != 0 else { return nil }
    return (
      DecimalNumber(base, exponent),
      units.map { DecimalNumber($0 - base, $0 == base ? 0 : exponent) }
    )
  }
}

/// The number from `lowest` to `highest` that ends in the most zeros.
private func roundest(between lowest: Int, and highest: Int) -> Int {
  var best = highest, power = 1
  while true {
    let (next, isTooLarge) = power.multipliedReportingOverflow(by: 10)
    guard !isTooLarge else { return best }
    let candidate = highest - (highest % next + next) % next
    guard candidate >= lowest, candidate != 0 else { return best }
    (best, power) = (candidate, next)
  }
}

extension DecimalNumber {
  /// The number in units of a smaller power of ten; `nil` where there are too many.
  fileprivate func unit(at power: Int) -> Int? {
    guard unit != 0 else { return 0 }
    var result = unit
    for _ in power..<exponent {
      let (next, isTooLarge) = result.multipliedReportingOverflow(by: 10)
      if isTooLarge { return nil }
      result = next
    }
    return result
  }
}
