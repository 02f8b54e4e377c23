import Activations
import Plotting
import TestSupport
import Testing

@testable import Figures

@Suite("Terms, slopes and differences in figures")
struct AdditionTests {
  private func figure(
    _ formulas: [String], orders: [Int] = [0], precision: Precision = .float64,
    _ change: (inout Explanations) -> Void
  ) throws -> Figure {
    var request = FigureRequest(
      try formulas.map { try Formula($0) }, orders: orders, precision: precision)
    change(&request.explanations)
    return try request.figure()
  }

  // MARK: Terms

  private static let sums: [(formula: String, order: Int, terms: [String])] = [
    ("apl", 0, ["max(0, x)", "a1 * max(0, b1 - x)", "a2 * max(0, b2 - x)"]),
    ("x^3 / 10 - x + sin(3 * x)", 0, ["x^3 / 10", "-x", "sin(3 * x)"]),
    ("swish", 1, ["sigmoid(beta * x)", "beta * x * sigmoid(beta * x) * (1 - sigmoid(beta * x))"]),
    ("x - (1 - exp(x))", 0, ["x", "-1", "exp(x)"]),
    ("gelu", 0, []), ("relu", 0, []),
  ]

  @Test("The terms of a function add up to it", arguments: sums)
  func terms(formula: String, order: Int, terms: [String]) throws {
    let function = try Formula(formula)
    let summands = function.summands(order: order)
    #expect(summands.map(\.description) == terms)
    guard !terms.isEmpty else { return }
    let points = [-1.7, -0.2, 0.4, 2.3]
    let whole = try function.samples(at: points, order: order).derivatives[order]
    let parts = try summands.map { try $0.samples(at: points).values }
    for (index, value) in whole.enumerated() {
      let sum = parts.reduce(0) { $0 + $1[index] }
      #expect((sum - value).magnitude < 1e-14)
    }
  }

  @Test("Terms are thin curves behind the function, in styles of their own")
  func termCurves() throws {
    let curves = try figure(["swish"], orders: [1]) { $0.showsTerms = true }.panels[0].curves
    #expect(curves.map(\.emphasis) == [.behind, .behind, .full])
    #expect(Set(curves.map(\.style)).count == 3 && curves[2].style == 0)
    #expect(curves[0].label == "$\\sigma(\\beta x)$" && curves[2].label == "swish′(x)")
    // Samples at every step go the same way.
    let sampled = try figure(["x + sin(x)"], precision: .float32) { $0.showsTerms = true }
    #expect(sampled.panels[0].curves.count == 3 && sampled.panels[0].curves[1].x.count == 160)
  }

  // MARK: Slopes

  @Test("The bends have dots and the pieces words")
  func slopes() throws {
    let found = try figure(["hardtanh"]) { $0.showsSlopes = true }.panels[0].annotations
    #expect(
      found == [
        .words("slope 0", beside: -8 ... -1, slope: 0, intercept: -1, style: 0),
        .point(x: -1, y: -1, label: "", style: 0),
        .words("slope 1", beside: -1...1, slope: 1, intercept: 0, style: 0),
        .point(x: 1, y: 1, label: "", style: 0),
        .words("slope 0", beside: 1...8, slope: 0, intercept: 1, style: 0),
      ])
    var request = FigureRequest([try Formula("prelu")])
    request.explanations.showsSlopes = true
    request.y.limits = try AxisLimits(1, 4)
    // The bend is out of sight, and so are the words of the left piece.
    let scene = try request.figure().scene(measuring: FixedPitchMeasurer())
    let words = scene.elements.compactMap { element -> String? in
      guard case .text(let text) = element.shape, text.string.hasPrefix("slope") else { return nil }
      return text.string
    }
    #expect(words == ["slope 1"])
  }

  @Test("Words beside pieces draw no line and stay within the axes")
  func slopeWords() throws {
    let figure = try figure(["relu6", "hardtanh"]) { $0.showsSlopes = true }
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    var labels = 0
    for element in scene.elements {
      if case .annotation = element.mark, case .stroke = element.shape {
        Issue.record("a line is drawn")
      }
      if case .annotationLabel = element.mark { labels += 1 }
    }
    #expect(labels == 6)
  }

  // MARK: The difference

  @Test("Equal functions differ by nothing, below the figure of both")
  func equalFunctions() throws {
    let figure = try figure(["tanh(x) + 1", "2 * sigmoid(2 * x)"]) { $0.showsDifference = true }
    #expect(figure.panels.count == 2 && figure.columns == 1 && figure.shared == [.x])
    let below = figure.panels[1]
    #expect(below.curves[0].y.allSatisfy { $0 == 0 } && below.yExtent == -1...1)
    #expect(below.y.label == "difference in ULP" && below.curves[0].emphasis == .trace)
    #expect(figure.accessibleSummary.hasSuffix("of the larger value: at most 0."))
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    #expect(scene.height > scene.width * 0.7)
  }

  @Test("The difference is counted in units of the larger value")
  func units() throws {
    let ulp = 0x1p-52
    let figure = try figure(["1", "1 + 3 * \(ulp)"]) { $0.showsDifference = true }
    #expect(figure.panels[1].curves[0].y.allSatisfy { $0 == -3 })
    let narrow = try self.figure(["x / x", "x / x + 2^-22"], precision: .float32) {
      $0.showsDifference = true
    }
    #expect(narrow.panels[1].curves[0].y.contains(-2))
    let far = try self.figure(["gelu", "quick_gelu"]) { $0.showsDifference = true }
    #expect(far.panels[1].y.scale == .symlog(threshold: 1))
  }

  // MARK: What cannot be

  typealias Wish = (formulas: [String], orders: [Int], error: FigureRequestError)

  private static let wishes: [Wish] = [
    (["gelu"], [0], .differenceOf(1)), (["gelu", "relu", "tanh"], [0], .differenceOf(3)),
    (["gelu", "relu"], [0, 1], .differenceOf(4)),
  ]

  @Test("A difference is of two curves", arguments: wishes)
  func wrongDifferences(wish: Wish) throws {
    #expect(throws: wish.error) {
      try figure(wish.formulas, orders: wish.orders) { $0.showsDifference = true }
    }
    var request = FigureRequest([try Formula("gelu"), try Formula("relu")])
    request.explanations.showsDifference = true
    request.arrangement = .row
    #expect(throws: FigureRequestError.differenceInPanels) { try request.figure() }
  }

  @Test("What has no terms or slopes is told in a sentence")
  func wrongFunctions() throws {
    #expect(throws: FigureRequestError.noSum("gelu(x)")) {
      try figure(["gelu"]) { $0.showsTerms = true }
    }
    for name in ["gelu", "binary_step"] {
      #expect(throws: FigureRequestError.notOfStraightPieces(name)) {
        try figure([name]) { $0.showsSlopes = true }
      }
    }
    #expect(throws: FigureRequestError.slopesOfDerivatives) {
      try figure(["relu"], orders: [1]) { $0.showsSlopes = true }
    }
    #expect(FigureRequestError.noSum("gelu(x)").description.contains("“gelu(x)” is not a sum"))
    #expect(FigureRequestError.differenceOf(1).description.contains("there is 1"))
  }
}
