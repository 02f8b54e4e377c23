internal import Typesetting

/// The names of the units of a layer, as large as the units have room for.
struct NetworkLabels {
  /// The names and how they are set, in the order of the units that are drawn; none without names.
  let names: [TypesetLine]
  /// From the centre of a unit down to the baseline.
  let drop: Double

  /// Smaller ones are not read with ease beside captions; units grow instead.
  static let leastScale = 0.7

  init(_ strings: [String], scale: Double, style: NetworkStyle, measurer: some TextMeasurer) throws
  {
    let fontSize = scale * style.labelSize
    let lines = try strings.map { try measurer.typeset($0, fontSize: fontSize) }
    let inks = try lines.map { try $0.ink(measurer) }
    names = lines
    let drop = Self.drop(of: inks, plain: scale * style.labelDrop, size: fontSize)
    self.drop = drop
    reach = zip(lines, inks).reduce(0) { reach, label in
      let (line, ink) = label
      let x = max(line.extent.advance / 2 - ink.left, ink.right - line.extent.advance / 2)
      let y = max(-(ink.top + drop), ink.bottom + drop)
      return max(reach, (x * x + y * y).squareRoot())
    }
  }

  /// From the centre of a unit to the furthest corner of a name.
  let reach: Double

  /// The published place of the baseline, unless the names stand up or hang down from it a lot; then
  /// their ink is centred.
  private static func drop(of inks: [Rectangle], plain: Double, size: Double) -> Double {
    guard let top = inks.map(\.top).min(), let bottom = inks.map(\.bottom).max() else {
      return plain
    }
    let centred = -(top + bottom) / 2
    return (centred - plain).magnitude > 0.14 * size ? centred : plain
  }

  /// Where the baseline of a name begins whose unit is centred at a point.
  func origin(of position: Int, at center: Point) -> Point {
    Point(x: center.x - names[position].extent.advance / 2, y: center.y + drop)
  }
}

extension NetworkLabels {
  /// The names of the units of each layer, and the radius of units that has room for them.
  static func fitted(
    _ names: [[String]], style: NetworkStyle, measurer: some TextMeasurer
  ) throws -> (labels: [NetworkLabels], radius: Double) {
    let full = try names.map {
      try NetworkLabels($0, scale: 1, style: style, measurer: measurer)
    }
    // The edge, and some air within.
    let rim = style.edge.width / 2 + 0.06 * style.radius
    let needed = (full.map(\.reach).max() ?? 0) * leastScale + rim
    let radius = max(style.radius, needed)
    let labels = try zip(names, full).map { names, labels in
      let scale = (radius - rim) / labels.reach
      guard scale < 1 else { return labels }
      return try NetworkLabels(names, scale: scale, style: style, measurer: measurer)
    }
    return (labels, radius)
  }
}

extension TypesetLine {
  /// The room of what is drawn, which may be less than that of the line.
  func ink(_ measurer: some TextMeasurer) throws -> Rectangle {
    var ink: Rectangle?
    for piece in pieces {
      let box: Rectangle
      switch piece {
      case .glyphs(let run):
        let extent = try measurer.measure(run.string, fontSize: run.fontSize, style: run.style)
        box = Rectangle(
          left: run.origin.x, top: run.origin.y - extent.ascent * run.stretch,
          width: extent.advance + max(0, extent.overhang),
          height: extent.height * run.stretch)
      case .rule(let rule): box = rule
      case .area(let points):
        let x = points.map(\.x), y = points.map(\.y)
        guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max()
        else { continue }
        box = Rectangle(left: left, top: top, width: right - left, height: bottom - top)
      }
      ink = ink?.union(box) ?? box
    }
    return ink ?? Rectangle(left: 0, top: 0, width: 0, height: 0)
  }
}
