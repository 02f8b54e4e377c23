internal import Networks
internal import Plotting
internal import Typesetting
internal import Wording

/// The page of a map while it is filled. Lengths are ems of the labels, times their size.
struct MapLayout<Measurer: TextMeasurer> {
  let figure: MapFigure
  let theme: Theme
  let measurer: Measurer
  private var elements: [Scene.Element] = []

  private var words: FigureWords { figure.words }
  private var em: Double { theme.labelSize }
  /// The em of the numbers in the grid.
  private var small: Double { 0.85 * theme.labelSize }
  /// The length of the lines of inputs and outputs.
  private var length: Double { 21 * em }
  /// From the inputs up to the outputs.
  private var rise: Double { 6.5 * em }
  private var gap: Double { 2.5 * em }

  init(figure: MapFigure, theme: Theme, measurer: Measurer) {
    self.figure = figure
    self.theme = theme
    self.measurer = measurer
  }

  mutating func scene() throws -> Scene {
    let margin = theme.pageMargin
    var top = margin
    let left = margin + em
    let cell = try cellSize()
    var right = left
    if !figure.title.isEmpty {
      let line = try measurer.typeset(figure.title, fontSize: theme.titleSize)
      top += line.extent.ascent
      try add(
        figure.title, as: .title, at: Point(x: left, y: top), size: theme.titleSize, panel: 0)
      right = max(right, left + line.extent.advance)
      top += line.extent.descent + 0.8 * em
    }
    for (panel, map) in figure.maps.enumerated() {
      let lines = try addLines(of: map, panel: panel, left: left, top: top)
      let grid = try addGrid(
        of: map, panel: panel, left: left + length + 2 * gap, top: top, cell: cell)
      right = max(right, max(lines.right, grid.right))
      top = max(lines.bottom, grid.bottom) + (panel + 1 < figure.maps.count ? gap : 0)
    }
    let isTitled = !figure.title.isEmpty && !figure.title.contains("$")
    return Scene(
      width: right + margin, height: top + margin,
      background: figure.look.isTransparent ? nil : theme.background, elements: elements,
      title: isTitled ? figure.title : words.ofMinibatch(figure.function.rawValue),
      summary: figure.alternativeText ?? figure.summary)
  }

  // MARK: Arrows

  /// Inputs below, outputs above, and an arrow from each to its own.
  private mutating func addLines(
    of map: VectorMap, panel: Int, left: Double, top: Double
  ) throws -> (right: Double, bottom: Double) {
    let ascent = try measurer.typeset("0", fontSize: em).extent.ascent
    // Words above and below stand in lanes, so that near numbers do not cover each other.
    let inputs = try lanes(map.inputs, among: figure.maps.flatMap(\.inputs), left: left)
    let outputs = try lanes(map.outputs, among: figure.maps.flatMap(\.outputs), left: left)
    let lane = 1.25 * em
    let upper = top + ascent + 0.7 * em + lane * Double(outputs.count - 1)
    let lower = upper + rise
    for (y, isInput) in [(upper, false), (lower, true)] {
      let line = [Point(x: left, y: y), Point(x: left + length, y: y)]
      add(.spine(isInput ? .bottom : .top), line, theme.axis, panel)
      try add(
        isInput ? words.input : words.output, as: .axisLabel(isInput ? .x : .y),
        at: Point(x: left + length + 0.5 * em, y: y + 0.35 * em), size: em, panel: panel)
    }
    for index in map.inputs.indices {
      let start = Point(x: inputs.x[index], y: lower), end = Point(x: outputs.x[index], y: upper)
      addArrow(from: start, to: end, index: index, style: style(of: map.inputs[index]), panel)
    }
    for (labels, values, y, direction) in [
      (inputs, map.inputs, lower + 0.7 * em + ascent, 1.0),
      (outputs, map.outputs, upper - 0.7 * em, -1.0),
    ] {
      for index in values.indices where labels.lane[index] != nil {
        let x = labels.x[index] - labels.width[index] / 2
        let row = Double(labels.lane[index] ?? 0)
        try add(
          written(values[index]), as: .tickLabel(direction > 0 ? .x : .y, index: index),
          at: Point(x: x, y: y + direction * lane * row), size: em, panel: panel)
      }
    }
    let side = try [words.input, words.output].map {
      try measurer.typeset($0, fontSize: em).extent.advance
    }
    return (
      left + length + 0.5 * em + (side.max() ?? 0),
      lower + 1.2 * em + ascent + lane * Double(inputs.count - 1)
    )
  }

