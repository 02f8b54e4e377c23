/// Reads numbers and words as SVG writes them in attributes.
struct SVGScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte, left to be read.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = next, byte <= UInt8(ascii: " ") { position += 1 }
  }

  /// Skips white space and a comma in it.
  mutating func skipSeparator() {
    skipSpace()
    if skip(",") { skipSpace() }
  }

  /// Skips a character if it is the next, and says so.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = next, byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The next letters; empty if there are none.
  mutating func word() -> String {
    let start = position
    while let byte = next, Self.isLetter(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A single letter, as path data has them.
  mutating func letter() -> UInt8? {
    guard let byte = next, Self.isLetter(byte) else { return nil }
    position += 1
    return byte
  }

  /// The text up to a character that is skipped too, or all that is left.
  mutating func text(upTo character: Unicode.Scalar) -> String {
    let start = position
    while let byte = next, byte != UInt8(ascii: character) { position += 1 }
    defer { _ = skip(character) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A flag of an arc: 0 or 1, which need nothing after them.
  mutating func flag() -> Bool? {
    if skip("0") { return false }
    return skip("1") ? true : nil
  }

  /// A number; `nil`, and nothing read, if there is none. It may be infinite if it was too great.
  mutating func number() -> Double? {
    let start = position
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    var mantissa: UInt64 = 0
    var digits = 0, scale = 0
    var hasPoint = false
    while let byte = next {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits += 1
        mantissa = mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
        if hasPoint { scale += 1 }
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else {
      position = start
      return nil
    }
    let hasExponent = skipExponent()
    // Both are exact as long as neither has more than 15 digits, and so is their quotient.
    if !hasExponent, digits <= 15 {
      let value = Double(mantissa) / Self.powers[scale]
      return isNegative ? -value : value
    }
    return Double(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// Numbers with or without commas between them, up to the end; `nil` if there is something else.
  static func numbers(_ text: some StringProtocol) -> [Double]? {
    var scanner = SVGScanner(text)
    var numbers: [Double] = []
    scanner.skipSpace()
    while !scanner.isAtEnd {
      guard let number = scanner.number(), number.isFinite else { return nil }
      numbers.append(number)
      scanner.skipSeparator()
    }
    return numbers
  }

  private mutating func skipExponent() -> Bool {
    let start = position
    guard skip("e") || skip("E") else { return false }
    if !skip("-") { _ = skip("+") }
    let first = position
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    // The `e` of `1em` is a unit's.
    if position == first { position = start }
    return position != start
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

/// A length of SVG.
struct SVGLength {
  let isPercentage: Bool
  /// Whether it is measured in the size of a font, which may be another than is taken here.
  let isOfFont: Bool
  /// Whether it has no unit and is not 0, which attributes may be and styles may not.
  let isPlain: Bool
  private let number: Double
  /// What one of it is in points.
  private let unit: Double

  /// Whether it is of the same length wherever it stands.
  var isScreen: Bool { !isPercentage && !isOfFont }

  /// In points; of percentages the share of 100.
  var points: Double { number * unit }

  /// In user units, of which 96 are an inch, and exact where no other unit is given; of percentages
  /// the share of 100.
  var value: Double { isPercentage ? number : number * (unit / Self.pixel) }

  /// A length with or without a unit; `nil` if it is none, or not finite.
  init?(_ text: String?) {
    guard let text else { return nil }
    var scanner = SVGScanner(text)
    scanner.skipSpace()
    guard let number = scanner.number(), number.isFinite else { return nil }
    isPercentage = scanner.skip("%")
    let name = isPercentage ? "" : scanner.word()
    guard let unit = isPercentage ? 1 : Self.units[name] else { return nil }
    isOfFont = name == "em" || name == "ex"
    isPlain = name.isEmpty && !isPercentage && number != 0
    self.number = number
    self.unit = unit
    scanner.skipSpace()
    if !scanner.isAtEnd { return nil }
  }

  /// In user units, given what is 100 %.
  func resolved(_ whole: Double) -> Double { isPercentage ? value / 100 * whole : value }

  private static let pixel = 0.75
  private static let units: [String: Double] = [
    "": pixel, "px": pixel, "pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4,
    // Of a font of the initial size, which is what a drawing without text leaves it at.
    "em": 12, "ex": 6,
  ]
}
