/// The words of a label as a TeX document writes them.
package struct TeXText {
  /// What is between dollar signs stays as it is; other characters that mean something to TeX, or that
  /// its fonts lack, are written as commands.
  package let tex: String

  /// - Throws: `MathematicsError` for a dollar sign without its partner.
  package init(_ label: String) throws(MathematicsError) {
    var lines = [""]
    for part in try LabelParts(label).parts {
      switch part {
      case .text(let characters): lines[lines.count - 1] += Self.escaped(characters)
      case .mathematics(let characters): lines[lines.count - 1] += "$\(String(characters))$"
      case .lineBreak: lines.append("")
      }
    }
    tex = lines.count == 1 ? lines[0] : "\\shortstack{\(lines.joined(separator: "\\\\"))}"
  }

  private static func escaped(_ characters: String) -> String {
    var tex = ""
    var exponent = ""
    func flush() {
      if !exponent.isEmpty { tex += "$^{\(exponent)}$" }
      exponent = ""
    }
    for character in characters {
      if let digit = superscripts[character] {
        exponent += digit
        continue
      }
      flush()
      tex += commands[character] ?? mathematics[character].map { "$\($0)$" } ?? String(character)
    }
    flush()
    return tex
  }

  private static let commands: [Character: String] = [
    "#": "\\#", "%": "\\%", "&": "\\&", "_": "\\_", "{": "\\{", "}": "\\}", "$": "\\$",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}",
    "\u{202F}": "\\,", "<": "$<$", ">": "$>$", "|": "$|$",
  ]

  /// Signs that stand in text and are set as mathematics: the minus of numbers, Greek letters, …
  private static let mathematics: [Character: String] = {
    var signs: [Character: String] = ["\u{2212}": "-", "′": "'", "∞": "\\infty"]
    let known = MathSymbol.named.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
    for (command, symbol) in known where symbol.text.count == 1 && command.allSatisfy(\.isLetter) {
      let character = Character(symbol.text)
      if !character.isASCII, signs[character] == nil { signs[character] = "\\" + command }
    }
    return signs
  }()

  private static let superscripts: [Character: String] = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+".map { String($0) }))
}
