internal import Typesetting

extension PanelLayout {
  /// Grid, ticks and labels of axes along the edges of a box.
  mutating func addBoxAxes() throws {
    try addXAxis()
    try addYAxis()
  }

  private mutating func addXAxis() throws {
    let (ticks, intervals) = try xTicks()
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
      guard isLabelled.x, isLegible[index] else { continue }
      bottom = max(bottom, axes.bottom + theme.tickLength + theme.tickLabelDistance)
      addText(
        tick.label, as: .tickLabel(.x, index: index), line,
        from: Point(x: x - line.extent.advance / 2, y: baseline))
      bottom = max(bottom, baseline + line.extent.descent)
    }
    guard isLabelled.x, let (label, line) = try typesetLabel(of: .x) else { return }
    let y = bottom + theme.axisLabelDistance + line.extent.ascent
    addText(
      label, as: .axisLabel(.x), line,
      from: Point(x: axes.midX - line.extent.advance / 2, y: y))
  }

  private mutating func addYAxis() throws {
    let ticks = yTicks()
    addMinorYTicks()
    let right = axes.left - theme.tickLength - theme.tickLabelDistance
    var left = right
    let isLegible = roomy(ticks.map { (middle: pageY($0.value), length: labelLine.ascent) })
    for (index, tick) in ticks.enumerated() {
      let y = pageY(tick.value)
      addGridLine(.y, index, [Point(x: axes.left, y: y), Point(x: axes.right, y: y)])
      add(
        .tick(.y, index: index),
        [Point(x: axes.left, y: y), Point(x: axes.left - theme.tickLength, y: y)], theme.tick)
      guard isLabelled.y, isLegible[index] else { continue }
      let line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      addText(
        tick.label, as: .tickLabel(.y, index: index), line,
        from: Point(x: right - line.extent.advance, y: y + labelLine.ascent / 2))
      left = min(left, right - line.extent.advance)
    }
    guard isLabelled.y, let (label, line) = try typesetLabel(of: .y) else { return }
    let x = left - theme.axisLabelDistance - line.extent.descent
    addText(
      label, as: .axisLabel(.y), line,
      from: Point(x: x, y: axes.midY + line.extent.advance / 2), angle: 90)
  }

  /// The words beside an axis and how they are set; `nil` if there are none.
  func typesetLabel(of axis: Axis) throws -> (String, TypesetLine)? {
    guard let label = panel[axis].label, !label.isEmpty else { return nil }
    return (label, try measurer.typeset(label, fontSize: theme.labelSize))
  }

  private mutating func addGridLine(_ axis: Axis, _ index: Int, _ line: [Point]) {
    guard let grid = theme.grid else { return }
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

  private mutating func addMinorYTicks() {
    let values = panel.y.scale.minorTicks(
      between: limits.y, maximumIntervals: yIntervals, choice: panel.y.ticks)
    for (index, value) in values.enumerated() {
      let y = pageY(value), end = axes.left - theme.minorTickLength
      add(
        .minorTick(.y, index: index), [Point(x: axes.left, y: y), Point(x: end, y: y)],
        theme.minorTick)
    }
  }

  /// The sides of the box that the theme has.
  mutating func addSpines() {
    for side in Side.allCases where theme.spines.contains(side) {
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
  func xTicks() throws -> (ticks: [Tick], maximumIntervals: Int) {
    // An interval for every three ems of the axis, and nine at most, leaves room for the labels.
    var intervals = intervals(along: axes.width, emsEach: 3)
    while true {
      let ticks = panel.x.scale.ticks(
        between: limits.x, maximumIntervals: intervals, choice: panel.x.ticks)
      let widest = try ticks.map {
        try measurer.typeset($0.label, fontSize: theme.labelSize).extent.advance
      }.max()
      let places = ticks.map { pageX($0.value) }
      // On an axis that is not linear, ticks of one step are not equally far apart.
      guard intervals > 1, ticks.count > 2, panel.x.ticks.values == nil, let widest,
        let closest = zip(places, places.dropFirst()).map({ $1 - $0 }).min(),
        closest < widest + labelGap
      else { return (ticks, intervals) }
      intervals -= 1
    }
  }

  /// The least distance between the numbers at two ticks.
  private var labelGap: Double { theme.labelSize / 5 }

  /// Whether the numbers at ticks have room along the axis beside the last before them that has:
  /// on a very small page, and at ticks that were asked for, they may not.
  func roomy(_ labels: [(middle: Double, length: Double)]) -> [Bool] {
    var last: (middle: Double, length: Double)?
    return labels.map { label in
      if let last,
        (label.middle - last.middle).magnitude < (label.length + last.length) / 2 + labelGap
      {
        return false
      }
      last = label
      return true
    }
  }

  /// The ticks of the y axis.
  func yTicks() -> [Tick] {
    panel.y.scale.ticks(
      between: limits.y, maximumIntervals: yIntervals, choice: panel.y.ticks)
  }

  private var yIntervals: Int { intervals(along: axes.height, emsEach: 2) }

  private func intervals(along length: Double, emsEach ems: Double) -> Int {
    min(max(Int(length / (ems * theme.labelSize)), 1), 9)
  }
}
