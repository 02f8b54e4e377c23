/// The types of images.
public enum ImageType: String, Sendable, CaseIterable {
  /// Compared by decoded pixels.
  case png
  /// Compared by the shapes that are drawn.
  case svg
  /// Compared as Poppler draws it, where that is installed, and byte by byte otherwise.
  case pdf

  /// The type that a file has by its first bytes, whatever its name.
  ///
  /// - Throws: `ImageError` that says what it is instead, as far as that can be told.
  public init(of bytes: [UInt8]) throws(ImageError) {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
      self = .png
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if let damage = Self.damage(bytes) {
      throw ImageError(damage)
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

  /// What happened to an image on its way here, and how it is undone, in a sentence.
  private static func damage(_ bytes: [UInt8]) -> String? {
    func starts(_ texts: String...) -> Bool { texts.contains { bytes.starts(with: $0.utf8) } }
    if starts("version https://git-lfs.github.com/", "version https://hawser.github.com/") {
      return "It is a Git LFS pointer and not the image itself; run 'git lfs pull', or have the"
        + " checkout of CI fetch LFS files."
    }
    if starts("/annex/objects/") {
      return "It is a git-annex pointer and not the image itself; run 'git annex get'."
    }
    // What git makes of the first bytes at a checkout or a commit, and what re-encoding makes.
    let changedPNG: [[UInt8]] = [
      [0x89, 0x50, 0x4e, 0x47], [0x09, 0x50, 0x4e, 0x47, 0x0d], [0x09, 0x50, 0x4e, 0x47, 0x0a],
      [0xc2, 0x89, 0x50, 0x4e, 0x47], [0xef, 0xbf, 0xbd, 0x50, 0x4e, 0x47],
    ]
    if bytes.count >= 8, changedPNG.contains(where: { bytes.starts(with: $0) }) {
      return "It is a PNG that was changed as if it were text, as git does to the ends of lines;"
        + " write '*.png binary' into .gitattributes, and take the file anew from where it is whole."
    }
    // With a byte order mark, or as the start of a tag.
    let wide: [[UInt8]] = [
      [0xff, 0xfe], [0xfe, 0xff], [0, 0, 0xfe, 0xff], [0x3c, 0], [0, 0x3c], [0, 0, 0, 0x3c],
    ]
    if wide.contains(where: { bytes.starts(with: $0) }) {
      return "It is text in UTF-16 or UTF-32, and SVG is compared in UTF-8; save it in that."
    }
    if bytes.starts(with: [0x1f, 0x8b]) {
      return "It is compressed by gzip, as .svgz files are; unpack it, as in gunzip < relu.svgz >"
        + " relu.svg."
    }
    return nil
  }

  private static func guess(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "empty" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "a WebP"
    }
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return "an AVIF, a HEIC or a film" }
    let known: [(start: [UInt8], name: String)] = [
      ([0xff, 0xd8, 0xff], "a JPEG"), (Array("GIF8".utf8), "a GIF"), (Array("BM".utf8), "a BMP"),
      ([0xff, 0x0a], "a JPEG XL"), (Array("%!PS".utf8), "PostScript"),
      (Array("RIFF".utf8), "a RIFF file"), (Array("PK".utf8), "a ZIP archive"),
      (Array("II*\0".utf8), "a TIFF"), (Array("MM\0*".utf8), "a TIFF"),
    ]
    return known.first { bytes.starts(with: $0.start) }?.name ?? "of a type that is not known"
  }
}
