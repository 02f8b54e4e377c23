extension MathSetter {
  /// A fraction on the axis (appendix G, rule 15).
  func fraction(
    _ numerator: [MathNode], _ denominator: [MathNode], hasBar: Bool = true, in style: MathStyle
  ) throws -> MathBox {
    let em = em(style), axis = axisHeight(style), thickness = ruleThickness(style)
    let isDisplay = style.level == .display
    let above = try set(numerator, in: style.numerator).closed
    let below = try set(denominator, in: style.numerator.cramped).closed
    // Where baselines stand for digits; what is deeper or higher keeps its distance from the bar.
    let clearance = (isDisplay ? 2.5 : 1.2) * thickness
    let raise = max(
      axis + (isDisplay ? 0.39 : 0.16) * em, axis + thickness / 2 + clearance + above.depth)
    let drop = max(
      (isDisplay ? 0.68 : 0.35) * em, below.height + clearance + thickness / 2 - axis)
    let side = 0.1 * em
    let width = max(above.width, below.width)
    var box = MathBox(width: width + 2 * side)
    box.add(above, x: side + (width - above.width) / 2, y: -raise)
    box.add(below, x: side + (width - below.width) / 2, y: drop)
    if hasBar {
      box.addRule(x: side, y: -axis - thickness / 2, width: width, thickness: thickness)
    }
    return box
  }

  /// A fraction without a bar in parentheses (appendix G, rule 15e).
  func binomial(
    _ upper: [MathNode], _ lower: [MathNode], in style: MathStyle
  ) throws -> MathBox {
    let content = try fraction(upper, lower, hasBar: false, in: style)
    return try enclosed(content, "(", ")", in: style)
  }

  /// A box between brackets as high as it is.
  func enclosed(
    _ content: MathBox, _ left: String?, _ right: String?, in style: MathStyle
  ) throws -> MathBox {
    let axis = axisHeight(style)
    let height = 1.96 * max(content.height - axis, content.depth + axis)
    var box = MathBox()
    for part in [
      try bracket(left, covering: height, in: style), content,
      try bracket(right, covering: height, in: style),
    ] {
      box.add(part, x: box.width)
      box.width += part.width
    }
    return box
  }

  /// A root: the sign, stretched to the height of the content, and a bar that goes on from its top
  /// right corner (appendix G, rule 11).
  func root(_ degree: [MathNode]?, _ content: [MathNode], in style: MathStyle) throws -> MathBox {
    let em = em(style)
    let radicand = try set(content, in: style.cramped).closed
    let natural = try measurer.measure("√", fontSize: em, style: .upright)
    let inkHeight = natural.ascent + natural.descent
    let clearance = (style.level == .display ? 0.14 : 0.1) * em
    let least = radicand.height + radicand.depth + clearance + 0.075 * em
    let ratio = max(least / inkHeight, 1)
    // Half of the growth is a larger sign and half a stretched one: it remains a hook, and its
    // strokes do not grow as much as it does.
    let scale = min(ratio.squareRoot(), 1.4), stretch = ratio / scale
    // The sign ends in a short bar, 0.047 em of it.
    let thickness = min(0.047 * em * ratio, 0.075 * em)
    let spare = inkHeight * ratio - radicand.height - radicand.depth - clearance - thickness
    let top = radicand.height + clearance + thickness + max(spare / 2, 0)
    let sign = Glyphs(
      string: "√", fontSize: em * scale,
      origin: Point(x: 0, y: natural.ascent * ratio - top), stretch: stretch)
    let signWidth = natural.advance * scale
    var box = MathBox(
      width: signWidth + radicand.width + 0.04 * em, height: top,
      depth: max(inkHeight * ratio - top, 0), pieces: [.glyphs(sign)])
    box.add(radicand, x: signWidth)
    // It begins a little inside the sign, lest a seam be seen.
    let overlap = 0.03 * em
    box.addRule(
      x: signWidth - overlap, y: -top, width: radicand.width + 0.04 * em + overlap,
      thickness: thickness)
    guard let degree else { return box }
    return try root(box, withDegree: degree, signWidth: signWidth, in: style)
  }

  /// A root with its degree over the hook of the sign.
  private func root(
    _ root: MathBox, withDegree degree: [MathNode], signWidth: Double, in style: MathStyle
  ) throws -> MathBox {
    let script = try set(degree, in: MathStyle(level: .scriptscript)).closed
    // The hook ends at three fifths of the height, and above it the left three fifths are free.
    let free = 0.6 * signWidth
    let shift = max(0, script.width - free)
    let raise = 0.62 * (root.height + root.depth) - root.depth + script.depth
    var box = MathBox(width: root.width + shift)
    box.add(script, x: shift + free - script.width, y: -raise)
    box.add(root, x: shift)
    return box
  }
}
