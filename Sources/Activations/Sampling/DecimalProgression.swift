internal import Decimals

/// Numbers at equal distances, each the Double nearest to a sum of decimals.
///
/// In binary -1.2 + 12 · 0.1 is 2.2e-16. As decimals both are whole numbers of one unit, which add up
/// exactly.
struct DecimalProgression: Hashable, Sendable {
  private let start: Double
  private let step: Decimal
  /// Start and step as whole numbers of 10^exponent; nothing if they are of so different sizes that
  /// nothing in their sums cancels.
  private let whole: (start: Int128, step: Int128, exponent: Int)?

  /// From a number on in such steps; they stand for the shortest decimals that are read as them.
  init(from start: Double, step: Double) {
    self.init(start, Decimal(step))
  }

  /// From a number on in steps of a 160th of the way to another.
  init(from start: Double, to end: Double) {
    self.init(start, Decimal(start).part(to: Decimal(end)) ?? Decimal(end / 160 - start / 160))
  }

  private init(_ start: Double, _ step: Decimal) {
    let first = Decimal(start)
    let exponent = first.unit == 0 ? step.exponent : min(first.exponent, step.exponent)
    self.start = start
    self.step = step
    if let start = first.units(at: exponent), let step = step.units(at: exponent),
      start.magnitude < 1 << 125, step.magnitude < 1 << 100
    {
      whole = (start, step, exponent)
    } else {
      whole = nil
    }
  }

  /// The number after that many steps, up to `SampleRange.maximumCount`.
  func term(_ index: Int) -> Double {
    guard index > 0 else { return start }
    guard let whole else {
      return (Extended(start) + Extended(Double(index)) * step.extended).double
    }
    let sum = Decimal(whole.start + Int128(index) * whole.step, whole.exponent)
    let isShort = sum.unit.magnitude < 1 << 53 && sum.exponent.magnitude <= 22
    return isShort ? decimal(Int(sum.unit), sum.exponent) : sum.extended.double
  }

  static func == (a: DecimalProgression, b: DecimalProgression) -> Bool {
    a.start == b.start && a.step == b.step
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(step)
  }
}

/// A whole number of 10^exponent, without zeros at its end.
private struct Decimal: Hashable {
  let unit: Int128
  let exponent: Int

  init(_ unit: Int128, _ exponent: Int) {
    self.unit = unit
    self.exponent = exponent
  }

  /// The shortest decimal that is read as that finite value.
  init(_ value: Double) {
    let number = DecimalNumber(value)
    self.init(Int128(number.unit), number.exponent)
  }

  /// A 160th of the way to another, if that has room: 625 units of 10^-5.
  func part(to end: Decimal) -> Decimal? {
    let exponent = min(exponent, end.exponent)
    guard let first = units(at: exponent), let last = end.units(at: exponent),
      first.magnitude < 1 << 110, last.magnitude < 1 << 110
    else { return nil }
    var (unit, place) = ((last - first) * 625, exponent - 5)
    while unit != 0, unit.isMultiple(of: 10) { (unit, place) = (unit / 10, place + 1) }
    return Decimal(unit, place)
  }

  /// The same as a whole number of a lower power of ten, if that has room.
  func units(at lower: Int) -> Int128? {
    if unit == 0 { return 0 }
    guard (0...38).contains(exponent - lower) else { return nil }
    return (lower..<exponent).reduce(unit) { unit, _ in
      unit.flatMap { unit in
        let (product, isTooLarge) = unit.multipliedReportingOverflow(by: 10)
        return isTooLarge ? nil : product
      }
    }
  }

  /// The number to 104 bits.
  var extended: Extended {
    let high = Double(unit), low = Double(unit - Int128(high))
    let whole = Extended(normalizing: high, low, scale: 0)
    var power: Extended = 1, square: Extended = 10
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 != 0 { power *= square }
      square *= square
      rest >>= 1
    }
    return exponent < 0 ? whole / power : whole * power
  }
}
