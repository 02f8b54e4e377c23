/// A number as Swift prints it, which reads back as the same; every NaN is `nan`.
package func numeral(_ value: Double) -> String { value.isNaN ? "nan" : value.description }

/// A number as Swift prints it, without the `.0` of an integer.
package func plainNumeral(_ value: some CustomStringConvertible & FloatingPoint) -> String {
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A number for people: as Swift prints it, without the `.0` of an integer, the sign of zero and
/// that of NaN.
package func shortNumeral(_ value: Double) -> String {
  value.isNaN ? "nan" : plainNumeral(value + 0)
}

/// Reads a number with spaces around it or not; `inf` and `nan` are numbers too.
///
/// - Throws: `WordsError` for what is none, with `example` as what to write instead.
package func number(_ text: some StringProtocol, example: String) throws -> Double {
  let word = trimmed(text)
  guard let value = Double(word) else {
    throw WordsError("\(quoted(text)) is not a number; write \(example).")
  }
  // Digits that come out infinite, unlike the word, which has an n in it.
  guard value.isFinite || word.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "n") }) else {
    throw WordsError(
      "\(quoted(text)) is beyond the largest number, 1.8e308; write \(example).")
  }
  return value
}

/// Reads a whole number within limits, with spaces around it or not.
///
/// Every whole number that users give and that is none of a formula's is read here, so that none is
/// so great that counting with it fails.
///
/// - Parameter subject: What is counted, as in `columns`.
/// - Throws: `WordsError` for what is none, or beyond the limits, which it names.
package func wholeNumber(
  _ text: some StringProtocol, of subject: String, in limits: ClosedRange<Int>
) throws -> Int {
  guard let count = Int(trimmed(text)), limits.contains(count) else {
    throw WordsError(
      "\(quoted(text)) is not a whole number of \(subject) from \(limits.lowerBound) to"
        + " \(limits.upperBound).")
  }
  return count
}
