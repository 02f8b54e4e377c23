internal import Typesetting

/// The names of curves, each beside a line as the curve is drawn.
struct Legend {
  /// A name and the style of the curves that have it.
  struct Entry: Hashable {
    let label: String
    let style: Int
    let emphasis: Curve.Emphasis
    /// Whether it names points, and these are full; `nil` for a curve.
    var isFullDot: Bool?
  }

  private let entries: [Entry]
  private let lines: [TypesetLine]
  private let theme: Theme
  private let rows: Int
  private let title: TypesetLine?
  private let options: LegendOptions
  /// The room of the title above the rows.
  private let titleHeight: Double
  /// The width of each column without the gaps between.
  private let columnWidths: [Double]
  /// The height of each row.
  private let rowHeights: [Double]
  /// In how many columns the names stand.
  var columnCount: Int { columnWidths.count }
  /// The room that the box takes.
  let width: Double
  let height: Double

  /// A legend that is at most `height` high, in columns where it needs more than one; but no wider
  /// than high where there are that many names.
  ///
  /// - Parameter width: How wide it may be where it is to be as low as that allows.
  init(
    _ entries: [Entry], height limit: Double, width widest: Double? = nil, _ options: LegendOptions,
    theme: Theme, measurer: some TextMeasurer
  ) throws {
    let em = theme.labelSize
    self.entries = entries
    self.theme = theme
    let handle = theme.legendHandleLength * em
    // The box and what stands in it beside a name.
    let aside = 1.6 * em + handle
    let lines = try entries.map {
      try measurer.typeset(
        $0.label, fontSize: em, alignment: .left, within: widest.map { $0 - aside })
    }
    let plain = try measurer.typeset("", fontSize: em).extent
    // Formulas with fractions are higher than a line of letters, and all rows are as high as one; but
    // names of several lines are alone with theirs.
    let single = lines.filter { !$0.isBroken }.map(\.extent.height)
    let rowHeight = max(plain.height, single.max() ?? 0)
    title =
      options.title.isEmpty
      ? nil : try measurer.typeset(options.title, fontSize: em, alignment: .left)
    titleHeight = title.map { $0.extent.height + 0.5 * em } ?? 0
    let fitting = max(1, Int((limit - titleHeight - 0.3 * em) / (rowHeight + 0.5 * em)))
    let balanced = Int((4 * Double(entries.count)).squareRoot())
    func widths(rows: Int) -> [Double] {
      stride(from: 0, to: entries.count, by: rows).map { start in
        let column = lines[start..<min(start + rows, lines.count)]
        return handle + 0.8 * em + (column.map(\.extent.advance).max() ?? 0)
      }
    }
    func width(_ columns: [Double]) -> Double {
      0.8 * em + columns.reduce(0, +) + 1.5 * em * Double(max(0, columns.count - 1))
    }
    var rows = max(1, min(entries.count, max(fitting, balanced)))
    if let columns = options.columns {
      rows = max(1, (entries.count + columns - 1) / columns)
    } else if let widest {
      rows =
        (1...max(1, entries.count)).first { width(widths(rows: $0)) <= widest } ?? entries.count
    }
    let columnWidths = widths(rows: rows)
    self.lines = lines
    self.rows = rows
    rowHeights = (0..<rows).map { row in
      stride(from: row, to: lines.count, by: rows).map { max(rowHeight, lines[$0].extent.height) }
        .max() ?? rowHeight
    }
    self.columnWidths = columnWidths
    self.options = options
    self.width = max(width(columnWidths), 0.8 * em + (title?.extent.advance ?? 0))
    height = 0.8 * em + titleHeight + rowHeights.reduce(0, +) + 0.5 * em * Double(rows - 1)
  }

  /// The names of several curves, those that stand back after the others; none where there is only
  /// one, or none has a name.
  static func entries(of panels: some Collection<Panel>) -> [Entry] {
    var entries: [Entry] = []
    var known: Set<Entry> = []
    for panel in panels where panel.curves.count + panel.namedDots.count > 1 {
      for index in panel.curves.indices where !panel.curves[index].label.isEmpty {
        let entry = panel.legendEntry(ofCurve: index)
        if known.insert(entry).inserted { entries.append(entry) }
      }
    }
    let dots = panels.flatMap(\.namedDots).filter { known.insert($0).inserted }
    return entries.filter { $0.emphasis == .full } + dots
      + entries.filter { $0.emphasis != .full }
  }

