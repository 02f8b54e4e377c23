internal import Glibc

/// How an axis turns values into distances.
public enum AxisScale: Sendable, Hashable {
  /// Equal differences are equally far apart.
  case linear
  /// Equal ratios are equally far apart; what is not above 0 has no place.
  case log
  /// Logarithmic on both sides of 0, and linear from −`threshold` to `threshold`, which is finite
  /// and above 0.
  ///
  /// With v for the value and t for the threshold, the coordinate is v/t where |v| ≤ t, and
  /// sign(v)·(1 + log₁₀(|v|/t)) beyond. So the way from 0 to the threshold is as long as a decade.
  /// Matplotlib's scale of that name is the same but for this length, which is 10/9 there.
  case symlog(threshold: Double)

  /// How the scales are spelled; a threshold can stand behind the last.
  package static let words = ["linear", "log", "symlog"]

  /// The coordinate of a value along the axis, or NaN for one without a place; where the axis is
  /// logarithmic, a decade is 1.
  package func coordinate(_ value: Double) -> Double {
    switch self {
    case .linear: return value
    case .log: return value > 0 ? log10(value) : .nan
    case .symlog(let threshold):
      let magnitude = value.magnitude
      guard magnitude > threshold else { return value / threshold }
      // A quotient would overflow, and 1000/0.001 is six decades only to within rounding.
      let coordinate = 1 + (log10(magnitude) - log10(threshold))
      return value < 0 ? -coordinate : coordinate
    }
  }

  /// The value at a coordinate, to within rounding; infinite beyond the largest number.
  package func value(ofCoordinate coordinate: Double) -> Double {
    switch self {
    case .linear: return coordinate
    case .log: return pow(10, coordinate)
    case .symlog(let threshold):
      guard coordinate.magnitude > 1 else { return coordinate * threshold }
      let magnitude = pow(10, coordinate.magnitude - 1 + log10(threshold))
      return coordinate < 0 ? -magnitude : magnitude
    }
  }

  /// Limits in values as limits in coordinates.
  ///
  /// - Throws: `PlottingError` for limits that this axis has no place or no ticks for: at or below
  ///   0 on a logarithmic axis, too close together, or on a linear axis too far apart.
  package func coordinates(_ limits: AxisLimits) throws(PlottingError) -> AxisLimits {
    if self == .log, limits.lower <= 0 {
      throw .limitsNotPositive(limits.lower, limits.upper)
    }
    let ends = (coordinate(limits.lower), coordinate(limits.upper))
    guard ends.1 - ends.0 <= AxisLimits.spans.upperBound else {
      throw .limitsNotFinite(limits.lower, limits.upper)
    }
    guard limits.areApart, let coordinates = try? AxisLimits(ends.0, ends.1),
      coordinates.haveRoomForTicks
    else { throw .limitsTooClose(limits.lower, limits.upper) }
    return coordinates
  }
}

extension AxisScale: CustomStringConvertible {
  /// Reads `linear`, `log`, `symlog` with the threshold 1, or `symlog:1e-3` with another.
  ///
  /// - Throws: `PlottingError.notAScale` for other words and `PlottingError.thresholdNotPositive`
  ///   for a threshold that is not a finite number above 0.
  public init(_ text: String) throws(PlottingError) {
    switch text {
    case "linear": self = .linear
    case "log": self = .log
    case "symlog": self = .symlog(threshold: 1)
    default:
      let symlog = "symlog:"
      guard text.hasPrefix(symlog) else { throw .notAScale(text) }
      let number = String(text.dropFirst(symlog.count))
      guard let threshold = Double(number), threshold > 0, threshold.isFinite else {
        throw .thresholdNotPositive(number)
      }
      self = .symlog(threshold: threshold)
    }
  }

  /// The text that `init(_:)` reads.
  public var description: String {
    switch self {
    case .linear: "linear"
    case .log: "log"
    case .symlog(threshold: 1): "symlog"
    case .symlog(let threshold): "symlog:\(threshold)"
    }
  }
}
