internal import Glibc

/// Goes through the pixels of two images of the same size.
struct PixelComparator {
  private let actual: PixelRows
  private let expected: PixelRows
  private let tolerance: Tolerance
  private var result: PixelComparison
  private(set) var marks: PixelMarks
  private var distance: ColorDistance
  private var expectedEdges: EdgeFinder
  private var actualEdges: EdgeFinder
  private var squares = 0.0
  private var largest: Float = -1
  private var commonChanges = CommonChanges()

  init(
    _ actual: PixelRows, _ expected: PixelRows, _ tolerance: Tolerance, _ ignored: IgnoredPixels
  ) {
    self.actual = actual
    self.expected = expected
    self.tolerance = tolerance
    distance = ColorDistance(largest: expected.largest)
    expectedEdges = EdgeFinder(expected)
    actualEdges = EdgeFinder(actual)
    let (width, height) = (expected.width, expected.height)
    result = PixelComparison(width: width, height: height)
    marks = PixelMarks(
      width: width, height: height,
      values: ignored.marks ?? [UInt8](repeating: 0, count: width * height))
  }

  /// Finds what differs.
  ///
  /// - Parameter channels: How many channels the root mean square is over.
  mutating func run(channels: Int) -> PixelComparison {
    for y in 0..<expected.height where !isRowSame(y) {
      expectedEdges.move(to: y)
      actualEdges.move(to: y)
      var x = expected.firstDifference(from: actual, in: y, from: 0)
      while let place = x {
        if marks.values[y * expected.width + place] != PixelMarks.Mark.ignored.rawValue {
          note(place, y, expected[place, y], actual[place, y])
        }
        x = expected.firstDifference(from: actual, in: y, from: place + 1)
      }
    }
    finishColors(channels: channels)
    if let box = result.changedBox { findWindow(in: box) }
    return result
  }

  private func isRowSame(_ y: Int) -> Bool {
    actual.depth == expected.depth && expected.isSame(y, as: actual)
  }

  private mutating func note(_ x: Int, _ y: Int, _ old: Pixel, _ new: Pixel) {
    let distance = self.distance(old, new)
    result.unequalPixels += 1
    addSquares(old, new)
    if distance > largest {
      largest = distance
      result.largestChange = change(x, y)
    }
    // What may not change at all may not change out of sight either.
    let isStrict = tolerance.colorDifference <= 0
    let isBeyond = isStrict || Double(distance) > tolerance.colorDifference
    let isEdge = expectedEdges.isEdge(x, y) && actualEdges.isEdge(x, y)
    let isChanged =
      isEdge
      ? tolerance.edgeColorDifference.map { Double(distance) > $0 } ?? isBeyond : isBeyond
    mark(x, y, isChanged ? (isEdge ? .changedEdge : .changed) : .tolerated)
    guard isChanged else { return }
    result.changedPixels += 1
    if isEdge { result.changedEdgePixels += 1 } else { commonChanges.count(old, new, x, y) }
    let box = result.changedBox ?? PixelComparison.Box(columns: x...x, rows: y...y)
    result.changedBox = PixelComparison.Box(
      columns: min(box.columns.lowerBound, x)...max(box.columns.upperBound, x),
      rows: box.rows.lowerBound...y)
  }

  private mutating func mark(_ x: Int, _ y: Int, _ mark: PixelMarks.Mark) {
    marks.values[y * expected.width + x] = mark.rawValue
  }

  private func change(_ x: Int, _ y: Int) -> PixelComparison.ColorChange {
    PixelComparison.ColorChange(
      place: PixelComparison.Place(x: x, y: y),
      expected: expected[x, y].name(largest: expected.largest),
      actual: actual[x, y].name(largest: actual.largest))
  }

  private mutating func addSquares(_ old: Pixel, _ new: Pixel) {
    func square(_ a: Int, _ b: Int) -> Int { (a - b) * (a - b) }
    squares += Double(
      square(old.red, new.red) + square(old.green, new.green) + square(old.blue, new.blue)
        + square(old.alpha, new.alpha))
  }

