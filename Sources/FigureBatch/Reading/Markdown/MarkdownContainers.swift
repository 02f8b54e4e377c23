/// A place in a line of Markdown, which knows columns as Markdown counts them: a tab reaches to the
/// next multiple of four.
struct LineCursor {
  /// What has not been consumed.
  private(set) var rest: Substring
  private var column = 0
  /// The columns of a tab of which only a part has been consumed.
  private var pending = 0

  init(_ line: Substring) {
    rest = line
  }

  /// The columns of white space that come next.
  var indentation: Int {
    var width = pending
    for byte in rest.utf8 {
      switch byte {
      case UInt8(ascii: " "): width += 1
      case UInt8(ascii: "\t"): width += 4 - (column + width) % 4
      default: return width
      }
    }
    return width
  }

  /// Whether only white space is left.
  var isBlank: Bool { rest.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  /// Whether the rest, behind the markers of containers, can be a line of a paragraph that is not its
  /// first.
  var isParagraph: Bool {
    guard indentation <= 3 else { return !isBlank }
    let text = rest.trimmed
    return !text.isEmpty && !isRule && !["```", "~~~", "#"].contains { text.hasPrefix($0) }
      && HTMLBlock(text, within: true) == nil
  }

  /// Whether the rest is a rule across the page: three or more of one of `*`, `-` and `_`, with spaces
  /// between or not.
  var isRule: Bool {
    guard indentation <= 3 else { return false }
    let marks = rest.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard marks.count >= 3, let first = marks.first, "*-_".utf8.contains(first) else {
      return false
    }
    return marks.allSatisfy { $0 == first }
  }

  /// Whether the rest makes a heading of the paragraph before.
  var isUnderline: Bool {
    guard indentation <= 3 else { return false }
    let text = rest.trimmed.utf8
    return text.allSatisfy { $0 == UInt8(ascii: "=") }
      || text.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// Consumes at most that many columns of white space.
  mutating func skip(columns: Int) {
    var left = columns
    while left > 0 {
      if pending == 0 {
        guard let byte = rest.utf8.first else { return }
        switch byte {
        case UInt8(ascii: " "): pending = 1
        case UInt8(ascii: "\t"): pending = 4 - column % 4
        default: return
        }
        rest = rest[rest.utf8.index(after: rest.startIndex)...]
      }
      let step = min(left, pending)
      pending -= step
      column += step
      left -= step
    }
  }

  /// Consumes bytes that are not white space.
  mutating func take(_ count: Int) {
    rest = rest[rest.utf8.index(rest.startIndex, offsetBy: count)...]
    column += count
  }
}

/// The block quotes and list items that a line of Markdown stands in, after CommonMark.
struct MarkdownContainers {
  private enum Container: Equatable {
    case quote
    /// Its lines are indented by so many columns.
    case item(width: Int)
  }

  private var open: [Container] = []

  /// How deep containers nest before the rest is text, so that hostile lines cost no more than
  /// their length.
  private static let deepest = 50

  /// Goes past the markers of the containers that are open.
  ///
  /// - Returns: Whether the line is in all of them.
  func match(_ cursor: inout LineCursor) -> Bool { matched(&cursor) == open.count }

  /// Closes the containers that the line is not in and opens those that it begins.
  ///
  /// - Parameters:
  ///   - isInParagraph: Whether the line before is one of a paragraph, which a line without the
  ///     markers of its containers can go on with.
  /// - Returns: Whether the line may go on with the paragraph.
  mutating func enter(_ cursor: inout LineCursor, continuing isInParagraph: Bool) -> Bool {
    let depth = matched(&cursor)
    var opened: [Container] = []
    while depth + opened.count < Self.deepest,
      let container = Self.opened(
        &cursor, within: isInParagraph && depth == open.count && opened.isEmpty)
    {
      opened.append(container)
    }
    let goesOn = isInParagraph && opened.isEmpty && cursor.isParagraph
    if !goesOn { open.replaceSubrange(depth..., with: opened) }
    return goesOn
  }

  private func matched(_ cursor: inout LineCursor) -> Int {
    for (depth, container) in open.enumerated() {
      switch container {
      case .quote:
        guard Self.takeQuote(&cursor) else { return depth }
      case .item(let width):
        guard cursor.isBlank || cursor.indentation >= width else { return depth }
        cursor.skip(columns: width)
      }
    }
    return open.count
  }

  private static func opened(
    _ cursor: inout LineCursor, within isInParagraph: Bool
  ) -> Container? {
    guard !cursor.isBlank else { return nil }
    return takeQuote(&cursor) ? .quote : takeItem(&cursor, within: isInParagraph)
  }

  private static func takeQuote(_ cursor: inout LineCursor) -> Bool {
    let indentation = cursor.indentation
    guard indentation <= 3 else { return false }
    var inside = cursor
    inside.skip(columns: indentation)
    guard inside.rest.utf8.first == UInt8(ascii: ">") else { return false }
    inside.take(1)
    inside.skip(columns: 1)
    cursor = inside
    return true
  }

  private static func takeItem(
    _ cursor: inout LineCursor, within isInParagraph: Bool
  ) -> Container? {
    let indentation = cursor.indentation
    // “* * *” is no item of an item of an item.
    guard indentation <= 3, !cursor.isRule else { return nil }
    var inside = cursor
    inside.skip(columns: indentation)
    guard let marker = markerLength(inside.rest.utf8) else { return nil }
    // A line of a paragraph may begin with any other number.
    let isFirst = marker == 1 || inside.rest.hasPrefix("1") && marker == 2
    inside.take(marker)
    guard !isInParagraph || isFirst && !inside.isBlank else { return nil }
    let padding = inside.indentation
    guard padding > 0 || inside.isBlank else { return nil }
    // Further spaces belong to the content, which is then code.
    let gap = inside.isBlank || padding > 4 ? 1 : padding
    inside.skip(columns: gap)
    cursor = inside
    return .item(width: indentation + marker + gap)
  }

  /// The bytes of `-`, `+`, `*`, `1.` or `1)`.
  private static func markerLength(_ bytes: Substring.UTF8View) -> Int? {
    guard let first = bytes.first else { return nil }
    if "-+*".utf8.contains(first) { return 1 }
    let digits = bytes.prefix(10).prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    guard 1...9 ~= digits, let delimiter = bytes.dropFirst(digits).first,
      delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")")
    else { return nil }
    return digits + 1
  }
}
