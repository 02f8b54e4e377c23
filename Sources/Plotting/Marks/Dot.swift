internal import Typesetting

/// A point that is drawn by itself: full where the curve has it, open where it only comes near.
public struct Dot: Sendable, Hashable {
  /// The abscissa.
  public var x: Double
  /// The ordinate.
  public var y: Double
  /// Whether the curve has the point.
  public var isFull: Bool
  /// Which of the theme's curve styles gives the colour.
  public var style: Int
  /// What a legend calls it and the others of that name; empty for none.
  public var label = ""

  /// A dot at (x, y).
  public init(x: Double, y: Double, isFull: Bool, style: Int) {
    self.x = x
    self.y = y
    self.isFull = isFull
    self.style = style
  }
}

extension Panel {
  /// What a legend says of dots, once for those of one name.
  var namedDots: [Legend.Entry] {
    var entries: [Legend.Entry] = []
    for dot in dots where !dot.label.isEmpty {
      let entry = Legend.Entry(
        label: dot.label, style: dot.style, emphasis: .full, isFullDot: dot.isFull)
      if !entries.contains(entry) { entries.append(entry) }
    }
    return entries
  }
}

extension PanelLayout {
  /// The dots, in front of the curves.
  mutating func addDots() {
    for index in panel.dots.indices { addDot(index) }
  }

  private mutating func addDot(_ index: Int) {
    let dot = panel.dots[index], color = theme.curve(dot.style).color
    guard let center = visiblePoint(dot.x, dot.y) else { return }
    occupied.append(Rectangle(around: center, radius: theme.dotRadius))
    let fill = dot.isFull ? color : theme.background
    add(
      .dot(index: index),
      .disc(
        at: center, radius: theme.dotRadius, fill: fill, edge: color,
        edgeWidth: theme.dotEdgeWidth))
  }
}

extension Scene.Shape {
  /// A circle, which is a box with corners as round as can be.
  static func disc(
    at center: Point, radius: Double, fill: Color, edge: Color, edgeWidth: Double
  ) -> Scene.Shape {
    .box(
      Rectangle(around: center, radius: radius),
      BoxStyle(
        fill: fill, edge: edge, edgeWidth: edgeWidth, cornerRadius: radius, opacity: 1))
  }
}
