/// A word of a command line, without its quotes, and where it begins.
struct CommandWord {
  var text: String
  let place: Place
  /// The line that it begins in.
  let line: TextLine
}

/// Splits the lines of a block into commands and these into words, as a POSIX shell does without
/// its expansions: quotes, backslashes, comments.
///
/// Command substitution, variables and patterns mean nothing: `$`, a backtick and `*` are
/// characters, so that mathematics needs no care within double quotes.
struct CommandLines: Sequence, IteratorProtocol {
  private let lines: [FencedBlock.Line]
  private let file: String
  private var row = 0
  private var rest: Substring

  init(_ lines: [FencedBlock.Line], file: String) {
    self.lines = lines
    self.file = file
    rest = lines.first?.text ?? ""
  }

  /// The words of the next command, at least one, or why it is none.
  mutating func next() -> Result<[CommandWord], Problem>? {
    while row < lines.count {
      do {
        let words = try command()
        if !words.isEmpty { return .success(words) }
      } catch {
        nextRow()
        return .failure(error)
      }
    }
    return nil
  }

  private mutating func nextRow() {
    row += 1
    rest = row < lines.count ? lines[row].text : ""
  }

  private mutating func command() throws(Problem) -> [CommandWord] {
    var words: [CommandWord] = []
    while let first = rest.first {
      switch first {
      case " ", "\t": rest.removeFirst()
      case "#": rest = ""
      case "\\" where rest.dropFirst().isEmpty: try nextOfCommand()
      default: words.append(try word())
      }
    }
    nextRow()
    return words
  }

  /// Goes on in the line after a backslash at the end of one.
  private mutating func nextOfCommand() throws(Problem) {
    guard row + 1 < lines.count else {
      throw problem(
        at: rest.startIndex,
        "The command goes on after this backslash, and there is no line after it in the block;"
          + " leave the backslash out.")
    }
    nextRow()
  }

  private mutating func word() throws(Problem) -> CommandWord {
    let line = lines[row]
    var word = CommandWord(
      text: "", place: line.place(rest.startIndex, in: file), line: line.whole)
    while let next = rest.first, next != " ", next != "\t" {
      switch next {
      case "'", "\"": try quoted(by: next, into: &word.text)
      case "\\":
        if rest.dropFirst().isEmpty {
          try nextOfCommand()
        } else {
          rest.removeFirst()
          word.text.append(rest.removeFirst())
        }
      case "|", "&", ";", "<", ">":
        throw problem(
          at: rest.startIndex,
          "“\(next)” is for a shell, and a block holds only commands of actplot; put the word in"
            + " quotes if it is part of a formula or text.")
      default:
        word.text.append(next)
        rest.removeFirst()
      }
    }
    return word
  }

  private mutating func quoted(by quote: Character, into text: inout String) throws(Problem) {
    let start = problem(
      at: rest.startIndex,
      "The quote that begins here does not end in this line; write another \(quote) behind it, or a"
        + " backslash before it if it is a character of the word.")
    rest.removeFirst()
    while let next = rest.first, next != quote {
      rest.removeFirst()
      guard next == "\\", quote == "\"" else {
        text.append(next)
        continue
      }
      switch rest.first {
      case nil:
        guard row + 1 < lines.count else { throw start }
        nextRow()
      case "$", "`", "\"", "\\": text.append(rest.removeFirst())
      default: text.append("\\")
      }
    }
    guard !rest.isEmpty else { throw start }
    rest.removeFirst()
  }

  private func problem(at index: Substring.Index, _ message: String) -> Problem {
    Problem(
      at: lines[row].place(index, in: file), message, line: lines[row].whole.shown)
  }
}
