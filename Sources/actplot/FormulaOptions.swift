import Activations
import ArgumentParser

/// What the formulas of a command leave open: parameters, names, the variable, the convention.
///
/// All of it stays text until it is used, which is what ArgumentParser is quickest with.
struct FormulaOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Set a parameter, as in alpha=0.1; several values, as in beta=0.5,1,2, make a family.",
      valueName: "NAME=VALUES"))
  var sets: [String] = []

  @Option(
    name: .customLong("let"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Name a constant that formulas can use, as in a=0.3.", valueName: "NAME=VALUE"))
  var lets: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Differentiate with respect to this parameter. (default: x)", valueName: "NAME"))
  var wrt: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Where frameworks disagree (a default, the slope at a kink) do as this one: torch, jax, keras, \
      tf, onnx or nnlib.
      """, valueName: "NAME"))
  var convention = "torch"

  /// The most functions that formulas and values may make together.
  static let maximumCount = 500

  /// One function for each formula and each combination of the values that are set for it, those
  /// given first varying slowest.
  ///
  /// A parameter that only some of the formulas have is set for these.
  func formulas(_ texts: [String]) throws -> [Formula] {
    let convention = try framework()
    let constants = try constants()
    let settings = try settings()
    let plain = try texts.map { text in
      guard !trimmed(text).isEmpty else {
        throw ValidationError("“” is no formula; write a name such as gelu, or a formula in x.")
      }
      return try reportingFormula {
        try Formula(text, constants: constants, convention: convention)
      }
    }
    let open = plain.map { $0.openParameters.map(\.name) }
    try checkNames(of: settings, and: constants, in: plain, open: open)
    let own = open.map { names in settings.filter { names.contains($0.name) } }
    try checkCount(own)
    var functions: [Formula] = []
    var labels: Set<String> = []
    for (formula, settings) in zip(plain, own) {
      for values in Self.combinations(of: settings) {
        let function = try complete(formula, values, constants)
        guard labels.insert(function.label).inserted else {
          throw ValidationError("\(quoted(function.label)) is given twice; leave one of them out.")
        }
        functions.append(function)
      }
    }
    return functions
  }

  /// What --convention says.
  func framework() throws -> Framework {
    try asUsage("--convention") {
      guard let framework = Framework.conventions.first(where: { $0.rawValue == convention }) else {
        let names = Framework.conventions.map(\.rawValue)
        throw CommandError(
          description: "\(quoted(convention)) is not a convention; write"
            + " \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "").")
      }
      return framework
    }
  }

  /// The formula with its parameters set, and differentiated by what --wrt says.
  private func complete(
    _ formula: Formula, _ values: [(name: String, value: Double)], _ constants: [String: Double]
  ) throws -> Formula {
    let parameters = Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.value) })
    func differentiated(by wrt: String?) throws -> Formula {
      try Formula(
        formula.text, parameters: parameters, constants: constants,
        convention: formula.convention, withRespectTo: wrt)
    }
    // Twice, so that each message says which option it is about.
    let whole = try values.isEmpty ? formula : asUsage("--set") { try differentiated(by: nil) }
    guard let wrt else { return whole }
    return try asUsage("--wrt") { try differentiated(by: wrt) }
  }
}

extension FormulaOptions {
  /// A parameter and the values that it takes in turn.
  private struct Setting {
    let name: String
    let values: [Double]
  }

  private func settings() throws -> [Setting] {
    var settings: [Setting] = []
    for text in sets {
      let setting = try asUsage("--set") {
        let (name, values) = try Self.assignment(text, example: "beta=0.5 or beta=0.5,1,2")
        let numbers = values.split(separator: ",", omittingEmptySubsequences: false)
        // So that a list of any length is refused before it costs anything.
        guard numbers.count <= Self.maximumCount else { throw Self.tooMany }
        return Setting(
          name: name, values: try numbers.map { try number($0, example: "\(name)=0.5,1,2") })
      }
      guard !settings.contains(where: { $0.name == setting.name }) else {
        throw ValidationError(
          "--set: \(quoted(setting.name)) is set twice; write its values in one list, as in"
            + " --set \(setting.name)=0.5,1,2.")
      }
      settings.append(setting)
    }
    return settings
  }

  /// What --let says.
  private func constants() throws -> [String: Double] {
    var constants: [String: Double] = [:]
    for text in lets {
      try asUsage("--let") {
        let (name, value) = try Self.assignment(text, example: "a=0.3")
        try Self.checkName(name)
        guard constants[name] == nil else {
          throw CommandError(description: "\(quoted(name)) is named twice; leave one of them out.")
        }
        let constant = try number(value, example: "\(name)=0.3")
        guard constant.isFinite else {
          throw CommandError(description: "\(name) is \(constant) and must be a finite number.")
        }
        constants[name] = constant
      }
    }
    return constants
  }

  /// The two sides of `NAME=VALUE`.
  private static func assignment(
    _ text: String, example: String
  ) throws -> (name: String, value: Substring) {
    guard let equals = text.firstIndex(of: "="), !trimmed(text[..<equals]).isEmpty else {
      throw CommandError(
        description: "\(quoted(text)) sets nothing; write NAME=VALUE, as in \(example).")
    }
    return (trimmed(text[..<equals]), text[text.index(after: equals)...])
  }

  /// A constant's name is a word of the grammar that means nothing yet.
  private static func checkName(_ name: String) throws {
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isWord, let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      throw CommandError(
        description: "\(quoted(name)) is not a name; write letters, digits and _, as in a=0.3.")
    }
    guard (try? Formula(name)) == nil else {
      throw CommandError(
        description: "\(quoted(name)) has a meaning in formulas; choose another name.")
    }
  }

  /// Every parameter that is set is one of a formula, and no constant has the name of one.
  private func checkNames(
    of settings: [Setting], and constants: [String: Double], in formulas: [Formula],
    open: [[String]]
  ) throws {
    for (formula, names) in zip(formulas, open) {
      for name in names where constants[name] != nil {
        throw ValidationError(
          "--let: \(quoted(formula.text)) has a parameter of the name “\(name)”; write --set"
            + " \(name)=… to set it, or choose another name for the constant.")
      }
    }
    for setting in settings where !open.joined().contains(setting.name) {
      // The errors differ in whether the formula has a parameter with a similar name.
      let errors = formulas.map { formula in
        Result { try Formula(formula.text, parameters: [setting.name: 1], constants: constants) }
      }
      .compactMap { result in if case .failure(let error) = result { "\(error)" } else { nil } }
      let best = errors.first { $0.contains("Did you mean") } ?? errors.first ?? ""
      throw ValidationError("--set: \(best)")
    }
  }

  private func checkCount(_ settings: [[Setting]]) throws {
    var total = 0
    for own in settings {
      var count = 1
      for setting in own where count <= Self.maximumCount { count *= setting.values.count }
      total += count
      guard total <= Self.maximumCount else { throw ValidationError("\(Self.tooMany)") }
    }
  }

  private static let tooMany = CommandError(
    description: "That makes more than \(maximumCount) functions; give fewer formulas, or fewer"
      + " values to --set.")

  private static func combinations(of settings: [Setting]) -> [[(name: String, value: Double)]] {
    settings.reduce([[]]) { combinations, setting in
      combinations.flatMap { start in setting.values.map { start + [(setting.name, $0)] } }
    }
  }
}

/// Runs `body`; a formula that it cannot read is wrong usage.
private func reportingFormula(_ body: () throws -> Formula) throws -> Formula {
  do {
    return try body()
  } catch let error as FormulaError {
    let isUnknownName =
      error.problem == UnknownActivationError(name: error.formula).description
    throw ValidationError(
      isUnknownName ? "\(error) 'actplot list' names them all." : "\(error)")
  }
}
