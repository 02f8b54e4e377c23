internal import Plotting
internal import Typesetting

/// Rounds of halving: what the slopes at two samples say of the segment between decides.
extension AdaptiveCurve {
  /// A fifth of what a line may be off, because samples are left out afterwards for the rest.
  private static let tolerance = AdaptiveSampling.tolerance / 5
  /// A segment narrower than this, in points, is upright on the page.
  private static let narrowest = 0.01
  /// Each halves the way to a pole or to the end of where a function is defined.
  private static let rounds = 80

  /// Halves every segment that is not straight on the page yet, all of a round at once.
  mutating func refine(on map: PixelMap) {
    for i in nodes.indices {
      nodes[i].stand(on: map)
      nodes[i].isSettled = false
    }
    for _ in 0..<Self.rounds {
      if !sampler.knowsSlopes { estimateSlopes() }
      var halved: [Int] = [], middles: [Double] = []
      for i in nodes.indices.dropLast() where !nodes[i].isSettled {
        let middle = map.xScale.middle(nodes[i].x, nodes[i + 1].x)
        let hasMiddle = nodes[i].x < middle && middle < nodes[i + 1].x
        if hasMiddle, needsSample(between: nodes[i], nodes[i + 1], on: map) {
          halved.append(i)
          middles.append(middle)
        } else {
          // Slopes that are estimated change with the samples around.
          nodes[i].isSettled = sampler.knowsSlopes
        }
      }
      guard !halved.isEmpty, nodes.count + halved.count <= AdaptiveSampling.maximumCount else {
        return
      }
      insert(sampler.nodes(at: middles), after: halved, on: map)
    }
  }

  private mutating func insert(_ middles: [Node], after halved: [Int], on map: PixelMap) {
    var refined: [Node] = []
    refined.reserveCapacity(nodes.count + middles.count)
    var next = 0
    for (i, node) in nodes.enumerated() {
      refined.append(node)
      guard next < halved.count, halved[next] == i else { continue }
      var middle = middles[next]
      middle.stand(on: map)
      let segment = Segment(from: node, to: nodes[i + 1])
      // Written so that what is not finite is no surprise; it is looked at anyway.
      let isDoubtful =
        (segment.expectedMiddle - middle.place.y).magnitude
        > AdaptiveSampling.tolerance * segment.steepness
      middle.isDoubtful = isDoubtful
      refined[refined.count - 1].isDoubtful = isDoubtful
      refined.append(middle)
      next += 1
    }
    nodes = refined
  }

  /// Whether the straight line between two samples is not good enough.
  private func needsSample(between first: Node, _ last: Node, on map: PixelMap) -> Bool {
    let segment = Segment(from: first, to: last)
    switch (first.hasPlace, last.hasPlace) {
    case (false, false): return false
    // The end of where there is a curve.
    case (true, false): return !segment.isNearEnd(of: first, on: map)
    case (false, true): return !segment.isNearEnd(of: last, on: map)
    case (true, true): break
    }
    if segment.isOutOfSight(on: map) || segment.isPole(on: map) { return false }
    if segment.width < Self.narrowest {
      return segment.overshoot > AdaptiveSampling.tolerance / 2
    }
    if first.isDoubtful { return true }
    // Slopes that are not finite are those of upright ends.
    return !(segment.deviation <= Self.tolerance)
  }

  /// The slopes of the parabolas through neighbours on the page.
  private mutating func estimateSlopes() {
    func rise(_ i: Int) -> (width: Double, slope: Double)? {
      guard i >= 0, i + 1 < nodes.count, nodes[i].hasPlace, nodes[i + 1].hasPlace else {
        return nil
      }
      let width = nodes[i + 1].place.x - nodes[i].place.x
      return width > 0 ? (width, (nodes[i + 1].place.y - nodes[i].place.y) / width) : nil
    }
    let rises = nodes.indices.map { i -> Double in
      guard let before = rise(i - 1) else { return rise(i)?.slope ?? 0 }
      guard let after = rise(i) else { return before.slope }
      return (before.slope * after.width + after.slope * before.width)
        / (before.width + after.width)
    }
    for i in nodes.indices { nodes[i].rise = rises[i] }
  }
}

extension AdaptiveCurve.Node {
  var hasPlace: Bool { place.y.isFinite }

  mutating func stand(on map: PixelMap) {
    place = Point(x: map.right(x), y: map.up(y))
    if !slope.isNaN { rise = map.slope(slope, atX: x, y: y) }
  }
}

/// The curve between two neighbouring samples, on the page.
struct Segment {
  private let first: AdaptiveCurve.Node
  private let last: AdaptiveCurve.Node
  let width: Double
  /// The slope of the straight line.
  private let chord: Double

  init(from first: AdaptiveCurve.Node, to last: AdaptiveCurve.Node) {
    self.first = first
    self.last = last
    width = last.place.x - first.place.x
    chord = (last.place.y - first.place.y) / width
  }

  /// How much longer a length upwards is than the distance from the line.
  var steepness: Double { (1 + chord * chord).squareRoot() }

  /// Where the cubic with the slopes of both ends is half-way.
  var expectedMiddle: Double {
    (first.place.y + last.place.y) / 2 + width * (first.rise - last.rise) / 8
  }

  /// The most by which that cubic is away from the line.
  var deviation: Double {
    width * 4 / 27 * ((first.rise - chord).magnitude + (last.rise - chord).magnitude) / steepness
  }

  /// How far the curve may go beyond both ends; nothing where it goes from one to the other as the
  /// line does, or upright.
  var overshoot: Double {
    func excess(_ rise: Double) -> Double { rise * chord < 0 ? rise.magnitude : 0 }
    // Both ends may be level while what is between is not.
    let excess = excess(first.rise) + excess(last.rise)
    return excess.isFinite ? excess * width * 4 / 27 : 0
  }

  /// Whether the curve stays above or below what is seen, as far as its ends tell.
  func isOutOfSight(on map: PixelMap) -> Bool {
    let sight = map.sight, reach = width * 4 / 27 * (first.rise.magnitude + last.rise.magnitude)
    let lower = min(first.place.y, last.place.y), upper = max(first.place.y, last.place.y)
    if lower > sight.upperBound {
      return first.rise >= 0 && last.rise <= 0 || lower - reach > sight.upperBound
    }
    if upper < sight.lowerBound {
      return first.rise <= 0 && last.rise >= 0 || upper + reach < sight.lowerBound
    }
    return false
  }

  /// Whether the curve leaves on one side of what is seen and comes back on the other, against its
  /// slope: both ends are parts of different branches.
  func isPole(on map: PixelMap) -> Bool {
    guard width < 1e-3 else { return false }
    let sight = map.sight
    return first.place.y > sight.upperBound && last.place.y < sight.lowerBound
      && first.rise > 0 && last.rise > 0
      || first.place.y < sight.lowerBound && last.place.y > sight.upperBound
        && first.rise < 0 && last.rise < 0
  }

  /// Whether a curve that ends within the segment is drawn to its end, or out of sight.
  func isNearEnd(of node: AdaptiveCurve.Node, on map: PixelMap) -> Bool {
    guard width < 1e-3 else { return false }
    return !map.sight.contains(node.place.y)
      || node.rise.magnitude * width < AdaptiveSampling.tolerance / 4
  }
}
