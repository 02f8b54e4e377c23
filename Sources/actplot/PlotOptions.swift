import ArgumentParser
import Figures
import Glibc
import GoldenImages

/// Everything that a figure can be told but its functions.
struct PlotOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue, help: .setting("family"))
  var family: [String] = []

  @Flag(help: .setting("grad"))
  var grad = false

  @Flag(help: .setting("with-grad"))
  var withGrad = false

  @Option(
    name: [.customLong("order"), .customLong("orders")], parsing: .unconditional,
    help: .setting("order"))
  var order: String?

  @Option(
    name: [.short, .customLong("output")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Write this file, its format by its extension; repeat for more. - is standard output.",
      valueName: "FILE"))
  var outputs: [String] = []

  @OptionGroup(title: "FORMULAS")
  var formulas: FormulaOptions

  @OptionGroup(title: "OUTPUT")
  var output: OutputOptions

  @OptionGroup(title: "SAMPLES AND AXES")
  var axes: AxesOptions

  @OptionGroup(title: "PANELS AND LEGEND")
  var panels: PanelOptions

  @OptionGroup(title: "LOOK")
  var look: LookOptions

  @OptionGroup(title: "EXPLANATIONS")
  var explanations: ExplanationOptions

  /// What the options say of a figure of these functions.
  func settings(of functions: [String]) -> FigureSettings {
    var settings = FigureSettings()
    settings.tell("functions", functions)
    settings.tell("family", family)
    settings.tell("grad", grad)
    settings.tell("with-grad", withGrad)
    settings.tell("order", order)
    formulas.tell(&settings)
    output.tell(&settings)
    axes.tell(&settings)
    panels.tell(&settings)
    look.tell(&settings)
    explanations.tell(&settings)
    return settings
  }

  /// Throws what is wrong with the options, before anything is drawn.
  func check(_ settings: FigureSettings) throws {
    _ = try asUsage { try (settings.request(), destinations(for: "", settings)) }
  }

  /// Draws the figure and writes its files, which are called by the request's name if no other is
  /// given.
  func draw(_ settings: FigureSettings) throws {
    let request = try asUsage { try settings.request() }
    try output.write(request, to: destinations(for: request.name, settings), with: FigureRenderer())
    for doubt in request.doubts { writeToStandardError("warning: \(doubt.visible)\n") }
  }

  private func destinations(
    for name: String, _ settings: FigureSettings
  ) throws -> [Destination] {
    let formats = try asUsage { try settings.formats() }
    guard !outputs.isEmpty else { return try output.files(named: name, formats) }
    var paths: [String] = []
    for output in outputs {
      let path = output == "/dev/stdout" ? "-" : output
      if !paths.contains(path) { paths.append(path) }
    }
    return try paths.map { try destination(of: $0, formats) }
  }

  private func destination(of path: String, _ formats: [ImageFormat]) throws -> Destination {
    let only = formats.count == 1 ? formats.first : nil
    if path == "-" {
      guard let only else {
        throw ValidationError("-o - needs one --format, png, svg or pdf.")
      }
      guard only != .png || isatty(STDOUT_FILENO) == 0 else {
        throw ValidationError("A PNG would garble the terminal; redirect it, as in > fig.png.")
      }
      return Destination(path: path, format: only)
    }
    let own = ImageFormat(path: path)
    if let own, !formats.isEmpty, !formats.contains(own) {
      throw ValidationError(
        "“\(path.prefix(200))” contradicts --format; leave --format out or give \(own.rawValue).")
    }
    guard let format = own ?? only else {
      throw ValidationError(
        "“\(path.prefix(200))” does not end in an image format; name it .png, .svg or .pdf, or give --format."
      )
    }
    return Destination(path: path, format: format)
  }
}
