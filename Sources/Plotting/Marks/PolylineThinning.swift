internal import Typesetting

/// Takes out of a dense line what is drawn the same without it, in one pass.
///
/// First an error band: from a point that is kept, samples are passed over as long as one straight
/// line goes by all of them (Williams 1978, Sklansky and Gonzalez 1980). What is left of a line that
/// turns back and forth within a hair's breadth is then cut down to the first, lowest, highest and
/// last point of each column of it, which is the same ink.
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
  /// What is left of the line since the last point that was kept.
  private var band: ErrorBand?
  /// The last point of the line.
  private var end: Point?

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
    guard point.isFinite else {
      guard band != nil else { return }
      endRun()
      kept.append(Point(x: .nan, y: .nan))
      return
    }
    if band?.extend(to: point) == false, let end {
      keep(end)
      // From its end the next one takes any point.
      band = ErrorBand(from: end, tolerance: Self.tolerance)
      _ = band?.extend(to: point)
    } else if band == nil {
      keep(point)
      band = ErrorBand(from: point, tolerance: Self.tolerance)
      end = nil
      return
    }
    end = point
  }

  private mutating func endRun() {
    if let end { keep(end) }
    (band, end) = (nil, nil)
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
