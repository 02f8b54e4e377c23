import Books
import Figures
import Plotting
import Testing

@testable import CairoRenderer
import Typesetting

/// The layout of the chapter's figures against the published ones, without a pixel.
@Suite struct ChapterSceneTests {
  let reference: ChapterReference
  let text: TextSetter

  init() throws {
    reference = try ChapterReference.load()
    text = try TextSetter()
  }

  private func scene(_ name: String) throws -> (Scene, ChapterReference.Figure) {
    let request = try #require(Chapter.figures.first { $0.name == name })
    return (
      try request.figure().scene(measuring: text), try #require(reference.figures[name])
    )
  }

  @Test func namesAreTheChapters() {
    #expect(
      Chapter.figures.map(\.name)
        == ["relu", "relu-grad", "sigmoid", "sigmoid-grad", "tanh", "tanh-grad"])
  }

  @Test(arguments: Chapter.figures.map(\.name))
  func pageAndAxes(_ name: String) throws {
    let (scene, expected) = try scene(name)
    #expect(abs(scene.width - expected.page[0]) < 0.01)
    #expect(abs(scene.height - expected.page[1]) < 0.01)
    let curve = try #require(scene.elements.first { $0.mark == .curve(index: 0) })
    guard case .stroke(_, _, let clip?) = curve.shape else {
      Issue.record("the curve is not clipped to the axes")
      return
    }
    for (got, want) in zip([clip.left, clip.top, clip.width, clip.height], expected.axes) {
      #expect(abs(got - want) < 0.01)
    }
  }

  @Test(arguments: Chapter.figures.map(\.name))
  func labelsAndTicks(_ name: String) throws {
    let (scene, expected) = try scene(name)
    let labels = try expected.labels(text)
    let texts = scene.elements.compactMap { element -> Scene.Text? in
      if case .text(let text) = element.shape { text } else { nil }
    }
    #expect(texts.map(\.string) == (labels.x + labels.y).map(\.string))
    for (got, want) in zip(texts, labels.x + labels.y) {
      #expect(abs(got.origin.x - want.x) < 0.05, "\(want.string)")
      #expect(abs(got.origin.y - want.y) < 0.05, "\(want.string)")
      #expect(got.angle == want.angle && got.fontSize == 10)
    }
    for (axis, ticks) in [(Plotting.Axis.x, expected.xticks), (.y, expected.yticks)] {
      for (index, tick) in ticks.enumerated() {
        for mark in [Scene.Mark.tick(axis, index: index), .gridLine(axis, index: index)] {
          let element = try #require(scene.elements.first { $0.mark == mark })
          guard case .stroke(let runs, _, _) = element.shape else { continue }
          let start = try #require(runs.first?.first)
          #expect(abs((axis == .x ? start.x : start.y) - tick.position) < 0.01)
        }
      }
    }
  }

  @Test func widthsAreUnhinted() throws {
    for (character, width) in [("8", 6.3623), ("\u{2212}", 8.3789), (".", 3.1787)] {
      let extent = try text.measure(character, fontSize: 10, style: .upright)
      #expect(abs(extent.advance - width) < 5e-5)
    }
  }
}
