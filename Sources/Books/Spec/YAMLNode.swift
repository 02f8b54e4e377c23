/// A value in YAML with all that is in it; aliases stand for what their anchors name.
struct YAMLNode: Sendable {
  enum Value: Sendable {
    /// A text as it is written; a plain one has no quotes.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case mapping([Entry])
  }
  struct Entry: Sendable {
    let key: String
    let keyMark: YAMLMark
    let value: YAMLNode
  }
  let value: Value
  let mark: YAMLMark
  /// About the bytes that it would take with its aliases written out.
  let size: Int

  /// Whether nothing is written, or `null` without quotes.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = value else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// What `true` and `false` without quotes say.
  var flag: Bool? {
    guard case .scalar(let text, isPlain: true) = value else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The text of a scalar that is not null, without the line ends that blocks of text leave.
  var text: String? {
    guard case .scalar(let text, _) = value, !isNull else { return nil }
    guard text.utf8.last == UInt8(ascii: "\n") else { return text }
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == "\n" {
      end = text.index(before: end)
    }
    return String(text[..<end])
  }

  /// What the value is, as a message says it.
  var kind: String {
    switch value {
    case .scalar: isNull ? "nothing" : "a single value"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
