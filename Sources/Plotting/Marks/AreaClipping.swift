internal import Typesetting

/// Cuts a polygon to a rectangle, side by side (Sutherland and Hodgman, 1974). Of one that is not convex
/// parts can hang together along the sides, where nothing of them is seen.
func clipped(_ polygon: [Point], to box: Rectangle) -> [Point] {
  /// How far inside of a side points are, in points of length.
  let depths: [(Point) -> Double] = [
    { $0.x - box.left }, { box.right - $0.x }, { $0.y - box.top }, { box.bottom - $0.y },
  ]
  return depths.reduce(polygon) { corners, depth in
    guard var start = corners.last else { return [] }
    var cut: [Point] = []
    for end in corners {
      let (from, to) = (depth(start), depth(end))
      if (from < 0) != (to < 0) { cut.append(start.advanced(by: from / (from - to), to: end)) }
      if to >= 0 { cut.append(end) }
      start = end
    }
    return cut
  }
}
