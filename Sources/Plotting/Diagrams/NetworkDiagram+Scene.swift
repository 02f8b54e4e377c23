internal import Glibc
public import Typesetting

extension NetworkDiagram {
  /// Places every unit, arrow and word on a page: the one way from a network to drawing commands.
  ///
  /// The page is cut to what is drawn and the theme's margin. Where layers have many units, or names
  /// and captions are long, units and layers are further apart, so that no arrow touches a unit that
  /// is not its own and no words touch anything.
  ///
  /// - Throws: `NetworkDiagramError` for what cannot be drawn, and what `measurer` throws.
  public func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    try check()
    var layout = try NetworkLayout(self, measurer: measurer)
    layout.addCaptions()
    try layout.addUnits()
    layout.addConnections()
    try layout.addKey()
    try layout.addTitle()
    return try layout.scene()
  }
}

/// The page while it is filled. Coordinates have their origin in the middle of the first layer until
/// `scene()` moves them onto the page, whose extent is known only then.
private struct NetworkLayout<Measurer: TextMeasurer> {
  private let diagram: NetworkDiagram
  private let measurer: Measurer
  private let captions: [NetworkCaption]
  private let labels: [NetworkLabels]
  private let geometry: NetworkGeometry
  private let connections: NetworkConnections

  private var elements: [Scene.Element] = []
  /// The room of all units.
  private let body: Rectangle
  /// The room of everything.
  private var content: Rectangle

  private var theme: Theme { diagram.theme }
  private var style: NetworkStyle { diagram.theme.network }

  init(_ given: NetworkDiagram, measurer: Measurer) throws {
    var diagram = given
    let rows = diagram.layers.map { layer in
      NetworkRow(count: layer.count, most: diagram.most, hasBias: false) { _ in 1 }
    }
    let counts = zip(rows, rows.dropFirst()).map { $0.units.count * $1.units.count }
    diagram.theme.network = given.theme.network.thinned(forConnections: counts.max() ?? 1)
    self.diagram = diagram
    self.measurer = measurer
    let style = diagram.theme.network
    captions = try diagram.layers.indices.map {
      try NetworkCaption(of: $0, in: diagram, measurer: measurer)
    }
    let names = rows.enumerated().map { diagram.names(of: $1.units, in: $0) }
    let fitted = try NetworkLabels.fitted(names, style: style, measurer: measurer)
    labels = fitted.labels
    let isUp = diagram.direction == .up
    let rooms = zip(captions, captions.dropFirst()).map { caption, next in
      isUp
        ? (caption.height + next.height) / 2 + style.captionSize / 2
        : (caption.width + next.width) / 2 + 1.5 * style.captionSize
    }
    geometry = NetworkGeometry(diagram, radius: fitted.radius, rooms: rooms)
    connections = NetworkConnections(diagram, geometry)
    try Self.checkSize(diagram, geometry, connections)
    let reach = geometry.radius + max(style.edge.width, style.dropped.width) / 2
    body = Self.body(of: geometry, reach: reach)
    content = body
  }

  /// Refuses what would be too large before thousands of arrows are made of it.
  private static func checkSize(
    _ diagram: NetworkDiagram, _ geometry: NetworkGeometry, _ connections: NetworkConnections
  ) throws(NetworkDiagramError) {
    let extent = geometry.extent, largest = FigureSize.sides.upperBound
    let points = max(extent.length, extent.depth)
    guard points <= largest else {
      let shown = geometry.rows.map(\.units.count).max() ?? 2
      throw .tooLarge(
        points: points, mostUnits: max(2, Int(Double(shown) * 0.9 * largest / points)))
    }
    let count = connections.count
    guard count <= NetworkDiagram.mostConnections else { throw .tooManyConnections(count) }
  }

  private static func body(of geometry: NetworkGeometry, reach: Double) -> Rectangle {
    var body: Rectangle?
    for (layer, row) in geometry.rows.enumerated() {
      let centers =
        row.units.indices.map { geometry.center(layer, $0) }
        + [row.bias].compactMap { $0.map { geometry.point(layer, at: $0) } }
      for center in centers {
        let box = Rectangle(around: center, radius: reach)
        body = body?.union(box) ?? box
      }
    }
    return body ?? Rectangle(left: 0, top: 0, width: 0, height: 0)
  }

  private mutating func add(_ mark: Scene.Mark, _ shape: Scene.Shape) {
    elements.append(Scene.Element(mark: mark, shape: shape))
  }

  // MARK: Words

  /// To the left of layers that lie, centred on a common line; below layers that stand.
  mutating func addCaptions() {
    let widest = captions.map(\.width).max() ?? 0
    guard widest > 0 else { return }
    let centre = body.left - style.captionDistance - widest / 2
    let top = body.bottom + style.captionSize
    for (layer, caption) in captions.enumerated() {
      let middle = geometry.point(layer, at: 0)
      let isUp = diagram.direction == .up
      elements +=
        isUp
        ? caption.elements(centeredOn: centre, at: middle.y)
        : caption.elements(centeredOn: middle.x, below: top)
      guard caption.width > 0 else { continue }
      content = content.union(
        isUp
          ? caption.box(centeredOn: centre, at: middle.y)
          : caption.box(centeredOn: middle.x, top: top))
    }
  }

  mutating func addTitle() throws {
    guard !diagram.title.isEmpty else { return }
    let line = try measurer.typeset(
      diagram.title, fontSize: theme.titleSize, within: content.width)
    let plain = try measurer.typeset("", fontSize: theme.titleSize).extent
    let distance = theme.titleDistance(above: line.extent, plain: plain) + plain.descent
    let origin = Point(
      x: body.midX - line.extent.advance / 2, y: content.top - distance)
    content = content.union(line.extent.box(at: origin))
    addText(line, as: .title, from: origin)
  }

