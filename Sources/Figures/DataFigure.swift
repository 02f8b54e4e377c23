internal import Plotting
internal import Typesetting
internal import Wording

/// A figure of numbers on axes: curves, areas and dots that a computation gives, not formulas.
struct DataFigure: AxesDrawing {
  let name: String
  /// What is drawn, one panel at least; scales and ticks of its axes are those of `x` and `y`, and so
  /// are labels and limits that these have.
  var panels: [Panel]
  var columns = 1
  /// Along which axes all panels show the same.
  var shared: Set<Axis> = []
  /// What the figure shows, in sentences, for readers who do not see it.
  var summary: String
  /// What the figure is called for them if it has no title.
  var subject: String
  var doubts: [String] = []

  var x = AxisOptions()
  var y = AxisOptions()
  var axesStyle = AxesStyle.box
  var legend: LegendPlace?
  var size: FigureSize?
  var hasEqualUnits = false
  var legendOptions = LegendOptions()
  var usualSize: FigureSize? { .chapter }
  var look = Look()
  var resolution = Resolution.chapter
  var language = Language.en
  var title = ""
  var alternativeText: String?

  init(
    _ name: String, _ panels: [Panel], columns: Int = 1, x: AxisOptions = AxisOptions(),
    y: AxisOptions = AxisOptions(), subject: String, summary: String
  ) {
    self.name = name
    self.panels = panels
    self.columns = columns
    self.x = x
    self.y = y
    self.subject = subject
    self.summary = summary
  }

  func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    let panels = panels.map { panel in
      var panel = panel
      panel.x = x.completed(by: panel.x)
      panel.y = y.completed(by: panel.y)
      panel.hasEqualUnits = hasEqualUnits
      return panel
    }
    let isTitled = !title.isEmpty && !title.contains("$")
    var figure = Figure(
      panels, columns: columns, shared: shared, axesStyle: axesStyle, legend: legend ?? .best,
      title: title, size: size ?? .chapter, theme: try look.sizedTheme(),
      isTransparent: look.isTransparent, accessibleTitle: isTitled ? title : subject,
      accessibleSummary: alternativeText ?? summary)
    figure.legendOptions = legendOptions
    return try figure.scene(measuring: measurer)
  }
}

extension DataFigure {
  /// One of nothing, which can be told all that figures of numbers can.
  static let usual = DataFigure("data", [Panel(curves: [])], subject: "", summary: "")
}

extension AxisOptions {
  /// These options, with the label and limits of a panel where there are none.
  fileprivate func completed(by panel: AxisOptions) -> AxisOptions {
    AxisOptions(
      label: label ?? panel.label, limits: limits ?? panel.limits, scale: scale, ticks: ticks)
  }
}
