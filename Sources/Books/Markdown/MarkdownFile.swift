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

/// The figures of a Markdown file: those that its `actplot` blocks describe by command lines or
/// YAML, and those that the code of a chapter of Dive into Deep Learning draws by `d2l.plot`.
package struct MarkdownFile: FigureSource {
  /// The text of the file.
  package let text: String
  /// The path of the file, for places.
  package let path: String
  private let readYAML: YAMLBlockReader

  /// A file with that text.
  ///
  /// - Parameters:
  ///   - path: The path of the file, for places.
  package init(
    text: String, path: String, readYAML: @escaping YAMLBlockReader
  ) {
    self.text = text
    self.path = path
    self.readYAML = readYAML
  }

  /// cmark takes some 30 times as much memory for prose, and for the worst of texts 190 times.
  private static let maximumSize = 1 << 22

  /// A file with those bytes, whose YAML is that of spec files.
  ///
  /// - Throws: A sentence for bytes that are not UTF-8, or too many.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    guard bytes.count <= Self.maximumSize else {
      throw Problem(
        at: Place(file: path, line: 1),
        "The file has \(bytes.count) bytes, and Markdown at most \(Self.maximumSize); split it.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SourceText(bytes, file: path).check()
        ?? Problem(at: Place(file: path, line: 1), "This is not UTF-8; save the file as UTF-8.")
    }
    self.init(text: text, path: path) { text, path, firstLine, column in
      var readings: [Reading] = []
      SpecFile(Array(text.utf8), path: path, firstLine: firstLine, columnOffset: column)
        .read { readings.append($0) }
      return readings
    }
  }

  package var hasCells: Bool { text.contains("plot(") }

  package func problem(at place: Place, _ message: String) -> Problem? {
    guard place.file == path else { return nil }
    let line = TextLines(text).first { $0.number == place.line }
    return Problem(at: place, message, line: line?.shown)
  }

  package func read(_ body: (Reading) throws -> Void) rethrows {
    var chapter = ChapterCells(path: path)
    try read(text, firstLine: 1, &chapter, body)
    try chapter.finish().forEach(body)
  }

  /// Reads a text of the file, whose cells go on where those before them have ended.
  func read(
    _ text: String, firstLine: Int, _ chapter: inout ChapterCells,
    _ body: (Reading) throws -> Void
  ) rethrows {
    try forEachPart(of: text, firstLine: firstLine) { part in
      guard case .block(let block) = part else {
        if let remark = lostFigures(part) ?? missingPicture(part) { try body(.remark(remark)) }
        return
      }
      if let remark = unlikeFigures(block) { try body(.remark(remark)) }
      guard block.isClosed else {
        try body(unclosed(block))
        return
      }
      switch block.kind {
      case .figures: try readFigures(block, body)
      case .cell: try chapter.run(block).forEach(body)
      case .other: break
      }
    }
  }

  /// Markdown lets a block end with the file, but hardly ever does a writer mean it to, and all
  /// that follows would be lost unseen.
  private func unclosed(_ block: FencedBlock) -> Reading {
    let fence = block.opening.text.drop { $0 != "`" && $0 != "~" }.prefix { "`~".contains($0) }
    let before = block.opening.text.prefix { $0 != "`" && $0 != "~" }.count
    let problem = Problem(
      at: Place(file: path, line: block.opening.number, column: before + 1),
      "The block that begins here has no end; write \(fence.prefix(60)) in a line of its own behind"
        + " it.",
      line: block.opening.shown)
    return block.kind == .figures ? .problem(problem) : .remark(problem)
  }

  /// What is said of a block that is not actplot's and looks as if figures were meant.
  private func unlikeFigures(_ block: FencedBlock) -> Problem? {
    guard let word = BlockInfo(block.info).strangeWord else { return nil }
    return remark(
      block.opening,
      "This block is left alone, as it does not begin with the language actplot but has the word"
        + " \(quoted(word)); write ```actplot if it describes figures.")
  }

  /// What is said of a line at which a block begins that Markdown does not have, or not there.
  private func lostFigures(_ part: MarkdownPart) -> Problem? {
    let line: TextLine, content: Substring, isHTML: Bool
    switch part {
    case .text(let place, let words): (line, content, isHTML) = (place, words, false)
    case .html(let place, let words): (line, content, isHTML) = (place, words, true)
    case .block, .literal: return nil
    }
    guard let mark = content.first, content.hasPrefix(String(repeating: mark, count: 3)) else {
      return nil
    }
    let info = BlockInfo(content.drop { $0 == mark }.trimmed)
    switch mark {
    case "`" where isHTML, "~" where isHTML:
      guard info.kind == .figures else { return nil }
      return remark(
        line,
        "This block stands in HTML, where Markdown has none, and is left alone; write an empty line"
          + " before it.")
    case ":" where info.kind == .figures || info.strangeWord != nil:
      return remark(
        line, "Figures between colons are not read; write ```actplot before them and ``` behind.")
    default: return nil
    }
  }

  private func remark(_ line: TextLine, _ message: String) -> Problem {
    Problem(at: Place(file: path, line: line.number), message, line: line.shown)
  }

  private func readFigures(_ block: FencedBlock, _ body: (Reading) throws -> Void) rethrows {
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
      let remark = remark(
        block.opening,
        "The block describes no figure; write a command line in it, as in actplot relu --grad.")
      return try body(.remark(remark))
    }
    if Self.beginsYAML(first.text) {
      let text = block.body.map { String($0.text) }.joined(separator: "\n") + "\n"
      let readings = readYAML(text, path, block.opening.number + 1, first.offset)
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
