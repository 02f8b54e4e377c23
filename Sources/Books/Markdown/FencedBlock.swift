/// A fenced block of a Markdown file, or a comment that is read as one.
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
  var prefix: String { String(head.map { $0 == ">" || $0 == "\t" ? $0 : " " }) }

  /// What stands before the block in its first line.
  var head: Substring { opening.text.prefix { !"`~<".contains($0) } }

  /// What begins the block.
  private var mark: Substring {
    let rest = opening.text[head.endIndex...]
    return rest.hasPrefix(HiddenBlock.start)
      ? rest.prefix(HiddenBlock.start.count) : rest.prefix { $0 == "`" || $0 == "~" }
  }

  /// What ends the block, in a line of its own.
  var end: Substring { mark.hasPrefix("<") ? HiddenBlock.end[...] : mark }

  /// What stands behind that, as it is written.
  var writtenInfo: Substring { opening.text[mark.endIndex...].trimmed }

  /// What is said of its figure before its lines.
  var attributes: BlockAttributes { BlockAttributes(info: writtenInfo) }
}
