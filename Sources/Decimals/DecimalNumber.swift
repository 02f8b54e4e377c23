/// A whole number of units that are a power of ten: what is written in decimals, exactly.
package struct DecimalNumber: Hashable, Sendable {
  package var unit: Int
  package var exponent: Int

  package init(_ unit: Int, _ exponent: Int) {
    self.unit = unit
    self.exponent = exponent
  }

  /// The shortest decimal number that is read as that finite value.
  package init(_ value: Double) {
    // A description is like 0.001, 1e-05 or 1.25e+17, with 17 digits at most.
    let parts = value.magnitude.description.split(separator: "e")
    let digits = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    let fraction = digits.count > 1 ? digits[1] : ""
    var unit = Int((digits.first ?? "0") + fraction) ?? 0
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
    while unit != 0, unit.isMultiple(of: 10) { (unit, exponent) = (unit / 10, exponent + 1) }
    self.init(value < 0 ? -unit : unit, unit == 0 ? 0 : exponent)
  }

  /// The number, correctly rounded.
  package var value: Double { decimal(unit, exponent) }
}

/// `unit` times ten to the `exponent`, correctly rounded.
package func decimal(_ unit: Int, _ exponent: Int) -> Double {
  // Powers of ten are exact up to the 22nd, and one operation on exact numbers rounds once. Beyond
  // that the conversion of decimal text is what rounds correctly.
  guard exponent.magnitude <= 22, unit.magnitude < 1 << 53 else {
    return Double("\(unit)e\(exponent)") ?? .nan
  }
  let power = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
  return exponent < 0 ? Double(unit) / power : Double(unit) * power
}
