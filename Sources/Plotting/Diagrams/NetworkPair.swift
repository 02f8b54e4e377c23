public import Typesetting

/// Two networks with the same outputs, side by side, with the numbers that show it.
public struct NetworkPair: Sendable, Hashable {
  /// A network and its numbers.
  public struct Side: Sendable, Hashable {
    /// The units.
    public var diagram: NetworkDiagram
    /// Weights and biases, a line of matrices for each layer.
    public var numbers: [[NumberMatrix]]

    /// A network with the numbers of its layers.
    public init(_ diagram: NetworkDiagram, numbers: [[NumberMatrix]]) {
      self.diagram = diagram
      self.numbers = numbers
    }
  }

  /// The network on the left.
  public var left: Side
  /// The network on the right.
  public var right: Side
  /// A minibatch and what each network gives for it.
  public var outputs: [NumberMatrix]
  /// How far the outputs differ, below them.
  public var verdict: String
  /// The title above all; empty for none.
  public var title = ""
  /// The look of all but the units.
  public var theme: Theme
  /// Whether the page has no colour.
  public var isTransparent = false
  /// The name of the figure for readers who cannot see it.
  public var accessibleTitle: String
  /// What the figure shows for readers who cannot see it.
  public var accessibleSummary: String

  /// Two networks in the look of a theme.
  public init(
    _ left: Side, _ right: Side, outputs: [NumberMatrix], verdict: String, theme: Theme,
    accessibleTitle: String, accessibleSummary: String
  ) {
    self.left = left
    self.right = right
    self.outputs = outputs
    self.verdict = verdict
    self.theme = theme
    self.accessibleTitle = accessibleTitle
    self.accessibleSummary = accessibleSummary
  }

  /// Places both networks, an equals sign between them, and the numbers below.
  ///
  /// - Throws: What the diagrams throw.
  public func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    let scenes = try [left, right].map { try $0.diagram.scene(measuring: measurer) }
    var page = PairPage(pair: self, measurer: measurer)
    try page.addTitle()
    let columns = try [left, right].enumerated().map { try page.lines($1.numbers, panel: $0) }
    page.place(scenes, columns)
    try page.addOutputs()
    return page.scene()
  }
}

/// The page while it is filled, from the top.
private struct PairPage<Measurer: TextMeasurer> {
  let pair: NetworkPair
  let measurer: Measurer
  private var elements: [Scene.Element] = []
  private var width = 0.0
  private var y = 0.0
  private var count = 0

  init(pair: NetworkPair, measurer: Measurer) {
    self.pair = pair
    self.measurer = measurer
  }

  private var theme: Theme { pair.theme }
  private var em: Double { 0.9 * theme.labelSize }
  private var margin: Double { theme.pageMargin }
  private var gap: Double { 3.2 * theme.labelSize }

  /// Lines of matrices around the left end of their top, and the room that they take.
  struct Column {
    var elements: [Scene.Element] = []
    var width = 0.0
    var height = 0.0
  }

  mutating func lines(_ lines: [[NumberMatrix]], panel: Int) throws -> Column {
    var column = Column()
    for line in lines {
      let matrices = try line.map { matrix in
        count += 1
        return try SetMatrix(
          matrix, index: count - 1, fontSize: em, theme: theme, measuring: measurer)
      }
      let height = matrices.map(\.height).max() ?? 0
      var x = 0.0
      for matrix in matrices {
        column.elements += matrix.elements.map { element in
          var element = element.moved(x: x, y: column.height + height / 2)
          element.panel = panel
          return element
        }
        x += matrix.width + 1.6 * em
      }
      column.width = max(column.width, x - 1.6 * em)
      column.height += height + 0.9 * em
    }
    return column
  }

  mutating func addTitle() throws {
    guard !pair.title.isEmpty else { return }
    y += try addText(pair.title, .title, y: y, size: theme.titleSize) + 0.5 * em
  }

  /// The networks on the middle of one line, with an equals sign between, and the numbers under each.
  mutating func place(_ scenes: [Scene], _ columns: [Column]) {
    let height = scenes.map(\.height).max() ?? 0
    var x = 0.0, bottom = y
    for (panel, (scene, column)) in zip(scenes, columns).enumerated() {
      let room = max(scene.width - 2 * margin, column.width)
      elements += scene.elements.map { element in
        var element = element.moved(
          x: x - margin + (room - scene.width + 2 * margin) / 2, y: y + (height - scene.height) / 2)
        element.panel = panel
        return element
      }
      let left = x + (room - column.width) / 2
      elements += column.elements.map { $0.moved(x: left, y: y + height + 0.4 * em) }
      bottom = max(bottom, y + height + 0.4 * em + column.height)
      x += room + gap
    }
    addEqualsSign(
      at: Point(x: max(scenes[0].width - 2 * margin, columns[0].width) + gap / 2, y: y + height / 2)
    )
    width = max(width, x - gap)
    y = bottom
  }

  private mutating func addEqualsSign(at center: Point) {
    let half = 0.55 * theme.labelSize, style = StrokeStyle(color: theme.textColor, width: 1.2)
    let lines = [-0.3, 0.3].map { offset in
      [-half, half].map { Point(x: center.x + $0, y: center.y + offset * theme.labelSize) }
    }
    elements.append(
      Scene.Element(mark: .equalsSign, shape: .stroke(lines, style, clip: nil)))
  }

  /// The minibatch with the outputs of both, and how far they differ.
  mutating func addOutputs() throws {
    var panel = try lines([pair.outputs], panel: 0)
    if panel.width > width { panel = try lines(pair.outputs.map { [$0] }, panel: 0) }
    y += 0.6 * em
    width = max(width, panel.width)
    let left = (width - panel.width) / 2
    elements += panel.elements.map { $0.moved(x: left, y: y) }
    y += panel.height
    y += try addText(pair.verdict, .verdict, y: y, size: em)
  }

  /// A line in the middle of the page; its height.
  private mutating func addText(
    _ string: String, _ mark: Scene.Mark, y: Double, size: Double
  ) throws -> Double {
    let line = try measurer.typeset(string, fontSize: size)
    width = max(width, line.extent.advance)
    let origin = Point(x: (width - line.extent.advance) / 2, y: y + line.extent.ascent)
    let text = Scene.Text(line, at: origin, color: theme.textColor)
    elements.append(Scene.Element(mark: mark, shape: .text(text)))
    return line.extent.height
  }

  func scene() -> Scene {
    Scene(
      width: width + 2 * margin, height: y + 2 * margin,
      background: pair.isTransparent ? nil : theme.background,
      elements: elements.map { $0.moved(x: margin, y: margin) }, title: pair.accessibleTitle,
      summary: pair.accessibleSummary)
  }
}
