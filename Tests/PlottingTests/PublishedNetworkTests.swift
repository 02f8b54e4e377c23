import TestSupport
import Testing
import Typesetting

@testable import Plotting

@Suite("The published multilayer perceptron")
struct PublishedNetworkTests {
  private let published: PublishedNetwork

  init() throws { published = try PublishedNetwork.load() }

  private func scene(asPublished: Bool) throws -> Scene {
    var diagram = NetworkDiagram([4, 5, 3].map { NetworkDiagram.Layer($0) })
    diagram.isAsPublished = asPublished
    return try diagram.scene(measuring: FixedPitchMeasurer())
  }

  /// Pairs of a published and a drawn point, of all units and arrows.
  private func pairs(_ reading: NetworkReading) throws -> [(Point, Point)] {
    var pairs: [(Point, Point)] = []
    for (layer, row) in published.rows.enumerated() {
      for (index, center) in row.enumerated() {
        pairs.append((center, try #require(reading.unit(layer, index)).center))
      }
    }
    for arrow in published.arrows {
      let mark = Scene.Mark.connection(layer: arrow.row, from: arrow.from, to: arrow.to)
      let drawn = try #require(reading.arrows.first { $0.mark == mark })
      // The line is drawn to the tip in one, and its base lies on it.
      #expect(
        NetworkReading.distance(arrow.base, Segment(start: arrow.start, end: arrow.tip)) < 0.01)
      pairs += [
        (arrow.start, drawn.line[0]), (arrow.tip, drawn.line[1]), (arrow.tip, drawn.head[1]),
      ]
      // Either barb may come first.
      let ways = [[0, 2], [2, 0]].map { order in
        zip(arrow.barbs, order).map { ($0, drawn.head[$1]) }
      }
      let best = try #require(ways.min { spread(of: $0) < spread(of: $1) })
      pairs += best
    }
    return pairs
  }

  private func spread(of pairs: [(Point, Point)]) -> Double {
    let x = pairs.map { $0.0.x - $0.1.x }, y = pairs.map { $0.0.y - $0.1.y }
    return (x.max() ?? 0) - (x.min() ?? 0) + (y.max() ?? 0) - (y.min() ?? 0)
  }

  /// The page is cut elsewhere, so that the whole is moved; beside that, nothing is further away
  /// than that.
  private func expect(_ pairs: [(Point, Point)], within tolerance: Double) throws {
    let x = pairs.map { $0.0.x - $0.1.x }, y = pairs.map { $0.0.y - $0.1.y }
    let moved = Point(
      x: (try #require(x.min()) + #require(x.max())) / 2,
      y: (try #require(y.min()) + #require(y.max())) / 2)
    let distances = pairs.map { $0.0.distance(to: Point(x: $0.1.x + moved.x, y: $0.1.y + moved.y)) }
    #expect(try #require(distances.max()) < tolerance)
  }

  @Test func `as published, every unit and arrow is where it was`() throws {
    let reading = NetworkReading(try scene(asPublished: true))
    #expect(reading.units.count == 12 && reading.arrows.count == 35)
    try expect(try pairs(reading), within: 0.05)
  }

  @Test func `in straight rows, none is further away than rows are from straight`() throws {
    let reading = NetworkReading(try scene(asPublished: false))
    try expect(try pairs(reading), within: 0.8)
    for layer in 0..<3 {
      let centers = reading.units.filter { $0.layer == layer }.map(\.center)
      #expect(centers.allSatisfy { isClose($0.y, centers[0].y) })
      #expect(
        isClose(
          centers[0].x + (try #require(centers.last)).x,
          2 * (try #require(reading.unit(1, 2))).center.x))
    }
  }

  @Test func `radius, lines and colours are the published ones`() throws {
    let scene = try scene(asPublished: true), reading = NetworkReading(scene)
    for unit in reading.units { #expect((unit.radius - published.radius).magnitude < 1e-9) }
    for arrow in reading.arrows {
      #expect((arrow.style.width - published.strokeWidth).magnitude < 1e-9)
      #expect(arrow.style.color == Color(0x000000) && arrow.style.dashes.isEmpty)
    }
    for element in scene.elements {
      guard case .unit(let layer, _) = element.mark, case .box(_, let style) = element.shape else {
        continue
      }
      let fill = layer == 1 ? published.fills.hidden : published.fills.outer
      #expect(style.fill == Color(try #require(UInt32(fill.dropFirst(), radix: 16))))
      #expect((style.edgeWidth - published.strokeWidth).magnitude < 1e-9)
    }
  }

  @Test func `names and captions are the published ones and stand where those do`() throws {
    let scene = try scene(asPublished: true), reading = NetworkReading(scene)
    let middles = try published.captions.enumerated().map { layer, caption in
      let text = try #require(scene.text(of: .layerCaption(layer: layer)))
      #expect(text.string == caption && text.fontSize == 9)
      let unit = try #require(reading.unit(layer, 0))
      #expect(isClose(text.origin.y, unit.center.y + 2.5))
      return text.origin.x + 0.3 * 9 * Double(caption.count)
    }
    #expect(middles.allSatisfy { isClose($0, middles[0]) })
    for (layer, letter) in ["x", "h", "o"].enumerated() {
      for index in published.rows[layer].indices {
        let text = try #require(scene.text(of: .unitLabel(layer: layer, index: index)))
        #expect(text.string == "$\(letter)_{\(index + 1)}$")
        let unit = try #require(reading.unit(layer, index))
        #expect(isClose(text.origin.y, unit.center.y + 1.5))
      }
    }
  }

  @Test func `things are drawn in the published order`() throws {
    let marks = try scene(asPublished: true).elements.map(\.mark)
    let places = marks.map { mark -> Int in
      switch mark {
      case .layerCaption: 0
      case .unit, .unitLabel: 1
      case .connection: 2
      default: 3
      }
    }
    #expect(places == places.sorted() && places.last == 2)
    let arrows = marks.compactMap { mark -> [Int]? in
      if case .connection(let layer, let from, let to) = mark { [layer, from, to] } else { nil }
    }
    #expect(arrows == published.arrows.map { [$0.row, $0.from, $0.to] })
  }

  @Test(arguments: [
    ([4, 5, 4], NetworkDiagram.Direction.up, false, "4-5-4"), ([4, 5, 3], .right, false, "right"),
    ([4, 5, 3], .up, true, "biases"),
  ])
  func `only the published network is drawn as published`(
    counts: [Int], direction: NetworkDiagram.Direction, hasBiases: Bool, reason: String
  ) throws {
    var diagram = NetworkDiagram(counts.map { NetworkDiagram.Layer($0) })
    (diagram.direction, diagram.hasBiases, diagram.isAsPublished) = (direction, hasBiases, true)
    let error = #expect(throws: NetworkDiagramError.self) {
      try diagram.scene(measuring: FixedPitchMeasurer())
    }
    #expect(error?.description.contains(reason) == true)
  }
}
