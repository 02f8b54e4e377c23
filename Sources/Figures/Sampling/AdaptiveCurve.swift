internal import Activations
internal import Plotting
internal import Typesetting

/// The samples of one curve while they are chosen.
struct AdaptiveCurve {
  let formula: Formula
  let order: Int
  let sampler: CurveSampler
  let yScale: AxisScale
  /// By x; at a kink there are two, one for each side.
  var nodes: [Node]
  let kinks: [Kink]
  /// Where the curve runs off, also a little beyond the axis.
  let singularities: Singularities
  /// What the y axis has to hold of it.
  let runOff: RunOff?
  /// What the first samples take of the y axis.
  let coarseExtent: ClosedRange<Double>?

  /// A sample. Where it is on the page is known once the axes are.
  struct Node {
    let x: Double
    /// At a pole the limit from one side, which may be infinite.
    let y: Double
    /// The derivative of `y` by `x`.
    let slope: Double
    var isKink = false
    /// The place on the page, in points from the lower left; NaN for what has none.
    var place = Point(x: .nan, y: .nan)
    /// The slope on the page, up.
    var rise = Double.nan
    /// Whether the segment to the next sample needs none between.
    var isSettled = false
    /// Whether the sample was not where its neighbours had it expected.
    var isDoubtful = false
  }

  /// The curve at about every point of the axis, at 0 and at its kinks.
  init(
    of formula: Formula, order: Int, in sampling: AdaptiveSampling, kinks known: [Kink]? = nil
  ) {
    self.formula = formula
    self.order = order
    let domain = sampling.domain
    yScale = sampling.y.scale
    kinks = known ?? (formula.differentiationParameter == nil ? formula.kinks(in: domain) : [])
    sampler = CurveSampler(formula: formula, order: order)
    let all = formula.singularities(order: order, in: domain, limit: Singularities.mostDrawn)
    // Where more than these are, the rest of the range would look different from their part.
    singularities =
      all.poles.count < Singularities.mostDrawn
      ? all : Singularities(poles: [], others: [], isComplete: false)
    runOff = RunOff(of: singularities, sampler: sampler, in: sampling)
    let poles = Set(singularities.poles.map(\.x))
    let narrow = formula.narrowPlaces(in: domain, spacing: sampling.spacing).map(\.x)
    let special = singularities.others + (runOff?.edges ?? []) + narrow
    let coarse = sampler.nodes(at: Self.grid(of: sampling, with: special))
    nodes = Self.merged(
      Self.merged(
        coarse, sampler.nodes(around: kinks.filter { !poles.contains($0.x) }, in: domain)),
      sampler.nodes(around: singularities.poles, in: domain))
    coarseExtent = Self.extent(of: nodes.map(\.y), on: yScale)
    addBranches()
  }

  /// Gives each branch between neighbouring poles a sample at least, without which nothing of it is
  /// known.
  private mutating func addBranches() {
    let middles = zip(nodes, nodes.dropFirst()).compactMap { first, last -> Double? in
      guard first.y.isInfinite, last.y.isInfinite, first.x < last.x else { return nil }
      let middle = first.x / 2 + last.x / 2
      return first.x < middle && middle < last.x ? middle : nil
    }
    if !middles.isEmpty { nodes = Self.merged(nodes, sampler.nodes(at: middles)) }
  }

  /// Equally far apart on the axis, both ends included, and 0, and some more.
  private static func grid(of sampling: AdaptiveSampling, with more: [Double]) -> [Double] {
    guard !more.isEmpty else { return grid(of: sampling) }
    return Set(grid(of: sampling) + more.filter(sampling.domain.contains)).sorted()
  }

  /// Equally far apart on the axis, both ends included, and 0.
  private static func grid(of sampling: AdaptiveSampling) -> [Double] {
    let scale = sampling.x.scale, domain = sampling.domain
    let first = scale.coordinate(domain.lowerBound), last = scale.coordinate(domain.upperBound)
    guard domain.lowerBound < domain.upperBound, first < last else { return [domain.lowerBound] }
    let count = Int(min(max(sampling.width, 64), 4096))
    var points = [domain.lowerBound]
    for i in 1..<count {
      let share = Double(i) / Double(count)
      let point = scale.value(ofCoordinate: first + share * (last - first))
      if let before = points.last, before < 0, point > 0 { points.append(0) }
      if let before = points.last, before < point, point < domain.upperBound {
        points.append(point)
      }
    }
    return points + [domain.upperBound]
  }

  /// Puts the samples at the sides of kinks where they belong, instead of any between them.
  static func merged(_ coarse: [Node], _ sides: [Node]) -> [Node] {
    guard !sides.isEmpty else { return coarse }
    let taken = Set(sides.map(\.x))
    var all: [Node] = []
    var rest = sides[...]
    for node in coarse where !taken.contains(node.x) {
      while rest.first.map({ $0.x < node.x }) ?? false { all.append(rest.removeFirst()) }
      all.append(node)
    }
    return all + rest
  }
}
