internal import Typesetting

/// A panel while it is filled. Coordinates have their origin in the top left corner of the axes box
/// until the panel is put onto the page, whose extent is known only then.
struct PanelLayout<Measurer: TextMeasurer> {
  let panel: Panel
  let theme: Theme
  let limits: PanelLimits
  /// The axes that have labels at their ticks.
  let labelledAxes: Set<Axis>
  let measurer: Measurer
  let axes: Rectangle
  /// The extent of a tick label without letters.
  let labelLine: TextExtent

  private(set) var elements: [Scene.Element] = []
  /// The room that all but the curves takes, which stay within the axes.
  private(set) var content: Rectangle
  /// The curves on the page, as they are drawn: they reach a little beyond the axes.
  private(set) var runs: [[[Point]]] = []
  /// Where words and dots are that others should keep clear of.
  var occupied: [Rectangle] = []
  /// Lines other than curves that words should not cover.
  var lines: [[Point]] = []
  /// The numbers at axes through the origin, which stand in front of the curves.
  var axisNumbers: [AxisNumber] = []

  private let index: Int

  init(
    _ panel: Panel, index: Int, theme: Theme, limits: PanelLimits, labelledAxes: Set<Axis>,
    width: Double, height: Double, measurer: Measurer
  ) throws {
    self.panel = panel
    self.index = index
    self.theme = theme
    self.limits = limits
    self.labelledAxes = labelledAxes
    self.measurer = measurer
    axes = Rectangle(left: 0, top: 0, width: width, height: height)
    content = axes
    labelLine = try measurer.typeset("", fontSize: theme.labelSize).extent
  }

  /// Everything but legend and title, from back to front; the curves may be left out where only the
  /// room around the axes counts.
  mutating func fill(_ axesStyle: AxesStyle, withCurves: Bool) throws {
    if withCurves {
      runs = tracedCurves()
      lines = panel.annotations.map { $0.mark.line(in: self) }.filter { !$0.isEmpty }
    }
    addShades()
    if withCurves { addAreas() }
    switch axesStyle {
    case .box: try addBoxAxes()
    case .origin: try addOriginAxes()
    }
    addLines()
    addCurves()
    switch axesStyle {
    case .box: addSpines()
    case .origin: addAxisNumbers()
    }
    addDots()
    try addAnnotationLabels()
  }

  /// The title above everything that is there so far.
  mutating func addTitle() throws {
    guard !panel.title.isEmpty else { return }
    let line = try measurer.typeset(
      panel.title, fontSize: theme.labelSize, within: max(axes.width, content.width))
    let bottom = content.top < axes.top - labelLine.ascent ? content.top : axes.top
    let distance = theme.titleDistance(above: line.extent, plain: labelLine)
    addText(
      line, as: .panelTitle,
      from: Point(x: axes.midX - line.extent.advance / 2, y: bottom - distance))
  }

  // MARK: Marks

  mutating func add(_ mark: Scene.Mark, _ line: [Point], _ style: StrokeStyle) {
    for point in line { enclose(point) }
    add(mark, .stroke([line], style, clip: nil))
  }

  mutating func add(_ mark: Scene.Mark, _ shape: Scene.Shape) {
    elements.append(Scene.Element(panel: index, mark: mark, shape: shape))
  }

  mutating func addText(
    _ line: TypesetLine, as mark: Scene.Mark, from origin: Point, angle: Double = 0,
    color: Color? = nil
  ) {
    let extent = line.extent
    content =
      angle == 0
      ? content.union(extent.box(at: origin))
      : content.union(
        Rectangle(
          left: origin.x - extent.ascent, top: origin.y - extent.advance,
          width: extent.height, height: extent.advance))
    let text = Scene.Text(line, at: origin, angle: angle, color: color ?? theme.textColor)
    add(mark, .text(text))
  }

  /// Where the baseline of an upright label of a y axis is; `nil` if there is none.
  func labelBaseline(of axis: Axis) -> Double? {
    for element in elements where element.mark == .axisLabel(axis) {
      if case .text(let text) = element.shape, text.angle != 0 { return text.origin.x }
    }
    return nil
  }

  /// Moves the label of a y axis outwards, where that of another panel is.
  mutating func moveLabel(of axis: Axis, to baseline: Double) {
    guard let old = labelBaseline(of: axis),
      let index = elements.firstIndex(where: { $0.mark == .axisLabel(axis) })
    else { return }
    elements[index] = elements[index].moved(x: baseline - old, y: 0)
    let edge = axis == .twin ? content.right : content.left
    enclose(Point(x: edge + baseline - old, y: axes.midY))
  }

  mutating func enclose(_ point: Point) {
    content = content.union(Rectangle(left: point.x, top: point.y, width: 0, height: 0))
  }

  mutating func enclose(_ box: Rectangle) { content = content.union(box) }

  // MARK: From data to the page

  /// Where a point of the data is, if it is within the axes.
  func visiblePoint(_ x: Double, _ y: Double) -> Point? {
    guard limits.x.contains(panel.x.scale.coordinate(x)),
      limits.y.contains(panel.y.scale.coordinate(y))
    else { return nil }
    return Point(x: pageX(x), y: pageY(y))
  }

  func pageX(_ value: Double) -> Double {
    axes.left + position(panel.x.scale.coordinate(value), in: limits.x) * axes.width
  }

  func pageY(_ value: Double, on axis: Axis = .y) -> Double {
    axes.bottom - position(panel[axis].scale.coordinate(value), in: limits[axis]) * axes.height
  }

  /// Where a coordinate stands between limits, 0 at the lower and 1 at the upper; finite for every
  /// finite value, so that data far out of sight is not taken for a break in the curve. It is cut
  /// only where clipping would overflow: any closer would bend the lines that come from there.
  private func position(_ value: Double, in limits: AxisLimits) -> Double {
    guard value.isFinite else { return .nan }
    return min(max((value - limits.lower) / limits.span, -1e100), 1e100)
  }
}

extension Theme {
  /// From the axes up to the baseline of a title: fractions and cases reach below it further than
  /// letters do, and being large need a little more air.
  func titleDistance(above line: TextExtent, plain: TextExtent) -> Double {
    titleDistance + 1.25 * max(0, line.descent - plain.descent)
  }
}

extension TextExtent {
  /// The room that text takes which begins at a point.
  func box(at origin: Point) -> Rectangle {
    Rectangle(
      left: origin.x, top: origin.y - ascent, width: advance, height: ascent + descent)
  }
}
