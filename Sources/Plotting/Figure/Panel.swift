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
  /// What an x axis without limits has to hold besides the curves, such as points far from them.
  public var heldAbscissas: [Double] = []
  /// A second y axis with its curves; none if `nil`.
  public var twin: TwinAxis?
  /// Whether a unit of x is as long as one of y, and circles are round: y shows as much more as that
  /// takes, or the axes box is narrower, or lower where the limits of both axes are given.
  public var hasEqualUnits = false

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
