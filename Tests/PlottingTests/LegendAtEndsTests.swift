import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Names at the ends of curves")
struct LegendAtEndsTests {
  struct Case: CustomStringConvertible {
    let description: String
    let functions: [@Sendable (Double) -> Double]
    var xLimits: ClosedRange<Double>?
    var yLimits: ClosedRange<Double>?
    /// Where the names stand: outside of the axes, within, or in a box.
    let places: [Place]
  }

  enum Place { case outside, within, box }

  private static let cases = [
    Case(
      description: "to the right edge", functions: [{ $0 }, { -$0 }], places: [.outside, .outside]),
    Case(
      description: "through the top", functions: [{ $0 * $0 }, { 4 * $0 * $0 }, { $0 / 2 }],
      yLimits: -1...10, places: [.within, .within, .outside]),
    Case(
      description: "through the bottom", functions: [{ -$0 * $0 }, { -$0 * $0 * $0 }],
      yLimits: -10...10, places: [.within, .within]),
    Case(
      description: "the ends of a domain",
      functions: [{ (4 - $0 * $0).squareRoot() }, { -(4 - $0 * $0).squareRoot() }],
      places: [.within, .within]),
    Case(
      description: "a curve that is seen twice", functions: [{ $0 * ($0 * $0 - 9) }, { $0 }],
      yLimits: -8...8, places: [.within, .outside]),
    Case(
      description: "one that is out of sight is named in a box", functions: [{ $0 }, { 99 + $0 }],
      yLimits: -8...8, places: [.box, .box]),
    Case(
      description: "no room at an end",
      functions: (0..<24).map { shift in { $0 > 0 ? .nan : 0.01 * Double(shift) * $0 } },
      places: Array(repeating: .box, count: 24)),
    Case(
      description: "names that would move far",
      functions: (0..<12).map { shift in { $0 / 4 + 0.01 * Double(shift) } },
      places: Array(repeating: .box, count: 12)),
  ]

  private func scene(_ row: Case, _ style: AxesStyle) throws -> Scene {
    let x = (-80...80).map { Double($0) / 20 }
    let curves = row.functions.enumerated().map { index, function in
      Curve(x: x, y: x.map(function), label: "name \(index)")
    }
    let panel = Panel(
      curves: curves,
      x: AxisOptions(limits: try row.xLimits.map { try AxisLimits($0.lowerBound, $0.upperBound) }),
      y: AxisOptions(limits: try row.yLimits.map { try AxisLimits($0.lowerBound, $0.upperBound) }))
    return try Figure([panel], axesStyle: style, legend: .ends)
      .scene(measuring: FixedPitchMeasurer())
  }

  @Test(
    "Each stands where its curve is seen last, or all are in a box", arguments: cases,
    AxesStyle.allCases)
  func places(of row: Case, style: AxesStyle) throws {
    let scene = try scene(row, style)
    let clip = try #require(
      scene.elements.lazy.compactMap { element -> Rectangle? in
        if case .stroke(_, _, let clip) = element.shape { clip } else { nil }
      }.first)
    let isBox = scene.elements.contains { $0.mark == .legend }
    #expect(isBox == (row.places[0] == .box))
    for (index, place) in row.places.enumerated() {
      let name = try #require(scene.textBoxes { $0 == .legendLabel(index: index) }.first)
      guard place != .box else { continue }
      let runs = try #require(scene.lines(of: .curve(index: index)))
      let end = try #require(runs.flatMap { Plotting.clip($0, to: clip) }.last?.last)
      if place == .within {
        #expect(clip.encloses(name))
        let tail = runs.joined().filter { $0.distance(to: end) < 40 }
        #expect(tail.contains { name.distance(to: $0) < 6 }, "\(index)")
        #expect(scene.lines(of: .legendHandle(index: index)) == nil)
      } else {
        let handle = try #require(scene.lines(of: .legendHandle(index: index))?.first)
        #expect((handle[0].y - end.y).magnitude < 1e-6 && end.x > clip.right - 0.06 * clip.width)
        #expect(name.left > clip.right)
      }
    }
  }

  @Test("Within the axes they are clear of all curves and of each other, nearest to their own")
  func clear() throws {
    for row in Self.cases where row.places.contains(.within) {
      let scene = try scene(row, .box)
      let curves = row.functions.indices.map { index in
        scene.lines(of: .curve(index: index))?.flatMap(\.segments) ?? []
      }
      var earlier: [Rectangle] = []
      for index in row.functions.indices where row.places[index] == .within {
        let name = try #require(scene.textBoxes { $0 == .legendLabel(index: index) }.first)
        let distances = curves.map { $0.map { name.distance(to: $0) }.min() ?? .infinity }
        #expect(distances.allSatisfy { $0 > 0 })
        #expect(distances.min() == distances[index], "\(row) \(index)")
        #expect(!earlier.contains { $0.overlaps(name) })
        earlier.append(name)
      }
    }
  }

  /// The heights of curves at the right edge, from 0 at the bottom to 1, and whether there is room.
  private static let crowds: [(heights: [Double], hasRoom: Bool)] = [
    ((1...12).map { Double($0) / 12 }, true), ([0.5, 0.52, 0.48, 0.6], true), ([0, 0.01, 1], true),
    (Array(repeating: 0.5, count: 12), false),
  ]

  @Test(
    "Beside the arrow of an axis they stand at the ends, clear of it", arguments: crowds,
    [0, 0.5, 1])
  func arrow(crowd: (heights: [Double], hasRoom: Bool), axis: Double) throws {
    let curves = crowd.heights.map {
      Curve(x: [0, 1], y: [0.5 - axis, $0 - axis], label: "name")
    }
    var panel = Panel(
      curves: curves, x: AxisOptions(label: "x"),
      y: AxisOptions(limits: try AxisLimits(-axis - 0.01, 1.01 - axis)))
    panel.x.limits = try AxisLimits(-0.2, 1)
    let figure = Figure(
      [panel], axesStyle: .origin, legend: .ends, size: try FigureSize(width: 360, height: 300))
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let names = scene.textBoxes { if case .legendLabel = $0 { true } else { false } }
    #expect(names.count == curves.count)
    #expect(scene.elements.contains { $0.mark == .legend } != crowd.hasRoom)
    guard crowd.hasRoom else { return }
    let label = try #require(scene.textBoxes { $0 == .axisLabel(.x) }.first)
    for (index, name) in names.enumerated() {
      #expect(!name.overlaps(label))
      #expect(!names[..<index].contains { $0.overlaps(name) })
      let handle = try #require(scene.lines(of: .legendHandle(index: index))?.first)
      // Right behind the edge, where the curve ends.
      let end = try #require(scene.lines(of: .curve(index: index))?.last?.last)
      #expect(handle[0].x - end.x < 12)
    }
  }

  @Test("They stand in the order in which the curves leave through an edge")
  func order() throws {
    let curves = [1.0, 4, 2].map { Curve(x: [0, 1], y: [0, $0], label: "\($0)") }
    let panel = Panel(curves: curves, y: AxisOptions(limits: try AxisLimits(-1, 1)))
    let scene = try Figure([panel], legend: .ends).scene(measuring: FixedPitchMeasurer())
    let places = try curves.indices.map {
      try #require(scene.text(of: .legendLabel(index: $0))).origin.x
    }
    #expect(places[1] < places[2] && places[2] < places[0])
  }
}
