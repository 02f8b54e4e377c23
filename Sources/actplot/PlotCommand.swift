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
        actplot sigmoid --grad -o fig.svg -o fig.png --dpi 300
        actplot tanh --order 2 --range -4:4:0.05 --size 12x6cm
        actplot tanh -o - --format svg > tanh.svg
      """)

  @Argument(help: "A name, which 'actplot list' shows, or a formula in x; several share the axes.")
  var functions: [String]

  @Flag(help: "Plot the gradient, which is the derivative of order 1.")
  var grad = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Plot the N-th derivative; 0 is the function itself.", valueName: "N"))
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

  func validate() throws {
    _ = try request()
    _ = try destinations(for: "")
  }

  func run() throws {
    let request = try request()
    let destinations = try destinations(for: request.name)
    try output.write(request, to: destinations, with: FigureRenderer())
  }

  private func request() throws -> FigureRequest {
    var request = try FigureRequest(formulas.formulas(functions), order: derivativeOrder())
    request.resolution = try output.resolution()
    try axes.apply(to: &request)
    return request
  }

  private func derivativeOrder() throws -> Int {
    guard let text = order else { return grad ? 1 : 0 }
    let order = try asUsage("--order") { try actplot.derivativeOrder(text) }
    guard !grad || order == 1 else {
      throw ValidationError("--grad is --order 1 and contradicts --order \(order).")
    }
    return order
  }

  private func destinations(for name: String) throws -> [Destination] {
    guard !outputs.isEmpty else { return try output.files(named: name) }
    var paths: [String] = []
    for output in outputs {
      let path = output == "/dev/stdout" ? "-" : output
      if !paths.contains(path) { paths.append(path) }
    }
    return try paths.map { try destination(of: $0) }
  }

  private func destination(of path: String) throws -> Destination {
    let formats = try output.formats()
    let only = formats.count == 1 ? formats.first : nil
    if path == "-" {
      guard let only else {
        throw ValidationError("-o - needs one --format, png or svg.")
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
        "“\(path.prefix(200))” does not end in an image format; name it .png or .svg, or give --format."
      )
    }
    return Destination(path: path, format: format)
  }
}
