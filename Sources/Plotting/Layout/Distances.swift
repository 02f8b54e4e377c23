internal import Typesetting

extension Point {
  func distance(to other: Point) -> Double {
    let dx = other.x - x, dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The distance from the nearest point of a straight line between two points.
  func distance(to line: Segment) -> Double {
    let dx = line.end.x - line.start.x, dy = line.end.y - line.start.y
    let square = dx * dx + dy * dy
    guard square > 0 else { return distance(to: line.start) }
    let part = ((x - line.start.x) * dx + (y - line.start.y) * dy) / square
    return distance(to: line.start.advanced(by: min(max(part, 0), 1), to: line.end))
  }
}

/// A straight line from one point to another.
struct Segment {
  let start: Point
  let end: Point

  private var left: Double { min(start.x, end.x) }
  private var right: Double { max(start.x, end.x) }
  private var top: Double { min(start.y, end.y) }
  private var bottom: Double { max(start.y, end.y) }

  /// The length within a box.
  func length(in box: Rectangle) -> Double {
    guard left <= box.right, box.left <= right, top <= box.bottom, box.top <= bottom else {
      return 0
    }
    return clip([start, end], to: box).reduce(0) { sum, run in
      sum + zip(run, run.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
  }

  /// Whether both have a point in common that is no end of either.
  func crosses(_ other: Segment) -> Bool {
    guard left <= other.right, other.left <= right, top <= other.bottom, other.top <= bottom else {
      return false
    }
    func side(_ point: Point, of line: Segment) -> Double {
      (line.end.x - line.start.x) * (point.y - line.start.y)
        - (line.end.y - line.start.y) * (point.x - line.start.x)
    }
    return side(start, of: other) * side(end, of: other) < 0
      && side(other.start, of: self) * side(other.end, of: self) < 0
  }
}

extension [Point] {
  /// The straight lines that join the points.
  var segments: [Segment] { zip(self, dropFirst()).map { Segment(start: $0, end: $1) } }
}

extension Rectangle {
  /// The distance from a point; 0 inside.
  func distance(to point: Point) -> Double {
    let x = max(left - point.x, 0, point.x - right), y = max(top - point.y, 0, point.y - bottom)
    return (x * x + y * y).squareRoot()
  }

  /// The distance from a line; 0 where it touches or crosses.
  func distance(to line: Segment) -> Double {
    if line.length(in: self) > 0 { return 0 }
    let corners = [
      Point(x: left, y: top), Point(x: right, y: top), Point(x: left, y: bottom),
      Point(x: right, y: bottom),
    ]
    return corners.reduce(min(distance(to: line.start), distance(to: line.end))) {
      min($0, $1.distance(to: line))
    }
  }

  /// Whether the other one is within this, to within rounding.
  func encloses(_ other: Rectangle) -> Bool {
    other.left >= left - 1e-9 && other.right <= right + 1e-9 && other.top >= top - 1e-9
      && other.bottom <= bottom + 1e-9
  }
}
