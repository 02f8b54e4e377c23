internal import Typesetting

extension PanelLayout {
  /// Grid, ticks and labels of axes along the edges of a box.
  mutating func addBoxAxes() throws {
    try addXAxis()
    try addYAxis(.y)
    if panel.twin != nil { try addYAxis(.twin) }
  }

  private mutating func addXAxis() throws {
    let (row, intervals) = try xTicks()
    let ticks = row.ticks
    addMinorXTicks(intervals)
    let baseline = axes.bottom + theme.tickLength + theme.tickLabelDistance + labelLine.ascent
    var bottom = axes.bottom + theme.tickLength
    let lines = try ticks.map { try measurer.typeset($0.label, fontSize: theme.labelSize) }
    let isLegible = roomy(
      zip(ticks, lines).map { (middle: pageX($0.value), length: $1.extent.advance) })
    for (index, tick) in ticks.enumerated() {
      let x = pageX(tick.value), line = lines[index]
      addGridLine(
        .x, index, [Point(x: x, y: axes.top), Point(x: x, y: axes.bottom)])
      add(
        .tick(.x, index: index),
        [Point(x: x, y: axes.bottom), Point(x: x, y: axes.bottom + theme.tickLength)], theme.tick)
      guard labelledAxes.contains(.x), isLegible[index] else { continue }
      bottom = max(bottom, axes.bottom + theme.tickLength + theme.tickLabelDistance)
      addText(
        line, as: .tickLabel(.x, index: index),
        from: Point(x: x - line.extent.advance / 2, y: baseline))
      bottom = max(bottom, baseline + line.extent.descent)
    }
    guard labelledAxes.contains(.x) else { return }
    let named = try typesetLabel(of: .x, within: axes.width)
    let room = (axes.width - (named?.extent.advance ?? 0)) / 2 - labelGap
    bottom = try addCommon(row, below: bottom, within: room)
    guard let line = named else { return }
    let y = bottom + theme.axisLabelDistance + line.extent.ascent
    addText(
      line, as: .axisLabel(.x),
      from: Point(x: axes.midX - line.extent.advance / 2, y: y))
  }

  /// What the numbers of the x axis have in common, at its right end: beside its label where that leaves
  /// room, or else above it.
  ///
  /// - Returns: Below what the label of the axis stands.
  private mutating func addCommon(
    _ ticks: AxisTicks, below bottom: Double, within room: Double
  ) throws -> Double {
    guard !ticks.common.isEmpty else { return bottom }
    let line = try measurer.typeset(ticks.common, fontSize: theme.labelSize)
    let y = bottom + theme.axisLabelDistance + line.extent.ascent
    addText(
      line, as: .tickFactor(.x),
      from: Point(x: axes.right - line.extent.advance, y: y))
    return line.extent.advance < room ? bottom : y + line.extent.descent
  }

  /// The y axis at the left, which has the grid, or the second one at the right.
  private mutating func addYAxis(_ axis: Axis) throws {
    let row = yTicks(axis), ticks = row.ticks
    addMinorYTicks(axis)
    let isLeft = axis == .y, isLabelled = labelledAxes.contains(axis)
    let edge = isLeft ? axes.left : axes.right
    let near = outwards(axis, from: edge, by: theme.tickLength + theme.tickLabelDistance)
    var far = near
    let isLegible = roomy(
      ticks.map { (middle: pageY($0.value, on: axis), length: labelLine.ascent) })
    for (index, tick) in ticks.enumerated() {
      let y = pageY(tick.value, on: axis)
      if isLeft {
        addGridLine(axis, index, [Point(x: axes.left, y: y), Point(x: axes.right, y: y)])
      }
      let end = outwards(axis, from: edge, by: theme.tickLength)
      add(
        .tick(axis, index: index), [Point(x: edge, y: y), Point(x: end, y: y)],
        theme.tick.colored(color(of: axis)))
      guard isLabelled, isLegible[index] else { continue }
      let line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      let width = line.extent.advance
      addText(
        line, as: .tickLabel(axis, index: index),
        from: Point(x: isLeft ? near - width : near, y: y + labelLine.ascent / 2),
        color: color(of: axis))
      let reach = outwards(axis, from: near, by: width)
      far = isLeft ? min(far, reach) : max(far, reach)
    }
    guard isLabelled else { return }
    if !row.common.isEmpty {
      let line = try measurer.typeset(row.common, fontSize: theme.labelSize)
      let y = axes.top - theme.tickLabelDistance - line.extent.descent
      addText(
        line, as: .tickFactor(axis),
        from: Point(x: isLeft ? axes.left : axes.right - line.extent.advance, y: y),
        color: color(of: axis))
    }
    guard let line = try typesetLabel(of: axis, within: axes.height) else { return }
    // Both are read from below, so that the one at the right has its letters' tops towards the axis.
    let depth = isLeft ? line.extent.descent : line.extent.ascent
    addText(
      line, as: .axisLabel(axis),
      from: Point(
        x: outwards(axis, from: far, by: theme.axisLabelDistance + depth),
        y: axes.midY + line.extent.advance / 2),
      angle: 90, color: color(of: axis))
  }

  /// A place further from the axes box on the side of a y axis.
  private func outwards(_ axis: Axis, from place: Double, by distance: Double) -> Double {
    axis == .twin ? place + distance : place - distance
  }

  /// The colour that a y axis has of a curve; `nil` if it has that of all axes.
  private func color(of axis: Axis) -> Color? {
    panel[axis].style.map { theme.curve($0).color }
  }

  /// The words beside an axis, which are broken where they are longer than this; `nil` if there are
  /// none.
  func typesetLabel(of axis: Axis, within length: Double? = nil) throws -> TypesetLine? {
    guard let label = panel[axis].label, !label.isEmpty else { return nil }
    return try measurer.typeset(label, fontSize: theme.labelSize, within: length)
  }

