import Activations
import CairoRenderer
import Files
import Testing

@testable import Figures
@testable import Plotting

@Suite("Approximations")
struct FitTests {
  private func drawing(_ words: String...) throws -> any Drawing {
    try FigureSettings(arguments: words, of: .fit, own: []).drawing(.fit)
  }

  @Test func `target and networks have names, and the description has the errors`() throws {
    let drawn = try drawing("x^2", "--units", "1,2,4", "--range", "0:1")
    let request = try #require(drawn as? FigureRequest)
    #expect(request.formulas.map(\.label) == ["x^2", "1 unit", "2 units", "4 units"])
    #expect(request.name == "fit-x-to-2-1-2-4-relu")
    let summary = try request.figure().accessibleSummary
    // h²/4.
    #expect(
      summary.contains(
        "0.25 at x = 0.5 with 1 unit, 0.0625 at x = 0.25 with 2 units, 0.0156 at x = 0.125 with 4"))
  }

  @Test func `summands are thin, and the legend names them once`() throws {
    let request = try #require(
      try drawing("x^2", "--units", "4", "--terms", "--range", "0:1") as? FigureRequest)
    let figure = try request.figure()
    #expect(
      figure.panels[0].curves.map(\.emphasis) == [.full, .full, .trace, .trace, .trace, .trace])
    #expect(figure.panels[0].curves.map(\.style) == [0, 1, 2, 2, 2, 2])
    let scene = try figure.scene(measuring: TextSetter())
    let names = scene.elements.compactMap { element -> String? in
      guard case .legendLabel = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.string
    }
    #expect(names == ["$x^{2}$", "4 units", "summands"])
    #expect(!figure.accessibleSummary.contains("summands"))
  }

  /// Those of more units would hide the others.
  @Test func `of several networks the summands are those of the smallest`() throws {
    let request = try #require(
      try drawing("sin(x) + x/3", "--units", "6,3,12", "--terms", "--range=-4:4")
        as? FigureRequest)
    let curves = try request.figure().panels[0].curves
    #expect(curves.count { $0.emphasis == .trace } == 3)
    #expect(curves.map(\.label).contains("summands of 3 units"))
  }

  @Test func `errors fall with the square of the number of units`() throws {
    let figure = try #require(
      try drawing("x^2", "--errors", "--units", "1,2,4,8", "--range", "0:1") as? DataFigure)
    let curve = figure.panels[0].curves[1]
    #expect(figure.panels[0].curves[0].label == "$\\propto n^{-2}$")
    #expect(curve.x == [1, 2, 4, 8])
    for (units, error) in zip(curve.x, curve.y) {
      #expect(abs(error * 4 * units * units - 1) < 1e-6)
    }
    #expect(figure.x.scale == .log && figure.y.scale == .log)
    #expect(figure.summary.contains("units^-2"))
  }

  @Test func `weights are JSON that a network is read from`() throws {
    let settings = try FigureSettings(
      arguments: ["abs(x)", "--units", "2", "--range", "-1:1"], of: .fit, own: [])
    let json = try #require(JSONNode(try settings.weights().text().utf8))
    let layers = try #require(json["layers"]?.elements)
    #expect(layers.count == 2)
    #expect(layers[0]["activation"]?.text == "relu" && layers[1]["activation"]?.text == nil)
    #expect(layers[0]["weights"]?.elements.count == 1)
    #expect(layers[1]["weights"]?.elements.count == 2)
    let leaky = try FigureSettings(
      arguments: [
        "abs(x)", "--units", "2", "--activation", "leaky_relu", "--set", "negative_slope=0.2",
      ], of: .fit, own: [])
    #expect(try leaky.weights().text().contains("leaky_relu(x, negative_slope: 0.2)"))
  }

  /// Words, and a part of what is said of them.
  static let errors: [([String], String)] = [
    ([], "nothing to approximate"), (["sin", "cos"], "one is approximated"),
    (["sin", "--units", "0"], "units: "), (["sin", "--units", "many"], "“many”"),
    (["sn(x"], "fit: "),
    (["sin", "--activation", "rlu"], "activation: "),
    (["sin", "--activation", "sin"], "constructed"), (["sin", "--lang", "de"], "lang: "),
    (["sign", "--range", "-1:1"], "jumps"), (["sin", "--errors", "--grad"], "grad: "),
    (["sin", "--errors", "--units", "4"], "two numbers"), (["sin", "--range", "2:1"], "range: "),
    (["x", "--activation", "swish", "--set", "beta=1,2"], "set: "),
  ]

  @Test(arguments: errors)
  func `what cannot be drawn is said in a sentence`(_ words: [String], _ part: String) throws {
    let settings = try FigureSettings(arguments: words, of: .fit, own: [])
    #expect { try settings.drawing(.fit) } throws: { "\($0)".contains(part) }
  }
}
