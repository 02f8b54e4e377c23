import Wording

/// A command as its help text, the completions and the man page describe it.
struct CommandPage {
  /// The words that call it behind the program's name, as in `golden check`.
  let name: String
  let abstract: String
  /// Paragraphs, the last of them examples.
  let discussion: String
  /// What stands behind the name besides options, as in `<FILE> ...`; empty if there is nothing.
  let usage: String
  let sections: [Section]

  struct Section {
    let title: String
    let entries: [Entry]
  }

  /// A word of the command line or an option.
  struct Entry {
    /// The spellings of an option, short ones first; none of other words.
    let options: [String]
    /// What stands for the value; `nil` for a flag.
    let value: String?
    let help: String
    /// All that the value can be; none if it is not one of a few words.
    var choices: [String] = []

    /// What stands before the help, as in `-o, --output <FILE>`.
    var head: String {
      let names = options.joined(separator: ", ")
      return value.map { names.isEmpty ? "<\($0)>" : "\(names) <\($0)>" } ?? names
    }
  }

  /// The text that --help prints, in lines of 80 columns at most.
  var text: String {
    var text = "OVERVIEW: \(wrapped(abstract, from: 0, at: 0))\n\n"
    if !discussion.isEmpty { text += "\(paragraphs(discussion))\n\n" }
    text += "USAGE: actplot \(name) [<options>]\(usage.isEmpty ? "" : " \(usage)")\n"
    for section in sections where !section.entries.isEmpty {
      text += "\n\(section.title):\n"
      for entry in section.entries { text += line(of: entry) }
    }
    return text
  }

  /// Where the help of options begins.
  private static let column = 26
  private static let width = 80

  private func line(of entry: Entry) -> String {
    let head = "  \(entry.head)"
    let isLong = head.count + 1 > Self.column
    let start = isLong ? "" : head.padded(to: Self.column)
    let body = wrapped(entry.help, from: Self.column, at: Self.column)
    return isLong
      ? "\(head)\n\(String(repeating: " ", count: Self.column))\(body)\n" : "\(start)\(body)\n"
  }

  /// The text in lines, examples as they are written.
  private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  ") ? String($0) : wrapped(String($0), from: 0, at: 0) }
      .joined(separator: "\n")
  }

  /// The words in lines that begin at `column`, the first of them where `start` are taken.
  private func wrapped(_ text: String, from start: Int, at column: Int) -> String {
    var lines = [""], room = Self.width - start
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, last.count + 1 + word.count > room {
        lines.append(String(word))
        room = Self.width - column
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
      }
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: column))
  }
}
