internal import Activations
internal import Plotting

/// What the y axis has to hold.
extension AdaptiveCurve {
  /// The least and greatest value of the samples that have a place, but for where the curve runs off.
  ///
  /// Where a curve without poles ends, as at a zero on a logarithmic axis, it may run off all the
  /// same; what is found there counts only if it is little more than what the first samples showed.
  var extent: ClosedRange<Double>? {
    if let runOff { return Self.extent(of: runOff.values(of: nodes), on: yScale) }
    guard let fine = Self.extent(of: nodes.map(\.y), on: yScale), let coarseExtent else {
      return coarseExtent
    }
    func span(_ extent: ClosedRange<Double>) -> Double {
      yScale.coordinate(extent.upperBound) - yScale.coordinate(extent.lowerBound)
    }
    let hasEnds = nodes.contains { !yScale.coordinate($0.y).isFinite }
    return hasEnds && span(fine) > 1.5 * span(coarseExtent) ? coarseExtent : fine
  }

  /// The least and greatest of the values that have a place on an axis.
  static func extent(of values: [Double], on scale: AxisScale) -> ClosedRange<Double>? {
    var lower = Double.infinity, upper = -Double.infinity
    for value in values where scale.coordinate(value).isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    return lower <= upper ? lower...upper : nil
  }
}

/// The part of a curve that runs off to its poles, which the axes cut.
///
/// How far it is shown does not depend on how near samples come to a pole, but on the values at some
/// hundred places of the axis, the same whatever its size: the middle 90 % of them, and as much again
/// on both sides.
struct RunOff {
  private let yScale: AxisScale
  private let xScale: AxisScale
  /// The poles whose neighbourhood is on the axis, or all that is known is that there are some.
  private let poles: [Neighbourhood]
  private let isComplete: Bool
  /// What most values take.
  private let middle: ClosedRange<Double>
  /// What is shown of what runs off, at most.
  private let bounds: ClosedRange<Double>

  private struct Neighbourhood {
    let pole: Pole
    let coordinate: Double
    /// How far from a pole, in coordinates, its curve is taken for a part of the pole.
    let radius: Double
    /// Whether the pole is beyond the end of the axis. Then the curve is whole, and only what would
    /// leave the rest of it flat is cut.
    let isBeside: Bool
  }

  /// A 200th of the axis is a stroke or two wide.
  private static let share = 0.005
  private static let count = 720

  /// Nothing for a curve that has no poles.
  ///
  /// - Parameter given: The values that count; those at places all along the axis if `nil`.
  init?(
    of singularities: Singularities, given: [Double]? = nil, sampler: CurveSampler,
    in sampling: AdaptiveSampling
  ) {
    guard singularities.runsOff else { return nil }
    xScale = sampling.x.scale
    yScale = sampling.y.scale
    isComplete = singularities.isComplete
    let first = xScale.coordinate(sampling.domain.lowerBound)
    let last = xScale.coordinate(sampling.domain.upperBound)
    let length = last - first
    guard length > 0, length.isFinite else { return nil }
    let near = singularities.poles.map { (pole: $0, x: sampling.x.scale.coordinate($0.x)) }
      .filter { $0.x >= first - length / 50 && $0.x <= last + length / 50 }
    guard !near.isEmpty || !isComplete else { return nil }
    poles = near.indices.map { i in
      let before = i > 0 ? near[i].x - near[i - 1].x : .infinity
      let after = i + 1 < near.count ? near[i + 1].x - near[i].x : .infinity
      return Neighbourhood(
        pole: near[i].pole, coordinate: near[i].x,
        radius: min(Self.share * length, before / 8, after / 8),
        isBeside: !sampling.domain.contains(near[i].pole.x))
    }
    let values = given ?? Self.values(along: sampling, sampler)
    let sorted = values.map { sampling.y.scale.coordinate($0) }.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    let low = sorted[sorted.count / 20], high = sorted[sorted.count - 1 - sorted.count / 20]
    middle = low...high
    // Where most of a curve is level, what is not decides.
    let room = high - low > 1e-9 * max(low.magnitude, high.magnitude) ? high - low : .infinity
    bounds = (low - room)...(high + room)
  }

