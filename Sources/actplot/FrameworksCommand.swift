import Activations
import ArgumentParser
import Figures
import Files
import Glibc
import Wording

struct FrameworksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-frameworks",
    abstract: "Tells where frameworks disagree about an activation.",
    discussion: """
      A name can stand for another function in another framework, or have another default; and where a \
      function has a kink, frameworks take different values for its derivative. Both are told, and \
      with -o drawn: the functions, or the derivative with what is taken at its kinks. The status is 1 \
      if there is a difference.

      EXAMPLES:
        actplot diff-frameworks gelu
        actplot diff-frameworks hardtanh -o hardtanh.svg
        actplot diff-frameworks leaky_relu --json
      """)

  @Argument(help: ArgumentHelp("A name of the catalogue, or a framework's.", valueName: "NAME"))
  var name: String

  @Option(
    name: .shortAndLong, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Draw the difference into this file, its format by its extension; repeat for more.",
      valueName: "FILE"))
  var output: [String] = []

  @Flag(help: "Draw the difference in the terminal.")
  var show = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The language of the figure: \(alternatives(words(Language.self))).", valueName: "LANG"))
  var lang = Language.en.rawValue

  @Flag(help: "Print an object.")
  var json = false

  func validate() throws {
    _ = try (activation(), formats(), language())
    guard !json || !show else {
      throw ValidationError("--json is for programs; leave it or --show out.")
    }
  }

  func run() throws {
    let differences = FrameworkDifferences(try activation())
    let figure = differences.figure(in: try language())
    if figure == nil, show || !output.isEmpty {
      writeToStandardError("warning: There is no difference to draw; no file is written.\n")
    }
    if let figure { try draw(figure) }
    let text = json ? differences.json : differences.text
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
    if !differences.areNone { throw ExitCode(1) }
  }

  private func draw(_ figure: FigureRequest) throws {
    for (path, format) in zip(output, try formats()) {
      try writeAtomically(try figure.render(as: format), to: path)
    }
    if show {
      let text = try TerminalFigure(figure).text()
      try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
    }
  }

  private func activation() throws -> Activation {
    do {
      return try Activation(named: name)
    } catch {
      throw ValidationError(
        "\(error) Frameworks are known to have what 'actplot list' names, and no formulas.")
    }
  }

  private func language() throws -> Language {
    try asUsage("lang") { try oneOf(Language.self, lang) }
  }

  private func formats() throws -> [ImageFormat] {
    try output.map { path in
      guard let format = ImageFormat(path: path) else {
        throw ValidationError(
          "\(quoted(path)) does not end in an image format; name it \(ImageFormat.extensions).")
      }
      return format
    }
  }
}
