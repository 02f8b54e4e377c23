/// A line with a caret under a column, counted in characters from 1; of a long one, the surroundings.
package func excerpt(of line: String, column: Int) -> String {
  // Tabs and line breaks would move the caret away from its column, others steer the terminal.
  let shown = Array(line.map { $0.isWhitespace ? " " : $0.isControl ? "\u{FFFD}" : $0 })
  let start = max(0, min(column - 41, shown.count - 70))
  let window = shown[start..<min(shown.count, start + 70)]
  let before = start > 0 ? "…" : "", after = window.endIndex < shown.count ? "…" : ""
  let indent = String(repeating: " ", count: max(0, before.count + column - 1 - start))
  return "  \(before)\(String(window))\(after)\n  \(indent)^"
}

extension Character {
  /// Whether it steers a terminal.
  package var isControl: Bool {
    unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}
