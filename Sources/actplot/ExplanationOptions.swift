import ArgumentParser
import Figures

/// What is drawn to explain the curves.
struct ExplanationOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .setting("saturation"))
  var saturation: String?

  @Flag(help: .setting("asymptotes"))
  var asymptotes = false

  @Flag(help: .setting("kinks"))
  var kinks = false

  @Option(
    name: .customLong("tangent"), parsing: .unconditionalSingleValue, help: .setting("tangent"))
  var tangents: [String] = []

  @Option(
    name: .customLong("mark"), parsing: .unconditionalSingleValue, help: .setting("mark"))
  var marks: [String] = []

  @Option(
    name: .customLong("hline"), parsing: .unconditionalSingleValue, help: .setting("hline"))
  var hlines: [String] = []

  @Option(
    name: .customLong("vline"), parsing: .unconditionalSingleValue, help: .setting("vline"))
  var vlines: [String] = []

  @Option(
    name: .customLong("text"), parsing: .unconditionalSingleValue, help: .setting("text"))
  var notes: [String] = []

  func tell(_ settings: inout FigureSettings) {
    settings.tell("saturation", saturation)
    settings.tell("asymptotes", asymptotes)
    settings.tell("kinks", kinks)
    settings.tell("tangent", tangents)
    settings.tell("mark", marks)
    settings.tell("hline", hlines)
    settings.tell("vline", vlines)
    settings.tell("text", notes)
  }
}
