import Activations
import Figures
import Goldens
import Plotting
import Testing
import Typesetting

@Suite("Formulas as titles")
struct FormulaTitleTests {
  @Test("Every formula of the catalogue is drawn", arguments: Activation.catalog.map(\.name))
  func catalogue(name: String) throws {
    var request = FigureRequest([try Formula(name)])
    let plain = try SVGDocument(request.render(as: .svg))
    request.title = try #require(request.formulaTitle)
    let titled = try SVGDocument(request.render(as: .svg))
    // Nothing but the title is added, whose letters are one path.
    #expect(titled.shapes.count == plain.shapes.count + 1)
    let title = try #require(titled.shapes.last { $0.points.count > 100 })
    #expect(title.style.fill != nil)
    // What is read aloud is the name, not TeX.
    #expect(titled.title == "\(name)(x)" && !titled.summary.contains("\\"))
  }

  @Test("A formula of one's own is f")
  func ownFormula() throws {
    let request = FigureRequest([try Formula("x / (1 + abs(x))")])
    #expect(request.formulaTitle?.contains("\\mathrm{f}(x)") == false)
    #expect(request.formulaTitle?.contains("f(x) = ") == true)
    #expect(FigureRequest([try Formula("tanh"), try Formula("relu")]).formulaTitle == nil)
  }

  private static let drawn: [(formula: String, orders: [Int], wrt: String?, title: String)] = [
    ("sigmoid", [0], nil, "\\mathrm{sigmoid}(x) = S"),
    ("sigmoid", [1], nil, "\\mathrm{sigmoid}'(x) = \\sigma(x)(1 - \\sigma(x))"),
    (
      "sigmoid", [2], nil,
      "\\mathrm{sigmoid}''(x) = \\sigma(x)(1 - \\sigma(x))(1 - 2\\,\\sigma(x))"
    ),
    (
      "mish", [4], nil,
      "\\mathrm{mish}^{(4)}(x) = \\frac{\\mathrm{d}^{4}}{\\mathrm{d}x^{4}}\\left(S\\right)"
    ),
    ("sigmoid", [0, 1], nil, "\\mathrm{sigmoid}(x) = S,\\ \\mathrm{sigmoid}'(x)"),
    (
      "sigmoid", [2, 1], nil,
      "\\mathrm{sigmoid}'(x) = \\sigma(x)(1 - \\sigma(x)),\\ \\mathrm{sigmoid}''(x)"
    ),
    ("x^2", [1], nil, "f'(x) = 2x"),
    ("tanh", [0], nil, "\\mathrm{tanh}(x) = \\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}"),
    (
      "arctan", [0, 1], nil,
      "\\mathrm{arctan}(x) = \\int_{0}^{x} \\frac{\\mathrm{d}t}{1 + t^{2}},\\ \\mathrm{arctan}'(x)"
    ),
    (
      "sign", [0], nil,
      "\\mathrm{sign}(x) = \\begin{cases} -1 & \\text{if } x < 0 \\\\ 1 & \\text{if } x > 0 \\\\"
        + " 0 & \\text{otherwise} \\end{cases}"
    ),
    (
      "swish", [1], "beta",
      "\\frac{\\partial}{\\partial \\beta}\\,\\mathrm{swish}(x) ="
        + " x^{2}\\,\\sigma(\\beta x)(1 - \\sigma(\\beta x))"
    ),
    (
      "prelu", [0, 2], "weight",
      "\\mathrm{prelu}(x) = S,\\ \\frac{\\partial^{2}}{\\partial \\mathrm{weight}^{2}}"
        + "\\,\\mathrm{prelu}(x)"
    ),
  ]

  @Test("A family has its parameter as a letter")
  func family() throws {
    let members = try [0.5, 2].map { try Formula("swish", parameters: ["beta": $0]) }
    #expect(
      FigureRequest(members).formulaTitle
        == "$\\displaystyle \\mathrm{swish}(x) = x\\,\\sigma(\\beta x)$")
    #expect(FigureRequest(members + [try Formula("relu")]).formulaTitle == nil)
  }

  @Test("What is drawn of the function is named", arguments: drawn)
  func derivatives(formula: String, orders: [Int], wrt: String?, title: String) throws {
    let formula = try Formula(formula, withRespectTo: wrt)
    var request = FigureRequest([formula], orders: orders)
    let body = formula.activation?.latex ?? ""
    #expect(
      request.formulaTitle == "$\\displaystyle \(title.replacing("S", with: body))$")
    request.title = try #require(request.formulaTitle)
    _ = try request.render(as: .svg)
  }

  @Test("Curves can be named by their formulas")
  func formulaLabels() throws {
    var settings = FigureSettings()
    settings["functions"] = ["swish"]
    settings["order"] = ["0,1"]
    settings["label"] = ["auto"]
    let slope = "$\\sigma(\\beta x) + \\beta x\\,\\sigma(\\beta x)(1 - \\sigma(\\beta x))$"
    #expect(try settings.request().labels == ["$x\\,\\sigma(\\beta x)$", slope])
    settings["label"] = ["swish", "auto"]
    let request = try settings.request()
    #expect(request.labels == ["swish", slope])
    _ = try request.render(as: .svg)
    // Too long for a line.
    settings["functions"] = ["mish"]
    settings["order"] = ["0,3"]
    settings["label"] = ["auto"]
    #expect(try settings.request().labels[1] == "mish‴(x)")
  }

  @Test("A wrong command is a sentence with its column")
  func wrongCommand() throws {
    let error = #expect(throws: MathematicsError.self) {
      try FigureRequest([try Formula("tanh")], title: "slope $\\foo x$").render(as: .pdf)
    }
    #expect(error?.description.contains("Column 8") == true)
    #expect(error?.description.contains("\\foo") == true)
  }
}
