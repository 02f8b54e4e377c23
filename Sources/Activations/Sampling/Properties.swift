/// What can be said of a function as a whole, found by evaluating it and its derivative on a dense
/// grid, at its kinks and at its extrema, and in the limits.
public struct Properties: Sendable, Hashable {
  /// The limit as x goes to -infinity; NaN if there is none, or it is unknown.
  public let limitAtMinusInfinity: Double
  /// The limit as x goes to +infinity; NaN if there is none, or it is unknown.
  public let limitAtPlusInfinity: Double
  /// The limit of the slope as x goes to -infinity; NaN if there is none, or it is unknown.
  public let slopeAtMinusInfinity: Double
  /// The limit of the slope as x goes to +infinity; NaN if there is none, or it is unknown.
  public let slopeAtPlusInfinity: Double
  /// The symmetry about the origin, to 2 ulps; `nil` if there is none, or it is unknown.
  public let symmetry: Symmetry?
  /// Whether the function only rises or only falls; `nil` if it does both, is not defined everywhere,
  /// or that is unknown.
  public let monotonicity: Monotonicity?
  /// The places where the slope changes its sign and values differ on both sides by more than
  /// rounding, ascending: those within 100 of 0, or if there is none, the nearest of those beyond.
  public let extrema: [Extremum]
  /// Whether there may be more extrema: within 100 of 0, as the function turns fast, or if all are
  /// beyond, there.
  public let mayHaveMoreExtrema: Bool
  /// Whether extrema further out are known of which `extrema` has none.
  public let hasExtremaBeyond: Bool
  /// The least and the greatest value, or what they tend to; `nil` for a function that is not
  /// defined everywhere, or if they are unknown.
  public let range: Range?
  /// What could not be told, as it is lost in rounding or among numbers too large to be told apart.
  public let unknown: Set<Fact>

  /// Something that may be unknown.
  public enum Fact: String, Sendable, Hashable, CaseIterable {
    case limitAtMinusInfinity, limitAtPlusInfinity, slopeAtMinusInfinity, slopeAtPlusInfinity
    case symmetry, monotonicity, range
  }

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
    /// The place, to the last bit, or where the function begins to be level.
    public let x: Double
    /// Where it ends to be level; `x` unless it is level in between.
    public let end: Double
    /// The value at the place itself, which need not be a Double.
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
    /// Whether poles or jumps may leave numbers out between the bounds, as those of x + 1/x do between
    /// -2 and 2.
    public let mayHaveGaps: Bool
  }
}

extension Formula {
  /// What can be said of the function as a whole. Detail beyond |x| = 100 is not seen.
  public func properties() -> Properties {
    let below = ends(towards: -.infinity, orders: 1)
    let above = ends(towards: .infinity, orders: 1)
    let survey = Survey(of: self)
    let approached = [(-Double.infinity, below[0]), (.infinity, above[0])].flatMap {
      valuesApproached(towards: $0, $1)
    }
    let ends = [below[0], above[0]]
    let range =
      ends.contains(.unknown) ? nil : survey.range(ends: ends, approached: approached)
    let facts: [(Properties.Fact, isUnknown: Bool)] = [
      (.limitAtMinusInfinity, below[0] == .unknown), (.limitAtPlusInfinity, above[0] == .unknown),
      (.slopeAtMinusInfinity, below[1] == .unknown), (.slopeAtPlusInfinity, above[1] == .unknown),
      (.symmetry, survey.symmetry == .unknown), (.monotonicity, survey.monotonicity == .unknown),
      (.range, survey.isDefined && range == nil),
    ]
    let unknown = Set(facts.filter(\.isUnknown).map(\.0))
    return Properties(
      limitAtMinusInfinity: below[0].number, limitAtPlusInfinity: above[0].number,
      slopeAtMinusInfinity: below[1].number, slopeAtPlusInfinity: above[1].number,
      symmetry: survey.symmetry.fact, monotonicity: survey.monotonicity.fact,
      extrema: survey.extrema.isEmpty ? survey.nearestBeyond : survey.extrema,
      mayHaveMoreExtrema: !survey.isResolved
        || survey.extrema.isEmpty && survey.nearestBeyond.count < survey.farExtrema.count,
      hasExtremaBeyond: !survey.extrema.isEmpty && !survey.farExtrema.isEmpty, range: range,
      unknown: unknown)
  }

  /// The bounds of what the function tends to far out; none for an oscillation that does not grow,
  /// because that is seen nearer to the origin.
  private func valuesApproached(towards infinity: Double, _ limit: Limit) -> [Double] {
    if case .value(let value) = limit { return [value] }
    let values = valuesFarOut(towards: infinity, orders: 0)[0].map(\.double)
    return values.contains { $0.magnitude > 1e100 } ? [-.infinity, .infinity] : []
  }
}
