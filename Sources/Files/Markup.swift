internal import Wording

/// HTML or XML in the making.
package struct Markup {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package typealias Attributes = KeyValuePairs<String, String>

  /// Adds markup as it is.
  package mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds what was made elsewhere.
  package mutating func append(_ other: Markup) { bytes += other.bytes }

  package mutating func open(_ tag: String, _ attributes: Attributes = [:], end: String = ">") {
    raw("<\(tag)")
    for (name, value) in attributes {
      raw(" \(name)=\"")
      text(value)
      raw("\"")
    }
    raw(end)
  }

  package mutating func close(_ tag: String) { raw("</\(tag)>\n") }

  /// Adds an element that has only text in it.
  package mutating func element(_ tag: String, _ attributes: Attributes = [:], text content: String)
  {
    open(tag, attributes)
    text(content)
    close(tag)
  }

  /// Adds a text, which may stand in an attribute too.
  package mutating func text(_ text: String) { raw(markup(text, isAttribute: true)) }

  /// Adds bytes as a data URI has them.
  package mutating func base64(_ data: [UInt8]) {
    appendBase64(of: data, to: &bytes)
  }
}
