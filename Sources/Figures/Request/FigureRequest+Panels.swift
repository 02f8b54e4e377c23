internal import Activations
internal import Plotting
internal import Wording

// What stands in the panels of a figure.
extension FigureRequest {
  /// What is drawn by one y axis of a panel.
  struct Side {
    let contents: Arrangement.Contents
    let y: AxisOptions
  }

  /// What each y axis of a panel tells: all, or with a second one the first derivative of those that
  /// are asked for, and the others.
  func sides(of contents: Arrangement.Contents) -> [Side] {
    guard let twin else { return [Side(contents: contents, y: y)] }
    let formulas = contents.formulas, orders = contents.orders
    return [
      Side(contents: .init(formulas: formulas, orders: Array(orders.prefix(1))), y: y),
      Side(contents: .init(formulas: formulas, orders: Array(orders.dropFirst())), y: twin),
    ]
  }

  /// A panel and its curves, function by function.
  ///
  /// - Parameter lettering: How what actplot itself calls them is written.
  func panel(
    _ contents: Arrangement.Contents, box: (width: Double, height: Double), _ lettering: Lettering
  ) throws -> (Panel, [SampledDerivative]) {
    let all = sides(of: contents)
    var (panel, curves) = try side(all[0], of: contents, box: box, explanations, lettering)
    panel.hasEqualUnits = hasEqualUnits
    guard all.count > 1 else { return (panel, curves) }
    let (other, others) = try side(
      all[1], of: contents, box: box, explanations.ofCurves, lettering)
    panel.heldAbscissas += other.heldAbscissas
    panel.twin = TwinAxis(other)
    panel.twin?.annotations.removeAll { panel.annotations.contains($0) }
    curves += others
    // Function by function, as without a second axis.
    let order = curves.indices.sorted {
      let keys = [$0, $1].map { index in
        contents.formulas.firstIndex { formulas[$0] == curves[index].formula } ?? 0
      }
      return (keys[0], $0) < (keys[1], $1)
    }
    return (panel, order.map { curves[$0] })
  }

  /// A panel of what one y axis tells.
  private func side(
    _ side: Side, of whole: Arrangement.Contents, box: (width: Double, height: Double),
    _ explanations: Explanations, _ lettering: Lettering
  ) throws -> (Panel, [SampledDerivative]) {
    let contents = side.contents
    let (all, yExtent) = try sampled(contents, box: box, y: side.y)
    // The terms of sums come first, and so stand behind them.
    let termCount = terms(of: contents).count
    let curves = Array(all.dropFirst(termCount))
    let indices = indices(of: contents, in: whole)
    let wholeStyles = styles(of: whole)
    let styles = indices.map { wholeStyles[$0] }
    let words = words(for: contents)
    var x = x, y = side.y
    x.label = x.label ?? lettering.written("x")
    let isLone = wholeStyles.count == 1 && arrangement == .single
    y.label = y.label ?? (isLone ? labels.first : nil) ?? lettering.written(words.yLabel)
    if twin != nil, curves.count == 1 { y.style = styles[0] }
    let drawn = curves.indices.map { index in
      let curve = curves[index], place = indices[index]
      let isNamed = arrangement == .single && labels.indices.contains(place)
      return Curve(
        x: curve.x, y: curve.values,
        label: isNamed ? labels[place] : lettering.written(label(of: curve)),
        style: styles[index], emphasis: isThin(contents, index) ? .trace : .full)
    }
    let behind = wholeStyles.count + terms(of: whole).count - termCount
    let firstTerm = contents.orders.first == whole.orders.first ? wholeStyles.count : behind
    var panel = Panel(
      areas: try filledAreas(of: drawn),
      curves: termCurves(all.prefix(termCount), styledFrom: firstTerm) + drawn,
      dots: zip(curves, styles).flatMap { $0.dots(style: $1) },
      annotations: try explanations.annotations(
        of: curves, styles: styles, in: sampling.domain,
        shown: (seen(of: sampling.domain), y.limits), self.words, look.numbers),
      title: lettering.written(words.title),
      x: x,
      y: y,
      yExtent: heldExtent(yExtent))
    if contents.orders.contains(dataOrder) {
      addPoints(to: &panel, style: (wholeStyles.max() ?? 0) + terms(of: whole).count + 1)
    }
    return (panel, curves)
  }

  /// The places of the curves of some derivatives among those of all, function by function.
  private func indices(
    of contents: Arrangement.Contents, in whole: Arrangement.Contents
  ) -> [Int] {
    whole.formulas.indices.flatMap { formula in
      contents.orders.compactMap { order in
        whole.orders.firstIndex(of: order).map { formula * whole.orders.count + $0 }
      }
    }
  }

  private func isThin(_ contents: Arrangement.Contents, _ curve: Int) -> Bool {
    thinFormulas.contains(contents.formulas[curve / contents.orders.count])
  }

  /// The styles of the curves of a panel. In panels of one function each the colours tell derivatives
  /// apart, elsewhere curves.
  private func styles(of contents: Arrangement.Contents) -> [Int] {
    guard contents.formulas.count > 1 || arrangement != .sheet else { return contents.orders }
    let curves = 0..<contents.formulas.count * contents.orders.count
    return Self.styles(
      curves.map { isThin(contents, $0) },
      continuing: curves.map {
        formulas[contents.formulas[$0 / contents.orders.count]].name == ""
      })
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
  func sampled(
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

  // MARK: Words

  /// The title of a panel, and the label of its y axis where none is given.
  fileprivate func words(for contents: Arrangement.Contents) -> (title: String, yLabel: String) {
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
