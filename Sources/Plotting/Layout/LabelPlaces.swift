internal import Typesetting

/// A place for words beside what they name.
struct LabelPlace {
  /// The left end of the baseline.
  let origin: Point
  /// The direction of the baseline, in degrees counter-clockwise: 0, or 90 beside an upright line.
  let angle: Double
  /// The room that the words take.
  let box: Rectangle
  /// What is lost by not standing at the first place, in the unit of `LabelCosts`.
  let detour: Double
  /// From what is named to the words, where they stand apart from it.
  let leader: [Point]

  /// Words that go to the right, with the top left corner of their box at a point.
  init(at corner: Point, _ extent: TextExtent, detour: Double = 0, leader: [Point] = []) {
    origin = Point(x: corner.x, y: corner.y + extent.ascent)
    angle = 0
    box = extent.box(at: origin)
    self.detour = detour
    self.leader = leader
  }

  /// Words that go up.
  init(upwardAt corner: Point, _ extent: TextExtent, detour: Double) {
    origin = Point(x: corner.x + extent.ascent, y: corner.y + extent.advance)
    angle = 90
    box = Rectangle(
      left: corner.x, top: corner.y, width: extent.height, height: extent.advance)
    self.detour = detour
    leader = []
  }
}

/// Which places words can take.
struct LabelPlaces {
  /// Words stand in here if they fit, a little off the edge.
  let axes: Rectangle
  let em: Double
  let dotRadius: Double

  /// The corner that is nearest to another and leaves a box inside of the axes, if it fits.
  private func inside(_ corner: Point, width: Double, height: Double) -> Point {
    let gap = em / 3
    func moved(_ place: Double, _ lower: Double, _ upper: Double) -> Double {
      lower > upper ? place : min(max(place, lower), upper)
    }
    return Point(
      x: moved(corner.x, axes.left + gap, axes.right - gap - width),
      y: moved(corner.y, axes.top + gap, axes.bottom - gap - height))
  }

  /// The place with its middle at a point, or so near to it that it is inside of the axes.
  func over(_ center: Point, _ extent: TextExtent) -> [LabelPlace] {
    let height = extent.height
    let corner = Point(x: center.x - extent.advance / 2, y: center.y - height / 2)
    return [LabelPlace(at: inside(corner, width: extent.advance, height: height), extent)]
  }

  /// Places round a point: beside it, first above to the right, and further off with a leader.
  func around(_ center: Point, _ extent: TextExtent) -> [LabelPlace] {
    let height = extent.height, near = dotRadius + em / 4
    return [0, 1.2, 2.4, 3.6, 5].flatMap { lines in
      corners(round: center, extent, gap: near + lines * height).enumerated().map { index, corner in
        let corner = inside(corner, width: extent.advance, height: height)
        let box = Rectangle(
          left: corner.x, top: corner.y, width: extent.advance, height: height)
        let leader = lines == 0 ? [] : leader(from: center, to: box)
        let length = lines == 0 ? 0 : box.distance(to: center)
        return LabelPlace(
          at: corner, extent,
          detour: 0.3 * Double(index) + (lines == 0 ? 0 : LabelCosts.leader + length),
          leader: leader)
      }
    }
  }

  /// Places at the end of a line: round it, and beside the last of it.
  func atEnd(of path: [Point], _ extent: TextExtent) -> [LabelPlace] {
    guard let end = path.last else { return [] }
    let length = path.segments.reduce(0) { $0 + $1.start.distance(to: $1.end) }
    let parts = [0.5, 1, 1.5, 2, 2.5].map { 1 - $0 * em / length }.filter { $0 > 0 }
    return Array(around(end, extent).prefix(16)) + beside(path, at: parts, extent)
  }

  /// The top left corners of boxes all round a point, those at the corners of a square first.
  private func corners(round center: Point, _ extent: TextExtent, gap: Double) -> [Point] {
    let width = extent.advance, height = extent.height
    let left = center.x - gap - width, right = center.x + gap
    let above = center.y - gap - height, below = center.y + gap
    let middle = center.x - width / 2, level = center.y - height / 2
    let higher = center.y - height, lower = center.y
    return [
      (right, above), (left, above), (right, below), (left, below), (right, level), (left, level),
      (middle, above), (middle, below), (right, higher), (left, higher), (right, lower),
      (left, lower), (center.x, above), (center.x - width, above), (center.x, below),
      (center.x - width, below),
    ].map { Point(x: $0.0, y: $0.1) }
  }

