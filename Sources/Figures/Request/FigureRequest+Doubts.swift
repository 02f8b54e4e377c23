internal import Activations
internal import Plotting
internal import Wording

extension FigureRequest {
  /// What a figure cannot show of its curves, in sentences with a remedy.
  public var doubts: [String] {
    placeDoubts + pointDoubts + poleDoubts + overflowDoubts + searchDoubts + crowdDoubts
  }

  /// More curves than can be told apart.
  private var crowdDoubts: [String] {
    let count = inFrontCount * orders.count
    guard arrangement == .single, count > Self.mostTold else { return [] }
    return [
      "\(count) curves share the axes, and a reader tells few of them apart; with --layout sheet each"
        + " function has axes of its own."
    ]
  }

  private var inFrontCount: Int { formulas.count - thinFormulas.count }

  private static let mostTold = 24

  /// What of the range has no place on a logarithmic axis.
  private var placeDoubts: [String] {
    let lower = sampling.domain.lowerBound, first = placedDomain.lowerBound
    guard x.limits == nil, first > lower else { return [] }
    return [
      "x \(lower < 0 ? "from \(Description.short(lower)) to 0" : "= 0") has no place on a logarithmic"
        + " axis, which begins at \(Description.short(first)); name its start, as in --range 0.001:8."
    ]
  }

  /// Points of data that the axes do not show.
  private var pointDoubts: [String] {
    func isShown(_ value: Double, _ axis: AxisOptions) -> Bool {
      axis.scale.coordinate(value).isFinite
        && axis.limits.map { $0.lower <= value && value <= $0.upper } ?? true
    }
    let all = points.joined()
    let hidden = all.count { !isShown($0.x, x) || !isShown($0.y, dataAxis) }
    guard hidden > 0 else { return [] }
    return [
      "\(hidden) of \(counted(all.count, "point")) would be out of sight; choose other limits, or leave"
        + " them out, and on a logarithmic axis numbers above 0."
    ]
  }

  /// Where there are values but no Doubles for them, and so no curve.
  private var overflowDoubts: [String] {
    let domain = placedDomain, count = 96
    guard precision == .float64, domain.lowerBound < domain.upperBound else { return [] }
    let width = domain.upperBound / Double(count) - domain.lowerBound / Double(count)
    // Between the places at which poles usually are.
    let x = (0..<count).map { domain.lowerBound + (Double($0) + 0.37) * width }
    return formulas.flatMap { formula -> [String] in
      guard let samples = try? formula.samples(at: x, order: orders.max() ?? 0) else { return [] }
      return orders.compactMap { order in
        let values = samples.derivatives[order]
        guard let first = values.firstIndex(where: \.isInfinite) else { return nil }
        let curve = SampledDerivative(formula: formula, order: order, x: [], values: [])
        let extent =
          values.allSatisfy(\.isInfinite)
          ? "nearly everywhere" : "at x = \(Description.short(x[first])) and elsewhere"
        return
          "\(order == 0 ? formula.label : curve.subject) is beyond the largest number, 1.8e308, \(extent), where no curve can be"
          + " drawn; take a shorter --range or smaller factors."
      }
    }
  }

  /// Deep compositions have more kinks and poles than can be looked for.
  private var searchDoubts: [String] {
    guard case .chain = relation, precision == .float64 else { return [] }
    let domain = sampling.domain
    return formulas.compactMap { formula in
      let isKnown =
        formula.kinksFound(in: domain).isComplete
        && orders.allSatisfy {
          formula.singularities(order: $0, in: domain, limit: Singularities.mostDrawn).isComplete
        }
      guard !isKnown else { return nil }
      return
        "Not every kink, jump and pole of \(formula.label) was looked for, as there are too many"
        + " or the composition is too long; a shorter --range or a smaller --depth shows more."
    }
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
