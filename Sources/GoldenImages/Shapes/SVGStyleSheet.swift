/// The rules of `<style>` elements, as far as their selectors are simple.
struct SVGStyleSheet {
  /// The last value that each property is given by the rules of a selector.
  private var rules: [Selector: [String: Value]] = [:]
  /// Rules that are not understood; compared as text.
  private(set) var unread: [String] = []

  /// The words in those rules.
  private var mentioned: Set<String> = []

  private struct Value {
    var text: String
    /// The number of the rule, as later ones go before earlier ones.
    var rule: Int
  }

  private enum Selector: Hashable {
    case all
    case element(Substring)
    case ofClass(Substring)
    case id(Substring)
  }

  /// - Parameter unread: Text of style sheets that are not understood at all.
  init(_ text: String, unread sheets: [String] = []) {
    unread = sheets
    var scanner = SVGScanner(Self.withoutComments(text))
    var rule = 0
    while !scanner.isAtEnd {
      let selectors = scanner.text(upTo: "{"), body = scanner.text(upTo: "}")
      rule += 1
      for word in selectors.split(separator: ",") {
        let word = trimmed(word)
        if word.isEmpty { continue }
        guard let selector = Self.selector(word) else {
          unread.append("\(word) {\(body)}")
          continue
        }
        for (name, value, isImportant) in Self.declarations(body) {
          rules[selector, default: [:]][name] = Value(text: value, rule: rule)
          // These go before what elements say themselves, which is not followed.
          if isImportant { unread.append("\(word) {\(name): \(value) !important}") }
        }
      }
    }
    mentioned = Set(
      unread.flatMap { rule in
        rule.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }.map(String.init)
      })
  }

  /// The properties that rules give an element.
  func declarations(for node: XMLTree.Node) -> [String: String] {
    if rules.isEmpty { return [:] }
    var result: [String: String] = [:]
    func add(_ values: [String: Value]?) {
      for (name, value) in values ?? [:] { result[name] = value.text }
    }
    // From the least specific selectors to the most.
    add(rules[.all])
    add(rules[.element(node.name[...])])
    let classes = (node.attributes["class"] ?? "").split { $0 <= " " }
    add(
      classes.prefix(100).reduce(into: [:]) { values, name in
        values.merge(rules[.ofClass(name)] ?? [:]) { $0.rule > $1.rule ? $0 : $1 }
      })
    if let id = node.attributes["id"] { add(rules[.id(id[...])]) }
    return result
  }

  /// The properties in a `style` attribute or between braces.
  static func declarations(
    _ text: String
  ) -> [(name: String, value: String, isImportant: Bool)] {
    // Split as bytes, since finding where characters end takes longer than all the rest.
    text.utf8.split(separator: UInt8(ascii: ";")).compactMap { declaration in
      let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else {
        let rest = trimmed(Substring(declaration))
        return rest.isEmpty ? nil : (rest, "", false)
      }
      let value = parts[1].split(separator: UInt8(ascii: "!"), maxSplits: 1)
      let shown = value.first.map { trimmed(Substring($0)) } ?? ""
      return (trimmed(Substring(parts[0])), shown, value.count > 1)
    }
  }

  /// What rules that are not understood may choose an element by: those of its name, classes and id
  /// that they mention.
  func marks(of node: XMLTree.Node) -> [String] {
    if mentioned.isEmpty { return [] }
    let classes = (node.attributes["class"] ?? "").split { $0 <= " " }.map(String.init)
    return ([node.name] + classes.prefix(100) + [node.attributes["id"]].compactMap { $0 })
      .filter(mentioned.contains)
  }

  private static func selector(_ word: String) -> Selector? {
    if word == "*" { return .all }
    let name: Substring = word.first == "." || word.first == "#" ? word.dropFirst() : word[...]
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }), !name.isEmpty
    else { return nil }
    switch word.first {
    case ".": return .ofClass(name)
    case "#": return .id(name)
    default: return .element(name)
    }
  }

  private static func withoutComments(_ text: String) -> String {
    var result: [UInt8] = []
    var isComment = false
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let pair = bytes[index...].prefix(2)
      if !isComment, pair.elementsEqual("/*".utf8) {
        isComment = true
        index += 2
      } else if isComment, pair.elementsEqual("*/".utf8) {
        isComment = false
        index += 2
      } else {
        if !isComment { result.append(bytes[index]) }
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Without white space at the ends.
func trimmed(_ text: some StringProtocol) -> String {
  var scalars = Substring(text).unicodeScalars
  while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
  while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
  return String(scalars)
}
