import TestSupport

@testable import Typesetting

/// Mathematics set at 100 points in letters of equal size, for tests: 60 points wide, 75 high and 20
/// deep, so that the axis is 27.5 points above the baseline.
struct MathematicsLine {
  static let axis = -27.5

  let extent: TextExtent
  let runs: [Glyphs]
  let rules: [Rectangle]
  let areas: [[Point]]

  /// - Parameter formula: What goes between the dollar signs.
  init(_ formula: String) throws {
    try self.init(label: "$" + formula + "$")
  }

  init(label: String) throws {
    let line = try FixedPitchMeasurer().typeset(label, fontSize: 100)
    extent = line.extent
    runs = line.pieces.compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
    areas = line.pieces.compactMap { if case .area(let points) = $0 { points } else { nil } }
    rules = line.pieces.compactMap { if case .rule(let box) = $0 { box } else { nil } }
  }

  /// The first run of these characters.
  func run(_ string: String) -> Glyphs? { runs.first { $0.string == string } }

  /// The room of a brace, which is of pieces where it is high.
  var brace: Rectangle? {
    let boxes = runs.filter { "{⎧⎨⎩⎪".contains($0.string) }.map(\.ink)
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }

  /// The spaces between runs in mu of the text, where they are all on one baseline.
  var gaps: [Double] {
    zip(runs, runs.dropFirst()).map { ($1.ink.left - $0.ink.right) / 100 * 18 }
  }

  /// The room of everything that is drawn.
  var ink: Rectangle? {
    let boxes = runs.filter { !$0.string.isEmpty }.map(\.ink) + rules
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }
}
