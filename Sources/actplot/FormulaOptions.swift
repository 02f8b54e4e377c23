import Activations
import ArgumentParser
import Books
import Figures
import Wording

/// What the formulas of a command leave open: parameters, names, the variable, the convention.
struct FormulaOptions: ParsableArguments {
  @Option(name: .customLong("set"), parsing: .unconditionalSingleValue, help: .setting("set"))
  var sets: [String] = []

  @Option(name: .customLong("let"), parsing: .unconditionalSingleValue, help: .setting("let"))
  var lets: [String] = []

  @Option(name: .customLong("define"), parsing: .unconditionalSingleValue, help: .setting("define"))
  var definitions: [String] = []

  @Option(parsing: .unconditional, help: .setting("wrt"))
  var wrt: String?

  @Option(parsing: .unconditional, help: .setting("convention"))
  var convention: String?

  /// The functions that formulas are, where nothing is plotted.
  func formulas(_ texts: [String], isList: Bool = false) throws -> [Formula] {
    var settings = FunctionSettings()
    settings.sets = sets
    settings.lets = lets
    settings.definitions = definitions
    settings.wrt = wrt
    settings.convention = convention
    return try asUsage { try settings.formulas(texts, isList: isList) }
  }
}

extension ArgumentHelp {
  /// What the table of settings says of an option.
  static func setting(_ name: String) -> ArgumentHelp {
    guard let setting = (Setting.all + Setting.files).first(where: { $0.name == name }) else {
      preconditionFailure("\(name) is no setting")
    }
    return ArgumentHelp(ArgumentHelp.StringLiteralType(setting.help), valueName: setting.valueName)
  }
}

/// How many threads --jobs asks for.
func threadCount(_ jobs: String?) throws -> Int {
  try asUsage("jobs") {
    try jobs.map { try wholeNumber($0, of: "threads", in: 1...1024) } ?? Batch.cores
  }
}
