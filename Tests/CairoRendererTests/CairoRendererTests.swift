import Goldens
import Plotting
import TestSupport
import Testing

@testable import CairoRenderer
import Typesetting

@Suite struct CairoRendererTests {
  private func scene(title: String = "a", x: [Double] = [0, 1, 2], y: [Double] = [0, 1, 0]) throws
    -> Scene
  {
    let figure = Figure(
      [Panel(curves: [Curve(x: x, y: y)], x: AxisOptions(label: "x"))], accessibleTitle: title,
      accessibleSummary: "a < b & c")
    return try figure.scene(measuring: TextSetter())
  }

  private func renderer() throws -> CairoRenderer {
    CairoRenderer(text: try TextSetter())
  }

  // MARK: SVG

  @Test func svgIsNamedForScreenReaders() throws {
    let document = try SVGDocument(try renderer().svg(try scene(title: "f <1> & \u{1}")))
    #expect(document.root["role"] == "img")
    #expect(document.title == "f <1> & \u{fffd}")
    #expect(document.summary == "a < b & c")
    let names = try #require(document.root["aria-labelledby"]).split(separator: " ")
    #expect(names.count == 2)
    #expect(names.first?.hasSuffix("-title") == true && names.last?.hasSuffix("-desc") == true)
  }

  @Test func idsAreTheFiguresOwn() throws {
    let renderer = try renderer()
    // A curve beyond the limits is clipped, so that there are clip ids to rename.
    var clipped = Figure(
      [Panel(curves: [Curve(x: [0, 1, 2], y: [0, 9, 0])])], accessibleTitle: "clipped")
    clipped.panels[0].y.limits = try AxisLimits(0, 1)
    let first = ids(try renderer.svg(try clipped.scene(measuring: renderer.text)))
    let again = ids(try renderer.svg(try clipped.scene(measuring: renderer.text)))
    let other = ids(try renderer.svg(try scene(title: "other")))
    #expect(first.count > 3)
    #expect(first == again)
    #expect(Set(first).isDisjoint(with: other))
    #expect(first.allSatisfy { $0.hasPrefix("actplot-") })
  }

  /// Every id that is defined or referred to.
  private func ids(_ svg: [UInt8]) -> [String] {
    let text = String(decoding: svg, as: UTF8.self)
    return text.matches(of: /( id="|url\(#|href="#)([^")]+)/).map { String($0.output.2) }
  }

  // MARK: PNG

  @Test func pngRecordsItsResolution() throws {
    let png = try renderer().png(try scene(), dpi: 254)
    let name = Array("pHYs".utf8)
    let start = try #require(png.indices.first { png[$0...].starts(with: name) })
    // 254 dpi are 10,000 pixels to the metre; the last byte says that the unit is the metre.
    #expect(Array(png[(start + 4)..<(start + 13)]) == [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10, 1])
  }

  @Test func pngIsThePageInPixels() throws {
    let scene = try scene()
    let image = try RasterImage(png: renderer().png(scene, dpi: 144))
    #expect(image.width == Int((scene.width * 2).rounded()))
    #expect(image.height == Int((scene.height * 2).rounded()))
    #expect(image.samples(x: 0, y: 0) == [255, 255, 255, 255])
  }

  @Test func curvesKeepInsideTheAxes() throws {
    var figure = Figure([Panel(curves: [Curve(x: [0, 1, 2], y: [-50, 50, -50])])])
    figure.panels[0].y.limits = try AxisLimits(0, 1)
    let renderer = try renderer()
    let scene = try figure.scene(measuring: renderer.text)
    let image = try RasterImage(png: renderer.png(scene, dpi: 72))
    let blueRows = Set(bluePixels(image).map { $0 / image.width }).sorted()
    let axes = try #require(
      scene.elements.compactMap { element -> Rectangle? in
        if case .stroke(_, _, let clip) = element.shape { clip } else { nil }
      }.first)
    // At 72 dpi a point is a pixel, and the rows at the edges are partly covered.
    #expect(blueRows.first.map { abs(Double($0) - axes.top) <= 2 } == true)
    #expect(blueRows.last.map { abs(Double($0) - axes.bottom) <= 2 } == true)
  }

  @Test func uprightLinesAreSharp() throws {
    // At 90 dpi the 0.8 pt of a spine are one pixel: black, not two rows of grey.
    let image = try RasterImage(png: renderer().png(try scene(), dpi: 90))
    let colors = image.colorsOnWhite, column = image.width / 2 + 3
    let dark = (0..<image.height).filter { colors[($0 * image.width + column) * 3] < 40 }
    #expect(dark.count >= 2)
  }

  @Test func aLoneSampleIsSeen() throws {
    let scene = try scene(x: [0, 1, 2, 3], y: [0, .nan, 1, .nan])
    let image = try RasterImage(png: renderer().png(scene, dpi: 72))
    #expect((2...12).contains(bluePixels(image).count))
  }

  /// The indices of the pixels that a curve colours.
  private func bluePixels(_ image: RasterImage) -> [Int] {
    let colors = image.colorsOnWhite
    return (0..<image.width * image.height).filter {
      Int(colors[$0 * 3 + 2]) > Int(colors[$0 * 3]) + 60
    }
  }

  // MARK: What cannot be drawn

  @Test func aMissingFontNamesThePackage() throws {
    let error = #expect(throws: RenderingError.self) { try TextSetter(fontPaths: ["/nowhere.ttf"]) }
    #expect(error?.description.contains("/nowhere.ttf") == true)
    #expect(error?.description.contains("fonts-dejavu-core") == true)
  }

  @Test func aBrokenFontIsASentence() throws {
    let error = #expect(throws: RenderingError.self) { try TextSetter(fontPaths: [#filePath]) }
    #expect(error?.description.contains("cannot be read") == true)
  }

  @Test func aPageBeyondCairosGridIsRefused() throws {
    let figure = Figure([
      Panel(
        curves: [Curve(x: [0, 1], y: [0, 1])],
        x: AxisOptions(label: String(repeating: "m", count: 10_000)))
    ])
    let scene = try figure.scene(measuring: TextSetter())
    #expect(throws: RenderingError.self) { try renderer().svg(scene) }
  }
}
