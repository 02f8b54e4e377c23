public import Typesetting

extension Figure {
  /// Places every mark on a page: the one way from a figure to drawing commands.
  ///
  /// The page is cut to what is drawn and the theme's margin, so it grows with long labels.
  ///
  /// - Throws: `PlottingError` where there is nothing to show, and what `measurer` throws.
  public func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    guard !panels.isEmpty else { throw PlottingError.nothingToShow }
    try checkTwins()
    let limits = try PanelLimits.limits(of: self)
    var layout = FigureLayout(figure: onOneAxis(limits), limits: limits, measurer: measurer)
    try layout.placePanels()
    try checkSight(layout.limits)
    // A title that is wider than the axes reaches above the legend and does not push it away.
    try layout.addLegendOutside()
    try layout.addTitle()
    return layout.scene()
  }
}

/// The page while it is filled. Coordinates have their origin in the top left corner of the first
/// panel's axes box until `scene()` moves them onto the page, whose extent is known only then.
private struct FigureLayout<Measurer: TextMeasurer> {
  let figure: Figure
  /// What the panels show; more of y once equal units need it.
  private(set) var limits: [PanelLimits]
  let measurer: Measurer

  private var theme: Theme { figure.theme }
  private let columns: Int
  private let rows: Int
  private var elements: [Scene.Element] = []
  private var content = Rectangle(left: 0, top: 0, width: 0, height: 0)
  /// The axes boxes and what is between them.
  private var body = Rectangle(left: 0, top: 0, width: 0, height: 0)
  /// The lower end of what stands above the first row.
  private var head = 0.0
  /// The panels whose curves are not named at their ends, although they should be.
  private var unnamed: Set<Int> = []
  /// The names that had no room in the axes.
  private var homeless: [Legend.Entry] = []

  init(figure: Figure, limits: [PanelLimits], measurer: Measurer) {
    self.figure = figure
    self.limits = limits
    self.measurer = measurer
    columns = min(max(figure.columns, 1), figure.panels.count)
    rows = (figure.panels.count + columns - 1) / columns
  }

  // MARK: Panels

