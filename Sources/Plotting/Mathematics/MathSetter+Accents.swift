extension MathSetter {
  /// A mark over the middle of the content's top.
  func accent(
    _ mark: String, on content: [MathNode], isWide: Bool, in style: MathStyle
  ) throws -> MathBox {
    let em = em(style)
    let base = try set(content, in: style.cramped)
    var size = mark == "→" ? 0.6 * em : em
    var extent = try measurer.measure(mark, fontSize: size, style: .upright)
    if isWide, extent.advance > 0 {
      size *= min(max(base.closed.width / extent.advance, 1), 1.5)
      extent = try measurer.measure(mark, fontSize: size, style: .upright)
    }
    // The bottom of the mark is a little above the ink of the content.
    let rise = base.height + 0.08 * em + extent.descent
    let center = base.width / 2 + (try lean(of: content, base, in: style))
    let x = center - extent.advance / 2
    var box = base
    box.isCharacter = base.isCharacter
    box.pieces.append(
      .glyphs(Scene.Text.Glyphs(string: mark, fontSize: size, origin: Point(x: x, y: -rise))))
    box.height = max(base.height, rise + extent.ascent)
    return box
  }

  /// How far the top of a leaning letter is to the right of its bottom.
  private func lean(
    of content: [MathNode], _ base: MathBox, in style: MathStyle
  ) throws -> Double {
    guard content.count == 1, case .atom(let atom) = content[0], !atom.hasScripts,
      case .symbol(let text, .italic) = atom.nucleus
    else { return base.italicCorrection / 2 }
    let size = em(style)
    return try measurer.measure(text, fontSize: size, style: .italic).overhang
      - measurer.measure(text, fontSize: size, style: .upright).overhang
  }

  func overline(_ content: [MathNode], in style: MathStyle) throws -> MathBox {
    let thickness = ruleThickness(style)
    var box = try set(content, in: style.cramped).closed
    box.isCharacter = false
    box.addRule(
      x: 0, y: -box.height - 3 * thickness, width: box.width, thickness: thickness)
    return box
  }

  func underline(_ content: [MathNode], in style: MathStyle) throws -> MathBox {
    let thickness = ruleThickness(style)
    var box = try set(content, in: style).closed
    box.isCharacter = false
    box.addRule(x: 0, y: box.depth + 2 * thickness, width: box.width, thickness: thickness)
    return box
  }
}
