internal import Files
internal import Networks

extension FigureKind.Printout {
  /// The numbers of a network for programs.
  static let networkJSON = Self(
    setting: Setting(
      "json", .flag,
      """
      Print the numbers instead: {"layers": [{"weights": [[…]], "biases": […], "activation": "relu"}, \
      …]}, or with --pieces bends, slopes and intercepts.
      """, soughtAs: ["print"])
  ) { settings in
    try settings.network().json().text()
  }

  /// The pieces of a network for people.
  static let networkTable = Self(
    setting: Setting(
      "table", .flag,
      "With --pieces print a table of them instead: from where to where, slopes and intercepts.",
      soughtAs: ["list"])
  ) { settings in
    try settings.network().table()
  }
}

extension FigureSettings {
  fileprivate func network() throws -> NetworkRequest {
    guard let request = try drawing(.network) as? NetworkRequest else {
      preconditionFailure("networks are made of requests")
    }
    return request
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

extension NetworkRequest {
  /// A line for each piece of what is computed, or each region of its two inputs.
  fileprivate func table() throws -> String {
    guard view == .pieces else {
      throw SettingError(
        "table", "Pieces are listed, which --pieces makes; add it, or print weights by --json.")
    }
    let network = try network()
    let short = { (value: Double) in Description.short(value, digits: 6) }
    let outputs = (1...network.outputCount).map { network.outputCount == 1 ? "" : " \($0)" }
    if layers[0].count == 2 {
      let domain = domain ?? -4...4
      let regions = try network.regions(x: domain, y: domain)
      return aligned(
        [
          ["x1 from", "to", "x2 from", "to"]
            + outputs.flatMap {
              ["slope by x1\($0)", "by x2\($0)", "intercept\($0)"]
            }
        ]
          + regions.map { region in
            let x = region.corners.map(\.x), y = region.corners.map(\.y)
            let extent = [x.min(), x.max(), y.min(), y.max()].map { short($0 ?? .nan) }
            return extent
              + region.intercepts.indices.flatMap { output in
                [region.slopes[0, output], region.slopes[1, output], region.intercepts[output]]
                  .map(short)
              }
          })
    }
    let pieces = try network.pieces()
    let ends = ["-inf"] + pieces.bends.map(short) + ["inf"]
    return aligned(
      [["from x", "to x"] + outputs.flatMap { ["slope\($0)", "intercept\($0)"] }]
        + pieces.slopes.rows.indices.map { piece in
          [ends[piece], ends[piece + 1]]
            + outputs.indices.flatMap { output in
              [pieces.slopes[piece, output], pieces.intercepts[piece, output]].map(short)
            }
        })
  }
}

/// Lines whose columns end below each other.
private func aligned(_ rows: [[String]]) -> String {
  let widths = (rows.first ?? []).indices.map { column in
    rows.map { $0[column].count }.max() ?? 0
  }
  return rows.map { row in
    zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
      .joined(separator: "  ")
  }.joined(separator: "\n")
}

private func numbers(_ values: [Double]) -> JSONText { .array(values.map { .number($0) }) }
