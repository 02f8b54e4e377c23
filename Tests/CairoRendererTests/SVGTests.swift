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
    #expect(Array(white.shapes.dropFirst()) == clear.shapes)
  }
}
