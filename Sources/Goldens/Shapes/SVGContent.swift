internal import Wording

/// The text of what is not understood, without what does not show: ids, the order of attributes and
/// how numbers are written.
extension SVGFlattener {
  /// What an element that is not understood says, but for where it is and how it is painted.
  func content(
    of index: Int, _ node: XMLTree.Node, _ properties: SVGProperties
  ) throws(ImageError) -> String {
    let hasElements = node.children.contains { !tree.nodes[$0].name.isEmpty }
    var left = SVGProperties.known.union(["x", "y", "transform", "style", "class"])
    let hasBox = ["width", "height"].allSatisfy { SVGLength(node.attributes[$0])?.points ?? 0 > 0 }
    if hasBox { left.formUnion(["width", "height"]) }
    // How long a text is made is part of its outline.
    let isSized = node.name == "text" && SVGLength(node.attributes["textLength"])?.isScreen == true
    if isSized { left.insert("textLength") }
    var text = isSized ? "textLength " : ""
    try write(index, without: left, depth: 0, keepsSpace: properties.keepsSpace, to: &text)
    try pay(for: text)
    // Texts may give a place to each letter.
    for name in ["x", "y"] {
      let words = (node.attributes[name] ?? "").split { $0 == "," || $0 <= " " }
      guard words.count > 1 else { continue }
      let numbers = words.map { SVGLength(String($0))?.value ?? .nan }
      text +=
        " \(name): "
        + numbers.map { decimal($0 - numbers[0], places: 3) }
        .joined(separator: " ")
    }
    // What elements in it take from it is not known, so all that they may.
    let setting = properties.setting
    for (name, value) in setting.sorted(by: { $0.key < $1.key }) { text += " \(name): \(value)" }
    if !hasElements { return text }
    let said = text
    for (name, value) in properties.inherited.sorted(by: { $0.key < $1.key })
    where setting[name] == nil && !properties.saysNothing(name, value)
      && !(node.name == "text" && saysNothing(ofText: name, said, properties))
    {
      text += " \(name): \(try normalized(SVGAttributes.canonical(name, value)))"
    }
    if text.contains("var(") { text += Self.text(of: properties.custom) }
    return text
  }

  /// Whether a property that a text passes on changes nothing of its letters.
  ///
  /// - Parameter content: What the text and the elements in it say.
  private func saysNothing(
    ofText name: String, _ content: String, _ properties: SVGProperties
  ) -> Bool {
    if name.hasPrefix("marker") || name == "fill-rule" || name == "clip-rule" { return true }
    if name.hasPrefix("stroke-") {
      return properties["stroke"] ?? "none" == "none" && !content.contains("stroke")
    }
    guard name == "color" else { return false }
    let texts = [content, properties["fill"] ?? "", properties["stroke"] ?? ""]
    return !texts.contains { $0.lowercased().contains("currentcolor") || $0.contains("inherit") }
  }

  /// What an element that is named takes from where it is defined.
  ///
  /// - Parameter text: What it says itself.
  private func inheritance(of index: Int, _ text: some StringProtocol) -> String {
    var properties = SVGProperties()
    var described: [String] = []
    let isGradient = tree.nodes[index].name.hasSuffix("Gradient")
    for ancestor in ancestors(of: index) {
      properties = properties.entered(ancestor, of: tree, sheet)
      described += (properties.unread + SVGAttributes.unread(of: tree.nodes[ancestor])).filter {
        let name = String($0.prefix { $0 != ":" })
        return isGradient ? name == "color-interpolation" : SVGProperties.described.contains(name)
      }
      if text.contains("inherit") {
        described += properties.own.map { "\($0): \($1)" }.sorted()
      }
    }
    var passedOn = properties.inherited
    // Of gradients only stops are drawn.
    if isGradient { passedOn = passedOn.filter { $0.key == "color" } }
    return Self.text(of: passedOn) + Self.text(of: properties.custom)
      + described.map { " \($0)" }.joined() + context(of: String(text), properties)
  }

  /// The properties around an element where it is defined.
  func properties(around index: Int) -> SVGProperties {
    ancestors(of: index).reduce(SVGProperties()) { $0.entered($1, of: tree, sheet) }
  }

  /// The elements that an element is in, the root first.
  private func ancestors(of index: Int) -> [Int] {
    var ancestors: [Int] = []
    while let parent = tree.nodes[ancestors.last ?? index].parent { ancestors.append(parent) }
    return ancestors.reversed()
  }

