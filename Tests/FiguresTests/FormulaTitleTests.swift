import Activations
import Figures
import GoldenImages
import Plotting
import Testing

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

  @Test("A wrong command is a sentence with its column")
  func wrongCommand() throws {
    let error = #expect(throws: MathematicsError.self) {
      try FigureRequest([try Formula("tanh")], title: "slope $\\foo x$").render(as: .pdf)
    }
    #expect(error?.description.contains("Column 8") == true)
    #expect(error?.description.contains("\\foo") == true)
  }
}
