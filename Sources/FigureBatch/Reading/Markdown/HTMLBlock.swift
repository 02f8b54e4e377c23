/// A kind of raw HTML in Markdown, by what ends it, after CommonMark.
enum HTMLBlock: Equatable {
  /// Ends in the line that has one of these.
  case until([String])
  /// Ends before an empty line.
  case untilBlank

  /// Elements whose text is no Markdown, whatever stands in it.
  private static let literal = ["pre", "script", "style", "textarea"]
  /// Elements that begin a block, of which the standard has a list.
  private static let elements: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption",
    "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav",
    "noframes", "ol", "optgroup", "option", "p", "param", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  /// The block that a line begins; `nil` if it begins none.
  ///
  /// - Parameter isInParagraph: Whether the line may go on with a paragraph, in which other elements
  ///   than those of the list are words.
  init?(_ line: Substring, within isInParagraph: Bool) {
    guard line.utf8.first == UInt8(ascii: "<") else { return nil }
    for (opening, end) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
    where line.hasPrefix(opening) {
      self = .until([end])
      return
    }
    let rest = line.dropFirst()
    if rest.first == "!", rest.dropFirst().first?.isLetter == true {
      self = .until([">"])
      return
    }
    let isEnd = rest.first == "/"
    let name = rest.dropFirst(isEnd ? 1 : 0).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let word = name.lowercased(), after = rest[name.endIndex...]
    let isWhole = after.isEmpty || " \t>".contains(after.prefix(1)) || after.hasPrefix("/>")
    if !isEnd, isWhole, Self.literal.contains(word) {
      self = .until(Self.literal.map { "</\($0)>" })
    } else if isWhole, Self.elements.contains(word) {
      self = .untilBlank
    } else if !isInParagraph, name.first?.isLetter == true, Self.isTag(after) {
      self = .untilBlank
    } else {
      return nil
    }
  }

  /// Whether the rest of a line behind the name of an element ends its tag and nothing follows.
  private static func isTag(_ rest: Substring) -> Bool {
    var quote: Character?
    let end = rest.firstIndex { character in
      if let open = quote {
        if character == open { quote = nil }
        return false
      }
      if character == "\"" || character == "'" { quote = character }
      return character == ">"
    }
    guard let end, end == rest.startIndex || " \t/".contains(rest[rest.startIndex]) else {
      return false
    }
    return rest[rest.index(after: end)...].trimmed.isEmpty
  }

  /// Whether the block ends in a line, which may be its first.
  func ends(in line: Substring) -> Bool {
    guard case .until(let ends) = self else { return false }
    let line = line.lowercased()
    return ends.contains { line.contains($0.lowercased()) }
  }
}
