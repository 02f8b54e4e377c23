internal import Wording

extension FigureSettings {
  /// The command that draws the same, as a shell reads it; `nil` where no command line says all of it.
  package var command: String? {
    let kind = kind
    var words: [String] = kind.name == "plot" ? [] : [kind.name]
    let subjects = self[kind.subject.name] ?? []
    // Behind options a word with a minus could be taken for one of them.
    let isPlain = subjects.allSatisfy { !$0.hasPrefix("-") }
    words += isPlain ? subjects : []
    for name in names where name != kind.subject.name {
      let given = self[name] ?? []
      words += given.isEmpty ? ["--\(name)"] : given.map { "--\(name)=\($0)" }
    }
    words += isPlain ? [] : ["--"] + subjects
    let arguments = Array(kind.name == "plot" ? words[...] : words.dropFirst())
    guard let again = try? FigureSettings(arguments: arguments, of: kind, own: Setting.files),
      again == self
    else { return nil }
    return (["actplot"] + words.map(shellQuoted)).joined(separator: " ")
  }
}
