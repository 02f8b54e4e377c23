import ArgumentParser
import Books
import Figures
import Files

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
        actplot chapter --print-spec > book.yaml    an example for 'actplot batch'
        actplot chapter --check
      """)

  @Option(parsing: .unconditional, help: .setting("output-dir"))
  var outputDir: String?

  @Option(parsing: .unconditionalSingleValue, help: .setting("format"))
  var format: [String] = []

  @Option(parsing: .unconditional, help: .setting("dpi"))
  var dpi: String?

  @Flag(name: .shortAndLong, help: .setting("quiet"))
  var quiet = false

  @Flag(help: "Print the spec file of the figures, to start one's own from.")
  var printSpec = false

  @Flag(help: "Write nothing, and name the files that are missing, stale or changed.")
  var check = false

  func validate() throws {
    _ = try options()
  }

  func run() throws {
    if printSpec {
      return try endingQuietly { try writeToStandardOutput(Array(Chapter.spec.utf8)) }
    }
    let run = BatchRun(options: try options(), isQuiet: quiet, isJSON: false)
    try run.build(Book([Chapter.source]), isCheck: check, linking: false)
  }

  private func options() throws -> Batch.Options {
    var options = Batch.Options()
    options.folder = try asUsage { try outputFolder(outputDir) }
    options.overrides["format"] = format.isEmpty ? nil : format
    options.overrides["dpi"] = dpi.map { [$0] }
    let settings = options.overrides
    _ = try asUsage { try (settings.formats(), settings.resolution()) }
    options.jobs = Batch.cores
    return options
  }
}
