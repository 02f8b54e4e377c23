import TestSupport
import Testing
import Typesetting

@testable import Plotting

@Suite("A page without colour")
struct ClearPageTests {
  private func figure(isTransparent: Bool, _ theme: Theme = .chapter) -> Figure {
    let panel = Panel(
      curves: [
        Curve(x: [-1, 1], y: [-1, 1], label: "f"), Curve(x: [-1, 1], y: [0, 0], label: "g"),
      ],
      dots: [
        Dot(x: 0.5, y: 0.5, isFull: false, style: 0), Dot(x: -0.5, y: -0.5, isFull: true, style: 0),
      ],
      annotations: [
        .text(x: 0, y: 0, "words"), .point(x: 0.8, y: 0.8, label: "point", style: 0),
      ])
    return Figure([panel], theme: theme, isTransparent: isTransparent)
  }

  @Test("Nothing is drawn in the colour of the page", arguments: Theme.Preset.allCases)
  func colors(preset: Theme.Preset) throws {
    let page = preset.theme.background
    func covers(_ scene: Scene) -> Bool {
      scene.elements.contains { element in
        switch element.shape {
        case .box(_, let style): style.fill == page || style.edgeWidth > 0 && style.edge == page
        case .stroke(_, let style, _): style.color == page
        case .area(_, let color, _): color == page
        case .text: false
        }
      }
    }
    func scene(isTransparent: Bool) throws -> Scene {
      try figure(isTransparent: isTransparent, preset.theme).scene(measuring: FixedPitchMeasurer())
    }
    #expect(try covers(scene(isTransparent: false)))
    #expect(try !covers(scene(isTransparent: true)))
    #expect(try scene(isTransparent: true).background == nil)
  }

  @Test("Lines keep off words, open dots and the legend")
  func openings() throws {
    let plain = try figure(isTransparent: false).scene(measuring: FixedPitchMeasurer())
    let clear = try figure(isTransparent: true).scene(measuring: FixedPitchMeasurer())
    let boxes = plain.elements.compactMap { element -> Rectangle? in
      switch element.mark {
      case .annotationBox, .legend, .dot(index: 0):
        if case .box(let box, _) = element.shape { return box.outset(by: -0.3 * box.height) }
        return nil
      default: return nil
      }
    }
    #expect(boxes.count == 4)
    for element in clear.elements {
      switch element.mark {
      case .curve, .gridLine: break
      default: continue
      }
      guard case .stroke(let runs, _, _) = element.shape else { continue }
      let covered = boxes.filter { box in
        runs.contains { $0.segments.contains { $0.length(in: box) > 1e-6 } }
      }
      #expect(covered.isEmpty, "\(element.mark)")
    }
  }

  @Test("Full dots are as large as the colour in their rings")
  func dots() throws {
    let clear = try figure(isTransparent: true).scene(measuring: FixedPitchMeasurer())
    let theme = Theme.chapter
    for element in clear.elements where element.mark == .annotation(index: 1) {
      guard case .box(let box, let style) = element.shape else { continue }
      #expect((box.width - 2 * theme.pointRadius + theme.dotEdgeWidth).magnitude < 1e-9)
      #expect(style.edgeWidth == 0 && (2 * style.cornerRadius - box.width).magnitude < 1e-9)
    }
    let outline = try #require(clear.lines(of: .dot(index: 0))?.first)
    #expect(outline.first == outline.last && outline.count > 24)
  }
}
