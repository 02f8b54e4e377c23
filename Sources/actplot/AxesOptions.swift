import ArgumentParser
import Figures

/// What is sampled, how large it is drawn, and the words around it.
///
/// Text is what ArgumentParser is quickest with: each further type of option costs a figure 3 % more.
struct AxesOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .setting("range"))
  var range: String?

  @Option(parsing: .unconditional, help: .setting("precision"))
  var precision: String?

  @Option(parsing: .unconditional, help: .setting("size"))
  var size: String?

  @Option(parsing: .unconditional, help: .setting("title"))
  var title: String?

  @Option(parsing: .unconditional, help: .setting("xlabel"))
  var xlabel: String?

  @Option(parsing: .unconditional, help: .setting("ylabel"))
  var ylabel: String?

  @Option(parsing: .unconditional, help: .setting("alt"))
  var alt: String?

  @Option(parsing: .unconditional, help: .setting("xlim"))
  var xlim: String?

  @Option(parsing: .unconditional, help: .setting("ylim"))
  var ylim: String?

  @Option(parsing: .unconditional, help: .setting("jumps"))
  var jumps: String?

  @Option(parsing: .unconditional, help: .setting("xscale"))
  var xscale: String?

  @Option(parsing: .unconditional, help: .setting("yscale"))
  var yscale: String?

  @Option(parsing: .unconditional, help: .setting("xticks"))
  var xticks: String?

  @Option(parsing: .unconditional, help: .setting("yticks"))
  var yticks: String?

  @Flag(help: .setting("minor-ticks"))
  var minorTicks = false

  func tell(_ settings: inout FigureSettings) {
    settings.tell("range", range)
    settings.tell("precision", precision)
    settings.tell("size", size)
    settings.tell("title", title)
    settings.tell("xlabel", xlabel)
    settings.tell("ylabel", ylabel)
    settings.tell("alt", alt)
    settings.tell("xlim", xlim)
    settings.tell("ylim", ylim)
    settings.tell("jumps", jumps)
    settings.tell("xscale", xscale)
    settings.tell("yscale", yscale)
    settings.tell("xticks", xticks)
    settings.tell("yticks", yticks)
    settings.tell("minor-ticks", minorTicks)
  }
}
