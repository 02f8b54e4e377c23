import Activations
import ArgumentParser
import Figures
import Files
import Wording

struct SameCommand: FormulaCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Tells whether two formulas are the same function.",
    discussion: """
      It exits with 0 if they are or no difference is found, and with 1 if they differ; then it shows \
      where they differ most, with both values. They are the same for certain where identities of \
      real numbers make one of the other. Everything else is evaluated in 104 bits at some thousand \
      points, far out, about 0, at and between kinks, at extrema and beside narrow peaks; if no \
      difference is found there, that is said, and that it is no proof.

      EXAMPLES:
        actplot same "tanh(x) + 1" "2 * sigmoid(2 * x)"
        actplot same gelu quick_gelu
        actplot same gelu gelu_tanh --range -1:1
        actplot same softplus "log(1 + exp(x))" --order 1
        actplot same "elu(x, alpha: a)" "celu(x, alpha: a)" --let a=1
        actplot same logcosh "log(cosh(x))" --json
      """)

  @Argument(
    help: ArgumentHelp("A name of the catalogue or a formula in x.", valueName: "FUNCTION"))
  var first: String

  @Argument(help: ArgumentHelp("Another.", valueName: "OTHER"))
  var second: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Compare from A to B, or every STEP (default: from -1e300 to 1e300)",
      valueName: "A:B[:STEP]"))
  var range: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Compare the N-th derivatives, from 0 to 20.", valueName: "N"))
  var order = "0"

  @Flag(help: "Print an object.")
  var json = false

  @OptionGroup(title: "FORMULAS")
  var options: FormulaOptions

  func validate() throws {
    _ = try (functions(), derivative(), points(of: []))
  }

  func run() throws {
    let functions = try functions()
    let comparison = try FunctionComparison(
      functions[0], functions[1], order: try derivative(), at: try points(of: functions))
    let report = ComparisonReport(comparison, of: functions[0], and: functions[1])
    let text = json ? report.json : report.text
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
    if !report.isSame { throw ExitCode.failure }
  }

  private func functions() throws -> [Formula] {
    let functions = try options.formulas([first, second], isList: true)
    guard functions.count == 2 else {
      throw ValidationError("--set: two functions are compared; give each parameter one value.")
    }
    return functions
  }

  private func derivative() throws -> Int {
    let order = try asUsage("order") { try derivativeOrder(self.order) }
    guard order > 0 || options.wrt == nil else {
      throw ValidationError("--wrt: it is derivatives that are by a parameter; add --order 1.")
    }
    return order
  }

  /// Those of the range, or all that suit the functions.
  private func points(of functions: [Formula]) throws -> [Double]? {
    guard let range else { return nil }
    let samples = try asUsage("range") { try SampleRange(range) }
    let hasStep = range.split(separator: ":", omittingEmptySubsequences: false).count == 3
    guard !hasStep else { return (0..<samples.count).map { samples.point($0) } }
    return FunctionComparison.points(of: functions, in: samples.lowerBound...samples.upperBound)
  }
}
