/// A statement of Python, or the head of one that has a body, in one line and without comments.
struct PythonStatement {
  let text: String
  /// How far it is indented.
  let indentation: Int
  let place: Place
  /// The line that it begins in.
  let line: TextLine

  /// The words that begin a statement with a body or one that goes on with another.
  private static let compound: Set<String> = [
    "async", "class", "def", "elif", "else", "except", "finally", "for", "if", "match", "try",
    "while",
  ]

  /// The word that it begins with.
  var firstWord: Substring { text.prefix { $0.isLetter || $0.isNumber || $0 == "_" } }

  /// Whether the indented lines behind it do not simply run once.
  var isCompound: Bool { Self.compound.contains(String(firstWord)) }

  /// Whether it is a decorator that leaves the function what it is.
  var isKnownDecorator: Bool {
    let name = text.dropFirst().prefix { $0 != "(" }
    return ["d2l.add_to_class", "jax.jit", "jit", "staticmethod", "tf.function"].contains(name)
  }

  /// The statements of a cell; a line that begins with `%` or `!` is for the notebook.
  static func statements(of lines: [FencedBlock.Line], file: String) -> [PythonStatement] {
    var statements: [PythonStatement] = []
    var reader = PythonLineReader()
    var first: FencedBlock.Line?
    for line in lines {
      if first == nil {
        guard let start = line.text.first(where: { $0 != " " && $0 != "\t" }),
          !"%!#".contains(start)
        else { continue }
        first = line
      }
      reader.read(line.text)
      guard let start = first, !reader.goesOn || line.number == lines.last?.number else { continue }
      let indentation = start.text.prefix { $0 == " " || $0 == "\t" }
      let place = start.place(indentation.endIndex, in: file)
      statements +=
        PythonStatement(
          text: String(Substring(reader.text).trimmed), indentation: indentation.count,
          place: place, line: start.whole
        ).simpleStatements
      reader = PythonLineReader()
      first = nil
    }
    return statements
  }
}

/// Joins the lines of a statement, which goes on within brackets and triple quotes and behind a
/// backslash, and leaves comments out.
private struct PythonLineReader {
  private var bytes: [UInt8] = []
  private var depth = 0
  /// The quote of the string that is open.
  private var quote: [UInt8]?
  private var endsInBackslash = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the next line belongs to the statement.
  var goesOn: Bool { depth > 0 || quote?.count == 3 || endsInBackslash }

  mutating func read(_ line: Substring) {
    endsInBackslash = false
    let line = Array(line.utf8)
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "\\") {
        guard index + 1 < line.count else {
          endsInBackslash = true
          break
        }
        bytes += line[index...(index + 1)]
        index += 2
      } else if let open = quote {
        let isEnd = line[index...].starts(with: open)
        bytes += isEnd ? open : [byte]
        index += isEnd ? open.count : 1
        if isEnd { quote = nil }
      } else if byte == UInt8(ascii: "#") {
        break
      } else {
        index += take(byte, line[index...])
      }
    }
    // What is left open in one line by mistake ends with it.
    if quote?.count == 1, !endsInBackslash { quote = nil }
    bytes.append(quote?.count == 3 ? UInt8(ascii: "\n") : UInt8(ascii: " "))
  }

  /// Takes a byte outside of strings, or the quotes that begin one.
  private mutating func take(_ byte: UInt8, _ rest: ArraySlice<UInt8>) -> Int {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let triple = [byte, byte, byte]
      let open = rest.starts(with: triple) ? triple : [byte]
      quote = open
      bytes += open
      return open.count
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: break
    }
    bytes.append(byte)
    return 1
  }
}

extension PythonStatement {
  /// The two sides of an assignment, and whether it only gives a name to what stands behind the
  /// sign, as `y = …` does and `y += …` does not.
  var assignment: (target: Substring, value: Substring, isPlain: Bool)? {
    let bytes = text.utf8
    var depth = 0
    var quote: UInt8?
    var before: UInt8 = UInt8(ascii: " ")
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if let open = quote {
        if byte == open, before != UInt8(ascii: "\\") { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "=") where depth == 0:
          guard next == bytes.endIndex || bytes[next] != UInt8(ascii: "="),
            !"=!<>".utf8.contains(before)
          else { return nil }
          return (
            text[..<index].trimmed, text[next...].trimmed, !"+-*/%&|^@:".utf8.contains(before)
          )
        default: break
        }
      }
      before = byte
      index = next
    }
    return nil
  }
}
