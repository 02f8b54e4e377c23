import ArgumentParser
import Figures

struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    _superCommandName: "actplot",
    abstract: "Plots activations and formulas, or one of their derivatives.",
    discussion: """
      EXAMPLES:
        actplot relu --grad
        actplot "x * sigmoid(1.702 * x)" --grad
        actplot "tanh(x) + 1" "2 * sigmoid(2 * x)"
        actplot gelu --with-grad
        actplot swish --set beta=0.5,1,2 --orders 0,1
        actplot sigmoid --grad -o fig.svg -o fig.png --dpi 300
        actplot tanh --order 2 --range -4:4:0.05 --size 12x6cm
        actplot tanh -o - --format svg > tanh.svg
      """)

  @Argument(help: .setting("functions"))
  var functions: [String] = []

  @OptionGroup
  var options: PlotOptions

  /// What the options say of the figure.
  var settings: FigureSettings { options.settings(of: functions) }

  func validate() throws { try options.check(settings) }

  func run() throws { try options.draw(settings) }
}
