internal import Typesetting

extension PanelLayout {
  /// The areas, cut to the axes, behind the curves.
  mutating func addAreas() {
    for (index, area) in panel.areas.enumerated() {
      let corners = zip(area.x, area.y).map { Point(x: pageX($0), y: pageY($1)) }
      guard corners.allSatisfy(\.isFinite) else { continue }
      let seen = clipped(corners, to: axes)
      guard seen.count > 2 else { continue }
      add(
        .area(index: index),
        .area(seen, theme.curve(area.style).color, opacity: area.opacity))
      guard area.hasEdge else { continue }
      let edge = StrokeStyle(
        color: theme.background, width: 0.5 * theme.curve(area.style).width, join: .round)
      add(.area(index: index), .stroke([seen + [seen[0]]], edge, clip: axes))
    }
  }
}

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
