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
    case .shade, .point, .text:
      return []
    }
  }

  /// Where a straight line is evaluated. On an axis that is not linear it is bent, and steps of
  /// both axes follow it where it is level and where it is steep.
  private func abscissas(ofSlope slope: Double, _ intercept: Double) -> [Double] {
    func values(_ scale: AxisScale, _ limits: AxisLimits, in steps: Int) -> [Double] {
      (0...steps).map { step in
        scale.value(ofCoordinate: limits.lower + Double(step) / Double(steps) * limits.span)
      }
    }
    guard panel.xScale != .linear || panel.yScale != .linear else {
      return values(panel.xScale, limits.x, in: 1)
    }
    let x = values(panel.xScale, limits.x, in: 200)
    guard slope != 0 else { return x }
    let crossings = values(panel.yScale, limits.y, in: 200).map { ($0 - intercept) / slope }
    return (x + crossings.filter { x[0] < $0 && $0 < x[200] }).sorted()
  }

  /// Points and words, in front of the curves.
  mutating func addAnnotationLabels() throws {
    for case .point(let x, let y, _, _) in panel.annotations {
      guard let center = visiblePoint(x, y) else { continue }
      occupied.append(
        Rectangle(left: center.x, top: center.y, width: 0, height: 0)
          .outset(by: theme.pointRadius))
    }
    // Words that have one place only come first, so that the others find theirs beside them.
    for (index, annotation) in panel.annotations.enumerated() {
      guard case .text(let x, let y, let words) = annotation, let center = visiblePoint(x, y) else {
        continue
      }
      try addLabel(words, index, near: over(center))
    }
    for (index, annotation) in panel.annotations.enumerated() {
      switch annotation {
      case .point(let x, let y, let label, let style):
        guard let center = visiblePoint(x, y) else { continue }
        let color = theme.curve(style).color
        add(
          .annotation(index: index),
          .disc(
            at: center, radius: theme.pointRadius, fill: color, edge: theme.background,
            edgeWidth: theme.dotEdgeWidth))
        try addLabel(label, index, near: around(center))
      case .level(_, _, let label), .line(_, _, let label):
        let line = line(of: annotation)
        guard let start = line.first, let end = line.last else { continue }
        try addLabel(label, index, near: beside(start, end))
      case .shade, .kink, .text: continue
      }
    }
  }

  /// The place with its middle at a point, or so near to it that it is inside of the axes.
  private func over(_ center: Point) -> (TextExtent) -> [Point] {
    { extent in
      let middle = Point(x: center.x - extent.advance / 2, y: center.y + extent.middle)
      return [inside(middle, extent)]
    }
  }

  /// The place that is nearest to another and leaves the words inside of the axes, if they fit.
  private func inside(_ place: Point, _ extent: TextExtent) -> Point {
    let gap = theme.labelSize / 3
    func moved(_ place: Double, _ lower: Double, _ upper: Double) -> Double {
      lower > upper ? place : min(max(place, lower), upper)
    }
    return Point(
      x: moved(place.x, axes.left + gap, axes.right - gap - extent.advance),
      y: moved(place.y, axes.top + gap + extent.ascent, axes.bottom - gap - extent.descent))
  }

  /// Places beside a point: first above it to the right, then round it, and then further off.
  private func around(_ center: Point) -> (TextExtent) -> [Point] {
    let gap = theme.pointRadius + theme.labelSize / 4
    return { extent in
      let left = center.x - gap - extent.advance, right = center.x + gap
      let above = center.y - gap - extent.descent, below = center.y + gap + extent.ascent
      let middle = center.x - extent.advance / 2, level = center.y + extent.middle
      let line = extent.ascent + extent.descent
      let beside = [
        (right, above), (left, above), (right, below), (left, below), (right, level),
        (left, level), (middle, above), (middle, below),
      ]
      // A line further off, and a little more where the words between have their backing.
      let off = [line, line + theme.labelSize / 5].flatMap { line in
        [
          (right, above - line), (left, above - line), (right, below + line), (left, below + line),
          (middle, above - line), (middle, below + line),
        ]
      }
      return (beside + off).map { inside(Point(x: $0.0, y: $0.1), extent) }
    }
  }

  /// Places along a line, on both sides of it, from its end backwards.
  private func beside(_ start: Point, _ end: Point) -> (TextExtent) -> [Point] {
    let gap = theme.labelSize / 3
    return { extent in
      [0.98, 0.02, 0.8, 0.2, 0.5].flatMap { part -> [Point] in
        let x = start.x + part * (end.x - start.x), y = start.y + part * (end.y - start.y)
        let above = y - gap - extent.descent, below = y + gap + extent.ascent
        // Upright lines have room at their sides only, level ones above and below.
        let isUpright = (end.x - start.x).magnitude < 1e-9
        let inside = min(max(y + extent.middle, extent.ascent + gap), axes.bottom - gap)
        return isUpright
          ? [Point(x: x + gap, y: inside), Point(x: x - gap - extent.advance, y: inside)]
          : [above, below].flatMap { y in
            [x - extent.advance, x].map { Point(x: $0, y: y) }
          }
      }
    }
  }

  /// Words at the first place that is inside of the axes, clear of other words and dots, and covers
  /// least of the curves and lines.
  private mutating func addLabel(
    _ label: String, _ index: Int, near places: (TextExtent) -> [Point]
  ) throws {
    guard !label.isEmpty else { return }
    let line = try measurer.typeset(label, fontSize: theme.labelSize)
    let origins = places(line.extent)
    let costs = origins.map { cost(of: line.extent.box(at: $0).outset(by: 1)) }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return }
    let box = line.extent.box(at: origins[best])
    occupied.append(box)
    // What is behind words makes them hard to read.
    var backing = theme.legendBox
    backing.edgeWidth = 0
    backing.fill = theme.background
    add(.annotationBox(index: index), .box(box.outset(by: 1), backing))
    addText(label, as: .annotationLabel(index: index), line, from: origins[best])
  }

  /// How bad a place for words is: the length of curves and lines that they would cover, other words
  /// and the edge most of all.
  func cost(of box: Rectangle) -> Double {
    let isOutside = box.union(axes) != axes
    return coveredLength(box, withLines: true) + (isOutside ? 1e6 : 0)
      + 1e4 * Double(occupied.count { $0.overlaps(box) })
  }

  /// The length of curves in a box, and of other lines if they count, in points.
  func coveredLength(_ box: Rectangle, withLines: Bool = false) -> Double {
    (Array(runs.joined()) + (withLines ? lines : [])).reduce(0) { sum, run in
      sum + clip(run, to: box).reduce(0) { $0 + length(of: $1) }
    }
  }

  private func length(of run: [Point]) -> Double {
    zip(run, run.dropFirst()).reduce(0) { sum, way in
      let dx = way.1.x - way.0.x, dy = way.1.y - way.0.y
      return sum + (dx * dx + dy * dy).squareRoot()
    }
  }
}

extension TextExtent {
  /// How far below the middle of the text its baseline is.
  fileprivate var middle: Double { (ascent - descent) / 2 }
}
