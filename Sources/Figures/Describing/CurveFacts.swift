internal import Activations

/// What can be told of a curve from a few dozen samples, its kinks and its limits.
struct CurveFacts {
  let domain: ClosedRange<Double>
  private(set) var symmetry: Properties.Symmetry?
  private(set) var direction: Properties.Monotonicity?
  private(set) var extrema: [Turn] = []
  /// The least and greatest value, at extrema or elsewhere; none if there are no values.
  private(set) var extent: ClosedRange<Double>?
  /// Where it runs off, and whether that is known to be all.
  let poles: [Pole]
  let knowsPoles: Bool
  /// Whether some of them are too close together to be drawn apart.
  let hasDensePoles: Bool
  /// Whether there are values everywhere in the domain.
  private(set) var isWhole = true
  /// Whether there are any, but for those that stand alone.
  private(set) var isCurve = true
  /// The only end of where there are values, and whether they lie to its right.
  private(set) var boundary: (x: Double, isLower: Bool)?
  /// Whether values without poles are beyond the largest Double.
  private(set) var isBeyondNumbers = false
  /// Whether it is one straight line.
  private(set) var isStraight = false
  /// The values at the ends of the domain.
  private(set) var first = Double.nan
  private(set) var last = Double.nan
  let kinks: [Kink]
  /// Whether these are all kinks.
  let knowsKinks: Bool
  /// Whether the samples follow every sine, so that the extrema are all there are.
  private(set) var knowsExtrema = true

  /// A local minimum or maximum.
  struct Turn {
    let x: Double
    let value: Double
    let isMinimum: Bool
  }

  private let sampler: CurveSampler
  /// Where the samples may be too far apart.
  private let needles: [NarrowPlace]
  private typealias Node = CurveSampler.Node

  init(of formula: Formula, order: Int, in domain: ClosedRange<Double>) {
    self.domain = domain
    sampler = CurveSampler(formula: formula, order: order)
    (kinks, knowsKinks) =
      formula.differentiationParameter == nil ? formula.kinksFound(in: domain) : ([], true)
    let spacing = domain.upperBound / 96 - domain.lowerBound / 96
    needles = formula.narrowPlaces(in: domain) { _ in spacing }
    let singularities = formula.singularities(
      order: order, in: domain, limit: Singularities.mostDrawn)
    poles = singularities.poles.filter { pole in
      domain.contains(pole.x)
        && (pole.left.isInfinite && pole.x > domain.lowerBound
          || pole.right.isInfinite && pole.x < domain.upperBound)
    }
    knowsPoles = singularities.isComplete
    hasDensePoles = singularities.areDense(in: domain)
    let nodes = nodes()
    first = nodes.first?.y ?? .nan
    last = nodes.last?.y ?? .nan
    isWhole = !nodes.contains { $0.y.isNaN }
    isCurve = nodes.contains { !$0.y.isNaN }
    isStraight = kinks.isEmpty && nodes.allSatisfy { $0.slope == nodes[0].slope }
    if !isWhole { boundary = findBoundary(nodes) }
    let isBounded = poles.isEmpty && knowsPoles
    isBeyondNumbers = isBounded && nodes.contains { $0.y.isInfinite }
    symmetry = findSymmetry()
    if isWhole, isBounded {
      extrema = findExtrema(nodes)
      direction = direction(of: nodes)
    }
    let values = nodes.map(\.y).filter(\.isFinite) + extrema.map(\.value)
    if isBounded, let lower = values.min(), let upper = values.max() { extent = lower...upper }
  }

  /// Samples that share no step with usual periods, with both sides of each kink, by x.
  private mutating func nodes() -> [Node] {
    let count = 96
    let width = domain.upperBound / Double(count) - domain.lowerBound / Double(count)
    let inner = (1..<count).map { (index: Int) -> Double in
      let shift = Double(index * 7 % 5) / 5 - 0.4
      return domain.lowerBound + width * (Double(index) + 0.3 * shift)
    }
    let even = merged([domain.lowerBound] + inner + [domain.upperBound], with: 0)
    let beside = needles.flatMap { $0.points(within: width) }.filter(domain.contains)
    let (x, isResolved) = sampler.formula.resolved(
      beside.isEmpty ? even : Set(even + beside).sorted(), most: 8192)
    knowsExtrema = isResolved && knowsKinks
    let sides = sampler.nodes(around: kinks, in: domain)
    let atKinks = Set(sides.map(\.x))
    let plain = sampler.nodes(at: x).filter { !atKinks.contains($0.x) }
    return sides.isEmpty ? plain : AdaptiveCurve.merged(plain, sides)
  }

  /// The numbers within the domain, and one more if that is within.
  private func merged(_ numbers: [Double], with number: Double) -> [Double] {
    let all = numbers.filter { domain.contains($0) && $0 != number }
    guard domain.contains(number) else { return all }
    return all.filter { $0 < number } + [number] + all.filter { $0 > number }
  }

