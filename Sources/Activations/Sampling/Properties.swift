/// What can be said of a function as a whole, found by evaluating it and its derivative on a dense
/// grid, at its kinks and at its extrema, and in the limits.
public struct Properties: Sendable, Hashable {
  /// The limit as x goes to -infinity; NaN if there is none.
  public let limitAtMinusInfinity: Double
  /// The limit as x goes to +infinity; NaN if there is none.
  public let limitAtPlusInfinity: Double
  /// The limit of the slope as x goes to -infinity; NaN if there is none.
  public let slopeAtMinusInfinity: Double
  /// The limit of the slope as x goes to +infinity; NaN if there is none.
  public let slopeAtPlusInfinity: Double
  /// The symmetry about the origin, to 2 ulps; `nil` if there is none.
  public let symmetry: Symmetry?
  /// Whether the function only rises or only falls; `nil` if it does both.
  public let monotonicity: Monotonicity?
  /// The places where the slope changes its sign, ascending, without those beyond |x| = 100.
  public let extrema: [Extremum]
  /// The least and the greatest value, or what they tend to; `nil` for a function that is not
  /// defined everywhere.
  public let range: Range?

  /// How values at x and -x belong together.
  public enum Symmetry: String, Sendable, Hashable {
    /// f(-x) = -f(x).
    case odd
    /// f(-x) = f(x).
    case even
  }

  /// In which direction values change as x grows: strictly, or with flat pieces.
  public enum Monotonicity: String, Sendable, Hashable {
    case increasing, decreasing, nondecreasing, nonincreasing, constant
  }

  /// A local minimum or maximum.
  public struct Extremum: Sendable, Hashable {
    /// The place, to the last bit.
    public let x: Double
    /// The value there.
    public let value: Double
    /// Whether it is a minimum.
    public let isMinimum: Bool
  }

  /// The values that a function takes.
  public struct Range: Sendable, Hashable {
    /// The greatest number that no value is below.
    public let lowerBound: Double
    /// The least number that no value is above.
    public let upperBound: Double
    /// Whether the lower bound is taken at some finite x, and not only approached.
    public let isLowerBoundTaken: Bool
    /// Whether the upper bound is taken at some finite x, and not only approached.
    public let isUpperBoundTaken: Bool
  }
}

extension Formula {
  /// What can be said of the function as a whole. Detail beyond |x| = 100 is not seen.
  public func properties() -> Properties {
    let below = limits(towards: -.infinity, orders: 1)
    let above = limits(towards: .infinity, orders: 1)
    let survey = Survey(of: self)
    return Properties(
      limitAtMinusInfinity: below[0], limitAtPlusInfinity: above[0],
      slopeAtMinusInfinity: below[1], slopeAtPlusInfinity: above[1],
      symmetry: survey.symmetry,
      monotonicity: survey.monotonicity,
      extrema: survey.extrema,
      range: survey.range(
        approached: valuesApproached(towards: -.infinity) + valuesApproached(towards: .infinity)))
  }

  /// The bounds of what the function tends to far out; none for an oscillation that does not grow,
  /// because that is seen nearer to the origin.
  private func valuesApproached(towards infinity: Double) -> [Double] {
    let limit = limits(towards: infinity, orders: 0)[0]
    guard limit.isNaN else { return [limit] }
    let values = valuesFarOut(towards: infinity, orders: 0)[0].map(\.double)
    return values.contains { $0.magnitude > 1e100 } ? [-.infinity, .infinity] : []
  }
}

/// A function on a grid, with its slopes as `Extended`, which do not underflow to 0 in a tail.
private struct Survey {
  private let points: [(x: Double, value: Double, slope: Extended)]
  private let kinks: [Kink]
  /// The infinities that values run to beside the poles on the grid.
  private let poles: [Double]
  let extrema: [Properties.Extremum]

  init(of formula: Formula) {
    kinks =
      formula.kinks(in: -100...100) + formula.kinks(limit: 100).filter { $0.x.magnitude > 100 }
    var block = JetBlock<Extended>(program: formula.program, order: 1)
    points = Formula.grid(in: -1e300...1e300).map { x in
      block.evaluate(at: CollectionOfOne(Extended(x)))
      return (x, block.derivative(0, at: 0).double, block.derivative(1, at: 0))
    }
    poles = points.filter { $0.x.magnitude <= 100 && $0.value.isInfinite }.flatMap { x, _, _ in
      [x.nextDown, x.nextUp].map { x in
        block.evaluate(at: CollectionOfOne(Extended(x)))
        return block.derivative(0, at: 0).double * .infinity
      }
    }
    var extrema: [Properties.Extremum] = []
    var last: (x: Double, slope: Extended)?
    for (x, _, slope) in points where x.magnitude <= 100 && !slope.isNaN && !slope.isZero {
      if let last, (last.slope < 0) != (slope < 0) {
        let place = Self.turningPoint(of: &block, between: last.x, x, rising: last.slope > 0)
        let kink = kinks.first { $0.x == place.nextUp || $0.x == place.nextDown }
        block.evaluate(at: CollectionOfOne(Extended(kink?.x ?? place)))
        extrema.append(
          Properties.Extremum(
            x: kink?.x ?? place, value: block.derivative(0, at: 0).double,
            isMinimum: last.slope < 0))
      }
      last = (x, slope)
    }
    self.extrema = extrema
  }

