import TestSupport
import Testing
import Typesetting

@testable import Plotting

/// What holds of every diagram of a network, whatever its shape and look.
@Suite("Networks of many shapes")
struct NetworkShapeTests {
  /// A diagram that follows from a seed.
  struct Subject: CustomTestStringConvertible {
    let seed: UInt64
    let diagram: NetworkDiagram

    var testDescription: String {
      "\(seed): \(diagram.layers.map(\.count)) \(diagram.direction) most \(diagram.most)"
        + " \(diagram.hasBiases ? "biases" : "") \(diagram.weights.isEmpty ? "" : "weights")"
    }

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      let isWeighted = seed % 3 == 1
      let layers = Int.random(in: 2...(seed % 4 == 0 ? 12 : 5), using: &random)
      let largest = [5, 12, isWeighted ? 40 : 1000][Int(seed % 3)]
      var diagram = NetworkDiagram(
        (0..<layers).map { _ in
          NetworkDiagram.Layer(Int.random(in: 1...largest, using: &random))
        })
      diagram.direction = Bool.random(using: &random) ? .up : .right
      diagram.hasBiases = Bool.random(using: &random)
      diagram.most = Int.random(in: 2...14, using: &random)
      diagram.drawsDroppedConnections = Bool.random(using: &random)
      diagram.title = Bool.random(using: &random) ? "A title" : ""
      for layer in diagram.layers.indices {
        let count = diagram.layers[layer].count
        if Bool.random(using: &random) { diagram.layers[layer].activation = "relu" }
        if Bool.random(using: &random) {
          diagram.layers[layer].dropped = [Int.random(in: 0..<count, using: &random)]
        }
        if seed % 5 == 0 {
          diagram.layers[layer].values = (0..<count).map { _ in
            Double.random(in: -3...2, using: &random)
          }
        }
      }
      let theme = Theme.Preset.allCases[Int(seed % 4)].theme
      diagram.theme = theme.scaled(fontSize: Double.random(in: 6...24, using: &random))
        .scaled(lineWidth: Double.random(in: 0.5...4, using: &random))
      if isWeighted { Self.addWeights(to: &diagram, using: &random) }
      self.seed = seed
      self.diagram = diagram
    }

    private static func addWeights(
      to diagram: inout NetworkDiagram, using random: inout SplitMix64
    ) {
      diagram.weights = zip(diagram.layers, diagram.layers.dropFirst()).map { layer, next in
        func numbers() -> [Double] {
          (0..<next.count).map { _ in Double.random(in: -2...1, using: &random) }
        }
        return NetworkDiagram.Weights(
          (0..<layer.count).map { _ in numbers() }, biases: diagram.hasBiases ? numbers() : [])
      }
    }