  /// Where values begin or end, if they do only once.
  private func findBoundary(_ nodes: [Node]) -> (x: Double, isLower: Bool)? {
    let changes = zip(nodes, nodes.dropFirst()).filter { $0.y.isNaN != $1.y.isNaN }
    guard changes.count == 1, let (first, last) = changes.first else { return nil }
    var low = first, high = last
    for _ in 0..<8 {
      let width = (high.x - low.x) / 10
      let all = [low] + sampler.nodes(at: (1..<10).map { low.x + Double($0) * width }) + [high]
      guard let i = all.indices.dropLast().first(where: { all[$0 + 1].y.isNaN != first.y.isNaN })
      else { break }
      (low, high) = (all[i], all[i + 1])
    }
    let inside = first.y.isNaN ? high.x : low.x
    return (inside.magnitude < 1e-6 * (last.x - first.x) ? 0 : inside, first.y.isNaN)
  }

  // MARK: Symmetry

  /// Whether values at x and -x are equal or opposite, at many x from everywhere within the domain,
  /// at kinks and at round numbers.
  private func findSymmetry() -> Properties.Symmetry? {
    let reach = max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    let shares = [
      0.003, 0.019, 0.067, 0.127, 0.231, 0.337, 0.419, 0.557, 0.673, 0.811, 0.907, 0.983, 1,
    ]
    let places =
      shares.map { $0 * reach } + [0.5, 1, 2] + kinks.prefix(16).map(\.x)
      + needles.prefix(16).map(\.x)
    let mirrored = places.map { -$0 }
    let values = sampler.nodes(at: places + mirrored + [0]).map(\.y)
    guard values.count == 2 * places.count + 1 else { return nil }
    let size = values.filter(\.isFinite).map(\.magnitude).max() ?? 0
    func holds(_ sign: Double) -> Bool {
      places.indices.allSatisfy { i in
        let right = values[i], left = sign * values[places.count + i]
        return left == right || left.isNaN && right.isNaN
          || (left - right).magnitude <= 1e-13 * right.magnitude
      }
    }
    guard size > 0 else { return nil }
    if holds(1) { return .even }
    let hasCentre = !kinks.contains { $0.x == 0 && $0.value.isNaN }
    let centre = hasCentre ? values[2 * places.count] : .nan
    // A pole or a jump over 0 shows nothing.
    return holds(-1) && (centre == 0 || !centre.isFinite) ? .odd : nil
  }

  // MARK: Rises and falls

  private func direction(of nodes: [Node]) -> Properties.Monotonicity? {
    var rises = false, falls = false, isFlat = false
    for (first, last) in zip(nodes, nodes.dropFirst()) {
      if first.y < last.y { rises = true }
      if first.y > last.y { falls = true }
      if first.x < last.x, first.y == last.y,
        !(first.slope != 0 && last.slope != 0 && sampler.knowsSlopes)
      {
        isFlat = true
      }
      if first.slope < 0 || last.slope < 0 { falls = true }
      if first.slope > 0 || last.slope > 0 { rises = true }
    }
    switch (rises, falls) {
    case (true, true): return nil
    case (true, false): return isFlat ? .nondecreasing : .increasing
    case (false, true): return isFlat ? .nonincreasing : .decreasing
    case (false, false): return .constant
    }
  }

  /// Where the slope changes its sign: at samples, at kinks, and between.
  private func findExtrema(_ nodes: [Node]) -> [Turn] {
    var extrema: [Turn] = []
    var before: Node?
    var level: Node?
    for node in nodes where !node.slope.isNaN {
      if node.slope == 0 {
        level = node
        continue
      }
      if let before, (before.slope < 0) != (node.slope < 0) {
        let place = level ?? turn(between: before, node)
        extrema.append(
          Turn(x: place.x, value: place.y, isMinimum: before.slope < 0))
      }
      (before, level) = (node, nil)
    }
    return extrema
  }

  /// The place at which the slope passes 0, to a 10000th of the way.
  private func turn(between first: Node, _ last: Node) -> Node {
    if let kink = kinks.first(where: { first.x <= $0.x && $0.x <= last.x }) {
      // The higher side of a jump counts, or the lower one, whatever the value is.
      let sides = sampler.nodes(around: [kink], in: domain)
      let side = first.slope > 0 ? sides.max { $0.y < $1.y } : sides.min { $0.y < $1.y }
      if let side { return side }
    }
    var low = first, high = last
    for _ in 0..<4 {
      let width = (high.x - low.x) / 10
      let parts = sampler.nodes(at: (1..<10).map { low.x + Double($0) * width })
      if let zero = parts.first(where: { $0.slope == 0 }) { return zero }
      let all = [low] + parts + [high]
      guard
        let i = all.indices.dropLast().first(where: { (all[$0 + 1].slope < 0) != (first.slope < 0) }
        )
      else { break }
      (low, high) = (all[i], all[i + 1])
    }
    return low.slope.magnitude < high.slope.magnitude ? low : high
  }
}
