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
