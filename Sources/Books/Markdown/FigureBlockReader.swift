internal import Figures
internal import Wording

/// Reads the YAML of a block of a Markdown file.
///
/// - Parameters:
///   - text: The lines, without what they are indented by.
///   - path: The path of the Markdown file, for places.
///   - firstLine: The line of the file that the text begins in.
///   - column: How many characters stand before each line of the text in the file.
package typealias YAMLBlockReader =
  @Sendable (_ text: String, _ path: String, _ firstLine: Int, _ column: Int) -> [Reading]

/// Reads the figures of a block, as lines of commands or as YAML.
struct FigureBlockReader {
  /// The file that places are in.
  let path: String
  let readYAML: YAMLBlockReader

  /// YAML as spec files have it.
  static let yaml: YAMLBlockReader = { text, path, firstLine, column in
    var readings: [Reading] = []
    SpecFile(Array(text.utf8), path: path, firstLine: firstLine, columnOffset: column)
      .read { readings.append($0) }
    return readings
  }

  /// Calls `body` with what the block says.
  ///
  /// - Parameter attributes: What is said of it beside its lines. An identifier and words are those of
  ///   one figure.
  func read(
    _ block: FencedBlock, _ attributes: BlockAttributes, _ body: (Reading) throws -> Void
  ) rethrows {
    var block = block, attributes = attributes
    if BlockInfo(block.info).isDirective { attributes.take(directive: &block) }
    var count = 0
    try readLines(block) { reading in
      guard case .figure(var entry) = reading else { return try body(reading) }
      count += 1
      if count == 1 || !attributes.isOfOneFigure {
        attributes.fill(&entry)
        return try body(.figure(entry))
      }
      guard count == 2 else { return }
      try body(
        .problem(
          Problem(
            at: entry.place,
            "The identifier, caption and alt text of a block are those of one figure, and this is its"
              + " second; give it a block of its own.")))
    }
  }

  private func readLines(_ block: FencedBlock, _ body: (Reading) throws -> Void) rethrows {
    if let line = block.body.first(where: { $0.text.trimmed.hasPrefix("```") }) {
      // Another block begins in this one, whose own end is missing; the words are no figures.
      let problem = Problem(
        at: line.place(line.text.startIndex, in: path),
        "The block that begins in line \(block.opening.number) has not ended before this line;"
          + " write its closing fence behind it.",
        line: line.whole.shown)
      return try body(.problem(problem))
    }
    let said = block.body.drop { $0.text.trimmed.isEmpty || $0.text.trimmed.hasPrefix("#") }
    guard let first = said.first else {
      let remark = Problem(
        at: Place(file: path, line: block.opening.number),
        "The block describes no figure; write a command line in it, as in actplot relu --grad.",
        line: block.opening.shown)
      return try body(.remark(remark))
    }
    if Self.beginsYAML(first.text) {
      let text = block.body.map { String($0.text) }.joined(separator: "\n") + "\n"
      let readings = readYAML(text, path, block.body[0].number, first.offset)
      return try readings.forEach(body)
    }
    for command in CommandLines(block.body, file: path) {
      switch command {
      case .success(let words): try body(figure(words))
      case .failure(let problem): try body(.problem(problem))
      }
    }
  }

  /// Whether a line is the first of a mapping, a list or a document in YAML; a command begins with
  /// a name or a formula.
  private static func beginsYAML(_ line: Substring) -> Bool {
    let line = line.trimmed
    if line.hasPrefix("---") || line.hasPrefix("- ") || line.hasPrefix("{") { return true }
    if let quote = line.first, quote == "\"" || quote == "'" {
      let key = line.dropFirst().drop { $0 != quote }.dropFirst()
      return key == ":" || key.hasPrefix(": ")
    }
    return line.prefix { $0 != " " && $0 != "\t" }.hasSuffix(":")
  }

  private func figure(_ words: [CommandWord]) -> Reading {
    var words = words[...]
    let place = words[words.startIndex].place, line = words[words.startIndex].line.shown
    if words.first?.text == "$" { words.removeFirst() }
    if words.first?.text == "actplot" { words.removeFirst() }
    do {
      let said = try FigureLine(words.map(\.text))
      return .figure(
        FigureEntry(
          name: said.name, place: place, settings: said.settings,
          settingPlaces: settingPlaces(said.settings, in: words), caption: said.caption))
    } catch {
      let word = words.first { word in
        switch error {
        case let error as SettingError: word.isOption(error.setting)
        case let error as UnknownOptionError: word.text.hasPrefix(error.spelling)
        default: false
        }
      }
      return .problem(
        Problem(at: word?.place ?? place, "\(error)", line: word?.line.shown ?? line))
    }
  }

  private func settingPlaces(
    _ settings: FigureSettings, in words: ArraySlice<CommandWord>
  ) -> [String: (line: Int, column: Int)] {
    var places: [String: (line: Int, column: Int)] = [:]
    for name in settings.names {
      let said = settings[name]?.first
      let word = words.first {
        name == "functions" ? $0.text == said : $0.isOption(name)
      }
      guard let place = word?.place else { continue }
      places[name] = (place.line, place.column)
    }
    return places
  }
}

extension CommandWord {
  fileprivate func isOption(_ name: String) -> Bool {
    text == "--\(name)" || text.hasPrefix("--\(name)=") || name == "output" && text.hasPrefix("-o")
  }
}
