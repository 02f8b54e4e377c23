/// A text from outside as messages show it: in quotes, cut, and without the control characters that
/// would steer a terminal or turn writing around.
package func quoted(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  let start = scalars.prefix(60)
  let cut = start.endIndex == scalars.endIndex ? "" : "…"
  var shown = ""
  for scalar in start {
    let isControl =
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x2028...0x2029).contains(scalar.value) || scalar.properties.isBidiControl
    shown.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
  }
  return "“\(shown)\(cut)”"
}
