internal import Decimals

/// Numbers as the labels of ticks show them.
extension DecimalNumber {
  /// The digits without sign, point and zeros at either end.
  var digits: String {
    var digits = String(unit.magnitude)
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return digits
  }

  /// The exponent of the first digit: 2 for 250; 0 for 0.
  var order: Int { unit == 0 ? 0 : String(unit.magnitude).count - 1 + exponent }

  /// The exponent of the last digit that is not 0: 1 for 250; 0 for 0.
  var precision: Int { unit == 0 ? 0 : order - digits.count + 1 }

  /// The nearest multiple of a power of ten, away from 0 for one in the middle.
  func rounded(to power: Int) -> DecimalNumber {
    guard exponent < power else { return self }
    var quotient = unit.magnitude, remainder: UInt = 0
    for _ in exponent..<power where quotient != 0 || remainder != 0 {
      (quotient, remainder) = quotient.quotientAndRemainder(dividingBy: 10)
    }
    let magnitude = Int(quotient) + (remainder >= 5 ? 1 : 0)
    return DecimalNumber(unit < 0 ? -magnitude : magnitude, power)
  }
}

// MARK: As text

extension DecimalNumber {
  /// A minus sign of its own width (U+2212) for numbers below 0; 0 has none.
  var sign: String { unit < 0 ? "\u{2212}" : "" }

  /// As in 0.50, with that many decimals, which are enough for all digits.
  func fixed(decimals: Int) -> String {
    let shift = unit == 0 ? 0 : exponent + decimals
    let digits =
      String(unit.magnitude).dropLast(max(0, -shift)) + String(repeating: "0", count: max(0, shift))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + (decimals > 0 ? "." : "") + padded.suffix(decimals)
  }

  /// As in 2.5×10⁻⁷, with that many decimals before the power of ten; 0 is just that.
  func scientific(decimals: Int) -> String {
    unit == 0 ? "0" : timesPowerOfTen(order, decimals: decimals)
  }

  /// As in 250×10⁻⁹, with the decimals that `precision`, the last digit's exponent, makes needed; 0
  /// is just that, and there is no 10⁰.
  func engineering(precision: Int) -> String {
    guard unit != 0 else { return "0" }
    let power = order - (order % 3 + 3) % 3
    let decimals = max(0, power - precision)
    return power == 0 ? fixed(decimals: decimals) : timesPowerOfTen(power, decimals: decimals)
  }

  private func timesPowerOfTen(_ power: Int, decimals: Int) -> String {
    let mantissa = DecimalNumber(unit, exponent - power).fixed(decimals: decimals)
    return "\(mantissa)×10\(power.superscript)"
  }

  /// As in −10⁻³, for a power of ten, its negative, or 0.
  var powerOfTen: String { unit == 0 ? "0" : "\(sign)10\(order.superscript)" }
}

extension Int {
  /// The number in superscript digits, as in 10⁻³.
  package var superscript: String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let power = String(magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return (self < 0 ? "⁻" : "") + String(power)
  }
}
