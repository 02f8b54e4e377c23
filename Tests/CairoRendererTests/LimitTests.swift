import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

/// Pages of any size and text of any length: drawn, or refused with a sentence.
@Suite struct LimitTests {
  private func page(_ width: Double, _ height: Double, _ samples: [TextSample] = []) -> Scene {
    var scene = Scene.ofText(samples)
    scene.width = width
    scene.height = height
    return scene
  }

  @Test(arguments: [0.72, 1, 7200]) func vectorPagesOfAnyUsualSizeAreDrawn(_ side: Double) throws {
    let renderer = CairoRenderer(text: try TextSetter())
    let scene = page(side, side, [TextSample("함수", y: side / 2, x: side / 2)])
    #expect(try renderer.svg(scene).count > 300)
    #expect(try renderer.pdf(scene).count > 300)
  }

  @Test(arguments: [(14_401.0, 100.0), (100, 1e6), (1e300, 1e300), (.infinity, 9), (.nan, 9)])
  func pagesBeyondThatAreRefused(_ width: Double, _ height: Double) throws {
    let renderer = CairoRenderer(text: try TextSetter())
    let error = #expect(throws: RenderingError.self) { try renderer.pdf(page(width, height)) }
    #expect(error?.description.contains("14400 pt") == true)
    if width != 14_401 {
      #expect(throws: RenderingError.self) { try renderer.svg(page(width, height)) }
    }
  }

  @Test func endlessTextIsDrawnOrRefused() throws {
    let renderer = CairoRenderer(text: try TextSetter())
    let text = String(repeating: "함W ", count: 20_000)
    let extent = try renderer.text.measure(text, fontSize: 10, style: .italic)
    #expect(extent.advance > 20_000 * 20)
    let scene = page(400, 250, [TextSample(text, y: 100), TextSample(text, y: 200, angle: 45)])
    #expect(try renderer.png(scene, dpi: 72).count > 100)
    #expect(try renderer.pdf(scene).count > 100)
    // As a layout would have it, the page is as wide as the text.
    #expect(throws: RenderingError.self) { try renderer.svg(page(extent.advance, 250)) }
    #expect(throws: RenderingError.self) { try renderer.png(page(extent.advance, 250), dpi: 72) }
    let marks = "x" + String(repeating: "\u{302}", count: 100_000)
    let error = #expect(throws: RenderingError.self) {
      try renderer.text.measure(marks, fontSize: 10, style: .upright)
    }
    #expect((error?.description.unicodeScalars.count ?? 0) < 500)
  }
}
