import Goldens
import TestSupport
import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

@Suite struct PNGTests {
  /// The chunks of a PNG in order: their types and what is in them.
  private func chunks(_ png: [UInt8]) -> [(type: String, data: ArraySlice<UInt8>)] {
    var chunks: [(type: String, data: ArraySlice<UInt8>)] = []
    var start = 8
    while start + 12 <= png.count {
      let length = png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: png[start + 4..<start + 8], as: UTF8.self)
      chunks.append((type, png[start + 8..<start + 8 + length]))
      start += length + 12
    }
    return chunks
  }

  private func png(_ scene: Scene, dpi: Double = 72, describing: Bool = false) throws -> [UInt8] {
    try CairoRenderer(text: TextSetter()).png(scene, dpi: dpi, describing: describing)
  }

  // MARK: Texts

  @Test func textsAreRecordedWhereAskedFor() throws {
    let scene = Scene.ofText([], title: "시그모이드 σ", summary: "Rises; a\0b")
    let texts = chunks(try png(scene, describing: true)).filter { $0.type == "iTXt" }
    // Keyword, no compression, no language, no translated keyword; then the text in UTF-8.
    #expect(
      texts.map { Array($0.data) } == [
        Array("Title\0\0\0\0\0시그모이드 σ".utf8), Array("Description\0\0\0\0\0Rises; a\u{fffd}b".utf8),
      ])
    #expect(chunks(try png(scene)).map(\.type) == ["IHDR", "pHYs", "IDAT", "IEND"])
  }

  @Test func emptyTextsAndTimesAreNotRecorded() throws {
    let types = chunks(try png(.ofText([]), describing: true)).map(\.type)
    #expect(types == ["IHDR", "pHYs", "IDAT", "IEND"])
  }

  // MARK: Transparency

  private let box = BoxStyle(
    fill: Color(0x20_40_80), edge: Color(0), edgeWidth: 0, cornerRadius: 0, opacity: 0.5)

  @Test func aPageWithoutBackgroundIsTransparent() throws {
    var scene = Scene.ofText([TextSample("x", y: 200, fontSize: 100)], background: nil)
    scene.elements.append(
      Scene.Element(
        mark: .legend,
        shape: .box(Rectangle(left: 200, top: 10, width: 100, height: 100), box)))
    let png = try png(scene)
    #expect(chunks(png).first.map { Array($0.data.suffix(5)) } == [8, 6, 0, 0, 0])
    let image = try RasterImage(png: png)
    #expect(image.samples(x: 0, y: 0) == [0, 0, 0, 0])
    // Half of the colour is kept in eight bits, and doubled again it is off by one at most.
    let half = image.samples(x: 250, y: 50)
    #expect(half[3] == 128)
    for (got, want) in zip(half, [0x20, 0x40, 0x80]) { #expect(abs(got - want) <= 1) }
    // Black text has black edges whatever its cover.
    let edges = pixels(of: image).filter { $0[3] > 0 && $0 != half }
    #expect(edges.count > 100 && edges.allSatisfy { $0[0] == 0 && $0[1] == 0 && $0[2] == 0 })
  }

  /// What is behind shines through as if it had been there from the start.
  @Test func aTransparentPageOnWhiteIsAWhitePage() throws {
    let samples = [TextSample("함수 f(x)", y: 120, fontSize: 60, style: .italic)]
    let clear = try RasterImage(png: png(.ofText(samples, background: nil)))
    let white = try RasterImage(png: png(.ofText(samples))).colorsOnWhite
    for (index, pixel) in pixels(of: clear).enumerated() {
      let alpha = Double(pixel[3]) / 255
      let mixed = Double(pixel[0]) * alpha + 255 * (1 - alpha)
      #expect(abs(mixed - Double(white[index * 3])) <= 1)
    }
  }

  /// The samples of every pixel from the top left.
  private func pixels(of image: RasterImage) -> [[Int]] {
    (0..<image.height).flatMap { y in (0..<image.width).map { image.samples(x: $0, y: y) } }
  }

  // MARK: Sizes

  private func page(_ width: Double, _ height: Double) -> Scene {
    Scene(
      width: width, height: height, background: Color(0xffffff), elements: [], title: "a",
      summary: "b")
  }

  @Test func aPageMayBeOnePixel() throws {
    for (scene, dpi) in [(page(0.72, 0.72), 100.0), (page(1, 1), 72), (page(1, 1), 1)] {
      let image = try RasterImage(png: png(scene, dpi: dpi))
      #expect(image.width == 1 && image.height == 1)
      #expect(image.samples(x: 0, y: 0) == [255, 255, 255, 255])
    }
  }

  /// Pixels keep their places and channels, however few there are in a row.
  @Test(arguments: [1, 2, 3, 4, 5, 7], [1, 2, 5])
  func everyPixelIsItsOwn(_ width: Int, _ height: Int) throws {
    var scene = page(Double(width), Double(height))
    func color(_ x: Int, _ y: Int) -> Int { (x + 1) * 0x1f_0301 + y * 0x05_2907 }
    for y in 0..<height {
      for x in 0..<width {
        let box = Rectangle(left: Double(x), top: Double(y), width: 1, height: 1)
        let style = BoxStyle(
          fill: Color(UInt32(color(x, y))), edge: Color(0), edgeWidth: 0, cornerRadius: 0,
          opacity: 1)
        scene.elements.append(Scene.Element(mark: .legend, shape: .box(box, style)))
      }
    }
    let image = try RasterImage(png: png(scene))
    for y in 0..<height {
      for x in 0..<width {
        let (red, rest) = color(x, y).quotientAndRemainder(dividingBy: 1 << 16)
        #expect(image.samples(x: x, y: y) == [red, rest >> 8, rest & 0xff, 255])
      }
    }
  }

  @Test(arguments: [4800.0 * 10, 1e300, .infinity, .nan])
  func tooManyPixelsAreRefused(_ dpi: Double) throws {
    let error = #expect(throws: RenderingError.self) { try png(page(360, 180), dpi: dpi) }
    #expect(error?.description.contains("32767") == true)
    #expect(throws: RenderingError.self) { try png(page(.nan, 180)) }
    // A hundred inches at 1200 dpi.
    #expect(throws: RenderingError.self) { try png(page(7200, 3600), dpi: 1200) }
  }
}
