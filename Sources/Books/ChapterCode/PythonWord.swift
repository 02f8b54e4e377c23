/// A name in Python code, with the names that dots join to it; what stands in strings is none.
struct PythonWord {
  /// Begins with a dot if it is asked of something that is no name, as in `f(x).sum()`.
  let path: String
  /// Whether parentheses follow.
  let isCalled: Bool
  /// Whether it is a name that the code gives to something, by `:=` or by `as`.
  let isBound: Bool
  /// Whether it is the keyword of an argument.
  let isKeyword: Bool

  /// Words of the language that parentheses may follow.
  private static let keywords: Set<String> = [
    "and", "assert", "await", "elif", "else", "except", "for", "from", "if", "in", "is", "lambda",
    "not", "or", "raise", "return", "while", "with", "yield",
  ]

  var parts: [Substring] { path.split(separator: ".") }
  var root: String { path.hasPrefix(".") ? "" : parts.first.map(String.init) ?? "" }
  var last: String { parts.last.map(String.init) ?? "" }

  /// All names in some code.
  static func words(of text: some StringProtocol) -> [PythonWord] {
    let characters = Array(text)
    var words: [PythonWord] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "'" || character == "\"" {
        index = end(ofStringAt: index, in: characters)
        continue
      }
      guard character.isLetter || character == "_" || character == "." else {
        // The letters of a number such as 1e5 are no name.
        index += 1
        while character.isNumber, index < characters.count, isPart(characters[index]) { index += 1 }
        continue
      }
      let start = index
      while index < characters.count, isPart(characters[index]) { index += 1 }
      let rest = characters[index...].drop { $0 == " " || $0 == "\t" }
      let path = String(characters[start..<index])
      words.append(
        PythonWord(
          path: path, isCalled: rest.first == "(" && !keywords.contains(path),
          isBound: rest.starts(with: ":=") || words.last?.path == "as",
          isKeyword: rest.first == "=" && !rest.starts(with: "==")))
    }
    return words
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  private static func end(ofStringAt start: Int, in characters: [Character]) -> Int {
    let quote = characters[start]
    let isTriple = characters[start...].starts(with: [quote, quote, quote])
    let mark = isTriple ? [quote, quote, quote] : [quote]
    var index = start + mark.count
    while index < characters.count, !characters[index...].starts(with: mark) {
      index += characters[index] == "\\" ? 2 : 1
    }
    return min(index + mark.count, characters.count)
  }
}

extension PythonStatement {
  /// Where a character first stands outside of strings and brackets.
  func firstIndex(of mark: Character) -> String.Index? {
    var depth = 0
    var quote: Character?
    var isEscaped = false
    return text.indices.first { index in
      let character = text[index]
      defer { isEscaped = character == "\\" && !isEscaped }
      if let open = quote {
        if character == open, !isEscaped { quote = nil }
        return false
      }
      if character == "'" || character == "\"" { quote = character }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      return depth == 0 && character == mark
    }
  }

  /// A part of it as a statement.
  func part(_ text: Substring) -> PythonStatement {
    PythonStatement(
      text: String(text.trimmed), indentation: indentation, place: place, line: line)
  }

  /// The statements that semicolons part; what has a body stays whole.
  var simpleStatements: [PythonStatement] {
    guard !isCompound, firstWord != "with", let index = firstIndex(of: ";") else { return [self] }
    let first = part(text[..<index]), rest = part(text[text.index(after: index)...])
    return [first] + (rest.text.isEmpty ? [] : rest.simpleStatements)
  }
}
