/// How far apart units and layers are, so that no arrow touches a unit that is not its own.
struct NetworkDistances {
  private let style: NetworkStyle
  private let direction: NetworkDiagram.Direction
  private let radius: Double
  /// The widest line.
  private let width: Double

  init(_ diagram: NetworkDiagram, radius: Double) {
    style = diagram.theme.network
    direction = diagram.direction
    self.radius = radius
    width =
      diagram.weights.isEmpty
      ? style.connection.width : max(style.positive.width, style.negative.width)
  }

  /// A layer that stands upright needs less room between its units, and one beside another more
  /// room for its arrows, than a layer that lies above another: lines are read from left to right.
  private var uprightness: (spacing: Double, distance: Double) {
    direction == .up ? (1, 1) : (0.85, 1.6)
  }

  /// How much larger units are than the style's.
  private var growth: Double { radius / style.radius }

  /// From the centre of a unit to where the head of an arrow begins.
  private var head: Double {
    radius + NetworkArrow.gap(style, width: width) + style.headLength * width
  }

  /// Between neighbouring places of a layer that has so many. A head that points at a unit stays
  /// clear of the next.
  func spacing(_ places: Int) -> Double {
    let spacing = places > style.mostSpacedWidely ? style.spacing : style.wideSpacing
    return max(
      uprightness.spacing * growth * spacing, head + radius + (style.edge.width + width) / 2 + 1)
  }

  /// Between two layers: at least so much that the arrow that is slanted most passes the
  /// neighbours of its ends.
  func distance(from row: NetworkRow, to next: NetworkRow) -> Double {
    let least = uprightness.distance * growth * style.layerDistance
    // An arrow has a shaft at least as long as its head.
    let straight = head + radius + (style.headLength + 1) * width
    let spacings = [row, next].filter { $0.length > 0 }.map(\.spacing)
    guard let spacing = spacings.min() else { return max(least, straight) }
    let clear = radius + (style.edge.width + width) / 2 + growth
    let slant = clear / (spacing * spacing - clear * clear).squareRoot()
    return max(least, straight, (row.length + next.length) / 2 * slant)
  }
}
