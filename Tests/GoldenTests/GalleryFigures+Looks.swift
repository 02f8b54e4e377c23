import Activations
import Figures
import Plotting

extension Gallery {
  /// Themes, fonts, widths and backgrounds.
  static let looks: [GalleryFigure] =
    Theme.Preset.allCases.map { preset in
      GalleryFigure("theme-\(preset.rawValue)", of: ["elu"], over: -4...2) {
        $0.formulas = try family("elu", "alpha", [0.25, 0.5, 1, 1.5, 2])
        $0.look.theme = preset.theme
        $0.explanations.levels = [Explanations.Level(isUpright: false, value: -1, label: "$-1$")]
        $0.explanations.saturation = 0.02
        $0.title = "Five depths"
        $0.size = try FigureSize(width: 360, height: 240)
      }
    } + [
      GalleryFigure("print-of-nine", of: ["swish"], over: -5...2) {
        $0.formulas = try family("swish", "beta", [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 8])
        $0.look.theme = Theme.Preset.print.theme
        $0.size = try FigureSize(width: 400, height: 300)
      },
      GalleryFigure("dark-through-origin", of: ["sine", "tanh"], orders: [0, 1], over: -4...4) {
        $0.look.theme = Theme.Preset.dark.theme
        $0.axesStyle = .origin
        $0.legend = .outside
      },
      GalleryFigure("minimal-panels", of: ["gelu", "silu"], orders: [0, 1], over: -4...4) {
        $0.look.theme = Theme.Preset.minimal.theme
        $0.arrangement = .row
      },
      GalleryFigure("transparent", of: ["sign", "softsign"], over: -3...3) {
        $0.look.isTransparent = true
        $0.jumps = .gap
      },
      GalleryFigure("transparent-explained", of: ["sin(x) / x", "cos(x)"], as: [.png, .svg]) {
        $0.look.isTransparent = true
        $0.jumps = .gap
        $0.explanations.tangents = [2]
        $0.explanations.points = [-4]
        $0.axesStyle = .origin
        $0.size = try FigureSize(width: 400, height: 260)
      },
      GalleryFigure("transparent-dark", of: ["relu", "relu6"]) {
        $0.look.theme = Theme.Preset.dark.theme
        $0.look.isTransparent = true
      },
      GalleryFigure("dark-explained", of: ["mish"], over: -5...3) {
        $0.look.theme = Theme.Preset.dark.theme
        $0.explanations.tangents = [0]
        $0.explanations.points = [-1.1924]
        $0.explanations.showsAsymptotes = true
      },
      GalleryFigure("large-type", of: ["gelu", "relu"], over: -3...3) {
        $0.look.fontSize = 18
        $0.title = "GELU and ReLU"
      },
      GalleryFigure("small-type", of: ["gelu", "relu"], orders: [0, 1], over: -3...3) {
        $0.look.fontSize = 6
      },
      GalleryFigure("wide-lines", of: ["binary_step", "sigmoid"], over: -3...3) {
        $0.look.lineWidth = 4
        $0.jumps = .gap
        $0.explanations.points = [1]
      },
      GalleryFigure("fine-lines", of: ["mish"], orders: [0, 1, 2], over: -4...4) {
        $0.look.lineWidth = 0.4
      },
      GalleryFigure("serif", of: ["softplus"], orders: [0, 1], over: -4...4) {
        $0.look.fontFamilies = ["DejaVu Serif"]
        $0.title = "Softplus, $\\log(1 + e^x)$"
      },
      GalleryFigure("monospaced", of: ["logcosh"], over: -4...4) {
        $0.look.fontFamilies = ["DejaVu Sans Mono"]
        $0.title = "log(cosh(x))"
      },
    ]
}
