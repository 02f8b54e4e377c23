/// What a plot shows: curves in data coordinates, their labels and limits.
public struct Figure: Sendable, Hashable {
  /// The curves, from back to front.
  public var curves: [Curve]
  /// Single points, in front of the curves.
  public var dots: [Dot]
  /// The label under the x axis; empty for none.
  public var xLabel: String
  /// The label beside the y axis; empty for none.
  public var yLabel: String
  /// The title above the axes; empty for none.
  public var title: String
  /// What the x axis shows; the extent of the curves and a margin if `nil`.
  public var xLimits: AxisLimits?
  /// What the y axis shows; the extent of the curves and a margin if `nil`.
  public var yLimits: AxisLimits?
  /// How the x axis turns values into distances.
  public var xScale: AxisScale
  /// How the y axis turns values into distances.
  public var yScale: AxisScale
  /// The nominal size, of which the axes box takes the theme's share.
  public var size: FigureSize
  /// The look.
  public var theme: Theme
  /// The name of the figure for readers who cannot see it.
  public var accessibleTitle: String
  /// What the figure shows, in a sentence, for readers who cannot see it.
  public var accessibleSummary: String

  /// A figure of curves; what is left out is blank or chosen from the data.
  public init(
    curves: [Curve],
    dots: [Dot] = [],
    xLabel: String = "",
    yLabel: String = "",
    title: String = "",
    xLimits: AxisLimits? = nil,
    yLimits: AxisLimits? = nil,
    xScale: AxisScale = .linear,
    yScale: AxisScale = .linear,
    size: FigureSize = .chapter,
    theme: Theme = .chapter,
    accessibleTitle: String = "",
    accessibleSummary: String = ""
  ) {
    self.curves = curves
    self.dots = dots
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.title = title
    self.xLimits = xLimits
    self.yLimits = yLimits
    self.xScale = xScale
    self.yScale = yScale
    self.size = size
    self.theme = theme
    self.accessibleTitle = accessibleTitle
    self.accessibleSummary = accessibleSummary
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

  /// A curve through (x[0], y[0]), (x[1], y[1]), …
  ///
  /// - Precondition: `x` and `y` are of one length.
  public init(x: [Double], y: [Double], label: String = "") {
    precondition(x.count == y.count, "a curve has as many ordinates as abscissas")
    self.x = x
    self.y = y
    self.label = label
  }
}

/// A point of a curve that is drawn by itself: full where the curve has it, open where it only
/// comes near.
public struct Dot: Sendable, Hashable {
  /// The abscissa.
  public var x: Double
  /// The ordinate.
  public var y: Double
  /// Whether the curve has the point.
  public var isFull: Bool
  /// The index of the curve, whose colour the dot has.
  public var curve: Int

  /// A dot at (x, y).
  public init(x: Double, y: Double, isFull: Bool, curve: Int) {
    self.x = x
    self.y = y
    self.isFull = isFull
    self.curve = curve
  }
}

/// The nominal size of a figure in points.
///
/// The page is usually a little smaller: it is cut to what is drawn and the theme's margin.
public struct FigureSize: Sendable, Hashable {
  /// The nominal width.
  public let width: Double
  /// The nominal height.
  public let height: Double

  /// The sides that a figure may have: up to 200 in, the largest page that PDF readers agree on.
  public static let sides = 1.0...14_400.0

  /// The size of the chapter's figures, 5 in by 2.5 in.
  public static let chapter = FigureSize(uncheckedWidth: 360, height: 180)

  private init(uncheckedWidth width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A size in points; throws `PlottingError.sizeOutOfRange` for a side outside `sides`.
  public init(width: Double, height: Double) throws(PlottingError) {
    for side in [width, height] {
      guard Self.sides.contains(side) else { throw .sizeOutOfRange(side) }
    }
    self.init(uncheckedWidth: width, height: height)
  }
}

/// Why a figure cannot be laid out.
public enum PlottingError: Error, Hashable, CustomStringConvertible {
  /// A side of the figure, in points, is outside `FigureSize.sides`.
  case sizeOutOfRange(Double)
  /// The limits of an axis are not finite, or span more than binary64 can divide.
  case limitsNotFinite(Double, Double)
  /// The limits of an axis are not in ascending order.
  case limitsNotAscending(Double, Double)
  /// The limits of an axis are closer together than ticks can be told apart.
  case limitsTooClose(Double, Double)
  /// The limits of a logarithmic axis are not both above 0.
  case limitsNotPositive(Double, Double)
  /// A text that does not name a scale.
  case notAScale(String)
  /// The threshold of a symlog axis is not a finite number above 0.
  case thresholdNotPositive(String)
  /// A text that does not name a format of ticks.
  case notATickFormat(String)
  /// The curves have no finite sample that has a place on the axes.
  case nothingToShow

  /// What is wrong and the remedy, as sentences.
  public var description: String {
    switch self {
    case .sizeOutOfRange(let side):
      "A figure's side can be from 1 pt to 14400 pt (200 in), and \(side) pt is not."
    case .limitsNotFinite(let lower, let upper):
      "An axis cannot show \(lower) to \(upper): its limits must be finite, and less than 1e300"
        + " apart."
    case .limitsNotAscending(let lower, let upper):
      lower == upper
        ? "The axis limits \(lower) and \(upper) are equal; the second must be above the first."
        : "The axis limits \(lower) to \(upper) are reversed; write \(upper):\(lower)."
    case .limitsTooClose(let lower, let upper):
      "The axis limits \(lower) and \(upper) are too close together to tell ticks apart."
    case .limitsNotPositive(let lower, let upper):
      "A logarithmic axis cannot show \(lower) to \(upper): its limits must be above 0."
    case .notAScale(let text):
      "\(quoted(text)) is not a scale; write linear, log, symlog, or symlog:T for one that is linear"
        + " from -T to T."
    case .thresholdNotPositive(let text):
      "\(quoted(text)) is not a threshold; a symlog axis is linear up to a number above 0, as in"
        + " symlog:0.001."
    case .notATickFormat(let text):
      "\(quoted(text)) is not a format of ticks; write "
        + TickFormat.allCases.dropLast().map(\.rawValue).joined(separator: ", ") + " or "
        + TickFormat.allCases.suffix(1).map(\.rawValue).joined() + "."
    case .nothingToShow:
      "The axes would show no sample with a finite value, or on a logarithmic axis one above 0;"
        + " choose another range or other limits."
    }
  }
}
