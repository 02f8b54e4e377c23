extension PanelLayout {
  /// Axes as arrows through the origin, with ticks on them; along the edge nearest to the origin
  /// where that is out of sight.
  mutating func addOriginAxes() throws {
    let crossing = Point(
      x: Self.place(pageX(0), axes.left, axes.right, or: axes.left),
      y: Self.place(pageY(0), axes.top, axes.bottom, or: axes.bottom))
    addArrow(
      .spine(.bottom), from: Point(x: axes.left, y: crossing.y),
      to: Point(x: axes.right + overshoot, y: crossing.y))
    addArrow(
      .spine(.left), from: Point(x: crossing.x, y: axes.bottom),
      to: Point(x: crossing.x, y: axes.top - overshoot))
    let isOriginLabelled = try addXTicks(crossing)
    try addYTicks(crossing, withOrigin: !isOriginLabelled)
    try addAxisNames(crossing)
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

  /// - Returns: Whether the origin, where both axes meet, has its label.
  private mutating func addXTicks(_ crossing: Point) throws -> Bool {
    var isOriginLabelled = false
    let gap = theme.tickLength + theme.tickLabelDistance
    var labels: [AxisLabel] = []
    for (index, tick) in try xTicks().ticks.enumerated() {
      let x = pageX(tick.value), line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      var start = x - line.extent.advance / 2
      if (x - crossing.x).magnitude < 1e-6, crossing.y < axes.bottom, crossing.x > axes.left {
        // Under the axis that goes up from here it could not be read.
        start = x - theme.tickLength - line.extent.advance
        isOriginLabelled = true
      } else {
        let end = Point(x: x, y: crossing.y + theme.tickLength)
        add(.tick(.x, index: index), [Point(x: x, y: crossing.y), end], theme.axis)
      }
      labels.append(
        AxisLabel(
          string: tick.label, mark: .tickLabel(.x, index: index), line: line,
          isBeyond: x > crossing.x,
          places: [
            Point(x: start, y: crossing.y + gap + labelLine.ascent),
            Point(x: start, y: crossing.y - gap),
          ],
          aside: Point(x: line.extent.advance / 2 + theme.tickLength, y: 0)))
    }
    let isLegible = roomy(
      labels.map { label in
        let advance = label.line.extent.advance
        return (middle: label.places[0].x + advance / 2, length: advance)
      })
    labels = zip(labels, isLegible).filter(\.1).map(\.0)
    // Below an axis that runs along the bottom there is no curve, and above one no room.
    add(labels, canSwitch: crossing.y < axes.bottom)
    return isOriginLabelled
  }

  private mutating func addYTicks(_ crossing: Point, withOrigin: Bool) throws {
    let gap = theme.tickLength + theme.tickLabelDistance
    var labels: [AxisLabel] = []
    for (index, tick) in yTicks().enumerated() {
      let y = pageY(tick.value)
      let isOrigin = (y - crossing.y).magnitude < 1e-6
      if isOrigin, !withOrigin { continue }
      let end = Point(x: crossing.x - theme.tickLength, y: y)
      add(.tick(.y, index: index), [Point(x: crossing.x, y: y), end], theme.axis)
      let line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      let baseline = y + labelLine.ascent / 2
      labels.append(
        AxisLabel(
          string: tick.label, mark: .tickLabel(.y, index: index), line: line,
          isBeyond: y < crossing.y,
          places: [
            Point(x: crossing.x - gap - line.extent.advance, y: baseline),
            Point(x: crossing.x + gap, y: baseline),
          ],
          aside: Point(x: 0, y: labelLine.ascent / 2 + theme.tickLength)))
    }
    let isLegible = roomy(labels.map { (middle: $0.places[0].y, length: labelLine.ascent) })
    labels = zip(labels, isLegible).filter(\.1).map(\.0)
    add(labels, canSwitch: crossing.x > axes.left)
  }

  /// The number at a tick, which can stand at either side of its axis.
  private struct AxisLabel {
    let string: String
    let mark: Scene.Mark
    let line: TypesetLine
    /// Whether it is on the upper half of its axis.
    let isBeyond: Bool
    /// At the usual side, and at the other.
    let places: [Point]
    /// From there to where its end is beside the tick.
    let aside: Point

    /// The places at which a curve through the tick need not cross it.
    var placesAside: [Point] {
      places.flatMap { place in
        [-1, 1].map { Point(x: place.x + $0 * aside.x, y: place.y + $0 * aside.y) }
      }
    }
  }

  /// Puts the numbers of each half of an axis to the side where they cover less of the curves, and
  /// one that is still in the way of a curve alone to the other, or else to a side of its tick. One
  /// that would run into those of the other axis, as on a very small page, is left out.
  private mutating func add(_ labels: [AxisLabel], canSwitch: Bool) {
    for half in [false, true] {
      let labels = labels.filter { $0.isBeyond == half }
      let covered = labels.map { label in
        label.places.map { coveredLength(label.line.extent.box(at: $0), withLines: true) }
      }
      let costs = [0, 1].map { side in covered.reduce(0) { $0 + $1[side] } }
      let common = canSwitch && costs[1] < costs[0] ? 1 : 0
      for (label, covered) in zip(labels, covered) {
        let isFreeOpposite = canSwitch && covered[common] > 0 && covered[1 - common] == 0
        let preferred = isFreeOpposite ? 1 - common : common
        let sides = canSwitch ? [preferred, 1 - preferred] : [preferred]
        var places = sides.map { label.places[$0] }
        if canSwitch, covered[preferred] > 0,
          let aside = label.placesAside.first(where: { isFree(label.line.extent.box(at: $0)) })
        {
          places.insert(aside, at: 0)
        }
        let place = places.first { place in
          let box = label.line.extent.box(at: place)
          return !occupied.contains { $0.overlaps(box) }
        }
        guard let place else { continue }
        occupied.append(label.line.extent.box(at: place))
        addText(label.string, as: label.mark, label.line, from: place)
      }
    }
  }

  private func isFree(_ box: Rectangle) -> Bool {
    coveredLength(box, withLines: true) == 0 && !occupied.contains { $0.overlaps(box) }
  }

  /// The names of the axes, beside their arrow heads.
  private mutating func addAxisNames(_ crossing: Point) throws {
    if !panel.xLabel.isEmpty {
      let line = try measurer.typeset(panel.xLabel, fontSize: theme.labelSize)
      let start = axes.right + overshoot + theme.axisLabelDistance
      addText(
        panel.xLabel, as: .axisLabel(.x), line,
        from: Point(x: start, y: crossing.y + labelLine.ascent / 2))
    }
    if !panel.yLabel.isEmpty {
      let line = try measurer.typeset(panel.yLabel, fontSize: theme.labelSize)
      let bottom = axes.top - overshoot - theme.axisLabelDistance
      addText(
        panel.yLabel, as: .axisLabel(.y), line,
        from: Point(
          x: crossing.x - line.extent.advance / 2, y: bottom - line.extent.descent))
    }
  }
}
