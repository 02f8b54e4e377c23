import Activations
import ArgumentParser
import Figures
import Files
import Glibc
import Wording

struct EvalCommand: FormulaCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Prints values and derivatives of functions at points.",
    discussion: """
      Points come from --at, from --range, or from standard input, one a line. A row holds x, the \
      value and the derivatives up to --order, with all digits that tell it apart. At inf and -inf \
      stand the limits, nan where there is none.

      JSON is an array with one object a line: {"x": 1.0, "value": 2.0, "d1": 3.0}. Of several \
      functions it is {"x": 1.0, "functions": {"relu": {"value": 1.0, "d1": 1.0}, ...}}. What is \
      not finite is written "inf", "-inf" or "nan".

      EXAMPLES:
        actplot eval gelu --at -30,0,1.5 --order 2
        actplot eval relu "x * sigmoid(1.702 * x)" --range -4:4:0.5 > table.csv
        actplot eval swish --set beta=0.5,1,2 --order 1 --at 1
        actplot eval "elu(x, alpha: a)" --let a=0.3 --wrt a --order 1 --at -1
        actplot eval gelu --at 2.7,2.71 --precision bfloat16
        seq -3 3 | actplot eval leaky_relu --convention keras --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "A name of the catalogue or a formula in x; several make columns of one table.",
      valueName: "FUNCTION"))
  var formulas: [String]

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Evaluate at these numbers, with commas between; inf, -inf and nan are numbers too.",
      valueName: "NUMBERS"))
  var at: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Evaluate from A up to, not including, B; STEP is a 160th of that if left out.",
      valueName: "A:B[:STEP]"))
  var range: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Add the derivatives up to the N-th, from 0 to 20.", valueName: "N"))
  var order = "0"

  @Option(
    help: ArgumentHelp(
      "Evaluate in float64, float32, float16 or bfloat16, to which x is rounded first; in the short"
        + " two what is between x and the results is float32.",
      valueName: "FORMAT"),
    completion: .list(Precision.allCases.map(\.rawValue)))
  var precision = "float64"

  @Option(
    help: ArgumentHelp("The format of the table: csv, tsv or json.", valueName: "FORMAT"),
    completion: .list(["csv", "tsv", "json"]))
  var format = "csv"

  @OptionGroup(title: "FORMULAS")
  var options: FormulaOptions

  /// Where a function is evaluated.
  private enum Points {
    case list([Double])
    case range(SampleRange)
    case standardInput
  }

  func validate() throws {
    _ = try (table(), points())
  }

  func run() throws {
    var table = try table()
    try endingQuietly {
      try writeToStandardOutput(table.header)
      switch try points() {
      case .list(let numbers): try write(numbers, to: &table)
      case .range(let range):
        try write((0..<range.count).lazy.map { range.point($0) }, to: &table)
      case .standardInput:
        var input = PointInput()
        while let numbers = try input.next() { try write(numbers, to: &table) }
      }
      try writeToStandardOutput(table.footer)
    }
  }

  private func write(
    _ numbers: some RandomAccessCollection<Double>, to table: inout EvalTable
  ) throws {
    var rest = numbers[...]
    while !rest.isEmpty {
      try writeToStandardOutput(try table.rows(at: rest.prefix(table.rowsAtOnce)))
      rest = rest.dropFirst(table.rowsAtOnce)
    }
  }

  private func table() throws -> EvalTable {
    EvalTable(
      try options.formulas(formulas),
      order: try asUsage("order") { try derivativeOrder(order) },
      precision: try asUsage("precision") { try oneOf(Precision.self, precision) },
      format: try asUsage("format") { try oneOf(EvalTable.Format.self, format) })
  }

  private func points() throws -> Points {
    if let range {
      guard at.isEmpty else {
        throw ValidationError("--at and --range contradict each other; leave one of them out.")
      }
      return .range(try asUsage("range") { try SampleRange(range) })
    }
    guard at.isEmpty else {
      // Beside a function it is more likely a point, cut off by a space.
      let constants = formulas.filter { Double($0) != nil }
      if let number = constants.first, constants.count < formulas.count {
        throw ValidationError(
          "\(quoted(number)) would be a function that is the same everywhere; write the numbers of"
            + " --at with commas between, as in --at -1,0,1.5, or (\(number.shortened())) for such a"
            + " function.")
      }
      let numbers = at.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      return .list(
        try asUsage("at") { try numbers.map { try constant($0, example: "-1,0,1.5") } })
    }
    guard !PointInput.isTerminal else {
      throw ValidationError(
        "There are no points to evaluate at; write --at -1,0,1.5 or --range -8:8:0.5, or send"
          + " numbers to standard input, one a line.")
    }
    return .standardInput
  }
}

/// Runs `body`, which writes to standard output; a reader who has seen enough is no error.
///
/// A process that ignores the signal of a closed pipe, as its parent may have arranged, gets an
/// error instead.
func endingQuietly(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as FileError {
    throw error.errorNumber == EPIPE ? ExitCode.success : error
  }
}
