/// A pair of axes and what is drawn between them.
public struct Panel: Sendable, Hashable {
  /// Areas behind the curves, from back to front.
  public var areas: [Area]
  /// The curves, from back to front.
  public var curves: [Curve]
  /// Single points, in front of the curves.
  public var dots: [Dot]
  /// Lines, shades, points and words that explain the curves.
  public var annotations: [Annotation]
  /// The title above the axes; empty for none.
  public var title: String
  /// What is chosen about the x axis.
  public var x: AxisOptions
  /// What is chosen about the y axis.
  public var y: AxisOptions
  /// The values that a y axis without limits has to hold; those of the curves if `nil`.
  public var yExtent: ClosedRange<Double>?

  /// A panel of curves; what is left out is blank or chosen from the data.
  public init(
    areas: [Area] = [],
    curves: [Curve],
    dots: [Dot] = [],
    annotations: [Annotation] = [],
    title: String = "",
    x: AxisOptions = AxisOptions(),
    y: AxisOptions = AxisOptions(),
    yExtent: ClosedRange<Double>? = nil
  ) {
    self.areas = areas
    self.curves = curves
    self.dots = dots
    self.annotations = annotations
    self.title = title
    self.x = x
    self.y = y
    self.yExtent = yExtent
  }
}

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

/// A curve through samples. Where a sample is not finite the curve is broken.
public struct Curve: Sendable, Hashable {
  /// The abscissas.
  public var x: [Double]
  /// The ordinates, one for each of `x`.
  public var y: [Double]
  /// What the legend calls it; empty for none.
  public var label: String
  /// Which of the theme's curve styles it has; that of its place among the curves if `nil`.
  public var style: Int?
  /// How much it stands out.
  public var emphasis: Emphasis

  /// How much a curve stands out.
  public enum Emphasis: Sendable, Hashable {
    /// As the theme has it.
    case full
    /// Thinner, for what stands back behind others.
    case behind
    /// Thinner and without dashes, at which a thin line would fall apart, for steps on the way and what
    /// jumps to and fro.
    case trace
  }

  /// A curve through (x[0], y[0]), (x[1], y[1]), …
  ///
  /// - Precondition: `x` and `y` are of one length.
  public init(
    x: [Double], y: [Double], label: String = "", style: Int? = nil,
    emphasis: Emphasis = .full
  ) {
    precondition(x.count == y.count, "a curve has as many ordinates as abscissas")
    self.x = x
    self.y = y
    self.label = label
    self.style = style
    self.emphasis = emphasis
  }
}

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

  /// A dot at (x, y).
  public init(x: Double, y: Double, isFull: Bool, style: Int) {
    self.x = x
    self.y = y
    self.isFull = isFull
    self.style = style
  }
}

/// Something that explains the curves of a panel.
public enum Annotation: Sendable, Hashable {
  /// A line across the axes at a value of an axis.
  case level(Axis, value: Double, label: String)
  /// A line at the place of a kink.
  case kink(x: Double)
  /// The straight line y = slope · x + intercept.
  case line(slope: Double, intercept: Double, label: String)
  /// A shade from one abscissa to another.
  case shade(ClosedRange<Double>)
  /// A point in the colour of a curve style, with words beside it.
  case point(x: Double, y: Double, label: String, style: Int)
  /// Words whose middle is at a point, or as near to it as keeps them within the axes.
  case text(x: Double, y: Double, String)
  /// Words beside that part of the line y = slope · x + intercept, which is not drawn, in the colour
  /// of a curve style.
  case words(String, beside: ClosedRange<Double>, slope: Double, intercept: Double, style: Int)
}

extension Panel {
  /// Which of the theme's curve styles a curve has.
  func style(ofCurve index: Int) -> Int { curves[index].style ?? index }

  /// How a curve is drawn.
  func stroke(ofCurve index: Int, in theme: Theme) -> StrokeStyle {
    theme.curve(style(ofCurve: index), curves[index].emphasis)
  }
}
