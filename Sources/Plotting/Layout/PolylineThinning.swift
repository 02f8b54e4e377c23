/// Takes out of a dense line what is drawn the same without it, in one pass.
///
/// First a sleeve: from a point that is kept, samples are passed over as long as one straight line
/// goes by all of them (Williams 1978, Sklansky and Gonzalez 1980). What is left of a line that turns
/// back and forth within a hair's breadth is then cut down to the first, lowest, highest and last
/// point of each column of it, which is the same ink.
struct PolylineThinning {
  /// How far a point that is passed over may be from the line, in points.
  static let tolerance = 0.02
  /// Curves of more samples than this to a point of the axis are thinned; all others keep each one.
  static let densest = 8.0
  /// The columns to a point in which a line that turns back and forth is summed up.
  static let columns = 16.0

  /// The points that are kept so far; those of the last column are in `column`.
  private var kept: [Point] = []
  private var column: [Point] = []
  private var sleeve: Sleeve?

  /// The points of a line without those that it is drawn the same without, NaN at each break.
  ///
  /// Every point left out is within `tolerance` of the line that stays, or has both at its sides, in
  /// a column of a 16th of a point, the line's way up and its way down. A point that is not finite
  /// breaks the line; both its ends stay, and points that stand alone.
  static func thinned(_ points: some Sequence<Point>) -> [Point] {
    var thinning = PolylineThinning()
    for point in points { thinning.append(point) }
    thinning.endRun()
    return thinning.kept
  }

  private mutating func append(_ point: Point) {
    guard point.x.isFinite, point.y.isFinite else {
      guard sleeve != nil else { return }
      endRun()
      kept.append(Point(x: .nan, y: .nan))
      return
    }
    if sleeve == nil {
      keep(point)
      sleeve = Sleeve(from: point)
    } else if let end = sleeve?.extend(to: point) {
      keep(end)
    }
  }

  private mutating func endRun() {
    if let sleeve, let end = sleeve.end { keep(end) }
    sleeve = nil
    endColumn()
  }

  private mutating func keep(_ point: Point) {
    if let last = column.last,
      (last.x * Self.columns).rounded(.down) != (point.x * Self.columns).rounded(.down)
    {
      endColumn()
    }
    column.append(point)
    // However many come, a column needs no more memory than this.
    if column.count == 64 { sumUpColumn() }
  }

  private mutating func endColumn() {
    if column.count > 4 { sumUpColumn() }
    kept += column
    column.removeAll(keepingCapacity: true)
  }

  private mutating func sumUpColumn() {
    var lowest = 0, highest = 0
    for i in column.indices {
      if column[i].y < column[lowest].y { lowest = i }
      if column[i].y > column[highest].y { highest = i }
    }
    let places = [0, min(lowest, highest), max(lowest, highest), column.count - 1]
    column = places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }
      .map { column[places[$0]] }
  }
}

/// The straight lines from a point that go by all points after it.
private struct Sleeve {
  private var start: Point
  /// The last point, which a line from the start to it serves; none yet if `nil`.
  private(set) var end: Point?
  /// The directions that are left are those between these two, anticlockwise from the first; all if
  /// `reach` is 0.
  private var first = Point(x: 0, y: 0)
  private var last = Point(x: 0, y: 0)
  /// The square of the distance of the furthest point from the start.
  private var reach = 0.0

  init(from start: Point) { self.start = start }

  /// Goes on to a point.
  ///
  /// - Returns: The end of the line before, if no single one goes by all points; the next begins
  ///   there.
  mutating func extend(to point: Point) -> Point? {
    guard let end else {
      self.end = point
      narrow(to: point)
      return nil
    }
    if narrow(to: point) {
      self.end = point
      return nil
    }
    self = Sleeve(from: end)
    self.end = point
    narrow(to: point)
    return end
  }

  /// Leaves the directions that go by the point too; returns `false` if the line to it does not go by
  /// all the points before it.
  @discardableResult
  private mutating func narrow(to point: Point) -> Bool {
    let way = Point(x: point.x - start.x, y: point.y - start.y)
    let square = way.x * way.x + way.y * way.y
    // A line that turned back would end before the furthest point.
    guard square >= reach else { return false }
    guard reach == 0 || cross(first, way) >= 0 && cross(way, last) >= 0 else { return false }
    let tolerance = PolylineThinning.tolerance
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
