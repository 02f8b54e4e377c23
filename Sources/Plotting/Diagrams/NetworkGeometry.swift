internal import Typesetting

/// Which units of a layer are drawn, and where along it. Places are distances from its middle.
struct NetworkRow {
  /// The units that are drawn.
  let units: [Int]
  /// Where their centres are.
  let places: [Double]
  /// Where the dots for the others are, if there are others.
  let dots: Double?
  /// Where the bias is, if there is one.
  let bias: Double?
  /// Between neighbouring places.
  let spacing: Double

  /// The row of a layer of so many units of which at most `most` are drawn.
  init(count: Int, most: Int, hasBias: Bool, spacing: (_ places: Int) -> Double) {
    let isCut = count > most
    let head = isCut ? (most + 1) / 2 : count
    let tail = isCut ? most - head : 0
    units = Array(0..<head) + Array((count - tail)..<count)
    let slots = units.count + (isCut ? 1 : 0) + (hasBias ? 1 : 0)
    let distance = spacing(slots)
    func place(_ slot: Int) -> Double { (Double(slot) - Double(slots - 1) / 2) * distance }
    places = units.indices.map { place($0 < head ? $0 : $0 + 1) }
    dots = isCut ? place(head) : nil
    bias = hasBias ? place(slots - 1) : nil
    self.spacing = distance
  }

  /// From the first place to the last.
  var length: Double { (places + [dots, bias].compactMap { $0 }).max().map { $0 * 2 } ?? 0 }
}

/// Where everything of a network stands, in points around the middle of its first layer.
struct NetworkGeometry {
  let rows: [NetworkRow]
  /// The radius of a unit.
  let radius: Double
  private let direction: NetworkDiagram.Direction
  /// From the first layer to each.
  private let depths: [Double]
  /// How far units are out of their rows in the published figure: the inputs to the right, and the
  /// last inputs and outputs upwards.
  private let irregularity: (right: Double, up: Double)

  /// - Parameters:
  ///   - radius: That of a unit, which is more than the style's where names need it.
  ///   - rooms: How far apart the layers have to be for the captions, a number for each pair.
  init(_ diagram: NetworkDiagram, radius: Double, rooms: [Double]) {
    let distances = NetworkDistances(diagram, radius: radius)
    let rows = diagram.layers.enumerated().map { index, layer in
      NetworkRow(
        count: layer.count, most: diagram.most,
        hasBias: diagram.hasBiases && index < diagram.layers.count - 1,
        spacing: distances.spacing)
    }
    var depths = [0.0]
    for (index, room) in rooms.enumerated() {
      let distance = distances.distance(from: rows[index], to: rows[index + 1])
      depths.append(depths[index] + max(room, distance))
    }
    self.rows = rows
    self.radius = radius
    self.depths = depths
    direction = diagram.direction
    let factor = radius / NetworkStyle().radius
    irregularity = diagram.isAsPublished ? (0.639_115 * factor, 0.697_22 * factor) : (0, 0)
  }

  /// The point of a layer at a distance from its middle.
  func point(_ layer: Int, at place: Double) -> Point {
    switch direction {
    case .up: Point(x: place, y: -depths[layer])
    case .right: Point(x: depths[layer], y: place)
    }
  }

  /// The centre of a unit, by its position among those of the layer that are drawn.
  func center(_ layer: Int, _ position: Int) -> Point {
    var center = point(layer, at: rows[layer].places[position])
    if layer == 0 { center.x += irregularity.right }
    let isOuter = layer == 0 || layer == rows.count - 1
    if isOuter, position == rows[layer].places.count - 1 { center.y -= irregularity.up }
    return center
  }

  /// The length and the depth of all layers with their units.
  var extent: (length: Double, depth: Double) {
    ((rows.map(\.length).max() ?? 0) + 2 * radius, (depths.last ?? 0) + 2 * radius)
  }
}
