internal import Activations

/// A function on an interval, as far as constructions look at it.
struct TargetSamples {
  let target: Formula
  /// Ascending, both ends and all kinks included.
  let x: [Double]
  let values: [Double]
  /// Where in `x` the function has a kink, within the interval.
  let kinks: [Int]
  /// Where `x` is equally spaced.
  let even: [Int]
  /// Where points are closer together, as beside needles.
  let fine: [Int]
  /// Whether the function turns no more often than there are points, and all its kinks and needles are
  /// known, as far as is looked for such.
  let isResolved: Bool

  static let count = 8192
  /// Beside more needles than these nothing is looked at more closely.
  private static let mostNeedles = 64

  init(of target: Formula, on domain: ClosedRange<Double>) throws(NetworkError) {
    let (lower, upper) = (domain.lowerBound, domain.upperBound)
    guard lower.isFinite, upper.isFinite, lower < upper else {
      throw NetworkError(
        "Nothing can be approximated from \(lower) to \(upper); give two finite ends, the first below"
          + " the second.")
    }
    if let parameter = target.differentiationParameter {
      throw NetworkError(
        "\(target.label) is to be differentiated by \(parameter), and only a function of x is"
          + " approximated; leave that out.")
    }
    let (places, knowsKinks) = target.kinksFound(in: domain)
    if let jump = places.first(where: { $0.order == 0 }) {
      throw NetworkError(
        "\(target.label) jumps at x = \(jump.x), and sums of units come close to continuous functions"
          + " alone; approximate it on an interval without that place.")
    }
    let step = upper / Double(Self.count) - lower / Double(Self.count)
    let even = (0..<Self.count).map { lower + Double($0) * step } + [upper]
    let bends = places.filter { $0.order == 1 && lower < $0.x && $0.x < upper }.map(\.x)
    let needles = target.narrowPlaces(in: domain) { _ in step }
    let beside = needles.prefix(Self.mostNeedles).flatMap { $0.points(within: step) }
      .filter(domain.contains)
    let x = Set(even + bends + beside).sorted()
    let values = (try? target.samples(at: x).values) ?? []
    let runsOff = target.poles(in: domain).first.map { "runs off to infinity at x = \($0.x)" }
    let gap = zip(x, values).first { !$0.1.isFinite }.map { "has no finite value at x = \($0.0)" }
    if let problem = runsOff ?? gap {
      throw NetworkError(
        "\(target.label) \(problem), and only a continuous function can be approximated; choose an"
          + " interval without that place.")
    }
    let (bendSet, evenSet, fineSet) = (Set(bends), Set(even), Set(beside))
    kinks = x.indices.filter { bendSet.contains(x[$0]) }
    self.even = x.indices.filter { evenSet.contains(x[$0]) }
    fine = x.indices.filter { fineSet.contains(x[$0]) }
    (self.target, self.x, self.values) = (target, x, values)
    isResolved =
      knowsKinks && needles.count <= Self.mostNeedles
      && target.resolved(even, most: Self.count + 1).isResolved
  }
}

/// What of an activation decides how units are put together.
enum UnitShape {
  case bend(Bend)
  case passage(Passage)

  /// Two straight pieces.
  struct Bend {
    let place: Double
    let left: Double
    let right: Double
  }

  /// Two levels or two slopes, and a passage between them.
  struct Passage {
    let activation: Formula
    let center: Double
    let width: Double
  }

  init(of activation: Formula) throws(NetworkError) {
    if let parameter = activation.differentiationParameter {
      throw NetworkError(
        "The activation \(activation.label) is to be differentiated by \(parameter), and units apply"
          + " the function itself; leave that out.")
    }
    if let pieces = activation.linearPieces, pieces.bends.count == 1 {
      self = .bend(
        Bend(place: pieces.bends[0], left: pieces.slopes[0], right: pieces.slopes[1]))
      return
    }
    let ends = [-Double.infinity, .infinity].map { activation.limits(towards: $0, orders: 1) }
    for order in 0...1 where ends.allSatisfy({ $0[order].isFinite }) {
      guard ends[0][order] != ends[1][order] else { continue }
      self = .passage(
        Self.passage(of: activation, order, change: (ends[1][order] - ends[0][order]).magnitude))
      return
    }
    throw NetworkError(
      "Units of \(activation.label) cannot be constructed here: it neither bends once between straight"
        + " lines, as relu, nor levels off at two heights, as sigmoid, nor nears lines of two slopes, as"
        + " gelu; choose one that does.")
  }

  /// Where values or slopes pass from one to the other, and over what width at the greatest rate.
  private static func passage(of activation: Formula, _ order: Int, change: Double) -> Passage {
    let grid = (-2048...2048).map { Double($0) / 64 }
    let rates = (try? activation.samples(at: grid, order: order + 1).derivatives[order + 1]) ?? []
    var (center, rate) = (0.0, 0.0)
    for (x, slope) in zip(grid, rates) where slope.isFinite {
      let isNearer = slope.magnitude == rate && x.magnitude < center.magnitude
      if slope.magnitude > rate || isNearer { (center, rate) = (x, slope.magnitude) }
    }
    // A step passes at once, and straight pieces between bends show no rate.
    guard rate > 0 else {
      return Passage(activation: activation, center: activation.kinks().first?.x ?? 0, width: 1)
    }
    return Passage(activation: activation, center: center, width: change / rate)
  }
}
