/// The look of a figure: every colour, width and distance that is not data. Lengths are points.
public struct Theme: Sendable, Hashable {
  /// The part of the figure's width that the axes box takes.
  public let axesWidthShare = 0.775
  /// The part of the figure's height that the axes box takes.
  public let axesHeightShare = 0.77
  /// The room left between the content and the edge of the page.
  public let pageMargin = 7.2
  /// The room left between the data and the axes box, as a part of the extent of the data.
  public let dataMargin = 0.05

  /// The colour of the page.
  public let background = Color(0xffffff)
  /// The colour of text.
  public let textColor = Color(0x000000)
  /// The em of tick and axis labels.
  public let labelSize = 10.0
  /// The em of the title.
  public let titleSize = 12.0

  /// How curves are drawn, the first ones; see `curve(_:)`.
  public let curves = [
    StrokeStyle(color: Color(0x1f77b4), width: 1.5, cap: .square, join: .round),
    StrokeStyle(color: Color(0xbf00bf), width: 1.5, dashes: [5.55, 2.4], join: .round),
    StrokeStyle(color: Color(0x008000), width: 1.5, dashes: [9.6, 2.4, 1.5, 2.4], join: .round),
    StrokeStyle(color: Color(0xff0000), width: 1.5, dashes: [1.5, 2.475], join: .round),
  ]
  /// How grid lines are drawn.
  public let grid = StrokeStyle(color: Color(0xb0b0b0), width: 0.8, snapsToPixels: true)
  /// How the sides of the axes box are drawn.
  public let spine = StrokeStyle(
    color: Color(0x000000), width: 0.8, cap: .square, snapsToPixels: true)
  /// How ticks are drawn.
  public let tick = StrokeStyle(color: Color(0x000000), width: 0.8, snapsToPixels: true)
  /// How far ticks stand out of the axes box.
  public let tickLength = 3.5
  /// How ticks without a label are drawn.
  public let minorTick = StrokeStyle(color: Color(0x000000), width: 0.6, snapsToPixels: true)
  /// How far ticks without a label stand out of the axes box.
  public let minorTickLength = 2.0
  /// From the end of a tick to its label.
  public let tickLabelDistance = 3.5
  /// From the tick labels to the label of the axis.
  public let axisLabelDistance = 4.0
  /// From the axes box up to the baseline of the title.
  public let titleDistance = 6.0

  /// The radius of dots, to the middle of their edge.
  public let dotRadius = 2.5
  /// The width of the edge of dots.
  public let dotEdgeWidth = 1.25

  /// How the box of the legend is drawn.
  public let legendBox = BoxStyle(
    fill: Color(0xffffff), edge: Color(0xcccccc), edgeWidth: 1, cornerRadius: 2, opacity: 0.8)
  /// The length of the lines in the legend, in ems of its text.
  public let legendHandleLength = 2.0

  /// How curve `index` is drawn. After the last colour they go round again, each with the dashes
  /// of the next, so that sixteen curves can be told apart.
  public func curve(_ index: Int) -> StrokeStyle {
    let round = index / curves.count
    var style = curves[index % curves.count]
    let dashing = curves[(index + round) % curves.count]
    style.dashes = dashing.dashes
    style.cap = dashing.cap
    return style
  }

  /// The look of the figures of Dive into Deep Learning, which are drawn by matplotlib 3.7.
  public static let chapter = Theme()
}
