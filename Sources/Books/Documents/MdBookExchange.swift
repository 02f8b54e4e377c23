internal import Files
internal import Wording

/// What mdBook hands to a preprocessor: a context, and a book whose chapters are Markdown.
package struct MdBookExchange: Sendable {
  /// The folder of the book.
  package let root: String
  /// The folder of its chapters, below that.
  package let source: String
  /// The folder for figures that the book's settings name, as in `[preprocessor.actplot]`
  /// `output = "img"`, below that of the chapters.
  package let output: String?
  /// The chapters that have a file.
  package let chapters: [MarkdownFile]
  private let bytes: [UInt8]
  /// Where the book stands in the bytes, and where the texts of its chapters.
  private let book: Range<Int>
  private let contents: [Range<Int>]

  /// Reads what comes on standard input.
  ///
  /// - Parameter pathOf: The path of a folder as messages name it, by the one that mdBook gives.
  package init(
    _ bytes: [UInt8], pathOf: (String) -> String = { $0 }
  ) throws {
    let node = try documentNode(bytes, from: "the context and the book that mdBook sends")
    guard node.elements.count == 2, let root = node.elements[0]["root"]?.text else {
      throw DocumentError(
        "Standard input is not what mdBook sends to a preprocessor, a context and a book; name actplot in"
          + " book.toml, by [preprocessor.actplot] and command = \"actplot mdbook\".")
    }
    let config = node.elements[0]["config"]
    source = config?["book"]?["src"]?.text ?? "src"
    let settings = config?["preprocessor"]?["actplot"]
    if let strange = settings?.members.first(where: { !Self.known.contains($0.name) }) {
      throw DocumentError(
        "[preprocessor.actplot] of book.toml has \(quoted(strange.name)), where output is known, the"
          + " folder for figures below that of the chapters.")
    }
    output = settings?["output"]?.text
    self.root = pathOf(root)
    self.bytes = bytes
    book = node.elements[1].range
    var chapters: [MarkdownFile] = [], contents: [Range<Int>] = []
    let folder = [self.root, source].filter { !$0.isEmpty }.joined(separator: "/")
    try Self.forEachChapter(in: node.elements[1]) { path, content, text in
      chapters.append(try MarkdownFile(Array(text.utf8), path: "\(folder)/\(path)"))
      contents.append(content.range)
    }
    self.chapters = chapters
    self.contents = contents
  }

  /// What mdBook itself reads of a preprocessor's settings, and what we do.
  private static let known = ["command", "renderers", "before", "after", "optional", "output"]

  /// The book with the blocks replaced by their images.
  ///
  /// - Parameter links: The links of each chapter, by its path.
  package func replacingBlocks(by links: [String: [FigureLink]]) -> [UInt8] {
    var splices = Splices()
    for (chapter, range) in zip(chapters, contents) {
      guard var links = links[chapter.path] else { continue }
      for index in links.indices { links[index].reader = .commonMark }
      let text = chapter.updating(links: links, replacingBlocks: true)
      splices.replace(range, by: JSONText.literal(text))
    }
    return splices.applied(to: bytes, in: book)
  }

  /// Calls `body` with each chapter that has a file, before the chapters in it.
  private static func forEachChapter(
    in node: JSONNode, _ body: (_ path: String, _ content: JSONNode, _ text: String) throws -> Void
  ) rethrows {
    if let chapter = node["Chapter"] {
      if let content = chapter["content"], let text = content.text,
        let path = chapter["source_path"]?.text ?? chapter["path"]?.text
      {
        try body(path, content, text)
      }
      if let items = chapter["sub_items"] { try forEachChapter(in: items, body) }
      return
    }
    for member in node.members { try forEachChapter(in: member.value, body) }
    for element in node.elements { try forEachChapter(in: element, body) }
  }
}
