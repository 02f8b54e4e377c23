/// Whether two functions, or the same derivative of both, are the same.
///
/// It is proven where the formulas are the same in real numbers: written as quotients of sums of
/// exponentials and multiplied out, or compiled by identities that hold for all of them. Everything else is found by evaluating both in about 104
/// bits at many points, which shows where they differ, but between the points proves nothing.
public struct FunctionComparison: Sendable, Hashable {
  /// What is said of the two.
  public enum Verdict: String, Sendable, Hashable {
    /// They are equal in real numbers.
    case proven
    /// They have the same value in binary64 at every point.
    case equal
    /// They differ by no more than rounding can make them at every point.
    case rounding
    /// They differ by more somewhere.
    case different
  }

  /// How the two differ at a point.
  public struct Difference: Sendable, Hashable {
    /// The point.
    public let x: Double
    /// The value of the first function; NaN where it has none.
    public let first: Double
    /// The value of the second function; NaN where it has none.
    public let second: Double

    /// The size of the difference; infinite where only one has a value.
    public var size: Double {
      let size = (first - second).magnitude
      return size.isNaN ? .infinity : size
    }
    /// The size in units of the last place of the larger value.
    public var ulps: Double { first.ulps(from: second) }
  }

  /// What is said of the two. A proof counts although a value may be rounded otherwise.
  public let verdict: Verdict
  /// Which derivative was compared; 0 is the functions themselves.
  public let order: Int
  /// The first and the last of the points.
  public let range: ClosedRange<Double>
  /// How many points there were.
  public let pointCount: Int
  /// At how many of them one of the two cannot be evaluated, as a number on the way is beyond all
  /// bounds; they are not compared.
  public let unknownCount: Int
  /// At how many of them the digits of a value could not be told with any number of bits; they are
  /// not compared.
  public let lostCount: Int
  /// At how many of them the two differ by more than rounding can make them.
  public let differingCount: Int
  /// Whether those points are kinks all of them, where a convention decides on derivatives.
  public let differsAtKinksAlone: Bool
  /// The point at which they differ most; `nil` if they are equal at all.
  public let worst: Difference?

  /// The points that are taken if no others are named reach as far as this.
  public static let widestRange = -1e300...1e300

  /// Compares derivatives of two functions.
  ///
  /// - Parameters:
  ///   - points: Where they are evaluated, ascending; `points(of:in:)` if `nil`.
  /// - Throws: `OrderError` for an order that is not offered.
  public init(
    _ first: Formula, _ second: Formula, order: Int = 0, at points: [Double]? = nil
  ) throws(OrderError) {
    guard Formula.orders.contains(order) else { throw OrderError(order: order) }
    let points = points ?? Self.points(of: [first, second], in: Self.widestRange)
    let evaluations = [first, second].map { Evaluation($0, order: order) }
    let one = try first.samples(at: points, order: order).derivatives[order]
    let other = try second.samples(at: points, order: order).derivatives[order]
    var worst: Difference?
    var differing: [Double] = []
    var unknown = 0, lost = 0
    for (index, x) in points.enumerated() {
      let difference = Difference(x: x, first: one[index], second: other[index])
      guard difference.ulps > 0 else { continue }
      if difference.first.isNaN || difference.second.isNaN,
        evaluations.contains(where: { $0.isOutOfBounds(at: x) })
      {
        unknown += 1
        continue
      }
      if difference.first.isNaN || difference.second.isNaN,
        evaluations.contains(where: { $0.isLost(at: x) })
      {
        lost += 1
        continue
      }
      // Each of them is within a unit of the last place.
      let isRounding = difference.ulps <= 2
      if !isRounding { differing.append(x) }
      // What is more than rounding comes before what is rounding, however large.
      let isFirst = differing.count == 1 && !isRounding
      guard isFirst || differing.isEmpty == isRounding else { continue }
      if isFirst || difference.size > worst?.size ?? 0 { worst = difference }
    }
    self.order = order
    range = (points.first ?? 0)...(points.last ?? 0)
    pointCount = points.count
    unknownCount = unknown
    lostCount = lost
    differingCount = differing.count
    let isFew = 1...200 ~= differing.count
    let kinks = isFew ? Set([first, second].flatMap { $0.kinks(limit: 1000).map(\.x) }) : []
    differsAtKinksAlone = isFew && differing.allSatisfy(kinks.contains)
    self.worst = worst
    verdict =
      !differing.isEmpty
      ? .different
      : Self.isProven(first, second, order) ? .proven : worst == nil ? .equal : .rounding
  }