  private mutating func finishColors(channels: Int) {
    result.largestDifference = Double(max(0, largest))
    if let (x, y, count) = commonChanges.commonest {
      result.commonestChange = change(x, y)
      result.commonestCount = count
    }
    let samples = Double(expected.width * expected.height * channels)
    result.rms = (squares / samples).squareRoot() * 255 / Double(expected.largest)
  }

  /// Counts the changed pixels in every square, a row of squares at a time.
  private mutating func findWindow(in box: PixelComparison.Box) {
    let side = PixelComparison.windowSide
    let left = box.columns.lowerBound, columns = box.columns.count
    // The squares of the first columns begin before the box, where nothing has changed. Bytes are
    // enough, and many are added at once.
    var inColumn = [UInt8](repeating: 0, count: side - 1 + columns)
    var inSquare = [UInt8](repeating: 0, count: columns)
    for y in box.rows {
      let start = y * expected.width + left, leaving = start - side * expected.width
      let leaves = y - side >= box.rows.lowerBound
      let most = marks.values.withUnsafeBufferPointer { marks in
        inColumn.withUnsafeMutableBufferPointer { inColumn in
          inSquare.withUnsafeMutableBufferPointer { inSquare in
            func isChanged(_ index: Int) -> UInt8 {
              marks[index] >= PixelMarks.Mark.changed.rawValue ? 1 : 0
            }
            for index in 0..<columns { inColumn[side &- 1 &+ index] &+= isChanged(start &+ index) }
            if leaves {
              for index in 0..<columns {
                inColumn[side &- 1 &+ index] &-= isChanged(leaving &+ index)
              }
            }
            var most: UInt8 = 0
            for index in 0..<columns {
              var sum: UInt8 = 0
              for offset in 0..<8 { sum &+= inColumn[index &+ offset] }
              inSquare[index] = sum
              most = max(most, sum)
            }
            return Int(most)
          }
        }
      }
      guard most > result.pixelsInWindow else { continue }
      let index = inSquare.firstIndex(of: UInt8(most)) ?? 0
      result.pixelsInWindow = most
      result.fullestWindow = PixelComparison.Place(
        x: max(0, left + index - side + 1), y: max(0, y - side + 1))
    }
  }

  /// Counts how often a colour became another, of the first thousand kinds.
  private struct CommonChanges {
    // Found by open addressing: where every pixel changes a dictionary takes longer than the rest.
    private var changes = [Change](repeating: Change(), count: 2048)
    private var kinds = 0
    private var last = Change()

    private struct Change {
      var old = Pixel(bits: 0)
      var new = Pixel(bits: 0)
      var count = 0
      var x = 0
      var y = 0
    }

    mutating func count(_ old: Pixel, _ new: Pixel, _ x: Int, _ y: Int) {
      // Pixels side by side mostly change alike.
      if last.old == old, last.new == new {
        last.count += 1
      } else {
        settle()
        last = Change(old: old, new: new, count: 1, x: x, y: y)
      }
    }

    private mutating func settle() {
      guard last.count > 0 else { return }
      var slot = pairHash(last.old, last.new) & (changes.count - 1)
      while changes[slot].count > 0 {
        if changes[slot].old == last.old, changes[slot].new == last.new {
          changes[slot].count += last.count
          return
        }
        slot = (slot + 1) & (changes.count - 1)
      }
      guard kinds < 1000 else { return }
      kinds += 1
      changes[slot] = last
    }

    /// Where the commonest change is first found, and how often it is; of several the first.
    var commonest: (x: Int, y: Int, count: Int)? {
      mutating get {
        settle()
        last = Change()
        let best = changes.lazy.filter { $0.count > 0 }.min { a, b in
          (-a.count, a.y, a.x) < (-b.count, b.y, b.x)
        }
        return best.map { ($0.x, $0.y, $0.count) }
      }
    }
  }
}
