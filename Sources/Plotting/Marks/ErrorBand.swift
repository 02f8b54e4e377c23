package import Typesetting

/// The straight lines from a point that go by all points after it.
package struct ErrorBand {
  private let start: Point
  private let tolerance: Double
  /// The directions that are left are those between these two, anticlockwise from the first; all if
  /// `reach` is 0.
  private var first = Point(x: 0, y: 0)
  private var last = Point(x: 0, y: 0)
  /// The square of the distance of the furthest point from the start.
  private var reach = 0.0

  /// All lines from a point; those that come within the tolerance of another go by it.
  package init(from start: Point, tolerance: Double) {
    self.start = start
    self.tolerance = tolerance
  }

  /// Takes the next point, and leaves the lines that go by it too.
  ///
  /// - Returns: Whether the line to the point goes by all the points before it. If not the band
  ///   ends at the point before.
  package mutating func extend(to point: Point) -> Bool {
    let way = Point(x: point.x - start.x, y: point.y - start.y)
    let square = way.x * way.x + way.y * way.y
    // A line that turned back would end before the furthest point.
    guard square >= reach else { return false }
    guard reach == 0 || cross(first, way) >= 0 && cross(way, last) >= 0 else { return false }
    guard square > tolerance * tolerance else { return true }
    // The tangents from the start to a circle round the point.
    let sine = tolerance / square.squareRoot()
    let cosine = (1 - sine * sine).squareRoot()
    let right = Point(x: way.x * cosine + way.y * sine, y: way.y * cosine - way.x * sine)
    let left = Point(x: way.x * cosine - way.y * sine, y: way.y * cosine + way.x * sine)
    if reach == 0 || cross(first, right) > 0 { first = right }
    if reach == 0 || cross(left, last) > 0 { last = left }
    reach = square
    return true
  }

  /// Above 0 if the second direction is to the left of the first.
  private func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}