  mutating func placePanels() throws {
    let (width, height) = try boxSize()
    var panels = try filledPanels(width: width, height: height)
    try addLegends(to: &panels)
    let margins = Margins(of: panels.map { ($0.content, $0.axes) }, columns: columns)
    content = panels[0].content
    body = panels[0].axes
    for (index, panel) in panels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let x = margins.left(of: column, width: width, gap: theme.panelGap)
      let y = margins.top(of: row, height: height, gap: theme.panelGap)
      elements += index == 0 ? panel.elements : panel.elements.map { $0.moved(x: x, y: y) }
      content = content.union(panel.content.moved(x: x, y: y))
      body = body.union(panel.axes.moved(x: x, y: y))
      if row == 0, panel.content.top < panel.axes.top - panel.labelLine.ascent {
        head = min(head, panel.content.top)
      }
    }
  }

  /// The size of an axes box: what the others and the labels between them leave of the whole.
  private mutating func boxSize() throws -> (width: Double, height: Double) {
    let width = figure.size.width * theme.axesWidthShare
    let height = figure.size.height * theme.axesHeightShare
    let limits = limits
    guard figure.panels.count > 1 else {
      let fitted = try limits.fitted(to: figure.panels, in: (width, height), theme)
      self.limits = fitted.limits
      return fitted.box
    }
    // Labels depend on the size of the box, if little; a guess of it tells their room.
    var box = (width: width / Double(columns), height: height / Double(rows))
    for _ in 0..<2 {
      let panels = try filledPanels(
        width: box.width, height: box.height, withCurves: figure.legend == .ends)
      let margins = Margins(of: panels.map { ($0.content, $0.axes) }, columns: columns)
      box = (
        (width - margins.left(of: columns - 1, width: 0, gap: theme.panelGap)) / Double(columns),
        (height - margins.top(of: rows - 1, height: 0, gap: theme.panelGap)) / Double(rows)
      )
      guard min(box.width, box.height) >= theme.labelSize else {
        throw PlottingError.panelsTooSmall(count: figure.panels.count)
      }
      (self.limits, box) = try limits.fitted(to: figure.panels, in: box, theme)
    }
    return box
  }

  private mutating func filledPanels(
    width: Double, height: Double, withCurves: Bool = true
  ) throws -> [PanelLayout<Measurer>] {
    unnamed = []
    var panels: [PanelLayout<Measurer>] = []
    for index in figure.panels.indices {
      var panel = try PanelLayout(
        figure.panels[index], index: index, theme: theme, limits: limits[index],
        labelledAxes: labelledAxes(index), width: width, height: height, measurer: measurer)
      try panel.fill(figure.axesStyle, withCurves: withCurves)
      if figure.legend == .ends, figure.panels[index].curves.count > 1 {
        let isNamed = try panel.addLegendAtEnds(figure.axesStyle)
        if !isNamed { unnamed.insert(index) }
      }
      try panel.addTitle()
      panels.append(panel)
    }
    alignYLabels(of: &panels)
    return panels
  }

  /// Brings the labels of the y axes in each column to one line.
  private func alignYLabels(of panels: inout [PanelLayout<Measurer>]) {
    for column in 0..<columns {
      let rows = stride(from: column, to: panels.count, by: columns)
      for axis in [Axis.y, .twin] {
        let baselines = rows.compactMap { panels[$0].labelBaseline(of: axis) }
        guard let baseline = axis == .y ? baselines.min() : baselines.max() else { continue }
        for index in rows where panels[index].labelBaseline(of: axis) != baseline {
          panels[index].moveLabel(of: axis, to: baseline)
        }
      }
    }
  }

  /// A shared axis is labelled once: below the lowest panel of a column, beside the first of a row, and
  /// a second one of y beside the last.
  private func labelledAxes(_ index: Int) -> Set<Axis> {
    var axes: Set<Axis> = [.x, .y, .twin]
    if figure.shared.contains(.x), index + columns < figure.panels.count { axes.remove(.x) }
    guard figure.shared.contains(.y) else { return axes }
    if !index.isMultiple(of: columns) { axes.remove(.y) }
    let isLast = (index + 1).isMultiple(of: columns) || index + 1 == figure.panels.count
    if !isLast { axes.remove(.twin) }
    return axes
  }

  // MARK: Legends and title

  /// Names the curves in the axes, once where several panels have the same.
  private mutating func addLegends(to panels: inout [PanelLayout<Measurer>]) throws {
    guard figure.legend != .none else { return }
    var named: Set<[Legend.Entry]> = []
    for index in panels.indices {
      var entries = Legend.entries(of: CollectionOfOne(figure.panels[index]))
      // Points have no end to be named at.
      if figure.legend == .ends, !unnamed.contains(index) {
        entries.removeAll { $0.isFullDot == nil }
      }
      guard !entries.isEmpty, named.insert(entries).inserted else { continue }
      let place = figure.legend == .ends ? .best : figure.legend
      if try !panels[index].addLegend(entries, at: place, figure.legendOptions) {
        homeless += entries.filter { !homeless.contains($0) }
      }
    }
  }

  mutating func addLegendOutside() throws {
    guard !homeless.isEmpty else { return }
    let beside = try Legend(
      homeless, height: body.height, figure.legendOptions, theme: theme, measurer: measurer)
    let below = try Legend(
      homeless, height: body.height, width: body.width, figure.legendOptions, theme: theme,
      measurer: measurer)
    // Beside axes that are not twice as wide, long names would be what the figure is of.
    let isCrowding =
      figure.legend != .outside && beside.columnCount == 1 && beside.width > body.width / 2
    let isBelow =
      figure.legend == .below || isCrowding || isWasteful(beside, comparedTo: below)
    let legend = isBelow ? below : beside
    let corner =
      isBelow
      ? Point(x: body.midX - below.width / 2, y: content.bottom + 0.6 * theme.labelSize)
      : Point(x: content.right + theme.labelSize, y: body.top)
    elements += legend.elements(at: corner, panel: nil)
    content = content.union(
      Rectangle(left: corner.x, top: corner.y, width: legend.width, height: legend.height))
  }

  /// Whether more of the page remains empty beside a legend to the right of panels than beside one
  /// below them.
  private func isWasteful(_ beside: Legend, comparedTo below: Legend) -> Bool {
    guard figure.panels.count > 1 else { return false }
    let page = content.width * content.height
    let right =
      (content.width + theme.labelSize + beside.width) * max(content.height, beside.height)
      - page - beside.width * beside.height
    let bottom =
      (content.height + theme.labelSize + below.height) * max(content.width, below.width)
      - page - below.width * below.height
    return bottom < right
  }

  mutating func addTitle() throws {
    guard !figure.title.isEmpty else { return }
    let line = try measurer.typeset(
      figure.title, fontSize: theme.titleSize, within: max(body.width, content.width))
    let plain = try measurer.typeset("", fontSize: theme.titleSize).extent
    // Above other titles it needs more room to be seen as that of all.
    let isAboveTitles = figure.panels.contains { !$0.title.isEmpty }
    let distance =
      theme.titleDistance(above: line.extent, plain: plain)
      + (isAboveTitles ? 0.4 * theme.labelSize : 0)
    let origin = Point(x: body.midX - line.extent.advance / 2, y: head - distance)
    content = content.union(line.extent.box(at: origin))
    let text = Scene.Text(line, at: origin, color: theme.textColor)
    elements.append(Scene.Element(mark: .title, shape: .text(text)))
  }

  func scene() -> Scene {
    let page = content.outset(by: theme.pageMargin)
    let seen = figure.isTransparent ? elements.onClearPage(theme.background) : elements
    return Scene(
      width: page.width, height: page.height,
      background: figure.isTransparent ? nil : theme.background,
      elements: seen.map { $0.moved(x: -page.left, y: -page.top) },
      title: figure.accessibleTitle, summary: figure.accessibleSummary)
  }
}

/// How far labels reach beyond the axes boxes of a grid of panels.
private struct Margins {
  private var left: [Double]
  private var right: [Double]
  private var top: [Double]
  private var bottom: [Double]

  init(of panels: [(content: Rectangle, axes: Rectangle)], columns: Int) {
    let rows = (panels.count + columns - 1) / columns
    (left, right) = ([Double](repeating: 0, count: columns), [Double](repeating: 0, count: columns))
    (top, bottom) = ([Double](repeating: 0, count: rows), [Double](repeating: 0, count: rows))
    for (index, (content, axes)) in panels.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      left[column] = max(left[column], axes.left - content.left)
      right[column] = max(right[column], content.right - axes.right)
      top[row] = max(top[row], axes.top - content.top)
      bottom[row] = max(bottom[row], content.bottom - axes.bottom)
    }
  }

  /// From the left edge of the first column's boxes to that of another's.
  func left(of column: Int, width: Double, gap: Double) -> Double {
    (0..<column).reduce(0) { $0 + width + right[$1] + gap + left[$1 + 1] }
  }

  /// From the top edge of the first row's boxes to that of another's.
  func top(of row: Int, height: Double, gap: Double) -> Double {
    (0..<row).reduce(0) { $0 + height + bottom[$1] + gap + top[$1 + 1] }
  }
}
