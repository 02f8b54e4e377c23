/// What a panel shows, in coordinates of its scales.
struct PanelLimits {
  var x: AxisLimits
  var y: AxisLimits
  /// Those of the second y axis; `nil` if there is none.
  var twin: AxisLimits?

  /// The limits that are given, or those that show the panel's curves with a margin.
  init(_ panel: Panel, margin: Double) throws(PlottingError) {
    x = try Self.xLimits(of: panel, margin: margin)
    y = try Self.yLimits(of: panel, x: x, margin: margin)
    if let other = panel.atTwin { twin = try Self.yLimits(of: other, x: x, margin: margin) }
  }

  /// The limits of an axis that the panel has.
  subscript(axis: Axis) -> AxisLimits {
    switch axis {
    case .x: x
    case .y: y
    case .twin: twin ?? y
    }
  }

  private static func xLimits(of panel: Panel, margin: Double) throws(PlottingError) -> AxisLimits {
    if let limits = panel.x.limits { return try panel.x.scale.coordinates(limits) }
    let all = [panel, panel.atTwin].compactMap { $0 }
    let marks = all.flatMap { $0.curves.map(\.x) + $0.areas.map(\.x) + [$0.heldAbscissas] }
    return try AxisLimits(
      showing: marks.lazy.joined().map { panel.x.scale.coordinate($0) }, margin: margin)
  }

  private static func yLimits(
    of panel: Panel, x: AxisLimits, margin: Double
  ) throws(PlottingError) -> AxisLimits {
    if let limits = panel.y.limits { return try panel.y.scale.coordinates(limits) }
    if let extent = panel.yExtent {
      let ends = [extent.lowerBound, extent.upperBound].map { panel.y.scale.coordinate($0) }
      return try AxisLimits(showing: withLevels(ends, of: panel), margin: margin)
    }
    // What the y axis has to hold when the x axis is cut: the coordinates that are in sight.
    let dots = (panel.dots.map(\.x), panel.dots.map(\.y))
    let marks = panel.areas.map { ($0.x, $0.y) } + panel.curves.map { ($0.x, $0.y) } + [dots]
    let visible = marks.lazy.flatMap { zip($0.0, $0.1) }
      .filter { x.contains(panel.x.scale.coordinate($0.0)) }
      .map { panel.y.scale.coordinate($0.1) }
    guard panel.annotations.contains(where: { $0.mark.level != nil }) else {
      return try AxisLimits(showing: visible, margin: margin)
    }
    return try AxisLimits(showing: withLevels(Array(visible), of: panel), margin: margin)
  }

  /// The coordinates of curves and of the level lines that are to be seen with them: asymptotes are
  /// often a little beyond. What would leave the curves less than half of the height is not shown.
  private static func withLevels(_ coordinates: [Double], of panel: Panel) -> [Double] {
    let finite = coordinates.filter(\.isFinite)
    guard let lower = finite.min(), let upper = finite.max() else { return coordinates }
    let levels = panel.annotations.compactMap(\.mark.level).map { panel.y.scale.coordinate($0) }
    let reach = 2 * (upper - lower)
    return [lower, upper] + levels.filter { upper - $0 <= reach && $0 - lower <= reach }
  }

  /// The limits of all panels, with the same for all of them along the axes that they share.
  static func limits(of figure: Figure) throws(PlottingError) -> [PanelLimits] {
    var all: [PanelLimits] = []
    for panel in figure.panels {
      all.append(try PanelLimits(panel, margin: figure.theme.dataMargin))
    }
    if figure.shared.contains(.x) {
      let common = try union(all.map(\.x))
      for index in all.indices { all[index].x = common }
    }
    if figure.shared.contains(.y) {
      let common = try union(withoutGiants(all.map(\.y)))
      for index in all.indices { all[index].y = common }
      let twins = all.compactMap(\.twin)
      if !twins.isEmpty {
        let common = try union(withoutGiants(twins))
        for index in all.indices where all[index].twin != nil { all[index].twin = common }
      }
    }
    return all
  }

