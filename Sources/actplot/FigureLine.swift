import ArgumentParser
import FigureBatch
import Figures

/// A figure in a line of a Markdown block: what `actplot plot` and `actplot sheet` take, and a name
/// and a caption.
struct FigureLine: ParsableCommand {
  @Argument(help: .setting("functions"))
  var functions: [String] = []

  @OptionGroup
  var options: PlotOptions

  @Option(parsing: .unconditional, help: "What the figure's files are called, without extension.")
  var name: String?

  @Option(parsing: .unconditional, help: "The words below the figure.")
  var caption: String?

  /// More words than figures need take the parser long.
  private static let maximumWords = 1000

  /// Reads a line.
  ///
  /// - Throws: A sentence, or `SettingError`.
  static let read: CommandLineReader = { words in
    guard words.count <= maximumWords else {
      throw WordsError(
        "The line has \(words.count) words, and \(maximumWords) are the most; write YAML.")
    }
    var words = words
    let isSheet = words.first == "sheet"
    if isSheet || words.first == "plot" { words.removeFirst() }
    let line: FigureLine
    do {
      line = try FigureLine.parse(words.map(protectingMinus))
    } catch {
      throw WordsError(FigureLine.message(for: error))
    }
    var settings = line.options.settings(of: line.functions)
    if isSheet { SheetCommand.complete(&settings) }
    let name = try line.takeOutput(&settings)
    return (settings, line.name ?? name, line.caption)
  }

  /// What -o says of the name and the formats.
  private func takeOutput(_ settings: inout FigureSettings) throws -> String? {
    guard options.output.outputDir == nil else {
      throw WordsError("--output-dir is said once for all figures, to actplot batch; leave it out.")
    }
    var names: Set<String> = []
    for path in options.outputs {
      guard let format = ImageFormat(path: path) else {
        throw WordsError(
          "“\(path.prefix(60))” does not end in an image format; name it .png, .svg or .pdf.")
      }
      settings["format", default: []].append(format.rawValue)
      names.insert(String(path.dropLast(format.rawValue.count + 1)))
    }
    guard names.count <= 1 else {
      throw WordsError(
        "The files of a figure differ in their extensions alone, and these in their names:"
          + " \(names.sorted().joined(separator: ", ")).")
    }
    return names.first
  }
}