    func reading() throws -> NetworkReading {
      NetworkReading(try diagram.scene(measuring: FixedPitchMeasurer()))
    }
  }

  static let subjects = (1...48).map { Subject(seed: $0) }

  @Test(
    "Every arrow begins at the edge of a unit, ends before one, and touches no other",
    arguments: subjects)
  func arrows(subject: Subject) throws {
    let reading = try subject.reading()
    for arrow in reading.arrows {
      let start = arrow.line[0], half = arrow.style.width / 2
      var sources = 0, targets = 0
      for unit in reading.units {
        let distance = arrow.segments.map { NetworkReading.distance(unit.center, $0) }.min() ?? 0
        if isSource(unit, of: start) {
          sources += 1
          // A bias is a square within the circle that it would be.
          #expect(distance >= (unit.index == nil ? 0.75 : 1 - 1e-9) * unit.radius)
        } else {
          #expect(distance >= unit.reach + half - 1e-9, "\(arrow.mark) at \(unit)")
          if unit.center.distance(to: arrow.line[1]) < unit.reach + 2 * arrow.style.width {
            targets += 1
          }
        }
      }
      #expect(sources == 1 && targets == 1, "\(arrow.mark)")
    }
  }

  private func isSource(_ unit: NetworkReading.Unit, of start: Point) -> Bool {
    let distance = unit.center.distance(to: start)
    guard unit.index == nil else { return isClose(distance, unit.radius) }
    // The half of the side, by which `radius` is known here, up to the corner.
    return (0.999 * unit.radius...1.3 * unit.radius).contains(distance)
  }

  @Test(
    "Every connection is drawn that is neither dropped nor of a unit left out", arguments: subjects)
  func connections(subject: Subject) throws {
    let reading = try subject.reading()
    let diagram = subject.diagram
    var count = 0
    for layer in 0..<(diagram.layers.count - 1) {
      func alive(_ layer: Int) -> Int {
        reading.units.count { unit in
          guard unit.layer == layer else { return false }
          guard let index = unit.index, !diagram.drawsDroppedConnections else { return true }
          return !diagram.layers[layer].dropped.contains(index)
        }
      }
      let nextBias = reading.unit(layer + 1, nil) == nil ? 0 : 1
      count += alive(layer) * (alive(layer + 1) - nextBias)
    }
    #expect(reading.arrows.count == count)
  }

  @Test("A layer has its units, its dots and its bias", arguments: subjects)
  func units(subject: Subject) throws {
    let reading = try subject.reading(), diagram = subject.diagram
    for (layer, given) in diagram.layers.enumerated() {
      let units = reading.units.filter { $0.layer == layer }
      let indices = units.compactMap(\.index)
      let shown = min(given.count, diagram.most)
      #expect(indices.count == shown && indices == indices.sorted())
      #expect(indices.first == 0 && indices.last == given.count - 1)
      let isLast = layer == diagram.layers.count - 1
      #expect(units.contains { $0.index == nil } == (diagram.hasBiases && !isLast))
      let dots = reading.boxes.count { $0.mark == .omittedUnits(layer: layer) }
      #expect(dots == (given.count > diagram.most ? 3 : 0))
      let counted = reading.words.contains { $0.mark == .layerCount(layer: layer) }
      #expect(counted == (given.count > diagram.most))
    }
  }

  @Test("No words touch other words, an arrow, or a unit that is not theirs", arguments: subjects)
  func words(subject: Subject) throws {
    let reading = try subject.reading()
    for (place, words) in reading.words.enumerated() {
      for box in words.ink {
        let others = reading.words[..<place].flatMap(\.ink) + reading.boxes.map(\.box)
        #expect(!others.contains { $0.overlaps(box) }, "\(words.mark)")
        for unit in reading.units {
          if isName(words.mark, of: unit) {
            let corners = [box.left, box.right].flatMap { x in
              [box.top, box.bottom].map { Point(x: x, y: $0) }
            }
            #expect(corners.allSatisfy { unit.center.distance(to: $0) < unit.radius })
          } else {
            #expect(box.distance(to: unit.center) > unit.reach, "\(words.mark) at \(unit)")
          }
        }
        let isInUnit = reading.units.contains { isName(words.mark, of: $0) }
        guard !isInUnit else { continue }
        for arrow in reading.arrows {
          #expect(!arrow.segments.contains { $0.length(in: box) > 0 }, "\(words.mark)")
        }
      }
    }
  }

  private func isName(_ mark: Scene.Mark, of unit: NetworkReading.Unit) -> Bool {
    switch mark {
    case .unitLabel(unit.layer, let index): index == unit.index
    case .biasLabel(unit.layer): unit.index == nil
    default: false
    }
  }

  @Test("The page is cut to what is drawn and the margin", arguments: subjects)
  func page(subject: Subject) throws {
    let scene = try subject.diagram.scene(measuring: FixedPitchMeasurer())
    let reading = NetworkReading(scene)
    var content = Rectangle(around: reading.units[0].center, radius: reading.units[0].reach)
    for unit in reading.units {
      content = content.union(Rectangle(around: unit.center, radius: unit.reach))
    }
    for point in reading.arrows.flatMap({ $0.line + $0.head }) {
      content = content.union(Rectangle(left: point.x, top: point.y, width: 0, height: 0))
    }
    for box in reading.words.flatMap(\.ink) + reading.boxes.map(\.box) {
      content = content.union(box)
    }
    let margin = subject.diagram.theme.pageMargin
    // Lines of text have room for letters that they do not have, and a bias is within its circle.
    let slack = 0.6 * subject.diagram.theme.titleSize
    for side in [
      content.left, content.top, scene.width - content.right, scene.height - content.bottom,
    ] {
      #expect((margin - 1e-9...margin + slack).contains(side))
    }
    #expect(scene.numbers.allSatisfy { $0.isFinite })
  }
}
