import Figures
import Plotting
import Testing
import Typesetting

@Suite("Drawings of one's own")
struct DrawingTests {
  /// A square with a word in it.
  struct Square: Drawing {
    let name = "square"
    var side = 40.0

    func scene(measuring measurer: some TextMeasurer) throws -> Scene {
      let extent = try measurer.measure("area", fontSize: 10, style: .upright)
      let text = try Scene.Text(
        "area", at: Point(x: (side - extent.advance) / 2, y: side / 2), fontSize: 10,
        color: Color(0), measuring: measurer)
      let style = BoxStyle(fill: Color(0xffffff), edge: Color(0x1f77b4), edgeWidth: 1)
      let box = Rectangle(left: 2, top: 2, width: side - 4, height: side - 4)
      return Scene(
        width: side, height: side, background: Color(0xffffff),
        elements: [
          Scene.Element(mark: .title, shape: .box(box, style)),
          Scene.Element(mark: .title, shape: .text(text)),
        ],
        title: "A square", summary: "A square with its area.")
    }
  }

  @Test(arguments: ImageFormat.allCases)
  func `any drawing is rendered, and the same one to the same bytes`(format: ImageFormat) throws {
    let bytes = try Square().render(as: format)
    #expect(try FigureRenderer().render(Square(), as: format) == bytes)
    #expect(try Square(side: 41).render(as: format) != bytes)
  }

  @Test func `an image says what a drawing says of itself`() throws {
    let svg = String(decoding: try Square().render(as: .svg), as: UTF8.self)
    #expect(svg.contains("A square with its area."))
  }
}
