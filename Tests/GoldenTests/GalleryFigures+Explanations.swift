import Activations
import Figures
import Plotting

extension Gallery {
  /// Places where a function breaks or bends.
  static let jumps: [GalleryFigure] = [
    GalleryFigure("jump-connected", of: ["binary_step"], over: -2...2),
    GalleryFigure(
      "jump-open-and-closed", of: ["binary_step", "sign"], over: -2...2, as: [.png, .svg]
    ) {
      $0.arrangement = .row
      $0.jumps = .gap
    },
    GalleryFigure("jumps-of-gradient", of: ["hard_swish"], orders: [0, 1], over: -5...5) {
      $0.jumps = .gap
      $0.explanations.showsKinks = true
    },
    // Where frameworks disagree the full dot is at the slope that each takes.
    GalleryFigure("jumps-by-convention", of: ["hardtanh"], orders: [1], over: -2...2) {
      $0.formulas = [
        try Formula("hardtanh", convention: .torch), try Formula("hardtanh", convention: .jax),
      ]
      $0.title = "PyTorch and JAX"
      $0.arrangement = .row
      $0.jumps = .gap
    },
    GalleryFigure("kinks", of: ["hardtanh", "softshrink"], over: -3...3) {
      $0.explanations.showsKinks = true
    },
    GalleryFigure(
      "holes", of: ["(x^2 - 1) / (x - 1)", "sin(3 * x) / x", "x * log(abs(x))"], over: -2...2
    ) {
      $0.jumps = .gap
    },
    GalleryFigure("pole", of: ["1 / x", "1 / x^2"], over: -3...3) {
      $0.y.limits = try AxisLimits(-5, 10)
      $0.jumps = .gap
    },
  ]

  /// What is drawn to explain the curves.
  static let explanations: [GalleryFigure] = [
    GalleryFigure("saturation", of: ["tanh"], orders: [0, 1], over: -5...5) {
      $0.explanations.saturation = 0.05
    },
    GalleryFigure("asymptotes", of: ["elu", "softplus"], over: -5...3) {
      $0.explanations.showsAsymptotes = true
    },
    // What lies on grid lines stands in their place.
    GalleryFigure("levels-on-grid", of: ["sigmoid"]) {
      $0.explanations.showsAsymptotes = true
      $0.explanations.levels = [
        Explanations.Level(isUpright: false, value: 0.4),
        Explanations.Level(isUpright: true, value: 2),
      ]
    },
    GalleryFigure("tangents", of: ["mish"], over: -4...3) {
      $0.explanations.tangents = [-3, 0, 1.5]
      $0.size = try FigureSize(width: 360, height: 250)
    },
    GalleryFigure("points", of: ["gelu"], over: -3...2) {
      $0.explanations.points = [-2, -0.7517915246935645, 0, 1]
      $0.y.limits = try AxisLimits(-0.75, 2)
    },
    GalleryFigure("tangents-at-three-points", of: ["sigmoid"], over: -6...6) {
      $0.explanations.tangents = [-2, 0, 2]
    },
    GalleryFigure("tangents-on-log-axis", of: ["exp(x)"]) {
      $0.explanations.tangents = [-2, 0, 2]
      $0.y.scale = .log
    },
    GalleryFigure(
      "points-close-together", of: ["sigmoid", "tanh", "relu", "gelu"], over: -2...2
    ) {
      $0.explanations.points = [0.5]
    },
    GalleryFigure("words-beside-kinks", of: ["relu6"]) {
      $0.explanations.showsKinks = true
      $0.explanations.levels = [
        Explanations.Level(isUpright: false, value: 6, label: "the limit"),
        Explanations.Level(isUpright: true, value: 6, label: "clipped from here"),
      ]
    },
    GalleryFigure("slopes", of: ["hardtanh", "prelu"], over: -4...4) {
      $0.explanations.showsSlopes = true
    },
    GalleryFigure("terms", of: ["swish"], orders: [1]) { $0.explanations.showsTerms = true },
    GalleryFigure("difference", of: ["exp(x) * exp(-x)", "1 + 1e-15 * sin(x)"]) {
      $0.explanations.showsDifference = true
    },
    GalleryFigure("levels-and-notes", of: ["sigmoid"]) {
      $0.explanations.levels = [
        Explanations.Level(isUpright: false, value: 0.5, label: "$\\sigma(0) = \\frac{1}{2}$"),
        Explanations.Level(isUpright: true, value: 2, label: "$x = 2$"),
        Explanations.Level(isUpright: false, value: 1),
      ]
      $0.explanations.notes = [
        Explanations.Note(x: -5, y: 0.75, text: "nearly off"),
        Explanations.Note(x: 5.5, y: 0.25, text: "nearly on"),
      ]
    },
    GalleryFigure("filled-under", of: ["gelu"], orders: [0, 1], over: -3...2) {
      $0.explanations.fill = Explanations.Fill(.under, range: -2...1)
    },
    GalleryFigure("filled-between", of: ["relu", "softplus"], over: -4...4) {
      $0.explanations.fill = Explanations.Fill(.between)
      $0.look.theme = Theme.Preset.dark.theme
    },
    GalleryFigure("points-of-data", of: ["sigmoid"]) {
      let heights = [0.03, 0.1, 0.3, 0.47, 0.76, 0.85, 0.97]
      $0.points = [
        heights.enumerated().map { DataPoint(x: Double($0) - 3, y: $1, label: "measured") }
          + [DataPoint(x: 6, y: 0.6, label: "outlier"), DataPoint(x: -10, y: 0)]
      ]
    },
    GalleryFigure("everything-explained", of: ["tanh"], orders: [0, 1], over: -4...4) {
      $0.explanations.saturation = 0.05
      $0.explanations.showsAsymptotes = true
      $0.explanations.tangents = [0]
      $0.explanations.points = [1]
      $0.y.limits = try AxisLimits(-1.6, 1.6)
      $0.size = try FigureSize(width: 420, height: 280)
    },
    GalleryFigure("asymptotes-and-legend", of: ["sigmoid", "softsign"]) {
      $0.look.theme = Theme.Preset.minimal.theme
      $0.axesStyle = .origin
      $0.explanations.showsAsymptotes = true
    },
    GalleryFigure("explained-through-origin", of: ["softsign"], over: -6...6) {
      $0.axesStyle = .origin
      $0.explanations.showsAsymptotes = true
      $0.explanations.points = [-2, 2]
    },
  ]
}
