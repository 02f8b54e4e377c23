internal import Activations
internal import Plotting

/// Samples functions where their curves bend.
///
/// The lines through the samples are within `tolerance` of the curves on the page. A kink has a
/// sample at each side, so it is sharp and a jump upright. A pole breaks its curve, which runs out of
/// any axes on the sides where the function does; so does the end of where a function is defined,
/// which the curve reaches. Detail narrower than a point, which
/// shows neither in values nor in slopes at a point's distance, is not seen.
struct AdaptiveSampling {
  /// Where the functions are shown; a logarithmic axis begins at the first value that has a place.
  let domain: ClosedRange<Double>
  /// The axes; their scales matter, and the limits of y, which are the extent of the curves if `nil`.
  let x: AxisOptions
  let y: AxisOptions
  /// The axes box, in points.
  let width: Double
  let height: Double

  /// How far a line may be from its curve on the page, in points.
  static let tolerance = 0.02
  /// The most samples of a curve. What bends more often is cut short, all along alike.
  static let maximumCount = 20_000

  init(
    domain: ClosedRange<Double>, x: AxisOptions = AxisOptions(), y: AxisOptions = AxisOptions(),
    width: Double, height: Double
  ) {
    // As many samples as the chapter has would begin there.
    let first = domain.upperBound / 160 - domain.lowerBound / 160
    let hasPlace = x.scale.coordinate(domain.lowerBound).isFinite
    self.domain = hasPlace ? domain : min(first, domain.upperBound)...domain.upperBound
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// How far apart on the x axis samples are that miss nothing which is as wide.
  func spacing(at x: Double) -> Double {
    let scale = self.x.scale
    let first = scale.coordinate(domain.lowerBound), last = scale.coordinate(domain.upperBound)
    let step = (last - first) / max(width, 64)
    let next = scale.value(ofCoordinate: scale.coordinate(x) + step)
    return next > x && next.isFinite ? next - x : (domain.upperBound - domain.lowerBound) / 400
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
    // Each on axes of its own first, on which what is narrow and not high shows too.
    for i in curves.indices { refine(&curves[i]) }
    let extent = extent(of: curves.map(\.extent))
    let map = PixelMap(sampling: self, yLimits: y.limits, yExtent: extent)
    if curves.count > 1 || y.limits != nil {
      for i in curves.indices { curves[i].refine(on: map) }
    }
    let lines = curves.indices.map { curves[$0].sampled(jumps: jumps, on: map) }
    // A value that stands apart is on no line.
    let dots = lines.flatMap { $0.dots(style: 0) }.map(\.y)
    return (
      lines, self.extent(of: curves.map(\.extent) + [AdaptiveCurve.extent(of: dots, on: y.scale)])
    )
  }

  /// Curves through given samples, taken apart at their poles.
  ///
  /// - Returns: The curves, and what a y axis chosen from them should hold; nothing if that is all of
  ///   their samples, because there are no poles.
  func parted(
    _ curves: [SampledDerivative], precision: Precision
  ) -> ([SampledDerivative], ClosedRange<Double>?) {
    var extents: [ClosedRange<Double>?] = []
    var runsOff = false
    let parted = curves.map { curve in
      let sampler = CurveSampler(formula: curve.formula, order: curve.order)
      let singularities = curve.formula.singularities(
        order: curve.order, in: domain, limit: Singularities.mostDrawn)
      let parted = curve.parted(at: singularities.poles, precision: precision)
      let nodes = zip(parted.x, parted.values).filter { domain.contains($0) && !$1.isNaN }.map {
        CurveSampler.Node(x: $0, y: $1, slope: .nan)
      }
      let runOff = RunOff(
        of: singularities, given: nodes.map(\.y), sampler: sampler, in: self)
      if runOff != nil { runsOff = true }
      let values = runOff?.values(of: nodes) ?? nodes.map(\.y)
      extents.append(AdaptiveCurve.extent(of: values, on: y.scale))
      return parted
    }
    guard runsOff, let extent = extent(of: extents) else { return (parted, nil) }
    return (parted, extent.lower...extent.upper)
  }

  /// Refines a curve on axes that hold it.
  private func refine(_ curve: inout AdaptiveCurve) {
    var extent = curve.extent
    for _ in 0..<Self.enlargements {
      curve.refine(
        on: PixelMap(sampling: self, yExtent: extent.map { ($0.lowerBound, $0.upperBound) }))
      // What was narrower than the coarse samples may need larger axes, on which more is in sight.
      guard let last = extent, let fine = curve.extent, growth(from: last, to: fine) > 1.5
      else { return }
      extent = fine
    }
  }

  /// How often axes are made larger.
  private static let enlargements = 16

  private func growth(from extent: ClosedRange<Double>, to other: ClosedRange<Double>) -> Double {
    func span(_ extent: ClosedRange<Double>) -> Double {
      y.scale.coordinate(extent.upperBound) - y.scale.coordinate(extent.lowerBound)
    }
    let before = span(extent), after = span(other)
    return before > 0 ? after / before : after > 0 ? .infinity : 1
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
