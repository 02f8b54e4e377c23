/// What a line of Markdown is, as far as fenced blocks go.
enum MarkdownLine {
  /// Outside of fenced blocks; what stands in it behind the markers of quotes and lists.
  case text(Substring)
  /// Of raw HTML that has several lines, which nothing in them ends before its own end.
  case html
  /// Begins a fenced block with that info string.
  case opening(info: Substring)
  /// Within a fenced block.
  case body(Substring)
  /// Ends a fenced block.
  case closing
}

/// Goes through the lines of a Markdown file and says what each of them is, after CommonMark.
struct MarkdownScanner: Sequence, IteratorProtocol {
  private struct Fence {
    let mark: UInt8
    let length: Int
    let indentation: Int
  }

  private var lines: TextLines
  private var containers = MarkdownContainers()
  private var fence: Fence?
  private var html: HTMLBlock?
  private var isInParagraph = false

  init(_ text: String, firstLine: Int = 1) {
    lines = TextLines(text, firstLine: firstLine)
  }

  mutating func next() -> (line: TextLine, kind: MarkdownLine)? {
    guard let line = lines.next() else { return nil }
    return (line, classify(line.text))
  }

  private mutating func classify(_ text: Substring) -> MarkdownLine {
    if let fence {
      var cursor = LineCursor(text)
      // The block also ends with the quote or the list item that it stands in.
      if containers.match(&cursor) {
        if Self.closes(fence, cursor) {
          self.fence = nil
          return .closing
        }
        cursor.skip(columns: fence.indentation)
        return .body(cursor.rest)
      }
      self.fence = nil
    }
    if let html {
      var cursor = LineCursor(text)
      if containers.match(&cursor), html != .untilBlank || !cursor.isBlank {
        if html.ends(in: cursor.rest) { self.html = nil }
        return html == .untilBlank ? .text(cursor.rest) : .html
      }
      self.html = nil
    }
    var cursor = LineCursor(text)
    let wasInParagraph = isInParagraph
    let goesOn = containers.enter(&cursor, continuing: isInParagraph)
    isInParagraph =
      goesOn && !cursor.isUnderline || !goesOn && cursor.indentation <= 3 && cursor.isParagraph
    let indentation = cursor.indentation
    guard indentation <= 3 else { return .text(cursor.rest) }
    cursor.skip(columns: indentation)
    if let (fence, info) = Self.opening(cursor.rest, indentation: indentation) {
      self.fence = fence
      return .opening(info: info)
    }
    if let block = HTMLBlock(cursor.rest, within: wasInParagraph && goesOn) {
      isInParagraph = false
      if !block.ends(in: cursor.rest) { html = block }
      return html == nil || block == .untilBlank ? .text(cursor.rest) : .html
    }
    return .text(cursor.rest)
  }

  /// The info string of a fence that a text begins; `nil` if it begins none.
  static func info(_ text: Substring) -> Substring? { opening(text, indentation: 0)?.info }

  private static func opening(
    _ text: Substring, indentation: Int
  ) -> (fence: Fence, info: Substring)? {
    guard let mark = text.utf8.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = text.utf8.prefix { $0 == mark }.count
    let info = text.utf8.dropFirst(length)
    // Between backticks on one line there is code within text.
    guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
    return (
      Fence(mark: mark, length: length, indentation: indentation),
      Substring(info).trimmed
    )
  }

  private static func closes(_ fence: Fence, _ cursor: LineCursor) -> Bool {
    var cursor = cursor
    let indentation = cursor.indentation
    guard indentation <= 3 else { return false }
    cursor.skip(columns: indentation)
    let length = cursor.rest.utf8.prefix { $0 == fence.mark }.count
    return length >= fence.length && Substring(cursor.rest.utf8.dropFirst(length)).trimmed.isEmpty
  }
}

extension Substring {
  /// Without spaces and tabs at both ends.
  var trimmed: Substring {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let body = utf8.drop(while: isSpace)
    guard let last = body.lastIndex(where: { !isSpace($0) }) else {
      return Substring(body.prefix(0))
    }
    return Substring(body[...last])
  }
}
