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

  /// Two samples for each pole, one for each side, with the limits there, which are infinite or NaN
  /// where there is none.
  func nodes(around poles: [Pole], in domain: ClosedRange<Double>) -> [Node] {
    poles.filter { domain.contains($0.x) }.flatMap { pole in
      var sides: [Node] = []
      if pole.x > domain.lowerBound {
        sides.append(Node(x: pole.x, y: pole.left, slope: .nan, isKink: true))
      }
      if pole.x < domain.upperBound {
        sides.append(Node(x: pole.x, y: pole.right, slope: .nan, isKink: true))
      }
      return sides
    }
  }
}
