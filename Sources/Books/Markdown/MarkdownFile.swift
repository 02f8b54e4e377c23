internal import Wording

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
    self.init(text: text, path: path, readYAML: FigureBlockReader.yaml)
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
      case .figures:
        try FigureBlockReader(path: path, readYAML: readYAML)
          .read(block, block.attributes, body)
      case .cell: try chapter.run(block).forEach(body)
      case .other: break
      }
    }
  }

  /// Markdown lets a block end with the file, but hardly ever does a writer mean it to, and all
  /// that follows would be lost unseen.
  private func unclosed(_ block: FencedBlock) -> Reading {
    let problem = Problem(
      at: Place(file: path, line: block.opening.number, column: block.head.count + 1),
      "The block that begins here has no end; write \(block.end.prefix(60)) in a line of its own behind"
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
    if isHTML, HiddenBlock.isOneLine(content) {
      return remark(
        line,
        "Figures in a comment of one line are not read; write <!-- actplot in a line of its own, the"
          + " lines of the figures below it, and --> in a line of its own behind them.")
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
}
