import Activations
import Testing

@testable import Figures
@testable import Plotting

@Suite("Gradients of deep networks")
struct GradientStudyTests {
  private func figure(_ words: String...) throws -> DataFigure {
    let settings = try FigureSettings(
      arguments: words + ["--width", "8", "--examples", "4"], of: .gradients, own: [])
    return try #require(try settings.drawing(.gradients) as? DataFigure)
  }

  @Test func `sigmoids vanish below the power of their slope, and ReLUs by He do not`() throws {
    let drawn = try figure("sigmoid", "relu", "--depth", "20", "--init", "he", "--seeds", "5")
    let panel = drawn.panels[0]
    #expect(panel.curves.map(\.label) == ["sigmoid", "relu", "$0.25^{L-l}$"])
    #expect(drawn.y.scale == .log && panel.areas.count == 2)
    let (sigmoid, relu, bound) = (panel.curves[0], panel.curves[1], panel.curves[2])
    #expect(
      sigmoid.x == (1...20).map(Double.init) && sigmoid.y[19] == 1 && bound.emphasis == .trace)
    for (layer, value) in bound.y.enumerated() {
      let power = (0..<19 - layer).reduce(1.0) { product, _ in product / 4 }
      #expect(abs(value / power - 1) < 1e-12)
    }
    #expect(sigmoid.y[0] > 0 && sigmoid.y[0] < 1e-8)
    #expect(relu.y[0] > 1e-4 && relu.y[0] < 1e4)
    #expect(drawn.summary.contains("With sigmoid with he weights it vanishes"))
    #expect(drawn.summary.contains("of the units pass no gradient"))
  }

  @Test func `beyond what Double holds the axis has logarithms`() throws {
    let drawn = try figure("sigmoid", "--depth", "500", "--seeds", "1", "--band", "none")
    #expect(drawn.y.scale == .linear && drawn.panels[0].areas.isEmpty)
    let curve = drawn.panels[0].curves[0]
    #expect(curve.y.allSatisfy(\.isFinite) && curve.y[0] < -300)
    #expect(drawn.summary.contains("0.25^499 = 3.73e-301"))
  }

  @Test func `a band is around the median, and the same words give the same figure`() throws {
    let words = ["tanh", "--depth", "5", "--seeds", "7", "--init", "xavier,normal:0.5"]
    let drawn = try figure(words[0], words[1], words[2], words[3], words[4], words[5], words[6])
    let again = try figure(words[0], words[1], words[2], words[3], words[4], words[5], words[6])
    #expect(drawn.panels == again.panels)
    #expect(drawn.panels[0].curves.map(\.label) == ["tanh, xavier", "tanh, normal:0.5"])
    let area = drawn.panels[0].areas[0], median = drawn.panels[0].curves[0].y
    for layer in 0..<5 {
      #expect(area.y[layer] <= median[layer] && median[layer] <= area.y[9 - layer])
    }
  }

  @Test func `what has no gradient beside others that have is said, and has no line in the legend`()
    throws
  {
    let drawn = try figure("relu", "binary_step", "--depth", "3")
    #expect(drawn.panels[0].curves.map(\.label) == ["relu"])
    #expect(drawn.doubts.count == 1 && drawn.doubts[0].hasPrefix("With binary_step and xavier"))
    #expect(drawn.summary.contains(drawn.doubts[0]))
  }

  /// Words, and a part of what is said of them.
  static let errors: [([String], String)] = [
    ([], "no activation"), (["rleu"], "relu"), (["relu", "--depth", "1"], "from 2 to 500"),
    (["relu", "--init", "zero"], "no way to draw"),
    (["relu", "--init", "normal:x"], "not a number"),
    (["relu", "--init", "normal:-1"], "above 0"), (["relu", "--seeds", "0"], "seeds: "),
    (["relu", "--width", "0"], "width: "), (["relu", "--band", "wide"], "band: "),
    (
      ["relu", "--width", "256", "--depth", "500", "--seeds", "100"], "take too long"
    ), (["exp", "--depth", "30", "--init", "normal:3"], "overflow"),
    (["sigmoid", "--depth", "3", "--init", "uniform:1e300"], "0 in every layer before the last"),
    (["sigmoid", "--depth", "3", "--init", "uniform:1e308"], "overflow"),
    (["binary_step"], "as its slope is 0; take another activation."),
    (["3"], "0 in every layer before the last"),
    (["floor(x)"], "0 in every layer before the last"),
  ]

  @Test(arguments: errors)
  func `what cannot be drawn is said in a sentence`(_ words: [String], _ part: String) throws {
    let settings = try FigureSettings(arguments: words, of: .gradients, own: [])
    #expect { try settings.drawing(.gradients) } throws: { "\($0)".contains(part) }
  }
}
