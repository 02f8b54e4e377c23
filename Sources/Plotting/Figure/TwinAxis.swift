/// A second y axis at the right, and the marks whose ordinates it tells instead of the one at the left.
///
/// Both axes are linear, and each goes from the bottom to the top of the axes box between limits of its
/// own. Grid lines are those of the left one.
public struct TwinAxis: Sendable, Hashable {
  /// What is chosen about the axis.
  public var y: AxisOptions
  /// The values that an axis without limits has to hold; those of its curves if `nil`.
  public var yExtent: ClosedRange<Double>?
  /// Areas, in front of those of the left axis.
  public var areas: [Area]
  /// Curves, in front of those of the left axis.
  public var curves: [Curve]
  /// Single points, in front of those of the left axis.
  public var dots: [Dot]
  /// What explains these curves.
  public var annotations: [Annotation]

  /// The y axis of a panel and all that is drawn in it.
  public init(_ panel: Panel) {
    y = panel.y
    yExtent = panel.yExtent
    areas = panel.areas
    curves = panel.curves
    dots = panel.dots
    annotations = panel.annotations
  }
}

extension Panel {
  /// What is drawn by the second y axis, as a panel of its own; `nil` if there is none.
  var atTwin: Panel? {
    twin.map {
      Panel(
        areas: $0.areas, curves: $0.curves, dots: $0.dots, annotations: $0.annotations, x: x,
        y: $0.y,
        yExtent: $0.yExtent)
    }
  }

  /// The panel with the marks of the second y axis behind its own in every list, moved to where the
  /// first axis has these heights.
  fileprivate func onOneAxis(_ limits: PanelLimits) -> Panel {
    guard let twin, let from = limits.twin else { return self }
    let height = Height(from: from, to: limits.y)
    var panel = self
    panel.areas += twin.areas.map { area in
      var area = area
      area.y = area.y.map(height.moved)
      return area
    }
    let first = curves.count
    panel.curves += twin.curves.enumerated().map { index, curve in
      var curve = curve
      curve.y = curve.y.map(height.moved)
      curve.style = curve.style ?? first + index
      return curve
    }
    panel.dots += twin.dots.map { dot in
      var dot = dot
      dot.y = height.moved(dot.y)
      return dot
    }
    panel.annotations += twin.annotations.map { $0.moved(height) }
    return panel
  }
}

extension Figure {
  /// The figure with all marks of a panel by one y axis, with the second of which only the ticks and
  /// the label are left to be drawn.
  func onOneAxis(_ limits: [PanelLimits]) -> Figure {
    var figure = self
    figure.panels = zip(panels, limits).map { $0.onOneAxis($1) }
    return figure
  }

  /// Makes sure that second y axes go together with the rest.
  func checkTwins() throws(PlottingError) {
    for panel in panels {
      guard let twin = panel.twin else { continue }
      if axesStyle == .origin { throw .twinAtOrigin }
      if panel.hasEqualUnits { throw .twinWithEqualUnits }
      for scale in [panel.y.scale, twin.y.scale] where scale != .linear { throw .twinScale(scale) }
    }
  }
}

/// From the ordinates of one linear axis to those at which another one has the same heights.
private struct Height {
  let factor: Double
  let offset: Double

  init(from limits: AxisLimits, to others: AxisLimits) {
    factor = others.span / limits.span
    offset = others.lower - factor * limits.lower
  }

  /// Finite for every finite value, so that what is far out of sight is not taken for a break.
  func moved(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    let most = Double.greatestFiniteMagnitude
    return min(max(factor * value + offset, -most), most)
  }
}

extension Annotation {
  fileprivate func moved(_ height: Height) -> Annotation {
    switch self {
    case .level(var mark):
      if mark.axis != .x { mark.value = height.moved(mark.value) }
      return .level(mark)
    case .line(var mark):
      mark.slope *= height.factor
      mark.intercept = height.moved(mark.intercept)
      return .line(mark)
    case .point(var mark):
      mark.y = height.moved(mark.y)
      return .point(mark)
    case .text(var mark):
      mark.y = height.moved(mark.y)
      return .text(mark)
    case .words(var mark):
      mark.slope *= height.factor
      mark.intercept = height.moved(mark.intercept)
      return .words(mark)
    case .kink, .shade: return self
    }
  }
}
