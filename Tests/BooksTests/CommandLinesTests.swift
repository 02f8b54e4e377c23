import Testing

@testable import Books

/// The words of a command are those that a POSIX shell without expansions would see.
@Suite struct CommandLinesTests {
  static let lines: [(text: String, words: [String])] = [
    ("a b\tc", ["a", "b", "c"]),
    ("  a  ", ["a"]),
    ("'a b' \"c d\"", ["a b", "c d"]),
    ("a'b'\"c\"d", ["abcd"]),
    ("'' a", ["", "a"]),
    ("a\\ b \\# \\' \\\\", ["a b", "#", "'", "\\"]),
    ("'a\\b' 'a\\'", ["a\\b", "a\\"]),
    ("\"a\\\"b\\\\c\\$d\\`e\\n\"", ["a\"b\\c$d`e\\n"]),
    ("\"'\" '\"'", ["'", "\""]),
    ("a # b", ["a"]),
    ("a#b '# c' \\#d", ["a#b", "# c", "#d"]),
    ("'x > 0 | y; z & `w`'", ["x > 0 | y; z & `w`"]),
    ("--title \"$f'(x)$\" $x `y` *", ["--title", "$f'(x)$", "$x", "`y`", "*"]),
    ("a \\\n b\\\nc", ["a", "bc"]),
    ("\"a\\\n b\"", ["a b"]),
    ("x*sigmoid(1.702*x)", ["x*sigmoid(1.702*x)"]),
    ("--xlabel=시간 'e\u{301}'", ["--xlabel=시간", "e\u{301}"]),
  ]

  @Test(arguments: lines) func words(_ text: String, _ words: [String]) throws {
    let block = "```actplot\n\(text)\n```\n"
    var found: [[String]] = []
    forEachPart(of: block) { part in
      guard case .block(let block) = part else { return }
      for command in CommandLines(block.body, file: "f") {
        guard case .success(let words) = command else { return }
        found.append(words.map(\.text))
      }
    }
    #expect(found == [words])
  }
}
