internal import Typesetting

/// Cuts a broken line to a rectangle.
///
/// A figure's limits can lie far inside its data; a renderer's coordinates have an end, and what
/// is out of sight costs time and bytes. The rectangle should be larger than what is seen by more
/// than the line's width, so that the cuts stay out of sight.
///
/// - Returns: The runs inside. A point that is not finite ends its run; a run of one point is
///   a sample without finite neighbours.
func clip(_ points: some Sequence<Point>, to rectangle: Rectangle) -> [[Point]] {
  var runs: [[Point]] = []
  var run: [Point] = []
  var previous: Point?

  func endRun() {
    if !run.isEmpty { runs.append(run) }
    run = []
  }

  for point in points {
    guard point.isFinite else {
      endRun()
      previous = nil
      continue
    }
    if let start = previous {
      if let (from, to) = visiblePart(from: start, to: point, in: rectangle) {
        if run.last != from {
          endRun()
          run = [from]
        }
        run.append(to)
        if to != point { endRun() }
      } else {
        endRun()
      }
    } else if rectangle.contains(point) {
      run = [point]
    }
    previous = point
  }
  endRun()
  return runs
}

/// The part of a segment inside a rectangle, by Liang and Barsky's parametric clipping.
private func visiblePart(
  from start: Point, to end: Point, in rectangle: Rectangle
) -> (Point, Point)? {
  // Nearly all segments; the general case below builds an array for each.
  if rectangle.contains(start), rectangle.contains(end) { return (start, end) }
  // Counted from the nearer end: from one 1e100 away, all of the rectangle is at the same parameter.
  guard start.reach <= end.reach else {
    return visiblePart(from: end, to: start, in: rectangle).map { ($1, $0) }
  }
  let dx = end.x - start.x, dy = end.y - start.y
  var enter = (part: 0.0, side: Side?.none), leave = (part: 1.0, side: Side?.none)
  let sides: [(side: Side, approach: Double, distance: Double)] = [
    (.left, -dx, start.x - rectangle.left), (.right, dx, rectangle.right - start.x),
    (.top, -dy, start.y - rectangle.top), (.bottom, dy, rectangle.bottom - start.y),
  ]
  for (side, approach, distance) in sides {
    if approach == 0 {
      if distance < 0 { return nil }
    } else if approach < 0, distance / approach > enter.part {
      enter = (distance / approach, side)
    } else if approach > 0, distance / approach < leave.part {
      leave = (distance / approach, side)
    }
  }
  guard enter.part <= leave.part else { return nil }
  // Ends that need no cut are passed on as they are, to the last bit.
  func cut(_ place: (part: Double, side: Side?), from end: Point) -> Point {
    guard let side = place.side else { return rectangle.nearest(to: end) }
    let point = Point(x: start.x + place.part * dx, y: start.y + place.part * dy)
    // Of a line from 1e300 below to 1e300 above, the part does not tell on which side it is.
    return rectangle.nearest(to: rectangle.putting(point, on: side))
  }
  return (cut(enter, from: start), cut(leave, from: end))
}

extension Point {
  fileprivate var reach: Double { max(x.magnitude, y.magnitude) }
}

extension Rectangle {
  /// A point inside as it is, any other brought to the edge that rounding has put it across.
  fileprivate func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, left), right), y: min(max(point.y, top), bottom))
  }

  /// The point with the coordinate of a side.
  fileprivate func putting(_ point: Point, on side: Side) -> Point {
    switch side {
    case .left: Point(x: left, y: point.y)
    case .right: Point(x: right, y: point.y)
    case .top: Point(x: point.x, y: top)
    case .bottom: Point(x: point.x, y: bottom)
    }
  }

  fileprivate func contains(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }
}
