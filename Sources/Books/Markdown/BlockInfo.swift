/// What stands behind the opening fence of a block.
///
/// Markdown leaves the form of it to others. CommonMark's first word, mdBook's words with commas,
/// pandoc's attributes as in `{.actplot #fig-relu}` or `actplot {#fig-relu}`, and the chunks of
/// Quarto, R Markdown and MyST as in `{actplot}` name a language.
struct BlockInfo {
  private let text: Substring

  init(_ text: Substring) {
    self.text = text
  }

  var kind: FencedBlock.Kind {
    if language == "actplot" { return .figures }
    return isCell ? .cell : .other
  }

  /// Whether it is a directive of MyST, whose line and options stand where they do in Sphinx.
  var isDirective: Bool { text.hasPrefix(Self.directive) }

  /// What stands behind the name of a directive, as it is written there.
  static func argument(_ info: Substring) -> Substring {
    info.dropFirst(directive.count).trimmed
  }

  private static let directive = "{actplot}"

  /// The language, as it is written.
  private var language: Substring {
    guard text.first == "{" else { return text.prefix { !$0.isWhitespace && !",{".contains($0) } }
    let first = words.first { $0.hasPrefix(".") } ?? words.first ?? ""
    return first.hasPrefix(".") ? first.dropFirst() : first.prefix { $0 != "," }
  }

  /// The words between braces, without those of values in quotes.
  private var words: [Substring] {
    text.drop { $0 == "{" }.prefix { $0 != "}" }.split { $0.isWhitespace || $0 == "," }
  }

  /// Whether it is Python that a book runs: the cells of Dive into Deep Learning, the chunks of
  /// Quarto and R Markdown, the cells of MyST.
  private var isCell: Bool {
    guard text.first == "{", text.contains("}") else { return false }
    switch words.first {
    case "python", "code-cell": return true
    default: return words.contains(".python") && words.contains(".input")
    }
  }

  /// The word that looks as if figures were meant, in a block that is none of actplot's.
  var strangeWord: Substring? {
    guard kind != .figures else { return nil }
    var isQuoted = false
    let bare = text.split { character in
      if character == "\"" || character == "'" { isQuoted.toggle() }
      return isQuoted || character.isWhitespace || ",{}\"'".contains(character)
    }
    return bare.first { $0.lowercased().contains("actplot") && !$0.contains("=") }
  }
}
