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
