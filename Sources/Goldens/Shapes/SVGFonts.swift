internal import Wording

/// What sizes and weights of fonts that are told by those around them come to.
extension SVGProperties {
  /// The size of the font in user units; `nil` if it is not known.
  var fontSize: Double? {
    guard let text = inherited["font-size"] else {
      return inherited["font"] == nil ? Self.initialFontSize : nil
    }
    if text == "medium" { return Self.initialFontSize }
    return SVGLength(text).flatMap { $0.isScreen ? $0.value : nil }
  }

  /// What a value of a property of fonts comes to in an element with these properties; `nil` if that
  /// is not known.
  func computed(_ name: String, _ value: String) -> String? {
    switch name {
    case "font-size":
      let size = value.lowercased()
      return Self.sizes.contains(size) ? size : length(size, of: fontSize)
    case "font-weight": return weight(value)
    case "font":
      // Sizes and weights are before the family, and the height of lines is behind a slash.
      let words = value.lowercased().split { $0 <= " " }.compactMap { $0.split { $0 == "/" }.first }
      let areKnown = words.allSatisfy { word in
        let startsLikeNumber = word.first.map { $0.isNumber || ".+-".contains($0) } ?? false
        return !["bolder", "lighter", "smaller", "larger"].contains(word)
          && (!startsLikeNumber || SVGLength(String(word))?.isScreen == true)
      }
      return areKnown && !value.contains("(") ? value : nil
    default: return value
    }
  }

  /// The space between letters or words that a value of an element with these properties comes to;
  /// `nil` if that is not known.
  func spacing(_ value: String) -> String? {
    // What percentages of spaces are of has changed with the versions of CSS.
    value == "normal" ? value : value.contains("%") ? nil : length(value.lowercased(), of: fontSize)
  }

  private func length(_ text: String, of size: Double?) -> String? {
    guard let length = SVGLength(text) else { return nil }
    if length.isScreen { return text }
    guard let size, length.isPercentage || text.contains("em") else { return nil }
    let share = length.isPercentage ? length.resolved(1) : length.value / Self.initialFontSize
    return decimal(share * size, places: 4)
  }

  /// A weight that may be told by the one around it.
  private func weight(_ value: String) -> String? {
    guard value == "bolder" || value == "lighter" else { return value }
    let names = ["normal": 400.0, "bold": 700]
    guard let text = inherited["font-weight"] ?? (inherited["font"] == nil ? "normal" : nil),
      let outer = names[text] ?? SVGLength(text)?.value
    else { return nil }
    let steps: [(below: Double, weight: Double)] =
      value == "bolder"
      ? [(350, 400), (550, 700), (900, 900)] : [(100, outer), (550, 100), (750, 400)]
    let weight =
      steps.first { outer < $0.below }?.weight ?? (value == "bolder" ? outer : 700)
    return names.first { $0.value == weight }?.key ?? decimal(weight)
  }

  /// Whether a value of text is what it is anyway.
  func saysNothing(_ name: String, _ value: String) -> Bool {
    (self["font"] == nil || !name.hasPrefix("font"))
      && Self.initialOfText[name]?.contains(value) == true
  }

  /// What says nothing of text where nothing else is said.
  private static let initialOfText: [String: [String]] = [
    "font-weight": ["normal", "400"], "font-style": ["normal"], "letter-spacing": ["normal", "0"],
    "word-spacing": ["normal", "0"],
  ]

  /// The size `medium`, in user units.
  private static let initialFontSize = 16.0

  private static let sizes: Set<String> = [
    "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large",
  ]

  /// The units of fonts that a text has numbers in.
  static func fontUnits(in text: some StringProtocol) -> Set<String> {
    var units: Set<String> = []
    var isBehindNumber = false
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [0] {
      if (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") {
        if isBehindNumber, word.count < 4 { word.append(byte | 0x20) }
        continue
      }
      if !word.isEmpty {
        let unit = String(decoding: word, as: UTF8.self)
        if allFontUnits.contains(unit) { units.insert(unit) }
        word = []
      }
      isBehindNumber =
        byte == UInt8(ascii: ".") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
    return units
  }

  private static let allFontUnits: Set<String> = [
    "em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh",
  ]
}