  /// Where values stand on a line, and the lane of each one's number; equal ones have one number.
  private struct Lanes {
    var x: [Double]
    var width: [Double]
    var lane: [Int?]
    var count: Int
  }

  private func lanes(_ values: [Double], among all: [Double], left: Double) throws -> Lanes {
    let lower = all.min() ?? 0, upper = all.max() ?? 1
    let halfSpan = upper > lower ? upper / 2 - lower / 2 : 1
    func width(_ value: Double) throws -> Double {
      try measurer.typeset(written(value), fontSize: em).extent.advance
    }
    // Numbers stay between the ends of the line, and so on the page.
    let inset = max(1.5 * em, try (all.map(width).max() ?? 0) / 2)
    // Halves, as the span of what is far apart is beyond the largest number.
    let x = values.map {
      left + inset + ($0 / 2 - lower / 2) / halfSpan * (length - 2 * inset)
    }
    let widths = try values.map(width)
    var lane = [Int?](repeating: nil, count: values.count)
    var ends: [Double] = []
    var known: Set<Double> = []
    for index in values.indices.sorted(by: { values[$0] < values[$1] })
    where known.insert(values[index]).inserted {
      let start = x[index] - widths[index] / 2
      let free = ends.firstIndex { $0 + 0.4 * em <= start } ?? ends.count
      if free == ends.count { ends.append(start) }
      ends[free] = x[index] + widths[index] / 2
      lane[index] = free
    }
    return Lanes(x: x, width: widths, lane: lane, count: max(1, ends.count))
  }

  /// The style of what starts at an input: a colour of its own if it is in several minibatches.
  private func style(of input: Double) -> StrokeStyle {
    let common = figure.common
    var style = theme.annotation
    style.dashes = []
    guard let index = common.isEmpty ? 0 : common.firstIndex(of: input) else { return style }
    style = theme.curve(index)
    style.dashes = []
    return style
  }

  private mutating func addArrow(
    from start: Point, to end: Point, index: Int, style: StrokeStyle, _ panel: Int
  ) {
    var style = style
    style.cap = .butt
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let size = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = (dx / size, dy / size)
    let head = 0.75 * em, half = 0.25 * em
    let neck = Point(x: end.x - ux * head, y: end.y - uy * head)
    add(.curve(index: index), [start, neck], style, panel)
    elements.append(
      Scene.Element(
        panel: panel, mark: .curve(index: index),
        shape: .area(
          [
            end, Point(x: neck.x - uy * half, y: neck.y + ux * half),
            Point(x: neck.x + uy * half, y: neck.y - ux * half),
          ], style.color, opacity: 1)))
    let radius = theme.dotRadius
    elements.append(
      Scene.Element(
        panel: panel, mark: .dot(index: index),
        shape: .box(
          Rectangle(
            left: start.x - radius, top: start.y - radius, width: 2 * radius, height: 2 * radius),
          BoxStyle(
            fill: style.color, edge: style.color, edgeWidth: 0, cornerRadius: radius))))
  }

  // MARK: The Jacobian

  /// The size of a cell that the longest number of all grids has room in.
  private func cellSize() throws -> (width: Double, height: Double) {
    let widths = try figure.maps.flatMap { map in
      try (map.jacobian.elements + map.inputs + map.outputs).map {
        try measurer.typeset(written($0), fontSize: small).extent.advance
      }
    }
    return ((widths.max() ?? 0) + 0.9 * small, 2 * small)
  }

