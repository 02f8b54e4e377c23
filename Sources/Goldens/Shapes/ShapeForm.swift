/// What forms tell of what shapes are for.
extension SVGShape {
  /// Whether its only contour goes along its bounds, but for rounded corners.
  var isLikeBox: Bool {
    guard outline.points.count <= 17, outline.verbs.count(where: { $0 == .move }) == 1 else {
      return false
    }
    return outline.points.allSatisfy { point in
      min(
        abs(point.x - bounds.low.x), abs(point.x - bounds.high.x), abs(point.y - bounds.low.y),
        abs(point.y - bounds.high.y)) < 0.01
    }
  }

  /// Whether what is behind it shows through.
  var isClear: Bool { (style.fill?.opacity ?? 1) < 1 }

  /// Whether it is text: letters are filled and small, and have more contours than an area has.
  var isText: Bool {
    guard content == nil, style.fill != nil, style.stroke == nil, !isDot else {
      return name == "text"
    }
    // A bar of a minus, a point or an `l` may be a box.
    if outline.asBox != nil { return bounds.size.max() <= 10 }
    let contours = outline.verbs.count { $0 == .move }
    return contours > 1 ? bounds.size.min() <= 60 : bounds.size.max() <= 25 && !isClear
  }

  /// Whether it is a small circle.
  var isDot: Bool {
    let verbs = outline.verbs, size = bounds.size
    return size.max() <= 15 && abs(size.x - size.y) < 0.05 * size.x + 0.01
      && (5...18).contains(verbs.count) && verbs.first == .move
      && verbs.dropFirst().allSatisfy { $0 == .curve || $0 == .close }
      && verbs.dropLast().allSatisfy { $0 != .close }
  }
}

extension Box {
  /// Whether it goes from one side of a panel to the other, as marked intervals do.
  func isBand(of panel: Box) -> Bool {
    (intersection(panel).size / panel.size).max() > 0.95
  }
}