  /// The values at places that share no step with a period.
  private static func values(
    along sampling: AdaptiveSampling, _ sampler: CurveSampler
  ) -> [Double] {
    let first = sampling.x.scale.coordinate(sampling.domain.lowerBound)
    let length = sampling.x.scale.coordinate(sampling.domain.upperBound) - first
    let x = (0..<count).map { i in
      let share = (Double(i) + (Double(i) * 0.6180339887498949).truncatingRemainder(dividingBy: 1))
      return sampling.x.scale.value(ofCoordinate: first + share / Double(count) * length)
    }
    return sampler.nodes(at: x.filter(sampling.domain.contains)).map(\.y)
  }

  /// The ends of the poles' neighbourhoods; of very many, that all are drawn alike, the middle
  /// between each two, from where the curve is followed to both.
  var edges: [Double] {
    guard poles.count <= 200 else {
      return zip(poles, poles.dropFirst()).map { first, second in
        xScale.value(ofCoordinate: (first.coordinate + second.coordinate) / 2)
      }
    }
    return poles.flatMap { near in
      [-1, 1].map { xScale.value(ofCoordinate: near.coordinate + $0 * near.radius) }
    }
  }

  /// The values of a curve without what runs off, and how far that is shown.
  func values(of nodes: [AdaptiveCurve.Node]) -> [Double] {
    var isCut = [Bool](repeating: false, count: nodes.count)
    var ends = [middle.lowerBound, middle.upperBound]
    for near in poles {
      let start = nodes.firstIndex { $0.x >= near.pole.x } ?? nodes.count
      ends += cut(near, near.pole.left, nodes, (0..<start).reversed(), &isCut)
      ends += cut(near, near.pole.right, nodes, start..<nodes.count, &isCut)
    }
    let rest = nodes.indices.filter { !isCut[$0] }.map { nodes[$0].y }
    let isHeld = !isComplete || yScale == .log
    // On a logarithmic axis a curve also runs off to 0, where that is all that is known of it.
    let lowest =
      isComplete
      ? middle.lowerBound - 10 * (middle.lowerBound - bounds.lowerBound) : bounds.lowerBound
    let highest = isComplete ? .infinity : bounds.upperBound
    let all = rest.map { value in
      guard isHeld else { return value }
      let coordinate = yScale.coordinate(value)
      let held = min(max(coordinate, lowest), highest)
      return held == coordinate || coordinate.isNaN ? value : yScale.value(ofCoordinate: held)
    }
    return all + ends.map { yScale.value(ofCoordinate: $0) }
  }

  /// Leaves out the samples of one side of a pole from it outwards: while the curve comes back from
  /// infinity and is near the pole or beyond what is shown, and whatever is beyond that close by.
  ///
  /// - Returns: The coordinate up to which what is left out is shown.
  private func cut(
    _ near: Neighbourhood, _ limit: Double, _ nodes: [AdaptiveCurve.Node],
    _ outwards: some Sequence<Int>, _ isCut: inout [Bool]
  ) -> [Double] {
    guard limit.isInfinite else { return [] }
    let sign = limit < 0 ? -1.0 : 1
    let room = (near.isBeside ? 10.0 : 1) * (middle.lowerBound - bounds.lowerBound)
    let bounds = (middle.lowerBound - room)...(middle.upperBound + room)
    let bound = sign < 0 ? bounds.lowerBound : bounds.upperBound
    let radius = near.isBeside ? 0 : near.radius
    var ends: [Double] = []
    var last = Double.infinity
    var comesBack = true
    for i in outwards where nodes[i].x != near.pole.x {
      let distance = (xScale.coordinate(nodes[i].x) - near.coordinate).magnitude
      let coordinate = yScale.coordinate(nodes[i].y), height = sign * coordinate
      if !(height <= last) { comesBack = false }
      last = height
      let isBeyond = !bounds.contains(coordinate)
      let isPart =
        comesBack
        ? distance < radius || height > sign * bound : distance < 4 * radius && isBeyond
      guard isPart else {
        if distance >= 4 * radius { break }
        comesBack = false
        continue
      }
      isCut[i] = true
      if distance >= radius {
        ends.append(min(max(coordinate, bounds.lowerBound), bounds.upperBound))
      }
    }
    return ends
  }
}