  /// ∂yᵢ/∂xⱼ as numbers on colours, an output a row, an input a column.
  private mutating func addGrid(
    of map: VectorMap, panel: Int, left: Double, top: Double, cell: (width: Double, height: Double)
  ) throws -> (right: Double, bottom: Double) {
    let count = map.inputs.count
    let size = try measurer.typeset(heading, fontSize: em).extent
    let start = Point(x: left + cell.width, y: top + size.ascent + size.descent + 0.7 * em)
    try add(
      heading, as: .panelTitle, at: Point(x: start.x, y: top + size.ascent), size: em,
      panel: panel)
    let largest = figure.maps.flatMap(\.jacobian.elements).map(\.magnitude).max() ?? 1
    for i in 0..<count {
      for j in 0..<count {
        let box = Rectangle(
          left: start.x + Double(j) * cell.width, top: start.y + Double(i) * cell.height,
          width: cell.width, height: cell.height)
        try addCell(map.jacobian[i, j], box, largest, index: i * count + j, panel)
      }
      try addCentered(
        written(map.outputs[i]), as: .tickLabel(.y, index: count + i),
        x: start.x - cell.width / 2, y: start.y + (Double(i) + 0.5) * cell.height, panel)
    }
    let bottom = start.y + Double(count) * cell.height
    for j in 0..<count {
      try addCentered(
        written(map.inputs[j]), as: .tickLabel(.x, index: count + j),
        x: start.x + (Double(j) + 0.5) * cell.width, y: bottom + 0.5 * cell.height, panel)
    }
    return (start.x + Double(count) * cell.width, bottom + cell.height)
  }

  private var heading: String { words.jacobian("$\\partial y_i / \\partial x_j$") }

  /// A share of a colour: the first curve's for what grows, the second's for what falls.
  private mutating func addCell(
    _ value: Double, _ box: Rectangle, _ largest: Double, index: Int, _ panel: Int
  ) throws {
    let right = box.left + box.width, bottom = box.top + box.height
    let corners = [
      Point(x: box.left, y: box.top), Point(x: right, y: box.top), Point(x: right, y: bottom),
      Point(x: box.left, y: bottom),
    ]
    let share = largest > 0 ? value.magnitude / largest : 0
    elements.append(
      Scene.Element(
        panel: panel, mark: .area(index: index),
        shape: .area(corners, theme.curve(value < 0 ? 1 : 0).color, opacity: 0.5 * share)))
    add(
      .gridLine(.x, index: index), corners + [corners[0]],
      StrokeStyle(color: theme.legendBox.edge, width: theme.legendBox.edgeWidth), panel)
    try addCentered(
      written(value), as: .annotationLabel(index: index), x: box.left + box.width / 2,
      y: box.top + box.height / 2, panel)
  }

  private mutating func addCentered(
    _ string: String, as mark: Scene.Mark, x: Double, y: Double, _ panel: Int
  ) throws {
    let extent = try measurer.typeset(string, fontSize: small).extent
    try add(
      string, as: mark, at: Point(x: x - extent.advance / 2, y: y + 0.36 * small), size: small,
      panel: panel)
  }

  // MARK: Tools

  private func written(_ value: Double) -> String {
    theme.numbers.written(MapFigure.written(value))
  }

  private mutating func add(
    _ mark: Scene.Mark, _ line: [Point], _ style: StrokeStyle, _ panel: Int
  ) {
    elements.append(
      Scene.Element(panel: panel, mark: mark, shape: .stroke([line], style, clip: nil)))
  }

  private mutating func add(
    _ string: String, as mark: Scene.Mark, at point: Point, size: Double, panel: Int
  ) throws {
    let text = try Scene.Text(
      string, at: point, fontSize: size, color: theme.textColor, measuring: measurer)
    elements.append(Scene.Element(panel: panel, mark: mark, shape: .text(text)))
  }
}
