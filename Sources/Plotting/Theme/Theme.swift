public import Wording

/// The look of a figure: every colour, width and distance that is not data. Lengths are points.
///
/// As made, it is the look of the chapter; see `Preset` for others.
public struct Theme: Sendable, Hashable {
  /// The look of the figures of Dive into Deep Learning, which are drawn by matplotlib 3.7.
  public init() {}

  // MARK: The page

  /// The part of the figure's width that the axes box takes.
  public var axesWidthShare = 0.775
  /// The part of the figure's height that the axes box takes.
  public var axesHeightShare = 0.77
  /// The room left between the content and the edge of the page.
  public var pageMargin = 7.2
  /// The room left between the panels of a figure, besides what their labels take.
  public var panelGap = 14.4
  /// The room left between the data and the axes box, as a part of the extent of the data.
  public var dataMargin = 0.05
  /// The colour of the page, and of what has to look empty on a page without colour.
  public var background = Color(0xffffff)

  // MARK: Text

  /// The colour of text.
  public var textColor = Color(0x000000)
  /// The em of tick and axis labels.
  public var labelSize = 10.0
  /// The em of the title.
  public var titleSize = 12.0
  /// From the end of a tick to its label.
  public var tickLabelDistance = 3.5
  /// From the tick labels to the label of the axis.
  public var axisLabelDistance = 4.0
  /// From the axes box up to the baseline of the title.
  public var titleDistance = 6.0
  /// How numbers are written.
  public var numbers = NumberStyle()

  // MARK: Curves

  /// How curves are drawn, the first ones; see `curve(_:)`. Neighbours differ in colour also for
  /// readers with a colour vision deficiency, or else in their dashes.
  public var curves = Theme.chapterCurves
  /// The dashes that curves have in turn; no dashes are a line without gaps.
  public var dashings = Theme.chapterDashings
  /// The width of curves that stand back behind others, as a share of theirs.
  public var thinCurveShare = 0.5
  /// The radius of dots, to the middle of their edge.
  public var dotRadius = 2.5
  /// The width of the edge of dots.
  public var dotEdgeWidth = 1.25
  /// The radius of points that are marked on a curve.
  public var pointRadius = 2.75

  // MARK: Axes

  /// How grid lines are drawn; `nil` for none. They are decoration that the ticks can replace, and
  /// fainter than what has to be seen.
  public var grid: StrokeStyle? = StrokeStyle(
    color: Color(0xb0b0b0), width: 0.8, snapsToPixels: true)
  /// The sides of the axes box that are drawn.
  public var spines = Set(Side.allCases)
  /// How the sides of the axes box are drawn.
  public var spine = StrokeStyle(
    color: Color(0x000000), width: 0.8, cap: .square, snapsToPixels: true)
  /// How axes through the origin are drawn.
  public var axis = StrokeStyle(color: Color(0x000000), width: 0.9, snapsToPixels: true)
  /// The length of the arrow heads at the ends of axes through the origin.
  public var arrowLength = 6.5
  /// The width of these arrow heads, across the axis.
  public var arrowWidth = 5.0
  /// How ticks are drawn.
  public var tick = StrokeStyle(color: Color(0x000000), width: 0.8, snapsToPixels: true)
  /// How far ticks stand out of the axes box.
  public var tickLength = 3.5
  /// How ticks without a label are drawn.
  public var minorTick = StrokeStyle(color: Color(0x000000), width: 0.6, snapsToPixels: true)
  /// How far ticks without a label stand out of the axes box.
  public var minorTickLength = 2.0

  // MARK: Annotations

  /// How horizontal and vertical lines, asymptotes and tangents are drawn.
  public var annotation = StrokeStyle(color: Color(0x606060), width: 0.9, dashes: [4, 2.5])
  /// How the place of a kink is marked: finely dotted, so as to stand back behind the annotations.
  public var kinkLine = StrokeStyle(color: Color(0x707070), width: 0.9, dashes: [0.9, 1.8])
  /// How the ranges are filled in which a function is saturated. Curves have to be seen on it.
  public var shade = BoxStyle(
    fill: Color(0xecebf4), edge: Color(0xecebf4), edgeWidth: 0, cornerRadius: 0, opacity: 1)

  // MARK: The legend

  /// How the box of the legend is drawn.
  public var legendBox = BoxStyle(
    fill: Color(0xffffff), edge: Color(0xcccccc), edgeWidth: 1, cornerRadius: 2, opacity: 0.8)
  /// The length of the lines in the legend, in ems of its text.
  public var legendHandleLength = 2.0

  // MARK: Diagrams

  /// How the diagrams of networks look.
  public var network = NetworkStyle()
}

extension Theme {
  /// How a curve in the style of curve `index` is drawn.
  func curve(_ index: Int, _ emphasis: Curve.Emphasis) -> StrokeStyle {
    var style = curve(index)
    if emphasis != .full { style.width *= thinCurveShare }
    guard emphasis == .trace else { return style }
    style.dashes = []
    style.cap = .square
    return style
  }

  /// How curve `index` is drawn, counted from 0.
  ///
  /// After the last of `curves` they go round again, each with the next of `dashings`, and when
  /// those are through as well, with wider lines: no two curves of a figure are drawn alike.
  public func curve(_ index: Int) -> StrokeStyle {
    let cycle = curves.isEmpty ? [StrokeStyle(color: textColor, width: 1.5)] : curves
    let dashings = dashings.isEmpty ? [[]] : dashings
    let (round, place) = index.quotientAndRemainder(dividingBy: cycle.count)
    var style = cycle[place]
    guard round > 0 else { return style }
    let first = dashings.firstIndex(of: style.dashes) ?? 0
    style.dashes = dashings[(first + round) % dashings.count]
    style.cap = style.dashes.isEmpty ? .square : .butt
    style.width *= 1 + 0.5 * Double(round / dashings.count)
    return style
  }
}
