import Activations
import Figures
import Foundation
import Goldens
import Plotting
import Testing

@Suite struct FigureRequestTests {
  let tanh: Formula

  init() throws {
    tanh = try Formula("tanh")
  }

  @Test(arguments: [
    (0, "tanh", "tanh(x)"), (1, "tanh-grad", "grad of tanh"), (2, "tanh-order-2", "tanh″(x)"),
    (3, "tanh-order-3", "tanh‴(x)"), (10, "tanh-order-10", "tanh⁽¹⁰⁾(x)"),
  ])
  func namesAndLabels(_ order: Int, _ name: String, _ label: String) throws {
    let request = FigureRequest([tanh], orders: [order])
    #expect(request.name == name)
    #expect(try request.figure().panels[0].y.label == label)
    #expect(!(try request.render(as: .png)).isEmpty)
  }

  @Test func ownWordsReplaceTheDefaults() throws {
    var request = FigureRequest([tanh], title: "T")
    request.x.label = "a"
    request.y.label = ""
    let figure = try request.figure()
    #expect(figure.title == "T" && figure.panels[0].x.label == "a")
    #expect(figure.panels[0].y.label == "")
    #expect(figure.accessibleTitle == "T")
  }

  @Test func theDescriptionSaysWhatIsDrawn() throws {
    let relu = FigureRequest([try Formula("relu")], precision: .float32)
    let document = try SVGDocument(relu.render(as: .svg))
    #expect(document.title == "relu(x)")
    #expect(
      document.summary
        == "The activation relu(x) = max(x, 0) at 160 points from x = -8 to 7.9;"
        + " values from 0 to 7.9.")
  }

  @Test func formulasThatDifferHaveNamesThatDiffer() throws {
    let texts = [
      "x + 1", "x - 1", "x * 1", "-x + 1", "x^2", "x * 2", "x / 2", "where(x > 0, 1, 0)",
      "where(x < 0, 1, 0)", "swish", "leaky_relu",
    ]
    var names = try texts.map { FigureRequest([try Formula($0)]).name }
    for value in [0.5, 2, -2] {
      names.append(FigureRequest([try Formula("swish", parameters: ["beta": value])]).name)
      names.append(FigureRequest([try Formula("a * x", constants: ["a": value])]).name)
    }
    let weight = try Formula("prelu", withRespectTo: "weight")
    names += [FigureRequest([weight], orders: [1]).name, FigureRequest([weight], orders: [2]).name]
    #expect(Set(names).count == names.count, "\(names)")
    for name in names {
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) })
    }
  }

  @Test func severalFunctionsShareAFigureAndItsLegend() throws {
    let request = FigureRequest(
      [tanh, try Formula("2 * sigmoid(2 * x) - 1")], orders: [1], sampling: .every(.chapter))
    let figure = try request.figure()
    #expect(figure.panels[0].curves.map(\.label) == ["tanh", "$2\\,\\sigma(2x) - 1$"])
    #expect(figure.panels[0].y.label == "$f$′($x$)")
    #expect(
      figure.panels[0].curves[0].y[3].distance(to: figure.panels[0].curves[1].y[3]).magnitude
        < 1e-15)
  }

  @Test(arguments: [
    ([0, 1], "tanh-with-grad", ["tanh(x)", "tanh′(x)"]),
    ([2, 0], "tanh-orders-2-0", ["tanh″(x)", "tanh(x)"]),
  ])
  func severalOrdersShareAFigure(_ orders: [Int], _ name: String, _ labels: [String]) throws {
    let request = FigureRequest([tanh], orders: orders, sampling: .every(.chapter))
    let figure = try request.figure()
    #expect(request.name == name && figure.panels[0].y.label == "")
    #expect(figure.panels[0].curves.map(\.label) == labels)
    for (curve, order) in zip(figure.panels[0].curves, orders) {
      #expect(curve.y == (try tanh.derivative(order, over: .chapter).values))
    }
    #expect(throws: OrderError.self) { try FigureRequest([tanh], orders: [0, 21]).figure() }
    #expect(throws: OrderError.self) { try FigureRequest([tanh], orders: [1, -1]).figure() }
  }

  @Test func theVariableIsInTheLabelUnlessItIsX() throws {
    let byX = try Formula("prelu", withRespectTo: "x")
    #expect(try FigureRequest([byX], orders: [1]).figure().panels[0].y.label == "grad of prelu")
    let byWeight = try Formula("prelu", withRespectTo: "weight")
    #expect(
      try FigureRequest([byWeight], orders: [1]).figure().panels[0].y.label == "∂prelu(x)/∂weight")
    #expect(
      try FigureRequest([byWeight], orders: [2]).figure().panels[0].y.label == "∂²prelu(x)/∂weight²"
    )
  }

  @Test func theVariableIsALetterWhereItIsTheNameOfOne() throws {
    let byBeta = try Formula("swish", withRespectTo: "beta")
    let figure = try FigureRequest([byBeta], orders: [1]).figure()
    #expect(figure.panels[0].y.label == "∂swish(x)/∂$\\beta$")
    #expect(figure.accessibleTitle == "∂swish(x)/∂beta")
  }

  @Test func panelsBesideEachOtherAreNamedAbove() throws {
    var request = FigureRequest([tanh, try Formula("relu")], orders: [1])
    request.arrangement = .row
    let panels = try request.figure().panels
    #expect(panels.map(\.title) == ["tanh′(x)", "relu′(x)"])
    #expect(panels.map(\.y.label) == ["", ""])
  }

  @Test func aLongFormulaIsNotWrittenBesideTheAxis() throws {
    let text = Array(repeating: "sigmoid(x)", count: 9).joined(separator: " + ")
    let figure = try FigureRequest([try Formula(text)], orders: [2]).figure()
    #expect(figure.panels[0].y.label == "$f$″($x$)" && figure.accessibleSummary.contains(text))
    #expect(try FigureRequest([try Formula("x + 1")]).figure().panels[0].y.label == "$x + 1$")
  }

  @Test func samplesAreBoundedInAll() throws {
    let range = try SampleRange(from: 0, to: 1, step: 1e-6)
    let error = #expect(throws: SampleRangeError.self) {
      try FigureRequest(Array(repeating: tanh, count: 11), sampling: .every(range))
        .figure()
    }
    #expect(error?.description.contains("11 functions of 1000000") == true)
  }

  @Test func anOrderBeyondTheLimitThrows() {
    #expect(throws: OrderError.self) {
      try FigureRequest([tanh], orders: [21]).render(as: .svg)
    }
  }

  @Test(arguments: [
    ("a.png", ImageFormat.png), ("a.b/c.SVG", .svg), ("/x/y.svg", .svg), ("a.pdf", .pdf),
  ])
  func formatsByExtension(_ path: String, _ format: ImageFormat) {
    #expect(ImageFormat(path: path) == format)
  }

  @Test(arguments: ["a", "png", "a.jpg", "a.png/b", ".png", "", "/", "a."])
  func otherExtensionsHaveNoFormat(_ path: String) {
    #expect(ImageFormat(path: path) == nil)
  }

  @Test(arguments: [0, -1, .nan, .infinity, 4801])
  func resolutionsHaveLimits(_ dpi: Double) {
    #expect(throws: ResolutionError.self) { try Resolution(dpi: dpi) }
  }
}
