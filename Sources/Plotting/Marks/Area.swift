internal import Typesetting

/// A filled polygon, such as a band around a curve or a region of the plane.
public struct Area: Sendable, Hashable {
  /// The abscissas of the corners.
  public var x: [Double]
  /// The ordinates of the corners, one for each of `x`.
  public var y: [Double]
  /// Which of the theme's curve styles gives the colour.
  public var style: Int
  /// 1 for an area that covers what is behind it, 0 for one that cannot be seen.
  public var opacity: Double
  /// Whether a line in the colour of the page sets it off from its neighbours.
  public var hasEdge: Bool

  /// The polygon with the corners (x[0], y[0]), (x[1], y[1]), …
  ///
  /// - Precondition: `x` and `y` are of one length.
  public init(
    x: [Double], y: [Double], style: Int = 0, opacity: Double = 0.2, hasEdge: Bool = false
  ) {
    precondition(x.count == y.count, "an area has as many ordinates as abscissas")
    self.x = x
    self.y = y
    self.style = style
    self.opacity = opacity
    self.hasEdge = hasEdge
  }

  /// The band between two curves over the same abscissas.
  ///
  /// - Precondition: All three are of one length.
  public init(
    x: [Double], from lower: [Double], to upper: [Double], style: Int = 0, opacity: Double = 0.2
  ) {
    self.init(x: x + x.reversed(), y: lower + upper.reversed(), style: style, opacity: opacity)
  }
}

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
