internal import Activations
internal import Plotting

/// Evaluates a derivative of a function and its slope.
struct CurveSampler {
  let formula: Formula
  let order: Int
  /// Whether the next derivative is the slope of the curve. One by a parameter is not, and there is
  /// none beyond the highest order.
  let knowsSlopes: Bool

  typealias Node = AdaptiveCurve.Node

  init(formula: Formula, order: Int) {
    self.formula = formula
    self.order = order
    knowsSlopes = formula.differentiationParameter == nil && order < Formula.orders.upperBound
  }

  func nodes(at x: [Double]) -> [Node] {
    // An order that is not offered has been refused before.
    guard let samples = try? formula.samples(at: x, order: knowsSlopes ? order + 1 : order) else {
      return []
    }
    return x.indices.map { i in
      Node(
        x: x[i], y: samples.derivatives[order][i],
        slope: knowsSlopes ? samples.derivatives[order + 1][i] : .nan)
    }
  }

  /// Two samples for each kink, one for each side, with the limits there.
  func nodes(around kinks: [Kink], in domain: ClosedRange<Double>) -> [Node] {
    // Higher orders have no limits of their own; their neighbours are as good as can be told.
    let beside =
      order < Kink.highestOrder ? [] : nodes(at: kinks.flatMap { [$0.x.nextDown, $0.x.nextUp] })
    return kinks.enumerated().flatMap { index, kink in
      [kink.left, kink.right].enumerated().compactMap { side, limits -> Node? in
        let isOutside = side == 0 ? kink.x == domain.lowerBound : kink.x == domain.upperBound
        guard !isOutside else { return nil }
        let near = beside.isEmpty ? nil : beside[2 * index + side]
        return Node(
          x: kink.x, y: order <= Kink.highestOrder ? limits[order] : near?.y ?? .nan,
          slope: order < Kink.highestOrder ? limits[order + 1] : near?.slope ?? .nan, isKink: true)
      }
    }
  }

  // MARK: Poles

  /// Whether values run off between samples.
  func hasPoles(_ nodes: [Node]) -> Bool {
    if nodes.contains(where: \.y.isInfinite) { return true }
    let finite = nodes.lazy.map(\.y).filter(\.isFinite)
    guard knowsSlopes, let lower = finite.min(), let upper = finite.max() else { return false }
    // What lies between would have to go far beyond all others.
    let suspects = nodes.indices.dropLast().map { i in
      let slopes = nodes[i].slope.magnitude + nodes[i + 1].slope.magnitude
      return (way: i, swing: (nodes[i + 1].x - nodes[i].x) * slopes / 2)
    }.filter { $0.swing > upper - lower }
    return suspects.sorted { $0.swing > $1.swing }.prefix(24)
      .contains { isPole(between: nodes[$0.way], nodes[$0.way + 1]) }
  }

  /// Whether values grow and grow towards a place between two samples.
  private func isPole(between first: Node, _ last: Node) -> Bool {
    var first = first, last = last
    var sizes = [max(first.y.magnitude, last.y.magnitude)]
    for _ in 0..<20 {
      let middle = first.x / 2 + last.x / 2
      guard middle > first.x, middle < last.x, let node = nodes(at: [middle]).first else { break }
      if node.y.isInfinite { return true }
      if first.runsOff(before: node) {
        last = node
      } else if node.runsOff(before: last) {
        first = node
      } else {
        return false
      }
      sizes.append(max(first.y.magnitude, last.y.magnitude))
    }
    // A narrow peak has come to its top by half-way.
    guard let end = sizes.last else { return false }
    return end > 100 * sizes[0] && end > 4 * sizes[sizes.count / 2]
  }
}

extension AdaptiveCurve.Node {
  /// Whether the curve might leave here and come back there from an infinity: on the same side, or
  /// through the other one.
  fileprivate func runsOff(before next: Self) -> Bool {
    let isPeak = slope > 0 && next.slope < 0, isTrough = slope < 0 && next.slope > 0
    return isPeak || isTrough || slope > 0 && next.slope > 0 && y > next.y
      || slope < 0 && next.slope < 0 && y < next.y
  }
}
