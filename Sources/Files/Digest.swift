internal import CNettle

/// A SHA-256 digest, as `sha256sum` prints it.
package struct Digest: Sendable, Hashable, CustomStringConvertible {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of a file's or a text's bytes.
  package init(of bytes: some Sequence<UInt8>) {
    var digester = Digester()
    digester.add(bytes)
    self = digester.finish()
  }

  fileprivate init(_ bytes: [UInt8]) {
    func word(_ index: Int) -> UInt64 {
      bytes[8 * index..<8 * index + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(0), word(1), word(2), word(3))
  }

  /// Reads 64 hexadecimal digits; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for pair in stride(from: 0, to: 64, by: 2) {
      let text = String(decoding: digits[pair..<pair + 2], as: UTF8.self)
      guard text.first != "+", text.first != "-", let byte = UInt8(text, radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    self.init(bytes)
  }

  /// 64 hexadecimal digits in lower case.
  package var description: String {
    [words.0, words.1, words.2, words.3].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// As a content security policy has it.
  package var base64: String {
    var text: [UInt8] = []
    let bytes = [words.0, words.1, words.2, words.3].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
    appendBase64(of: bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  package static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

/// Makes a digest of what is added bit by bit.
package struct Digester {
  private var context = sha256_ctx()

  package init() {
    nettle_sha256_init(&context)
  }

  package mutating func add(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable {
      nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
    if isDone == nil {
      let copy = Array(bytes)
      nettle_sha256_update(&context, copy.count, copy)
    }
  }

  /// Adds a text and an end, so that no two lists of texts are alike.
  package mutating func add(_ text: String) {
    add(text.utf8)
    add(CollectionOfOne(0))
  }

  package mutating func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, bytes.count, &bytes)
    return Digest(bytes)
  }
}
