import Goldens
import TestSupport
import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

@Suite struct OutlineReaderTests {
  struct Label: Sendable {
    /// What is set, with mathematics between dollar signs.
    let set: String
    /// What is read.
    let read: String

    init(_ set: String, _ read: String? = nil) {
      self.set = set
      self.read = read ?? set
    }
  }

  /// Draws lines and reads them, as far as they are filled.
  private struct Page {
    let setter: TextSetter
    let reader: OutlineReader

    init(families: [String] = []) throws {
      setter = try TextSetter(families: families)
      reader = try OutlineReader(families: families)
    }

    /// The contours of each filled path.
    func paths(_ shapes: [Scene.Shape]) throws -> [[[SIMD2<Double>]]] {
      var scene = Scene.ofText([], background: nil)
      scene.elements = shapes.map { Scene.Element(mark: .title, shape: $0) }
      let document = try SVGDocument(CairoRenderer(text: setter).svg(scene))
      return document.shapes.filter { $0.style.fill != nil }.map(\.contours)
    }

    func line(_ text: String, fontSize: Double, angle: Double = 0) throws -> Scene.Shape {
      .text(
        Scene.Text(
          string: text, origin: Point(x: 200.3, y: 120.7), fontSize: fontSize, angle: angle,
          color: Color(0), pieces: try setter.typeset(text, fontSize: fontSize).pieces))
    }

    func read(_ text: String, fontSize: Double, angle: Double = 0) throws -> [String?] {
      try paths([line(text, fontSize: fontSize, angle: angle)]).map(reader.text)
    }
  }

  // MARK: Text

  static let labels = [
    Label("tanh"), Label("ReLU and its derivative"), Label("sigmoid, logistic (0.5)"),
    Label("The quick brown fox jumps over"), Label("13 lazy dogs; 24/7!"), Label("binary_step"),
    Label("−8"), Label("0.25"), Label("−0.5"), Label("1e−05"), Label("a-b −c – d — e"),
    Label("10⁻³"), Label("x² + y₁"), Label("σ′(x)"), Label("∂f/∂x ≤ ∞"), Label("Δ Ω μ Σ π α"),
    Label("déjà vu, naïve Ångström ½ %"), Label("f″(x) · g″′"), Label("x → ±∞"),
    Label("“quoted” ‘so’ … 5°"), Label("\\\"#%&'*+/:;<=>?@[]^_`{|}~"), Label("·5 . ·"),
    Label("Il1|"), Label("= :"),
  ]

  @Test(arguments: labels, [5, 7.3, 10, 14, 30])
  func textIsReadAsItWasSet(_ label: Label, _ fontSize: Double) throws {
    let text = try Page().read(label.set, fontSize: fontSize)
    #expect(text == [label.read])
  }

  @Test(arguments: labels, [90, -90] as [Double])
  func turnedTextIsReadAsItWasSet(_ label: Label, _ angle: Double) throws {
    let text = try Page().read(label.set, fontSize: 11, angle: angle)
    #expect(text == [label.read])
  }

  @Test(arguments: [
    (["NanumGothic"], ["시그모이드 함수", "그 도함수 σ′(x)의 값 −0.5", "ReLU, 쌍곡탄젠트 tanh"]),
    // Fontconfig finds a font for the first.
    ([], ["시그모이드 함수 tanh", "Łódź, Жди, ő", "ж и"]),
  ])
  func otherScriptsAreReadAsTheyWereSet(_ families: [String], _ labels: [String]) throws {
    let page = try Page(families: families)
    for label in labels {
      for (fontSize, angle) in [(5, 0), (11, 90), (30, 0)] as [(Double, Double)] {
        let text = try page.read(label, fontSize: fontSize, angle: angle)
        #expect(text == [label])
      }
    }
  }

