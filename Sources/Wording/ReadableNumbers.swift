/// A number as a reader wants it: to three digits, or to a tenth from 10 on, without zeros at the
/// end.
package func decimal(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  var places = 1
  var size = abs(value)
  while size < 0.95, size > 0, places < 4 {
    size *= 10
    places += 1
  }
  if abs(value) < 9.95, places == 1 { places = 2 }
  return decimal(value, places: places)
}

/// A number with so many decimals at most; what would round to nothing is less than the last of
/// them.
package func decimal(_ value: Double, places: Int) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  let power = (0..<places).reduce(1) { whole, _ in whole * 10 }
  let units = Int((abs(value) * Double(power)).rounded())
  if units == 0, value != 0 { return "less than \(decimal(1 / Double(power), places: places))" }
  var text = "\(units / power)"
  if units % power != 0 {
    var digits = "\(units % power + power)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    text += "." + digits
  }
  return value < 0 && units != 0 ? "-" + text : text
}

/// A share of 1 in percent.
package func percent(_ share: Double) -> String { "\(decimal(share * 100)) %" }

/// A whole number with commas between thousands.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return number < 0 ? "-\(text)" : text
}

/// A number and what it counts.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}
