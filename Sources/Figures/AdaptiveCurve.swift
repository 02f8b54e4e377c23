internal import Activations
internal import Plotting

/// The samples of one curve while they are chosen.
struct AdaptiveCurve {
  let formula: Formula
  let order: Int
  let sampler: CurveSampler
  let yScale: AxisScale
  /// By x; at a kink there are two, one for each side.
  var nodes: [Node]
  let kinks: [Kink]
  private let hasPoles: Bool
  /// What of the y axis the coarse samples take.
  let coarseExtent: ClosedRange<Double>?

  /// A sample. Where it is on the page is known once the axes are.
  struct Node {
    let x: Double
    /// NaN for what is not finite.
    let y: Double
    /// The derivative of `y` by `x`.
    let slope: Double
    var isKink = false
    /// The place on the page, in points from the lower left; NaN for what has none.
    var place = Point(x: .nan, y: .nan)
    /// The slope on the page, up.
    var rise = Double.nan
    /// Whether the way to the next sample needs none between.
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
    yScale = sampling.yScale
    kinks = known ?? (formula.differentiationParameter == nil ? formula.kinks(in: domain) : [])
    sampler = CurveSampler(formula: formula, order: order)
    let coarse = sampler.nodes(at: Self.grid(of: sampling))
    nodes = Self.merged(coarse, sampler.nodes(around: kinks, in: domain))
    hasPoles = sampler.hasPoles(nodes)
    let ordinates = nodes.map(\.y).filter { [yScale] in yScale.coordinate($0).isFinite }
    coarseExtent =
      hasPoles
      ? Self.extent(ofMost: ordinates, on: yScale) : Self.extent(of: ordinates, on: yScale)
  }

  /// Equally far apart on the axis, both ends included, and 0.
  private static func grid(of sampling: AdaptiveSampling) -> [Double] {
    let scale = sampling.xScale, domain = sampling.domain
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

  // MARK: What the axis has to hold

  /// The same for all samples that there are now. Of a curve with poles they tell no more, nor of
  /// one that ends, unless it is little more: it may run off there.
  var refinedExtent: ClosedRange<Double>? {
    guard !hasPoles, let coarseExtent, let fine = Self.extent(of: nodes.lazy.map(\.y), on: yScale)
    else { return coarseExtent }
    func span(_ extent: ClosedRange<Double>) -> Double {
      yScale.coordinate(extent.upperBound) - yScale.coordinate(extent.lowerBound)
    }
    let hasEnds = nodes.contains { !yScale.coordinate($0.y).isFinite }
    return hasEnds && span(fine) > 1.5 * span(coarseExtent) ? coarseExtent : fine
  }

  /// The least and greatest value that has a place.
  private static func extent(
    of values: some Sequence<Double>, on scale: AxisScale
  ) -> ClosedRange<Double>? {
    var lower = Double.infinity, upper = -Double.infinity
    for value in values where scale.coordinate(value).isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    return lower <= upper ? lower...upper : nil
  }

  /// The extent of most values and as much again on both sides: how close to a pole samples come is
  /// chance.
  private static func extent(ofMost values: [Double], on scale: AxisScale) -> ClosedRange<Double>? {
    let sorted = values.sorted()
    guard let lower = sorted.first, let upper = sorted.last else { return nil }
    let low = scale.coordinate(sorted[sorted.count / 20])
    let high = scale.coordinate(sorted[sorted.count - 1 - sorted.count / 20])
    let room = high - low
    // Rounding on the way to a coordinate and back must not reverse the ends.
    let first = min(max(lower, scale.value(ofCoordinate: low - room)), upper)
    return first...max(first, min(upper, scale.value(ofCoordinate: high + room)))
  }
}
