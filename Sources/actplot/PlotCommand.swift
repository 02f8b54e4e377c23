import Activations
import ArgumentParser
import Figures
import Glibc

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
  var functions: [String]

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

  func validate() throws {
    _ = try (request(), destinations(for: ""))
  }

  func run() throws {
    let request = try request()
    try output.write(request, to: destinations(for: request.name), with: FigureRenderer())
  }

  /// What the options say of the figure.
  var settings: FigureSettings {
    var settings = FigureSettings()
    settings["functions"] = functions
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

  private func request() throws -> FigureRequest { try asUsage { try settings.request() } }

  private func destinations(for name: String) throws -> [Destination] {
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
