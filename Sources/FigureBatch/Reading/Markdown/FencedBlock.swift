/// A fenced block of a Markdown file.
struct FencedBlock {
  /// A line between the fences.
  struct Line {
    let number: Int
    /// The line without the indentation of the block and the markers that it stands behind.
    let text: Substring
    /// The whole line.
    let whole: TextLine

    /// How many characters stand before `text` in the line.
    var offset: Int { whole.text.distance(from: whole.text.startIndex, to: text.startIndex) }

    /// The place of a character of `text`.
    func place(_ index: Substring.Index, in file: String) -> Place {
      let before = whole.text.distance(from: whole.text.startIndex, to: index)
      return Place(file: file, line: number, column: before + 1)
    }
  }

  let opening: TextLine
  let info: Substring
  /// The lines between the fences; none in a block that no figure comes from.
  var body: [Line] = []
  /// The last line of the block, its closing fence if it has one.
  var last: TextLine
  var isClosed = false

  /// What a block is to us.
  enum Kind: Equatable {
    /// Figures, as command lines or YAML.
    case figures
    /// Code that the book runs.
    case cell
    case other
  }

  var kind: Kind { BlockInfo(info).kind }

  /// What a line that follows the block begins with to stand where the block does.
  var prefix: String {
    let head = opening.text.prefix { $0 != "`" && $0 != "~" }
    return String(head.map { $0 == ">" || $0 == "\t" ? $0 : " " })
  }
}

/// What a Markdown file consists of for figures.
enum MarkdownPart {
  case block(FencedBlock)
  /// A line outside of blocks; what stands in it behind the markers of quotes and lists, `nil` in
  /// HTML that has several lines.
  case text(TextLine, Substring?)
}

/// Calls `body` with the blocks of a Markdown file and the lines between them, in order.
///
/// - Parameter firstLine: The line of the file in which the text begins.
func forEachPart(
  of text: String, firstLine: Int = 1, _ body: (MarkdownPart) throws -> Void
) rethrows {
  var open: FencedBlock?
  var isKept = false
  func close() throws {
    guard let block = open else { return }
    open = nil
    try body(.block(block))
  }
  for (line, kind) in MarkdownScanner(text, firstLine: firstLine) {
    switch kind {
    case .opening(let info):
      try close()
      let block = FencedBlock(opening: line, info: info, last: line)
      isKept = block.kind != .other
      open = block
    case .body(let content):
      open?.last = line
      if isKept {
        open?.body.append(FencedBlock.Line(number: line.number, text: content, whole: line))
      }
    case .closing:
      open?.last = line
      open?.isClosed = true
      try close()
    case .html:
      try close()
      try body(.text(line, nil))
    case .text(let content):
      try close()
      try body(.text(line, content))
    }
  }
  try close()
}
