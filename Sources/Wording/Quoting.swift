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

/// A word as a shell reads it. What is not seen is written so that it is, as bash, zsh and ksh read it:
/// a command that is copied must do what it shows.
package func shellQuoted(_ word: String) -> String {
  guard !word.hasInvisible else {
    let bytes = word.unicodeScalars.map { scalar in
      let text = String(scalar)
      if scalar == "'" || scalar == "\\" { return "\\\(text)" }
      guard text.hasInvisible else { return text }
      return text.utf8.map { "\\\($0 / 64)\($0 / 8 % 8)\($0 % 8)" }.joined()
    }
    return "$'\(bytes.joined())'"
  }
  let isPlain = word.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./=".unicodeScalars.contains($0)
  }
  return isPlain && !word.isEmpty
    ? word
    : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
}
