extension MathSetter {
  /// Cases, their brace in the middle of the axis and their rows in text style.
  func cases(_ rows: [[[MathNode]]], in style: MathStyle) throws -> MathBox {
    let em = em(style)
    let table = try table(rows, gap: em, in: style) { _, _ in 0 }
    let brace = try bracket("{", covering: 0.98 * (table.height + table.depth), in: style)
    var box = MathBox()
    box.add(brace, x: 0)
    let start = brace.width + 0.08 * em
    box.add(table, x: start)
    box.width = start + table.width + 0.1 * em
    return box
  }

  /// A matrix, its cells in the middle of their columns.
  func matrix(
    _ rows: [[[MathNode]]], _ left: String?, _ right: String?, in style: MathStyle
  ) throws -> MathBox {
    let table = try table(rows, gap: 0.8 * em(style), in: style) { width, cell in
      (width - cell) / 2
    }
    return left == nil && right == nil ? table : try enclosed(table, left, right, in: style)
  }

  /// Rows of cells in text style, in the middle of the axis.
  ///
  /// - Parameters:
  ///   - gap: What is between columns, in points.
  ///   - shift: How far a cell stands from the left edge of its column, by the widths of both.
  private func table(
    _ rows: [[[MathNode]]], gap: Double, in style: MathStyle,
    shift: (_ column: Double, _ cell: Double) -> Double
  ) throws -> MathBox {
    let em = em(style)
    let rowStyle = style.isScript ? style : MathStyle(level: .text)
    let cells = try rows.map { try $0.map { try set($0, in: rowStyle).closed } }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    var baselines: [Double] = []
    var bottom = 0.0
    for (index, row) in cells.enumerated() {
      // Rows are as far apart as lines of text, and further where they are high.
      let space = index == 0 ? 0 : 0.14 * em
      let height = max(0.78 * em, row.map(\.height).max() ?? 0)
      baselines.append(bottom + space + height)
      bottom += space + height + max(0.28 * em, row.map(\.depth).max() ?? 0)
    }
    let rise = bottom / 2 + axisHeight(style)
    var box = MathBox()
    for (row, baseline) in zip(cells, baselines) {
      var x = 0.0
      for (cell, width) in zip(row, widths) {
        box.add(cell, x: x + shift(width, cell.width), y: baseline - rise)
        x += width + gap
      }
    }
    box.width = widths.reduce(0, +) + gap * Double(max(columns - 1, 0))
    box.height = max(box.height, rise)
    box.depth = max(box.depth, bottom - rise)
    return box
  }
}