  /// From the edge of a dot to words; nothing where they are too near.
  private func leader(from center: Point, to box: Rectangle) -> [Point] {
    let end = Point(
      x: min(max(center.x, box.left), box.right), y: min(max(center.y, box.top), box.bottom))
    let length = box.distance(to: center)
    guard length > dotRadius + 2 else { return [] }
    return [
      center.advanced(by: dotRadius / length, to: end),
      center.advanced(by: 1 - 1 / length, to: end),
    ]
  }

  /// Places along a line, on both sides of it, from its end backwards; beside an upright line also
  /// for words that go up.
  func beside(
    _ path: [Point],
    at parts: [Double] = [0.98, 0.02, 0.8, 0.2, 0.5, 0.9, 0.1, 0.7, 0.3, 0.6, 0.4],
    _ extent: TextExtent
  ) -> [LabelPlace] {
    let anchors = parts.compactMap { path.anchor(at: $0) }
    let height = extent.height, width = extent.advance
    var places: [LabelPlace] = []
    for (point, direction) in anchors {
      for corner in corners(beside: point, direction, width: width, height: height) {
        places.append(
          LabelPlace(
            at: inside(corner, width: width, height: height), extent,
            detour: 0.3 * Double(places.count)))
      }
    }
    for (point, direction) in anchors where direction.x.magnitude < 1e-9 {
      for corner in corners(beside: point, direction, width: height, height: width) {
        let corner = inside(corner, width: height, height: width)
        places.append(
          LabelPlace(
            upwardAt: corner, extent, detour: LabelCosts.upward + 0.3 * Double(places.count)))
      }
    }
    return places
  }

  /// Places further off a line, with a leader from its middle or from between that and its start.
  func apart(from path: [Point], _ extent: TextExtent) -> [LabelPlace] {
    [0.5, 0.25].compactMap { path.anchor(at: $0)?.point }.flatMap { point in
      around(point, extent).filter { !$0.leader.isEmpty }
    }
  }

  /// The top left corners of boxes that touch a line from both sides at one of their own corners:
  /// beside a level line first above, beside an upright one first to the right.
  private func corners(
    beside point: Point, _ direction: Point, width: Double, height: Double
  ) -> [Point] {
    let gap = em / 3
    // The normal that goes up, or else to the right.
    var normal = Point(x: direction.y, y: -direction.x)
    if normal.y > 1e-9 || normal.y.magnitude <= 1e-9 && normal.x < 0 {
      normal = Point(x: -normal.x, y: -normal.y)
    }
    return [1.0, -1].flatMap { side -> [Point] in
      let x = point.x + side * gap * normal.x, y = point.y + side * gap * normal.y
      if normal.x.magnitude < 1e-9 {
        let top = side > 0 ? y - height : y
        return [Point(x: x - width, y: top), Point(x: x, y: top)]
      }
      let left = side * normal.x > 0 ? x : x - width
      if normal.y.magnitude < 1e-9 { return [Point(x: left, y: y - height / 2)] }
      return [Point(x: left, y: side * normal.y > 0 ? y : y - height)]
    }
  }
}

extension [Point] {
  /// The point at a part of the length of a line, and the direction there, of length 1.
  fileprivate func anchor(at part: Double) -> (point: Point, direction: Point)? {
    let lengths = zip(self, dropFirst()).map { $0.distance(to: $1) }
    var rest = part * lengths.reduce(0, +)
    for (index, length) in lengths.enumerated() where length > 0 {
      if rest <= length || index == lengths.count - 1 {
        let start = self[index], end = self[index + 1]
        let direction = Point(x: (end.x - start.x) / length, y: (end.y - start.y) / length)
        return (start.advanced(by: Swift.min(rest / length, 1), to: end), direction)
      }
      rest -= length
    }
    return nil
  }
}
