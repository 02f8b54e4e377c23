internal import Activations
internal import Plotting

extension FigureRequest {
  /// What a figure cannot show of its curves, in sentences with a remedy.
  public var doubts: [String] {
    placeDoubts + poleDoubts
  }

  /// What of the range has no place on a logarithmic axis.
  private var placeDoubts: [String] {
    let lower = sampling.domain.lowerBound, first = placedDomain.lowerBound
    guard x.limits == nil, first > lower else { return [] }
    return [
      "x \(lower < 0 ? "from \(Description.short(lower)) to 0" : "= 0") has no place on a logarithmic"
        + " axis, which begins at \(Description.short(first)); name its start, as in --range 0.001:8."
    ]
  }

  private var poleDoubts: [String] {
    let domain = sampling.domain
    return formulas.flatMap { formula in
      orders.compactMap { order in
        let singularities = formula.singularities(
          order: order, in: domain, limit: Singularities.mostDrawn)
        guard singularities.areDense(in: domain) else { return nil }
        let curve = SampledDerivative(formula: formula, order: order, x: [], values: [])
        let count = singularities.poles.count { domain.contains($0.x) }
        return "\(curve.subject) runs off to infinity"
          + " \(singularities.isComplete ? "at" : "in at least") \(count) places from x ="
          + " \(Description.short(domain.lowerBound)) to \(Description.short(domain.upperBound)),"
          + " closer together than can be drawn; a shorter --range shows them apart."
      }
    }
  }
}

extension Singularities {
  /// How many poles of a curve are looked for; of more none is drawn as such.
  static let mostDrawn = 2000

  /// Whether some poles are closer together than a stroke is wide on a page of usual size.
  func areDense(in domain: ClosedRange<Double>) -> Bool {
    let width = domain.upperBound / 400 - domain.lowerBound / 400
    return zip(poles, poles.dropFirst()).contains { $1.x - $0.x < width }
  }
}
