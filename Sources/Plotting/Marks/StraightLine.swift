internal import Typesetting

/// The straight line y = slope · x + intercept.
public struct StraightLine: Sendable, Hashable {
  /// How much y grows with x.
  public var slope: Double
  /// The y at x = 0.
  public var intercept: Double
  /// The words beside the line; none if empty.
  public var label: String
}

extension Annotation {
  /// The straight line y = slope · x + intercept.
  public static func line(slope: Double, intercept: Double, label: String) -> Annotation {
    .line(StraightLine(slope: slope, intercept: intercept, label: label))
  }
}

extension StraightLine: AnnotationMark {
  var level: Double? { slope == 0 ? intercept : nil }

  func line(in layout: PanelLayout<some TextMeasurer>) -> [Point] {
    let x = layout.abscissas(ofSlope: slope, intercept)
    let points = layout.points(x, x.map { slope * $0 + intercept }, reach: 2)
    return clip(points, to: layout.axes.outset(by: 1)).max { $0.count < $1.count } ?? []
  }

  /// As a tangent does.
  func touches(_ point: NamedPoint) -> Bool {
    let size = (slope * point.x).magnitude + intercept.magnitude + point.y.magnitude
    return (slope * point.x + intercept - point.y).magnitude <= 1e-12 * size
  }
}

extension PanelLayout {
  /// Where a straight line is evaluated. On an axis that is not linear it is bent, and steps of
  /// both axes follow it where it is level and where it is steep.
  fileprivate func abscissas(ofSlope slope: Double, _ intercept: Double) -> [Double] {
    func values(_ scale: AxisScale, _ limits: AxisLimits, in steps: Int) -> [Double] {
      (0...steps).map { step in
        scale.value(ofCoordinate: limits.lower + Double(step) / Double(steps) * limits.span)
      }
    }
    guard panel.x.scale != .linear || panel.y.scale != .linear else {
      return values(panel.x.scale, limits.x, in: 1)
    }
    let x = values(panel.x.scale, limits.x, in: 200)
    guard slope != 0 else { return x }
    let crossings = values(panel.y.scale, limits.y, in: 200).map { ($0 - intercept) / slope }
    return (x + crossings.filter { x[0] < $0 && $0 < x[200] }).sorted()
  }
}
