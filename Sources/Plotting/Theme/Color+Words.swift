internal import Wording

extension Color {
  /// Names that authors try first, with the colours that CSS means by them.
  private static let names: [(name: String, rgb: UInt32)] = [
    ("black", 0x000000), ("gray", 0x808080), ("grey", 0x808080), ("white", 0xffffff),
    ("red", 0xff0000), ("maroon", 0x800000), ("orange", 0xffa500), ("brown", 0xa52a2a),
    ("gold", 0xffd700), ("yellow", 0xffff00), ("olive", 0x808000), ("green", 0x008000),
    ("lime", 0x00ff00), ("teal", 0x008080), ("cyan", 0x00ffff), ("blue", 0x0000ff),
    ("navy", 0x000080), ("purple", 0x800080), ("magenta", 0xff00ff), ("pink", 0xffc0cb),
    ("crimson", 0xdc143c), ("steelblue", 0x4682b4), ("tomato", 0xff6347), ("indigo", 0x4b0082),
  ]

  /// The colour as CSS writes it, `#1f77b4`.
  public var hexadecimal: String {
    let digits = [red, green, blue].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "#" + digits.joined()
  }

  /// The names that can be written for colours.
  package static var knownNames: [String] { names.map(\.name) }

  /// Reads `#1f77b4`, `#17b`, or a name such as `navy`.
  init?(word: String) {
    if let known = Self.names.first(where: { $0.name == word.lowercased() }) {
      self.init(known.rgb)
      return
    }
    guard word.first == "#" else { return nil }
    let digits = word.dropFirst()
    guard digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    switch digits.utf8.count {
    case 6: self.init(number)
    case 3: self.init((number & 0xf00) * 0x1100 | (number & 0xf0) * 0x110 | (number & 0xf) * 0x11)
    default: return nil
    }
  }
}

extension CurveColor {
  /// Reads a colour: `#1f77b4`, `#17b`, a name such as `navy`, or `C0`, `C1`, … for those of the
  /// theme's curves.
  ///
  /// - Throws: `PlottingError.notAColor` for other words.
  public init(_ text: String) throws(PlottingError) {
    let word = trimmed(text)
    if let color = Color(word: word) {
      self = .color(color)
    } else if word.first == "C" || word.first == "c", let index = Int(word.dropFirst()),
      (0..<100).contains(index)
    {
      self = .ofTheme(index)
    } else {
      throw .notAColor(text)
    }
  }
}

extension Theme {
  /// Curves of the first styles that are hard to see on the page, in sentences.
  package func faintCurves(among looks: [CurveLook]) -> [String] {
    zip(looks.indices, looks).compactMap { index, look in
      guard look.color != nil else { return nil }
      let color = curve(index).color, contrast = color.contrast(with: background)
      guard contrast < 3 else { return nil }
      let rounded = (contrast * 10).rounded(.down) / 10
      return "The colour \(color.hexadecimal) of curve \(index + 1) has a contrast of"
        + " \(plainNumeral(rounded)) to the page; below 3 it is hard to see, so take a"
        + (background.contrast(with: Color(0)) > 10 ? " darker" : " lighter") + " one."
    }
  }
}
