internal import Activations
internal import Plotting
internal import Wording

// What a figure has beside the curves that it is of: the terms of sums, and a difference.
extension FigureRequest {
  /// Makes sure that there is what is to be added.
  func checkAdditions() throws(FigureRequestError) {
    if explanations.showsSlopes {
      guard orders.contains(0) else { throw .slopesOfDerivatives }
      for formula in formulas where formula.linearPieces == nil {
        throw .notOfStraightPieces(formula.label)
      }
    }
    if explanations.showsDifference {
      let count = formulas.count * orders.count
      guard formulas.count == 2, count == 2 else { throw .differenceOf(count) }
      guard arrangement == .single else { throw .differenceInPanels }
    }
    guard explanations.showsTerms else { return }
    for formula in formulas {
      for order in orders where formula.summands(order: order).isEmpty {
        let curve = SampledDerivative(formula: formula, order: order, x: [], values: [])
        throw .noSum(curve.subject)
      }
    }
  }

  // MARK: Terms

  /// The terms of the curves of a panel, each once.
  func terms(of contents: Arrangement.Contents) -> [Formula] {
    guard explanations.showsTerms else { return [] }
    var terms: [Formula] = []
    for formula in contents.formulas.map({ formulas[$0] }) {
      for order in contents.orders.map({ orders[$0] }) {
        for term in formula.summands(order: order) where !terms.contains(term) {
          terms.append(term)
        }
      }
    }
    return terms
  }

  /// Terms as thin curves, in the styles after those of the curves that they are of.
  func termCurves(
    _ terms: some Collection<SampledDerivative>, styledFrom first: Int
  ) -> [Curve] {
    terms.enumerated().map { index, term in
      Curve(
        x: term.x, y: term.values, label: look.numbers.written("$\(term.formula.latex)$"),
        style: first + index,
        emphasis: .behind)
    }
  }

  // MARK: The difference

  /// The figure with a panel below in which the second curve is taken from the first, in units of the
  /// last place of the larger value.
  func differenceFigure(
    _ panels: [Panel], of curves: [SampledDerivative], theme: Theme
  ) throws -> Figure {
    let size = size ?? nominalSize
    let (x, ulps) = try differences(width: size.width * theme.axesWidthShare)
    let largest = ulps.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var scale = AxisScale.linear
    if largest > Self.largestLinear { scale = try AxisScale("symlog:1") }
    let below = Panel(
      curves: [Curve(x: x, y: ulps, style: 2, emphasis: .trace)],
      x: self.x.labelled(lettering.written("x")),
      y: AxisOptions(label: words.difference, scale: scale),
      // Where there is no difference the axis still shows a unit.
      yExtent: largest < 1 ? -1...1 : nil)
    let sentence = words.difference(atMost: Description.short(largest))
    var figure = Figure(
      panels + [below], columns: 1, shared: (shared ?? [.x]).subtracting([.y]),
      axesStyle: axesStyle, legend: legend ?? .best, title: title, size: size, theme: theme,
      isTransparent: look.isTransparent, accessibleTitle: accessibleTitle(of: curves),
      accessibleSummary: alternativeText ?? "\(description(of: curves)) \(sentence)")
    figure.legendOptions = legendOptions
    return figure
  }

  /// More units than this are shown on an axis that is logarithmic from 1 on.
  private static let largestLinear = 1000.0

  /// The differences at the samples, or at two places for each point of the width.
  private func differences(width: Double) throws -> (x: [Double], ulps: [Double]) {
    let order = orders[0]
    func values(_ formula: Formula) throws -> (x: [Double], values: [Double]) {
      if case .every(let range) = sampling {
        return try formula.derivative(order, over: range, precision: precision)
      }
      let domain = placedDomain, count = Int(2 * max(width, 64))
      let places = (0...count).map { step in
        let share = Double(step) / Double(count)
        return domain.lowerBound * (1 - share) + domain.upperBound * share
      }
      return (places, try formula.samples(at: places, order: order).derivatives[order])
    }
    let (x, first) = try values(formulas[0])
    let second = try values(formulas[1]).values
    return (x, zip(first, second).map { $0.signedULPs(from: $1, in: precision) })
  }
}

extension AxisOptions {
  /// The options with a label where none is chosen.
  fileprivate func labelled(_ usual: String) -> AxisOptions {
    var options = self
    options.label = label ?? usual
    return options
  }
}
