import ArgumentParser
import Figures
import Plotting

/// How the curves are spread over panels, and where they are named.
struct PanelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The panels: single; row or column, one for each derivative, or for each function of one; \
      grid, one for each function and derivative; sheet, one for each function.
      """, valueName: "LAYOUT"))
  var layout: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Panels side by side in a grid or on a sheet. (default: as many as suit)", valueName: "N"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Same limits in all panels along x, y, both or none. (default: as suits the layout)",
      valueName: "AXES"))
  var share: String?

  @Option(
    help: ArgumentHelp(
      """
      Where curves are named: best, top-right, top-left, bottom-left, bottom-right, outside, ends \
      (of the curves) or none. (default: best)
      """, valueName: "PLACE"))
  var legend: String?

  /// Sets all of these.
  func apply(to request: inout FigureRequest) throws {
    if let layout {
      request.arrangement = try asUsage("--layout") { try oneOf(Arrangement.self, layout) }
    }
    if let legend {
      request.legend = try asUsage("--legend") { try oneOf(LegendPlace.self, legend) }
    }
    if let share {
      request.shared = try asUsage("--share") { try oneOf(SharedAxes.self, share).axes }
    }
    if let columns {
      request.columns = try asUsage("--columns") {
        guard let count = Int(columns), count > 0 else {
          throw CommandError(
            description: "\(quoted(columns)) is not a number of columns, as 3 is.")
        }
        return count
      }
    }
  }

  /// What --share can say.
  private enum SharedAxes: String, CaseIterable {
    case x, y, both, none

    var axes: Set<Axis> {
      switch self {
      case .x: [.x]
      case .y: [.y]
      case .both: [.x, .y]
      case .none: []
      }
    }
  }
}
