import Books
import Files

/// What pandoc and mdBook send: whatever it is, what goes back is JSON, and without figures the same.
struct DocumentTarget: FuzzTarget {
  static let name = "documents"

  static var corpus: [[UInt8]] {
    get throws {
      let block =
        #"{"t":"CodeBlock","c":[["fig-a",["actplot"],[["caption","A $x$"],["alt","A"]]],"relu --grad"]}"#
      let book =
        #"[{"root":"/b","config":{"book":{"src":"src"},"preprocessor":{"actplot":{"output":"img"}}}},"#
        + #"{"sections":[{"Chapter":{"content":"- ```actplot\n  relu\n  ```\n","path":"a.md","sub_items":[]}}]}]"#
      return [
        #"{"pandoc-api-version":[1,23],"meta":{},"blocks":[\#(block)]}"#,
        #"{"pandoc-api-version":[1,22],"meta":{"actplot":{"t":"MetaMap","c":{"output":{"t":"MetaString","c":"f"}}}},"blocks":[\#(block)]}"#,
        book,
      ].map { Array($0.utf8) }
        + (try Fixtures.files(in: "BooksTests/Fixtures/Documents", endingIn: ".json", upTo: 40_000))
    }
  }

  static let words = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\n", "\"t\"", "\"c\"", "\"CodeBlock\"",
    "\"actplot\"",
    "\"Chapter\"", "\"content\"", "\"sub_items\"", "null", "relu --grad", "```actplot\\n", "```\\n",
    "\"caption\"", "\"alt\"", "$x$", "[[\"\",[\"actplot\"],[]],\"relu\"]",
  ]

  mutating func check(_ input: [UInt8]) throws -> String {
    do {
      return try document(PandocDocument(input), of: input)
    } catch let error as Violation {
      throw error
    } catch {
      let sentence = try sentence(of: error)
      return try book(input) ?? sentence
    }
  }

  private func document(_ document: PandocDocument, of input: [UInt8]) throws -> String {
    try require(document.replacingBlocks(by: [:]) == input, "Without figures it is another.")
    var links: [String: [FigureLink]] = [:]
    for block in document.blocks { links[block.path] = figures(of: block) }
    let count = links.values.reduce(0) { $0 + $1.count }
    let after = document.replacingBlocks(by: links)
    try require(JSONNode(after, deepest: 420) != nil, "What goes back is no JSON.")
    return "document \(document.blocks.count) \(count)"
  }

  private func book(_ input: [UInt8]) throws -> String? {
    let book: MdBookExchange
    do { book = try MdBookExchange(input) } catch { return try sentence(of: error) }
    let links = Dictionary(book.chapters.map { ($0.path, figures(of: $0)) }) { first, _ in first }
    let after = book.replacingBlocks(by: links)
    try require(JSONNode(after, deepest: 420) != nil, "What goes back is no JSON.")
    return "book \(book.chapters.count) \(links.values.reduce(0) { $0 + $1.count })"
  }

  private func figures(of source: some FigureSource) -> [FigureLink] {
    var links: [FigureLink] = []
    source.read { reading in
      guard case .figure(let entry) = reading else { return }
      links.append(
        FigureLink(
          line: entry.place.line, name: "a", path: "a.svg", alternativeText: "A \"b\"",
          caption: entry.caption, image: entry.image))
    }
    return links
  }
}
