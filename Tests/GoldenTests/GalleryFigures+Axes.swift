import Activations
import Figures
import Plotting
import Wording

extension Gallery {
  /// Logarithmic axes.
  static let scales: [GalleryFigure] = [
    // Straight lines down to the smallest numbers, where a rounded 1 - s leaves none.
    GalleryFigure(
      "log-gradients", of: ["sigmoid", "tanh", "softsign"], orders: [1], over: -690...690
    ) {
      $0.y.scale = .log
    },
    GalleryFigure("log-of-few-values", of: ["softplus"], over: -2...4) {
      $0.y.scale = .log
      $0.y.ticks.minor = true
    },
    GalleryFigure("log-log", of: ["softplus", "nlrelu", "squareplus"], over: 1e-3...1e4) {
      $0.x.scale = .log
      $0.y.scale = .log
      $0.x.ticks.minor = true
      $0.y.ticks.minor = true
    },
    GalleryFigure("symlog", of: ["cubic", "sinh(x)", "symlog"], over: -1000...1000) {
      $0.x.scale = .symlog(threshold: 1)
      $0.y.scale = .symlog(threshold: 1)
      $0.y.limits = try AxisLimits(-1e9, 1e9)
    },
    GalleryFigure("symlog-through-origin", of: ["sinh(x)", "cubic"], over: -10...10) {
      $0.axesStyle = .origin
      $0.y.scale = .symlog(threshold: 1)
    },
    GalleryFigure("log-with-tangent", of: ["softplus", "sigmoid"], over: -6...6) {
      $0.y.scale = .log
      $0.explanations.tangents = [0]
      $0.explanations.points = [-4]
      $0.explanations.saturation = 0.02
    },
    // Lines to values at and below 0 run out of the axes.
    GalleryFigure("log-below-zero", of: ["x - 1", "sin(x)"], over: -1...8) {
      $0.y.scale = .log
      $0.explanations.tangents = [2]
    },
    GalleryFigure("log-below-zero-of-samples", of: ["gelu", "tanh"], orders: [1]) {
      $0.sampling = .every(try SampleRange(from: -8, to: 8, step: 0.5))
      $0.y.scale = .log
    },
    GalleryFigure("symlog-with-small-threshold", of: ["tanhshrink"], over: -10...10) {
      $0.y.scale = .symlog(threshold: 1e-6)
      $0.x.scale = .symlog(threshold: 1e-2)
    },
  ]

  /// A second y axis.
  static let twins: [GalleryFigure] = [
    GalleryFigure(
      "twin", of: ["softplus"], orders: [0, 1], over: -4...4, as: [.png, .svg]
    ) {
      $0.twin = AxisOptions()
    },
    GalleryFigure("twin-explained", of: ["100 * tanh(x)"], orders: [0, 1, 2], over: -4...4) {
      $0.twin = AxisOptions(label: "derivatives")
      $0.explanations.tangents = [0]
      $0.explanations.points = [1]
      $0.explanations.showsAsymptotes = true
      $0.legend = .below
      $0.size = try FigureSize(width: 360, height: 250)
    },
    GalleryFigure("twin-of-two", of: ["gelu", "silu"], orders: [0, 1], over: -5...3) {
      $0.twin = AxisOptions(limits: try AxisLimits(-0.5, 1.5))
      $0.twin?.ticks.minor = true
    },
    GalleryFigure("twin-with-jumps", of: ["hard_swish"], orders: [0, 1], over: -5...5) {
      $0.twin = AxisOptions()
      $0.jumps = .gap
      $0.explanations.fill = .init(.under)
      $0.look.theme = Theme.Preset.print.theme
    },
    GalleryFigure("twin-minimal", of: ["1e6 * sin(x)"], orders: [0, 1], over: -6...6) {
      $0.twin = AxisOptions()
      $0.look.theme = Theme.Preset.minimal.theme
    },
    GalleryFigure(
      "twin-sheet", of: ["elu", "selu", "mish", "tanh"], orders: [0, 1], over: -4...4
    ) {
      $0.twin = AxisOptions()
      $0.arrangement = .sheet
      $0.look.theme = Theme.Preset.dark.theme
    },
  ]

  /// Ticks, and axes through the origin.
  static let ticks: [GalleryFigure] = [
    GalleryFigure(
      "ticks-of-pi", of: ["sin(x)", "cos(x)"], over: -2 * Double.pi...2 * Double.pi
    ) {
      $0.x.ticks.format = .pi
      $0.x.ticks.minor = true
      $0.legend = .outside
    },
    GalleryFigure("ticks-of-pi-on-y", of: ["arctan", "gudermannian"]) {
      $0.y.ticks.format = .pi
    },
    GalleryFigure("ticks-scientific", of: ["exponential"], over: 0...15) {
      $0.y.ticks.format = .scientific
    },
    GalleryFigure("ticks-engineering", of: ["x^3 * 1e-9"], over: -500...500) {
      $0.y.ticks.format = .engineering
      $0.x.ticks.minor = true
      $0.y.ticks.minor = true
      $0.y.label = "$y$ / m"
    },
    GalleryFigure("ticks-given", of: ["hard_swish"], over: -6...6) {
      $0.x.ticks.values = [-3, -1.5, 0, 3]
      $0.y.ticks.values = [0, 3, 6]
    },
    GalleryFigure("ticks-with-decimals", of: ["gelu"], orders: [1], over: -0.3...0.3) {
      $0.y.ticks.minor = true
    },
    GalleryFigure("axes-through-origin", of: ["tanh", "relu"], over: -3...3, as: [.png, .svg]) {
      $0.axesStyle = .origin
      $0.y.limits = try AxisLimits(-1.5, 3)
      $0.y.label = "y"
    },
    // The curves cross numbers at every place that these can have.
    GalleryFigure("axes-through-crossed-numbers", of: ["exp(-x^2)"], over: -3...3) {
      $0.axesStyle = .origin
    },
    GalleryFigure("axes-through-waves", of: ["sine", "cos(x)"]) {
      $0.axesStyle = .origin
      $0.x.ticks.format = .pi
    },
    GalleryFigure("decimal-comma", of: ["12000.5 * x"], over: -3...3) {
      $0.look.numbers.hasDecimalComma = true
      $0.look.numbers.groupsThousands = true
      $0.explanations.points = [0.25]
      $0.y.label = "$12\\,000{,}5\\,x$"
    },
    GalleryFigure("equal-units", of: ["sqrt(4 - x^2)", "x / 2"], over: -2...2) {
      $0.hasEqualUnits = true
      $0.axesStyle = .origin
      $0.legend = .ends
    },
    GalleryFigure("equal-units-in-panels", of: ["tanh", "relu"], over: -3...3) {
      $0.hasEqualUnits = true
      $0.arrangement = .row
    },
    GalleryFigure("axes-through-tanh", of: ["tanh"], over: -2...2) { $0.axesStyle = .origin },
    GalleryFigure("axes-along-edges", of: ["softplus"], over: 1...6) {
      $0.axesStyle = .origin
      $0.x.label = "$x$"
      $0.y.label = "$y$"
    },
    GalleryFigure("axes-through-origin-in-pi", of: ["sine", "snake"], over: -7...7) {
      $0.axesStyle = .origin
      $0.x.ticks.format = .pi
      $0.y.limits = try AxisLimits(-2, 4)
    },
  ]
}
