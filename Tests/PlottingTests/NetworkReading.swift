import TestSupport
import Typesetting

@testable import Plotting

/// What a diagram of a network draws, read from its scene.
struct NetworkReading {
  struct Unit {
    let layer: Int
    /// The index of the unit, or `nil` for a bias.
    let index: Int?
    let center: Point
    /// To the outside of the edge.
    let reach: Double
    /// To the middle of the edge.
    let radius: Double
  }

  struct Arrow {
    let mark: Scene.Mark
    let line: [Point]
    let head: [Point]
    let style: StrokeStyle

    var segments: [Segment] { line.segments + head.segments }
  }

  struct Words {
    let mark: Scene.Mark
    let ink: [Rectangle]
  }

  private(set) var units: [Unit] = []
  private(set) var arrows: [Arrow] = []
  private(set) var words: [Words] = []
  /// Everything else.
  private(set) var boxes: [(mark: Scene.Mark, box: Rectangle)] = []

  init(_ scene: Scene) {
    var pending: [Scene.Mark: [[Point]]] = [:]
    for element in scene.elements {
      switch (element.mark, element.shape) {
      case (.unit(let layer, let index), .box(let box, let style)):
        units.append(Self.unit(layer, index, box, style))
      case (.unit(let layer, let index), .stroke(let runs, let style, _)):
        units.append(
          Self.unit(
            layer, index, Self.box(around: runs[0]),
            BoxStyle(
              fill: style.color, edge: style.color, edgeWidth: style.width,
              cornerRadius: Self.box(around: runs[0]).width / 2, opacity: 0)))
      case (.bias(let layer), .box(let box, let style)):
        units.append(Self.unit(layer, nil, box, style))
      case (.connection, .stroke(let runs, let style, _)),
        (.biasConnection, .stroke(let runs, let style, _)),
        (.connections, .stroke(let runs, let style, _)):
        let lines = runs.filter { $0.count == 2 } + (pending[element.mark] ?? [])
        let heads = runs.filter { $0.count == 3 }
        pending[element.mark] = heads.isEmpty ? lines : nil
        for (line, head) in zip(lines, heads) {
          arrows.append(Arrow(mark: element.mark, line: line, head: head, style: style))
        }
      case (let mark, .text(let text)):
        let ink = text.pieces.compactMap { piece -> Rectangle? in
          guard case .glyphs(let run) = piece else { return nil }
          return run.ink.moved(x: text.origin.x, y: text.origin.y)
        }
        words.append(Words(mark: mark, ink: ink))
      case (let mark, .box(let box, _)): boxes.append((mark, box))
      case (let mark, .stroke(let runs, let style, _)):
        boxes.append((mark, Self.box(around: Array(runs.joined())).outset(by: style.width / 2)))
      case (_, .area): break
      }
    }
  }

  private static func unit(
    _ layer: Int, _ index: Int?, _ box: Rectangle, _ style: BoxStyle
  ) -> Unit {
    Unit(
      layer: layer, index: index, center: Point(x: box.midX, y: box.midY),
      reach: (box.width + style.edgeWidth) / 2, radius: box.width / 2)
  }

  private static func box(around points: [Point]) -> Rectangle {
    let x = points.map(\.x), y = points.map(\.y)
    let left = x.min() ?? 0, top = y.min() ?? 0
    return Rectangle(
      left: left, top: top, width: (x.max() ?? 0) - left, height: (y.max() ?? 0) - top)
  }

  /// The unit with that index, or the bias.
  func unit(_ layer: Int, _ index: Int?) -> Unit? {
    units.first { $0.layer == layer && $0.index == index }
  }

  /// The distance of a point from a stretch of a line.
  static func distance(_ point: Point, _ segment: Segment) -> Double {
    let (a, b) = (segment.start, segment.end)
    let x = b.x - a.x, y = b.y - a.y
    let length = x * x + y * y
    let part =
      length > 0 ? min(max(((point.x - a.x) * x + (point.y - a.y) * y) / length, 0), 1) : 0
    return point.distance(to: Point(x: a.x + part * x, y: a.y + part * y))
  }
}
