import Foundation

/// How much of the grids of mutations a run tries: a fixed part of each, which has every mutation and
/// every subject, or all of it where `ACTPLOT_MUTATIONS` is `all`.
public enum Mutations {
  /// Whether all of them are tried.
  public static let areAllTried =
    ProcessInfo.processInfo.environment["ACTPLOT_MUTATIONS"] == "all"

  /// Whether a cell of a grid is tried, given by its row and column; of every row and of every column
  /// it is one in `count`.
  public static func isTried(_ row: Int, _ column: Int, oneIn count: Int) -> Bool {
    areAllTried || (row + column) % count == 0
  }
}
