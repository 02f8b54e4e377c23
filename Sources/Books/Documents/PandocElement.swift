internal import Files

/// Elements of pandoc's documents, which have their type in `t` and their content in `c`.
enum PandocElement {
  /// A figure, with its caption below it if it has one.
  ///
  /// - Parameter asElement: Whether there is an element for that. Before, an image with a caption was one
  ///   that is alone in its paragraph, and whose title begins with `fig:`.
  static func figure(_ link: FigureLink, asElement: Bool) -> JSONText {
    let caption = link.caption.map(inlines) ?? []
    let spoken = inlines(link.alternativeText.filter { $0 != "$" })
    guard !caption.isEmpty else {
      return element("Para", [image(link, link.image.identifier, shows: spoken)])
    }
    guard asElement else {
      let alt = ImageAttributes.Pair(name: "alt", value: link.alternativeText)
      var link = link
      link.image.others.append(alt)
      let image = image(link, link.image.identifier, shows: caption, title: "fig:")
      return element("Para", [image])
    }
    return element(
      "Figure",
      [
        attributes(link.image.identifier),
        .array([.null, .array([element("Plain", caption)])]),
        .array([element("Plain", [image(link, nil, shows: spoken)])]),
      ])
  }

  private static func image(
    _ link: FigureLink, _ identifier: String?, shows words: [JSONText], title: String = ""
  ) -> JSONText {
    element(
      "Image",
      [
        attributes(identifier, link.image.classes, link.image.others), .array(words),
        .array([.text(link.path), .text(title)]),
      ])
  }

  private static func attributes(
    _ identifier: String?, _ classes: [String] = [], _ others: [ImageAttributes.Pair] = []
  ) -> JSONText {
    .array([
      .text(identifier ?? ""), .array(classes.map { .text($0) }),
      .array(others.map { .array([.text($0.name), .text($0.value)]) }),
    ])
  }

  /// Words, and what stands between dollar signs as mathematics.
  static func inlines(_ text: String) -> [JSONText] {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    // With an odd number of signs the last is a dollar.
    guard parts.count % 2 == 1 else { return words(text) }
    return parts.enumerated().flatMap { index, part in
      index % 2 == 0
        ? words(String(part))
        : [element("Math", [.object([("t", .text("InlineMath"))]), .text(String(part))])]
    }
  }

  /// Words with spaces between, before the first and behind the last of them where the text has some.
  private static func words(_ text: String) -> [JSONText] {
    let space = JSONText.object([("t", .text("Space"))])
    var result: [JSONText] = []
    var isAfterSpace = false
    for word in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
      if isAfterSpace, !isSpace(result.last) { result.append(space) }
      if !word.isEmpty {
        result.append(.object([("t", .text("Str")), ("c", .text(String(word)))]))
      }
      isAfterSpace = true
    }
    return result
  }

  private static func isSpace(_ element: JSONText?) -> Bool {
    guard case .object(let members)? = element else { return false }
    return members.count == 1
  }

  private static func element(_ type: String, _ content: [JSONText]) -> JSONText {
    .object([("t", .text(type)), ("c", .array(content))])
  }

  /// The words of a value of metadata.
  static func text(of node: JSONNode) -> String {
    switch node["t"]?.text {
    case "Space", "SoftBreak": " "
    default:
      node["c"].map { content in
        content.text ?? content.elements.map { text(of: $0) }.joined()
      } ?? ""
    }
  }
}
