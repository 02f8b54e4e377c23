internal import Figures
internal import Wording

/// What a spec file says apart from its figures, in whatever order it says it; or the one figure
/// that its text is.
struct SpecHeader: Sendable {
  /// The folder for the figures, and where it is named.
  private(set) var output: (path: String, mark: YAMLMark)?
  /// What every figure inherits: functions and constants of the file, then the defaults.
  private(set) var inherited = SettingLayer()
  private(set) var isInheritedBroken = false
  private(set) var styles: SpecStyles
  private(set) var problems: [Problem] = []
  /// The entries of a text that is a figure.
  private(set) var figure: (entries: [YAMLNode.Entry], mark: YAMLMark)?
  /// Whether the text is YAML to its end, and figures are in it.
  private(set) var hasFigures = false
  let source: SourceText

  /// Keys that only a file of figures has.
  static let fileKeys = ["figures", "defaults", "styles", "output"]
  /// The most keys that a file has beside its figures.
  private static let maximumKeys = 1000

  /// Reads all of the text, so that nothing is drawn of one that is not YAML to its end.
  init(_ source: SourceText) {
    self.source = source
    styles = SpecStyles(in: source)
    if let problem = source.check() {
      problems = [problem]
      return
    }
    do throws(Problem) {
      try read(YAMLReader(source))
    } catch {
      problems.append(error)
    }
  }

  private mutating func read(_ reader: YAMLReader) throws(Problem) {
    guard let root = try reader.root() else {
      problems.append(source.problem(at: YAMLMark(line: 0, column: 0), Self.nothing))
      return
    }
    guard case .mappingStart = root.kind else {
      let node = try reader.node(root)
      problems += reader.takeProblems()
      let message =
        node.isNull
        ? Self.nothing : "A spec file is a mapping with “figures:” in it, and this is \(node.kind)."
      problems.append(source.problem(at: node.mark, message))
      return try reader.end()
    }
    var entries: [YAMLNode.Entry] = []
    var marks: [String: YAMLMark] = [:]
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { break }
      guard let key = try reader.key(event) else { continue }
      let value = try reader.next()
      guard marks[key] == nil else {
        reader.reportDuplicate(key, at: event.mark, firstAt: marks[key] ?? event.mark)
        try reader.skip(value)
        continue
      }
      marks[key] = event.mark
      guard marks.count <= Self.maximumKeys else {
        throw source.problem(
          at: event.mark, "The file has more than \(Self.maximumKeys) keys beside its figures.")
      }
      if key == "figures" {
        try reader.skip(value)
      } else {
        entries.append(
          YAMLNode.Entry(key: key, keyMark: event.mark, value: try reader.node(value)))
      }
    }
    try reader.end()
    problems += reader.takeProblems()
    if Self.fileKeys.contains(where: { marks[$0] != nil }) {
      readFile(entries)
      hasFigures = marks["figures"] != nil
      if !hasFigures {
        problems.append(
          source.problem(
            at: root.mark, "The file has no figures; name them under “figures:”."))
      }
    } else if problems.isEmpty {
      figure = (entries, root.mark)
    }
  }

  private static let nothing =
    "There is nothing here; write figures:, and below it the name of one, as in gelu:."

  private mutating func readFile(_ entries: [YAMLNode.Entry]) {
    var functions: [YAMLNode.Entry] = [], defaults: YAMLNode?, isBroken = false
    for entry in entries {
      switch entry.key {
      case "define", "let": functions.append(entry)
      case "defaults": defaults = entry.value
      case "styles": read(styles: entry.value)
      case "output": read(output: entry.value)
      default: problems.append(source.problem(at: entry.keyMark, messageForUnknown(entry.key)))
      }
    }
    let file = SpecEntry(functions, as: .defaults, in: source)
    inherited = file.layer
    problems += file.problems
    isBroken = !file.problems.isEmpty
    if let defaults {
      let entry = SpecEntry(defaults, as: .defaults, in: source)
      problems += entry.problems
      isBroken = styles.lay(entry.styles, over: &inherited, &problems) || isBroken
      isBroken = !entry.problems.isEmpty || isBroken
      inherited.add(entry.layer)
    }
    isInheritedBroken = isBroken
  }

  private mutating func read(styles node: YAMLNode) {
    guard case .mapping(let entries) = node.value else {
      if !node.isNull {
        problems.append(
          source.problem(
            at: node.mark,
            "Styles are a mapping of names to settings, as in {wide: {size: 8x2.5in}}, and this is "
              + "\(node.kind)."))
      }
      return
    }
    problems += styles.add(entries)
  }

  private mutating func read(output node: YAMLNode) {
    if let text = node.text, !text.isEmpty {
      output = (text, node.mark)
    } else if !node.isNull {
      problems.append(
        source.problem(at: node.mark, "The output is the path of a folder, as in figures."))
    }
  }

  private func messageForUnknown(_ key: String) -> String {
    let known = Self.fileKeys + ["define", "let"]
    if SpecEntry.isKey(key) {
      return "\(quoted(key)) is a setting of figures; write it under a figure, or under “defaults:”"
        + " for all of them."
    }
    let remedy =
      nearest(to: key, among: known).map { "did you mean “\($0)”?" }
      ?? "it has \(alternatives(known))."
    return "\(quoted(key)) is no key of a spec file; \(remedy)"
  }
}
