import CairoRenderer

@testable import Plotting
import Typesetting

/// Where things are on a page, for tests of the layout over many figures.
struct SceneReading {
  let scene: Scene
  let measurer: TextSetter
  /// The curves, cut into straight lines, within the axes.
  let curves: [Segment]
  /// The axes box.
  let axes: Rectangle

  init(_ scene: Scene, measurer: TextSetter) {
    self.scene = scene
    self.measurer = measurer
    var segments: [Segment] = [], axes: Rectangle?
    for element in scene.elements {
      guard case .curve = element.mark, case .stroke(let runs, _, let clip?) = element.shape else {
        continue
      }
      axes = clip
      segments += runs.flatMap { Plotting.clip($0, to: clip) }.flatMap(\.segments)
    }
    curves = segments
    self.axes = axes ?? Rectangle(left: 0, top: 0, width: scene.width, height: scene.height)
  }

  /// A text and the room that it takes.
  struct Words {
    let mark: Scene.Mark
    let string: String
    let box: Rectangle
  }

  func words(where isMeant: (Scene.Mark) -> Bool) throws -> [Words] {
    try scene.elements.compactMap { element in
      guard isMeant(element.mark), case .text(let text) = element.shape else { return nil }
      let extent = try measurer.typeset(text.string, fontSize: text.fontSize).extent
      let level = extent.box(at: text.origin)
      let box =
        text.angle == 0
        ? level
        : Rectangle(
          left: text.origin.x - extent.ascent, top: text.origin.y - extent.advance,
          width: level.height, height: level.width)
      return Words(mark: element.mark, string: text.string, box: box)
    }
  }

  /// The middle of the dot of an annotation.
  func dot(_ index: Int) -> Point? {
    scene.elements.lazy.compactMap { element -> Point? in
      guard element.mark == .annotation(index: index),
        case .box(let box, let style) = element.shape,
        style.cornerRadius > 0
      else { return nil }
      return Point(x: box.midX, y: box.midY)
    }.first
  }

  func has(_ mark: Scene.Mark) -> Bool { scene.elements.contains { $0.mark == mark } }

  /// The length of all curves in a box.
  func covered(_ box: Rectangle) -> Double { curves.reduce(0) { $0 + $1.length(in: box) } }
}
