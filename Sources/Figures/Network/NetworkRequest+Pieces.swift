internal import Activations
internal import Glibc
internal import Networks
internal import Plotting
internal import Wording

extension NetworkRequest {
  /// The most slopes that are written beside their pieces.
  private static let mostSlopes = 12

  /// The function of a network of one input, with exact bends and the slope of each piece.
  func piecesFigure() throws -> DataFigure {
    let network = try network()
    let pieces = try network.pieces()
    let domain = domain ?? Self.domain(showing: pieces.bends)
    let isBent = x.scale != .linear || y.scale != .linear
    let curves = (0..<network.outputCount).map { output in
      let corners = pieces.curve(ofOutput: output, over: domain)
      return isBent ? pieces.bent(corners, ofOutput: output) : corners
    }
    let names = network.outputCount == 1 ? [""] : curves.indices.map { "$o_{\($0 + 1)}$" }
    let seen = pieces.bends.indices.filter { domain.contains(pieces.bends[$0]) }
    var panel = Panel(
      curves: zip(curves, names).map { Curve(x: $0.x, y: $0.y, label: $1) },
      dots: curves.indices.flatMap { output in
        seen.map { bend in
          Dot(
            x: pieces.bends[bend], y: pieces.values[bend, output], isFull: true, style: output)
        }
      },
      x: AxisOptions(label: "$x$"), y: AxisOptions(label: "$o$"))
    if network.outputCount == 1, seen.count < Self.mostSlopes {
      panel.annotations = slopeLabels(pieces, pieces.curve(ofOutput: 0, over: domain))
    }
    var figure = DataFigure(
      name, [panel], subject: words.asFunction(shape),
      summary: summary(of: pieces, over: domain))
    adopt(&figure)
    return figure
  }

  /// What has no room beside its piece.
  var piecesDoubts: [String] {
    guard view == .pieces, layers[0].count == 1, let pieces = try? network().pieces() else {
      return []
    }
    let domain = domain ?? Self.domain(showing: pieces.bends)
    let count = pieces.bends.count(where: domain.contains) + 1
    guard pieces.slopes.columnCount > 1 || count > Self.mostSlopes else { return [] }
    return [
      "The slopes of \(count) pieces of \(counted(pieces.slopes.columnCount, "output")) have no room and"
        + " are not written; --json prints them."
    ]
  }

  /// The slope of each piece, beside it.
  private func slopeLabels(
    _ pieces: PiecewiseLinear, _ curve: (x: [Double], y: [Double])
  ) -> [Annotation] {
    zip(curve.x, curve.x.dropFirst()).map { start, end in
      let piece = pieces.piece(at: start / 2 + end / 2), slope = pieces.slopes[piece, 0]
      return .words(
        look.numbers.written(Description.written(slope, digits: 3)), beside: start...end,
        slope: slope,
        intercept: pieces.intercepts[piece, 0], style: 0)
    }
  }

  /// All bends with a quarter of their distance on both sides.
  private static func domain(showing bends: [Double]) -> ClosedRange<Double> {
    guard let first = bends.first, let last = bends.last else { return -4...4 }
    let margin = max((last - first) / 4, 1, last.magnitude / 1e6)
    return (first - margin)...(last + margin)
  }

  private func summary(of pieces: PiecewiseLinear, over domain: ClosedRange<Double>) -> String {
    let opening = words.asFunction(
      shape, from: Description.short(domain.lowerBound), to: Description.short(domain.upperBound))
    let slopes = (0..<pieces.slopes.columnCount).map { output in
      pieces.slopes.column(output).map { Description.short($0) }
    }
    let list = words.pieces(
      pieces.slopes.rowCount, bends: pieces.bends.prefix(40).map { Description.short($0) },
      isWhole: pieces.bends.count <= 40, slopes: slopes)
    return "\(opening) \(list)"
  }

  // MARK: Two inputs

