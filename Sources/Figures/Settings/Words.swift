internal import Activations
internal import Plotting

/// A number as Swift prints it, which reads back as the same; every NaN is `nan`.
package func numeral(_ value: Double) -> String { value.isNaN ? "nan" : value.description }

/// A number for people: `numeral` without the `.0` of an integer and the sign of zero.
package func shortNumeral(_ value: Double) -> String {
  let text = numeral(value + 0)
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
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

/// Reads the order of a derivative.
package func derivativeOrder(_ text: String) throws -> Int {
  guard let order = Int(trimmed(text)) else {
    throw WordsError("\(quoted(text)) is not an order, as 2 is.")
  }
  guard Formula.orders.contains(order) else { throw OrderError(order: order) }
  return order
}

/// The text without spaces at both ends.
package func trimmed(_ text: some StringProtocol) -> String {
  let body = text.drop(while: \.isWhitespace)
  guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(body[...last])
}

/// The case that a word names.
package func oneOf<Choice: CaseIterable & RawRepresentable<String>>(
  _ type: Choice.Type, _ word: String
) throws -> Choice {
  guard let choice = Choice(rawValue: word) else {
    throw WordsError("\(quoted(word)) is not a choice; write \(alternatives(words(type))).")
  }
  return choice
}

/// The words for the cases.
package func words<Choice: CaseIterable & RawRepresentable<String>>(
  _ type: Choice.Type
) -> [String] {
  Choice.allCases.map(\.rawValue)
}

/// The words as a sentence lists them: `a, b or c`.
package func alternatives(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.joined() }
  return Array(words.dropLast()).joined(separator: ", ") + " or " + last
}

/// Words that do not say what they should.
package struct WordsError: Error, CustomStringConvertible {
  /// Sentences that quote the words and show what to write.
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

extension [String] {
  /// The words of a setting that takes them as one.
  var only: String { last ?? "" }
}
