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
    _ = try (output.resolution(), output.formats())
  }

  func run() throws {
    let resolution = try output.resolution()
    let renderer = FigureRenderer()
    for var request in Chapter.figures {
      request.resolution = resolution
      try output.write(request, to: try output.files(named: request.name), with: renderer)
    }
  }
}