  /// What is drawn, with the top left corner of the box at a point.
  func elements(at corner: Point, panel: Int?) -> [Scene.Element] {
    let em = theme.labelSize
    let box = Rectangle(left: corner.x, top: corner.y, width: width, height: height)
    var elements = [
      Scene.Element(panel: panel, mark: .legend, shape: .box(box, theme.legendBox))
    ]
    var left = box.left + 0.4 * em
    if let title {
      let place = Point(x: left, y: box.top + 0.4 * em + title.extent.ascent)
      let text = Scene.Text(title, at: place, color: theme.textColor)
      elements.append(Scene.Element(panel: panel, mark: .legendTitle, shape: .text(text)))
    }
    for (index, entry) in entries.enumerated() {
      let (column, row) = index.quotientAndRemainder(dividingBy: rows)
      if row == 0, column > 0 { left += columnWidths[column - 1] + 1.5 * em }
      let line = lines[index]
      let above = rowHeights[..<row].reduce(0) { $0 + $1 + 0.5 * em }
      let top = box.top + 0.4 * em + titleHeight + above
      let baseline = top + (rowHeights[row] - line.extent.height) / 2 + line.extent.ascent
      let middle = line.isBroken ? top + rowHeights[row] / 2 : baseline - 0.35 * em
      elements += Self.entry(
        entry, line, index: index, panel: panel, theme: theme,
        handle: [
          Point(x: left, y: middle),
          Point(x: left + theme.legendHandleLength * em, y: middle),
        ],
        text: Point(x: left + theme.legendHandleLength * em + 0.8 * em, y: baseline))
    }
    return elements
  }

  /// A name and its line.
  static func entry(
    _ entry: Entry, _ line: TypesetLine, index: Int, panel: Int?, theme: Theme, handle: [Point],
    text: Point
  ) -> [Scene.Element] {
    [
      Scene.Element(
        panel: panel, mark: .legendHandle(index: index),
        shape: Self.handle(of: entry, handle, theme)),
      Scene.Element(
        panel: panel, mark: .legendLabel(index: index),
        shape: .text(Scene.Text(line, at: text, color: theme.textColor))),
    ]
  }
}

extension Legend {
  /// The line of a curve, or the dot of points in the middle of where that would be.
  private static func handle(of entry: Entry, _ line: [Point], _ theme: Theme) -> Scene.Shape {
    let style = theme.curve(entry.style, entry.emphasis)
    guard let isFull = entry.isFullDot, let start = line.first, let end = line.last else {
      return .stroke([line], style, clip: nil)
    }
    return .disc(
      at: start.advanced(by: 0.5, to: end), radius: theme.dotRadius,
      fill: isFull ? style.color : theme.background, edge: style.color,
      edgeWidth: theme.dotEdgeWidth)
  }
}

extension PanelLayout {
  /// A box that names the curves.
  ///
  /// - Returns: Whether there was room for it in the axes; nothing is drawn if not.
  mutating func addLegend(
    _ entries: [Legend.Entry], at place: LegendPlace, _ options: LegendOptions
  ) throws -> Bool {
    let inset = 0.5 * theme.labelSize
    let legend = try Legend(
      entries, height: axes.height - 2 * inset, options, theme: theme, measurer: measurer)
    guard place != .outside, place != .below, legend.width <= axes.width - 2 * inset,
      legend.height <= axes.height - 2 * inset
    else { return false }
    let box = legendPlace(legend, place, inset: inset)
    // A touch is not seen; but no curve is to be covered unless the place is given.
    guard place != .best || coveredLength(box) < theme.labelSize / 2 else { return false }
    occupied.append(box)
    for element in legend.elements(at: Point(x: box.left, y: box.top), panel: nil) {
      add(element.mark, element.shape)
    }
    return true
  }

  /// The place within the axes where the curves have the fewest points in a box of that size, and no
  /// words stand; of equal ones the first from the top right corner round.
  private func legendPlace(_ legend: Legend, _ place: LegendPlace, inset: Double) -> Rectangle {
    let left = axes.left + inset, right = axes.right - inset - legend.width
    let top = axes.top + inset, bottom = axes.bottom - inset - legend.height
    let aside = min(1.5 * theme.labelSize, bottom - top)
    let centre = axes.midX - legend.width / 2, middle = axes.midY - legend.height / 2
    let corners: [LegendPlace: Point] = [
      .topRight: Point(x: right, y: top), .topLeft: Point(x: left, y: top),
      .bottomLeft: Point(x: left, y: bottom), .bottomRight: Point(x: right, y: bottom),
    ]
    let places = [
      (right, top), (left, top), (left, bottom), (right, bottom), (left, middle),
      (right, middle), (centre, bottom), (centre, top), (centre, middle),
      // Clear of lines along the edges, as asymptotes often are.
      (right, top + aside), (left, top + aside), (left, bottom - aside), (right, bottom - aside),
    ].map { Point(x: $0.0, y: $0.1) }
    let boxes = (corners[place].map { [$0] } ?? places).map {
      Rectangle(left: $0.x, top: $0.y, width: legend.width, height: legend.height)
    }
    let costs = boxes.map { cost(of: $0) }
    return boxes[costs.indices.min { costs[$0] < costs[$1] } ?? 0]
  }

  /// How bad a place for the legend is: the length of curves and lines that it would cover, words
  /// and the edge most of all.
  private func cost(of box: Rectangle) -> Double {
    coveredLength(box, withLines: true) + (axes.encloses(box) ? 0 : 1e6)
      + 1e4 * Double(occupied.count { $0.overlaps(box) })
  }
}
