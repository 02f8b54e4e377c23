/// A value in JSON, and where it begins.
package struct JSONNode: Sendable {
  package enum Value: Sendable {
    case null
    case flag(Bool)
    /// As it is written.
    case number(String)
    case text(String)
    case array([JSONNode])
    case object([Member])
  }
  package struct Member: Sendable {
    package let name: String
    package let value: JSONNode
  }
  package let value: Value
  /// The bytes that it is written in.
  package let range: Range<Int>

  /// The byte that it begins with.
  package var offset: Int { range.lowerBound }

  /// Reads a text that is one value; `nil` for what is no JSON, or is nested deeper than that.
  package init?(_ bytes: some Sequence<UInt8>, deepest: Int = 64) {
    var parser = JSONParser(Array(bytes), deepest: deepest)
    guard let node = parser.document() else { return nil }
    self = node
  }

  /// Where a text that is no JSON ceases to be one, as a byte of it.
  package static func fault(in bytes: [UInt8], deepest: Int = 64) -> Int {
    var parser = JSONParser(bytes, deepest: deepest)
    _ = parser.document()
    return parser.index
  }

  fileprivate init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }

  /// The value of the last member of that name; `nil` if there is none, or no object.
  package subscript(name: String) -> JSONNode? { members.last { $0.name == name }?.value }

  package var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }

  package var elements: [JSONNode] {
    if case .array(let elements) = value { elements } else { [] }
  }

  package var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  package var number: String? {
    if case .number(let digits) = value { digits } else { nil }
  }

  package var flag: Bool? {
    if case .flag(let flag) = value { flag } else { nil }
  }
}

/// Reads JSON (RFC 8259) from its start to its end.
private struct JSONParser {
  private let bytes: [UInt8]
  private(set) var index = 0
  private var depth = 0

  private let deepest: Int

  init(_ bytes: [UInt8], deepest: Int) {
    self.bytes = bytes
    self.deepest = deepest
  }

  mutating func document() -> JSONNode? {
    guard let node = value() else { return nil }
    skipSpace()
    return index == bytes.count ? node : nil
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func value() -> JSONNode? {
    depth += 1
    defer { depth -= 1 }
    skipSpace()
    guard depth <= deepest, let first = next else { return nil }
    let start = index
    let value: JSONNode.Value? =
      switch first {
      case UInt8(ascii: "{"): object()
      case UInt8(ascii: "["): array()
      case UInt8(ascii: "\""): string().map { .text($0) }
      case UInt8(ascii: "t") where take(word: "true"): .flag(true)
      case UInt8(ascii: "f") where take(word: "false"): .flag(false)
      case UInt8(ascii: "n") where take(word: "null"): .null
      default: number()
      }
    return value.map { JSONNode($0, at: start..<index) }
  }

  private mutating func object() -> JSONNode.Value? {
    index += 1
    var members: [JSONNode.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\""), let name = string(), take(":"), let value = value() else {
        return nil
      }
      members.append(JSONNode.Member(name: name, value: value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> JSONNode.Value? {
    index += 1
    var elements: [JSONNode] = []
    if take("]") { return .array(elements) }
    repeat {
      guard let element = value() else { return nil }
      elements.append(element)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func number() -> JSONNode.Value? {
    let digits = String(
      decoding: bytes[index...].prefix { "0123456789+-.eE".utf8.contains($0) }, as: UTF8.self)
    guard let first = digits.first, first != "+", first != ".", Double(digits) != nil else {
      return nil
    }
    index += digits.utf8.count
    return .number(digits)
  }

  private mutating func string() -> String? {
    index += 1
    var content: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        content += UTF8.encode(scalar).map(Array.init) ?? []
      case ..<0x20: return nil
      default: content.append(byte)
      }
    }
    return nil
  }

  /// The character that stands behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let unit = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(UInt32(unit)) }
    // A character beyond U+FFFF is two of them.
    guard take(word: "\\u"), let trail = codeUnit(), UTF16.isTrailSurrogate(trail) else {
      return nil
    }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private mutating func codeUnit() -> UInt16? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = bytes[index..<index + 4]
    index += 4
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
