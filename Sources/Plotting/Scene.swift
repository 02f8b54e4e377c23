public import Typesetting

/// A page of positioned drawing commands, all that a renderer has to know.
///
/// Lengths are points (1/72 in), with y down from the top left corner of the page.
public struct Scene: Sendable, Hashable {
  /// The width of the page.
  public var width: Double
  /// The height of the page.
  public var height: Double
  /// The colour of the page; the page is transparent if `nil`.
  public var background: Color?
  /// What is drawn, from back to front.
  public var elements: [Element]
  /// The name of the figure for readers who cannot see it.
  public var title: String
  /// What the figure shows, in a sentence, for readers who cannot see it.
  public var summary: String

  /// A page of that size in points, without colour unless one is given.
  public init(
    width: Double, height: Double, background: Color? = nil, elements: [Element], title: String,
    summary: String
  ) {
    self.width = width
    self.height = height
    self.background = background
    self.elements = elements
    self.title = title.onOneLine
    self.summary = summary
  }

  /// One drawing command and the mark that it belongs to.
  public struct Element: Sendable, Hashable {
    /// The panel that it belongs to, from 0; `nil` for what is of the whole figure.
    public var panel: Int?
    /// What the command draws, in the words of plots.
    public var mark: Mark
    /// How it is drawn.
    public var shape: Shape

    /// A command of a mark, in a panel if there are some.
    public init(panel: Int? = nil, mark: Mark, shape: Shape) {
      self.panel = panel
      self.mark = mark
      self.shape = shape
    }
  }

  /// The parts of a figure. Indices count from 0, in the order of the axis or of the curves.
  /// `classes` is what SVG calls them.
  public enum Mark: Sendable, Hashable {
    /// A grid line through tick `index`.
    case gridLine(Axis, index: Int)
    /// A tick.
    case tick(Axis, index: Int)
    /// A tick without a label.
    case minorTick(Axis, index: Int)
    /// The number at a tick.
    case tickLabel(Axis, index: Int)
    /// What sets the number at a tick off from a curve behind it.
    case tickLabelBox(Axis, index: Int)
    /// What the numbers at the ticks have in common, as a power of ten.
    case tickFactor(Axis)
    /// The label of an axis.
    case axisLabel(Axis)
    /// An area behind the curves.
    case area(index: Int)
    /// A curve.
    case curve(index: Int)
    /// A point drawn by itself.
    case dot(index: Int)
    /// A side of the axes box.
    case spine(Side)
    /// The title above a panel.
    case panelTitle
    /// The title above all panels.
    case title
    /// The line, shade or point of an annotation.
    case annotation(index: Int)
    /// What sets the words of an annotation off from the curves behind them.
    case annotationBox(index: Int)
    /// The line from the words of an annotation to what they name, where they stand apart from it.
    case annotationLeader(index: Int)
    /// The words of an annotation.
    case annotationLabel(index: Int)
    /// The box around the legend.
    case legend
    /// The words above the names of the legend.
    case legendTitle
    /// The line beside entry `index` of the legend, drawn as the curve is.
    case legendHandle(index: Int)
    /// The name in entry `index` of the legend.
    case legendLabel(index: Int)

    /// Unit `index` of a layer of a network; layers count from 0, the inputs.
    case unit(layer: Int, index: Int)
    /// The name of a unit.
    case unitLabel(layer: Int, index: Int)
    /// What crosses a unit out that is dropped.
    case unitCross(layer: Int, index: Int)
    /// The dots that stand for the units of a layer that are not drawn.
    case omittedUnits(layer: Int)
    /// The bias that a layer gives to the next, a unit that is always 1.
    case bias(layer: Int)
    /// The 1 in a bias.
    case biasLabel(layer: Int)
    /// The arrow from unit `from` of a layer to unit `to` of the next.
    case connection(layer: Int, from: Int, to: Int)
    /// The arrow from the bias of a layer to unit `to` of the next.
    case biasConnection(layer: Int, to: Int)
    /// Some of the arrows from a layer to the next that are drawn alike, where there are very many.
    case connections(layer: Int)
    /// The name of a layer.
    case layerCaption(layer: Int)
    /// The activation of a layer.
    case layerActivation(layer: Int)
    /// The number of units of a layer of which not all are drawn.
    case layerCount(layer: Int)
    /// The title of the lines that tell weights in the legend, or of the bar that tells values.
    case keyTitle(index: Int)
    /// A stretch of one colour of the bar that tells values, or the frame around it.
    case colorBar
    /// A number beside the bar that tells values, in ascending order.
    case colorBarLabel(index: Int)

