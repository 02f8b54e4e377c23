/// A text as an error quotes it: what a terminal would obey is replaced, and what is long is cut.
func quoted(_ text: String) -> String {
  let start = text.unicodeScalars.prefix(60)
  let cut = start.endIndex == text.unicodeScalars.endIndex ? "" : "…"
  let shown = start.map { scalar in
    scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
  }
  return "“\(shown.joined())\(cut)”"
}
