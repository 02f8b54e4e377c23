import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Clipping")
struct PolylineClippingTests {
  private static let box = Rectangle(left: 0, top: 0, width: 10, height: 10)

  private static let cases: [(points: [(Double, Double)], runs: [[(Double, Double)]])] = [
    ([], []),
    ([(1, 1), (5, 5), (9, 1)], [[(1, 1), (5, 5), (9, 1)]]),
    // What is not finite breaks the run and is not bridged.
    ([(1, 1), (2, 2), (.nan, 3), (4, 4), (5, 5)], [[(1, 1), (2, 2)], [(4, 4), (5, 5)]]),
    ([(1, 1), (2, 2), (3, .infinity), (4, 4), (5, 5)], [[(1, 1), (2, 2)], [(4, 4), (5, 5)]]),
    ([(1, 1), (2, 2), (3, -.infinity), (2, 2), (5, 5)], [[(1, 1), (2, 2)], [(2, 2), (5, 5)]]),
    ([(.nan, .nan), (4, 4), (5, 5), (.nan, .nan)], [[(4, 4), (5, 5)]]),
    ([(.nan, 0), (.infinity, 0)], []),
    // A sample alone is a run of one point, in sight only.
    ([(3, 3)], [[(3, 3)]]),
    (
      [(1, 1), (2, 2), (.nan, 0), (3, 3), (.nan, 0), (4, 4), (5, 5)],
      [[(1, 1), (2, 2)], [(3, 3)], [(4, 4), (5, 5)]]
    ),
    ([(11, 3)], []),
    ([(11, 3), (.nan, 0), (3, 3)], [[(3, 3)]]),
    // Segments are cut where they cross the edge.
    ([(5, 5), (15, 5)], [[(5, 5), (10, 5)]]),
    ([(-5, 5), (5, 5)], [[(0, 5), (5, 5)]]),
    ([(-5, 5), (15, 5)], [[(0, 5), (10, 5)]]),
    ([(5, -10), (5, 20)], [[(5, 0), (5, 10)]]),
    ([(-5, 0), (5, 10)], [[(0, 5), (5, 10)]]),
    ([(5, 5), (15, 5), (15, 8), (5, 8)], [[(5, 5), (10, 5)], [(10, 8), (5, 8)]]),
    // Passing by outside.
    ([(-5, 3), (3, -7)], []),
    ([(11, -5), (11, 15)], []),
    ([(-5, 20), (15, 20)], []),
  ]

  @Test("Runs are what is inside, in order", arguments: cases)
  func runs(points: [(Double, Double)], runs: [[(Double, Double)]]) {
    let clipped = clip(points.map { Point(x: $0.0, y: $0.1) }, to: Self.box)
    #expect(clipped == runs.map { $0.map { Point(x: $0.0, y: $0.1) } })
  }

  @Test("Points far out of sight leave finite cuts on the edge", arguments: [1e9, 1e30, 1e300])
  func farOut(distance: Double) {
    let points = [
      Point(x: 5, y: 5), Point(x: 6, y: distance), Point(x: 7, y: -distance), Point(x: 8, y: 5),
      Point(x: distance, y: 5),
    ]
    let runs = clip(points, to: Self.box)
    #expect(!runs.isEmpty)
    for point in runs.joined() {
      #expect((0...10).contains(point.x) && (0...10).contains(point.y), "\(point)")
    }
    #expect(runs.first?.first == points[0])
    #expect(runs.first?.last?.y == 10)
    // From below to above, however far both are: which is which must not be lost to rounding.
    #expect(runs[1].map(\.y) == [10, 0] && runs[1].allSatisfy { (6...7).contains($0.x) })
    #expect(runs.last?.last == Point(x: 10, y: 5))
  }

  @Test("A random broken line keeps every point in sight and adds none out of sight")
  func randomLines() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let points = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Int.random(in: 0..<6, using: &generator) == 0
          ? Point(x: .nan, y: 0)
          : Point(
            x: .random(in: -10...20, using: &generator),
            y: .random(in: -10...20, using: &generator))
      }
      let drawn = clip(points, to: Self.box).flatMap { $0 }
      let visible = points.filter { (0...10).contains($0.x) && (0...10).contains($0.y) }
      #expect(drawn.filter(Set(visible).contains) == visible)
      // A cut may round an ulp or two off the edge.
      let room = -1e-12...(10 + 1e-12)
      #expect(drawn.allSatisfy { room.contains($0.x) && room.contains($0.y) })
    }
  }
}
