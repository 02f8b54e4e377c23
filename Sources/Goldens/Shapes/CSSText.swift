/// Takes style sheets apart, mindful of quotes and brackets.
enum CSSText {
  /// The first byte that is wanted, outside of quotes and brackets.
  static func find(_ bytes: ArraySlice<UInt8>, where isWanted: (UInt8) -> Bool) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 1
      } else if quote != nil {
        if byte == quote { quote = nil }
      } else if depth == 0, isWanted(byte) {
        return index
      } else {
        switch Unicode.Scalar(byte) {
        case "\"", "'": quote = byte
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth = max(0, depth - 1)
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// What is between separators.
  static func parts(
    of bytes: ArraySlice<UInt8>, by separator: Unicode.Scalar
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let end = find(rest, where: { $0 == UInt8(ascii: separator) }) {
      parts.append(rest[..<end])
      rest = rest[(end + 1)...]
    }
    return parts + [rest]
  }

  /// Without `/* comments */`, each of which is white space.
  static func withoutComments(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstRange(of: "/*".utf8) {
      result += rest[..<start.lowerBound]
      result.append(UInt8(ascii: " "))
      guard let end = rest[start.upperBound...].firstRange(of: "*/".utf8) else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// Text with single spaces.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// A property and its value, as a rule or the attribute `style` has it.
struct SVGDeclaration: Sendable, Hashable {
  /// In small letters, unless it is a custom property.
  var name: String
  var value: String
  /// Whether it goes before all that are not.
  var isImportant = false
  /// Whether programs that know older style sheets only leave it out.
  var isRecent = false

  var isCustom: Bool { name.hasPrefix("--") }

  /// The declarations of an attribute `style`.
  static func list(_ text: String) -> [SVGDeclaration] {
    if text.isEmpty { return [] }
    let bytes =
      text.utf8.contains(UInt8(ascii: "/")) ? CSSText.withoutComments(text) : Array(text.utf8)
    return list(bytes[...])
  }

  /// The declarations between braces. What is none of them has no value.
  static func list(_ bytes: ArraySlice<UInt8>) -> [SVGDeclaration] {
    CSSText.parts(of: bytes, by: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else {
        let rest = trimmedCSS(Substring(decoding: declaration, as: UTF8.self))
        return rest.isEmpty ? nil : SVGDeclaration(name: rest, value: "")
      }
      var name = trimmedCSS(Substring(decoding: declaration[..<colon], as: UTF8.self))
      if !name.hasPrefix("--"), name.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5a }) {
        name = name.lowercased()
      }
      var value = declaration[(colon + 1)...]
      var isImportant = false
      if let mark = value.lastIndex(of: UInt8(ascii: "!")),
        trimmedCSS(Substring(decoding: value[(mark + 1)...], as: UTF8.self)).lowercased()
          == "important"
      {
        isImportant = true
        value = value[..<mark]
      }
      return SVGDeclaration(
        name: name, value: trimmedCSS(Substring(decoding: value, as: UTF8.self)),
        isImportant: isImportant)
    }
  }
}
