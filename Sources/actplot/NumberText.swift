import Activations

/// A number as Swift prints it, which reads back as the same; every NaN is `nan`.
func numeral(_ value: Double) -> String { value.isNaN ? "nan" : value.description }

/// A number for people: `numeral` without the `.0` of an integer and the sign of zero.
func shortNumeral(_ value: Double) -> String {
  let text = numeral(value + 0)
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Reads a number with spaces around it or not; `inf` and `nan` are numbers too.
///
/// - Throws: `CommandError` for what is none, with `example` as what to write instead.
func number(_ text: some StringProtocol, example: String) throws -> Double {
  let word = trimmed(text)
  guard let value = Double(word) else {
    throw CommandError(description: "\(quoted(text)) is not a number; write \(example).")
  }
  // Digits that come out infinite, unlike the word, which has an n in it.
  guard value.isFinite || word.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "n") }) else {
    throw CommandError(
      description: "\(quoted(text)) is beyond the largest number, 1.8e308; write \(example).")
  }
  return value
}

/// Reads the order of a derivative.
func derivativeOrder(_ text: String) throws -> Int {
  guard let order = Int(trimmed(text)) else {
    throw CommandError(description: "\(quoted(text)) is not an order, as 2 is.")
  }
  guard Formula.orders.contains(order) else { throw OrderError(order: order) }
  return order
}

/// The text without spaces at both ends.
func trimmed(_ text: some StringProtocol) -> String {
  let body = text.drop(while: \.isWhitespace)
  guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(body[...last])
}

/// A text from outside as messages show it: in quotes, cut, and without the control characters that
/// would steer a terminal.
func quoted(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  let start = scalars.prefix(60)
  let cut = start.endIndex == scalars.endIndex ? "" : "…"
  var shown = ""
  for scalar in start {
    let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    shown.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
  }
  return "“\(shown)\(cut)”"
}
