/// A path as file systems have it: names that look the same and have other bytes are two.
package struct FileName: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The path without its extension.
  package var stem: String { text.lastIndex(of: ".").map { String(text[..<$0]) } ?? text }

  package static func == (a: FileName, b: FileName) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }

  package static func < (a: FileName, b: FileName) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
