internal import Activations
internal import Wording

extension FunctionSettings {
  /// A parameter and the values that it takes in turn.
  struct ParameterSetting {
    let name: String
    let values: [Double]
  }

  /// What `set` says.
  func parameterSettings() throws -> [ParameterSetting] {
    var settings: [ParameterSetting] = []
    for text in sets {
      let setting = try SettingError.naming("set") {
        let (name, values) = try Self.assignment(text, example: "beta=0.5 or beta=0.5,1,2")
        let numbers = values.split(separator: ",", omittingEmptySubsequences: false)
        // So that a list of any length is refused before it costs anything.
        guard numbers.count <= Self.maximumCount else { throw WordsError(Self.tooMany) }
        return ParameterSetting(
          name: name, values: try numbers.map { try constant($0, example: "\(name)=0.5,1,2") })
      }
      guard !settings.contains(where: { $0.name == setting.name }) else {
        throw SettingError(
          "set",
          "\(quoted(setting.name)) is set twice; write its values in one list, as in"
            + " \(setting.name)=0.5,1,2.")
      }
      settings.append(setting)
    }
    return settings
  }

  /// What `let` says.
  func constants() throws -> [String: Double] {
    var constants: [String: Double] = [:]
    for text in lets {
      try SettingError.naming("let") {
        let (name, value) = try Self.assignment(text, example: "a=0.3")
        try Self.checkName(name)
        guard constants[name] == nil else {
          throw WordsError("\(quoted(name)) is named twice; leave one of them out.")
        }
        let constant = try constant(value, example: "\(name)=0.3")
        guard constant.isFinite else {
          throw WordsError("\(name) is \(constant) and must be a finite number.")
        }
        constants[name] = constant
      }
    }
    return constants
  }

  /// What `define` says; a definition can use those before it.
  func functionDefinitions() throws -> [FunctionDefinition] {
    try definitions.reduce(into: []) { known, text in
      let before = known
      known.append(
        try SettingError.naming("define") { try FunctionDefinition(text, knowing: before) })
    }
  }

  /// The two sides of `NAME=VALUE`.
  private static func assignment(
    _ text: String, example: String
  ) throws -> (name: String, value: Substring) {
    guard let equals = text.firstIndex(of: "="), !trimmed(text[..<equals]).isEmpty else {
      throw WordsError("\(quoted(text)) sets nothing; write NAME=VALUE, as in \(example).")
    }
    return (trimmed(text[..<equals]), text[text.index(after: equals)...])
  }

  /// A constant's name is a word of the grammar that means nothing yet.
  private static func checkName(_ name: String) throws {
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isWord, let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      throw WordsError(
        "\(quoted(name)) is not a name; write letters, digits and _, as in a=0.3.")
    }
    guard (try? Formula(name)) == nil else {
      throw WordsError("\(quoted(name)) has a meaning in formulas; choose another name.")
    }
  }

  /// Every parameter that is set is one of a formula, and no constant has the name of one.
  func checkNames(
    of settings: [ParameterSetting], and constants: [String: Double], in formulas: [Formula],
    reading: (_ formula: String, _ parameter: String) throws -> Formula
  ) throws {
    for formula in formulas {
      for (name, _) in formula.openParameters where constants[name] != nil {
        throw SettingError(
          "let",
          "\(quoted(formula.text)) has a parameter of the name “\(name)”; use set to give it a"
            + " value, or choose another name for the constant.")
      }
    }
    let settable = Set(formulas.flatMap(\.settableNames))
    for setting in settings where !settable.contains(setting.name) {
      // The errors differ in whether the formula has a parameter with a similar name.
      let errors = formulas.compactMap { formula in
        do {
          _ = try reading(formula.text, setting.name)
          return nil as String?
        } catch {
          return "\(error)"
        }
      }
      throw SettingError(
        "set", errors.first { $0.contains("Did you mean") } ?? errors.first ?? "")
    }
  }
}
