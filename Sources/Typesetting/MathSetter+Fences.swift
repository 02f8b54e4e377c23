extension MathSetter {
  /// Brackets as high as what is between them.
  func fenced(
    _ delimiters: [String?], _ contents: [[MathNode]], in style: MathStyle
  ) throws -> MathBox {
    let em = em(style), axis = axisHeight(style)
    let boxes = try contents.map { try set($0, in: style).closed }
    let reach = boxes.map { max($0.height - axis, $0.depth + axis) }.max() ?? 0
    // TeX's \delimiterfactor and \delimitershortfall: a bracket may be a little too short.
    let needed = max(0.901 * 2 * reach, 2 * reach - 0.5 * em)
    var line = MathBox()
    for (index, delimiter) in delimiters.enumerated() {
      let bracket = try bracket(delimiter, covering: needed, in: style)
      line.add(bracket, x: line.width)
      line.width += bracket.width
      guard index < boxes.count else { continue }
      line.add(boxes[index], x: line.width)
      line.width += boxes[index].width
    }
    return line
  }

  /// A bracket in the middle of the axis, `height` points high or as the font has it, whichever is
  /// higher.
  func bracket(
    _ text: String?, covering height: Double, in style: MathStyle
  ) throws -> MathBox {
    let em = em(style)
    guard let text else { return MathBox(width: 0.12 * em) }
    let natural = try measurer.measure(text, fontSize: em, style: .upright)
    let inkHeight = natural.ascent + natural.descent
    let ratio = max(height / inkHeight, 1)
    if ratio > 1, let box = squareBracket(text, height: height, width: natural.advance, in: style) {
      return box
    }
    if "{}".contains(text), height > 2.6 * em {
      return try assembledBrace(isOnLeft: text == "{", height: height, in: style)
    }
    // A bracket that is much higher is wider, too, and a bar is not.
    let scale = "|‖".contains(text) ? 1 : min(ratio.squareRoot(), 1.3)
    let stretch = ratio / scale
    let bottom = inkHeight * ratio / 2 - axisHeight(style)
    let glyphs = Glyphs(
      string: text, fontSize: em * scale,
      origin: Point(x: 0, y: bottom - natural.descent * ratio), stretch: stretch)
    return MathBox(
      width: natural.advance * scale, height: max(inkHeight * ratio - bottom, 0),
      depth: max(bottom, 0), pieces: [.glyphs(glyphs)])
  }
  /// A high brace, of pieces that keep their shape and stems between them that are stretched.
  private func assembledBrace(
    isOnLeft: Bool, height: Double, in style: MathStyle
  ) throws -> MathBox {
    let em = em(style), top = -height / 2 - axisHeight(style)
    let pieces = isOnLeft ? ["⎧", "⎨", "⎩"] : ["⎫", "⎬", "⎭"]
    let extents = try pieces.map { try measurer.measure($0, fontSize: em, style: .upright) }
    let heights = extents.map { $0.ascent + $0.descent }
    let scale = min(height / heights.reduce(0, +), 0.8)
    let stem = try measurer.measure("⎪", fontSize: em * scale, style: .upright)
    let stemHeight = (height - scale * heights.reduce(0, +)) / 2
    var box = MathBox(
      width: extents[0].advance * scale, height: max(-top, 0), depth: max(top + height, 0))
    func add(_ text: String, top: Double, ascent: Double, stretch: Double = 1) {
      let origin = Point(x: 0, y: top + ascent * stretch)
      box.pieces.append(
        .glyphs(
          Glyphs(
            string: text, fontSize: em * scale, origin: origin, stretch: stretch)))
    }
    var y = top
    for (index, piece) in pieces.enumerated() {
      add(piece, top: y, ascent: extents[index].ascent * scale)
      y += heights[index] * scale
      guard index < 2, stemHeight > 0 else { continue }
      // It reaches a little into the pieces, lest a seam be seen.
      let overlap = 0.02 * em
      add(
        "⎪", top: y - overlap, ascent: stem.ascent,
        stretch: (stemHeight + 2 * overlap) / (stem.ascent + stem.descent))
      y += stemHeight
    }
    return box
  }

  /// A bracket of straight strokes, as thick as those of the font however high it is; `nil` for
  /// other brackets.
  private func squareBracket(
    _ text: String, height: Double, width: Double, in style: MathStyle
  ) -> MathBox? {
    let isOnLeft = "[⌊⌈".contains(text)
    guard isOnLeft || "]⌋⌉".contains(text) else { return nil }
    let em = em(style), top = -height / 2 - axisHeight(style)
    let thickness = 0.085 * em, serif = 0.21 * em, side = 0.09 * em
    var box = MathBox(width: width)
    let stem = isOnLeft ? side : width - side - thickness
    box.addRule(x: stem, y: top, width: thickness, thickness: height)
    let start = isOnLeft ? side : width - side - serif
    if !"⌊⌋".contains(text) {
      box.addRule(x: start, y: top, width: serif, thickness: 0.07 * em)
    }
    if !"⌈⌉".contains(text) {
      box.addRule(
        x: start, y: top + height - 0.07 * em, width: serif, thickness: 0.07 * em)
    }
    return box
  }
}
