import Activations
import ArgumentParser
import Figures
import Files
import Glibc
import Wording

struct InfoCommand: FormulaCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tells what is known of an activation or a formula.",
    discussion: """
      Of any formula: value, slope and curvature at 0, the kinks with the slopes on both sides and \
      what is taken for the derivative there, range, symmetry, monotonicity, extrema and limits, \
      all found by evaluating it; detail beyond |x| = 100 is not seen. Of an activation also its \
      definition, parameters, names in each framework, and source.

      --order N adds the derivatives up to the N-th as formulas, with parameters as letters, equal to \
      the automatic derivatives wherever the function is smooth. They can be typed back, with --let \
      for the letters.

      EXAMPLES:
        actplot info gelu
        actplot info gelu --convention jax
        actplot info elu --set alpha=0.5
        actplot info "max(x, 0) + a" --let a=1
        actplot info swish --order 2
        actplot info swish --order 1 --wrt beta
        actplot info hardtanh --json
      """)

  @Argument(
    help: ArgumentHelp("A name of the catalogue or a formula in x.", valueName: "FUNCTION"))
  var formula: String

  @Flag(help: "Print an object.")
  var json = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show the derivatives up to the N-th as formulas, from 0 to 20.", valueName: "N"))
  var order = "0"

  @OptionGroup(title: "FORMULAS")
  var options: FormulaOptions

  func validate() throws {
    _ = try (function(), derivativesThrough())
  }

  func run() throws {
    let report = FunctionReport(try function(), derivativesThrough: try derivativesThrough())
    let text = json ? report.json : report.text
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
    if !json, isatty(STDOUT_FILENO) == 1 { try show(report.formula) }
  }

  /// Who reads it in a terminal sees the function too.
  private func show(_ formula: Formula) throws {
    let picture = try TerminalFigure(FigureRequest([formula], orders: [0, 1])).text()
    try endingQuietly { try writeToStandardOutput(Array("\n\(picture)".utf8)) }
  }

  private func derivativesThrough() throws -> Int {
    try asUsage("order") { try derivativeOrder(order) }
  }

  private func function() throws -> Formula {
    guard try options.wrt == nil || derivativesThrough() > 0 else {
      throw ValidationError(
        "--wrt: info tells of functions of x; leave it out, or add --order 1 for the derivative by"
          + " \(quoted(options.wrt ?? "")) as a formula.")
    }
    let functions = try options.formulas([formula])
    guard functions.count == 1, let function = functions.first else {
      throw ValidationError("--set: info tells of one function; give each parameter one value.")
    }
    return function
  }
}
