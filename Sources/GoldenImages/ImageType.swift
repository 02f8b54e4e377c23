/// The types of images.
public enum ImageType: String, Sendable, CaseIterable {
  /// Compared by decoded pixels.
  case png
  /// Compared by the shapes that are drawn.
  case svg
  /// Compared byte by byte.
  case pdf

  /// The type that a file has by its first bytes, whatever its name.
  ///
  /// - Throws: `ImageError` that says what it is instead, as far as that can be told.
  public init(of bytes: [UInt8]) throws(ImageError) {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
      self = .png
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if Self.startsAsMarkup(bytes) {
      self = .svg
    } else {
      throw ImageError("It is \(Self.guess(bytes)), and PNG, SVG and PDF are compared.")
    }
  }

  /// The type that two files have in common.
  static func common(
    of actual: [UInt8], and expected: [UInt8]
  ) throws(ImageError) -> ImageType {
    let new = try PairPart.image.read { () throws(ImageError) in try ImageType(of: actual) }
    let old = try PairPart.golden.read { () throws(ImageError) in try ImageType(of: expected) }
    guard new == old else {
      throw ImageError(
        "The image is \(new.name), and its golden is \(old.name); compare files of one type.")
    }
    return new
  }

  /// The name that people know.
  var name: String { rawValue.uppercased() }

  /// Whether the first character that is no space, behind a byte order mark, opens a tag.
  private static func startsAsMarkup(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let first = text.first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }
    return first == UInt8(ascii: "<")
  }

  private static func guess(_ bytes: [UInt8]) -> String {
    let known: [(start: [UInt8], name: String)] = [
      ([0xff, 0xd8, 0xff], "a JPEG"), (Array("GIF8".utf8), "a GIF"), (Array("BM".utf8), "a BMP"),
      (Array("%!PS".utf8), "PostScript"), (Array("RIFF".utf8), "a WebP or another RIFF file"),
      (Array("PK".utf8), "a ZIP archive"), ([0x1f, 0x8b], "compressed by gzip"),
      (Array("II*\0".utf8), "a TIFF"), (Array("MM\0*".utf8), "a TIFF"),
    ]
    if bytes.isEmpty { return "empty" }
    return known.first { bytes.starts(with: $0.start) }?.name ?? "of a type that is not known"
  }
}
