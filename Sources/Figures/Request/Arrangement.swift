internal import Plotting

/// How curves are spread over panels.
public enum Arrangement: String, Sendable, Hashable, CaseIterable {
  /// All in one panel.
  case single
  /// Side by side: a panel for each derivative with all functions in it, or for each function where
  /// there is one derivative only.
  case row
  /// The same, one below the other.
  case column
  /// A row for each function with its derivatives side by side; where there is only one function or
  /// one derivative, in about as many rows as columns.
  case grid
  /// A panel for each function with its derivatives in it, in about as many rows as columns.
  case sheet

  /// Which functions and derivatives a panel shows, by their indices.
  struct Contents {
    let formulas: [Int]
    let orders: [Int]
  }

  /// The panels, row by row.
  func panels(formulas: Int, orders: Int) -> [Contents] {
    let all = (formulas: Array(0..<formulas), orders: Array(0..<orders))
    let byFunction = all.formulas.map { Contents(formulas: [$0], orders: all.orders) }
    switch self {
    case .single: return [Contents(formulas: all.formulas, orders: all.orders)]
    case .sheet: return byFunction
    case .row, .column:
      return orders == 1
        ? byFunction : all.orders.map { Contents(formulas: all.formulas, orders: [$0]) }
    case .grid:
      return all.formulas.flatMap { formula in
        all.orders.map { Contents(formulas: [formula], orders: [$0]) }
      }
    }
  }

  /// How many panels stand side by side.
  func columns(formulas: Int, orders: Int) -> Int {
    let count = panels(formulas: formulas, orders: orders).count
    switch self {
    case .single, .column: return 1
    case .row: return count
    case .grid where formulas > 1 && orders > 1: return orders
    // Panels are wider than high, so that a page of them is about as wide as high.
    case .grid, .sheet: return Int((0.8 * Double(count)).squareRoot().rounded(.up))
    }
  }

  /// The axes along which panels can be compared, and so have the same limits.
  func shared(formulas: Int, orders: Int) -> Set<Axis> {
    switch self {
    case .single: []
    case .row: orders == 1 ? [.y] : []
    case .column: [.x]
    case .grid: formulas > 1 && orders > 1 || formulas == 1 ? [.x] : [.x, .y]
    case .sheet: [.x, .y]
    }
  }

  /// The nominal size of a figure in which panels have room for their labels.
  func size(formulas: Int, orders: Int) -> FigureSize {
    let columns = Double(columns(formulas: formulas, orders: orders))
    let rows = (Double(panels(formulas: formulas, orders: orders).count) / columns).rounded(.up)
    let chapter = FigureSize.chapter
    let sides: (width: Double, height: Double) =
      switch self {
      case .single: (chapter.width, chapter.height)
      case .row: (0.85 * chapter.width * columns, chapter.height)
      case .column: (chapter.width, chapter.height * (0.2 + 0.8 * rows))
      case .grid, .sheet: (30 + 150 * columns, 40 + 115 * rows)
      }
    return (try? FigureSize(width: sides.width, height: sides.height)) ?? chapter
  }
}
