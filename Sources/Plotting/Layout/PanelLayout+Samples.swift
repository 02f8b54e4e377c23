internal import Typesetting

extension PanelLayout {
  /// A line through samples on the page, NaN where it is broken.
  ///
  /// On a logarithmic axis a value at or below 0 has no place: it is further down than any edge. A
  /// line to such a sample runs out of the axes, where the straight line between both values does.
  ///
  /// - Parameter reach: How far beyond the axes it is cut, in points.
  func points(
    _ x: [Double], _ y: [Double], reach: Double
  ) -> [Point] {
    let samples = zip(x, y).map { Point(x: $0, y: $1) }
    guard panel.x.scale == .log || panel.y.scale == .log else { return samples.map { place($0) } }
    // To the edge along the straight line, which is bent on the page, and on from there.
    let edges = [edge(beyond: 0), edge(beyond: reach)]
    var points: [Point] = []
    var last: (sample: Point, hasPlace: Bool)?
    for sample in samples {
      let here = place(sample), hasPlace = here.isFinite
      if let last, !last.hasPlace || !hasPlace {
        let ways = edges.compactMap { edge in
          edge.visibleWay(from: last.sample, to: sample).map { (edge, $0) }
        }
        func place(_ part: Double, _ edge: Edge) -> Point {
          self.place(last.sample.advanced(by: part, to: sample), within: edge.corner)
        }
        if !last.hasPlace { points += ways.reversed().map { place($1.lowerBound, $0) } }
        if !hasPlace { points += ways.map { place($1.upperBound, $0) } }
      }
      points.append(here)
      last = (sample, hasPlace)
    }
    return points
  }

  /// The least values that are seen on logarithmic axes, or at a distance beyond what is seen.
  private struct Edge {
    /// On the page.
    let corner: Point
    let least: Point

    /// The part of a straight way from one sample to another on which both values are large enough.
    func visibleWay(from start: Point, to end: Point) -> ClosedRange<Double>? {
      guard start.isFinite, end.isFinite else { return nil }
      var enter = 0.0, leave = 1.0
      for (from, to) in [
        (start.x - least.x, end.x - least.x), (start.y - least.y, end.y - least.y),
      ] {
        if from < 0, to < 0 { return nil }
        if from < 0 { enter = max(enter, from / (from - to)) }
        if to < 0 { leave = min(leave, from / (from - to)) }
      }
      return enter <= leave ? enter...leave : nil
    }
  }

  private func edge(beyond reach: Double) -> Edge {
    func least(_ scale: AxisScale, _ limits: AxisLimits, _ length: Double) -> Double {
      guard scale == .log else { return -.infinity }
      let least = scale.value(ofCoordinate: limits.lower - reach / length * limits.span)
      // An axis can go on beyond the smallest number.
      return max(least, .leastNonzeroMagnitude)
    }
    return Edge(
      corner: Point(x: axes.left - reach, y: axes.bottom + reach),
      least: Point(
        x: least(panel.x.scale, limits.x, axes.width),
        y: least(panel.y.scale, limits.y, axes.height))
    )
  }

  private func place(_ sample: Point) -> Point { Point(x: pageX(sample.x), y: pageY(sample.y)) }

  /// The place of a point at an edge, to within rounding.
  private func place(_ sample: Point, within edge: Point) -> Point {
    let here = place(sample)
    return Point(
      x: here.x.isNaN ? edge.x : max(here.x, edge.x),
      y: here.y.isNaN ? edge.y : min(here.y, edge.y))
  }
}

extension Point {
  /// Whether both coordinates are numbers.
  var isFinite: Bool { x.isFinite && y.isFinite }

  /// The point that is that part of the way to another further.
  func advanced(by part: Double, to other: Point) -> Point {
    Point(x: x + part * (other.x - x), y: y + part * (other.y - y))
  }
}
