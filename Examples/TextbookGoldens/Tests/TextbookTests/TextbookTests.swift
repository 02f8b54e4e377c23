import Activations
import Figures
import Goldens
import GoldenTesting
import Testing

/// The figures of a chapter, each against its goldens in `Goldens/`.
@Suite struct TextbookTests {
  /// A figure as PNG and SVG.
  @Test func sigmoidGradient() throws {
    let figure = FigureRequest(
      [try Formula("sigmoid")], orders: [1], title: "$\\sigma'(x)$")
    expectGolden(figure, named: "sigmoid-grad")
  }

  /// Many figures in a folder, one test case each, as SVG alone.
  @Test(arguments: ["relu", "gelu", "silu"])
  func activation(_ name: String) throws {
    let figure = FigureRequest([try Formula(name)], orders: [0, 1])
    expectGolden(figure, named: "Activations/\(name)", as: [.svg])
  }

  /// The bytes of a PNG, whoever drew it, and how far they may be off.
  @Test func pixels() throws {
    var figure = FigureRequest([try Formula("tanh")])
    figure.resolution = try Resolution(dpi: 150)
    var tolerance = Tolerance.exact
    tolerance.colorDifference = 0.02
    expectGolden(try figure.render(as: .png), named: "tanh-150dpi", tolerance: tolerance)
  }

  /// The bytes of an SVG.
  @Test func drawing() {
    let neuron = """
      <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 80 40">
        <path d="M 0 20 H 30 M 50 20 H 80" stroke="black"/>
        <circle cx="40" cy="20" r="10" fill="none" stroke="black"/>
      </svg>
      """
    expectGolden(Array(neuron.utf8), named: "neuron")
  }
}
