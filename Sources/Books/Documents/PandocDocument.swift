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
  /// Where each of the blocks stands in the bytes.
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
    Self.forEachBlock(in: root) { node, text, attributes in
      blocks.append(DocumentBlock(number: blocks.count + 1, text: text, attributes))
      ranges.append(node.range)
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

  /// Calls `body` with each block of the class, wherever it stands.
  private static func forEachBlock(
    in node: JSONNode, _ body: (JSONNode, _ text: String, BlockAttributes) -> Void
  ) {
    if node["t"]?.text == "CodeBlock", let content = node["c"]?.elements, content.count == 2,
      let text = content[1].text, let attributes = attributes(content[0].elements)
    {
      return body(node, text, attributes)
    }
    for member in node.members { forEachBlock(in: member.value, body) }
    for element in node.elements { forEachBlock(in: element, body) }
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
