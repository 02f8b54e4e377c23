internal import Files

/// The figures of a Jupyter notebook: those that `actplot` blocks in its Markdown cells describe, and
/// those that its Python cells draw, as in the source of a chapter.
package struct NotebookFile: FigureSource {
  package let path: String
  package var hasCells: Bool { true }
  private let cells: [Cell]
  /// Reads what the cells hold.
  private let reader: MarkdownFile
  /// What is said of the notebook as a whole.
  private let remark: Problem?

  /// What a cell holds, and the line of the file in which that begins.
  private struct Cell {
    let isCode: Bool
    let text: String
    let firstLine: Int
  }

  /// The notebook that the bytes of a file are.
  ///
  /// - Throws: A sentence for what is no notebook, or one of an old format.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    self.path = path
    reader = try MarkdownFile([], path: path)
    let start = Place(file: path, line: 1)
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let root = JSONNode(isMarked ? bytes.dropFirst(3) : bytes[...]) else {
      throw Problem(at: start, "This is not JSON, which notebooks are; save the notebook again.")
    }
    guard case .array(let nodes)? = root["cells"]?.value else {
      throw Problem(
        at: start,
        "There are no cells in this; save it as a notebook of format 4, as by jupyter nbconvert --to"
          + " notebook.")
    }
    let metadata = root["metadata"]
    let language =
      metadata?["language_info"]?["name"]?.text ?? metadata?["kernelspec"]?["language"]?.text
    var lines = LineCounter(bytes)
    var cells: [Cell] = []
    var isExact = true
    for node in nodes {
      guard let source = node["source"], let kind = node["cell_type"]?.text,
        kind == "markdown" || kind == "code" && ["python", nil].contains(language)
      else { continue }
      let pieces =
        source.text.map { [($0, source.offset)] }
        ?? source.elements.compactMap { piece in piece.text.map { ($0, piece.offset) } }
      guard let first = pieces.first else { continue }
      let line = lines.line(ofByte: first.1 + (isMarked ? 3 : 0))
      cells.append(
        Cell(isCode: kind == "code", text: pieces.map(\.0).joined(), firstLine: line))
      // Jupyter writes each line of a cell in a line of the file.
      isExact =
        isExact
        && pieces.enumerated().allSatisfy { index, piece in
          !piece.0.dropLast().utf8.contains(UInt8(ascii: "\n"))
            && lines.line(ofByte: piece.1 + (isMarked ? 3 : 0)) == line + index
        }
    }
    self.cells = cells
    remark =
      isExact
      ? nil
      : Problem(
        at: start,
        "The notebook has cells with several lines in one line of the file; lines of these are"
          + " counted from where they begin.")
  }

  package func read(_ body: (Reading) throws -> Void) rethrows {
    if let remark { try body(.remark(remark)) }
    var chapter = ChapterCells(path: path)
    for cell in cells {
      guard cell.isCode else {
        try reader.read(cell.text, firstLine: cell.firstLine, &chapter, body)
        continue
      }
      let lines = TextLines(cell.text, firstLine: cell.firstLine).map { line in
        FencedBlock.Line(number: line.number, text: line.text, whole: line)
      }
      guard let first = lines.first, let last = lines.last else { continue }
      let block = FencedBlock(
        opening: first.whole, info: "{.python .input}", body: lines, last: last.whole,
        isClosed: true)
      try chapter.run(block).forEach(body)
    }
    try chapter.finish().forEach(body)
  }

  package func problem(at place: Place, _ message: String) -> Problem? {
    guard place.file == path else { return nil }
    let cell = cells.last { $0.firstLine <= place.line }
    let line = cell.flatMap { cell in
      TextLines(cell.text, firstLine: cell.firstLine).first { $0.number == place.line }
    }
    return Problem(at: place, message, line: line?.shown)
  }
}

/// Counts the lines of a file up to places that come in their order.
private struct LineCounter {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line that a byte is in, from 1.
  mutating func line(ofByte offset: Int) -> Int {
    if offset < index { (index, line) = (0, 1) }
    line += bytes[index..<offset].count { $0 == UInt8(ascii: "\n") }
    index = offset
    return line
  }
}
