internal import Wording

/// The rules of `<style>` elements as they hold for a still picture on a light screen.
struct SVGStyleSheet {
  /// By what their subjects name first, so that few of them are asked of an element.
  private var rules: [Key: [Rule]] = [:]
  private var count = 0
  /// What is for other media, for states or of fonts; compared as text.
  private(set) var unread: [String] = []
  /// What is not understood and may change any shape.
  private(set) var doubts: [String] = []
  /// Whether it is read as on a page that its reader has asked to be dark.
  private let isDark: Bool
  /// Whether anything depends on that.
  private(set) var asksForScheme = false
  /// What asking all elements has cost.
  let cost = Cost()

  private struct Rule {
    let selector: SVGSelector
    let declarations: [SVGDeclaration]
    /// Later ones go before earlier ones that are as specific.
    let number: Int
  }

  private enum Key: Hashable {
    case id(String)
    case ofClass(String)
    case type(String)
    case any
  }

  /// Counts how often an element was asked whether a selector chooses it, which is bounded.
  final class Cost {
    var asked = 0
    var isAffordable: Bool { asked < 2_000_000 }
  }

  /// No rules yet.
  init(isDark: Bool) {
    self.isDark = isDark
  }

  /// Adds the rules of a style element.
  ///
  /// - Parameter media: What the attribute `media` says.
  mutating func add(_ text: String, media: String) {
    let bytes = CSSText.withoutComments(text)
    add(bytes[...], media, depth: 0)
  }

  /// Adds a style element that is no style sheet known here.
  mutating func addUnknown(_ text: String) {
    unread.append(text)
    doubts.append(text)
  }

  /// The declarations that rules give an element, those that go before others after them, but for
  /// importance.
  func declarations(for index: Int, in tree: XMLTree) -> [SVGDeclaration] {
    if rules.isEmpty { return [] }
    let node = tree.nodes[index]
    var candidates = rules[.any] ?? []
    candidates += rules[.type(String(node.localName))] ?? []
    for name in node.classes.prefix(100) { candidates += rules[.ofClass(String(name))] ?? [] }
    if let id = node.attributes["id"] { candidates += rules[.id(id)] ?? [] }
    let chosen = candidates.filter { $0.selector.matches(index, in: tree, cost) }
    if chosen.count < 2 { return chosen.first?.declarations ?? [] }
    return chosen.sorted {
      $0.selector.specificity == $1.selector.specificity
        ? $0.number < $1.number
        : $1.selector.specificity.isGreater(than: $0.selector.specificity)
    }.flatMap(\.declarations)
  }

  // MARK: - Reading

  private mutating func add(_ css: ArraySlice<UInt8>, _ media: String, depth: Int) {
    let scheme = Self.scheme(of: media)
    if scheme != nil { asksForScheme = true }
    guard depth < 8, let applies = scheme.map({ $0 == isDark }) ?? Self.applies(media) else {
      return doubt("@media \(media) {\(CSSText.text(css))}")
    }
    guard applies else {
      // The document is read in both schemes.
      if scheme != nil { return }
      let text = CSSText.text(css)
      if !text.isEmpty { unread.append("@media \(media) {\(text)}") }
      return
    }
    var rest = css
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if rest.isEmpty { return }
      // It makes the selector behind it one that chooses nothing.
      if rest.first == UInt8(ascii: "}") { return doubt(CSSText.text(rest)) }
      let end = CSSText.find(rest) { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ";") }
      guard let end else { return doubt(CSSText.text(rest)) }
      let prelude = CSSText.text(rest[..<end])
      let hasBlock = rest[end] == UInt8(ascii: "{")
      rest = rest[(end + 1)...]
      guard hasBlock else {
        if !prelude.lowercased().hasPrefix("@charset") { doubt(prelude) }
        continue
      }
      // A block that is not closed goes on to the end.
      let close = CSSText.find(rest) { $0 == UInt8(ascii: "}") } ?? rest.endIndex
      addBlock(prelude, rest[..<close], depth: depth)
      rest = rest[min(close + 1, rest.endIndex)...]
    }
  }

  private mutating func addBlock(_ prelude: String, _ body: ArraySlice<UInt8>, depth: Int) {
    let whole = "\(prelude) {\(CSSText.text(body))}"
    if prelude.hasPrefix("@") {
      let name = prelude.prefix { !$0.isWhitespace && $0 != "(" }.lowercased()
      switch name {
      case "@media":
        add(body, trimmedCSS(prelude.dropFirst(name.count)), depth: depth + 1)
      // They draw only what is animated, set or printed by them, which has their names.
      case "@font-face", "@keyframes", "@-webkit-keyframes", "@page": unread.append(whole)
      default: doubt(whole)
      }
      return
    }
    var selectors: [SVGSelector] = []
    for part in CSSText.parts(of: Array(prelude.utf8)[...], by: ",") {
      let text = String(decoding: part, as: UTF8.self)
      guard let selector = SVGSelector(text), !prelude.contains("\\") else { return doubt(whole) }
      selectors.append(selector)
    }
    guard !body.contains(UInt8(ascii: "{")), !body.contains(UInt8(ascii: "\\")) else {
      return doubt(whole)
    }
    var declarations = SVGDeclaration.list(body)
    if selectors.contains(where: \.isRecent) {
      for index in declarations.indices { declarations[index].isRecent = true }
    }
    count += 1
    for selector in selectors {
      if selector.isOfStates { unread.append(whole) }
      rules[Self.key(selector), default: []].append(
        Rule(selector: selector, declarations: declarations, number: count))
    }
  }

  private mutating func doubt(_ text: String) {
    unread.append(text)
    doubts.append(text)
  }

  private static func key(_ selector: SVGSelector) -> Key {
    let subject = selector.subject
    if let id = subject.id { return .id(id) }
    if let name = subject.classes.first { return .ofClass(name) }
    return subject.type.map(Key.type) ?? .any
  }

  /// Whether one query asks for dark pages, `true`, or for light ones; `nil` for any other.
  private static func scheme(of media: String) -> Bool? {
    var words = media.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    for prefix in ["only ", "screen and "] where words.hasPrefix(prefix) {
      words.removeFirst(prefix.count)
    }
    return switch words.filter({ $0 != " " }) {
    case "(prefers-color-scheme:dark)": true
    case "(prefers-color-scheme:light)": false
    default: nil
    }
  }

  /// Whether a list of media queries holds on a light screen of any size; `nil` if that is not
  /// known.
  private static func applies(_ media: String) -> Bool? {
    var isUnknown = false
    for query in media.lowercased().split(separator: ",") {
      var words = query.split { $0.isWhitespace }.joined(separator: " ")
      if words.hasPrefix("only ") { words.removeFirst(5) }
      switch words {
      case "all", "screen": return true
      case "print", "speech", "tty", "tv", "projection", "handheld", "braille", "embossed", "aural":
        break
      default: isUnknown = true
      }
    }
    let isAny = media.allSatisfy(\.isWhitespace)
    return isAny ? true : isUnknown ? nil : false
  }
}

/// Without white space at the ends, as style sheets have it.
func trimmedCSS(_ text: some StringProtocol) -> String {
  String(Substring(text).unicodeScalars.trimming { $0.value <= 0x20 })
}
