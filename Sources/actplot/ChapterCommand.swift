import Activations
import ArgumentParser
import Figures

struct ChapterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chapter",
    abstract: "Draws the six figures of the textbook chapter.",
    discussion: """
      relu, sigmoid and tanh with their gradients, as the chapter "Multilayer Perceptrons" of
      Dive into Deep Learning prints them: sampled in float32 from -8 to 8 in steps of 0.1.

      EXAMPLES:
        actplot chapter
        actplot chapter --output-dir figures --format svg
      """)

  @OptionGroup
  var output: OutputOptions

  func validate() throws {
    _ = try requests()
    _ = try output.files(named: "", formats())
  }

  func run() throws {
    let renderer = FigureRenderer()
    for request in try requests() {
      try output.write(request, to: output.files(named: request.name, formats()), with: renderer)
    }
  }

  private func requests() throws -> [FigureRequest] {
    try asUsage {
      try Chapter.figures.map { figure in
        var settings = FigureSettings()
        settings["functions"] = figure.formulas.map(\.text)
        settings["order"] = [figure.orders.map(String.init).joined(separator: ",")]
        settings["precision"] = [figure.precision.rawValue]
        output.tell(&settings)
        return try settings.request()
      }
    }
  }

  private func formats() throws -> [ImageFormat] {
    var settings = FigureSettings()
    output.tell(&settings)
    return try asUsage { try settings.formats() }
  }
}
