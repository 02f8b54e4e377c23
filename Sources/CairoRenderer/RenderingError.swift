internal import Wording

/// Why a scene cannot be drawn.
public enum RenderingError: Error, Hashable, CustomStringConvertible {
  /// None of these files is there.
  case fontMissing([String])
  /// There is no font file at this path that can be opened.
  case noFontFile(path: String)
  /// FreeType cannot read the font, for this reason.
  case fontUnreadable(path: String, reason: String)
  /// No installed family has that name; the nearest of those that are installed.
  case familyMissing(String, nearest: String?)
  /// Fontconfig cannot be asked for fonts.
  case fontconfig
  /// No installed font has an outline for the character.
  case glyphMissing(Character)
  /// The text has the sign that stands for what could not be decoded.
  case undecodable
  /// The character is a picture made of several, which only colour fonts have.
  case colorEmoji(Character)
  /// The text needs shaping (right-to-left, joining or combining characters), which is not offered.
  case needsShaping(Unicode.Scalar, in: Character)
  /// The page has more pixels than can be drawn.
  case tooManyPixels(width: Double, height: Double)
  /// The page, in points, has a longer side than the format or Cairo's coordinates allow.
  case pageTooLarge(width: Double, height: Double, limit: Double)
  /// SOURCE_DATE_EPOCH is this, and not a number of seconds.
  case sourceDate(String)
  /// Cairo reports this status.
  case cairo(String)
  /// There is too little memory for an image's pixels.
  case memory

  /// What is wrong and the remedy, as sentences.
  public var description: String {
    switch self {
    case .fontMissing(let paths):
      "The font DejaVu Sans is not at \(paths.joined(separator: ", "));"
        + " install the package fonts-dejavu-core."
    case .noFontFile(let path):
      "There is no font file \(quoted(path)) that can be read; name a .ttf or .otf file, or a family."
    case .fontUnreadable(let path, let reason):
      "The font \(path) cannot be read (\(reason)); reinstall the package that has it, or name another file."
    case .familyMissing(let family, let nearest):
      "No installed outline font is of the family \(quoted(family))"
        + (nearest.map { "; did you mean “\($0)”?" } ?? ".")
        + " The command fc-list : family shows the names of those that are."
    case .fontconfig:
      "Fontconfig could not be loaded, which finds fonts for the characters that DejaVu Sans"
        + " lacks; there is too little memory."
    case .glyphMissing(let character):
      Self.sentence(onMissing: character)
    case .undecodable:
      "The sign U+FFFD stands where text could not be read, most often for bytes that are not"
        + " UTF-8; write titles and labels in UTF-8, without it."
    case .colorEmoji(let character):
      "The emoji “\(character.shortened)” (\(character.codePoints)) is in colour fonts only, which have no"
        + " outlines to draw; use other characters in titles and labels."
    case .needsShaping(let scalar, let character):
      Self.sentence(onShaping: scalar, in: character)
    case .tooManyPixels(let width, let height):
      "The image would have \(width.rounded().plain) x \(height.rounded().plain) pixels, and"
        + " \(PixelLimits.side) on a side and \(PixelLimits.area) in all are the limit;"
        + " lower the size or the dpi, or shorten the labels."
    case .pageTooLarge(let width, let height, let limit):
      "The page would be \(width.rounded().plain) x \(height.rounded().plain) pt, and"
        + " \(Int(limit)) pt on a side is the limit; shorten the labels or lower the size."
    case .sourceDate(let text):
      "SOURCE_DATE_EPOCH is \(quoted(text)), which is not a number of seconds since 1970, as"
        + " 1700000000 is; set it to one, or unset it."
    case .cairo(let message):
      "Cairo could not draw the figure: \(message)."
    case .memory:
      "There is too little memory for the pixels of the image; lower the size or the dpi."
    }
  }

  private static func sentence(onMissing character: Character) -> String {
    guard let package = character.package else {
      return "No font has an outline for \(character.codePoints), to which Unicode gives no"
        + " character; use other characters in titles and labels."
    }
    return "No installed font has an outline for “\(character.shortened)”"
      + " (\(character.codePoints)); install the package \(package), or use other characters in"
      + " titles and labels."
  }

  private static func sentence(
    onShaping scalar: Unicode.Scalar, in character: Character
  ) -> String {
    let remedy = "use other characters in titles and labels."
    guard scalar.isMark || scalar.isInvisible else {
      return "The character “\(scalar)” (\(scalar.codePoint)) belongs to a script that is written"
        + " from right to left, or whose letters join or change places, which cannot be drawn"
        + " correctly; \(remedy)"
    }
    guard scalar.isMark else {
      return "The invisible character \(scalar.codePoint), a control or format character, cannot"
        + " be drawn; take it out of titles and labels."
    }
    return
      "The combining mark \(scalar.codePoint) in “\(character.shortened)” makes no character of its own"
      + " with the letter before it, and cannot be placed correctly; \(remedy)"
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
  /// The longest side that viewers of PDF have to show.
  static let pdfPage = 14_400.0
}

extension Character {
  /// The Debian package with a font that has all of the character, as far as can be told; none if
  /// no font has.
  fileprivate var package: String? { unicodeScalars.first?.package }

  fileprivate var codePoints: String {
    unicodeScalars.prefix(8).map(\.codePoint).joined(separator: " ")
  }

  /// The letter with a few of its marks, of which there may be any number.
  fileprivate var shortened: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(8)))
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
