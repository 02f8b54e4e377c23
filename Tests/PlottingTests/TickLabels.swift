@testable import Plotting

extension Tick {
  /// The number that the label says; NaN for a label that says none.
  var number: Double {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    var text = ""
    for character in label.replacing("×10", with: "e") {
      switch character {
      case "−", "⁻": text.append("-")
      case "-": return .nan
      default: text += digits.firstIndex(of: character).map(String.init) ?? String(character)
      }
    }
    // A power of ten without a factor: its digits follow those of ten at once.
    let isPower =
      label.contains("10") && !label.contains("×") && label.contains { digits.contains($0) }
    if isPower, let ten = text.firstRange(of: "10") { text.replaceSubrange(ten, with: "1e") }
    return Double(text) ?? .nan
  }
}

extension AxisTicks {
  /// The number that the label of a tick means with what all have in common.
  func number(of tick: Tick) -> Double {
    var factor = 1.0, base = 0.0
    var rest = Substring(common)
    if rest.hasPrefix("×") {
      let end = rest.firstIndex { "+−".contains($0) } ?? rest.endIndex
      factor = Tick(value: 0, label: "1" + rest[..<end]).number
      rest = rest[end...]
    }
    if !rest.isEmpty {
      let size = Tick(value: 0, label: String(rest.dropFirst())).number
      base = rest.first == "−" ? -size : size
    }
    return tick.number * factor + base
  }
}
