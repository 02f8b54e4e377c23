/// The lower and upper end of an axis, in data coordinates.
public struct AxisLimits: Sendable, Hashable {
  /// The value at the left or bottom end.
  public let lower: Double
  /// The value at the right or top end.
  public let upper: Double

  /// The extent of the axis, above 0.
  var span: Double { upper - lower }

  /// Limits that an axis can have. Whether ticks can be put between them depends on its scale, by
  /// which a figure checks them.
  ///
  /// - Throws: `PlottingError` for limits that are not finite or not ascending.
  public init(_ lower: Double, _ upper: Double) throws(PlottingError) {
    guard lower.isFinite, upper.isFinite else { throw .limitsNotFinite(lower, upper) }
    guard lower < upper else { throw .limitsNotAscending(lower, upper) }
    self.lower = lower
    self.upper = upper
  }

  /// The spans that arithmetic has room in, for steps below them and sums above.
  static let spans = 1e-300...1e300

  /// Whether the limits differ by more than what rounding may make of equal ones.
  var areApart: Bool { span >= 1e-12 * max(lower.magnitude, upper.magnitude) }

  /// Whether ticks at equal distances can be put between the limits.
  var haveRoomForTicks: Bool { areApart && Self.spans.contains(span) }

  /// The extent of `values` that are finite, widened at both ends by a part `margin` of it.
  ///
  /// An extent of next to nothing is widened by a 20th of its magnitude first, as matplotlib does,
  /// so that a constant curve runs through the middle.
  init(showing values: some Sequence<Double>, margin: Double) throws(PlottingError) {
    var lower = Double.infinity, upper = -Double.infinity
    for value in values where value.isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    guard lower <= upper else { throw .nothingToShow }
    let magnitude = max(lower.magnitude, upper.magnitude)
    // Below this, a 20th would be closer together than limits may be.
    if magnitude < 2e-299 {
      (lower, upper) = (-0.05, 0.05)
    } else if upper - lower <= 1e-12 * magnitude {
      lower -= 0.05 * magnitude
      upper += 0.05 * magnitude
    }
    let room = margin * (upper - lower)
    (lower, upper) = (lower - room, upper + room)
    guard upper - lower <= Self.spans.upperBound else { throw .limitsNotFinite(lower, upper) }
    try self.init(lower, upper)
  }

  func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
