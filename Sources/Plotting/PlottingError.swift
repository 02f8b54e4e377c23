internal import Wording

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
  /// A text that is no colour.
  case notAColor(String)
  /// A page with these sides in points has no room for what stands around the axes.
  case pageTooSmall(width: Double, height: Double?)
  /// A text that does not name a format of ticks.
  case notATickFormat(String)
  /// A line, words or a point at a value that the axis does not show.
  case outOfSight(Axis, value: Double, shown: ClosedRange<Double>)
  /// So many panels leave each other no room.
  case panelsTooSmall(count: Int)
  /// Units of x and y cannot be equally long where one axis is scaled otherwise than the other.
  case unequalScales(AxisScale, AxisScale)
  /// With units of equal length the axes would be hardly wider than a line, as they show so much of x
  /// and of y.
  case unequalExtents(x: Double, y: Double)
  /// A second y axis beside axes through the origin.
  case twinAtOrigin
  /// A second y axis, and units of equal length.
  case twinWithEqualUnits
  /// A y axis of another scale than linear, of which there are two.
  case twinScale(AxisScale)
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
        + (lower.isFinite && upper.isFinite
          ? " Choose narrower limits, or a logarithmic scale." : "")
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
    case .notAColor(let text):
      "\(quoted(text)) is not a colour; write one as in #d62728, a name such as navy, or C0, C1, … for"
        + " those of the theme"
        + (nearest(to: trimmed(text), among: Color.knownNames).map { ". Did you mean \($0)?" }
          ?? ".")
    case .pageTooSmall(let width, let height):
      "A page \(Self.short(width))\(height.map { " x \(Self.short($0)) pt" } ?? " pt wide") has no room"
        + " for what stands around the axes; make it larger, the font smaller, or the title, the labels"
        + " and the names of curves shorter."
    case .outOfSight(let axis, let value, let shown):
      "What is to be drawn at \(axis == .x ? "x" : "y") = \(value) would be out of sight, as the \(axis) axis shows"
        + " \(Self.short(shown.lowerBound)) to \(Self.short(shown.upperBound)); choose another"
        + " place or other limits."
    case .panelsTooSmall(let count):
      "\(count) panels have no room on a figure of that size; make it larger, or the font smaller."
    case .unequalScales(let x, let y):
      "Units cannot be equally long where the x axis is \(x) and the y axis is \(y); leave out the"
        + " aspect, or choose one scale for both."
    case .unequalExtents(let x, let y):
      "With equal units there is no room for axes that show \(Self.short(x)) of x and \(Self.short(y))"
        + " of y; choose limits that are more alike, as in --ylim -4:4."
    case .twinAtOrigin:
      "A second y axis stands at the right side of a box, and axes through the origin have none; leave"
        + " out the twin, or choose the axes box."
    case .twinWithEqualUnits:
      "Units of x cannot be as long as those of two y axes; leave out the twin, or the aspect."
    case .twinScale(let scale):
      "Two y axes are linear, and one is to be \(scale); leave out the twin, or its scale. On a"
        + " logarithmic axis curves of different size have room together."
    case .nothingToShow:
      "The axes would show no sample with a finite value, or on a logarithmic axis one above 0;"
        + " choose another range or other limits."
    }
  }

  /// A number to four digits, or more before the point.
  private static func short(_ value: Double) -> String {
    guard (1e-12..<1e12).contains(value.magnitude) else { return shortNumeral(value) }
    var scale = 1.0
    while value.magnitude * scale < 1000 { scale *= 10 }
    return shortNumeral((value * scale).rounded() / scale)
  }
}
