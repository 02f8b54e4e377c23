/// A block of a document that pandoc has read, which does not say of which file it is.
package struct DocumentBlock: FigureSource {
  /// What places say instead of a file, as in `block 2 (#fig-relu)`.
  package let path: String
  /// The folder in which documents stand: files of figures are told apart by it.
  package var origin: String { "." }
  /// The document may be one of several, whose figures are not known here.
  package var isWhole: Bool { false }
  private let block: FencedBlock
  private let attributes: BlockAttributes

  init(number: Int, text: String, _ attributes: BlockAttributes) {
    // A slash would make it the path of a file in a folder.
    let identifier = attributes.image.identifier.map { $0.contains("/") ? "" : " (#\($0))" } ?? ""
    path = "block \(number)\(identifier)"
    let opening = TextLine(number: 1, text: "", end: "")
    var block = FencedBlock(opening: opening, info: "actplot", last: opening)
    block.isClosed = true
    block.body = TextLines(text).map {
      FencedBlock.Line(number: $0.number, text: $0.text, whole: $0)
    }
    self.block = block
    self.attributes = attributes
  }

  package func read(_ body: (Reading) throws -> Void) rethrows {
    try FigureBlockReader(path: path, readYAML: FigureBlockReader.yaml)
      .read(block, attributes, body)
  }

  package func problem(at place: Place, _ message: String) -> Problem? {
    guard place.file == path else { return nil }
    let line = block.body.first { $0.number == place.line }
    return Problem(at: place, message, line: line?.whole.shown)
  }
}
