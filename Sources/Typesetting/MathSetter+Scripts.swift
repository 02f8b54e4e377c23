extension MathSetter {
  /// A base with scripts beside it (appendix G, rule 18).
  func scripts(of atom: MathAtom, on base: MathBox, in style: MathStyle) throws -> MathBox {
    let em = em(style)
    let upper = try superscript(of: atom, in: style)
    let lower = try atom.subscript.map { try set($0, in: style.subscript).closed }
    // Beside what is high or deep, scripts hang from its top and its bottom.
    let scriptEm = self.em(style.superscript)
    var raise = base.isCharacter ? 0 : base.height - 0.386 * scriptEm
    var drop = base.isCharacter ? 0 : base.depth + 0.05 * scriptEm
    if let upper {
      let least = style.level == .display ? 0.45 : style.isCramped ? 0.33 : 0.4
      raise = max(raise, least * em, upper.depth + xHeight(style) / 4)
    }
    if let lower {
      drop = max(drop, (upper == nil ? 0.15 : 0.22) * em)
      if upper == nil { drop = max(drop, lower.height - 0.8 * xHeight(style)) }
      if let upper {
        (raise, drop) = separated(upper, raise, lower, drop, in: style)
      }
    }
    var box = base
    box.isCharacter = false
    box.italicCorrection = 0
    box.width = base.closed.width
    let room = 0.05 * em
    if let upper {
      box.add(upper, x: base.closed.width, y: -raise)
      box.width = base.closed.width + upper.width + room
    }
    if let lower {
      box.add(lower, x: base.width, y: drop)
      box.width = max(box.width, base.width + lower.width + room)
    }
    return box
  }

  /// How far two scripts are raised and lowered so that they do not touch: the lower one gives way,
  /// but the upper one is no lower than small letters are high.
  private func separated(
    _ upper: MathBox, _ raise: Double, _ lower: MathBox, _ drop: Double, in style: MathStyle
  ) -> (raise: Double, drop: Double) {
    let least = 0.16 * em(style)
    let gap = (raise - upper.depth) - (lower.height - drop)
    guard gap < least else { return (raise, drop) }
    let shift = max(0, min(0.8 * xHeight(style) - (raise - upper.depth), least - gap))
    return (raise + shift, drop + least - gap - shift)
  }

  /// The primes and the superscript of an atom in one box.
  private func superscript(of atom: MathAtom, in style: MathStyle) throws -> MathBox? {
    let script = try atom.superscript.map { try set($0, in: style.superscript).closed }
    guard atom.primes > 0 else { return script }
    // The font's prime is as high as its letters. It is set at their size, and lowered to where
    // scripts have their baseline.
    let size = em(style.superscript) * 0.9 / 0.7
    let extent = try measurer.measure("′", fontSize: size, style: .upright)
    let glyphs = Glyphs(
      string: String(repeating: "′", count: atom.primes), fontSize: size,
      origin: Point(x: 0, y: -extent.descent - 0.12 * size))
    var box = MathBox(
      width: extent.advance * Double(atom.primes),
      height: extent.height + 0.12 * size, pieces: [.glyphs(glyphs)])
    if let script {
      box.add(script, x: box.width)
      box.width += script.width
    }
    return box
  }

  /// A base with scripts above and below it (appendix G, rule 13a).
  func limits(of atom: MathAtom, on base: MathBox, in style: MathStyle) throws -> MathBox {
    let em = em(style)
    let upper = try superscript(of: atom, in: style)
    let lower = try atom.subscript.map { try set($0, in: style.subscript).closed }
    let width = max(base.closed.width, upper?.width ?? 0, lower?.width ?? 0)
    var box = MathBox(width: width)
    box.add(base, x: (width - base.width) / 2)
    if let upper {
      let gap = max(0.12 * em, 0.2 * em - upper.depth)
      box.add(
        upper, x: (width - upper.width + base.italicCorrection) / 2,
        y: -(base.height + gap + upper.depth))
    }
    if let lower {
      let gap = max(0.16 * em, 0.6 * em - lower.height)
      box.add(
        lower, x: (width - lower.width - base.italicCorrection) / 2,
        y: base.depth + gap + lower.height)
    }
    return box
  }

  /// A sum sign and the like, larger in display style, in the middle of the axis.
  func largeOperator(_ text: String, in style: MathStyle) throws -> MathBox {
    let isIntegral = "∫∬∭∮".contains(text), isDisplay = style.level == .display
    let size = em(style) * (isDisplay ? (isIntegral ? 1.25 : 1.4) : 1.08)
    let stretch = isIntegral && isDisplay ? 1.5 : 1
    let extent = try measurer.measure(text, fontSize: size, style: .upright)
    let height = extent.height * stretch
    let bottom = height / 2 - axisHeight(style)
    let glyphs = Glyphs(
      string: text, fontSize: size,
      origin: Point(x: 0, y: bottom - extent.descent * stretch), stretch: stretch)
    return MathBox(
      width: extent.advance, height: max(height - bottom, 0), depth: max(bottom, 0),
      italicCorrection: max(extent.overhang, 0), pieces: [.glyphs(glyphs)])
  }
}
