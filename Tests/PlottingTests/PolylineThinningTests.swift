import Foundation
import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Thinning")
struct PolylineThinningTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let name: String
    /// More points than this are not needed.
    let most: Int
    let y: @Sendable (Double) -> Double

    var testDescription: String { name }
  }

  /// Smooth, steep and broken lines over 0 to 279 pt.
  private static let smooth = [
    Line(name: "straight", most: 2) { 3 * $0 },
    Line(name: "constant", most: 2) { _ in 7 },
    Line(name: "tanh", most: 80) { 60 * tanh(($0 - 140) / 20) },
    Line(name: "riser", most: 6) { $0 < 140 ? 0 : 138 },
    Line(name: "steep tanh", most: 60) { 60 * tanh(($0 - 140) * 20) },
    Line(name: "corner", most: 4) { abs($0 - 140) },
    Line(name: "wave", most: 600) { 60 * sin($0 / 5) },
    Line(name: "far out of sight", most: 4) { 1e100 * ($0 - 140) },
    Line(name: "spike", most: 6) { abs($0 - 140) < 1e-6 ? 1e90 : 0 },
  ]

  private static let count = 200_000

  private static func points(_ line: Line) -> [Point] {
    (0...count).map { i in
      let x = 279 * Double(i) / Double(count)
      return Point(x: x, y: line.y(x))
    }
  }

  @Test("No point is further from the line than the tolerance", arguments: smooth)
  func deviation(line: Line) {
    let points = Self.points(line), thinned = PolylineThinning.thinned(points)
    #expect(thinned.count <= line.most)
    #expect(thinned.first == points.first && thinned.last == points.last)
    #expect(thinned.count > 1 && zip(thinned, thinned.dropFirst()).allSatisfy { $0.x <= $1.x })
    var segment = 0, worst = 0.0
    for point in points {
      while segment < thinned.count - 2, thinned[segment + 1].x < point.x { segment += 1 }
      // The nearest segment may be a neighbour of the one below.
      let near = max(0, segment - 2)...min(thinned.count - 2, segment + 2)
      worst = max(
        worst, near.map { distance(point, thinned[$0], thinned[$0 + 1]) }.min() ?? .infinity)
    }
    // What is far out is as exact as Doubles are there.
    let size = points.map(\.y.magnitude).max() ?? 0
    #expect(worst <= PolylineThinning.tolerance * 1.000001 + size * 1e-14)
  }

  private func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let dx = end.x - start.x, dy = end.y - start.y
    let share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / (dx * dx + dy * dy)
    let part = min(max(share.isFinite ? share : 0, 0), 1)
    // From the nearer end, because one of them may be 1e90 away.
    let nearest =
      part <= 0.5
      ? (start.x + part * dx, start.y + part * dy)
      : (end.x - (1 - part) * dx, end.y - (1 - part) * dy)
    return hypot(point.x - nearest.0, point.y - nearest.1)
  }

  @Test("Noise becomes the extent of each narrow column, and nothing of it is lost")
  func noise() {
    var random = SplitMix64(seed: 7)
    let points = (0...Self.count).map { i in
      Point(x: 279 * Double(i) / Double(Self.count), y: Double.random(in: 0...1, using: &random))
    }
    let thinned = PolylineThinning.thinned(points)
    let columns = 279 * PolylineThinning.columns
    #expect(Double(thinned.count) <= 4 * columns + 4)
    func extents(_ points: [Point]) -> [Int: ClosedRange<Double>] {
      Dictionary(grouping: points) { Int($0.x * PolylineThinning.columns) }
        .mapValues { ($0.map(\.y).min() ?? 0)...($0.map(\.y).max() ?? 0) }
    }
    let before = extents(points), after = extents(thinned)
    for (column, extent) in before {
      let kept = after[column] ?? 0...0
      #expect((kept.lowerBound - extent.lowerBound).magnitude <= 2 * PolylineThinning.tolerance)
      #expect((kept.upperBound - extent.upperBound).magnitude <= 2 * PolylineThinning.tolerance)
    }
  }

  @Test("Breaks stay, and points that stand alone")
  func breaks() {
    let gap = Point(x: .nan, y: .nan)
    func text(_ points: [Point]) -> String {
      points.map { $0.x.isNaN ? "-" : "\($0.x),\($0.y)" }.joined(separator: " ")
    }
    let row = (0...100).map { Point(x: Double($0), y: 0) }
    let lone = Point(x: 200, y: 5)
    #expect(
      text(PolylineThinning.thinned(row + [gap, lone, gap] + row))
        == "0.0,0.0 100.0,0.0 - 200.0,5.0 - 0.0,0.0 100.0,0.0")
    #expect(text(PolylineThinning.thinned([gap, lone, gap, gap])) == "200.0,5.0 -")
    #expect(PolylineThinning.thinned([]) == [])
    #expect(text(PolylineThinning.thinned([lone, lone, lone])) == "200.0,5.0 200.0,5.0")
  }

  @Test("A line that turns back on itself keeps the turn")
  func turns() {
    let points = [0, 1, 2, 3, 2, 1, 0, -1, -2].map { Point(x: 5, y: $0) }
    #expect(PolylineThinning.thinned(points).map(\.y) == [0, 3, -2])
  }

  @Test("Only curves of very many samples are thinned", arguments: [(1000, 1000), (100_000, 2)])
  func figures(count: Int, drawn: Int) throws {
    let x = (0..<count).map { Double($0) }
    let figure = Figure([Panel(curves: [Curve(x: x, y: x.map { 2 * $0 })])])
    let curve = try figure.scene(measuring: FixedPitchMeasurer()).elements.first {
      $0.mark == .curve(index: 0)
    }
    guard case .stroke(let runs, _, _) = curve?.shape else {
      Issue.record("no curve is drawn")
      return
    }
    #expect(runs.map(\.count) == [drawn])
  }
}
