import ArgumentParser
import Figures

/// How the curves are spread over panels, and where they are named.
struct PanelOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .setting("layout"))
  var layout: String?

  @Option(parsing: .unconditional, help: .setting("columns"))
  var columns: String?

  @Option(parsing: .unconditional, help: .setting("share"))
  var share: String?

  @Option(parsing: .unconditional, help: .setting("legend"))
  var legend: String?

  @Option(parsing: .unconditionalSingleValue, help: .setting("label"))
  var label: [String] = []

  func tell(_ settings: inout FigureSettings) {
    settings.tell("layout", layout)
    settings.tell("columns", columns)
    settings.tell("share", share)
    settings.tell("legend", legend)
    settings.tell("label", label)
  }
}
