internal import Plotting
internal import Typesetting

/// A line as it is painted on pixels: as it runs and, where it turns back and forth within less than
/// its own width, as the band that it covers there.
///
/// Rasterizing costs a step for each edge in each row of subpixels. A line that crosses a pixel fifty
/// times takes seconds to cover what one filled shape covers at once.
struct DenseLine {
  /// The stretches that are drawn as lines.
  private(set) var lines: [[Point]] = []
  /// The closed outlines of what the line covers elsewhere, between its lowest and highest points.
  /// They are filled, and stroked as the line is.
  private(set) var bands: [[Point]] = []

  /// Shorter lines are drawn in no time.
  private static let leastCount = 512
  /// So many turns up or down within a column make it part of a band. The crest of a curve is one.
  private static let leastTurns = 3

  /// A line of that width. Everything is in points.
  ///
  /// Columns are a pixel wide or a quarter of the line, and half of the line at most: what it passes
  /// over within one of them it covers all across it, whatever way it takes.
  init(_ run: [Point], width: Double, pixel: Double) {
    let column = min(max(pixel, width / 4), width / 2)
    guard run.count >= Self.leastCount, column > 0 else {
      lines = [run]
      return
    }
    var start = 0
    var line: [Point] = []
    var band: Band?
    while start < run.count {
      let place = (run[start].x / column).rounded(.down)
      let end =
        run[start...].firstIndex { ($0.x / column).rounded(.down) != place } ?? run.count
      let points = run[start..<end]
      if Self.turns(of: points) >= Self.leastTurns, let low = points.min(by: { $0.y < $1.y }),
        let high = points.max(by: { $0.y < $1.y })
      {
        if let open = band, (open.place - place).magnitude > 1 {
          bands.append(open.outline)
          line = [open.last]
          band = nil
        }
        if band == nil {
          lines.append(line + [run[start]])
          band = Band(first: run[start], last: run[start], place: place)
        }
        band?.append(low, high, last: run[end - 1], place: place)
        line = []
      } else {
        if let open = band {
          bands.append(open.outline)
          line = [open.last]
          band = nil
        }
        line += points
      }
      start = end
    }
    if let band { bands.append(band.outline) } else { lines.append(line) }
    if bands.isEmpty { lines = [run] }
    lines.removeAll { $0.count == 1 && !bands.isEmpty }
  }

  /// How often a line changes from up to down or back.
  private static func turns(of points: ArraySlice<Point>) -> Int {
    var turns = 0
    var way = 0.0
    for (point, next) in zip(points, points.dropFirst()) where next.y != point.y {
      let isOther = (next.y - point.y) * way < 0
      if isOther { turns += 1 }
      way = next.y < point.y ? -1 : 1
    }
    return turns
  }

  /// What lies between the lowest and the highest points of columns beside each other.
  private struct Band {
    let first: Point
    var last: Point
    var place: Double
    private var lower: [Point] = []
    private var upper: [Point] = []

    init(first: Point, last: Point, place: Double) {
      (self.first, self.last, self.place) = (first, last, place)
    }

    mutating func append(_ low: Point, _ high: Point, last: Point, place: Double) {
      lower.append(low)
      upper.append(high)
      (self.last, self.place) = (last, place)
    }

    var outline: [Point] { [first] + upper + [last] + lower.reversed() }
  }
}
