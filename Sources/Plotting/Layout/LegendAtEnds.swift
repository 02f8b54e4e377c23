internal import Typesetting

/// Where a curve goes out of sight or ends, furthest along it.
private struct CurveEnd {
  let index: Int
  /// The last part of it that is within the axes.
  let run: [Point]
  let place: Point
  let line: TypesetLine
}

extension PanelLayout {
  /// Names the curves where they end: right of the axes those that reach the right edge, in the order
  /// of their heights, and the others beside their ends within the axes.
  ///
  /// - Returns: Whether each curve has an end in sight and a place for its name there; nothing is
  ///   drawn if not. Beside a second y axis there is none.
  mutating func addLegendAtEnds(_ axesStyle: AxesStyle) throws -> Bool {
    guard panel.twin == nil else { return false }
    let named = runs.indices.filter { !panel.curves[$0].label.isEmpty }
    let ends = try named.compactMap { index -> CurveEnd? in
      guard let run = lastVisible(of: runs[index]), let place = run.last else { return nil }
      let line = try measurer.typeset(
        panel.curves[index].label, fontSize: theme.labelSize, alignment: .left)
      return CurveEnd(index: index, run: run, place: place, line: line)
    }
    // Curves that are drawn to the end of their data end a margin before the edge.
    let reach = axes.right - 1.2 * theme.dataMargin * axes.width
    let inner = ends.filter { $0.place.x < reach }
    guard ends.count == named.count,
      let outside = namesOutside(
        ends.filter { $0.place.x >= reach }, beside: try arrow(of: axesStyle)),
      let inside = namesInside(inner)
    else { return false }
    for (end, height) in outside { addNameOutside(end, height: height) }
    for (end, place) in zip(inner, inside) {
      occupied.append(place.box)
      addText(
        end.line, as: .legendLabel(index: end.index),
        from: place.origin, color: color(of: end))
    }
    return true
  }

  private func color(of end: CurveEnd) -> Color {
    theme.curve(panel.style(ofCurve: end.index)).color
  }

  private func lastVisible(of runs: [[Point]]) -> [Point]? {
    runs.reversed().lazy.compactMap { clip($0, to: axes).last }.first
  }

  /// The heights of names beside the right edge; `nil` if one would have to move further than its line
  /// can be followed.
  ///
  /// - Parameter arrow: The heights that the middles of names keep off.
  private func namesOutside(
    _ ends: [CurveEnd], beside arrow: ClosedRange<Double>?
  ) -> [(CurveEnd, Double)]? {
    // Formulas can be higher than a line of letters.
    let heights = ends.map(\.line.extent.height)
    let apart = max(1.25 * theme.labelSize, (heights.max() ?? 0) + 0.2 * theme.labelSize)
    // Of those that leave through the same edge, the first to leave is the furthest out.
    let sorted = ends.map { end in
      (end: end, steepness: end.place.y <= axes.midY ? end.place.x : -end.place.x)
    }.sorted {
      ($0.end.place.y, $0.steepness, $0.end.index) < ($1.end.place.y, $1.steepness, $1.end.index)
    }.map(\.end)
    let bounds = axes.top...max(axes.top, axes.bottom)
    let places: [Double]
    if let arrow {
      let middle = arrow.lowerBound / 2 + arrow.upperBound / 2
      let above = sorted.map(\.place.y).filter { $0 <= middle }
      let upper = max(bounds.lowerBound, arrow.lowerBound)
      let lower = min(bounds.upperBound, arrow.upperBound)
      places =
        Self.spread(above, apart: apart, within: bounds.lowerBound...upper)
        + Self.spread(
          sorted.map(\.place.y).dropFirst(above.count).map { $0 }, apart: apart,
          within: lower...bounds.upperBound)
    } else {
      places = Self.spread(sorted.map(\.place.y), apart: apart, within: bounds)
    }
    let isNear = zip(sorted, places).allSatisfy { ($0.place.y - $1).magnitude <= 3 * apart }
    return isNear ? Array(zip(sorted, places)) : nil
  }

  /// Where the arrow of an axis through the origin and its name are in the way of names: the heights of
  /// these. `nil` for axes that end at the edge.
  private func arrow(of axesStyle: AxesStyle) throws -> ClosedRange<Double>? {
    guard axesStyle == .origin else { return nil }
    let plain = labelLine.ascent / 2 + labelLine.descent
    let named = try typesetLabel(of: .x)?.extent
    let height = crossing.y + labelLine.ascent / 2
    let top = min(height - (named?.ascent ?? 0), crossing.y - theme.arrowWidth / 2)
    let bottom = max(height + (named?.descent ?? 0), crossing.y + theme.arrowWidth / 2)
    return (top - plain)...(bottom + plain)
  }

  private mutating func addNameOutside(_ end: CurveEnd, height: Double) {
    let em = theme.labelSize
    let start = axes.right + em / 3, turn = start + em / 2, stop = turn + 1.2 * em
    let text = Point(x: stop + em / 3, y: height + 0.35 * em)
    enclose(end.line.extent.box(at: text))
    let entry = panel.legendEntry(ofCurve: end.index)
    let handle = [
      Point(x: start, y: end.place.y), Point(x: turn, y: height), Point(x: stop, y: height),
    ]
    for element in Legend.entry(
      entry, end.line, index: end.index, panel: nil, theme: theme, handle: handle, text: text)
    {
      add(element.mark, element.shape)
    }
  }

  /// The places of names beside ends within the axes, each nearer to its own curve than to any other;
  /// `nil` if one has none.
  private func namesInside(_ ends: [CurveEnd]) -> [LabelPlace]? {
    guard !ends.isEmpty else { return [] }
    let choice = LabelPlaces(axes: axes, em: theme.labelSize, dotRadius: 0)
    let costs = labelCosts([])
    let curves = runs.map { $0.flatMap { PolylineThinning.thinned($0).segments } }
    let candidates = ends.map { end in
      let owner = LabelCosts.Owner(
        dots: [], line: curves[end.index],
        otherDots: ends.map(\.place).filter { !$0.isNear(end.place) },
        otherLines: curves.indices.filter { $0 != end.index }.flatMap { curves[$0] },
        distinction: 0.5)
      return choice.atEnd(of: end.run, end.line.extent).map {
        (place: $0, cost: costs.cost(of: $0, for: owner))
      }.filter { $0.cost < LabelCosts.leader }
    }
    guard candidates.allSatisfy({ !$0.isEmpty }) else { return nil }
    let places = LabelCosts.choice(among: candidates)
    for (index, place) in places.enumerated() {
      let isFree = places[..<index].allSatisfy { LabelCosts.cost(of: $0, beside: place) == 0 }
      guard isFree else { return nil }
    }
    return places
  }

  /// Ascending places moved as little as keeps them apart; within the bounds as far as they fit.
  static func spread(
    _ places: [Double], apart distance: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    // Groups of places that touch, each centred where its members would be.
    var groups: [(count: Int, sum: Double)] = []
    func first(_ group: (count: Int, sum: Double)) -> Double {
      let centred = group.sum / Double(group.count) - distance * Double(group.count - 1) / 2
      let last = bounds.upperBound - distance * Double(group.count - 1)
      return max(bounds.lowerBound, min(centred, last))
    }
    for place in places {
      var group = (count: 1, sum: place)
      while let before = groups.last,
        first(before) + distance * Double(before.count) > first(group)
      {
        groups.removeLast()
        group = (before.count + group.count, before.sum + group.sum)
      }
      groups.append(group)
    }
    return groups.flatMap { group in
      (0..<group.count).map { first(group) + distance * Double($0) }
    }
  }
}
