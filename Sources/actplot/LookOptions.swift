import ArgumentParser
import Figures

/// Colours, fonts and widths.
struct LookOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .setting("theme"))
  var theme: String?

  @Option(parsing: .unconditional, help: .setting("axes"))
  var axes: String?

  @Flag(help: .setting("transparent"))
  var transparent = false

  @Option(parsing: .unconditional, help: .setting("font"))
  var font: String?

  @Option(parsing: .unconditional, help: .setting("font-size"))
  var fontSize: String?

  @Option(parsing: .unconditional, help: .setting("line-width"))
  var lineWidth: String?

  func tell(_ settings: inout FigureSettings) {
    settings.tell("theme", theme)
    settings.tell("axes", axes)
    settings.tell("transparent", transparent)
    settings.tell("font", font)
    settings.tell("font-size", fontSize)
    settings.tell("line-width", lineWidth)
  }
}
