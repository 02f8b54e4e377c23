import Activations
import Figures
import Plotting

extension Gallery {
  /// Several panels on a page.
  static let panels: [GalleryFigure] = [
    GalleryFigure("row-of-derivatives", of: ["sigmoid"], orders: [0, 1]) {
      $0.arrangement = .row
    },
    GalleryFigure("row-of-functions", of: ["relu", "elu", "gelu"], orders: [1], over: -4...4) {
      $0.arrangement = .row
    },
    GalleryFigure("column", of: ["tanh", "softsign"], orders: [0, 1]) {
      $0.arrangement = .column
      $0.title = "Two ways to saturate"
    },
    GalleryFigure("row-with-names-at-ends", of: ["relu", "gelu"], orders: [0, 1], over: -3...3) {
      $0.arrangement = .row
      $0.legend = .ends
    },
    GalleryFigure("sheet-in-large-type", of: ["relu", "elu", "selu", "celu"], orders: [0, 1]) {
      $0.arrangement = .sheet
      $0.look.fontSize = 16
      $0.look.theme = Theme.Preset.minimal.theme
      $0.title = "함수 $f$"
      $0.look.fontFamilies = ["DejaVu Sans", "NanumGothic"]
    },
    GalleryFigure("grid-of-functions", of: ["relu", "gelu", "mish"], orders: [0, 1], over: -4...4) {
      $0.arrangement = .grid
    },
    GalleryFigure("grid-of-orders", of: ["sigmoid"], orders: [0, 1, 2, 3, 4, 5]) {
      $0.arrangement = .grid
      $0.legend = LegendPlace.none
    },
    GalleryFigure("grid-with-axes-through-origin", of: ["tanh", "softplus"], orders: [0, 1]) {
      $0.arrangement = .grid
      $0.axesStyle = .origin
    },
    GalleryFigure(
      "sheet-of-family",
      of: Activation.catalog.filter { $0.family == .sigmoid }.map(\.name), orders: [0, 1]
    ) {
      $0.arrangement = .sheet
      $0.title = "Sigmoids and their gradients"
    },
    GalleryFigure("sheet-in-two-columns", of: ["cubic", "exponential", "sine", "gcu"]) {
      $0.arrangement = .sheet
      $0.columns = 2
      $0.shared = [.x]
    },
    GalleryFigure(
      "sheet-of-catalogue", of: Activation.catalog.map(\.name), orders: [0, 1], over: -4...4
    ) {
      $0.y.limits = try AxisLimits(-2, 4)
      $0.arrangement = .sheet
      $0.resolution = try Resolution(dpi: 60)
    },
  ]
}
