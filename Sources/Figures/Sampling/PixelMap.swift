internal import Glibc
internal import Plotting

/// From values to distances in points from the lower left corner of the axes box.
struct PixelMap {
  let xScale: AxisScale
  let yScale: AxisScale
  /// The coordinates of the axes' lower ends, and points to the unit of a coordinate.
  private let x: (lower: Double, factor: Double)
  private let y: (lower: Double, factor: Double)
  /// The distances up between which a curve is looked at.
  let sight: ClosedRange<Double>

  /// The map of that sampling, with given limits of the y axis or an extent that it has to hold.
  init(
    sampling: AdaptiveSampling, yLimits: AxisLimits? = nil,
    yExtent: (lower: Double, upper: Double)?
  ) {
    xScale = sampling.x.scale
    yScale = sampling.y.scale
    let domain = sampling.domain
    x = Self.axis(
      from: xScale.coordinate(domain.lowerBound), to: xScale.coordinate(domain.upperBound),
      length: sampling.width)
    let limits = yLimits.map { ($0.lower, $0.upper) } ?? yExtent ?? (0, 1)
    y = Self.axis(
      from: yScale.coordinate(limits.0), to: yScale.coordinate(limits.1), length: sampling.height)
    // What is chosen from the curves has a margin, and may grow when they are refined.
    let margin = yLimits == nil ? 0.6 * sampling.height : 20
    sight = -margin...sampling.height + margin
  }

  private static func axis(
    from lower: Double, to upper: Double, length: Double
  ) -> (lower: Double, factor: Double) {
    guard lower.isFinite, upper.isFinite else { return (0, 1) }
    // A constant needs some scale too; it is drawn straight at any.
    let span = upper - lower > 1e-12 * max(lower.magnitude, upper.magnitude) ? upper - lower : 0.1
    return (lower, length / span)
  }

  func right(_ value: Double) -> Double { (xScale.coordinate(value) - x.lower) * x.factor }

  /// NaN for what has no place.
  func up(_ value: Double) -> Double {
    let up = (yScale.coordinate(value) - y.lower) * y.factor
    return up.isFinite ? up : .nan
  }

  /// The slope on the page of a curve through (x, y) with a slope in values.
  func slope(_ slope: Double, atX x: Double, y: Double) -> Double {
    if slope == 0 { return 0 }
    return slope * (yScale.rate(at: y) * self.y.factor) / (xScale.rate(at: x) * self.x.factor)
  }
}

extension AxisScale {
  /// How fast the coordinate grows with the value.
  fileprivate func rate(at value: Double) -> Double {
    guard self != .linear else { return 1 }
    let step = max(value.magnitude * 1e-6, 1e-300)
    return (coordinate(value + step) - coordinate(value - step)) / (2 * step)
  }

  /// The value half-way between two on the axis.
  func middle(_ first: Double, _ last: Double) -> Double {
    guard self != .linear else { return first / 2 + last / 2 }
    return value(ofCoordinate: (coordinate(first) + coordinate(last)) / 2)
  }
}
