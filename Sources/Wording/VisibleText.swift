extension String {
  /// The text with what has no look of its own, steers a terminal or turns writing around shown as
  /// Swift writes it, such as `\u{1B}`: names come from outside, and two that look the same may be
  /// two files.
  package var visible: String {
    guard hasInvisible else { return self }
    var shown = ""
    for character in self {
      for scalar in character.unicodeScalars {
        switch scalar {
        case "\n": shown += "\\n"
        case "\r": shown += "\\r"
        case "\t": shown += "\\t"
        case _ where scalar.isInvisible && !(character.isPictograph && scalar.joinsPictographs):
          shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: shown.unicodeScalars.append(scalar)
        }
      }
    }
    return shown
  }

  /// Whether there is anything in the text that is not seen.
  package var hasInvisible: Bool { unicodeScalars.contains(where: \.isInvisible) }

  /// How many columns of a terminal the text takes.
  package var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text with spaces behind it up to so many columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - columns, 0))
  }

  /// The start of the text that takes no more columns than that, with an ellipsis if it is cut.
  package func cut(to width: Int) -> String {
    guard columns > width else { return self }
    return String(prefix(columns: width - 1)) + (width > 0 ? "…" : "")
  }

  /// The end of the text that takes no more columns than that, with an ellipsis if it is cut.
  package func cutAtStart(to width: Int) -> String {
    guard columns > width else { return self }
    let end = String(String(reversed()).prefix(columns: width - 1))
    return (width > 0 ? "…" : "") + String(end.reversed())
  }

  private func prefix(columns width: Int) -> Substring {
    var left = width
    return prefix {
      left -= $0.columns
      return left >= 0
    }
  }
}

extension Character {
  /// Whether it is an emoji, which may be of several joined ones.
  fileprivate var isPictograph: Bool {
    unicodeScalars.first.map { $0.value > 0xFF && $0.properties.isEmoji } ?? false
  }

  /// How many columns of a terminal the character takes.
  package var columns: Int {
    if unicodeScalars.contains("\u{FE0F}") { return 2 }
    return unicodeScalars.lazy.map(\.columns).max() ?? 0
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    // Nearly all that there is needs no look into the Unicode tables.
    if (0x20..<0x7F).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Annotations between lines and the Braille of no dots are drawn as nothing too.
    default:
      properties.isBidiControl || properties.isDefaultIgnorableCodePoint
        || properties.isNoncharacterCodePoint || (0xFFF9...0xFFFB).contains(value)
        || self == "\u{2800}"
    }
  }

  /// The joiner, the selectors and the tags of which emoji are made.
  fileprivate var joinsPictographs: Bool {
    switch value {
    case 0x200D, 0xFE0E, 0xFE0F, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// The columns of the East Asian widths W and F, of emoji, and of marks, which take none.
  fileprivate var columns: Int {
    switch value {
    case 0x20..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: properties.isEmojiPresentation ? 2 : 1
      }
    }
  }
}
