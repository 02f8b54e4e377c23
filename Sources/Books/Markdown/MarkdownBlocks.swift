internal import CMarkdown

/// What a Markdown file consists of for figures; empty lines are none of it.
enum MarkdownPart {
  case block(FencedBlock)
  /// A line of a paragraph, a heading or the like; what stands in it behind the markers of quotes
  /// and lists.
  case text(TextLine, Substring)
  /// A line of HTML, as `text` has it, which is all of it or ends before an empty line.
  case html(TextLine, Substring)
  /// Code without fences, or HTML of several lines that nothing in them ends before its own end.
  case literal
}

/// Calls `body` with the blocks of a Markdown file and the lines between them, in order, after
/// CommonMark.
///
/// - Parameter firstLine: The line of the file in which the text begins.
func forEachPart(
  of text: String, firstLine: Int = 1, _ body: (MarkdownPart) throws -> Void
) rethrows {
  let lines = Array(TextLines(text, firstLine: firstLine))
  let document = cmarkDocument(lines)
  defer { cmark_node_free(document) }
  let leaves = leaves(of: document)
  for (index, leaf) in leaves.enumerated() {
    let next = index + 1 < leaves.count ? leaves[index + 1].row : lines.count
    try leaf.forEachPart(of: lines[leaf.row...], next: next, body)
  }
}

/// The tree of a text, which the caller frees.
private func cmarkDocument(_ lines: [TextLine]) -> OpaquePointer? {
  var text = ""
  for line in lines {
    let head = line.head
    text += Substring(head.prefix(longestHead))
    text += line.text[head.endIndex...]
    text += "\n"
  }
  return text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) {
      cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
    }
  }
}

/// How many bytes of indentation and markers cmark is shown of a line, since every empty line in a
/// list costs it the depth of the list.
private let longestHead = 64

/// The blocks that have no others in them.
private func leaves(of document: OpaquePointer?) -> [MarkdownLeaf] {
  let iterator = cmark_iter_new(document)
  defer { cmark_iter_free(iterator) }
  var leaves: [MarkdownLeaf] = []
  while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
    guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING,
      CMARK_NODE_THEMATIC_BREAK:
      leaves.append(MarkdownLeaf(node: node))
    default: break
    }
  }
  return leaves
}

private struct MarkdownLeaf {
  let node: OpaquePointer

  /// The line that it begins in, from 0.
  var row: Int { Int(cmark_node_get_start_line(node)) - 1 }

  /// The lines of code or HTML without the markers before them.
  private var literal: TextLines { TextLines(String(cString: cmark_node_get_literal(node))) }

  /// - Parameters:
  ///   - lines: The lines of the file from its first.
  ///   - next: The line that the next one begins in, from 0.
  func forEachPart(
    of lines: ArraySlice<TextLine>, next: Int, _ body: (MarkdownPart) throws -> Void
  ) rethrows {
    let column = Int(cmark_node_get_start_column(node)) - 1
    let before = column < longestHead ? column : lines[row].head.count
    let first = Substring(lines[row].text.utf8.dropFirst(before))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_CODE_BLOCK:
      let block = block(lines, first, next)
      try body(block.map { .block($0) } ?? .literal)
    case CMARK_NODE_HTML_BLOCK:
      let count = literal.reduce(0) { count, _ in count + 1 }
      if let info = HiddenBlock.info(first), !info.contains(HiddenBlock.end) {
        return try body(.block(hidden(lines.prefix(count), info)))
      }
      if count > 1, Self.isLiteralHTML(first) { return try body(.literal) }
      try body(.html(lines[row], first))
      for line in lines[row...].prefix(count).dropFirst() {
        try body(.html(line, line.withoutMarkers))
      }
    default:
      try body(.text(lines[row], first))
      let last = Int(cmark_node_get_end_line(node))
      for line in lines[row...].prefix(last - row).dropFirst() {
        try body(.text(line, line.withoutMarkers))
      }
    }
  }

  /// The block, if it is one between fences.
  ///
  /// - Parameter first: What stands in its first line behind markers.
  private func block(
    _ lines: ArraySlice<TextLine>, _ first: Substring, _ next: Int
  ) -> FencedBlock? {
    let info = String(cString: cmark_node_get_fence_info(node))
    // cmark does not tell code without fences apart, whose first line is one of its lines.
    guard let mark = first.first, mark == "`" || mark == "~",
      !info.isEmpty || literal.first(where: { _ in true })?.text != first
    else { return nil }
    var block = FencedBlock(opening: lines[row], info: Substring(info), last: lines[row])
    let isKept = block.kind != .other
    var rest = lines.dropFirst()
    for content in literal {
      guard let line = rest.popFirst() else { break }
      block.last = line
      guard isKept else { continue }
      let text = line.text.commonSuffix(with: content.text)
      block.body.append(FencedBlock.Line(number: line.number, text: text, whole: line))
    }
    // What ends the quote or the list item that the block stands in is no end of the block.
    let fence = first.prefix { $0 == mark }
    if let line = rest.first, rest.startIndex != next {
      let end = line.withoutMarkers.trimmed
      block.isClosed = end.hasPrefix(fence) && end.allSatisfy { $0 == mark }
      if block.isClosed { block.last = line }
    }
    return block
  }

  /// The block that a comment of these lines is.
  private func hidden(_ lines: ArraySlice<TextLine>, _ info: Substring) -> FencedBlock {
    let last = lines[lines.endIndex - 1]
    var block = FencedBlock(opening: lines[lines.startIndex], info: info, last: last)
    block.isClosed = last.withoutMarkers.trimmed == HiddenBlock.end[...]
    for (line, content) in zip(lines, literal).dropFirst().dropLast(block.isClosed ? 1 : 0) {
      let text = line.text.commonSuffix(with: content.text)
      block.body.append(FencedBlock.Line(number: line.number, text: text, whole: line))
    }
    return block
  }

  /// Whether HTML does not end before an empty line, by its first line.
  private static func isLiteralHTML(_ line: Substring) -> Bool {
    let rest = line.dropFirst(), name = rest.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return rest.hasPrefix("!") || rest.hasPrefix("?")
      || ["pre", "script", "style", "textarea"].contains(name)
  }
}

extension TextLine {
  /// What may be indentation and markers.
  fileprivate var head: Substring.UTF8View {
    text.utf8.prefix { byte in
      switch Unicode.Scalar(byte) {
      case " ", "\t", ">", "-", "+", "*", ".", ")", "0"..."9": true
      default: false
      }
    }
  }

  /// The line without what the lines of quotes and lists that are not their first begin with.
  fileprivate var withoutMarkers: Substring { text.drop { " \t>".contains($0) } }
}

extension Substring {
  /// The end that is the same in the content of a line, in which cmark has spaces for a part of a
  /// tab and replaces the character with the number 0.
  fileprivate func commonSuffix(with content: Substring) -> Substring {
    let own = unicodeScalars, others = content.unicodeScalars
    let count = zip(own.reversed(), others.reversed()).prefix { $0 == $1 || $0 == "\0" }.count
    return self[own.index(own.endIndex, offsetBy: -count)...]
  }
}
