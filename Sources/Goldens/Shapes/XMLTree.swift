internal import CExpat

/// The elements of an XML document and the text between them.
///
/// Whoever wrote the document may mean harm, so what it may cost is bounded: size, depth and number
/// of elements are limited, and a document type may be named but may not declare anything.
struct XMLTree {
  /// In the order in which they begin; the root is the first.
  var nodes: [Node] = []
  /// The processing instructions, such as those that name style sheets.
  private(set) var instructions: [String] = []

  /// An element, or text if `name` is empty.
  struct Node {
    /// The local name of an element of SVG; one of another namespace has that in front, and a space.
    var name = ""
    /// By local name; attributes of other namespaces than XLink and XML's own are left out, and the
    /// latter begin with `xml:`.
    var attributes: [String: String] = [:]
    var text = ""
    /// The last comment in it that is in no element of it, without white space at its ends.
    var comment = ""
    /// The indices of the nodes in it.
    var children: [Int] = []
    /// The index of the node that it is in; `nil` for the root.
    var parent: Int?
  }

  /// In bytes.
  static let largestSize = 64 << 20
  static let deepest = 200
  static let mostNodes = 500_000

  /// Reads a document.
  ///
  /// - Throws: `ImageError` if it is not well-formed, or exceeds a limit.
  init(_ bytes: [UInt8]) throws(ImageError) {
    guard bytes.count <= Self.largestSize else {
      throw ImageError("The SVG is larger than \(Self.largestSize >> 20) MB.")
    }
    guard let parser = XML_ParserCreateNS(nil, CChar(UInt8(ascii: " "))) else {
      throw ImageError("There is no memory to read the SVG.")
    }
    defer { XML_ParserFree(parser) }
    let reader = XMLReader(parser)
    reader.listen()
    let status = bytes.withUnsafeBytes { bytes in
      withExtendedLifetime(reader) {
        XML_Parse(
          parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 1)
      }
    }
    if let problem = reader.problem { throw ImageError(problem) }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      throw ImageError(
        "The SVG cannot be read: \(reason ?? "unknown error") in line "
          + "\(XML_GetCurrentLineNumber(parser)).")
    }
    nodes = reader.nodes
    instructions = reader.instructions
  }

  /// All text in a node, that of its elements included.
  func text(of index: Int) -> String {
    nodes[index].children.reduce(into: nodes[index].text) { $0 += text(of: $1) }
  }
}

/// Collects what expat reports.
private final class XMLReader {
  let parser: XML_Parser
  var nodes: [XMLTree.Node] = []
  var instructions: [String] = []
  var problem: String?
  private var open: [Int] = []
  /// The `xml:space` that holds in each of the open elements.
  private var spaces: [String?] = []
  /// How many of them are texts, in which white space may be a space between words.
  private var textDepth = 0

  init(_ parser: XML_Parser) {
    self.parser = parser
  }

  func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        if let name, let attributes { XMLReader.of(data)?.begin(name, attributes) }
      }, { data, _ in XMLReader.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      if let text { XMLReader.of(data)?.add(text, Int(count)) }
    }
    XML_SetCommentHandler(parser) { data, text in
      guard let text, let reader = XMLReader.of(data), let node = reader.open.last else { return }
      reader.nodes[node].comment = trimmedCSS(String(cString: text))
    }
    XML_SetProcessingInstructionHandler(parser) { data, target, text in
      guard let target, let text else { return }
      XMLReader.of(data)?.instructions.append(
        "\(String(cString: target)) \(String(cString: text))")
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasSubset in
      if hasSubset != 0 {
        XMLReader.of(data)?.stop("The SVG declares a document type of its own, which is not read.")
      }
    }
    XML_SetSkippedEntityHandler(parser) { data, _, _ in
      XMLReader.of(data)?.stop("The SVG has an entity that it does not declare.")
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: String) {
    problem = problem ?? reason
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    guard problem == nil else { return }
    guard open.count < XMLTree.deepest else {
      return stop("The SVG nests elements more than \(XMLTree.deepest) deep.")
    }
    var node = XMLTree.Node(name: Self.local(String(cString: name), "http://www.w3.org/2000/svg"))
    var next = attributes
    while let key = next[0], let value = next[1] {
      var name = Self.local(String(cString: key), "http://www.w3.org/1999/xlink")
      let inXML = Self.local(name, "http://www.w3.org/XML/1998/namespace")
      if inXML != name { name = "xml:" + inXML }
      // XLink's `href` is the older spelling of SVG's own, which goes before it.
      if !name.contains(" "), node.attributes[name] == nil || isPlain(key) {
        node.attributes[name] = String(cString: value)
      }
      next += 2
    }
    // What is around a text says how its white space is shown.
    let space = node.attributes["xml:space"] ?? spaces.last ?? nil
    if node.name == "text" {
      node.attributes["xml:space"] = space
      textDepth += 1
    }
    add(node)
    open.append(nodes.count - 1)
    spaces.append(space)
  }

  private func end() {
    _ = spaces.popLast()
    if let last = open.popLast(), nodes[last].name == "text" { textDepth -= 1 }
  }

  /// Whether a name is without a namespace.
  private func isPlain(_ name: UnsafePointer<CChar>) -> Bool {
    var next = name
    while next.pointee != 0 {
      if next.pointee == CChar(UInt8(ascii: " ")) { return false }
      next += 1
    }
    return true
  }

  /// Without the namespace, if that is the one given.
  private static func local(_ name: String, _ namespace: String) -> String {
    guard name.hasPrefix(namespace) else { return name }
    return String(name.dropFirst(namespace.count + 1))
  }

  private func add(_ node: XMLTree.Node) {
    guard nodes.count < XMLTree.mostNodes else {
      return stop("The SVG has more than \(XMLTree.mostNodes) elements.")
    }
    var node = node
    if let parent = open.last {
      nodes[parent].children.append(nodes.count)
      node.parent = parent
    }
    nodes.append(node)
  }

  private func add(_ text: UnsafePointer<CChar>, _ count: Int) {
    guard problem == nil, let parent = open.last else { return }
    let text = UnsafeRawBufferPointer(start: text, count: count)
    if let last = nodes[parent].children.last, nodes[last].name.isEmpty {
      nodes[last].text += String(decoding: text, as: UTF8.self)
    } else if text.contains(where: { $0 > UInt8(ascii: " ") }) || textDepth > 0 {
      add(XMLTree.Node(text: String(decoding: text, as: UTF8.self)))
    }
  }
}
