import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Words and what they belong to")
struct LabelPlaceTests {
  private func scene(_ panel: Panel, legend: LegendPlace = .none) throws -> Scene {
    try Figure([panel], legend: legend).scene(measuring: FixedPitchMeasurer())
  }

  private func point(_ scene: Scene, _ index: Int) throws -> Point {
    let disc = try #require(
      scene.elements.lazy.compactMap { element -> Rectangle? in
        guard element.mark == .annotation(index: index), case .box(let box, _) = element.shape
        else { return nil }
        return box
      }.first)
    return Point(x: disc.midX, y: disc.midY)
  }

  private func words(_ scene: Scene, _ index: Int) throws -> Rectangle {
    try #require(scene.textBoxes { $0 == .annotationLabel(index: index) }.first)
  }

  @Test("Those of a tangent are next to where it touches", arguments: [-3.0, -2, -1, 0, 1, 2, 3])
  func tangents(x: Double) throws {
    // y = x³ has tangents of slope 3x².
    let places = [-2, 0, 2, x], grid = (-60...60).map { Double($0) / 15 }
    let annotations = places.flatMap { x in
      [
        Annotation.line(slope: 3 * x * x, intercept: -2 * x * x * x, label: "slope \(3 * x * x)"),
        .point(x: x, y: x * x * x, label: "", style: 0),
      ]
    }
    let scene = try scene(
      Panel(curves: [Curve(x: grid, y: grid.map { $0 * $0 * $0 })], annotations: annotations))
    for index in stride(from: 0, to: annotations.count, by: 2) {
      let words = try words(scene, index)
      let dots = try places.indices.map { try point(scene, 2 * $0 + 1) }
      let own = dots[index / 2]
      let isNearest = dots.allSatisfy { words.distance(to: $0) >= words.distance(to: own) }
      #expect(isNearest || scene.lines(of: .annotationLeader(index: index)) != nil)
    }
  }

  @Test(
    "A leader goes from the dot to its words where other dots are near",
    arguments: [[0.0, 0.1], [0, 0.05, 0.1], [0, 0.04, 0.08, 0.12]])
  func leaders(heights: [Double]) throws {
    let curves = heights.map { Curve(x: [-1, 1], y: [$0 - 1, $0 + 1], label: "f") }
    let annotations = heights.enumerated().map { index, height in
      Annotation.point(x: 0, y: height, label: "(0, \(height))", style: index)
    }
    let scene = try scene(Panel(curves: curves, annotations: annotations))
    let dots = try heights.indices.map { try point(scene, $0) }
    var leaders = 0
    for index in heights.indices {
      let words = try words(scene, index)
      if let leader = scene.lines(of: .annotationLeader(index: index))?.first {
        leaders += 1
        #expect((leader[0].distance(to: dots[index]) - Theme.chapter.pointRadius).magnitude < 1e-6)
        #expect(words.distance(to: leader[1]) < 1.5)
      } else {
        let distances = dots.map { words.distance(to: $0) }
        #expect(distances.min() == distances[index])
      }
      #expect(
        scene.text(of: .annotationLabel(index: index))?.color == Theme.chapter.curve(index).color)
    }
    #expect(leaders > 0 || heights.count < 3)
  }

  @Test("One curve needs no colours to be told apart")
  func oneColor() throws {
    let scene = try scene(
      Panel(
        curves: [Curve(x: [-1, 1], y: [-1, 1])],
        annotations: [.point(x: 0, y: 0, label: "(0, 0)", style: 0)]))
    let color = scene.text(of: .annotationLabel(index: 0))?.color
    #expect(color == Theme.chapter.textColor)
  }

  @Test("They stand upright beside an upright line where else they would hide a curve or its kink")
  func upright() throws {
    // As relu6, with words too long for the room right of 6.
    let panel = Panel(
      curves: [Curve(x: [-8, 0, 6, 8], y: [0, 0, 6, 6])],
      annotations: [
        .level(.y, value: 6, label: "the limit"), .level(.x, value: 6, label: "clipped from here"),
      ])
    let scene = try scene(panel)
    let text = try #require(scene.text(of: .annotationLabel(index: 1)))
    let curve = try #require(scene.lines(of: .curve(index: 0))).flatMap(\.segments)
    #expect(text.angle == 90)
    for index in 0..<2 {
      let words = try words(scene, index)
      #expect(curve.allSatisfy { $0.length(in: words) == 0 })
    }
  }

  @Test("Distances are those from the nearest points")
  func distances() {
    let box = Rectangle(left: 0, top: 0, width: 4, height: 2)
    #expect(box.distance(to: Point(x: 2, y: 1)) == 0)
    #expect(box.distance(to: Point(x: 7, y: 6)) == 5)
    let segments: [(Point, Point, Double)] = [
      (Point(x: -1, y: -3), Point(x: 9, y: -3), 3), (Point(x: -1, y: 1), Point(x: 9, y: 1), 0),
      (Point(x: 4, y: -1), Point(x: 6, y: 1), 0.5.squareRoot()),
    ]
    for (start, end, distance) in segments {
      let line = Segment(start: start, end: end)
      #expect((box.distance(to: line) - distance).magnitude < 1e-12)
    }
    let first = Segment(start: Point(x: 0, y: 0), end: Point(x: 2, y: 2))
    #expect(first.crosses(Segment(start: Point(x: 0, y: 2), end: Point(x: 2, y: 0))))
    #expect(!first.crosses(Segment(start: Point(x: 0, y: 3), end: Point(x: 3, y: 3))))
  }
}
