internal import Networks
package import Files

extension FigureSettings {
  /// The numbers of the network that the settings describe: weights and biases, or the pieces of its
  /// function.
  ///
  /// - Throws: `SettingErrors`, or `NetworkError`.
  package func networkNumbers() throws -> JSONText {
    guard let request = try drawing(.network) as? NetworkRequest else { return .null }
    return try request.json()
  }
}

extension NetworkRequest {
  /// What is drawn, as numbers that read back as the same.
  fileprivate func json() throws -> JSONText {
    let network = try network()
    switch (view, layers[0].count) {
    case (.pieces, 2):
      let domain = domain ?? -4...4
      return .object([
        ("regions", .array(try network.regions(x: domain, y: domain).map(\.json)))
      ])
    case (.pieces, _): return try network.pieces().json
    case (.collapse, _): return try Network(layers: [network.collapsed().layer]).json
    case (.swap, _): return try swapped(network).json
    case (.units, _): return network.json
    }
  }
}

extension PiecewiseLinear {
  /// Bends, and values there; slopes and intercepts, a piece a row.
  fileprivate var json: JSONText {
    .object([
      ("bends", numbers(bends)), ("values", .array(values.rows.map(numbers))),
      ("slopes", .array(slopes.rows.map(numbers))),
      ("intercepts", .array(intercepts.rows.map(numbers))),
    ])
  }
}

extension LinearRegion {
  /// Corners; on which piece of its activation each unit is; slopes, an input a row; intercepts.
  fileprivate var json: JSONText {
    .object([
      ("corners", .array(corners.map { numbers([$0.x, $0.y]) })),
      ("pattern", .array(pattern.map { .array($0.map { .integer($0) }) })),
      ("slopes", .array(slopes.rows.map(numbers))), ("intercepts", numbers(intercepts)),
    ])
  }
}

private func numbers(_ values: [Double]) -> JSONText { .array(values.map { .number($0) }) }
