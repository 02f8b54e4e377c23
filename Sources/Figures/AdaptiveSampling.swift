internal import Activations
internal import Plotting

/// Samples functions where their curves bend.
///
/// The lines through the samples are within `tolerance` of the curves on the page. A kink has a
/// sample at each side, so it is sharp and a jump upright; a pole breaks its curve, and so does the
/// end of where a function is defined, which the curve reaches. Detail narrower than a point, which
/// shows neither in values nor in slopes at a point's distance, is not seen.
struct AdaptiveSampling {
  /// Where the functions are shown; a logarithmic axis begins at the first value that has a place.
  let domain: ClosedRange<Double>
  let xScale: AxisScale
  let yScale: AxisScale
  /// The axes box, in points.
  let width: Double
  let height: Double
  /// What the y axis shows; the extent of the curves if `nil`.
  let yLimits: AxisLimits?

  /// How far a line may be from its curve on the page, in points.
  static let tolerance = 0.02
  /// The most samples of a curve. What bends more often is cut short, all along alike.
  static let maximumCount = 20_000

  init(
    domain: ClosedRange<Double>, xScale: AxisScale = .linear, yScale: AxisScale = .linear,
    width: Double, height: Double, yLimits: AxisLimits? = nil
  ) {
    // As many samples as the chapter has would begin there.
    let first = domain.upperBound / 160 - domain.lowerBound / 160
    let hasPlace = xScale.coordinate(domain.lowerBound).isFinite
    self.domain = hasPlace ? domain : min(first, domain.upperBound)...domain.upperBound
    self.xScale = xScale
    self.yScale = yScale
    self.width = width
    self.height = height
    self.yLimits = yLimits
  }

  /// The curves of derivatives of functions; order 0 is the function itself.
  ///
  /// - Returns: The curves, and the least and the greatest value that a y axis chosen from them
  ///   should hold; none if nothing of them has a place. Poles run on beyond it.
  /// - Throws: `OrderError` for an order that is not offered.
  func curves(
    of functions: [(formula: Formula, order: Int)], jumps: Jumps = .connect
  ) throws(OrderError) -> (curves: [SampledDerivative], yExtent: (lower: Double, upper: Double)?) {
    var curves: [AdaptiveCurve] = []
    for (formula, order) in functions {
      guard Formula.orders.contains(order) else { throw OrderError(order: order) }
      // The orders of one function have its kinks in common.
      let known = curves.last.flatMap { $0.formula == formula ? $0.kinks : nil }
      curves.append(AdaptiveCurve(of: formula, order: order, in: self, kinks: known))
    }
    var extent = extent(of: curves.map(\.coarseExtent))
    var page = Page(sampling: self, yExtent: extent)
    for _ in 0..<Self.enlargements {
      for i in curves.indices { curves[i].refine(on: page) }
      // What was narrower than the coarse samples may need larger axes, on which more is in sight.
      guard yLimits == nil, let fine = self.extent(of: curves.map(\.refinedExtent)),
        let last = extent,
        let growth = growth(from: last, to: fine)
      else { break }
      extent = fine
      if growth <= 1.5 { break }
      page = Page(sampling: self, yExtent: fine)
    }
    return (curves.map { $0.sampled(jumps: jumps, on: page) }, extent)
  }

  /// How often axes are made larger.
  private static let enlargements = 16

  private func growth(
    from extent: (lower: Double, upper: Double), to other: (lower: Double, upper: Double)
  ) -> Double? {
    let span = yScale.coordinate(extent.upper) - yScale.coordinate(extent.lower)
    let otherSpan = yScale.coordinate(other.upper) - yScale.coordinate(other.lower)
    return span > 0 ? otherSpan / span : otherSpan > 0 ? .infinity : nil
  }

  private func extent(
    of extents: [ClosedRange<Double>?]
  ) -> (lower: Double, upper: Double)? {
    guard let lower = extents.compactMap({ $0?.lowerBound }).min(),
      let upper = extents.compactMap({ $0?.upperBound }).max()
    else { return nil }
    return (lower, upper)
  }
}
