import Activations
import ArgumentParser
import Figures
import Files

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Tells what is known of an activation or a formula.",
    discussion: """
      Of any formula: value, slope and curvature at 0, the kinks with the slopes on both sides and \
      what is taken for the derivative there, range, symmetry, monotonicity, extrema and limits, \
      all found by evaluating it; detail beyond |x| = 100 is not seen. Of an activation also its \
      definition, parameters, names in each framework, and source.

      EXAMPLES:
        actplot info gelu
        actplot info gelu --convention jax
        actplot info elu --set alpha=0.5
        actplot info "max(x, 0) + a" --let a=1
        actplot info hardtanh --json
      """)

  @Argument(
    help: ArgumentHelp("A name of the catalogue or a formula in x.", valueName: "FUNCTION"))
  var formula: String

  @Flag(help: "Print an object.")
  var json = false

  @OptionGroup(title: "FORMULAS")
  var options: FormulaOptions

  func validate() throws {
    _ = try function()
  }

  func run() throws {
    let report = FunctionReport(try function())
    let text = json ? report.json : report.text
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
  }

  private func function() throws -> Formula {
    guard options.wrt == nil else {
      throw ValidationError("--wrt: info tells of functions of x; leave it out, or use eval.")
    }
    let functions = try options.formulas([formula])
    guard functions.count == 1, let function = functions.first else {
      throw ValidationError("--set: info tells of one function; give each parameter one value.")
    }
    return function
  }
}
