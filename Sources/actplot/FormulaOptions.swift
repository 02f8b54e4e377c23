import Activations
import ArgumentParser
import Figures

/// What the formulas of a command leave open: parameters, names, the variable, the convention.
///
/// All of it stays text until it is used, which is what ArgumentParser is quickest with.
struct FormulaOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue, help: .setting("set"))
  var sets: [String] = []

  @Option(
    name: .customLong("let"), parsing: .unconditionalSingleValue, help: .setting("let"))
  var lets: [String] = []

  @Option(
    name: .customLong("define"), parsing: .unconditionalSingleValue, help: .setting("define"))
  var definitions: [String] = []

  @Option(parsing: .unconditional, help: .setting("wrt"))
  var wrt: String?

  @Option(parsing: .unconditional, help: .setting("convention"))
  var convention: String?

  func tell(_ settings: inout FigureSettings) {
    settings.tell("set", sets)
    settings.tell("let", lets)
    settings.tell("define", definitions)
    settings.tell("wrt", wrt)
    settings.tell("convention", convention)
  }

  /// The functions that formulas are, where nothing is plotted.
  func formulas(_ texts: [String]) throws -> [Formula] {
    var settings = FigureSettings()
    tell(&settings)
    return try asUsage { try settings.functionSettings.formulas(texts) }
  }
}
