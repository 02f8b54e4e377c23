internal import Activations
internal import Plotting
internal import Typesetting

/// From the samples to the curve that is drawn.
extension AdaptiveCurve {
  /// The samples that the line needs, with breaks.
  mutating func sampled(jumps: Jumps, on map: PixelMap) -> SampledDerivative {
    // What is straight depends on the axes as they are in the end.
    for i in nodes.indices { nodes[i].stand(on: map) }
    var breaks: [SampledDerivative.Jump] = []
    if let first = nodes.first, let last = nodes.last {
      let range = first.x...last.x
      breaks =
        jumps == .gap && order <= Kink.highestOrder
        ? SampledDerivative.gaps(kinks, of: formula, order: order, in: range)
        // A value that holds at a point alone is on no line that joins the limits.
        : SampledDerivative.jumps(kinks, of: formula, order: order, in: range).filter(\.isApart)
    }
    let torn = Set(breaks.map(\.x))
    var x: [Double] = [], y: [Double] = []
    func breakLine(at place: Double) {
      guard y.last.map({ !$0.isNaN }) ?? false else { return }
      x.append(place)
      y.append(.nan)
    }
    let poles = Set(singularities.poles.map(\.x))
    var last: Node?
    for i in neededNodes(on: map) {
      let node = nodes[i]
      if let last {
        let isTorn = torn.contains(node.x) || poles.contains(node.x)
        if last.x == node.x, isTorn { breakLine(at: node.x) }
        if i > 0, Segment(from: nodes[i - 1], to: node).isPole(on: map) {
          breakLine(at: map.xScale.middle(last.x, node.x))
        }
        // Both sides of a kink without a jump are one point.
        if last.x == node.x, last.y == node.y, !isTorn { continue }
      }
      last = node
      if node.y.isInfinite, poles.contains(node.x) {
        // Out of whatever axes there are, however weak the pole is.
        x.append(node.x)
        y.append(node.y < 0 ? -.greatestFiniteMagnitude : .greatestFiniteMagnitude)
        continue
      }
      if liesBelowAxis(node) {
        // The line runs out of the axes on the way to it.
        let isBound = i == 0 || i == nodes.count - 1
        if isBound || nodes[i - 1].hasPlace || nodes[i + 1].hasPlace {
          x.append(node.x)
          y.append(node.y)
        }
        continue
      }
      guard node.hasPlace else {
        // The ends of the axis are told also where there is nothing.
        if i == 0 || i == nodes.count - 1 {
          x.append(node.x)
          y.append(.nan)
        }
        breakLine(at: node.x)
        continue
      }
      x.append(node.x)
      y.append(node.y)
    }
    return SampledDerivative(formula: formula, order: order, x: x, values: y, jumps: breaks)
  }

  /// Whether a value is below all that a logarithmic axis has a place for.
  private func liesBelowAxis(_ node: Node) -> Bool {
    node.y.isFinite && yScale.coordinate(node.y).isNaN
  }

  /// What of the tolerance refinement has left over.
  private static let slack = 0.8 * AdaptiveSampling.tolerance

  /// The indices of the samples without those that the line is the same without; kinks, ends and
  /// extrema stay.
  private func neededNodes(on map: PixelMap) -> [Int] {
    var needed: [Int] = []
    var band: ErrorBand?
    for i in nodes.indices where !isHidden(i, on: map) {
      let isBound =
        i == 0 || i == nodes.count - 1 || isHidden(i - 1, on: map) || isHidden(i + 1, on: map)
        || nodes[i].isKink || isTurn(i) || !nodes[i].hasPlace
        || !nodes[i - 1].hasPlace || !nodes[i + 1].hasPlace
        || Segment(from: nodes[i], to: nodes[i + 1]).isPole(on: map)
        || Segment(from: nodes[i - 1], to: nodes[i]).isPole(on: map)
      if band?.extend(to: nodes[i].place) == false, needed.last != i - 1 {
        needed.append(i - 1)
        band = ErrorBand(from: nodes[i - 1].place, tolerance: Self.slack)
        _ = band?.extend(to: nodes[i].place)
      }
      if isBound {
        needed.append(i)
        band = ErrorBand(from: nodes[i].place, tolerance: Self.slack)
      }
    }
    return needed
  }

  /// Whether a sample and both its neighbours are out of sight on the same side, where a straight
  /// line is as good as any.
  private func isHidden(_ i: Int, on map: PixelMap) -> Bool {
    guard i > 0, i < nodes.count - 1, !nodes[i].isKink else { return false }
    let near = nodes[(i - 1)...(i + 1)]
    return near.allSatisfy { $0.place.y > map.sight.upperBound }
      || near.allSatisfy { $0.place.y < map.sight.lowerBound }
  }

  /// Whether the curve is higher, or lower, at a sample than at both its neighbours.
  private func isTurn(_ i: Int) -> Bool {
    guard nodes.indices.contains(i - 1), nodes.indices.contains(i + 1) else { return true }
    let before = nodes[i - 1].y, here = nodes[i].y, after = nodes[i + 1].y
    return here > before && here > after || here < before && here < after
  }
}
