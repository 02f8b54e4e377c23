internal import Wording

/// Reads mathematics one token at a time.
struct MathLexer {
  enum Token: Hashable {
    case end
    /// A character that stands for itself, or for something by where it stands.
    case character(Character)
    /// What follows a backslash: letters, or one other character.
    case command(String)
  }

  private let label: String
  private let characters: ArraySlice<Character>
  private(set) var position: Int

  /// - Parameters:
  ///   - characters: The mathematics, indexed as in the label.
  ///   - label: For messages.
  init(_ characters: ArraySlice<Character>, of label: String) {
    self.characters = characters
    self.label = label
    position = characters.startIndex
  }

  /// The column of the next token, spaces left out.
  var column: Int {
    mutating get {
      skipSpaces()
      return position + 1
    }
  }

  func error(_ problem: String, at column: Int) -> MathematicsError {
    MathematicsError(label: label, column: column, problem: problem)
  }

  /// The next token, which remains the next one.
  var peeked: Token {
    var copy = self
    return copy.next()
  }

  mutating func skipSpaces() {
    while position < characters.endIndex, characters[position].isWhitespace { position += 1 }
  }

  /// The next token; spaces mean nothing to mathematics.
  mutating func next() -> Token {
    skipSpaces()
    return nextCharacter()
  }

  /// The next token, which may be a space, as text has them.
  mutating func nextCharacter() -> Token {
    guard position < characters.endIndex else { return .end }
    let first = characters[position]
    position += 1
    guard first == "\\", position < characters.endIndex else { return .character(first) }
    let start = position
    while position < characters.endIndex, characters[position].isASCII,
      characters[position].isLetter
    {
      position += 1
    }
    if position == start { position += 1 }
    return .command(String(characters[start..<position]))
  }
}

extension MathLexer.Token {
  /// The token as it is written, for messages.
  var shown: String {
    switch self {
    case .end: "the end"
    case .character(let character): quoted(String(character))
    case .command(let name): quoted("\\\(name)")
    }
  }
}
