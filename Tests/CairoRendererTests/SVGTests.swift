import Goldens
import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

@Suite struct SVGTests {
  private func svg(_ scene: Scene) throws -> [UInt8] {
    try CairoRenderer(text: TextSetter()).svg(scene)
  }

  private func text(_ scene: Scene) throws -> String {
    String(decoding: try svg(scene), as: UTF8.self)
  }

  private func box(_ scene: Scene) -> Scene {
    var scene = scene
    let style = BoxStyle(
      fill: Color(0xff), edge: Color(0), edgeWidth: 1, cornerRadius: 4, opacity: 0.5)
    scene.elements.append(
      Scene.Element(
        mark: .legend, shape: .box(Rectangle(left: 9, top: 9, width: 90, height: 50), style)))
    return scene
  }

  @Test(arguments: [
    "plain", "<script>alert('x')</script>", "]]> --> & &amp; \" ' %",
    "\u{0}\u{b}\u{1f}\u{7f}\u{85}",
    "시그모이드 👩‍🔬 \u{202e}שלום", "\u{fffe}\u{ffff}\u{d7ff}\u{10ffff}",
  ])
  func anyTitleGivesXML(_ title: String) throws {
    let scene = box(.ofText([TextSample("함수", y: 40)], title: title, summary: title))
    let document = try SVGDocument(svg(scene))
    #expect(document.root["role"] == "img")
    #expect(document.title.isEmpty == false && document.title == document.summary)
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    let text = try text(box(.ofText([TextSample("함수 f", y: 40)], title: "a", summary: "b")))
    for reference in text.matches(of: /(?:href="|src="|url\()([^")]*)/) {
      #expect(reference.output.1.hasPrefix("#"))
    }
    let addresses = text.matches(of: /([a-z:]+)="https?:/).map { String($0.output.1) }
    #expect(addresses.allSatisfy { $0.hasPrefix("xmlns") })
    #expect(!text.contains("<image") && !text.contains("<!DOCTYPE") && !text.contains("<text"))
  }

  /// The paths are named whatever Cairo leaves out, joins, or is drawn in the same colour.
  @Test func pathsSayWhatTheyDraw() throws {
    func line(_ mark: Scene.Mark, _ points: [Point]) -> Scene.Element {
      let clip = Rectangle(left: 0, top: 0, width: 100, height: 100)
      let style = StrokeStyle(color: Color(0x1f77b4), width: 1)
      return Scene.Element(mark: mark, shape: .stroke([points], style, clip: clip))
    }
    var scene = box(.ofText([TextSample(" ", y: 40), TextSample("a<\"b\"&url(#c)", y: 60)]))
    scene.elements += [
      line(.curve(index: 0), [Point(x: 5, y: 5), Point(x: 50, y: 90)]),
      // Out of sight, and of no length.
      line(.curve(index: 1), [Point(x: 205, y: 205), Point(x: 250, y: 290)]),
      line(.curve(index: 2), []),
      line(.gridLine(.x, index: 0), [Point(x: 5, y: 9), Point(x: 50, y: 9)]),
      line(.spine(.left), [Point(x: 5, y: 9), Point(x: 50, y: 9)]),
    ]
    scene.elements[scene.elements.count - 1].panel = 1
    let document = try SVGDocument(svg(scene))
    #expect(
      document.shapes.map { $0.title.classes.joined(separator: " ") } == [
        "", "title", "legend", "curve curve-1", "grid x", "spine left panel-2",
      ])
    #expect(document.shapes.compactMap(\.title.words) == ["a<\"b\"&url(#c)"])
    // The numbers that colours carry are taken out of them again.
    #expect(document.shapes[3].strokeColor == "#1f77b4")
    let colors = Set(try text(scene).matches(of: /rgb\(([^)]*)\)/).map { String($0.output.1) })
    #expect(
      colors.map { $0.filter { $0 != " " } }.sorted() == [
        "0%,0%,0%", "0%,0%,100%", "100%,100%,100%", "12.156863%,46.666667%,70.588235%",
      ])
  }

  /// A number survives the digits that Cairo writes, in every colour.
  @Test func numbersInColours() {
    for number in [1, 2, 4095, 8191, 8192, 1_000_000] {
      for level in UInt8.min...255 {
        let color = Color(UInt32(level) << 16 | UInt32(255 - level) << 8)
        let (red, green) = ElementNumber.hide(number, in: color)
        #expect((0...1).contains(red) && (0...1).contains(green))
        func written(_ channel: Double) -> Double { (channel * 1e8).rounded() / 1e6 }
        #expect(ElementNumber.number(red: written(red), green: written(green)) == number)
        #expect(ElementNumber.level(written(red)) == Int(level))
        #expect(ElementNumber.level(written(green)) == 255 - Int(level))
      }
    }
  }

  @Test func figuresThatDifferInOneThingShareNoIds() throws {
    func ids(_ scene: Scene) throws -> Set<String> {
      Set(try text(scene).matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
    }
    let sample = TextSample("a", y: 40)
    let first = box(.ofText([sample], title: "a", summary: "b"))
    #expect(try ids(first) == ids(first) && ids(first).count > 1)
    for other in [
      box(.ofText([sample], title: "a", summary: "c")),
      box(.ofText([sample], title: "b", summary: "b")),
      box(.ofText([TextSample("b", y: 40)], title: "a", summary: "b")),
      box(.ofText([TextSample("a", y: 41)], title: "a", summary: "b")),
      box(.ofText([sample], title: "a")), .ofText([sample], title: "a", summary: "b"),
    ] {
      #expect(try ids(first).isDisjoint(with: ids(other)))
    }
  }

  @Test func aPageIsInPointsWhateverTheCairo() throws {
    let document = try SVGDocument(svg(.ofText([])))
    #expect(document.root["width"] == "400pt" && document.root["height"] == "250pt")
    #expect(document.root["viewBox"] == "0 0 400 250")
  }

  @Test func aPageWithoutBackgroundHasNone() throws {
    let samples = [TextSample("a", y: 40)]
    let clear = try SVGDocument(svg(.ofText(samples, background: nil)))
    let white = try SVGDocument(svg(.ofText(samples)))
    #expect(white.shapes.count == clear.shapes.count + 1)
    #expect(white.shapes.dropFirst().map(\.points) == clear.shapes.map(\.points))
  }
}
