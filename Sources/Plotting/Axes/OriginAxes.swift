internal import Typesetting

extension PanelLayout {
  /// Axes as arrows through the origin, with ticks on them; along the edge nearest to the origin
  /// where that is out of sight.
  mutating func addOriginAxes() throws {
    let crossing = crossing
    addArrow(
      .spine(.bottom), from: Point(x: axes.left, y: crossing.y),
      to: Point(x: axes.right + overshoot, y: crossing.y))
    addArrow(
      .spine(.left), from: Point(x: crossing.x, y: axes.bottom),
      to: Point(x: crossing.x, y: axes.top - overshoot))
    let x = try xTicks().row, y = yTicks()
    addTickLines(x.ticks, y.ticks, crossing)
    axisNumbers = try numbers(x.ticks, y.ticks, crossing)
    try addAxisNames(crossing)
    try addCommon(x.common, y.common, crossing)
  }

  /// Where the axes meet: in the origin, or where its nearest point is.
  var crossing: Point {
    Point(
      x: Self.place(pageX(0), axes.left, axes.right, or: axes.left),
      y: Self.place(pageY(0), axes.top, axes.bottom, or: axes.bottom))
  }

  /// How far an axis goes beyond what it shows: room for the arrow head.
  private var overshoot: Double { theme.arrowLength + theme.tickLength }

  private static func place(
    _ value: Double, _ low: Double, _ high: Double, or edge: Double
  ) -> Double {
    value.isNaN ? edge : min(max(value, low), high)
  }

  private mutating func addArrow(_ mark: Scene.Mark, from start: Point, to tip: Point) {
    let length = ((tip.x - start.x) * (tip.x - start.x) + (tip.y - start.y) * (tip.y - start.y))
      .squareRoot()
    let along = Point(x: (tip.x - start.x) / length, y: (tip.y - start.y) / length)
    let neck = Point(
      x: tip.x - along.x * theme.arrowLength, y: tip.y - along.y * theme.arrowLength)
    let side = Point(x: -along.y * theme.arrowWidth / 2, y: along.x * theme.arrowWidth / 2)
    lines.append([start, tip])
    // The line ends inside the head, whose tip it would blunt.
    add(mark, [start, neck], theme.axis)
    add(
      mark,
      .area(
        [
          tip, Point(x: neck.x + side.x, y: neck.y + side.y),
          Point(x: neck.x - side.x, y: neck.y - side.y),
        ], theme.axis.color, opacity: 1))
    enclose(tip)
  }

  private mutating func addTickLines(_ x: [Tick], _ y: [Tick], _ crossing: Point) {
    for (index, tick) in x.enumerated() {
      let start = Point(x: pageX(tick.value), y: crossing.y)
      // Where the other axis goes on there is a line already.
      guard !start.isNear(crossing) || crossing.y == axes.bottom else { continue }
      add(
        .tick(.x, index: index), [start, Point(x: start.x, y: start.y + theme.tickLength)],
        theme.axis)
    }
    for (index, tick) in y.enumerated() {
      let start = Point(x: crossing.x, y: pageY(tick.value))
      guard !start.isNear(crossing) || crossing.x == axes.left else { continue }
      add(
        .tick(.y, index: index), [start, Point(x: start.x - theme.tickLength, y: start.y)],
        theme.axis)
    }
  }

  /// The names of the axes, beside their arrow heads.
  private mutating func addAxisNames(_ crossing: Point) throws {
    if let line = try typesetLabel(of: .x) {
      let start = axes.right + overshoot + theme.axisLabelDistance
      addText(
        line, as: .axisLabel(.x),
        from: Point(x: start, y: crossing.y + labelLine.ascent / 2))
    }
    if let line = try typesetLabel(of: .y) {
      let bottom = axes.top - overshoot - theme.axisLabelDistance
      addText(
        line, as: .axisLabel(.y),
        from: Point(
          x: crossing.x - line.extent.advance / 2, y: bottom - line.extent.descent))
    }
  }

  /// What the numbers of an axis have in common, at its arrow head.
  private mutating func addCommon(_ x: String, _ y: String, _ crossing: Point) throws {
    if !x.isEmpty {
      let line = try measurer.typeset(x, fontSize: theme.labelSize)
      let top = crossing.y + labelLine.ascent / 2 + labelLine.descent
      addText(
        line, as: .tickFactor(.x),
        from: Point(
          x: axes.right + overshoot + theme.axisLabelDistance,
          y: top + theme.tickLabelDistance + line.extent.ascent))
    }
    if !y.isEmpty {
      let line = try measurer.typeset(y, fontSize: theme.labelSize)
      addText(
        line, as: .tickFactor(.y),
        from: Point(
          x: crossing.x + theme.arrowWidth + theme.tickLabelDistance,
          y: axes.top - line.extent.descent))
    }
  }
}
