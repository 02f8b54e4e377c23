/// Why a scene cannot be drawn.
public enum RenderingError: Error, Hashable, CustomStringConvertible {
  /// None of these files is there.
  case fontMissing([String])
  /// FreeType cannot read the font, for this reason.
  case fontUnreadable(path: String, reason: String)
  /// The font has no glyph for the character.
  case glyphMissing(Character, font: String)
  /// The text needs shaping (right-to-left or combining characters), which is not offered.
  case needsShaping(Unicode.Scalar)
  /// The page has more pixels than can be drawn.
  case tooManyPixels(width: Double, height: Double)
  /// The page, in points, is larger than Cairo's coordinates reach.
  case pageTooLarge(width: Double, height: Double)
  /// Cairo reports this status.
  case cairo(String)
  /// libpng reports this error.
  case png(String)

  /// What is wrong and the remedy, as sentences.
  public var description: String {
    switch self {
    case .fontMissing(let paths):
      "The font DejaVu Sans is not at \(paths.joined(separator: ", "));"
        + " install the package fonts-dejavu-core."
    case .fontUnreadable(let path, let reason):
      "The font \(path) cannot be read (\(reason)); reinstall the package fonts-dejavu-core."
    case .glyphMissing(let character, let font):
      "The font \(font) has no glyph for “\(character)” (\(character.codePoints));"
        + " use other characters in titles and labels."
    case .needsShaping(let scalar):
      "The character \(scalar.codePoint) belongs to right-to-left, combining or control text,"
        + " which cannot be drawn correctly yet; use other characters in titles and labels."
    case .tooManyPixels(let width, let height):
      "The image would have \(width.rounded().plain) x \(height.rounded().plain) pixels, and"
        + " \(PixelLimits.side) on a side and \(PixelLimits.area) in all are the limit;"
        + " lower the size or the dpi."
    case .pageTooLarge(let width, let height):
      "The page would be \(width.rounded().plain) x \(height.rounded().plain) pt, and"
        + " \(Int(PixelLimits.page)) pt on a side is the limit; shorten the labels or lower the size."
    case .cairo(let message):
      "Cairo could not draw the figure: \(message)."
    case .png(let message):
      "libpng could not encode the image: \(message)."
    }
  }
}

/// What Cairo can address and what a figure may cost.
enum PixelLimits {
  /// Cairo's image surfaces end here.
  static let side = 32_767
  /// 512 MiB of pixels.
  static let area = 134_217_728
  /// Cairo keeps coordinates as 24.8 fixed point, and strokes and clips reach past the page.
  static let page = 32_000.0
}

extension Character {
  fileprivate var codePoints: String {
    unicodeScalars.map(\.codePoint).joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Double {
  fileprivate var plain: String { magnitude < 1e15 ? "\(Int(self))" : "\(self)" }
}
