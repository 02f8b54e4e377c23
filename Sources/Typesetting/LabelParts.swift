/// A label taken apart into text, the mathematics between its dollar signs, and lines.
struct LabelParts {
  /// A part of a label.
  enum Part {
    /// Characters that are set as they are.
    case text(String)
    /// The characters between two dollar signs, from this position in the label on.
    case mathematics(ArraySlice<Character>)
    /// Where a new line begins.
    case lineBreak
  }

  /// The characters without which a label is one part.
  static let signs: [UInt8] = Array("$\\\n\r".utf8)

  /// How much mathematics a label may have, in characters: more would not fit on a page.
  static let maximumLength = 2000

  private(set) var parts: [Part] = []

  /// - Throws: `MathematicsError` for a dollar sign without its partner.
  init(_ label: String) throws(MathematicsError) {
    let characters = Array(label)
    var text = ""
    var mathematics = 0
    var position = 0
    while position < characters.count {
      let character = characters[position]
      if character == "\\", characters[position...].dropFirst().first == "$" {
        text.append("$")
        position += 2
      } else if let length = Self.lengthOfBreak(characters[position...]) {
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        parts.append(.lineBreak)
        position += length
      } else if character == "$" {
        let end = try Self.end(of: characters, from: position, label)
        if !text.isEmpty { parts.append(.text(text)) }
        text = ""
        mathematics += end - position - 1
        guard mathematics <= Self.maximumLength else {
          throw MathematicsError(
            label: label, column: position + 1,
            problem: "the mathematics of a label has at most \(Self.maximumLength) characters")
        }
        parts.append(.mathematics(characters[(position + 1)..<end]))
        position = end + 1
      } else {
        text.append(character)
        position += 1
      }
    }
    if !text.isEmpty || parts.isEmpty { parts.append(.text(text)) }
  }

  /// How many characters at the start begin a new line: a break of the text, or what is typed for one
  /// where a break cannot be; `nil` if they do not.
  private static func lengthOfBreak(_ characters: ArraySlice<Character>) -> Int? {
    if characters.first?.isNewline == true { return 1 }
    return characters.starts(with: ["\\", "n"]) ? 2 : nil
  }

  /// The position of the dollar sign that ends the mathematics which one at `start` begins.
  private static func end(
    of characters: [Character], from start: Int, _ label: String
  ) throws(MathematicsError) -> Int {
    var position = start + 1
    while position < characters.count, characters[position] != "$" {
      // What a backslash stands before is no end: \$ is a dollar sign in mathematics, too.
      position += characters[position] == "\\" ? 2 : 1
    }
    guard position < characters.count else {
      throw MathematicsError(
        label: label, column: start + 1,
        problem: "the mathematics that “$” begins here does not end; add a “$” after it, or write"
          + " \\$ for a dollar sign")
    }
    guard characters[(start + 1)..<position].contains(where: { !$0.isWhitespace }) else {
      throw MathematicsError(
        label: label, column: start + 1,
        problem: "there is no mathematics between this “$” and the next; write $x$ for"
          + " mathematics and \\$ for a dollar sign")
    }
    return position
  }
}

extension String {
  /// A label with a space in place of each new line, for readers who hear it.
  package var onOneLine: String {
    guard utf8.contains(where: { LabelParts.signs.contains($0) }),
      let parts = try? LabelParts(self).parts,
      parts.contains(where: { if case .lineBreak = $0 { true } else { false } })
    else { return self }
    return parts.map { if case .lineBreak = $0 { .text(" ") } else { $0 } }.label
  }
}

extension [LabelParts.Part] {
  /// The label that has these parts.
  var label: String {
    map { part in
      switch part {
      case .text(let characters): characters.replacing("$", with: "\\$")
      case .mathematics(let characters): "$" + String(characters) + "$"
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
