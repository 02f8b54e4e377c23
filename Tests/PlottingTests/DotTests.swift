import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Dots")
struct DotTests {
  @Test("A dot is a circle in its curve's colour around its point, in front of the curves")
  func circles() throws {
    let curve = Curve(x: [0, 1], y: [0, 1])
    let dots = [
      Dot(x: 0.5, y: 0.5, isFull: true, style: 0), Dot(x: 0.25, y: 1, isFull: false, style: 1),
      Dot(x: 2, y: 0.5, isFull: true, style: 0),
    ]
    let figure = Figure([Panel(curves: [curve, curve], dots: dots)])
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let lastCurve = try #require(scene.elements.lastIndex { $0.mark == .curve(index: 1) })
    for (index, dot) in dots.prefix(2).enumerated() {
      let place = try #require(scene.elements.firstIndex { $0.mark == .dot(index: index) })
      guard case .box(let box, let style) = scene.elements[place].shape else {
        Issue.record("A dot is a box.")
        continue
      }
      #expect(place > lastCurve)
      #expect((box.width - 2 * style.cornerRadius).magnitude < 1e-9 && box.width == box.height)
      let color = figure.theme.curve(dot.style).color
      #expect(style.edge == color && style.fill == (dot.isFull ? color : figure.theme.background))
    }
    // Out of sight.
    #expect(!scene.elements.contains { $0.mark == .dot(index: 2) })
  }
}
