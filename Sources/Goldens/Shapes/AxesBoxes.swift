/// A straight line along an axis, drawn with a pen.
struct AxisLine {
  let shape: Int
  let isVertical: Bool
  /// Its x if it is vertical, otherwise its y.
  let place: Double
  /// From where to where along itself, the lesser first.
  let low: Double
  let high: Double

  /// `nil` if a shape is something else.
  init?(_ shape: SVGShape, at index: Int) {
    guard shape.content == nil, shape.style.stroke != nil, shape.outline.verbs == [.move, .line]
    else { return nil }
    let box = shape.bounds
    self.shape = index
    isVertical = box.size.x < 1e-3
    guard isVertical != (box.size.y < 1e-3) else { return nil }
    place = isVertical ? box.low.x : box.low.y
    low = isVertical ? box.low.y : box.low.x
    high = isVertical ? box.high.y : box.high.x
  }

  var length: Double { high - low }
}

/// Finds the boxes that the axes of a figure span, whether they are drawn as frames, as four sides
/// or only by the lines that end on them.
enum AxesBoxes {
  /// In points; ticks are shorter than the lines that span a box.
  static let longestTick = 12.0

  /// The boxes, by rows from the top and in a row from the left.
  static func find(_ shapes: [SVGShape], _ lines: [AxisLine], page: SIMD2<Double>) -> [Box] {
    let long = lines.filter { $0.length > longestTick }
    let horizontal = spans(long.filter { !$0.isVertical })
    let vertical = spans(long.filter(\.isVertical))
    var candidates: [(box: Box, votes: Int)] = []
    for x in horizontal {
      for y in vertical {
        let box = Box(low: [x.low, y.low], high: [x.high, y.high])
        let ofX = x.places.count { $0 >= box.low.y - 1 && $0 <= box.high.y + 1 }
        let ofY = y.places.count { $0 >= box.low.x - 1 && $0 <= box.high.x + 1 }
        if ofX > 0, ofY > 0 { candidates.append((box, ofX + ofY)) }
      }
    }
    for shape in shapes where shape.content == nil {
      guard let box = shape.outline.asBox, box.size.min() > longestTick,
        box.area < 0.95 * page.x * page.y, shape.style.stroke != nil
      else { continue }
      candidates.append((box, 4))
    }
    candidates.sort { ($0.votes, $0.box.area) > ($1.votes, $1.box.area) }
    var boxes: [Box] = []
    for candidate in candidates.prefix(2000) {
      let isFree = boxes.allSatisfy {
        $0.grown(by: -1).intersection(candidate.box).area == 0
          || $0.grown(by: -1).intersection(candidate.box).isEmpty
      }
      if isFree, boxes.count < 64 { boxes.append(candidate.box) }
    }
    return inReadingOrder(boxes)
  }

  /// From where to where lines go that go equally far, and where they are; the most frequent only,
  /// as a drawing of something else may have thousands.
  private static func spans(
    _ lines: [AxisLine]
  ) -> [(low: Double, high: Double, places: [Double])] {
    var found: [SIMD2<Int>: (low: Double, high: Double, places: [Double])] = [:]
    for line in lines {
      let key = SIMD2(Int(line.low.rounded()), Int(line.high.rounded()))
      found[key, default: (line.low, line.high, [])].places.append(line.place)
    }
    let sorted = found.values.sorted {
      ($0.places.count, $0.high - $0.low, $0.low) > ($1.places.count, $1.high - $1.low, $1.low)
    }
    return Array(sorted.prefix(40))
  }

  private static func inReadingOrder(_ boxes: [Box]) -> [Box] {
    var rest = boxes.sorted { $0.low.y < $1.low.y }
    var result: [Box] = []
    while let first = rest.first {
      let row = rest.filter { $0.center.y < first.high.y || $0.low.y < first.low.y + 1 }
      result += row.sorted { $0.low.x < $1.low.x }
      rest.removeFirst(row.count)
    }
    return result
  }
}
