internal import Wording

/// What a terminal shows of a comparison: a line for each image that is not equal, the worst first,
/// with its state, its name and the most important that is found.
public struct TerminalTable: Sendable {
  /// The lines, without line ends.
  public let lines: [String]

  /// Makes the table.
  ///
  /// - Parameter width: How many columns the terminal has, to which lines are cut; `nil` for as many
  ///   as there have to be, as in a pipe.
  public init(_ images: some Sequence<Verdict>, columns width: Int? = nil) {
    let rows = images.filter { $0.state != .equal }.worstFirst
    let states = rows.map { $0.state.rawValue.columns }.max() ?? 0
    var names = rows.map(\.name.visible)
    var nameWidth = names.map(\.columns).max() ?? 0
    if let width {
      // Findings tell more than the folders of names, of which the ends tell most.
      nameWidth = min(nameWidth, max(width * 2 / 5, 12))
      names = names.map { $0.cutAtStart(to: nameWidth) }
    }
    lines = zip(rows, names).map { row, name in
      let cells = [row.state.rawValue.padded(to: states), name.padded(to: nameWidth)]
      let line = (cells + [row.sentences.first?.visible ?? ""]).joined(separator: "  ")
      return width.map { line.cut(to: $0) } ?? line
    }
  }
}
