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
    let panels = try contents.map { contents in
      let (panel, sampled) = try panel(contents, box: box)
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
    guard case .adaptive = sampling, y.limits == nil, figure.shared.contains(.y) else {
      return figure
    }
    var figure = figure
    for (index, shown) in try figure.shownOrdinates().enumerated() {
      guard let reach = figure.panels[index].yExtent,
        !(shown ~= reach.lowerBound && shown ~= reach.upperBound),
        let limits = try? AxisLimits(shown.lowerBound, shown.upperBound)
      else { continue }
      var y = y
      y.limits = limits
      let (curves, _) = try sampled(contents[index], box: box, y: y)
      for (place, curve) in curves.enumerated() {
        figure.panels[index].curves[place].x = curve.x
        figure.panels[index].curves[place].y = curve.values
      }
    }
    return figure
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
    try checkAdditions()
  }

  /// Makes sure that each place of a point or tangent has one on some curve.
  private func checkMarks(in panels: [Panel]) throws(FigureRequestError) {
    let marked = panels.lazy.flatMap(\.annotations).compactMap { annotation in
      if case .point(let point) = annotation { point.x } else { nil }
    }
    let places = Set(marked)
    for x in explanations.points + explanations.tangents where !places.contains(x) {
      throw .undefined(x)
    }
  }

  private func panel(
    _ contents: Arrangement.Contents, box: (width: Double, height: Double)
  ) throws -> (Panel, [SampledDerivative]) {
    let (all, yExtent) = try sampled(contents, box: box, y: y)
    // The terms of sums come first, and so stand behind them.
    let termCount = terms(of: contents).count
    let curves = Array(all.dropFirst(termCount))
    // In panels of one function each the colours tell derivatives apart, elsewhere curves.
    let areThin = curves.indices.map { index in
      thinFormulas.contains(contents.formulas[index / contents.orders.count])
    }
    let styles =
      contents.formulas.count == 1 && arrangement == .sheet
      ? curves.indices.map { contents.orders[$0] }
      : Self.styles(areThin, continuing: curves.map { $0.formula.name == "" })
    let words = words(for: contents)
    var x = x, y = y
    x.label = x.label ?? "x"
    y.label = y.label ?? look.numbers.written(words.yLabel)
    let drawn = curves.indices.map { index in
      let curve = curves[index]
      let isNamed = arrangement == .single && labels.indices.contains(index)
      let label = isNamed ? labels[index] : look.numbers.written(label(of: curve))
      return Curve(
        x: curve.x, y: curve.values, label: label, style: styles[index],
        emphasis: areThin[index] ? .trace : .full)
    }
    var panel = Panel(
      areas: try filledAreas(of: drawn),
      curves: termCurves(all.prefix(termCount), styledFrom: curves.count) + drawn,
      dots: zip(curves, styles).flatMap { $0.dots(style: $1) },
      annotations: try explanations.annotations(
        of: curves, styles: styles, in: sampling.domain,
        shown: (seen(of: sampling.domain), y.limits), self.words, look.numbers),
      title: look.numbers.written(words.title),
      x: x,
      y: y,
      yExtent: heldExtent(yExtent))
    panel.hasEqualUnits = hasEqualUnits
    if contents.orders.contains(dataOrder) {
      addPoints(to: &panel, style: (styles.max() ?? 0) + termCount + 1)
    }
    return (panel, curves)
  }

  /// The styles of curves: in their order, but those that stand back have the last, and what has no name
  /// that of the one before.
  private static func styles(_ areThin: [Bool], continuing: [Bool]) -> [Int] {
    let order = areThin.indices.filter { !areThin[$0] } + areThin.indices.filter { areThin[$0] }
    var styles = [Int](repeating: 0, count: areThin.count)
    var style = -1
    for index in order {
      if style < 0 || !continuing[index] { style += 1 }
      styles[index] = style
    }
    return styles
  }

  /// The curves of a panel, function by function, and the values that the y axis has to hold if that
  /// does not follow from the samples.
  private func sampled(
    _ contents: Arrangement.Contents, box: (width: Double, height: Double), y: AxisOptions
  ) throws -> ([SampledDerivative], ClosedRange<Double>?) {
    let formulas = contents.formulas.map { self.formulas[$0] }
    let orders = contents.orders.map { self.orders[$0] }
    switch sampling {
    case .every(let range):
      let functions =
        terms(of: contents).map { ($0, [0]) } + formulas.map { ($0, orders) }
      let curves = try functions.flatMap { formula, orders in
        try SampledDerivative.all(
          of: formula, orders: orders, over: range, precision: precision
        ).map { jumps == .gap ? $0.broken() : $0 }
      }
      let sampling = AdaptiveSampling(
        domain: seen(of: sampling.domain), x: x, y: y, width: box.width, height: box.height)
      return sampling.parted(curves, precision: precision)
    case .adaptive(let domain):
      let seen = seen(of: domain)
      guard seen.lowerBound < seen.upperBound else { throw PlottingError.nothingToShow }
      let sampling = AdaptiveSampling(
        domain: seen, x: x, y: y, width: box.width, height: box.height)
      let functions =
        terms(of: contents).map { ($0, 0) }
        + formulas.flatMap { formula in orders.map { (formula, $0) } }
      let (curves, extent) = try sampling.curves(of: functions, jumps: jumps)
      return (curves, extent.map { $0.lower...$0.upper })
    }
  }

  /// The part of a domain that the x axis shows.
  private func seen(of domain: ClosedRange<Double>) -> ClosedRange<Double> {
    x.limits.map { domain.clamped(to: $0.lower...$0.upper) } ?? domain
  }

  /// The part of the range that has a place on the x axis.
  var placedDomain: ClosedRange<Double> {
    guard case .adaptive(let domain) = sampling else { return sampling.domain }
    return AdaptiveSampling(domain: domain, x: x, width: 1, height: 1).domain
  }

  /// What is said to readers who do not see the figure: the mathematics of the curves. In float32 a
  /// figure shows what a framework computes at the samples, and so that is said.
  func description(of curves: [SampledDerivative]) -> String {
    guard precision == .float64 else {
      return (curves.map { $0.summary(in: precision, words) } + pointSentences)
        .joined(separator: " ")
    }
    let related = relation?.sentences(in: placedDomain, words) ?? []
    let curves = inFront(curves).map { ($0.formula, $0.order) }
    return ([Description.text(of: curves, over: placedDomain, words)] + related + pointSentences)
      .joined(separator: " ")
  }

  // MARK: Words

  /// The title of a panel, and the label of its y axis where none is given.
  private func words(for contents: Arrangement.Contents) -> (title: String, yLabel: String) {
    let formulas = contents.formulas.map { self.formulas[$0] }
    let orders = contents.orders.map { self.orders[$0] }
    let order = orders.count == 1 ? orders[0] : 0
    let curve = SampledDerivative(formula: formulas[0], order: order, x: [], values: [])
    let name = order == 0 ? curve.typesetLabel : curve.typesetSubject
    switch arrangement {
    // Beside a common y axis only the first panel would have the name of its function.
    case .row where self.orders.count == 1 && self.formulas.count > 1: return (name, "")
    case .single, .row, .column: return ("", yLabel(of: formulas, orders))
    case .grid, .sheet: return (name, "")
    }
  }

  /// The axis can say what there is in one word only if all curves are of one order.
  private func yLabel(of formulas: [Formula], _ orders: [Int]) -> String {
    guard orders.count == 1 else { return "" }
    let curve = SampledDerivative(formula: formulas[0], order: orders[0], x: [], values: [])
    // Nor has a long formula room beside the axis; the description has it whole.
    guard formulas.count == 1, curve.subject.count <= Self.longestAxisLabel else {
      return curve.derivative(of: "f", "(x)")
    }
    guard orders == [1], formulas[0].differentiationParameter == nil else {
      return curve.typesetSubject
    }
    return self.words.gradient(of: curve.typesetLabel)
  }

  private static let longestAxisLabel = 36

  private func label(of curve: SampledDerivative) -> String {
    if arrangement == .sheet { return curve.derivative(of: "f", "(x)") }
    let isOnly = orders.count == 1 && !explanations.showsTerms
    return isOnly || arrangement != .single ? curve.typesetLabel : curve.typesetSubject
  }
}
