package import Figures
internal import Files
internal import Wording

/// A document as pandoc hands it to a filter, whose blocks of the class `actplot` describe figures.
package struct PandocDocument: Sendable {
  /// The blocks, in order.
  package let blocks: [DocumentBlock]
  /// The folder for the figures that the document's metadata names, as in `actplot: {output: img}`.
  package let output: String?
  private let bytes: [UInt8]
  /// The bytes of each of the blocks, and of what `batch --write` has put behind it.
  private let ranges: [Range<Int>]
  /// Whether there is an element for a figure, as from pandoc 3 on.
  private let hasFigures: Bool

  /// Reads what `pandoc -t json` writes.
  package init(_ bytes: [UInt8]) throws(DocumentError) {
    let root = try documentNode(bytes, from: "a document as 'pandoc -t json' writes it")
    let version = root["pandoc-api-version"]?.elements.compactMap { $0.number.flatMap { Int($0) } }
    guard let version, version.count >= 2, root["blocks"] != nil else {
      throw DocumentError(
        "Standard input is no document of pandoc, which has a pandoc-api-version and blocks; send what"
          + " 'pandoc -t json' writes.")
    }
    self.bytes = bytes
    hasFigures = version[0] > 1 || version[1] >= 23
    output = try Self.output(root["meta"]?["actplot"])
    var blocks: [DocumentBlock] = [], ranges: [Range<Int>] = []
    Self.forEachBlock(in: root) { range, text, attributes in
      blocks.append(DocumentBlock(number: blocks.count + 1, text: text, attributes))
      ranges.append(range)
    }
    self.blocks = blocks
    self.ranges = ranges
  }

  /// The document with the blocks replaced by their figures.
  ///
  /// - Parameter links: The links of each block, by its path; of a block that has none all stays.
  package func replacingBlocks(by links: [String: [FigureLink]]) -> [UInt8] {
    var splices = Splices()
    for (block, range) in zip(blocks, ranges) {
      guard let links = links[block.path], !links.isEmpty else { continue }
      let elements = links.map { PandocElement.figure($0, asElement: hasFigures).line }
      splices.replace(range, by: elements.joined(separator: ","))
    }
    return splices.applied(to: bytes, in: bytes.indices)
  }

  /// The format that suits what pandoc writes.
  ///
  /// - Parameter writer: What filters get as their argument, as in `html5` or `markdown+smart`.
  package static func format(for writer: String) -> ImageFormat {
    switch writer.prefix(while: { $0 != "+" && $0 != "-" }) {
    case "latex", "beamer", "context", "ms": .pdf
    case "docx", "pptx", "odt", "opendocument", "rtf": .png
    default: .svg
    }
  }

  // MARK: Reading

  /// Calls `body` with each block of the class, wherever it stands, and with the bytes that its figures
  /// take the place of.
  private static func forEachBlock(
    in node: JSONNode, _ body: (Range<Int>, _ text: String, BlockAttributes) -> Void
  ) {
    for member in node.members { forEachBlock(in: member.value, body) }
    let elements = node.elements
    for (index, element) in elements.enumerated() {
      guard element["t"]?.text == "CodeBlock", let content = element["c"]?.elements,
        content.count == 2, let text = content[1].text,
        let attributes = attributes(content[0].elements)
      else {
        forEachBlock(in: element, body)
        continue
      }
      let end = endOfLinks(elements[(index + 1)...]) ?? element.range.upperBound
      body(element.range.lowerBound..<end, text, attributes)
    }
  }

  /// Where the links end that `batch --write` has put behind a block: its figures would stand there
  /// twice. `nil` if there are none.
  private static func endOfLinks(_ elements: ArraySlice<JSONNode>) -> Int? {
    var rest = elements
    while let first = rest.first, first["t"]?.text == "RawBlock",
      html(first).map({ FigureLink.begins($0[...]) }) == true,
      // An image, and a caption below it.
      let last = rest.prefix(4).firstIndex(where: {
        html($0).map { FigureLink.ends($0[...]) } == true
      })
    {
      rest = rest[(last + 1)...]
    }
    return rest.startIndex == elements.startIndex
      ? nil : elements[rest.startIndex - 1].range.upperBound
  }

  /// The text of HTML that is a block, or the last words of a paragraph; some readers leave the end of
  /// its line.
  private static func html(_ node: JSONNode) -> String? {
    let type = node["t"]?.text, content = node["c"]?.elements ?? []
    if type == "Para" { return content.last.flatMap(html) }
    guard type == "RawBlock" || type == "RawInline", content.count == 2,
      content[0].text == "html"
    else { return nil }
    return content[1].text.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
  }

  /// What is said of a block of ours; `nil` for another. The parts are an identifier, classes, and pairs
  /// of names and values.
  private static func attributes(_ parts: [JSONNode]) -> BlockAttributes? {
    guard parts.count == 3 else { return nil }
    let classes = parts[1].elements.compactMap(\.text)
    // Pandoc 2 and Quarto leave the braces of a chunk.
    let own = ["actplot", "{actplot}"]
    guard classes.contains(where: own.contains) else { return nil }
    var attributes = BlockAttributes()
    attributes.image.identifier = parts[0].text.flatMap { $0.isEmpty ? nil : $0 }
    attributes.image.classes = classes.filter { !own.contains($0) }
    for pair in parts[2].elements.map(\.elements) where pair.count == 2 {
      guard let name = pair[0].text, let value = pair[1].text else { continue }
      attributes.set(name, to: value)
    }
    return attributes
  }

  /// What the metadata says of the folder.
  private static func output(_ meta: JSONNode?) throws(DocumentError) -> String? {
    guard let meta else { return nil }
    var output: String?
    for member in meta["c"]?.members ?? [] {
      guard member.name == "output" else {
        throw DocumentError(
          "The document's metadata has \(quoted(member.name)) below actplot, where only output is known,"
            + " the folder for its figures.")
      }
      output = PandocElement.text(of: member.value)
    }
    guard let output else {
      throw DocumentError(
        "The document's metadata has actplot without the folder for its figures; write actplot: and"
          + " below it, indented, output: figures.")
    }
    return output
  }
}