  /// The plane of a network's two inputs, in the regions on which it is one affine map each.
  func regionsFigure() throws -> DataFigure {
    let network = try network()
    let domain = domain ?? -4...4
    let regions = try network.regions(x: domain, y: domain)
    let counts = regions.map { region in
      region.pattern.joined().reduce(0, +)
    }
    let (least, most) = (counts.min() ?? 0, max(counts.max() ?? 1, 1))
    let limits = try AxisLimits(domain.lowerBound, domain.upperBound)
    let panel = Panel(
      areas: zip(regions, counts).map { region, count in
        Area(
          x: region.corners.map(\.x), y: region.corners.map(\.y), style: 0,
          opacity: 0.08 + 0.62 * Double(count - least) / Double(max(most - least, 1)), hasEdge: true
        )
      }, curves: [], x: AxisOptions(label: "$x_1$", limits: limits),
      y: AxisOptions(label: "$x_2$", limits: limits))
    var figure = DataFigure(
      name, [panel], subject: words.linearRegions(of: shape),
      summary: words.regions(
        regions.count, of: shape, from: Description.short(domain.lowerBound),
        to: Description.short(domain.upperBound), on: (least, counts.max() ?? 0)))
    figure.size = usualSize
    adopt(&figure)
    return figure
  }

  // MARK: Words

  /// The sizes as they are written, 1-8-1, and the activations of hidden layers.
  var shape: String {
    let names = activations.map { $0.formula?.label ?? $0.label }.filter { !$0.isEmpty }
    var different: [String] = []
    for name in names where !different.contains(name) { different.append(name) }
    let sizes = layers.map { "\($0.count)" }.joined(separator: "-")
    return words.network(sizes, activations: different)
  }

  /// Gives a figure of data what is said of the request.
  private func adopt(_ figure: inout DataFigure) {
    figure.x = x
    figure.y = y
    figure.axesStyle = axesStyle
    figure.legend = legend
    if let size { figure.size = size }
    figure.hasEqualUnits = hasEqualUnits
    figure.legendOptions = legendOptions
    figure.look = look
    figure.resolution = resolution
    figure.title = title
    figure.alternativeText = alternativeText
  }
}

extension PiecewiseLinear {
  /// Which piece has a point.
  func piece(at x: Double) -> Int { bends.count { $0 <= x } }

  /// The line with points between its corners, for axes on which straight lines are bent.
  func bent(
    _ corners: (x: [Double], y: [Double]), ofOutput output: Int
  ) -> (x: [Double], y: [Double]) {
    var line: (x: [Double], y: [Double]) = ([], [])
    for (start, end) in zip(corners.x, corners.x.dropFirst()) {
      let piece = piece(at: start / 2 + end / 2)
      let even = (0..<200).map { start + (end - start) * Double($0) / 200 }
      // Where values are of one sign, also evenly on a logarithmic axis.
      let ratio = end / start
      let steps = (1..<200).map { start * pow(ratio, Double($0) / 200) }
      let x = ratio > 0 && ratio.isFinite ? (even + steps).sorted() : even
      line.x += x
      line.y += x.map { slopes[piece, output] * $0 + intercepts[piece, output] }
    }
    line.x.append(corners.x[corners.x.count - 1])
    line.y.append(corners.y[corners.y.count - 1])
    return line
  }

  /// The corners of an output's line over a range, with its ends.
  func curve(
    ofOutput output: Int, over domain: ClosedRange<Double>
  ) -> (x: [Double], y: [Double]) {
    let seen = bends.indices.filter {
      domain.lowerBound < bends[$0] && bends[$0] < domain.upperBound
    }
    func value(_ x: Double) -> Double {
      let piece = piece(at: x)
      return slopes[piece, output] * x + intercepts[piece, output]
    }
    return (
      [domain.lowerBound] + seen.map { bends[$0] } + [domain.upperBound],
      [value(domain.lowerBound)] + seen.map { values[$0, output] } + [value(domain.upperBound)]
    )
  }
}
