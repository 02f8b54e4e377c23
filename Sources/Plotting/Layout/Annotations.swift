internal import Typesetting

extension PanelLayout {
  /// The shades, behind everything else.
  mutating func addShades() {
    for (index, annotation) in panel.annotations.enumerated() {
      guard case .shade(let range) = annotation else { continue }
      let left = max(pageX(range.lowerBound), axes.left)
      let right = min(pageX(range.upperBound), axes.right)
      guard left < right else { continue }
      let box = Rectangle(left: left, top: axes.top, width: right - left, height: axes.height)
      add(.annotation(index: index), .box(box, theme.shade))
    }
  }

  /// The lines, behind the curves.
  mutating func addLines() {
    for (index, annotation) in panel.annotations.enumerated() {
      let line = line(of: annotation)
      guard !line.isEmpty else { continue }
      let isKink = if case .kink = annotation { true } else { false }
      let style = isKink ? theme.kinkLine : theme.annotation
      add(.annotation(index: index), .stroke([line], style, clip: axes))
    }
  }

  /// Where a line is on the page; empty for what is none or out of sight.
  func line(of annotation: Annotation) -> [Point] {
    switch annotation {
    case .level(.x, let value, _), .kink(let value):
      let x = pageX(value)
      guard axes.left <= x, x <= axes.right else { return [] }
      return [Point(x: x, y: axes.bottom), Point(x: x, y: axes.top)]
    case .level(.y, let value, _):
      let y = pageY(value)
      guard axes.top <= y, y <= axes.bottom else { return [] }
      return [Point(x: axes.left, y: y), Point(x: axes.right, y: y)]
    case .line(let slope, let intercept, _):
      let x = abscissas(ofSlope: slope, intercept)
      let points = points(x, x.map { slope * $0 + intercept }, reach: 2)
      return clip(points, to: axes.outset(by: 1)).max { $0.count < $1.count } ?? []
    case .shade, .point, .text, .words:
      return []
    }
  }

  /// The part of a line beside which words stand; empty for other annotations.
  func path(ofWords annotation: Annotation) -> [Point] {
    guard case .words(_, let range, let slope, let intercept, _) = annotation else { return [] }
    let x = (0...32).map { step in
      let share = Double(step) / 32
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
    let points = points(x, x.map { slope * $0 + intercept }, reach: 0)
    return clip(points, to: axes).max { $0.count < $1.count } ?? []
  }

  /// Where a straight line is evaluated. On an axis that is not linear it is bent, and steps of
  /// both axes follow it where it is level and where it is steep.
  private func abscissas(ofSlope slope: Double, _ intercept: Double) -> [Double] {
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
