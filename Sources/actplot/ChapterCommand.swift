import ArgumentParser
import Books
import Figures
import Files
import Wording

struct ChapterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chapter",
    abstract: "Draws the figures of the textbook chapter.",
    discussion: """
      relu, sigmoid and tanh with their gradients, as the chapter "Multilayer Perceptrons" of \
      Dive into Deep Learning prints them: sampled in float32 from -8 to 8 in steps of 0.1.

      EXAMPLES:
        actplot chapter
        actplot chapter --output-dir figures --format svg
        actplot chapter --print-spec > book.yaml    an example for 'actplot batch'
        actplot chapter --check
        actplot chapter --all                       all that it shows and asks for
        actplot chapter --all --lang ko             the same with Korean words

      With --all the figures go into output/chapter, or output/chapter/ko.
      """)

  @Option(parsing: .unconditional, help: .setting("output-dir"))
  var outputDir: String?

  @Option(parsing: .unconditionalSingleValue, help: .setting("format"))
  var format: [String] = []

  @Option(parsing: .unconditional, help: .setting("dpi"))
  var dpi: String?

  @Flag(name: .shortAndLong, help: .setting("quiet"))
  var quiet = false

  @Flag(
    help: "Draw the whole set: networks, the statements of the text and the exercises as well.")
  var all = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The language of captions and words in the figures of --all: en or ko (default: en).",
      valueName: "LANG"),
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?

  @Flag(help: "Print the spec file of the figures, to start one's own from.")
  var printSpec = false

  @Flag(help: "Write nothing, and name the files that are missing, stale or changed.")
  var check = false

  func validate() throws {
    _ = try options()
  }

  func run() throws {
    let language = try language()
    if printSpec {
      let text = all ? Chapter.setSpec(in: language) : Chapter.spec
      return try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
    }
    let run = BatchRun(options: try options(), report: quiet ? .quiet : .lines)
    let source = all ? Chapter.setSource(in: language) : Chapter.source
    try run.build(Book([source]), isCheck: check, linking: false)
  }

  private func language() throws -> Language {
    guard let lang else { return .en }
    guard all else {
      throw ValidationError("--lang: The six figures have no words in a language; add --all.")
    }
    return try asUsage("lang") { try oneOf(Language.self, lang) }
  }

  private func options() throws -> Batch.Options {
    var options = Batch.Options()
    let language = try language()
    let folder = all ? "output/chapter\(language == .en ? "" : "/\(language.rawValue)")" : nil
    options.folder = try asUsage { try outputFolder(outputDir ?? folder) }
    options.overrides["format"] = format.isEmpty ? nil : format
    options.overrides["dpi"] = dpi.map { [$0] }
    let settings = options.overrides
    _ = try asUsage { try (settings.formats(), settings.resolution()) }
    options.jobs = Batch.cores
    return options
  }
}
