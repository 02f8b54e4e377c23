internal import Typesetting

/// A line across the axes at a value of an axis.
public struct LevelLine: Sendable, Hashable {
  /// The axis that has the value; the line is at right angles to it.
  public var axis: Axis
  /// The value.
  public var value: Double
  /// The words beside the line; none if empty.
  public var label: String
}

extension Annotation {
  /// A line across the axes at a value of an axis.
  public static func level(_ axis: Axis, value: Double, label: String) -> Annotation {
    .level(LevelLine(axis: axis, value: value, label: label))
  }
}

extension LevelLine: AnnotationMark {
  var level: Double? { axis == .y ? value : nil }

  func obstacle(in limits: PanelLimits, of panel: Panel) -> PlottingError? {
    limits.obstacle(to: value, axis, in: panel)
  }

  func line(in layout: PanelLayout<some TextMeasurer>) -> [Point] {
    guard axis == .y else { return layout.uprightLine(at: value) }
    let y = layout.pageY(value), axes = layout.axes
    guard axes.top <= y, y <= axes.bottom else { return [] }
    return [Point(x: axes.left, y: y), Point(x: axes.right, y: y)]
  }
}
