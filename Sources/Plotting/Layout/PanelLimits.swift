/// What a panel shows, in coordinates of its scales.
struct PanelLimits {
  var x: AxisLimits
  var y: AxisLimits

  /// The limits that are given, or those that show the panel's curves with a margin.
  init(_ panel: Panel, margin: Double) throws(PlottingError) {
    x = try Self.xLimits(of: panel, margin: margin)
    y = try Self.yLimits(of: panel, x: x, margin: margin)
  }

  private static func xLimits(of panel: Panel, margin: Double) throws(PlottingError) -> AxisLimits {
    if let limits = panel.xLimits { return try panel.xScale.coordinates(limits) }
    return try AxisLimits(
      showing: panel.curves.lazy.flatMap(\.x).map { panel.xScale.coordinate($0) }, margin: margin)
  }

  private static func yLimits(
    of panel: Panel, x: AxisLimits, margin: Double
  ) throws(PlottingError) -> AxisLimits {
    if let limits = panel.yLimits { return try panel.yScale.coordinates(limits) }
    if let extent = panel.yExtent {
      return try AxisLimits(
        showing: [extent.lowerBound, extent.upperBound].map { panel.yScale.coordinate($0) },
        margin: margin)
    }
    // What the y axis has to hold when the x axis is cut: the coordinates that are in sight.
    let visible = panel.curves.lazy.flatMap { zip($0.x, $0.y) }
      .filter { x.contains(panel.xScale.coordinate($0.0)) }
      .map { panel.yScale.coordinate($0.1) }
    return try AxisLimits(showing: visible, margin: margin)
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
    }
    return all
  }

  private static func union(_ limits: [AxisLimits]) throws(PlottingError) -> AxisLimits {
    try AxisLimits(
      limits.map(\.lower).min() ?? 0, limits.map(\.upper).max() ?? 1)
  }

  /// Without the panels that are more than four times as high as the one in the middle, beside
  /// which all others would be flat lines; they are cut at the limits of the rest.
  private static func withoutGiants(_ limits: [AxisLimits]) -> [AxisLimits] {
    let heights = limits.map(\.span).sorted()
    guard limits.count > 2 else { return limits }
    return limits.filter { $0.span <= 4 * heights[heights.count / 2] }
  }
}
