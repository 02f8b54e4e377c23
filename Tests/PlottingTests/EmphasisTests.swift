import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Curves that stand back")
struct EmphasisTests {
  private func figure(_ emphases: [Curve.Emphasis]) -> Figure {
    let curves = emphases.enumerated().map { index, emphasis in
      Curve(
        x: [0, 1], y: [0, Double(index)], label: "\(index)", style: emphases.count - index,
        emphasis: emphasis)
    }
    return Figure([Panel(curves: curves)], legend: .outside)
  }

  @Test("They are thinner in their style, in the axes and in the legend")
  func widths() throws {
    let figure = figure([.behind, .trace, .full])
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let theme = figure.theme
    var strokes: [Scene.Mark: StrokeStyle] = [:]
    for element in scene.elements {
      if case .stroke(_, let style, _) = element.shape { strokes[element.mark] = style }
    }
    let behind = try #require(strokes[.curve(index: 0)])
    #expect(behind.width == theme.curve(3).width * theme.thinCurveShare)
    #expect(behind.dashes == theme.curve(3).dashes && !behind.dashes.isEmpty)
    #expect(strokes[.curve(index: 1)]?.dashes == [])
    #expect(strokes[.curve(index: 2)] == theme.curve(1))
    // The legend begins with what stands out.
    let names = scene.elements.compactMap { element -> String? in
      guard case .legendLabel = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.string
    }
    #expect(names == ["2", "0", "1"])
    #expect(strokes[.legendHandle(index: 1)] == behind)
  }
}
