internal import Wording

/// A JSON value, whose text keeps the order of an object's members.
package enum JSONText: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case integer(Int)
  /// A number in JSON's own form, as it is to be written.
  case digits(String)
  case text(String)
  case array([JSONText])
  case object([(name: String, value: JSONText)])

  /// A text, or null.
  package static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }

  /// The text, all on one line.
  package var line: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): Self.literal(number)
    case .integer(let integer): "\(integer)"
    case .digits(let digits): digits
    case .text(let text): Self.literal(text)
    case .array(let elements): "[\(elements.map(\.line).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.literal($0.name)): \($0.value.line)" }.joined(separator: ", "))}"
    }
  }

  /// The text with a line for each member of an object and each element that is not a plain value.
  package func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members) where !members.isEmpty:
      let lines = members.map {
        "\(inner)\(Self.literal($0.name)): \($0.value.text(indent: inner))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    case .array(let elements) where elements.contains(where: \.isNested):
      let lines = elements.map { "\(inner)\($0.text(indent: inner))" }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    default:
      return line
    }
  }

  private var isNested: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// A number; JSON has none that are infinite or NaN, so these are the texts `inf`, `-inf`, `nan`.
  package static func literal(_ number: Double) -> String {
    number.isFinite ? numeral(number) : "\"\(numeral(number))\""
  }

  /// A text in quotes, with what JSON wants escaped, and with what programs do not show, or take for
  /// the end of a line or for no text: control characters, U+2028, U+2029, U+FFFE and U+FFFF.
  package static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case "\r": literal += "\\r"
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
