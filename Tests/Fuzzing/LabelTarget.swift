import CairoRenderer
import Figures
import Plotting

/// Words of a figure with mathematics: they are set within the page's measures, or refused in a
/// sentence, and always alike.
struct LabelTarget: FuzzTarget {
  static let name = "label"

  static var corpus: [[UInt8]] {
    [
      "plain", "시그모이드 함수와 그 도함수 $\\sigma'(x)$", "$\\frac{1}{1+e^{-x}}$", "$x_i^{2}$",
      "$\\sqrt[3]{x}$",
      "$\\hat{y} = \\max(0, x)$", "$\\left( \\frac{a}{b} \\right]$", "5\\$ and $x$",
      "$\\mathbf{W}$",
      "$\\begin{cases} x & x > 0 \\\\ 0 & x \\le 0 \\end{cases}$", "$\\text{if } x \\ge 0$",
      "$\\sum_{i=1}^{n} \\int_0^\\infty f(x)\\,dx$", "$\\bar{x}\\quad\\vec{v}\\ \\tilde\\sigma$",
      "$\\mathbb{R}^n \\to \\mathcal{L}$", "$\\overline{ab}$", "$f'' \\neq f'$", "σ(z) → 1 −½",
      "é e\u{301}",
    ].map { Array($0.utf8) }
  }

  static let words = [
    "$", "\\", "{", "}", "^", "_", "^{", "_{", "\\frac{", "\\frac", "\\sqrt{", "\\sqrt[", "]",
    "\\left(", "\\left", "\\right)", "\\right.", "\\hat{", "\\text{", "\\mathbf{", "\\mathrm{",
    "\\begin{cases}", "\\end{cases}", "&", "\\\\", "\\sum", "\\limits", "'", "\\,", "~", "\\sigma",
    "\\operatorname{", "\\overline{", "\\color{", "\\dots", "\\binom{", "\u{301}", "\u{202e}", "א",
    "字", "🙂",
  ]

  private let renderer: CairoRenderer

  init() throws { renderer = CairoRenderer(text: try TextSetter()) }

  mutating func check(_ input: [UInt8]) throws -> String {
    let text = String(decoding: input.prefix(2000), as: UTF8.self)
    let figure = Figure(
      [Panel(curves: [Curve(x: [0, 1], y: [0, 1], label: text)], x: AxisOptions(label: text))],
      title: text)
    do {
      let scene = try figure.scene(measuring: renderer.text)
      try require(
        scene.width.isFinite && scene.height.isFinite && scene.width > 0 && scene.height > 0,
        "The page is \(scene.width) x \(scene.height) pt.")
      try require(try figure.scene(measuring: renderer.text) == scene, "It is set in two ways.")
      let svg = try renderer.svg(scene)
      try require(try renderer.svg(scene) == svg, "It is drawn in two ways.")
      let words = scene.elements.reduce(0) { count, element in
        if case .text(let text) = element.shape { count + text.pieces.count } else { count }
      }
      return "set in \(words) pieces"
    } catch let error as Violation {
      throw error
    } catch {
      return try sentence(of: error)
    }
  }
}
