import Activations
import Figures

/// What the last word of a command line can become.
struct Completion {
  struct Candidate {
    let word: String
    let help: String
  }

  /// The words before, and what there is of the last.
  private let words: [String]
  private let start: String
  /// What of the last word stands before its value, as in `--theme=`, where a shell does not cut
  /// there.
  private let prefix: String
  private let pages = CommandPage.all

  /// - Parameter words: Those behind the program's name; the last may be empty.
  init(_ words: [String]) {
    var rest: [String] = []
    // bash makes three words of --theme=dark.
    for word in words {
      if word == "=", rest.last?.hasPrefix("--") == true { continue }
      rest.append(word)
    }
    if words.last == "=" { rest.append("") }
    let last = rest.popLast() ?? ""
    if last.hasPrefix("--"), let equals = last.firstIndex(of: "=") {
      rest.append(String(last[..<equals]))
      prefix = String(last[...equals])
      start = String(last[last.index(after: equals)...])
    } else {
      prefix = ""
      start = last
    }
    self.words = rest
  }

  var candidates: [Candidate] {
    (choices ?? [])
      .filter { $0.word.hasPrefix(start) }
      .map { Candidate(word: prefix + $0.word, help: $0.help) }
  }

  /// The command that the words before name; plot if none.
  private var page: CommandPage? {
    CommandPage.called(by: words, among: pages) ?? pages.first { $0.name == "plot" }
  }

  /// All that can stand here; `nil` where only files can.
  private var choices: [Candidate]? {
    guard let page else { return nil }
    let entries = page.sections.flatMap(\.entries)
    if let option = words.last,
      let entry = entries.first(where: { $0.options.contains(option) && $0.value != nil })
    {
      return entry.choices.map { Candidate(word: $0, help: "") }
    }
    if start.hasPrefix("-") {
      return entries.flatMap { entry in
        entry.options.filter { $0.hasPrefix("--") }.map { Candidate(word: $0, help: entry.help) }
      }
    }
    var choices: [Candidate] = []
    let depth = words.isEmpty ? "" : "\(page.name) "
    if words.count == depth.split(separator: " ").count {
      choices += pages.filter {
        $0.name.hasPrefix(depth) && !$0.name.dropFirst(depth.count).contains(" ")
      }
      .map { Candidate(word: String($0.name.dropFirst(depth.count)), help: $0.abstract) }
    }
    for word in entries where word.options.isEmpty {
      choices += word.choices.map { Candidate(word: $0, help: "") }
      if word.value == Setting.named("functions")?.placeholder {
        choices += Activation.catalog.map { Candidate(word: $0.name, help: $0.summary) }
      }
    }
    return choices
  }
}