  private static func union(_ limits: [AxisLimits]) throws(PlottingError) -> AxisLimits {
    try AxisLimits(
      limits.map(\.lower).min() ?? 0, limits.map(\.upper).max() ?? 1)
  }

  /// Without the panels beside which all others would be flat lines, which are cut at the limits of the
  /// rest: those that are more than four times as high as the one in the middle, and of many panels the
  /// few without which the rest is half as high again.
  private static func withoutGiants(_ limits: [AxisLimits]) -> [AxisLimits] {
    let heights = limits.map(\.span).sorted()
    guard limits.count > 2 else { return limits }
    let usual = limits.filter { $0.span <= 4 * heights[heights.count / 2] }
    var rest = usual
    for _ in 0..<(limits.count < 6 ? 0 : max(1, limits.count / 8)) {
      let reaches = rest.indices.map { index in
        reach(of: rest.indices.lazy.filter { $0 != index }.map { rest[$0] })
      }
      guard let giant = reaches.indices.min(by: { reaches[$0] < reaches[$1] }) else { break }
      rest.remove(at: giant)
      if reach(of: usual) >= 1.5 * reach(of: rest) { return rest }
    }
    return usual
  }

  /// How much an axis shows that shows all of these.
  private static func reach(of limits: some Sequence<AxisLimits>) -> Double {
    let ends = limits.reduce((Double.infinity, -Double.infinity)) {
      (min($0.0, $1.lower), max($0.1, $1.upper))
    }
    return ends.1 - ends.0
  }
}

extension PanelLimits {
  /// What an axis of the panel shows, in values.
  fileprivate func values(_ axis: Axis, of panel: Panel) -> ClosedRange<Double> {
    let scale = panel[axis].scale, limits = self[axis]
    let lower = scale.value(ofCoordinate: limits.lower)
    return lower...max(lower, scale.value(ofCoordinate: limits.upper))
  }

  /// Those of what is drawn by the second y axis.
  fileprivate var ofTwin: PanelLimits {
    var limits = self
    limits.y = self[.twin]
    limits.twin = nil
    return limits
  }

  /// Why something at a value of an axis cannot be seen in the panel; `nil` if it can.
  func obstacle(
    to value: Double, _ axis: Axis, in panel: Panel
  ) -> PlottingError? {
    let scale = panel[axis].scale, limits = self[axis]
    guard !limits.contains(scale.coordinate(value)) else { return nil }
    return .outOfSight(axis, value: value, shown: values(axis, of: panel))
  }
}

extension Figure {
  /// What the y axes of the panels show, in values; of a second one only where there is one.
  ///
  /// - Throws: `PlottingError` where there is nothing to show, or limits are none.
  package func shownOrdinates() throws(PlottingError) -> [(
    y: ClosedRange<Double>, twin: ClosedRange<Double>?
  )] {
    zip(panels, try PanelLimits.limits(of: self)).map { panel, limits in
      (limits.values(.y, of: panel), panel.twin.map { _ in limits.values(.twin, of: panel) })
    }
  }

  /// Makes sure that lines, words and points are seen in a panel: of the points at an x, which are one
  /// for each curve, one at least.
  func checkSight(_ limits: [PanelLimits]) throws(PlottingError) {
    var obstacles: [(Annotation, PlottingError)] = []
    var seen: Set<Annotation> = []
    var seenPoints: Set<Double> = []
    let sides = zip(panels, limits).flatMap { panel, limits in
      [(panel, limits)] + (panel.atTwin.map { [($0, limits.ofTwin)] } ?? [])
    }
    for (panel, limits) in sides {
      for annotation in panel.annotations {
        if let obstacle = annotation.mark.obstacle(in: limits, of: panel) {
          obstacles.append((annotation, obstacle))
        } else {
          seen.insert(annotation)
          if case .point(let point) = annotation { seenPoints.insert(point.x) }
        }
      }
    }
    for (annotation, obstacle) in obstacles where !seen.contains(annotation) {
      if case .point(let point) = annotation, seenPoints.contains(point.x) { continue }
      throw obstacle
    }
  }
}
