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

  @Argument(help: "A name, which 'actplot list' shows, or a formula in x; several share the axes.")
  var functions: [String]

  @Flag(help: "Plot the gradient, which is the derivative of order 1.")
  var grad = false

  @Flag(help: "Plot each function and its gradient.")
  var withGrad = false

  @Option(
    name: [.customLong("order"), .customLong("orders")], parsing: .unconditional,
    help: ArgumentHelp(
      "Plot the N-th derivative, or several, as in 0,1,2; 0 is the function itself.",
      valueName: "N"))
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
    _ = try request()
    _ = try destinations(for: "")
  }

  func run() throws {
    let request = try request()
    let destinations = try destinations(for: request.name)
    try output.write(request, to: destinations, with: FigureRenderer())
  }

  private func request() throws -> FigureRequest {
    var request = try FigureRequest(formulas.formulas(functions), orders: derivativeOrders())
    request.resolution = try output.resolution()
    try axes.apply(to: &request)
    try panels.apply(to: &request)
    try look.apply(to: &request)
    request.explanations = try explanations.explanations()
    return request
  }

  private func derivativeOrders() throws -> [Int] {
    guard let text = order else { return withGrad ? [0, 1] : grad ? [1] : [0] }
    var orders: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let order = try asUsage("--order") { try derivativeOrder(String(part)) }
      if !orders.contains(order) { orders.append(order) }
    }
    guard !withGrad else {
      throw ValidationError("--with-grad is --order 0,1; leave one of them out.")
    }
    guard !grad || orders == [1] else {
      throw ValidationError("--grad is --order 1 and contradicts --order \(text.prefix(60)).")
    }
    return orders
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
