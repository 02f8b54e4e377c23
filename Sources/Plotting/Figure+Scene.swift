extension Figure {
  /// Places every mark on a page: the one way from a figure to drawing commands.
  ///
  /// The page is cut to what is drawn and the theme's margin, so it grows with long labels.
  ///
  /// - Throws: `PlottingError` where there is nothing to show, and what `measurer` throws.
  public func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    let xLimits =
      try xLimits.map { try xScale.coordinates($0) }
      ?? AxisLimits(
        showing: curves.lazy.flatMap(\.x).map { xScale.coordinate($0) }, margin: margin)
    let yLimits =
      try yLimits.map { try yScale.coordinates($0) }
      ?? AxisLimits(showing: visibleOrdinates(xLimits), margin: margin)
    var layout = try FigureLayout(figure: self, x: xLimits, y: yLimits, measurer: measurer)
    try layout.addXAxis()
    try layout.addYAxis()
    for curve in curves.indices { layout.addCurve(curve) }
    layout.addSpines()
    for dot in dots.indices { layout.addDot(dot) }
    try layout.addTitle()
    try layout.addLegend()
    return layout.scene()
  }

  private var margin: Double { theme.dataMargin }

  /// What the y axis has to hold when the x axis is cut: the coordinates that are in sight.
  private func visibleOrdinates(_ limits: AxisLimits) -> some Sequence<Double> {
    curves.lazy.flatMap { zip($0.x, $0.y) }
      .filter { limits.contains(xScale.coordinate($0.0)) }.map { yScale.coordinate($0.1) }
  }
}

/// The page while it is filled. Coordinates have their origin in the top left corner of the axes
/// box until `scene()` moves them onto the page, whose extent is known only then.
struct FigureLayout<Measurer: TextMeasurer> {
  let figure: Figure
  let theme: Theme
  /// Both in coordinates of their axes.
  let xLimits: AxisLimits
  let yLimits: AxisLimits
  let measurer: Measurer
  let axes: Rectangle
  let labelLine: TextExtent

  var elements: [Scene.Element] = []
  /// The points that each curve is drawn through, on the page; NaN breaks it.
  private(set) var curvePoints: [[Point]] = []
  private var content: Rectangle

  init(figure: Figure, x: AxisLimits, y: AxisLimits, measurer: Measurer) throws {
    self.figure = figure
    self.measurer = measurer
    theme = figure.theme
    xLimits = x
    yLimits = y
    axes = Rectangle(
      left: 0, top: 0,
      width: figure.size.width * theme.axesWidthShare,
      height: figure.size.height * theme.axesHeightShare)
    content = axes
    labelLine = try measurer.typeset("", fontSize: theme.labelSize).extent
    curvePoints = figure.curves.indices.map { drawnPoints(of: $0) }
  }

  // MARK: Axes

  mutating func addXAxis() throws {
    // An interval for every three ems of the axis, and nine at most, leaves room for the labels.
    let ticks = try xTicks(maximumIntervals: intervals(along: axes.width, emsEach: 3))
    addMinorXTicks()
    let baseline =
      axes.bottom + theme.tickLength + theme.tickLabelDistance + labelLine.ascent
    var bottom = axes.bottom + theme.tickLength + theme.tickLabelDistance
    for (index, tick) in ticks.enumerated() {
      let x = pageX(tick.value)
      add(.gridLine(.x, index: index), [Point(x: x, y: axes.top), Point(x: x, y: axes.bottom)])
      add(
        .tick(.x, index: index),
        [Point(x: x, y: axes.bottom), Point(x: x, y: axes.bottom + theme.tickLength)])
      let line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      addText(
        tick.label, as: .tickLabel(.x, index: index), line,
        from: Point(x: x - line.extent.advance / 2, y: baseline))
      bottom = max(bottom, baseline + line.extent.descent)
    }
    guard !figure.xLabel.isEmpty else { return }
    let line = try measurer.typeset(figure.xLabel, fontSize: theme.labelSize)
    let y = bottom + theme.axisLabelDistance + line.extent.ascent
    addText(
      figure.xLabel, as: .axisLabel(.x), line,
      from: Point(x: axes.midX - line.extent.advance / 2, y: y))
  }

