import CairoRenderer
import Testing
import Typesetting

@testable import Figures
@testable import Plotting

@Suite("Maps of minibatches")
struct MapFigureTests {
  private func figure(_ words: String...) throws -> MapFigure {
    let settings = try FigureSettings(arguments: words, of: .map, own: [])
    return try #require(try settings.drawing(.map) as? MapFigure)
  }

  private func scene(_ figure: MapFigure) throws -> Scene {
    try figure.scene(measuring: TextSetter())
  }

  @Test func `the same input goes to two places`() throws {
    let drawn = try figure("batch_norm", "--batch=-2,-1,0,1", "--batch=-2,-1,0,8")
    #expect(drawn.common == [-2, -1, 0])
    #expect(drawn.summary.contains("0 goes to 0.447 and to \u{2212}0.316"))
    let scene = try scene(drawn)
    // Arrows from an input of both minibatches begin at the same place across, and have one colour.
    func arrow(_ index: Int, _ panel: Int) -> ([Point], Color)? {
      for element in scene.elements where element.panel == panel {
        guard element.mark == .curve(index: index),
          case .stroke(let runs, let style, _) = element.shape
        else { continue }
        return (runs[0], style.color)
      }
      return nil
    }
    for index in 0..<3 {
      let first = try #require(arrow(index, 0)), second = try #require(arrow(index, 1))
      #expect(abs(first.0[0].x - second.0[0].x) < 1e-9 && first.1 == second.1)
      #expect(abs(first.0[1].x - second.0[1].x) > 1)
    }
    let colors = Set((0..<3).compactMap { arrow($0, 0)?.1 })
    #expect(colors.count == 3)
  }

  @Test(arguments: ["-1,0,1", "0,0.01,0.02,5", "1e6,2,3,4,5,6,7,8", "1,1,2", "1e300,-1e300"])
  func `everything is on the page, and no two numbers touch`(batch: String) throws {
    for function in ["batch_norm", "softmax"] {
      let scene = try scene(figure(function, "--batch", batch))
      let page = Rectangle(left: 0, top: 0, width: scene.width, height: scene.height)
      let reading = SceneReading(
        scene, measurer: try TextSetter())
      let words = try reading.words { _ in true }
      for (index, word) in words.enumerated() {
        #expect(page.encloses(word.box), "\(word.string)")
        for other in words[(index + 1)...] {
          #expect(!word.box.overlaps(other.box), "\(word.string) and \(other.string)")
        }
      }
    }
  }

  @Test func `numbers of every size have three digits`() throws {
    let sizes: [(Double, String)] = [
      (1e300, "1e+300"), (-1e300, "\u{2212}1e+300"), (1.23456e305, "1.23e+305"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (1234.5, "1230"),
    ]
    for (value, text) in sizes { #expect(MapFigure.written(value) == text) }
    for (value, text) in [(1.2345e-305, "1.23e-305"), (0.000335499, "0.000335")] {
      #expect(Description.short(value) == text)
    }
  }

  @Test func `the grid has the Jacobian`() throws {
    let scene = try scene(figure("softmax", "--batch=3,3"))
    let cells = scene.elements.compactMap { element -> String? in
      guard case .annotationLabel = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.string
    }
    #expect(cells == ["0.25", "\u{2212}0.25", "\u{2212}0.25", "0.25"])
  }

  /// Words, and a part of what is said of them.
  static let errors: [([String], String)] = [
    ([], "one function"), (["relu"], "“relu” is not a choice"),
    (["softmax", "batch_norm"], "one function"),
    (["softmax", "--batch", "1"], "2 to 16"), (["softmax", "--batch", "1,x"], "“x”"),
    (["softmax", "--batch", "1,inf"], "batch: "), (["softmax", "--epsilon", "1"], "epsilon: "),
    (["batch_norm", "--epsilon", "-1"], "from 0 on"),
    (["batch_norm", "--batch", "1,1", "--epsilon", "0"], "that differ"),
    (["softmax"] + Array(repeating: "--batch=1,2", count: 9), "at most 8"),
  ]

  @Test(arguments: errors)
  func `what cannot be mapped is said in a sentence`(_ words: [String], _ part: String) throws {
    let settings = try FigureSettings(arguments: words, of: .map, own: [])
    #expect { try settings.drawing(.map) } throws: { "\($0)".contains(part) }
  }
}
