internal import Glibc
internal import Plotting
public import Typesetting

/// Sets lines of text: measures them, and gives the glyphs to draw.
///
/// A character comes from the first of the families that has it, then from their fonts of mathematics,
/// then from DejaVu Sans, then from what fontconfig finds among the installed fonts. Which font that is depends on what is installed
/// and on the text, never on the locale or the home directory. Decomposed text is set as composed
/// text is. An instance belongs to one thread; several may work at once.
public final class TextSetter: TextMeasurer {
  /// Where distributions keep DejaVu Sans, Debian's place first, and where it is installed with the
  /// program.
  public static let fontPaths =
    [
      "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
      "/usr/share/fonts/TTF/DejaVuSans.ttf",
      "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    ] + fontBesideProgram

  /// In `share/actplot/fonts` beside the folder of the program, as packages lay it out.
  private static let fontBesideProgram: [String] = {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    guard length > 0 else { return [] }
    let program = String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folders = program.split(separator: "/", omittingEmptySubsequences: false)
    guard folders.count > 2 else { return [] }
    return [folders.dropLast(2).joined(separator: "/") + "/share/actplot/fonts/DejaVuSans.ttf"]
  }()

  /// The first of `fontPaths` that is there.
  package static var standardFile: String? { fontPaths.first { access($0, R_OK) == 0 } }

  /// A line for each font that fontconfig finds: its file, and which font it is in the file.
  package static func installedFonts() throws(RenderingError) -> [String] {
    try InstalledFonts.files().map { "\($0.path):\($0.index)" }
  }

  /// The files of the fonts that families are taken from, wherever they are; of one that is nowhere, none.
  package static func files(ofFamilies families: [String]) -> [String] {
    let files = families.compactMap { family in
      InstalledFonts.file(atPath: family) ?? (try? InstalledFonts.file(ofFamily: family))
    }
    return (files + mathematics(of: families)).map(\.path)
  }

  /// The fonts with the mathematics of families, which a family's own often lacks.
  private static func mathematics(of families: [String]) -> [FontFile] {
    families.compactMap { family in
      let isOther =
        family.lowercased() == "dejavu sans" || InstalledFonts.file(atPath: family) != nil
      return isOther ? nil : InstalledFonts.file(withMathematicsOf: family)
    }
  }

  /// Whether a character needed a font that fontconfig had to find; the caller sets it back.
  package var hasAskedFontconfig = false

  /// The font whose units are those of a line.
  private let first: FontFace
  /// The fonts to look into without asking fontconfig, the first included.
  private let faces: [FontFace]
  private var fallbacks: [Fallback: FontFace] = [:]
  private var opened: [FontFile: FontFace] = [:]

  private struct Fallback: Hashable {
    let scalar: Unicode.Scalar
    let language: String
  }

  /// Opens the fonts.
  ///
  /// - Parameters:
  ///   - families: Names of installed families in order of preference, in any case; their upright
  ///     regular fonts are taken. serif, sans-serif and monospace are those of the machine, and a path
  ///     is that of a font. DejaVu Sans need not be named. Fontconfig is asked for any other.
  ///   - fontPaths: Where to look for DejaVu Sans.
  /// - Throws: `RenderingError.familyMissing` for a family that is not installed, `.fontMissing` if
  ///   there are no families and DejaVu Sans is not there either, `.fontUnreadable`.
  public init(
    families: [String] = [], fontPaths: [String] = TextSetter.fontPaths
  ) throws(RenderingError) {
    let standard = fontPaths.first { access($0, R_OK) == 0 }.map { FontFile(path: $0) }
    var files: [FontFile] = []
    for family in families {
      if let standard, family.lowercased() == "dejavu sans" {
        files.append(standard)
      } else if let file = InstalledFonts.file(atPath: family) {
        guard access(file.path, R_OK) == 0 else { throw .noFontFile(path: file.path) }
        files.append(file)
      } else {
        files.append(try InstalledFonts.file(ofFamily: family))
      }
    }
    files += Self.mathematics(of: families)
    if let standard { files.append(standard) }
    var faces: [FontFace] = []
    for file in files where !faces.contains(where: { $0.file == file }) {
      faces.append(try FontFace(file))
    }
    guard let first = faces.first else { throw .fontMissing(fontPaths) }
    self.first = first
    self.faces = faces
  }

  /// The extent of a line of text, kerned, with unhinted advances.
  ///
  /// - Throws: `RenderingError.glyphMissing`, `.colorEmoji`, `.needsShaping` or `.undecodable` for
  ///   text that cannot be drawn.
  public func measure(
    _ text: String, fontSize: Double, style: FontStyle
  ) throws(RenderingError) -> TextExtent {
    var ink: (top: Double, bottom: Double, right: Double)?
    let advance = try layOut(text) { placed in
      let glyph = placed.glyph
      guard !glyph.outline.isEmpty else { return }
      let top = glyph.top * placed.scale, bottom = glyph.bottom * placed.scale
      let right = placed.x + glyph.right(style) * placed.scale
      ink = (
        max(ink?.top ?? top, top), min(ink?.bottom ?? bottom, bottom),
        max(ink?.right ?? right, right)
      )
    }
    let scale = fontSize / unitsPerEm
    return TextExtent(
      advance: advance * scale, ascent: (ink?.top ?? 0) * scale,
      descent: -(ink?.bottom ?? 0) * scale, overhang: ((ink?.right ?? advance) - advance) * scale)
  }

  /// The names of the families that are looked into without asking fontconfig.
  var familyNames: [String] { faces.compactMap(\.familyName) }

  /// A glyph in its place on a line, in the units of the line.
  struct PlacedGlyph {
    let face: FontFace
    /// The number of the glyph in its font.
    let index: UInt32
    /// In units of its own font.
    let glyph: Glyph
    /// What the glyph stands for.
    let scalar: Unicode.Scalar
    /// Where its origin is.
    let x: Double
    /// The units of the line in a unit of the font.
    let scale: Double
  }

  /// Units in an em of a line.
  var unitsPerEm: Double { first.unitsPerEm }

  /// Calls `body` with every glyph of a line.
  ///
  /// - Returns: The advance of the line in its units.
  @discardableResult
  func layOut(
    _ text: String, _ body: (PlacedGlyph) throws(RenderingError) -> Void
  ) throws(RenderingError) -> Double {
    var pen = 0.0
    var previous: (face: FontFace, index: UInt32)?
    for character in text {
      guard !character.isJoinedPicture else { throw .colorEmoji(character) }
      let scalars = character.composed
      if let scalar = scalars.first(where: \.needsShaping) {
        throw .needsShaping(scalar, in: character)
      }
      for scalar in scalars {
        guard scalar != "\u{fffd}" else { throw .undecodable }
        let (face, index) = try glyph(for: scalar, of: character, in: text)
        let scale = face === first ? 1 : unitsPerEm / face.unitsPerEm
        if let previous, previous.face === face {
          pen += face.kerning(previous.index, index) * scale
        }
        let glyph = try face.glyph(index)
        try body(
          PlacedGlyph(
            face: face, index: index, glyph: glyph, scalar: scalar, x: pen, scale: scale))
        pen += glyph.advance * scale
        previous = (face, index)
      }
    }
    return pen
  }

  private func glyph(
    for scalar: Unicode.Scalar, of character: Character, in text: String
  ) throws(RenderingError) -> (FontFace, UInt32) {
    for face in faces {
      if let index = face.glyphIndex(for: scalar) { return (face, index) }
    }
    hasAskedFontconfig = true
    let fallback = Fallback(scalar: scalar, language: text.language(of: scalar))
    let face: FontFace
    if let known = fallbacks[fallback] {
      face = known
    } else {
      face = try installed(fallback, for: character)
      fallbacks[fallback] = face
    }
    guard let index = face.glyphIndex(for: scalar) else { throw .glyphMissing(character) }
    return (face, index)
  }

  private func installed(
    _ fallback: Fallback, for character: Character
  ) throws(RenderingError) -> FontFace {
    let file = try InstalledFonts.file(for: fallback.scalar, language: fallback.language)
    guard let file else { throw .glyphMissing(character) }
    if let face = opened[file] { return face }
    let face = try FontFace(file)
    opened[file] = face
    return face
  }
}