  private mutating func addText(
    _ line: TypesetLine, as mark: Scene.Mark, from origin: Point, color: Color? = nil
  ) {
    add(mark, .text(Scene.Text(line, at: origin, color: color ?? theme.textColor)))
  }

  /// The key to weights and values, to the right of all layers and as high up as they are.
  mutating func addKey() throws {
    let key = try NetworkKey(diagram, connections, measurer: measurer)
    guard !key.elements.isEmpty else { return }
    let corner = Point(
      x: body.right + 2.2 * style.captionSize, y: body.midY - key.height / 2)
    elements += key.elements.map { $0.moved(x: corner.x, y: corner.y) }
    content = content.union(
      Rectangle(left: corner.x, top: corner.y, width: key.width, height: key.height))
  }

  // MARK: Units

  mutating func addUnits() throws {
    let extent = diagram.valueRange.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) }
    for (layer, row) in geometry.rows.enumerated() {
      for position in row.units.indices { addUnit(layer, position, valueExtent: extent ?? 0) }
      if let place = row.dots { addDots(layer, at: place) }
      if let place = row.bias { try addBias(layer, at: geometry.point(layer, at: place)) }
    }
  }

  private mutating func addUnit(_ layer: Int, _ position: Int, valueExtent: Double) {
    let index = geometry.rows[layer].units[position]
    let center = geometry.center(layer, position)
    guard !diagram.layers[layer].dropped.contains(index) else {
      addDropped(layer, position, index, at: center)
      return
    }
    let isOuter = layer == 0 || layer == geometry.rows.count - 1
    let values = diagram.layers[layer].values
    let fill =
      values.isEmpty
      ? (isOuter ? style.outerFill : style.hiddenFill)
      : style.fill(ofPart: valueExtent > 0 ? values[index] / valueExtent : 0)
    add(
      .unit(layer: layer, index: index),
      .disc(
        at: center, radius: geometry.radius, fill: fill, edge: style.edge.color,
        edgeWidth: style.edge.width))
    addName(layer, position, index, at: center, color: theme.textColor.readable(on: fill))
  }

  private mutating func addDropped(_ layer: Int, _ position: Int, _ index: Int, at center: Point) {
    let radius = geometry.radius, mark = Scene.Mark.unit(layer: layer, index: index)
    switch diagram.droppedUnits {
    case .absent: break
    case .hollow:
      add(mark, .stroke([Self.circle(around: center, radius: radius)], style.dropped, clip: nil))
      addName(layer, position, index, at: center, color: style.dropped.color)
    case .crossed:
      var solid = style.dropped
      solid.dashes = []
      add(mark, .stroke([Self.circle(around: center, radius: radius)], solid, clip: nil))
      let reach = radius * 0.5.squareRoot()
      let diagonals = [1.0, -1].map { side in
        [-reach, reach].map { Point(x: center.x + $0, y: center.y + side * $0) }
      }
      add(.unitCross(layer: layer, index: index), .stroke(diagonals, solid, clip: nil))
    }
  }

  /// A circle as a line, which can be dashed: so many corners that they are not seen.
  private static func circle(around center: Point, radius: Double) -> [Point] {
    let corners = 72, turn = 2 * Double.pi / Double(corners)
    // One more than all round, so that no notch is seen where it closes.
    return (0...(corners + 1)).map { corner in
      let angle = turn * Double(corner)
      return Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
    }
  }

  private mutating func addName(
    _ layer: Int, _ position: Int, _ index: Int, at center: Point, color: Color
  ) {
    let labels = labels[layer]
    guard !labels.names.isEmpty else { return }
    addText(
      labels.names[position], as: .unitLabel(layer: layer, index: index),
      from: labels.origin(of: position, at: center), color: color)
  }

  private mutating func addDots(_ layer: Int, at place: Double) {
    for step in [-1.0, 0, 1] {
      let center = geometry.point(layer, at: place + step * 0.45 * geometry.radius)
      add(
        .omittedUnits(layer: layer),
        .disc(
          at: center, radius: 0.11 * geometry.radius, fill: theme.textColor,
          edge: theme.textColor, edgeWidth: 0))
    }
  }

  private mutating func addBias(_ layer: Int, at center: Point) throws {
    let bias = NetworkBias(radius: geometry.radius)
    add(
      .bias(layer: layer),
      .box(
        Rectangle(around: center, radius: bias.halfSide),
        BoxStyle(
          fill: style.biasFill, edge: style.edge.color, edgeWidth: style.edge.width,
          cornerRadius: bias.cornerRadius, opacity: 1)))
    let line = try measurer.typeset("1", fontSize: style.labelSize)
    let ink = try line.ink(measurer)
    let origin = Point(
      x: center.x - line.extent.advance / 2, y: center.y - (ink.top + ink.bottom) / 2)
    addText(
      line, as: .biasLabel(layer: layer), from: origin,
      color: theme.textColor.readable(on: style.biasFill))
  }

  // MARK: Connections

  /// From the outputs down, as published.
  mutating func addConnections() {
    for layer in geometry.rows.indices.dropLast().reversed() {
      elements += connections.elements(from: layer)
    }
  }

  // MARK: The page

  func scene() throws(NetworkDiagramError) -> Scene {
    let page = content.outset(by: theme.pageMargin)
    let points = max(page.width, page.height)
    guard points <= FigureSize.sides.upperBound else {
      throw .tooLarge(points: points, mostUnits: nil)
    }
    return Scene(
      width: page.width, height: page.height,
      background: diagram.isTransparent ? nil : theme.background,
      elements: elements.map { $0.moved(x: -page.left, y: -page.top) },
      title: diagram.spokenTitle, summary: diagram.spokenSummary)
  }
}