  /// Where the slope changes its sign: the Double at which it is least.
  private static func turningPoint(
    of block: inout JetBlock<Extended>, between low: Double, _ high: Double, rising: Bool
  ) -> Double {
    func slope(_ x: Double) -> Extended {
      block.evaluate(at: CollectionOfOne(Extended(x)))
      return block.derivative(1, at: 0)
    }
    var low = low, high = high
    while true {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else {
        return slope(low).magnitude <= slope(high).magnitude ? low : high
      }
      let slope = slope(middle)
      if slope.isZero { return middle }
      if (slope > 0) == rising { low = middle } else { high = middle }
    }
  }

  var symmetry: Properties.Symmetry? {
    let values = Dictionary(points.map { ($0.x, $0.value) }) { first, _ in first }
    func holds(_ sign: Double) -> Bool {
      points.allSatisfy { x, right, _ in
        let left = values[-x] ?? .nan
        // As its own mirror image 0 shows only whether an odd function passes through the origin,
        // and a pole there shows nothing.
        return x == 0 && right.isInfinite || left == sign * right
          || (left - sign * right).magnitude <= 2 * right.ulp || left.isNaN && right.isNaN
      }
    }
    return holds(1) ? .even : holds(-1) ? .odd : nil
  }

  var monotonicity: Properties.Monotonicity? {
    guard !points.contains(where: { $0.value.isNaN }) else { return nil }
    let steps = zip(points, points.dropFirst())
    let rises = steps.contains { $0.value < $1.value },
      falls = steps.contains { $0.value > $1.value }
    if rises && falls { return nil }
    guard rises || falls else { return .constant }
    // A slope of 0 at two neighbouring points is a flat piece.
    let isFlat = steps.contains { $0.slope.isZero && $1.slope.isZero && isInSight($0.x) }
    return rises ? (isFlat ? .nondecreasing : .increasing) : isFlat ? .nonincreasing : .decreasing
  }

  /// Further out even `Extended` has to take exp(-exp(-x)) for 0.
  private func isInSight(_ x: Double) -> Bool { x.magnitude <= 30 }

  /// The least interval that holds the values here and those approached far out.
  func range(approached: [Double]) -> Properties.Range? {
    guard !points.contains(where: { $0.value.isNaN }) else { return nil }
    let oneSided = kinks.filter { $0.order == 0 }.flatMap { [$0.left[0], $0.right[0]] }
    let taken = points.map(\.value).filter(\.isFinite) + kinks.map(\.value) + extrema.map(\.value)
    let all = taken + oneSided + poles + approached + (crossesPole ? [-.infinity, .infinity] : [])
    guard let lower = all.min(), let upper = all.max() else { return nil }
    return Properties.Range(
      lowerBound: lower + 0, upperBound: upper + 0, isLowerBoundTaken: isTaken(lower),
      isUpperBoundTaken: isTaken(upper))
  }

  /// Whether the function runs through a pole between two points: it rises at both and is lower
  /// after, or the reverse, and does not jump there.
  private var crossesPole: Bool {
    zip(points, points.dropFirst()).contains { first, second in
      first.x.magnitude <= 100 && second.x.magnitude <= 100
        && (first.slope > 0 && second.slope > 0 && first.value > second.value
          || first.slope < 0 && second.slope < 0 && first.value < second.value)
        && !kinks.contains { first.x <= $0.x && $0.x <= second.x }
    }
  }

  /// Whether a bound is a value and not a limit that values are rounded to: there the function has
  /// an extremum, a kink or a flat piece.
  private func isTaken(_ bound: Double) -> Bool {
    guard bound.isFinite else { return false }
    let isFlat = { (side: [Double]) in side[0] == bound && side.dropFirst().allSatisfy { $0 == 0 } }
    return extrema.contains { $0.value == bound }
      || kinks.contains { $0.value == bound || isFlat($0.left) || isFlat($0.right) }
      || points.contains { $0.value == bound && $0.slope.isZero && isInSight($0.x) }
  }
}
