internal import Glibc

extension MathSetter {
  /// A mark over the middle of the content's top.
  func accent(
    _ mark: String, on content: [MathNode], in style: MathStyle
  ) throws -> MathBox {
    let em = em(style)
    let base = try set(content, in: style.cramped)
    let size = mark == "→" ? 0.6 * em : em
    let extent = try measurer.measure(mark, fontSize: size, style: .upright)
    // The bottom of the mark is a little above the ink of the content.
    let rise = base.height + 0.08 * em + extent.descent
    let center = base.width / 2 + (try lean(of: content, base, in: style))
    let x = center - extent.advance / 2
    var box = base
    box.isCharacter = base.isCharacter
    box.pieces.append(
      .glyphs(Glyphs(string: mark, fontSize: size, origin: Point(x: x, y: -rise))))
    box.height = max(base.height, rise + extent.ascent)
    return box
  }

  /// A hat or tilde over all of the content. One of the font that is made larger would be of thicker
  /// strokes than the letters, so it is drawn.
  func wideAccent(
    _ accent: WideAccent, on content: [MathNode], in style: MathStyle
  ) throws -> MathBox {
    let em = em(style), thickness = 1.3 * ruleThickness(style)
    var box = try set(content, in: style.cramped).closed
    box.isCharacter = false
    let rise = min(0.12 * em + 0.04 * box.width, 0.24 * em)
    let bottom = -box.height - 0.1 * em
    let steps = accent == .hat ? 2 : 40
    let middles = (0...steps).map { step in
      let share = Double(step) / Double(steps)
      let up =
        switch accent {
        case .hat: 1 - (2 * share - 1).magnitude
        case .tilde: (1 + sin(2 * .pi * share)) / 2
        }
      return Point(x: share * box.width, y: bottom - thickness / 2 - up * rise)
    }
    func edge(_ offset: Double) -> [Point] {
      middles.map { Point(x: $0.x, y: $0.y + offset) }
    }
    box.pieces.append(.area(edge(-thickness / 2) + edge(thickness / 2).reversed()))
    box.height = -bottom + thickness + rise
    return box
  }

  /// A brace over or under all of the content: two arms that end in points and meet in one.
  func braced(
    _ content: [MathNode], isAbove: Bool, in style: MathStyle
  ) throws -> MathBox {
    let em = em(style), thickness = 1.3 * ruleThickness(style), gap = 0.12 * em
    var box = try set(content, in: style).closed
    box.isCharacter = false
    let height = 0.3 * em, reach = min(0.3 * em, box.width / 4), middle = box.width / 2
    let steps = 12
    // From the outer end of an arm up to the point in the middle, with the way across the stroke.
    let arm = (0...2 * steps).map { step -> (place: Point, across: Point) in
      let isRising = step > steps
      let turn =
        Double(step % steps == 0 && step > 0 ? steps : step % steps) * .pi / 2 / Double(steps)
      let place =
        isRising
        ? Point(x: middle - reach * (1 - sin(turn)), y: height / 2 * (2 - cos(turn)))
        : Point(x: reach * (1 - cos(turn)), y: height / 2 * sin(turn))
      // Thin where it begins and in the middle, thick between.
      let along = isRising ? turn : .pi / 2 - turn
      let half = thickness / 2 * (1 - 0.8 * along / (.pi / 2))
      return (place, Point(x: -sin(along) * half, y: cos(along) * half))
    }
    let base = isAbove ? -box.height - gap : box.depth + gap, up = isAbove ? -1.0 : 1.0
    func edge(_ side: Double) -> [Point] {
      let left = arm.map {
        Point(x: $0.place.x + side * $0.across.x, y: base + up * ($0.place.y + side * $0.across.y))
      }
      return left + left.reversed().map { Point(x: box.width - $0.x, y: $0.y) }
    }
    box.pieces.append(.area(edge(1) + edge(-1).reversed()))
    if isAbove { box.height += gap + height } else { box.depth += gap + height }
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
