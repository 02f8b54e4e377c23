import ArgumentParser
import Figures

struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Draws many activations on one page, a small panel each.",
    discussion: """
      The panels have common axes, so that functions can be compared. Without names and families the \
      whole catalogue is drawn. Every option of 'actplot plot' can be given.

      EXAMPLES:
        actplot sheet
        actplot sheet --family sigmoid --grad
        actplot sheet --family relu --family elu --with-grad --range -4:4
        actplot sheet relu gelu "x * sigmoid(2 * x)" --columns 3 -o sheet.pdf
      """)

  @Argument(help: .setting("functions"))
  var functions: [String] = []

  @OptionGroup
  var options: PlotOptions

  private var settings: FigureSettings {
    var settings = options.settings(of: functions)
    Self.complete(&settings)
    return settings
  }

  /// Adds what a sheet has that is not said.
  static func complete(_ settings: inout FigureSettings) {
    if settings["layout"] == nil { settings["layout"] = ["sheet"] }
    if settings["functions"] == nil, settings["family"] == nil { settings["family"] = ["all"] }
  }

  func validate() throws { try options.check(settings) }

  func run() throws { try options.draw(settings) }
}
