internal import Activations
public import Plotting
internal import Wording

extension FigureRequest {
  /// Samples the functions and puts panels, labels and description together.
  ///
  /// - Throws: `OrderError` for an order that is not offered, `SampleRangeError` for more samples of
  ///   all curves together than a range may hold, `LookError` for sizes out of bounds, and
  ///   `FigureRequestError` for wishes that contradict each other.
  public func figure() throws -> Figure {
    try check()
    let theme = try look.sizedTheme()
    let size = size ?? nominalSize
    let contents = arrangement.panels(formulas: formulas.count, orders: orders.count)
    let columns = min(
      columns ?? arrangement.columns(formulas: formulas.count, orders: orders.count),
      contents.count)
    let rows = (contents.count + columns - 1) / columns
    let box = (
      width: size.width * theme.axesWidthShare / Double(columns),
      height: size.height * theme.axesHeightShare / Double(rows)
    )
    var curves: [SampledDerivative] = []
    let lettering = lettering
    let panels = try contents.map { contents in
      let (panel, sampled) = try panel(contents, box: box, lettering)
      curves += sampled
      return panel
    }
    try checkMarks(in: panels)
    if explanations.showsDifference {
      return try differenceFigure(panels, of: curves, theme: theme)
    }
    var figure = Figure(
      panels,
      columns: columns,
      shared: shared ?? arrangement.shared(formulas: formulas.count, orders: orders.count),
      axesStyle: axesStyle,
      legend: legend ?? (arrangement == .sheet ? .outside : .best),
      title: title,
      size: size,
      theme: theme,
      isTransparent: look.isTransparent,
      accessibleTitle: accessibleTitle(of: curves),
      accessibleSummary: alternativeText ?? description(of: curves))
    figure.legendOptions = legendOptions
    return try detailed(figure, contents, box: box)
  }

  package var usualSize: FigureSize? { nominalSize }

  /// The nominal size in which panels have room for their labels.
  var nominalSize: FigureSize {
    explanations.showsDifference
      ? .withDifference : arrangement.size(formulas: formulas.count, orders: orders.count)
  }

  /// The figure with more samples in panels that shared axes show less of than their curves reach:
  /// what bends there was straight on axes of their own.
  private func detailed(
    _ figure: Figure, _ contents: [Arrangement.Contents], box: (width: Double, height: Double)
  ) throws -> Figure {
    guard case .adaptive = sampling, figure.shared.contains(.y) else { return figure }
    var figure = figure
    for (index, shown) in try figure.shownOrdinates().enumerated() {
      let sides = sides(of: contents[index])
      let panel = figure.panels[index]
      try detail(&figure.panels[index].curves, sides[0], box: box, panel.yExtent, shown.y)
      guard var twin = panel.twin, let shown = shown.twin else { continue }
      try detail(&twin.curves, sides[1], box: box, twin.yExtent, shown)
      figure.panels[index].twin = twin
    }
    return figure
  }

  /// Samples the curves of a y axis again if it shows less than they reach.
  private func detail(
    _ curves: inout [Curve], _ side: Side, box: (width: Double, height: Double),
    _ reach: ClosedRange<Double>?, _ shown: ClosedRange<Double>
  ) throws {
    guard side.y.limits == nil, let reach,
      !(shown ~= reach.lowerBound && shown ~= reach.upperBound),
      let limits = try? AxisLimits(shown.lowerBound, shown.upperBound)
    else { return }
    var y = side.y
    y.limits = limits
    for (place, curve) in try sampled(side.contents, box: box, y: y).0.enumerated() {
      curves[place].x = curve.x
      curves[place].y = curve.values
    }
  }

  /// The title, or the names of the curves where there is none that can be read aloud.
  func accessibleTitle(of curves: [SampledDerivative]) -> String {
    guard title.isEmpty || title.contains("$") else { return title }
    var names: [String] = []
    for name in inFront(curves).map(\.subject) where !names.contains(name) { names.append(name) }
    return names.joined(separator: ", ")
  }

  /// The curves without those that stand back.
  private func inFront(_ curves: [SampledDerivative]) -> [SampledDerivative] {
    guard !thinFormulas.isEmpty else { return curves }
    let thin = Set(thinFormulas.map { formulas[$0] })
    return curves.filter { !thin.contains($0.formula) }
  }

  private func check() throws {
    if case .every(let range) = sampling {
      let count = formulas.count * orders.count
      guard count * range.count <= SampleRange.maximumCount else {
        throw SampleRangeError.tooManySamplesInAll(functions: count, each: range.count)
      }
    }
    if let columns, columns < 1 { throw FigureRequestError.columns(columns) }
    if !explanations.tangents.isEmpty,
      formulas.contains(where: { $0.differentiationParameter != nil })
    {
      throw FigureRequestError.tangentByParameter
    }
    try checkTwin()
    try checkAdditions()
  }

  /// Makes sure that each place of a point or tangent has one on some curve.
  private func checkMarks(in panels: [Panel]) throws(FigureRequestError) {
    let annotations = panels.lazy.flatMap { $0.annotations + ($0.twin?.annotations ?? []) }
    let marked = annotations.compactMap { annotation in
      if case .point(let point) = annotation { point.x } else { nil }
    }
    let places = Set(marked)
    for x in explanations.points + explanations.tangents where !places.contains(x) {
      throw .undefined(x)
    }
  }

  /// What is said to readers who do not see the figure: the mathematics of the curves. In float32 a
  /// figure shows what a framework computes at the samples, and so that is said.
  func description(of curves: [SampledDerivative]) -> String {
    guard precision == .float64 else {
      return (curves.map { $0.summary(in: precision, words) } + twinSentences + pointSentences)
        .joined(separator: " ")
    }
    let related = relation?.sentences(in: placedDomain, words) ?? []
    let curves = inFront(curves).map { ($0.formula, $0.order) }
    let all =
      [Description.text(of: curves, over: placedDomain, words)] + related + twinSentences
      + pointSentences
    return all.joined(separator: " ")
  }
}
