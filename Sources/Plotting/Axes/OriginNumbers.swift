internal import Typesetting

/// The number at a tick of an axis through the origin, in its place.
struct AxisNumber {
  let axis: Axis
  let index: Int
  let line: TypesetLine
  let origin: Point
  /// Whether a curve goes through.
  let isCrossed: Bool
  /// The room of its digits.
  let box: Rectangle
}

/// A number that can stand at either side of its axis.
private struct PendingNumber {
  let axis: Axis
  let index: Int
  let line: TypesetLine
  /// At the usual side of the axis, below or to the left, and at the other: level with the tick, or,
  /// where the other axis is in the way of that, with an end beside it.
  let places: [[Point]]
}

extension PanelLayout {
  /// The numbers in front of the curves; those that a curve goes through are set off from it.
  mutating func addAxisNumbers() {
    for number in axisNumbers {
      if number.isCrossed {
        addBacking(.tickLabelBox(number.axis, index: number.index), number.box.outset(by: 1))
      }
      addText(
        number.line, as: .tickLabel(number.axis, index: number.index),
        from: number.origin)
    }
  }

  /// Finds the places of all numbers: 0 once, where both axes show it, and then the others, all of an
  /// axis on one side of it. One that would run into another, as on a very small page, is left out.
  mutating func numbers(_ x: [Tick], _ y: [Tick], _ crossing: Point) throws -> [AxisNumber] {
    let origin = visiblePoint(0, 0)
    var rows = [try xNumbers(x, crossing), try yNumbers(y, crossing)]
    var placed: [AxisNumber] = []
    let sides = [crossing.y < axes.bottom, crossing.x > axes.left]
    let common = zip(rows, sides).map { $1 ? side(of: $0) : 0 }
    if let origin, origin.isNear(crossing),
      let zero = try zero(x, y, origin, sides: common)
    {
      placed += place([zero], side: 0)
      rows = [rows[0].filter { x[$0.index].value != 0 }, rows[1].filter { y[$0.index].value != 0 }]
    }
    for (row, side) in zip(rows, common) { placed += place(row, side: side) }
    return placed
  }

  private func xNumbers(_ ticks: [Tick], _ crossing: Point) throws -> [PendingNumber] {
    let gap = theme.tickLength + theme.tickLabelDistance
    let numbers = try ticks.enumerated().map { index, tick in
      let x = pageX(tick.value), line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      let heights = [crossing.y + gap + labelLine.ascent, crossing.y - gap]
      let width = line.extent.advance
      // The axis that goes up from there would be in the way of one in the middle.
      let isOnAxis = (x - crossing.x).magnitude < 1e-6 && crossing.y < axes.bottom
      let starts =
        isOnAxis ? [x - theme.tickLength - width, x + theme.tickLength] : [x - width / 2]
      return PendingNumber(
        axis: .x, index: index, line: line,
        places: heights.map { y in starts.map { Point(x: $0, y: y) } })
    }
    let isLegible = roomy(
      zip(ticks, numbers).map { (middle: pageX($0.value), length: $1.line.extent.advance) })
    return zip(numbers, isLegible).filter(\.1).map(\.0)
  }

  private func yNumbers(_ ticks: [Tick], _ crossing: Point) throws -> [PendingNumber] {
    let gap = theme.tickLength + theme.tickLabelDistance
    let numbers = try ticks.enumerated().map { index, tick in
      let y = pageY(tick.value), line = try measurer.typeset(tick.label, fontSize: theme.labelSize)
      let starts = [crossing.x - gap - line.extent.advance, crossing.x + gap]
      let middle = y + labelLine.ascent / 2, aside = labelLine.ascent / 2 + theme.tickLength
      let isOnAxis = (y - crossing.y).magnitude < 1e-6 && crossing.x > axes.left
      let heights = isOnAxis ? [middle + aside, middle - aside] : [middle]
      return PendingNumber(
        axis: .y, index: index, line: line,
        places: starts.map { x in heights.map { Point(x: x, y: $0) } })
    }
    let isLegible = roomy(
      ticks.map { (middle: pageY($0.value), length: labelLine.ascent) })
    return zip(numbers, isLegible).filter(\.1).map(\.0)
  }

  /// The number of both axes at the origin, in the first quarter that no curve crosses; `nil` where
  /// neither axis has a tick there.
  private func zero(
    _ x: [Tick], _ y: [Tick], _ origin: Point, sides: [Int]
  ) throws -> PendingNumber? {
    let onX = x.firstIndex { $0.value == 0 }, onY = y.firstIndex { $0.value == 0 }
    guard let index = onX ?? onY else { return nil }
    let line = try measurer.typeset("0", fontSize: theme.labelSize)
    let gap = theme.tickLength + theme.tickLabelDistance
    let starts = [origin.x - theme.tickLength - line.extent.advance, origin.x + theme.tickLength]
    let heights = [origin.y + gap + labelLine.ascent, origin.y - gap]
    let quarters = [
      (sides[1], sides[0]), (1 - sides[1], sides[0]), (sides[1], 1 - sides[0]),
      (1 - sides[1], 1 - sides[0]),
    ]
    return PendingNumber(
      axis: onX == nil ? .y : .x, index: index, line: line,
      places: [quarters.map { Point(x: starts[$0.0], y: heights[$0.1]) }])
  }

  /// The room of a number's digits, which do not reach below the line as letters do.
  private func digits(of number: PendingNumber, at place: Point) -> Rectangle {
    var extent = number.line.extent
    extent.descent -= labelLine.descent
    return extent.box(at: place)
  }

  /// The side of an axis on which its numbers are: the other one than usual only if curves and lines
  /// are much more in the way here than there.
  private func side(of numbers: [PendingNumber]) -> Int {
    let lengths = [0, 1].map { side in
      numbers.reduce(0) { $0 + covered(digits(of: $1, at: $1.places[side][0])) }
    }
    return lengths[0] > theme.labelSize / 2 && lengths[1] < lengths[0] / 2 ? 1 : 0
  }

  /// The length of curves and lines through a number.
  private func covered(_ box: Rectangle) -> Double {
    coveredLength(box.outset(by: 1), withLines: true)
  }

  /// Puts each number to the first of its places that is free, or else to the first that has no
  /// number yet.
  private mutating func place(_ numbers: [PendingNumber], side: Int) -> [AxisNumber] {
    var placed: [AxisNumber] = []
    for number in numbers {
      let places = number.places[side].filter { isVacant(number.line.extent.box(at: $0)) }
      let free = places.first { place in
        let box = digits(of: number, at: place)
        // Beside its tick it must not be read together with the next number.
        return covered(box) == 0 && (place == places[0] || isVacant(box.outset(by: labelAir)))
      }
      guard let place = free ?? places.first else { continue }
      occupied.append(number.line.extent.box(at: place))
      placed.append(
        AxisNumber(
          axis: number.axis, index: number.index, line: number.line,
          origin: place, isCrossed: free == nil, box: digits(of: number, at: place)))
    }
    return placed
  }

  private var labelAir: Double { 0.8 * theme.labelSize }

  private func isVacant(_ box: Rectangle) -> Bool { !occupied.contains { $0.overlaps(box) } }
}

extension Point {
  /// Whether another point is the same to within rounding.
  func isNear(_ other: Point) -> Bool { distance(to: other) < 1e-6 }
}
