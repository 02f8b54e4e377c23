import Activations
import Figures
import Plotting

extension Gallery {
  /// Functions, derivatives and families in one panel.
  static let curves: [GalleryFigure] = [
    GalleryFigure("functions", of: ["relu", "gelu", "swish"], over: -4...4, as: [.png, .svg]),
    GalleryFigure("with-gradient", of: ["gelu"], orders: [0, 1], over: -4...4),
    GalleryFigure("orders", of: ["tanh"], orders: [0, 1, 2, 3], over: -4...4),
    GalleryFigure("two-with-gradients", of: ["sigmoid", "tanh"], orders: [0, 1]),
    GalleryFigure("formulas", of: ["x * sigmoid(1.702 * x) - gelu(x)", "gelu_tanh(x) - gelu(x)"]),
    GalleryFigure("family-of-five", of: ["swish"], over: -5...3) {
      $0.formulas = try family("swish", "beta", [0, 0.5, 1, 2, 10])
      $0.size = try FigureSize(width: 360, height: 260)
    },
    GalleryFigure("family-of-nine", of: ["elu"], over: -5...1) {
      $0.formulas = try family("elu", "alpha", [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25])
      $0.size = try FigureSize(width: 360, height: 300)
    },
    GalleryFigure("derivative-by-parameter", of: ["swish"], orders: [1], over: -8...8) {
      $0.formulas = try family("swish", "beta", [0.5, 1, 2], withRespectTo: "beta")
    },
    GalleryFigure(
      "twelve-activations",
      of: [
        "relu", "leaky_relu", "elu", "selu", "gelu", "swish", "mish", "softplus", "tanh", "sigmoid",
        "softsign", "hardtanh",
      ], over: -4...4
    ) {
      $0.size = try FigureSize(width: 400, height: 280)
    },
    // No needle at 0, where pieces meet that fit.
    GalleryFigure(
      "pieces-that-fit",
      of: ["max(x, 0) + log(1 + exp(-abs(x)))", "cos(abs(x))", "relu(x) - relu(-x)"],
      orders: [1], over: -3...3),
    GalleryFigure("steep-and-oscillating", of: ["tanh(200 * x)", "sin(40 * x)"], over: -2...2),
    // Curves run out of the axes at their poles, on the sides where the functions do.
    GalleryFigure("poles", of: ["1 / (x - 1)", "exp(1 / (x + 2))", "tan(x)"], over: -5...5),
    // However weak a pole or narrow a peak is, the rest of the curve and its neighbours keep theirs.
    GalleryFigure(
      "weak-poles", of: ["sin(x) + 0.001 / (x - 1)", "x^2 / 9 + 0.001 / (x + 1.3)"], over: -4...4),
    GalleryFigure("narrow-peak", of: ["exp(-((x - 0.7310001) / 0.001)^2)", "tanh"]),
    GalleryFigure("pole-between-samples", of: ["1 / (x - 1)"]) {
      $0.sampling = .every(try SampleRange(from: -3, to: 3, step: 0.1))
    },
    // A hundred thousand samples are drawn as what can be seen of them.
    GalleryFigure("dense-samples", of: ["sin(1 / x)"], over: -1...1) {
      $0.sampling = .every(try SampleRange(from: -1, to: 1, step: 0.00002))
    },
  ]

  /// The places of the legend.
  static let legends: [GalleryFigure] =
    [
      (LegendPlace.topRight, "gaussian"), (.topLeft, "softplus"), (.bottomLeft, "exponential"),
      (.bottomRight, "tanh"), (.outside, "gelu"), (.below, "swish"), (.ends, "mish"),
      (.none, "arctan"),
    ].map { place, name in
      GalleryFigure("legend-\(place.rawValue)", of: [name], orders: [0, 1], over: -3...3) {
        $0.legend = place
        if place == .ends { $0.orders = [0, 1, 2] }
      }
    } + [
      GalleryFigure("legend-own-words", of: ["sigmoid"], orders: [0, 1]) {
        $0.labels = ["squashed", "its slope $\\sigma'(x)$"]
      },
      GalleryFigure("legend-best-beside-note", of: ["sigmoid", "probit_sigmoid"]) {
        $0.explanations.notes = [
          Explanations.Note(x: -5, y: 0.9, text: "nearly equal, but for the tails")
        ]
      },
      // There is no place in the axes that no curve crosses.
      GalleryFigure("legend-without-free-corner", of: ["sin(3 * x)", "cos(5 * x)"]),
      // The curves leave through the top, the steepest first.
      GalleryFigure(
        "legend-ends-at-top", of: ["relu", "swish", "exponential", "tanh"], over: -3...3
      ) {
        $0.legend = .ends
        $0.x.limits = try AxisLimits(-3, 3)
        $0.y.limits = try AxisLimits(-1, 2)
      },
      GalleryFigure("legend-ends-within", of: ["exp(x)", "exp(2*x)", "x^2"], over: -2...4) {
        $0.legend = .ends
        $0.y.limits = try AxisLimits(-1, 10)
      },
      GalleryFigure(
        "legend-ends-of-domain", of: ["sqrt(1 - x^2)", "-sqrt(1 - x^2)", "log(-x)"], over: -2...2
      ) {
        $0.legend = .ends
      },
      GalleryFigure("legend-in-columns", of: ["elu"], over: -5...3) {
        $0.formulas = try family("elu", "alpha", [0.25, 0.5, 1, 2, 4])
        $0.legend = .below
        $0.legendOptions = LegendOptions(title: "ELU, by $\\alpha$", columns: 3)
      },
      // The arrow and the name of the axis are in the way of some.
      GalleryFigure("legend-ends-beside-arrow", of: ["tanh", "gaussian", "-exp(-x)", "x / 4"]) {
        $0.legend = .ends
        $0.axesStyle = .origin
        $0.y.limits = try AxisLimits(-1.5, 2.5)
      },
      GalleryFigure("legend-ends-of-twelve", of: ["x"], over: 0...4) {
        $0.formulas = try (1...12).map { try Formula("\($0) * (x / 4)^2") }
        $0.legend = .ends
        $0.axesStyle = .origin
        $0.size = try FigureSize(width: 360, height: 260)
      },
      GalleryFigure("legend-ends-of-many", of: ["softplus"], over: -3...3) {
        $0.formulas = try family("softplus", "beta", [0.25, 0.5, 1, 2, 4, 8])
        $0.legend = .ends
      },
    ]
}