  private static func isProven(_ first: Formula, _ second: Formula, _ order: Int) -> Bool {
    if first.program.instructions == second.program.instructions,
      first.program.result == second.program.result
    {
      return true
    }
    guard order <= 4, let one = first.symbolicDerivative(order: order, atMost: 400),
      let other = second.symbolicDerivative(order: order, atMost: 400)
    else { return false }
    return Quotient.isZero(one.valued - other.valued)
  }

  // MARK: Points

  /// Points of a range at which functions show what they are: more about 0, by powers of ten beyond,
  /// and where either does something: its kinks and between them, its extrema and what is beside
  /// narrow peaks and steps.
  public static func points(of formulas: [Formula], in range: ClosedRange<Double>) -> [Double] {
    var points: Set<Double> = [range.lowerBound, range.upperBound]
    func add(_ x: Double) { if range.contains(x) { points.insert(x + 0) } }
    add(0)
    // Multiples of the golden ratio fill an interval evenly, and meet the period of nothing.
    for part in [
      range.clamped(to: -40...40), range.clamped(to: -4...4), range.clamped(to: -1e4...1e4),
    ]
    where part.lowerBound < part.upperBound {
      for k in 1...1500 {
        let share = (Double(k) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1)
        add(part.lowerBound + share * (part.upperBound - part.lowerBound))
      }
    }
    for step in -1200...1200 {
      let size = Extended.exp(Extended(Double(step) * 0.575_646)).double
      add(size)
      add(-size)
    }
    for x in ownPoints(of: formulas, in: range) { add(x) }
    return points.sorted()
  }

  /// Where functions do what evenly spaced points may miss.
  private static func ownPoints(of formulas: [Formula], in range: ClosedRange<Double>) -> [Double] {
    let plain = formulas.filter { $0.differentiationParameter == nil }
    let kinks = plain.flatMap { formula in
      formula.kinks(in: range == widestRange ? nil : range, limit: 100).map(\.x)
    }.sorted()
    let between = zip(kinks, kinks.dropFirst()).map { $0 / 2 + $1 / 2 }
    let near = range.clamped(to: -100...100)
    let needles = plain.flatMap { formula in
      formula.narrowPlaces(in: near) { _ in 1.0 / 8 }.flatMap { $0.points(within: 1.0 / 8) }
    }
    let extrema = plain.flatMap { Survey(of: $0).extrema.map(\.x) }
    return kinks + between + needles + extrema
  }
}

extension SymbolicDerivative {
  /// The formula with numbers for its letters.
  fileprivate var valued: Expression {
    var allowance = Int.max
    let numbers = letters.mapValues { Fraction($0)?.expression ?? .number($0) }
    return expression.substituting(.variable, numbers, allowance: &allowance)?.simplified
      ?? expression
  }
}

/// What the evaluation of a function at a point came to.
private struct Evaluation {
  private let program: Program
  private let order: Int

  init(_ formula: Formula, order: Int) {
    program = formula.program
    self.order = order
  }

  /// Whether a number on the way to the value at a point is infinite, or too large for any exponent.
  func isOutOfBounds(at x: Double) -> Bool {
    var block = JetBlock<Extended>(program: program, order: order)
    block.evaluate(at: CollectionOfOne(Extended(x)))
    return program.instructions.indices.contains { register in
      (0...order).contains { order in
        guard let value = block.coefficient(order, of: register)?[0] else { return false }
        return value.isSaturated || value.high.isInfinite
      }
    }
  }

  /// Whether the digits of a value remain unknown with as many bits as are tried.
  func isLost(at x: Double) -> Bool {
    CloserLook(program: program, order: order).isLost(at: x)
  }
}

extension Double {
  /// How far two numbers are apart in units of the last place of the larger one: 0 where they are
  /// equal or both are NaN, and infinite where only one is finite, or a number.
  public func ulps(from other: Double) -> Double {
    if self == other || isNaN && other.isNaN { return 0 }
    guard isFinite, other.isFinite else { return .infinity }
    return signedULPs(from: other, in: .float64).magnitude
  }

  /// How many units of the last place of the larger one a number is above another; not finite where
  /// one of both is not.
  package func signedULPs(from other: Double, in precision: Precision) -> Double {
    guard self != other else { return 0 }
    let size = Swift.max(magnitude, other.magnitude)
    let unit = precision.unit(at: size)
    // Apart, for their difference may be beyond the largest number.
    return self / unit - other / unit
  }
}
