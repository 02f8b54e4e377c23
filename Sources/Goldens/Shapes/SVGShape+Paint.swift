extension SVGShape {
  /// Whether it is seen which of two shapes is drawn over the other: not if they do not overlap, and
  /// not if both are of one colour.
  func showsOrder(with other: SVGShape) -> Bool {
    if let color = onlyColor, color == other.onlyColor { return false }
    guard let box = paintBox, let otherBox = other.paintBox else { return true }
    let common = box.intersection(otherBox)
    return min(common.size.x, common.size.y) > 1e-3
  }

  /// The colour of all that it paints, whatever its opacity; `nil` if there are several, or others may
  /// come of it.
  private var onlyColor: SIMD3<UInt8>? {
    let isPlain = style.others.allSatisfy { content != nil && $0.hasPrefix("turned: ") }
    guard isPlain, content?.contains("fill") != true, content?.contains("color") != true else {
      return nil
    }
    let colors = [style.fill, style.stroke].compactMap { paint -> SIMD3<UInt8>? in
      if case .color(let color) = paint { color.channels } else { nil }
    }
    let count = [style.fill, style.stroke].count { $0 != nil }
    return colors.count == count && Set(colors).count == 1 ? colors.first : nil
  }

  /// Around all that it paints; `nil` if that is not known, as of text.
  private var paintBox: Box? {
    guard content == nil, style.others.isEmpty else { return nil }
    var box = bounds
    if style.stroke != nil {
      let half = style.width / 2
      if outline.verbs == [.move, .line], style.cap == "butt",
        bounds.size.x < 1e-6 || bounds.size.y < 1e-6
      {
        let margin: SIMD2<Double> = bounds.size.x < 1e-6 ? [half, 0] : [0, half]
        box = Box(low: bounds.low - margin, high: bounds.high + margin)
      } else {
        box = bounds.grown(by: outline.points.count == 2 ? 1.5 * half : style.reach)
      }
    }
    return clips.compactMap { Box($0.outline.points) }.reduce(box) { $0.intersection($1) }
  }

  /// What of a solid line along an axis is within a box; `nil` if it is none, or wholly in it or out.
  func line(within box: Box) -> SVGShape? {
    guard outline.verbs == [.move, .line], style.stroke != nil, style.fill == nil,
      style.cap == "butt", style.dashes.isEmpty, !box.contains(bounds),
      bounds.size.x < 1e-6 || bounds.size.y < 1e-6
    else { return nil }
    let axis = bounds.size.x < 1e-6 ? 1 : 0
    guard bounds.low[axis] < box.high[axis], bounds.high[axis] > box.low[axis] else { return nil }
    var cut = outline
    for index in cut.points.indices {
      cut.points[index][axis] = min(max(cut.points[index][axis], box.low[axis]), box.high[axis])
    }
    return SVGShape(name: name, outline: cut, style: style, clips: clips, title: title)
  }
}