  /// A grid line, unless a line that explains the curves stands in its place, whose dashes it would
  /// fill.
  private mutating func addGridLine(_ axis: Axis, _ index: Int, _ line: [Point]) {
    guard let grid = theme.grid, let start = line.first else { return }
    let isTaken = lines.contains { other in
      other.count > 1
        && other.allSatisfy {
          (axis == .x ? $0.x - start.x : $0.y - start.y).magnitude <= grid.width / 2
        }
    }
    guard !isTaken else { return }
    add(.gridLine(axis, index: index), line, grid)
  }

  private mutating func addMinorXTicks(_ intervals: Int) {
    let values = panel.x.scale.minorTicks(
      between: limits.x, maximumIntervals: intervals, choice: panel.x.ticks)
    for (index, value) in values.enumerated() {
      let x = pageX(value), end = axes.bottom + theme.minorTickLength
      add(
        .minorTick(.x, index: index), [Point(x: x, y: axes.bottom), Point(x: x, y: end)],
        theme.minorTick)
    }
  }

  private mutating func addMinorYTicks(_ axis: Axis) {
    let values = panel[axis].scale.minorTicks(
      between: limits[axis], maximumIntervals: yIntervals, choice: panel[axis].ticks)
    let edge = axis == .twin ? axes.right : axes.left
    for (index, value) in values.enumerated() {
      let y = pageY(value, on: axis), end = outwards(axis, from: edge, by: theme.minorTickLength)
      add(
        .minorTick(axis, index: index), [Point(x: edge, y: y), Point(x: end, y: y)],
        theme.minorTick.colored(color(of: axis)))
    }
  }

  /// The sides of the box that the theme has, and the one with a second y axis.
  mutating func addSpines() {
    let sides = panel.twin == nil ? theme.spines : theme.spines.union([.right])
    for side in Side.allCases where sides.contains(side) {
      let x: (Double, Double), y: (Double, Double)
      switch side {
      case .left: (x, y) = ((axes.left, axes.left), (axes.bottom, axes.top))
      case .right: (x, y) = ((axes.right, axes.right), (axes.bottom, axes.top))
      case .bottom: (x, y) = ((axes.left, axes.right), (axes.bottom, axes.bottom))
      case .top: (x, y) = ((axes.left, axes.right), (axes.top, axes.top))
      }
      add(.spine(side), [Point(x: x.0, y: y.0), Point(x: x.1, y: y.1)], theme.spine)
    }
  }
}

// MARK: - Which ticks

extension PanelLayout {
  /// The ticks of the x axis, fewer where long labels would run into each other, and the most
  /// intervals that they were to make.
  func xTicks() throws -> (row: AxisTicks, maximumIntervals: Int) {
    // An interval for every two ems of the axis, and nine at most, is what narrow labels leave room for.
    var intervals = intervals(along: axes.width, emsEach: 2)
    while true {
      let row = panel.x.scale.ticks(
        between: limits.x, maximumIntervals: intervals, choice: panel.x.ticks
      ).written(theme.numbers)
      let ticks = row.ticks
      let widest = try ticks.map {
        try measurer.typeset($0.label, fontSize: theme.labelSize).extent.advance
      }.max()
      let places = ticks.map { pageX($0.value) }
      // On an axis that is not linear, ticks of one step are not equally far apart.
      guard intervals > 1, ticks.count > 2, panel.x.ticks.values == nil, let widest,
        let closest = zip(places, places.dropFirst()).map({ $1 - $0 }).min(),
        closest < widest + labelGap
      else { return (row, intervals) }
      intervals -= 1
    }
  }

  /// The least distance between the numbers at two ticks.
  private var labelGap: Double { 0.6 * theme.labelSize }

  /// Which numbers at ticks are shown where they have no room along the axis for all of them, on a very
  /// small page and at ticks that were asked for: of ticks in step every second one, or third, and so
  /// on, so that those that are left are in step, and of others each that has room beside the last.
  func roomy(_ labels: [(middle: Double, length: Double)]) -> [Bool] {
    func isApart(_ one: (middle: Double, length: Double), _ next: (middle: Double, length: Double))
      -> Bool
    {
      (next.middle - one.middle).magnitude >= (one.length + next.length) / 2 + labelGap
    }
    let gaps = zip(labels, labels.dropFirst()).map { ($1.middle - $0.middle).magnitude }
    guard let least = gaps.min(), let most = gaps.max() else { return labels.map { _ in true } }
    guard most - least <= 0.01 * most else {
      var last: (middle: Double, length: Double)?
      return labels.map { label in
        if let last, !isApart(last, label) { return false }
        last = label
        return true
      }
    }
    let step =
      (1...labels.count).first { step in
        let shown = stride(from: 0, to: labels.count, by: step).map { labels[$0] }
        return zip(shown, shown.dropFirst()).allSatisfy { isApart($0, $1) }
      } ?? 1
    return labels.indices.map { $0.isMultiple(of: step) }
  }

  /// The ticks of a y axis.
  func yTicks(_ axis: Axis = .y) -> AxisTicks {
    panel[axis].scale.ticks(
      between: limits[axis], maximumIntervals: yIntervals, choice: panel[axis].ticks
    ).written(theme.numbers)
  }

  private var yIntervals: Int { intervals(along: axes.height, emsEach: 2) }

  private func intervals(along length: Double, emsEach ems: Double) -> Int {
    min(max(Int(length / (ems * theme.labelSize)), 1), 9)
  }
}

extension StrokeStyle {
  /// The line in another colour, if there is one.
  fileprivate func colored(_ color: Color?) -> StrokeStyle {
    var style = self
    style.color = color ?? self.color
    return style
  }
}
