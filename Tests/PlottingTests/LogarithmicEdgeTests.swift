import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Lines to values that a logarithmic axis has no place for")
struct LogarithmicEdgeTests {
  struct Case: CustomStringConvertible {
    let description: String
    let curve: Curve
    var xScale = AxisScale.linear
    var yScale = AxisScale.log
    /// Where the drawn line leaves the axes, in values: through the lower edge, which is at 0.1, or
    /// through the left one, which is at 1.
    let exits: [Double]
  }

  private static let cases = [
    Case(description: "up from 0", curve: Curve(x: [1, 2, 3], y: [0, 1, 2]), exits: [1.1]),
    Case(description: "down to 0", curve: Curve(x: [1, 2, 3], y: [2, 1, 0]), exits: [2.9]),
    Case(description: "below 0", curve: Curve(x: [1, 2, 3], y: [-1, 1, 2]), exits: [1.55]),
    Case(
      description: "between zeros", curve: Curve(x: [1, 1.5, 2, 2.5, 3], y: [-9, 0, 2, 0, -7]),
      exits: [1.525, 2.475]),
    Case(
      description: "twice", curve: Curve(x: [1, 1.5, 2, 2.5, 3], y: [1, 0, 0, 0, 2]),
      exits: [1.45, 2.525]),
    Case(
      description: "a jump", curve: Curve(x: [1, 2, 2, 3], y: [0, 0, 1, 1]), exits: [2]),
    Case(
      description: "the tiniest positive value",
      curve: Curve(x: [1, 2, 3], y: [-1, .leastNonzeroMagnitude, 9]),
      // Straight on the page, from 324 decades down.
      exits: [2.994]),
    Case(
      description: "no value is no value", curve: Curve(x: [1, 2, 3], y: [.nan, 1, 2]), exits: []),
    Case(
      description: "a break stays one", curve: Curve(x: [1, 2, 2, 2, 3], y: [1, 1, .nan, 0, -1]),
      exits: []),
    Case(
      description: "from x = 0", curve: Curve(x: [0, 3], y: [2, 8]), xScale: .log, yScale: .linear,
      exits: [1]),
    Case(
      description: "from the left and from below", curve: Curve(x: [-1, 2, 3], y: [-1, 0.5, 9]),
      xScale: .log, exits: [1.2]),
  ]

  private func axes(of scene: Scene) throws -> Rectangle { try #require(scene.axes) }

  @Test("They run out of the axes where the straight line does", arguments: cases)
  func exits(of row: Case) throws {
    let panel = Panel(
      curves: [row.curve], x: AxisOptions(limits: try AxisLimits(1, 3), scale: row.xScale),
      y: AxisOptions(limits: try AxisLimits(0.1, 10), scale: row.yScale))
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let axes = try axes(of: scene)
    let runs = try #require(scene.lines(of: .curve(index: 0)))
    var exits: [Double] = []
    for run in runs {
      for (first, last) in zip(run, run.dropFirst()) {
        // How far each end is beyond the lower or left edge.
        let beyond = [first, last].map { point in
          let left = row.xScale == .log ? axes.left - point.x : -.infinity
          return max(point.y - axes.bottom, left) - 1e-6
        }
        guard (beyond[0] > 0) != (beyond[1] > 0) else { continue }
        let place = first.advanced(by: beyond[0] / (beyond[0] - beyond[1]), to: last).x
        let limits = [1.0, 3].map { row.xScale.coordinate($0) }
        let share = (place - axes.left) / axes.width
        exits.append(row.xScale.value(ofCoordinate: limits[0] + share * (limits[1] - limits[0])))
      }
      // No end is seen that is not an end of the samples.
      for end in [run[0], run[run.count - 1]] {
        let isOut = end.y > axes.bottom + 1 || end.x < axes.left - 1
        let isSample = zip(row.curve.x, row.curve.y).contains { x, y in
          let coordinates = [1.0, 3, x].map { row.xScale.coordinate($0) }
          let place = (coordinates[2] - coordinates[0]) / (coordinates[1] - coordinates[0])
          return y > 0 && (axes.left + place * axes.width - end.x).magnitude < 1e-6
        }
        #expect(isOut || isSample)
      }
    }
    #expect(exits.count == row.exits.count, "\(exits)")
    for (exit, expected) in zip(exits.sorted(), row.exits) {
      #expect((exit - expected).magnitude < 0.02, "\(exits)")
    }
  }

  @Test(
    "So do tangents and asymptotes",
    arguments: [(1.0, 0.0), (1, -1.5), (-2, 5), (1e-3, 0), (7, -9)])
  func lines(slope: Double, intercept: Double) throws {
    let panel = Panel(
      curves: [Curve(x: [1, 3], y: [1, 10])],
      annotations: [.line(slope: slope, intercept: intercept, label: "")],
      x: AxisOptions(limits: try AxisLimits(-3, 3)),
      y: AxisOptions(limits: try AxisLimits(1e-4, 10), scale: .log))
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let axes = try axes(of: scene)
    let line = try #require(scene.lines(of: .annotation(index: 0))?.first)
    let lowest = try #require(line.max { $0.y < $1.y })
    #expect(lowest.y >= axes.bottom)
    let zero = axes.left + axes.width * (-intercept / slope + 3) / 6
    #expect((lowest.x - zero).magnitude < 6)
    for point in line where point.y < axes.bottom {
      let x = -3 + 6 * (point.x - axes.left) / axes.width
      let decades = -4 + 5 * (axes.bottom - point.y) / axes.height
      let expected = AxisScale.log.coordinate(slope * x + intercept)
      #expect((expected - decades).magnitude < 1e-3, "\(point) in \(axes), \(expected)")
    }
  }
}
