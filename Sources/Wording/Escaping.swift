/// A text as it stands in HTML or XML 1.0, which has no way to write some characters: these, and
/// those that steer terminals that show a log, become U+FFFD.
///
/// - Parameter isAttribute: Whether it may stand in an attribute too, where quotes have to be
///   escaped, and line breaks and tabs to be kept. Between tags these are spaces.
package func markup(_ text: some StringProtocol, isAttribute: Bool = false) -> String {
  var markup = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": markup += "&amp;"
    case "<": markup += "&lt;"
    case ">": markup += "&gt;"
    case "\"" where isAttribute: markup += "&quot;"
    case "'" where isAttribute: markup += "&#39;"
    case "\n": markup += isAttribute ? "&#10;" : " "
    case "\t": markup += isAttribute ? "&#9;" : " "
    case "\r" where !isAttribute: markup += " "
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": markup += "\u{FFFD}"
    default: markup.unicodeScalars.append(scalar)
    }
  }
  return markup
}

/// The text with a backslash before each of the marks.
package func backslashed(_ text: some StringProtocol, _ marks: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    if marks.unicodeScalars.contains(scalar) { escaped += "\\" }
    escaped.unicodeScalars.append(scalar)
  }
  return escaped
}
