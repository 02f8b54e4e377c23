/// A convex part of the inputs' space that straight cuts divide.
protocol ConvexCell {
  /// The parts below and above the place where the form has a value; one of them is `nil` if the cut
  /// does not go through the cell.
  func split(where form: AffineForm, is level: Double) -> (below: Self?, above: Self?)
  /// A point that is not on the boundary.
  var interior: [DoubleDouble] { get }
}

/// A stretch of one input, which may reach to infinity.
struct Interval: ConvexCell {
  var lower = DoubleDouble(-.infinity)
  var upper = DoubleDouble(.infinity)

  func split(where form: AffineForm, is level: Double) -> (below: Interval?, above: Interval?) {
    let slope = form.coefficients[0]
    let rest = DoubleDouble(level) - form.constant
    let isRising = slope.high > 0
    guard slope.high != 0 else { return rest.high > 0 ? (self, nil) : (nil, self) }
    let place = rest / slope
    let size = (form.constant.high.magnitude + level.magnitude) / slope.high.magnitude
    let noise = DoubleDouble(size * AffineForm.nearness)
    // Infinite ends have no digits to add noise to, and a place beyond the Doubles is beyond both.
    if lower.isFinite ? !(place > lower + noise) : place.high == -.infinity {
      return isRising ? (nil, self) : (self, nil)
    }
    if upper.isFinite ? !(place < upper - noise) : place.high == .infinity {
      return isRising ? (self, nil) : (nil, self)
    }
    let left = Interval(lower: lower, upper: place), right = Interval(lower: place, upper: upper)
    return isRising ? (left, right) : (right, left)
  }

  var interior: [DoubleDouble] {
    switch (lower.high.isFinite, upper.high.isFinite) {
    case (true, true): [(lower + upper) * DoubleDouble(0.5)]
    case (true, false): [lower + DoubleDouble(max(1, lower.high.magnitude))]
    case (false, true): [upper - DoubleDouble(max(1, upper.high.magnitude))]
    case (false, false): [DoubleDouble(0)]
    }
  }
}

/// A convex polygon of two inputs, its corners counterclockwise.
struct Polygon: ConvexCell {
  var corners: [[DoubleDouble]]

  init(corners: [[DoubleDouble]]) { self.corners = corners }

  /// A box with the given sides.
  init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    let places = [
      (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound), (x.upperBound, y.upperBound),
      (x.lowerBound, y.upperBound),
    ]
    corners = places.map { [DoubleDouble($0), DoubleDouble($1)] }
  }

  func split(where form: AffineForm, is level: Double) -> (below: Polygon?, above: Polygon?) {
    // How far each corner is above the cut; 0 on it.
    let heights = corners.map { corner in
      let (value, size) = form.value(at: corner)
      let height = value - DoubleDouble(level)
      let isNear = height.high.magnitude <= (size + level.magnitude) * AffineForm.nearness
      return isNear ? DoubleDouble(0) : height
    }
    guard heights.contains(where: { $0.high < 0 }) else { return (nil, self) }
    guard heights.contains(where: { $0.high > 0 }) else { return (self, nil) }
    var below: [[DoubleDouble]] = [], above: [[DoubleDouble]] = []
    for i in corners.indices {
      let next = (i + 1) % corners.count
      let height = heights[i], nextHeight = heights[next]
      if height.high <= 0 { below.append(corners[i]) }
      if height.high >= 0 { above.append(corners[i]) }
      guard height.high != 0, nextHeight.high != 0, (height.high < 0) != (nextHeight.high < 0)
      else { continue }
      let share = height / (height - nextHeight)
      let crossing = zip(corners[i], corners[next]).map { $0 + share * ($1 - $0) }
      below.append(crossing)
      above.append(crossing)
    }
    return (Polygon(corners: below), Polygon(corners: above))
  }

  var interior: [DoubleDouble] {
    let share = DoubleDouble(1) / DoubleDouble(Double(corners.count))
    return (0..<2).map { axis in
      corners.reduce(DoubleDouble(0)) { $0 + $1[axis] } * share
    }
  }
}