  /// The ticks of the x axis, fewer where long labels would run into each other.
  private func xTicks(maximumIntervals: Int) throws -> [Tick] {
    let ticks = figure.xScale.ticks(between: xLimits, maximumIntervals: maximumIntervals)
    let widest = try ticks.map {
      try measurer.typeset($0.label, fontSize: theme.labelSize).extent.advance
    }.max()
    guard maximumIntervals > 1, ticks.count > 2, let widest,
      pageX(ticks[1].value) - pageX(ticks[0].value) < widest + theme.labelSize / 5
    else { return ticks }
    return try xTicks(maximumIntervals: maximumIntervals - 1)
  }

  mutating func addYAxis() throws {
    let ticks = figure.yScale.ticks(
      between: yLimits, maximumIntervals: intervals(along: axes.height, emsEach: 2))
    addMinorYTicks()
    let right = axes.left - theme.tickLength - theme.tickLabelDistance
    var left = right
    for (index, tick) in ticks.enumerated() {
      let y = pageY(tick.value)
      add(.gridLine(.y, index: index), [Point(x: axes.left, y: y), Point(x: axes.right, y: y)])
      add(
        .tick(.y, index: index),
        [Point(x: axes.left, y: y), Point(x: axes.left - theme.tickLength, y: y)])
      let line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      addText(
        tick.label, as: .tickLabel(.y, index: index), line,
        from: Point(x: right - line.extent.advance, y: y + labelLine.ascent / 2))
      left = min(left, right - line.extent.advance)
    }
    guard !figure.yLabel.isEmpty else { return }
    let line = try measurer.typeset(figure.yLabel, fontSize: theme.labelSize)
    let x = left - theme.axisLabelDistance - line.extent.descent
    addText(
      figure.yLabel, as: .axisLabel(.y), line,
      from: Point(x: x, y: axes.midY + line.extent.advance / 2), angle: 90)
  }

  private mutating func addMinorXTicks() {
    let ticks = figure.xScale.minorTicks(
      between: xLimits, maximumIntervals: intervals(along: axes.width, emsEach: 3))
    for (index, value) in ticks.enumerated() {
      let x = pageX(value), end = axes.bottom + theme.minorTickLength
      add(.minorTick(.x, index: index), [Point(x: x, y: axes.bottom), Point(x: x, y: end)])
    }
  }

  private mutating func addMinorYTicks() {
    let ticks = figure.yScale.minorTicks(
      between: yLimits, maximumIntervals: intervals(along: axes.height, emsEach: 2))
    for (index, value) in ticks.enumerated() {
      let y = pageY(value), end = axes.left - theme.minorTickLength
      add(.minorTick(.y, index: index), [Point(x: axes.left, y: y), Point(x: end, y: y)])
    }
  }

  mutating func addSpines() {
    for side in Side.allCases where theme.spines.contains(side) {
      let x: (Double, Double), y: (Double, Double)
      switch side {
      case .left: (x, y) = ((axes.left, axes.left), (axes.bottom, axes.top))
      case .right: (x, y) = ((axes.right, axes.right), (axes.bottom, axes.top))
      case .bottom: (x, y) = ((axes.left, axes.right), (axes.bottom, axes.bottom))
      case .top: (x, y) = ((axes.left, axes.right), (axes.top, axes.top))
      }
      add(.spine(side), [Point(x: x.0, y: y.0), Point(x: x.1, y: y.1)])
    }
  }

  private func intervals(along length: Double, emsEach ems: Double) -> Int {
    min(max(Int(length / (ems * theme.labelSize)), 1), 9)
  }

  // MARK: Curves and text

  mutating func addCurve(_ index: Int) {
    let style = theme.curve(index)
    let runs = clip(curvePoints[index], to: axes.outset(by: 10 * style.width))
    guard !runs.isEmpty else { return }
    elements.append(
      Scene.Element(mark: .curve(index: index), shape: .stroke(runs, style, clip: axes)))
  }

