import Glibc
import Goldens
import TestSupport
import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

@Suite struct TextSetterTests {
  private func measure(_ text: String, _ style: FontStyle = .upright) throws -> TextExtent {
    try TextSetter().measure(text, fontSize: 10, style: style)
  }

  @Test func kerningAndSpaces() throws {
    let pair = try measure("AV").advance
    #expect(try pair < measure("A").advance + measure("V").advance - 0.3)
    #expect(try measure(" ").advance > 3)
    #expect(try measure("") == TextExtent(advance: 0, ascent: 0, descent: 0))
  }

  // MARK: Fonts

  @Test func aPathIsThatOfAFont() throws {
    let path = try #require(TextSetter.fontPaths.first { access($0, R_OK) == 0 })
    let byPath = try TextSetter(families: [path]).measure("x", fontSize: 10, style: .upright)
    #expect(try byPath == measure("x"))
    for missing in ["/none.ttf", "none.otf", "~/none.TTC", "./none"] {
      let error = #expect(throws: RenderingError.self) { try TextSetter(families: [missing]) }
      #expect(error?.description.contains("There is no font file") == true)
    }
    #expect(InstalledFonts.file(atPath: "DejaVu Sans") == nil)
  }

  @Test func kindsAreFamiliesOfTheMachine() throws {
    for kind in ["serif", "Sans-Serif", "sans", "monospace"] {
      let setter = try TextSetter(families: [kind])
      #expect(try setter.measure("x", fontSize: 10, style: .upright).advance > 3)
    }
    let mono = try TextSetter(families: ["monospace"])
    let widths = try ["i", "W"].map { try mono.measure($0, fontSize: 10, style: .upright).advance }
    #expect(widths[0] == widths[1])
  }

  @Test func aFamilyIsFoundInAFolder() throws {
    let path = try #require(TextSetter.fontPaths.first { access($0, R_OK) == 0 })
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    #expect(InstalledFonts.file(ofFamily: "dejavu sans", in: folder)?.path == path)
    #expect(InstalledFonts.file(ofFamily: "No Such Family", in: folder) == nil)
    #expect(InstalledFonts.file(ofFamily: "DejaVu Sans", in: "/none") == nil)
  }

  // MARK: Italic

  @Test(arguments: ["f", "x", "M", "p", "∂", "ff"])
  func italicLeansAndIsAsHigh(_ text: String) throws {
    let upright = try measure(text), italic = try measure(text, .italic)
    #expect(italic.advance == upright.advance)
    #expect(italic.ascent == upright.ascent)
    #expect(italic.descent == upright.descent)
    // No ink moves further than a fifth of its height above the baseline.
    #expect(italic.overhang > upright.overhang - 0.2 * max(0, italic.descent))
    #expect(italic.overhang <= upright.overhang + 0.2 * italic.ascent + 1e-9)
  }

  @Test func aStraightStemLeansByAFifth() throws {
    // The stem of l is a rectangle, so its top right corner is the rightmost ink both times.
    let upright = try measure("l"), italic = try measure("l", .italic)
    #expect(abs(italic.overhang - upright.overhang - 0.2 * italic.ascent) < 1e-9)
  }

  @Test(arguments: [FontStyle.upright, .italic], ["o", "f", "lg", "S", "8_"])
  func theMeasuredInkIsTheDrawnInk(_ style: FontStyle, _ text: String) throws {
    let setter = try TextSetter()
    // At a point to the pixel and this size, the edge is found to a pixel in 400.
    let extent = try setter.measure(text, fontSize: 400, style: style)
    let glyphs = Glyphs(string: text, fontSize: 400, style: style)
    let line = Scene.Text(
      TypesetLine(string: text, fontSize: 400, pieces: [.glyphs(glyphs)]),
      at: Point(x: 100, y: 500), color: Color(0))
    let scene = Scene(
      width: 1000, height: 700, background: Color(0xffffff),
      elements: [Scene.Element(mark: .title, shape: .text(line))], title: "", summary: "")
    let image = try RasterImage(png: CairoRenderer(text: setter).png(scene, dpi: 72))
    let colors = image.colorsOnWhite
    let dark = (0..<image.width * image.height).filter { colors[$0 * 3] < 128 }
    let columns = dark.map { $0 % image.width }, rows = dark.map { $0 / image.width }
    let right = try #require(columns.max()) + 1
    let top = try #require(rows.min()), bottom = try #require(rows.max()) + 1
    #expect(abs(100 + extent.advance + extent.overhang - Double(right)) < 1.2)
    #expect(abs(500 - extent.ascent - Double(top)) < 1.2)
    #expect(abs(500 + extent.descent - Double(bottom)) < 1.2)
  }

  // MARK: Bars and areas

  @Test func barsAndAreasOfALineAreFilledWhereTheyStand() throws {
    let bar = Rectangle(left: 10, top: -30, width: 50, height: 4)
    let square = [
      Point(x: 100, y: -40), Point(x: 130, y: -40), Point(x: 130, y: -10), Point(x: 100, y: -10),
    ]
    let pieces: [TextPiece] = [
      .rule(bar), .area(square), .glyphs(Glyphs(string: "l", fontSize: 10)),
      .area(square.map { Point(x: $0.x + 100, y: $0.y) }),
    ]
    let line = Scene.Text(
      TypesetLine(string: "", fontSize: 10, pieces: pieces), at: Point(x: 20, y: 100),
      color: Color(0))
    let scene = Scene(
      width: 300, height: 150, background: Color(0xffffff),
      elements: [Scene.Element(mark: .title, shape: .text(line))], title: "", summary: "")
    let image = try RasterImage(png: CairoRenderer(text: TextSetter()).png(scene, dpi: 72))
    let colors = image.colorsOnWhite
    let dark = (0..<image.width * image.height).filter { colors[$0 * 3] < 128 }
      .map { Point(x: Double($0 % image.width), y: Double($0 / image.width)) }
    let glyph = dark.filter { $0.x < 30 && $0.y > 80 }
    #expect(!glyph.isEmpty && dark.count - glyph.count == 50 * 4 + 2 * 30 * 30)
    for (x, y, isDark) in [
      (31, 71, true), (31, 69, false), (149, 61, true), (151, 61, false), (221, 89, true),
    ] {
      #expect((colors[(y * image.width + x) * 3] < 128) == isDark)
    }
  }
}
