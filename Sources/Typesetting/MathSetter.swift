/// Sets mathematics in boxes by the rules of TeX (The TeXbook, appendix G), with dimensions for a
/// text font, whose letters are wider and higher than those of TeX's fonts.
struct MathSetter<Measurer: TextMeasurer> {
  let measurer: Measurer
  /// The em of the text in points.
  let fontSize: Double
  /// From the baseline up to where a minus stands, in ems.
  private let axis: Double
  /// The height of small letters, in ems.
  private let xHeight: Double

  init(measurer: Measurer, fontSize: Double) throws {
    self.measurer = measurer
    self.fontSize = fontSize
    let minus = try measurer.measure("−", fontSize: fontSize, style: .upright)
    axis = (minus.ascent - minus.descent) / 2 / fontSize
    xHeight = try measurer.measure("x", fontSize: fontSize, style: .upright).ascent / fontSize
  }

  // MARK: Dimensions

  func em(_ style: MathStyle) -> Double { fontSize * style.scale }

  func axisHeight(_ style: MathStyle) -> Double { axis * em(style) }

  func xHeight(_ style: MathStyle) -> Double { xHeight * em(style) }

  /// The thickness of bars: somewhat less than the strokes of letters, as in TeX's fonts.
  func ruleThickness(_ style: MathStyle) -> Double { 0.06 * em(style) }

  // MARK: Lists

  /// A list, its neighbours spaced by their classes.
  func set(_ nodes: [MathNode], in style: MathStyle) throws -> MathBox {
    if nodes.count == 1, case .atom(let atom) = nodes[0] { return try set(atom, in: style) }
    var kinds = MathSpacing.resolved(
      nodes.compactMap { if case .atom(let atom) = $0 { atom.kind } else { nil } })[...]
    var style = style
    var line = MathBox(), correction = 0.0
    var previous: MathClass?
    for node in nodes {
      switch node {
      case .space(let mu): line.width += correction + mu / 18 * em(style)
      case .style(let level): style = MathStyle(level: level, isCramped: style.isCramped)
      case .atom(let atom):
        let box = try set(atom, in: style)
        guard let kind = kinds.popFirst() else { continue }
        let space = previous.map { MathSpacing.mu(between: $0, and: kind, in: style) } ?? 0
        // Two that lean alike are as far apart as if they stood upright.
        if space > 0 || !box.beginsLeaning { line.width += correction }
        line.beginsLeaning = line.pieces.isEmpty ? box.beginsLeaning : line.beginsLeaning
        line.width += space / 18 * em(style)
        line.add(box, x: line.width)
        line.width += box.width
        correction = box.italicCorrection
        previous = kind
        continue
      }
      correction = 0
    }
    line.width += correction
    return line
  }

  /// An atom with its scripts.
  private func set(_ atom: MathAtom, in style: MathStyle) throws -> MathBox {
    let base = try set(atom.nucleus, in: style)
    guard atom.hasScripts else { return base }
    let isAbove =
      atom.limits == .aboveAndBelow || atom.limits == .inDisplayStyle && style.level == .display
    return try isAbove
      ? limits(of: atom, on: base, in: style) : scripts(of: atom, on: base, in: style)
  }

  private func set(_ nucleus: MathNucleus, in style: MathStyle) throws -> MathBox {
    switch nucleus {
    case .symbol(let text, let fontStyle): try symbol(text, fontStyle, em: em(style))
    case .text(let text): try symbol(text, .upright, em: em(style)).closed
    case .list(let nodes): try set(nodes, in: style)
    case .largeOperator(let text): try largeOperator(text, in: style)
    case .fraction(let numerator, let denominator, let level):
      try fraction(
        numerator, denominator,
        in: MathStyle(level: level ?? style.level, isCramped: style.isCramped))
    case .binomial(let upper, let lower, let level):
      try binomial(
        upper, lower, in: MathStyle(level: level ?? style.level, isCramped: style.isCramped))
    case .root(let degree, let content): try root(degree, content, in: style)
    case .fenced(let delimiters, let contents): try fenced(delimiters, contents, in: style)
    case .bracket(let text, let height):
      try bracket(text, covering: height * em(style), in: style)
    case .accent(let mark, let content): try accent(mark, on: content, in: style)
    case .wideAccent(let mark, let content): try wideAccent(mark, on: content, in: style)
    case .braced(let content, let isAbove): try braced(content, isAbove: isAbove, in: style)
    case .overline(let content): try overline(content, in: style)
    case .underline(let content): try underline(content, in: style)
    case .cases(let rows): try cases(rows, in: style)
    case .matrix(let rows, let left, let right): try matrix(rows, left, right, in: style)
    case .bold(let content): try bold(content, in: style)
    case .phantom(let content): try phantom(content, in: style)
    }
  }

  /// Characters in one run.
  func symbol(_ text: String, _ fontStyle: FontStyle, em: Double) throws -> MathBox {
    let extent = try measurer.measure(text, fontSize: em, style: fontStyle)
    return MathBox(
      width: extent.advance, height: max(extent.ascent, 0), depth: max(extent.descent, 0),
      italicCorrection: max(extent.overhang, 0), beginsLeaning: fontStyle == .italic,
      isCharacter: true,
      pieces: [.glyphs(Glyphs(string: text, fontSize: em, style: fontStyle))])
  }

  /// The content with strokes half as thick again, as many fonts have no bold letters of mathematics.
  private func bold(_ content: [MathNode], in style: MathStyle) throws -> MathBox {
    var box = try set(content, in: style)
    let thickness = 0.045 * em(style), half = thickness / 2
    box.pieces = box.pieces.map { piece in
      switch piece.moved(x: half, y: 0) {
      case .glyphs(var run):
        run.emboldening += thickness
        return .glyphs(run)
      case .rule(let bar): return .rule(bar.outset(by: half))
      case .area(let points): return .area(points)
      }
    }
    box.width += thickness
    box.height += half
    box.depth += half
    return box
  }

  private func phantom(_ content: [MathNode], in style: MathStyle) throws -> MathBox {
    var box = try set(content, in: style).closed
    box.pieces = []
    return box
  }
}
