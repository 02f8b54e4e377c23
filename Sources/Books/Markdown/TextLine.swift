/// A line of a text, and what ends it.
struct TextLine {
  /// From 1.
  let number: Int
  /// The line without its end.
  let text: Substring
  /// `\n`, `\r\n` or `\r`; empty where the text ends without one.
  let end: Substring

  /// How long a line is for messages to show it.
  private static let longestShown = 10_000

  /// The line for a message; `nil` for one that nobody wrote by hand.
  var shown: String? { text.utf8.count <= Self.longestShown ? String(text) : nil }
}

/// The lines of a text one after the other; there is none after the last line end. A byte order mark
/// at the start is no part of the first.
struct TextLines: Sequence, IteratorProtocol {
  private let text: String
  private var start: String.Index
  private var number: Int

  /// - Parameter firstLine: The number of the first line.
  init(_ text: String, firstLine: Int = 1) {
    self.text = text
    number = firstLine - 1
    start = Substring(text).withoutByteOrderMark.startIndex
  }

  mutating func next() -> TextLine? {
    // In UTF-8, since a line break and a mark after it are one character, and so is CR LF.
    let bytes = text.utf8
    guard start < bytes.endIndex else { return nil }
    let lineBreak = bytes[start...].firstIndex {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    let end = lineBreak ?? bytes.endIndex
    var next = end
    if end < bytes.endIndex {
      next = bytes.index(after: end)
      let isCarriageReturn = bytes[end] == UInt8(ascii: "\r")
      if isCarriageReturn, next < bytes.endIndex, bytes[next] == UInt8(ascii: "\n") {
        next = bytes.index(after: next)
      }
    }
    number += 1
    defer { start = next }
    return TextLine(number: number, text: text[start..<end], end: text[end..<next])
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

  /// Without the mark that some editors write at the start of UTF-8.
  var withoutByteOrderMark: Substring {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return utf8.starts(with: mark) ? Substring(utf8.dropFirst(mark.count)) : self
  }
}
