/// How numbers are written in a figure, which no locale decides.
public struct NumberStyle: Sendable, Hashable {
  /// Whether a comma stands before the decimals, as in 0,5.
  public var hasDecimalComma: Bool
  /// Whether the digits before the decimals stand in groups of three: 12,000, or with a decimal comma
  /// 12 000, as a point would be taken for a decimal one.
  public var groupsThousands: Bool

  /// Numbers as in 12000.5, unless chosen otherwise.
  public init(hasDecimalComma: Bool = false, groupsThousands: Bool = false) {
    self.hasDecimalComma = hasDecimalComma
    self.groupsThousands = groupsThousands
  }

  /// A pair of numbers that are written so: what would be (0,5, 1) is (0,5; 1).
  package func pair(_ first: String, _ second: String) -> String {
    "(\(written(first))\(hasDecimalComma ? ";" : ",") \(written(second)))"
  }

  /// A label whose numbers are as Swift or LaTeX writes them, with its numbers in this style. Digits
  /// behind a letter are part of a name.
  package func written(_ label: String) -> String {
    guard self != NumberStyle() else { return label }
    let characters = Array(label)
    var result = "", isMathematics = false, isName = false, position = 0
    while position < characters.count {
      let character = characters[position]
      guard character.isDigit, !isName else {
        if character == "\\", position + 1 < characters.count {
          // A dollar sign behind a backslash is no end, and the letters behind it are a command.
          result.append(character)
          position += 1
        } else if character == "$" {
          isMathematics.toggle()
        }
        // A number may come right behind a command, as in \cdot2, but not behind a word's letters.
        let isLetter = characters[position].isLetter || characters[position] == "_"
        isName = isLetter && !isMathematics || character.isDigit && isName
        result.append(characters[position])
        position += 1
        continue
      }
      let whole = characters[position...].prefix(while: \.isDigit)
      position = whole.endIndex
      var decimals: ArraySlice<Character> = []
      if characters[position...].first == "." {
        decimals = characters[(position + 1)...].prefix(while: \.isDigit)
      }
      result += grouped(Array(whole), inMathematics: isMathematics)
      guard !decimals.isEmpty else { continue }
      result += hasDecimalComma ? isMathematics ? "{,}" : "," : "."
      result += String(decimals)
      position = decimals.endIndex
    }
    return result
  }

  private func grouped(_ digits: [Character], inMathematics isMathematics: Bool) -> String {
    guard groupsThousands, digits.count > 3 else { return String(digits) }
    // A thin space that no line breaks at.
    let space = isMathematics ? "\\," : "\u{202F}"
    let separator = hasDecimalComma ? space : isMathematics ? "{,}" : ","
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