  /// A circle, which is a box with corners as round as can be.
  mutating func addDot(_ index: Int) {
    let dot = figure.dots[index], color = theme.curve(dot.curve).color
    guard xLimits.contains(figure.xScale.coordinate(dot.x)),
      yLimits.contains(figure.yScale.coordinate(dot.y))
    else { return }
    let center = Rectangle(left: pageX(dot.x), top: pageY(dot.y), width: 0, height: 0)
    let style = BoxStyle(
      fill: dot.isFull ? color : theme.background, edge: color, edgeWidth: theme.dotEdgeWidth,
      cornerRadius: theme.dotRadius, opacity: 1)
    let box = center.outset(by: theme.dotRadius)
    elements.append(Scene.Element(mark: .dot(index: index), shape: .box(box, style)))
  }

  /// The samples of a curve on the page; of very many only those that make a difference.
  private func drawnPoints(of index: Int) -> [Point] {
    let curve = figure.curves[index]
    let points = zip(curve.x, curve.y).lazy.map { Point(x: pageX($0), y: pageY($1)) }
    let isDense = Double(curve.x.count) > PolylineThinning.densest * axes.width
    return isDense ? PolylineThinning.thinned(points) : Array(points)
  }

  mutating func addTitle() throws {
    guard !figure.title.isEmpty else { return }
    let line = try measurer.typeset(figure.title, fontSize: theme.titleSize)
    // Fractions and cases reach below the baseline further than letters do.
    let distance = max(theme.titleDistance, line.extent.descent + theme.titleDistance / 2)
    addText(
      figure.title, as: .title, line,
      from: Point(x: axes.midX - line.extent.advance / 2, y: axes.top - distance),
      fontSize: theme.titleSize)
  }

  private mutating func add(_ mark: Scene.Mark, _ line: [Point]) {
    let style =
      switch mark {
      case .gridLine: theme.grid
      case .tick: theme.tick
      case .minorTick: theme.minorTick
      default: theme.spine
      }
    guard let style else { return }
    for point in line { content.enclose(point) }
    elements.append(Scene.Element(mark: mark, shape: .stroke([line], style, clip: nil)))
  }

  mutating func addText(
    _ string: String, as mark: Scene.Mark, _ line: TypesetLine, from origin: Point,
    angle: Double = 0, fontSize: Double? = nil
  ) {
    let extent = line.extent
    content =
      angle == 0
      ? content.union(
        Rectangle(
          left: origin.x, top: origin.y - extent.ascent,
          width: extent.advance, height: extent.ascent + extent.descent))
      : content.union(
        Rectangle(
          left: origin.x - extent.ascent, top: origin.y - extent.advance,
          width: extent.ascent + extent.descent, height: extent.advance))
    let text = Scene.Text(
      string: string, origin: origin, fontSize: fontSize ?? theme.labelSize, angle: angle,
      color: theme.textColor, pieces: line.pieces)
    elements.append(Scene.Element(mark: mark, shape: .text(text)))
  }

  // MARK: From data to the page

  private func pageX(_ value: Double) -> Double {
    axes.left + position(figure.xScale.coordinate(value), in: xLimits) * axes.width
  }

  private func pageY(_ value: Double) -> Double {
    axes.bottom - position(figure.yScale.coordinate(value), in: yLimits) * axes.height
  }

  /// Where a coordinate stands between limits, 0 at the lower and 1 at the upper; finite for every
  /// finite value, so that data far out of sight is not taken for a break in the curve. It is cut
  /// only where clipping would overflow: any closer would bend the lines that come from there.
  private func position(_ value: Double, in limits: AxisLimits) -> Double {
    guard value.isFinite else { return .nan }
    return min(max((value - limits.lower) / limits.span, -1e100), 1e100)
  }

  func scene() -> Scene {
    let page = content.outset(by: theme.pageMargin)
    return Scene(
      width: page.width, height: page.height, background: theme.background,
      elements: elements.map { $0.moved(x: -page.left, y: -page.top) },
      title: figure.accessibleTitle, summary: figure.accessibleSummary)
  }
}

extension Rectangle {
  fileprivate mutating func enclose(_ point: Point) {
    self = union(Rectangle(left: point.x, top: point.y, width: 0, height: 0))
  }
}
