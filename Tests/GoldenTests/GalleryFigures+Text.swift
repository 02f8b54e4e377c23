import Activations
import Figures
import Plotting

extension Gallery {
  /// Words in several scripts.
  static let texts: [GalleryFigure] = [
    GalleryFigure("korean", of: ["sigmoid"], orders: [0, 1], as: [.png, .pdf]) {
      $0.look.fontFamilies = ["NanumGothic"]
      $0.title = "시그모이드 함수와 그 도함수"
      $0.y.label = "함숫값"
    },
    GalleryFigure("korean-with-mathematics", of: ["sigmoid"], orders: [0, 1]) {
      $0.look.fontFamilies = ["DejaVu Sans", "NanumGothic"]
      $0.title = "시그모이드 함수와 그 도함수 $\\sigma'(x) = \\sigma(x)\\,(1 - \\sigma(x))$"
      $0.x.label = "입력 $x$"
      $0.y.label = "출력 $y = \\frac{1}{1 + e^{-x}}$"
      $0.explanations.notes = [Explanations.Note(x: -5, y: 0.6, text: "포화 영역 $|x| > 4$")]
    },
    GalleryFigure("european-scripts", of: ["arctan"]) {
      $0.title = "Ångström, função, čtvrť, συνάρτηση, функция"
      $0.x.label = "l’entrée — “x” ≤ ∞"
      $0.y.label = "сигмоида"
    },
    GalleryFigure("long-words", of: ["relu", "x * sigmoid(1.702 * x) + 0.1 * tanh(x)^2"]) {
      $0.title =
        "A title that is a good deal longer than the axes below it are wide, and is not cut"
      $0.y.label = "an ordinate with more to say than there is room for"
      $0.legend = .outside
    },
  ]

  /// Mathematics in titles, labels and notes.
  static let mathematics: [GalleryFigure] =
    [
      "swish", "elu", "isru", "gudermannian", "soft_exponential", "hard_swish",
    ].map { name in
      GalleryFigure("title-of-\(name)", of: [name], over: -4...4) {
        $0.title = $0.formulaTitle ?? ""
      }
    }
    + [
      ("elu", [2], nil), ("softsign", [0, 1], nil), ("swish", [1], "beta"),
    ].map { (name: String, orders: [Int], variable: String?) in
      GalleryFigure("title-of-derivative-of-\(name)", of: [name], orders: orders, over: -4...4) {
        $0.formulas = [try Formula(name, withRespectTo: variable)]
        $0.title = $0.formulaTitle ?? ""
      }
    } + [
      GalleryFigure("mathematics", of: ["relu"], over: -4...4, as: [.png, .svg, .pdf]) {
        $0.title =
          "$\\displaystyle \\hat{y} = \\sum_{i=1}^{n} w_i \\left(\\frac{x_i - \\bar{x}}"
          + "{\\sqrt{\\sigma^2 + \\epsilon}}\\right)^{\\!2} + \\tilde{b}$"
        $0.x.label = "$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}$"
        $0.y.label = "$\\max\\{0, z\\}$"
        $0.explanations.notes = [
          Explanations.Note(
            x: -2, y: 2.5,
            text: "$\\begin{cases} z & z > 0 \\\\ 0 & \\text{otherwise} \\end{cases}$"),
          Explanations.Note(
            x: 0.5, y: 3.4, text: "$\\int_{-\\infty}^{\\infty} e^{-t^2}\\,dt = \\sqrt{\\pi}$"),
        ]
      },
      GalleryFigure("mathematics-of-papers", of: ["x^(1/3)"], over: 0...4, as: [.png, .pdf]) {
        $0.title =
          "$\\mathcal{L}(\\boldsymbol{\\theta}) = \\lim\\limits_{n \\to \\infty} \\frac{1}{n}"
          + " \\sum\\limits_{i=1}^{n} \\ell(\\mathbf{W} \\mathbf{x}_i + \\boldsymbol{b})$"
        $0.x.label =
          "$\\mathbf{A} = \\begin{pmatrix} a_{11} & \\dots & a_{1n} \\\\ \\vdots & \\ddots & \\vdots \\\\"
          + " a_{m1} & \\dots & a_{mn} \\end{pmatrix} \\in \\mathbb{R}^{m \\times n}$"
        $0.explanations.notes = [
          Explanations.Note(x: 1, y: 1.4, text: "$\\binom{n}{k} = \\frac{n!}{k!\\,(n-k)!}$"),
          Explanations.Note(
            x: 3, y: 0.5,
            text: "$\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix} \\overset{!}{=} 1$"),
        ]
        $0.size = try FigureSize(width: 360, height: 230)
      },
      GalleryFigure(
        "mathematics-with-braces", of: ["x^2 + 2 * x + 1"], over: -3...1, as: [.png, .svg, .pdf]
      ) {
        $0.title =
          "$f(x) = \\underbrace{\\mathbf{w}^\\top \\mathbf{x}}_{\\text{score}} +"
          + " \\overbrace{\\frac{\\lambda}{2} \\|\\mathbf{w}\\|^2}^{\\text{decay}}"
          + " + \\underbrace{b}_{\\text{bias}}$"
        $0.size = try FigureSize(width: 360, height: 200)
      },
      GalleryFigure("family-in-legend", of: ["swish"], over: -5...2) {
        $0.formulas = try family("swish", "beta", [0.5, 1, 2])
        $0.labels = ["$\\beta = 0.5$", "$\\beta = 1$", "$\\beta = 2$"]
        $0.legendOptions.title = "swish"
      },
      GalleryFigure("mathematics-in-legend", of: ["sqrt(1 + x^2)", "x / (1 + abs(x))"]) {
        $0.formulas += try family("celu", "alpha", [0.5, 2])
        $0.size = try FigureSize(width: 360, height: 260)
      },
    ]

  /// Pages of unusual size.
  static let pages: [GalleryFigure] = [
    GalleryFigure("small-page", of: ["tanh"], orders: [0, 1]) {
      $0.size = try FigureSize(width: 110, height: 80)
      $0.look.fontSize = 6
      $0.look.lineWidth = 0.8
      $0.resolution = try Resolution(dpi: 200)
    },
    GalleryFigure("page-smaller-than-its-labels", of: ["tanh"], orders: [0, 1]) {
      $0.size = try FigureSize(width: 40, height: 30)
    },
    GalleryFigure("wide-page", of: ["gelu", "relu"], over: -20...20) {
      $0.size = try FigureSize(width: 720, height: 90)
      $0.resolution = try Resolution(dpi: 72)
    },
    GalleryFigure("high-page", of: ["gelu", "relu"], over: -3...3, as: [.png, .pdf]) {
      $0.size = try FigureSize(width: 140, height: 500)
      $0.resolution = try Resolution(dpi: 72)
    },
  ]
}