  private static func text(of properties: [String: String]) -> String {
    properties.sorted { $0.key < $1.key }.map { " \($0): \($1)" }.joined()
  }

  func normalized(index: Int) throws(ImageError) -> String {
    var text = ""
    try write(index, without: [], depth: 0, to: &text)
    try pay(for: text)
    return text
  }

  /// A value with the elements that it names in place of their names.
  func normalized(_ value: String) throws(ImageError) -> String {
    let text = try normalized(value, depth: 0)
    try pay(for: text)
    return text
  }

  private func normalized(_ value: String, depth: Int) throws(ImageError) -> String {
    guard value.contains("url(") else { return value }
    var text = ""
    var rest = value[...]
    while let start = rest.firstRange(of: "url(") {
      text += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      guard let end = rest.firstIndex(of: ")") else { break }
      let part = String(rest[...end])
      rest = rest[rest.index(after: end)...]
      if let id = SVGProperties.reference(part) {
        if let index = index(id: id) {
          let start = text.utf8.count
          try write(index, without: [], depth: depth + 1, to: &text)
          text += inheritance(of: index, text.dropFirst(utf8: start))
        } else {
          text += "nothing"
        }
      } else {
        text += part
      }
    }
    return text + rest
  }

  /// How long the normalised text of one element may be, in bytes, and that of all.
  private static let longestText = 1 << 20
  private static let mostText = 32 << 20

  /// Counts text that was normalised.
  final class TextCost {
    var bytes = 0
  }

  private func pay(for text: String) throws(ImageError) {
    textCost.bytes += text.utf8.count
    guard textCost.bytes <= Self.mostText else {
      throw ImageError("The SVG has elements that name others too often.")
    }
  }

  private func write(
    _ index: Int, without left: Set<String>, depth: Int, keepsSpace: Bool = false,
    to text: inout String
  ) throws(ImageError) {
    let node = tree.nodes[index]
    guard depth < XMLTree.deepest, text.utf8.count < Self.longestText else {
      throw ImageError("The SVG has elements that name each other in a circle, or too often.")
    }
    if node.name.isEmpty {
      text += keepsSpace ? node.text : Self.withSingleSpaces(node.text)
      return
    }
    text += "<\(node.name)"
    let said = left.isEmpty ? sheet.declarations(for: index, in: tree) : []
    let (values, declarations) = SVGAttributes.values(of: node, said, without: left)
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      text += " \(name)='"
      if name == "href", value.hasPrefix("#"),
        let target = self.index(id: String(value.dropFirst()))
      {
        let start = text.utf8.count
        try write(target, without: [], depth: depth + 1, to: &text)
        if node.name != "use" { text += inheritance(of: target, text.dropFirst(utf8: start)) }
      } else {
        text += try normalized(SVGAttributes.canonical(name, value), depth: depth)
      }
      text += "'"
    }
    for declaration in declarations {
      text += " \(declaration.name): \(try normalized(declaration.value, depth: depth))"
      if declaration.isImportant { text += " !important" }
    }
    text += ">"
    let isKept =
      said.contains { $0.name == "white-space" }
      || node.attributes["style"]?.contains("white-space") == true
    let keeps = isKept || (node.attributes["xml:space"].map { $0 == "preserve" } ?? keepsSpace)
    // At the ends of a whole text spaces do not show.
    let isTrimmed = node.name == "text" && !keeps
    var inner = ""
    for child in node.children {
      if isTrimmed {
        try write(child, without: [], depth: depth + 1, keepsSpace: keeps, to: &inner)
      } else {
        try write(child, without: [], depth: depth + 1, keepsSpace: keeps, to: &text)
      }
    }
    text += trimmedCSS(inner) + "</\(node.name)>"
  }

  /// Text as SVG shows it, but for spaces at the ends, which may matter between elements.
  private static func withSingleSpaces(_ text: String) -> String {
    let words = text.split { $0.isWhitespace && $0 != "\u{a0}" }.joined(separator: " ")
    func isSpace(_ character: Character?) -> Bool { character.map { $0 <= " " } ?? false }
    return (isSpace(text.first) ? " " : "") + words + (isSpace(text.last) ? " " : "")
  }
}

extension String {
  /// What is behind so many bytes.
  fileprivate func dropFirst(utf8 count: Int) -> Substring {
    self[utf8.index(startIndex, offsetBy: count)...]
  }
}
