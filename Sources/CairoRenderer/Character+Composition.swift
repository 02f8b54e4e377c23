extension Character {
  /// The characters to draw for this one: those of the text, or the single one that Unicode has for
  /// a letter with its marks or a Hangul syllable of its parts.
  ///
  /// File names of macOS and some input methods have such text in parts.
  var composed: [Unicode.Scalar] {
    var scalars = Array(unicodeScalars)
    guard scalars.count > 1 else { return scalars }
    if let syllable = Self.syllable(scalars) { return [syllable] }
    // U+FE0E asks for black and white, which all is.
    scalars.removeAll { $0 == "\u{fe0e}" }
    if let single = Self.precomposed[self] { return [single] }
    return scalars
  }

  /// The Hangul syllable of conjoining parts, two or three.
  private static func syllable(_ parts: [Unicode.Scalar]) -> Unicode.Scalar? {
    let values = parts.map { Int($0.value) }
    guard let (first, rest) = head(values) else { return nil }
    switch rest.count {
    case 0:
      return Unicode.Scalar(UInt32(first))
    case 1 where (0x11a8...0x11c2).contains(rest[rest.startIndex]) && (first - 0xac00) % 28 == 0:
      return Unicode.Scalar(UInt32(first + rest[rest.startIndex] - 0x11a7))
    default:
      return nil
    }
  }

  /// The syllable that the text begins with, without a final consonant, and what follows it.
  private static func head(_ values: [Int]) -> (Int, ArraySlice<Int>)? {
    if (0xac00...0xd7a3).contains(values[0]) { return (values[0], values.dropFirst()) }
    guard (0x1100...0x1112).contains(values[0]), (0x1161...0x1175).contains(values[1]) else {
      return nil
    }
    return (0xac00 + ((values[0] - 0x1100) * 21 + values[1] - 0x1161) * 28, values.dropFirst(2))
  }

  /// Letters with marks, kana with voicing and struck-out signs. Characters are equal if they are
  /// canonically equivalent, so each of them is found by its parts.
  private static let precomposed: [Character: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [
      0x00c0...0x024f, 0x0370...0x04ff, 0x1e00...0x1fff, 0x2190...0x22ff, 0x3040...0x30ff,
    ]
    var found: [Character: Unicode.Scalar] = [:]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
      let character = Character(scalar)
      if found[character] == nil { found[character] = scalar }
    }
    return found
  }()
}
