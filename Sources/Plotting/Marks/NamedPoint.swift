internal import Typesetting

/// A point in the colour of a curve, with words beside it.
public struct NamedPoint: Sendable, Hashable {
  /// The abscissa.
  public var x: Double
  /// The ordinate.
  public var y: Double
  /// The words; none if empty.
  public var label: String
  /// Which of the theme's curve styles gives the colour.
  public var curveStyle: Int
  /// Whether it looks like the dots of data, and not like a point that is marked on a curve.
  public var isDatum = false
}

extension Annotation {
  /// A point in the colour of a curve style, with words beside it.
  public static func point(x: Double, y: Double, label: String, style: Int) -> Annotation {
    .point(NamedPoint(x: x, y: y, label: label, curveStyle: style))
  }

  /// A point of data with words beside it.
  public static func datum(x: Double, y: Double, label: String, style: Int) -> Annotation {
    .point(NamedPoint(x: x, y: y, label: label, curveStyle: style, isDatum: true))
  }
}

extension NamedPoint: AnnotationMark {
  var style: Int? { curveStyle }

  func obstacle(in limits: PanelLimits, of panel: Panel) -> PlottingError? {
    limits.obstacle(to: x, .x, in: panel) ?? limits.obstacle(to: y, .y, in: panel)
  }

  func center(in layout: PanelLayout<some TextMeasurer>) -> Point? { layout.visiblePoint(x, y) }
}
