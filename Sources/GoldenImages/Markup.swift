internal import CNettle
internal import Wording

/// HTML or XML in the making.
struct Markup {
  private(set) var bytes: [UInt8] = []

  typealias Attributes = KeyValuePairs<String, String>

  /// Adds markup as it is.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func open(_ tag: String, _ attributes: Attributes = [:], end: String = ">") {
    raw("<\(tag)")
    for (name, value) in attributes {
      raw(" \(name)=\"")
      text(value)
      raw("\"")
    }
    raw(end)
  }

  mutating func close(_ tag: String) { raw("</\(tag)>\n") }

  /// Adds an element that has only text in it.
  mutating func element(_ tag: String, _ attributes: Attributes = [:], text content: String) {
    open(tag, attributes)
    text(content)
    close(tag)
  }

  /// Adds a text, which may stand in an attribute too.
  mutating func text(_ text: String) { raw(markup(text, isAttribute: true)) }

  /// Adds bytes as a data URI has them.
  mutating func base64(_ data: [UInt8]) {
    bytes.reserveCapacity(bytes.count + (data.count + 2) / 3 * 4)
    // Pieces of a multiple of three bytes have nothing between them.
    let piece = 3 << 14
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: piece / 3 * 4) { text in
      data.withUnsafeBufferPointer { data in
        for start in stride(from: 0, to: data.count, by: piece) {
          let rest = data[start..<min(start + piece, data.count)]
          nettle_base64_encode_raw(
            text.baseAddress, rest.count, UnsafeBufferPointer(rebasing: rest).baseAddress)
          text.withMemoryRebound(to: UInt8.self) {
            bytes.append(contentsOf: $0.prefix((rest.count + 2) / 3 * 4))
          }
        }
      }
    }
  }

  /// The SHA-256 digest of a text as a content security policy names it.
  static func sha256(_ text: String) -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, text.utf8.count, Array(text.utf8))
    nettle_sha256_digest(&context, digest.count, &digest)
    var markup = Markup()
    markup.base64(digest)
    return String(decoding: markup.bytes, as: UTF8.self)
  }
}
