/// The points of one contour in drawing order, on the curve and control points alike; the first is
/// not repeated at the end.
struct OutlineContour {
  let points: [SIMD2<Double>]
  let box: OutlineBox

  /// `nil` for what encloses nothing: Cairo leaves single points behind where a path was closed.
  init?(_ points: [SIMD2<Double>]) {
    var points = points[...]
    while points.count > 1, points.first == points.last { points.removeLast() }
    guard points.count > 2, let box = OutlineBox(around: points) else { return nil }
    self.points = Array(points)
    self.box = box
  }

  /// Whether this may be one of the rules, hats and tildes of mathematics, which come from no font.
  var isRule: Bool { isBar || isBand }

  /// Whether this is an upright rectangle.
  private var isBar: Bool {
    points.count == 4
      && points.allSatisfy {
        ($0.x == box.low.x || $0.x == box.high.x) && ($0.y == box.low.y || $0.y == box.high.y)
      }
  }

  /// Whether there is an edge from left to right and the same edge above or below, from right to
  /// left.
  private var isBand: Bool {
    let corner = points.indices.max { points[$0].x < points[$1].x } ?? 0
    guard corner > 0, corner < points.count - 2, points[corner + 1].x == points[corner].x else {
      return false
    }
    let upper = points[...corner], lower = points[(corner + 1)...].reversed()
    let depth = points[points.count - 1].y - points[0].y
    // Not each point of one edge is on the other: Cairo makes one line of two if they are straight.
    return upper.isRightwards && lower.isRightwards && abs(depth) > OutlineBox.tolerance
      && upper.allSatisfy { lower.isAt($0 + SIMD2(0, depth)) }
      && lower.allSatisfy { upper.isAt($0 - SIMD2(0, depth)) }
  }

  /// Whether these are the points of `shape` where `place` puts them.
  ///
  /// Cairo leaves out points that rounding puts on top of another, or on a line between others.
  func follows(_ shape: [SIMD2<Double>], _ place: (SIMD2<Double>) -> SIMD2<Double>) -> Bool {
    var next = 0
    for point in shape {
      let wanted = place(point)
      if next < points.count, wanted.isNear(points[next]) {
        next += 1
      } else {
        let before = points[next > 0 ? next - 1 : points.count - 1]
        let after = points[next < points.count ? next : 0]
        guard wanted.isNear(segmentFrom: before, to: after) else { return false }
      }
    }
    return next == points.count
  }
}

/// The smallest box around points.
struct OutlineBox {
  /// How far points may be from where they belong, in points: Cairo rounds to 1/256, and the box
  /// by which outlines are compared is made of rounded points.
  static let tolerance = 1.0 / 128

  let low: SIMD2<Double>
  let high: SIMD2<Double>

  /// `nil` if there are no points.
  init?(around points: some Collection<SIMD2<Double>>) {
    guard let first = points.first else { return nil }
    low = points.reduce(first, pointwiseMin)
    high = points.reduce(first, pointwiseMax)
  }

  var size: SIMD2<Double> { high - low }
  var center: SIMD2<Double> { (low + high) / 2 }
}

extension BidirectionalCollection<SIMD2<Double>> {
  /// Whether each point is to the right of the one before it.
  fileprivate var isRightwards: Bool { zip(self, dropFirst()).allSatisfy { $0.x < $1.x } }

  /// Whether a line through these points goes through `point`.
  fileprivate func isAt(_ point: SIMD2<Double>) -> Bool {
    zip(self, dropFirst()).contains { point.isNear(segmentFrom: $0, to: $1) }
  }
}

extension SIMD2<Double> {
  fileprivate func isNear(_ other: Self) -> Bool {
    let gap = self - other
    return Swift.max(abs(gap.x), abs(gap.y)) <= OutlineBox.tolerance
  }

  fileprivate func isNear(segmentFrom start: Self, to end: Self) -> Bool {
    let along = end - start
    let length = (along * along).sum()
    let share = length > 0 ? ((self - start) * along).sum() / length : 0
    return isNear(start + along * Swift.min(Swift.max(share, 0), 1))
  }
}
