internal import Glibc

/// What has changed between images of different sizes, which are laid upon each other by a corner or
/// by their axes, whichever leaves less that differs.
struct SizeDifference {
  private let actual: RasterImage
  private let expected: RasterImage
  private let tolerance: Tolerance

  init(_ actual: RasterImage, _ expected: RasterImage, _ tolerance: Tolerance) {
    (self.actual, self.expected, self.tolerance) = (actual, expected, tolerance)
  }

  /// How the image lies on the golden.
  private struct Way {
    /// By what both are aligned, in words.
    let words: String
    /// Of the image's top left corner from that of the golden.
    let x: Int
    let y: Int
  }

  private var ways: [Way] {
    let x = expected.width - actual.width, y = expected.height - actual.height
    var ways = [
      Way(words: "the top left corner", x: 0, y: 0), Way(words: "the top right corner", x: x, y: 0),
      Way(words: "the bottom left corner", x: 0, y: y),
      Way(words: "the bottom right corner", x: x, y: y),
    ]
    if let old = expected.axesCorner, let new = actual.axesCorner {
      ways.insert(Way(words: "the axes", x: old.x - new.x, y: old.y - new.y), at: 0)
    }
    return ways
  }

  /// The picture, with what only one of them covers in a colour of its own; `nil` if it cannot be
  /// drawn.
  var picture: Comparison.Picture? {
    guard let way = ways.map({ (way: $0, cost: cost($0)) }).min(by: { $0.cost < $1.cost })?.way
    else { return nil }
    let left = min(0, way.x), top = min(0, way.y)
    let width = max(expected.width, way.x + actual.width) - left
    let height = max(expected.height, way.y + actual.height) - top
    guard let old = RasterImage(expected, x: -left, y: -top, width: width, height: height),
      let new = RasterImage(
        actual, x: way.x - left, y: way.y - top, width: width, height: height),
      var marks = PixelComparison.compared(new, old, tolerance)?.marks
    else { return nil }
    for y in 0..<height {
      for x in 0..<width {
        let isInOld = Self.covers(expected, x + left, y + top)
        let isInNew = Self.covers(actual, x + left - way.x, y + top - way.y)
        guard !isInOld || !isInNew else { continue }
        marks.values[y * width + x] =
          (isInOld ? PixelMarks.Mark.onlyExpected : isInNew ? .onlyActual : .equal).rawValue
      }
    }
    return DifferencePicture(marks, on: old, or: new).png().map {
      Comparison.Picture(type: .png, bytes: $0, alignment: "aligned by \(way.words)")
    }
  }

  private static func covers(_ image: RasterImage, _ x: Int, _ y: Int) -> Bool {
    (0..<image.width).contains(x) && (0..<image.height).contains(y)
  }

  /// How many pixels differ, or are in one of them alone.
  private func cost(_ way: Way) -> Int {
    let columns = max(0, way.x)..<max(0, way.x, min(expected.width, way.x + actual.width))
    let rows = max(0, way.y)..<max(0, way.y, min(expected.height, way.y + actual.height))
    var same = 0
    expected.withRows(isWidened: true) { old in
      actual.withRows(isWidened: true) { new in
        for y in rows {
          for x in columns where old[x, y] == new[x - way.x, y - way.y] { same += 1 }
        }
      }
    }
    return expected.width * expected.height + actual.width * actual.height - 2 * same
  }
}

extension RasterImage {
  /// Where the lowest of the longest straight lines across meets the leftmost of those down, as axes
  /// do; `nil` if there are none that are long.
  fileprivate var axesCorner: (x: Int, y: Int)? {
    withRows { rows in
      let paper = rows[0, 0]
      func runs(_ count: Int, _ length: Int, _ pixel: (Int, Int) -> Pixel) -> [Int] {
        (0..<count).map { line in
          var best = 0, run = 0
          var last = paper
          for place in 0..<length {
            let pixel = pixel(line, place)
            run = pixel == paper ? 0 : pixel == last ? run + 1 : 1
            last = pixel
            best = max(best, run)
          }
          return best
        }
      }
      let across = runs(height, width) { rows[$1, $0] }, down = runs(width, height) { rows[$0, $1] }
      guard let widest = across.max(), let highest = down.max(), widest > width / 3,
        highest > height / 3, let y = across.lastIndex(where: { $0 >= widest - 3 }),
        let x = down.firstIndex(where: { $0 >= highest - 3 })
      else { return nil }
      return (x, y)
    }
  }
}
