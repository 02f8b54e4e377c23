internal import Typesetting

/// The connections of a layer with the next, as arrows.
struct NetworkConnections {
  private let diagram: NetworkDiagram
  private let geometry: NetworkGeometry
  /// The greatest size of a weight.
  private let largestWeight: Double

  /// The most arrows from a layer to the next that have a name each. More are told apart neither by
  /// readers nor with reason, and one path of many arrows is a fraction of as many paths.
  static let mostNamed = 256
  /// How many widths there are for weights of one sign where arrows are drawn together.
  private static let widthSteps = 16.0

  init(_ diagram: NetworkDiagram, _ geometry: NetworkGeometry) {
    self.diagram = diagram
    self.geometry = geometry
    largestWeight =
      diagram.weightRange.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) }
      ?? 0
  }

  private var style: NetworkStyle { diagram.theme.network }

  /// How many connections are drawn at most, those of dropped units among them.
  var count: Int {
    zip(geometry.rows, geometry.rows.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.0.units.count + (pair.0.bias == nil ? 0 : 1)) * pair.1.units.count
    }
  }

  // MARK: One layer and the next

  /// A connection that is drawn; from the bias if it has no source.
  private struct Connection {
    let source: Int?
    let target: Int
    let stroke: StrokeStyle
    let arrow: NetworkArrow
  }

  /// The arrows from a layer to the next, thin ones behind.
  func elements(from layer: Int) -> [Scene.Element] {
    let row = geometry.rows[layer], next = geometry.rows[layer + 1]
    let areNamed =
      (row.units.count + (row.bias == nil ? 0 : 1)) * next.units.count
      <= Self.mostNamed
    let connections = connections(from: layer, exactly: areNamed)
    guard areNamed else { return together(connections, from: layer) }
    return connections.flatMap { connection in
      let mark =
        connection.source.map {
          Scene.Mark.connection(layer: layer, from: $0, to: connection.target)
        } ?? .biasConnection(layer: layer, to: connection.target)
      return elements(mark, [connection.arrow], connection.stroke)
    }
  }

  private func together(_ connections: [Connection], from layer: Int) -> [Scene.Element] {
    var arrows: [StrokeStyle: [NetworkArrow]] = [:]
    var strokes: [StrokeStyle] = []
    for connection in connections {
      if arrows[connection.stroke] == nil { strokes.append(connection.stroke) }
      arrows[connection.stroke, default: []].append(connection.arrow)
    }
    return strokes.flatMap {
      elements(.connections(layer: layer), arrows[$0] ?? [], $0)
    }
  }

  /// Arrows that are drawn alike. Dashes would tear the heads apart, which are then drawn by
  /// themselves.
  private func elements(
    _ mark: Scene.Mark, _ arrows: [NetworkArrow], _ stroke: StrokeStyle
  ) -> [Scene.Element] {
    let lines = arrows.map(\.line), heads = arrows.map(\.head)
    guard !stroke.dashes.isEmpty else {
      let runs = zip(lines, heads).flatMap { [$0, $1] }
      return [Scene.Element(mark: mark, shape: .stroke(runs, stroke, clip: nil))]
    }
    var solid = stroke
    solid.dashes = []
    return [
      Scene.Element(mark: mark, shape: .stroke(lines, stroke, clip: nil)),
      Scene.Element(mark: mark, shape: .stroke(heads, solid, clip: nil)),
    ]
  }

  private func connections(from layer: Int, exactly: Bool) -> [Connection] {
    let row = geometry.rows[layer], next = geometry.rows[layer + 1]
    let bias = NetworkBias(radius: geometry.radius)
    var connections: [Connection] = []
    func add(from source: Int?, at point: Point, to target: Int, reach: (Point) -> Double) {
      let unit = next.units[target]
      guard let stroke = stroke(layer, from: source, to: unit, exactly: exactly) else { return }
      let arrow = NetworkArrow(
        from: point, reach: reach, to: geometry.center(layer + 1, target),
        radius: geometry.radius, width: stroke.width, style: style)
      connections.append(Connection(source: source, target: unit, stroke: stroke, arrow: arrow))
    }
    for (position, unit) in row.units.enumerated() {
      let center = geometry.center(layer, position)
      for target in next.units.indices {
        add(from: unit, at: center, to: target) { _ in geometry.radius }
      }
    }
    if let place = row.bias {
      let center = geometry.point(layer, at: place)
      for target in next.units.indices {
        add(from: nil, at: center, to: target) { bias.reach($0) }
      }
    }
    // Those of dropped units first, and of others the thin ones; equal ones stay in order.
    let order = connections.indices.sorted {
      let (a, b) = (connections[$0].stroke, connections[$1].stroke)
      let (isA, isB) = (a == style.droppedConnection, b == style.droppedConnection)
      return isA != isB ? isA : a.width != b.width ? a.width < b.width : $0 < $1
    }
    return order.map { connections[$0] }
  }

  // MARK: Looks

  /// How a connection is drawn; `nil` if it is not.
  private func stroke(
    _ layer: Int, from source: Int?, to target: Int, exactly: Bool
  ) -> StrokeStyle? {
    let isDropped =
      diagram.layers[layer + 1].dropped.contains(target)
      || source.map { diagram.layers[layer].dropped.contains($0) } ?? false
    guard !isDropped else {
      let isDrawn = diagram.drawsDroppedConnections && diagram.droppedUnits != .absent
      return isDrawn ? style.droppedConnection : nil
    }
    guard !diagram.weights.isEmpty else { return style.connection }
    let weights = diagram.weights[layer]
    let weight = source.map { weights.matrix[$0][target] } ?? weights.biases[target]
    return stroke(ofWeight: weight, largest: largestWeight, exactly: exactly)
  }

  /// How a connection of a weight is drawn, which is not beyond the largest.
  ///
  /// - Parameter exactly: Whether the width is in proportion to the weight to the last digit; if
  ///   not, it is one of a few.
  func stroke(ofWeight weight: Double, largest: Double, exactly: Bool = true) -> StrokeStyle {
    guard weight != 0, largest > 0 else { return style.zero }
    var stroke = weight > 0 ? style.positive : style.negative
    var part = weight.magnitude / largest
    if !exactly { part = (part * Self.widthSteps).rounded(.up) / Self.widthSteps }
    let width = max(style.zero.width, part * stroke.width)
    // Dashes are as long as the widest line needs them, and shorter for thin ones.
    stroke.dashes = stroke.dashes.map { $0 * (0.4 + 0.6 * width / stroke.width) }
    stroke.width = width
    return stroke
  }
}
