internal import Plotting

extension FigureRequest {
  /// The areas that are filled under curves or between them, one for each stretch without a break.
  func filledAreas(of curves: [Curve]) throws(FigureRequestError) -> [Area] {
    guard let fill = explanations.fill else { return [] }
    let full = curves.enumerated().filter { $1.emphasis == .full }
    let range = fill.range ?? -.infinity ... .infinity
    let stretches = full.map { index, curve in
      (style: curve.style ?? index, lines: curve.stretches(in: range) { x, y in isPlaced(x, y) })
    }
    let areas: [Area]
    switch fill.side {
    case .under:
      areas = stretches.flatMap { style, lines in
        lines.map { Area($0, to: $0.floor(y.scale == .log ? .leastNonzeroMagnitude : 0), style) }
      }
    case .between:
      // Of two y axes one may have a single curve.
      if twin != nil, stretches.count < 2 { return [] }
      guard stretches.count == 2 else { throw .fillBetween(stretches.count) }
      areas = stretches[0].lines.flatMap { first in
        stretches[1].lines.compactMap { second in
          let common = first.domain.clamped(to: second.domain)
          let ends = max(first.domain.lowerBound, second.domain.lowerBound)
          guard ends < common.upperBound, let lower = first.cut(to: common),
            let upper = second.cut(to: common)
          else { return nil }
          return Area(lower, to: upper, stretches[0].style)
        }
      }
    }
    if let range = fill.range, areas.isEmpty { throw .nothingToFill(range) }
    return areas
  }

  private func isPlaced(_ x: Double, _ y: Double) -> Bool {
    self.x.scale.coordinate(x).isFinite && self.y.scale.coordinate(y).isFinite
  }

  /// What the y axis has to hold: under a curve also the x axis, to which the area goes.
  func heldExtent(_ extent: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let extent, explanations.fill?.side == .under, y.scale != .log else { return extent }
    return min(extent.lowerBound, 0)...max(extent.upperBound, 0)
  }
}

/// A stretch of a curve without a break, of two points at least.
private struct Stretch {
  var x: [Double]
  var y: [Double]

  var domain: ClosedRange<Double> { x[0]...max(x[0], x[x.count - 1]) }

  /// The part over a range, with points of the line at its ends; `nil` if it is but a point.
  func cut(to range: ClosedRange<Double>) -> Stretch? {
    let lower = max(range.lowerBound, domain.lowerBound)
    let upper = min(range.upperBound, domain.upperBound)
    guard lower < upper else { return nil }
    var part = Stretch(x: [], y: [])
    for index in x.indices {
      let isIn = lower <= x[index] && x[index] <= upper
      // Where the line comes in, and where it goes out again.
      for end in [lower, upper] where index > 0 && x[index - 1] < end && end < x[index] {
        part.append(end, height(at: end, behind: index - 1))
      }
      if isIn { part.append(x[index], y[index]) }
    }
    return part
  }

  private mutating func append(_ x: Double, _ y: Double) {
    self.x.append(x)
    self.y.append(y)
  }

  private func height(at place: Double, behind index: Int) -> Double {
    let share = (place - x[index]) / (x[index + 1] - x[index])
    return y[index] * (1 - share) + y[index + 1] * share
  }

  /// A level line over the same range.
  func floor(_ level: Double) -> Stretch {
    Stretch(x: [x[0], x[x.count - 1]], y: [level, level])
  }
}

extension Curve {
  /// The stretches between its breaks over a range, of what has a place on the axes.
  fileprivate func stretches(
    in range: ClosedRange<Double>, _ isPlaced: (Double, Double) -> Bool
  ) -> [Stretch] {
    var stretches: [Stretch] = []
    var start: Int?
    for index in 0...x.count {
      if index < x.count, isPlaced(x[index], y[index]) {
        start = start ?? index
      } else if let first = start {
        let whole = Stretch(x: Array(x[first..<index]), y: Array(y[first..<index]))
        if let part = whole.cut(to: range) { stretches.append(part) }
        start = nil
      }
    }
    return stretches
  }
}

extension Area {
  /// What lies between a stretch of a curve and another line over the same range.
  fileprivate init(_ line: Stretch, to other: Stretch, _ style: Int) {
    self.init(x: line.x + other.x.reversed(), y: line.y + other.y.reversed(), style: style)
  }
}