    /// The name of a matrix.
    case matrixName(index: Int)
    /// A number of a matrix.
    case matrixEntry(index: Int, row: Int, column: Int)
    /// A bracket of a matrix.
    case matrixBracket(index: Int)
    /// The sign between two networks with the same outputs.
    case equalsSign
    /// The words on how far their outputs differ.
    case verdict
  }

  /// What Cairo is asked for.
  public enum Shape: Sendable, Hashable {
    /// Lines through points, each list a run of its own; a run of one point is a dot.
    ///
    /// What lies outside `clip` is not seen.
    case stroke([[Point]], StrokeStyle, clip: Rectangle?)
    /// A box with rounded corners, filled and framed.
    case box(Rectangle, BoxStyle)
    /// A filled polygon; 1 is an area that covers what is behind it, 0 one that cannot be seen.
    case area([Point], Color, opacity: Double)
    /// Text set from `origin`, the left end of its baseline, in direction `angle`.
    case text(Text)
  }

  /// A line of text in the position where it is drawn.
  public struct Text: Sendable, Hashable {
    /// The text as the figure has it, with mathematics between dollar signs.
    public var string: String
    /// The left end of the baseline.
    public var origin: Point
    /// The em in points.
    public var fontSize: Double
    /// The direction of the baseline, in degrees counter-clockwise from rightwards.
    public var angle: Double
    /// The colour of the ink.
    public var color: Color
    /// What is drawn, around an origin of (0, 0) and along a baseline that goes rightwards.
    public var pieces: [TextPiece]

    /// A line of text, set by what measures it.
    ///
    /// - Throws: `MathematicsError`, and what measuring throws.
    public init(
      _ string: String, at origin: Point, fontSize: Double, angle: Double = 0, color: Color,
      measuring measurer: some TextMeasurer
    ) throws {
      let line = try measurer.typeset(string, fontSize: fontSize)
      self.init(line, at: origin, angle: angle, color: color)
    }

    init(_ line: TypesetLine, at origin: Point, angle: Double = 0, color: Color) {
      string = line.string
      fontSize = line.fontSize
      pieces = line.pieces
      self.origin = origin
      self.angle = angle
      self.color = color
    }
  }
}

/// The axes of a plot.
public enum Axis: Sendable, Hashable {
  /// Horizontal, below the axes box.
  case x
  /// Vertical, left of the axes box.
  case y
  /// Vertical, right of the axes box: a second one for y.
  case twin
}

/// The sides of the axes box.
public enum Side: Sendable, Hashable, CaseIterable {
  /// The side with the y axis.
  case left
  /// The side opposite the y axis.
  case right
  /// The side with the x axis.
  case bottom
  /// The side opposite the x axis.
  case top
}

/// How a line is drawn.
public struct StrokeStyle: Sendable, Hashable {
  /// What a line looks like at its ends.
  public enum Cap: Sendable, Hashable {
    /// It stops at its end point.
    case butt
    /// It goes on for half its width.
    case square
  }

  /// What a line looks like where it bends.
  public enum Join: Sendable, Hashable {
    /// The edges meet in a corner.
    case miter
    /// The corner is a circular arc.
    case round
  }

  /// The colour of the line.
  public var color: Color
  /// The width in points.
  public var width: Double
  /// The lengths of dashes and gaps in turn, in points; a line without gaps if empty.
  public var dashes: [Double] = []
  /// The look of the ends.
  public var cap = Cap.butt
  /// The look of the bends.
  public var join = Join.miter
  /// Whether pixels may attract it: an upright line of a raster image is then as sharp as it can
  /// be, half a pixel off its true place at most.
  public var snapsToPixels = false

  /// A line of a colour and a width in points, without gaps unless there are some.
  public init(
    color: Color, width: Double, dashes: [Double] = [], cap: Cap = .butt, join: Join = .miter,
    snapsToPixels: Bool = false
  ) {
    self.color = color
    self.width = width
    self.dashes = dashes
    self.cap = cap
    self.join = join
    self.snapsToPixels = snapsToPixels
  }
}

/// How a box is drawn. What is behind it shines through by what its opacity leaves.
public struct BoxStyle: Sendable, Hashable {
  /// The colour of the area.
  public var fill: Color
  /// The colour of the frame.
  public var edge: Color
  /// The width of the frame in points; 0 for none.
  public var edgeWidth: Double
  /// The radius of the corners in points.
  public var cornerRadius: Double
  /// 1 for a box that covers what is behind it, 0 for one that cannot be seen.
  public var opacity: Double

  /// A box, with a frame if that has a width.
  public init(
    fill: Color, edge: Color, edgeWidth: Double, cornerRadius: Double = 0, opacity: Double = 1
  ) {
    self.fill = fill
    self.edge = edge
    self.edgeWidth = edgeWidth
    self.cornerRadius = cornerRadius
    self.opacity = opacity
  }
}
