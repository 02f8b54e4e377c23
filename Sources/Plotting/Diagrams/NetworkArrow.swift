internal import Typesetting

/// An arrow from a unit to another, along the line through their centres.
struct NetworkArrow {
  /// Where the line begins, on the edge of the one.
  let start: Point
  /// Where the edges of the head meet, so near to the other that their miter touches its edge.
  let tip: Point
  /// Where the edges of the head end.
  let barbs: [Point]

  /// - Parameters:
  ///   - reach: From the centre of the one to its edge in a direction.
  ///   - radius: That of the other.
  init(
    from source: Point, reach: (_ direction: Point) -> Double, to target: Point, radius: Double,
    width: Double, style: NetworkStyle
  ) {
    let x = target.x - source.x, y = target.y - source.y
    let length = (x * x + y * y).squareRoot()
    let along = Point(x: x / length, y: y / length)
    func point(_ distance: Double, aside: Double = 0) -> Point {
      Point(
        x: source.x + distance * along.x - aside * along.y,
        y: source.y + distance * along.y + aside * along.x)
    }
    let end = length - radius - Self.gap(style, width: width)
    start = point(reach(along))
    tip = point(end)
    barbs = [-1, 1].map { side in
      point(end - style.headLength * width, aside: side * style.headHalfWidth * width)
    }
  }

  /// From the circle of a unit to the tip of an arrow: half of the edge of the unit, the miter of the
  /// tip, and a little air.
  static func gap(_ style: NetworkStyle, width: Double) -> Double {
    let slope = style.headLength / style.headHalfWidth
    return style.edge.width / 2 + ((1 + slope * slope).squareRoot() / 2 + 0.016) * width
  }

  /// The line to the tip.
  var line: [Point] { [start, tip] }
  /// The two edges of the head.
  var head: [Point] { [barbs[0], tip, barbs[1]] }
}

/// The square with rounded corners that is a bias: within the circle of a unit, and told apart from
/// one by its form.
struct NetworkBias {
  /// From the centre to a side.
  let halfSide: Double
  let cornerRadius: Double

  init(radius: Double) {
    halfSide = 0.79 * radius
    cornerRadius = 0.3 * radius
  }

  /// From the centre to the edge in a direction, which has the length 1.
  func reach(_ direction: Point) -> Double {
    let (x, y) = (direction.x.magnitude, direction.y.magnitude)
    let straight = halfSide / max(x, y)
    let inner = halfSide - cornerRadius
    guard min(x, y) * straight > inner else { return straight }
    // The line meets the circle around the corner's centre (inner, inner).
    let foot = inner * (x + y), square = 2 * inner * inner - cornerRadius * cornerRadius
    return foot + max(0, foot * foot - square).squareRoot()
  }
}