  static let formulas = [
    Label("$\\sigma'(x)$", "σ′(x)"), Label("$f(x) = -x^2 + 1$", "f(x) = −x2 + 1"),
    Label("$e^{-x^2}$", "e−x2"), Label("value of $\\hat{y}$", "value of yˆ"),
    Label("$\\frac{1}{1 + e^{-x}}$", "1 1+e−x"), Label("$\\sqrt{x^2 + 1}$", "√x2 + 1"),
    Label("$\\frac12$", "1 2"), Label("$\\left(\\frac{a}{b}\\right)^n$", "(a b)n"),
    Label("$\\widehat{xyz}$", "xyz"), Label("$\\widetilde{abc}$", "abc"),
    Label("$\\overline{ab}$", "ab"), Label("$\\max(x, 0)$", "max(x,0)"),
    Label("$\\sum_{i=1}^n x_i$", "∑n i=1 xi"), Label("$\\int_{-\\infty}^\\infty$", "∫∞ −∞"),
    Label("$\\lim_{x \\to 0^-} y$", "limx→0− y"), Label("$x \\in \\mathbb{R}$", "x ∈ ℝ"),
    Label("$\\alpha, \\beta, \\Phi, \\infty$", "α,β,Φ,∞"), Label("$0^-$", "0−"),
    Label("$\\left\\{\\frac{\\frac{a}{b}}{\\frac{c}{d}}\\right\\}$", "{a b c d}"),
    Label("$\\begin{cases} x & y \\\\ 0 \\\\ 1 & u \\\\ 2 & v \\end{cases}$", "{x y 0 1 u 2 v"),
  ]

  @Test(arguments: formulas, [6, 10, 24])
  func mathematicsIsReadInTheOrderOfDrawing(_ formula: Label, _ fontSize: Double) throws {
    let text = try Page().read(formula.set, fontSize: fontSize)
    #expect(text == [formula.read])
  }

  // MARK: Other shapes

  @Test func shapesOfFiguresAreNoText() throws {
    let page = try Page()
    let style = BoxStyle(fill: Color(0), edge: Color(0), edgeWidth: 0, cornerRadius: 4, opacity: 1)
    var shapes: [Scene.Shape] = []
    for width in [4, 8, 40, 60, 75.41] as [Double] {
      for height in [4, 8, 10, 100] as [Double] {
        let box = Rectangle(left: 20, top: 20, width: width, height: height)
        var square = style
        square.cornerRadius = 0
        shapes += [.box(box, style), .box(box, square)]
      }
    }
    let curve = (0...100).map { Point(x: 20 + Double($0), y: 100 + Double($0 * $0) / 100) }
    let arrow = [Point(x: 20, y: 20), Point(x: 23, y: 28), Point(x: 17, y: 28)]
    for area in [curve, curve + [Point(x: 120, y: 20)], arrow] {
      shapes.append(.area(area, Color(0), opacity: 1))
    }
    let texts = try page.paths(shapes).map(page.reader.text)
    #expect(texts.count == shapes.count && texts.allSatisfy { $0 == nil })
    // Letters could be meant by these, or anything.
    for bar in ["l", "−", "/", "|"] { #expect(try page.read(bar, fontSize: 10) == [nil]) }
  }

  @Test func polygonsAndBentLettersAreNoText() throws {
    let page = try Page()
    let letters = try #require(page.paths([page.line("sigmoid", fontSize: 10)]).first)
    #expect(page.reader.text(of: letters) == "sigmoid")
    for contour in letters.indices where letters[contour].count > 2 {
      var bent = letters
      bent[contour][1] += SIMD2(0.06, -0.06)
      #expect(page.reader.text(of: bent) == nil)
    }
    let mirrored = letters.map { $0.map { SIMD2(-$0.x, $0.y) } }
    #expect(page.reader.text(of: mirrored) == nil)
    let star = [SIMD2(0.0, 0), SIMD2(5, 1), SIMD2(2, 4), SIMD2(2, -4), SIMD2(4, 4)]
    #expect(page.reader.text(of: letters + [star]) == nil)
    var random = SplitMix64(seed: 7)
    for round in 0..<300 {
      let paths = (0...(round % 3)).map { _ in
        (0..<Int.random(in: 3...24, using: &random)).map { _ in
          SIMD2<Double>.random(in: 0...12, using: &random)
        }
      }
      #expect(page.reader.text(of: paths) == nil)
    }
    #expect(page.reader.text(of: []) == nil)
    #expect(page.reader.text(of: [[], [SIMD2(3, 3)]]) == nil)
  }
}
