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

  @Test func shapesSayWhatTheyDraw() throws {
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
        "page", "title", "legend", "curve curve-1", "grid x", "spine left panel-2",
      ])
    #expect(document.shapes.compactMap(\.title.words) == ["a<\"b\"&url(#c)"])
    #expect(document.shapes[3].strokeColor == "#1f77b4")
  }

  /// A glyph is defined once, however often it is used, and a line of text is one shape.
  @Test func glyphsAreDefinedOnce() throws {
    let once = try text(.ofText([TextSample("a", y: 40)]))
    let often = try text(.ofText([TextSample("aaaa", y: 40), TextSample("aa", y: 60)]))
    #expect(once.matches(of: #/<path\s/#).count == 1 && often.matches(of: #/<path\s/#).count == 1)
    #expect(often.matches(of: #/<use\s/#).count == 6)
    #expect(try SVGDocument(Array(often.utf8)).shapes.count == 3)
  }

  @Test func textCanStayText() throws {
    let renderer = CairoRenderer(text: try TextSetter())
    let scene = Scene.ofText([TextSample("f < 함수", y: 40, angle: 90)])
    let text = String(
      decoding: try renderer.svg(scene, as: SVGFormat(lettering: .characters)), as: UTF8.self)
    #expect(text.contains(">f &lt; 함수</text>") && text.contains("text-anchor=\"middle\""))
    #expect(text.contains("font-family=\"&#39;DejaVu Sans&#39;, sans-serif\""))
    #expect(!text.contains("<use"))
  }

  @Test func aFigureInAPageHasNoDeclarationAndFollowsItsColumn() throws {
    let renderer = CairoRenderer(text: try TextSetter())
    let svg = try renderer.svg(.ofText([]), as: SVGFormat(isInline: true))
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.hasPrefix("<svg ") && text.contains("max-width:100%"))
  }

  /// A colour that becomes two is told apart by the classes of its marks.
  @Test func darkPagesHaveColoursOfTheirOwn() throws {
    func scene(_ page: UInt32, _ grid: UInt32, _ curve: UInt32) -> Scene {
      func line(_ mark: Scene.Mark, _ color: UInt32) -> Scene.Element {
        Scene.Element(
          mark: mark,
          shape: .stroke(
            [[Point(x: 5, y: 5), Point(x: 50, y: 90)]],
            StrokeStyle(color: Color(color), width: 1), clip: nil))
      }
      return Scene(
        width: 100, height: 100, background: Color(page),
        elements: [line(.gridLine(.x, index: 0), grid), line(.curve(index: 0), curve)],
        title: "", summary: "")
    }
    let renderer = CairoRenderer(text: try TextSetter())
    let light = scene(0xffffff, 0, 0)
    func rules(_ dark: Scene) throws -> [String] {
      String(decoding: try renderer.svg(light, dark: dark), as: UTF8.self)
        .matches(of: /\n#\S+ (.*\})/).map { String($0.output.1) }
    }
    #expect(
      try rules(scene(0x111111, 0x808080, 0x808080)) == [
        "[fill=\"#fff\"]{fill:#111}", "[stroke=\"#000\"]{stroke:#808080}",
      ])
    #expect(
      try rules(scene(0xffffff, 0x333333, 0xff0000)) == [
        ".curve.curve-1[stroke=\"#000\"]{stroke:#f00}", ".grid.x[stroke=\"#000\"]{stroke:#333}",
      ])
    #expect(try rules(light).isEmpty)
    // What is compared is the light page, and not the style sheet for the dark one.
    let one = try SVGDocument(renderer.svg(light, dark: scene(0, 1, 2)))
    #expect(one.shapes.map(\.style) == (try SVGDocument(renderer.svg(light)).shapes.map(\.style)))
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
