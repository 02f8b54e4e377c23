internal import Wording

extension FigureSettings {
  /// The command that draws the same into files of those names, as a shell reads it; `nil` where no
  /// command line says all of it.
  package func command(writing files: [String]) -> String? {
    let kind = kind
    var words: [String] = kind.name == "plot" ? [] : [kind.name]
    let subjects = self[kind.subject.name] ?? []
    // Behind options a word with a minus could be taken for one of them.
    let isPlain = subjects.allSatisfy { !$0.hasPrefix("-") }
    words += isPlain ? subjects : []
    // The names of files say their formats.
    for name in names where name != kind.subject.name && name != "format" {
      let given = self[name] ?? []
      words += given.isEmpty ? ["--\(name)"] : given.map { "--\(name)=\($0)" }
    }
    words += isPlain ? [] : ["--"] + subjects
    let arguments = Array(kind.name == "plot" ? words[...] : words.dropFirst())
    guard let again = try? FigureSettings(arguments: arguments, of: kind, own: Setting.files),
      again == without("format")
    else { return nil }
    let outputs = files.flatMap { ["-o", $0] }
    return (["actplot"] + (words + outputs).map(shellQuoted)).joined(separator: " ")
  }
}

extension FigureSettings {
  fileprivate func without(_ name: String) -> FigureSettings {
    var settings = self
    settings[name] = nil
    return settings
  }
}
