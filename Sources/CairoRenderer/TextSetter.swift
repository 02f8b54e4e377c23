public import Plotting

/// Sets lines of text in one font: measures them, and gives the outlines to fill.
///
/// Glyphs are kept once loaded. An instance belongs to one thread.
public final class TextSetter: TextMeasurer {
  /// Where distributions keep DejaVu Sans: Debian's place first.
  public static let fontPaths = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
  ]

  private let face: FontFace
  private var glyphs: [UInt32: Glyph] = [:]

  /// Opens the first font file of `fontPaths` that is there.
  ///
  /// - Throws: `RenderingError.fontMissing`, which names the Debian package, or
  ///   `.fontUnreadable`.
  public init(fontPaths: [String] = TextSetter.fontPaths) throws(RenderingError) {
    face = try FontFace(paths: fontPaths)
  }

  /// The extent of a line of text, kerned, with unhinted advances.
  ///
  /// - Throws: `RenderingError.glyphMissing` or `.needsShaping` for text that cannot be drawn.
  public func measure(
    _ text: String, fontSize: Double, style: FontStyle
  ) throws(RenderingError) -> TextExtent {
    var ink: (top: Double, bottom: Double, right: Double)?
    let advance = try layOut(text) { glyph, x in
      guard !glyph.outline.isEmpty else { return }
      let right = x + glyph.right(style)
      ink = (
        max(ink?.top ?? glyph.top, glyph.top), min(ink?.bottom ?? glyph.bottom, glyph.bottom),
        max(ink?.right ?? right, right)
      )
    }
    let scale = fontSize / face.unitsPerEm
    return TextExtent(
      advance: advance * scale, ascent: (ink?.top ?? 0) * scale,
      descent: -(ink?.bottom ?? 0) * scale, overhang: ((ink?.right ?? advance) - advance) * scale)
  }

  /// Calls `body` with every glyph of a line and the position of its origin, in font units.
  ///
  /// - Returns: The advance of the line in font units.
  @discardableResult
  func layOut(
    _ text: String, _ body: (Glyph, Double) -> Void
  ) throws(RenderingError) -> Double {
    var pen = 0.0
    var previous: UInt32?
    for character in text {
      for scalar in character.unicodeScalars {
        guard !scalar.needsShaping else { throw .needsShaping(scalar) }
        guard let index = face.glyph(for: scalar) else {
          throw .glyphMissing(character, font: face.name)
        }
        if let previous { pen += face.kerning(previous, index) }
        let glyph = try loaded(index)
        body(glyph, pen)
        pen += glyph.advance
        previous = index
      }
    }
    return pen
  }

  /// Units in an em of the font.
  var unitsPerEm: Double { face.unitsPerEm }

  private func loaded(_ index: UInt32) throws(RenderingError) -> Glyph {
    if let glyph = glyphs[index] { return glyph }
    let glyph = try face.load(index)
    glyphs[index] = glyph
    return glyph
  }
}

extension Unicode.Scalar {
  /// Whether one glyph after the other, left to right, would be the wrong picture.
  fileprivate var needsShaping: Bool {
    // Plain labels are nearly all there is; they need no look into the Unicode tables.
    if (0x20..<0x7f).contains(value) { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .control, .format, .lineSeparator,
      .paragraphSeparator:
      return true
    default:
      break
    }
    // Hebrew to Thaana and Arabic, their presentation forms, the right-to-left blocks of the
    // supplementary plane; the scripts of India to Khmer, which reorder and join.
    return switch value {
    case 0x0590...0x08ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
      true
    case 0x0900...0x0dff, 0x0f00...0x109f, 0x1780...0x17ff: true
    default: false
    }
  }
}
