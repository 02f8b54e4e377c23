package import Activations
internal import Wording

/// What is said of functions apart from their formulas: parameters, names, the variable, the
/// convention. The words are those of the settings `set`, `let`, `define`, `wrt` and `convention`.
package struct FunctionSettings: Sendable, Hashable {
  /// `NAME=VALUES`
  package var sets: [String] = []
  /// `NAME=VALUE`
  package var lets: [String] = []
  /// `NAME(x, …)=FORMULA`
  package var definitions: [String] = []
  package var wrt: String?
  package var convention: String?

  package init() {}

  /// The most functions that formulas and values may make together.
  static let maximumCount = 500

  /// The words for frameworks that have conventions.
  static let conventions = Framework.conventions.map(\.rawValue)

  /// One function for each formula and each combination of the values that are set for it, those
  /// given first varying slowest.
  ///
  /// A parameter that only some of the formulas have is set for these.
  ///
  /// - Parameters:
  ///   - setting: The setting that names the functions.
  ///   - isList: Whether it is a list, in which the same may occur more than once.
  /// - Throws: `SettingError`, which says which setting is wrong.
  package func formulas(
    _ texts: [String], of setting: String = "functions", isList: Bool = false
  ) throws -> [Formula] {
    let framework = try framework()
    let constants = try constants()
    let definitions = try functionDefinitions()
    let settings = try parameterSettings()
    func read(_ text: String, _ parameters: [String: Double] = [:], _ wrt: String? = nil) throws
      -> Formula
    {
      try KnownFormulas.formula(
        KnownFormulas.Key(
          text: text, parameters: parameters, constants: constants, definitions: definitions,
          convention: framework, wrt: wrt))
    }
    let plain = try texts.map { text in
      try SettingError.naming(setting) {
        guard !trimmed(text).isEmpty else {
          throw WordsError("“” is no formula; write a name such as gelu, or a formula in x.")
        }
        return try read(text)
      }
    }
    let settable = plain.map(\.settableNames)
    try checkNames(of: settings, and: constants, in: plain) { text, parameter in
      try read(text, [parameter: 1])
    }
    let own = settable.map { names in settings.filter { names.contains($0.name) } }
    try checkCount(own)
    var functions: [Formula] = []
    var labels: Set<String> = []
    for (formula, settings) in zip(plain, own) {
      for values in Self.combinations(of: settings) {
        var function = formula
        // Twice, so that each message says which setting it is about.
        if !values.isEmpty {
          function = try SettingError.naming("set") { try read(formula.text, values) }
        }
        if let wrt {
          function = try SettingError.naming("wrt") { try read(formula.text, values, wrt) }
        }
        guard labels.insert(function.label).inserted || isList else {
          throw SettingError(
            setting, "\(quoted(function.label)) is given twice; leave one of them out.")
        }
        functions.append(function)
      }
    }
    return functions
  }

  /// What `convention` says; PyTorch's where it says nothing.
  package func framework() throws -> Framework {
    guard let convention else { return .torch }
    return try SettingError.naming("convention") {
      guard let framework = Framework.conventions.first(where: { $0.rawValue == convention }) else {
        throw WordsError(
          "\(quoted(convention)) is not a convention; write \(alternatives(Self.conventions)).")
      }
      return framework
    }
  }

  private func checkCount(_ settings: [[ParameterSetting]]) throws {
    var total = 0
    for own in settings {
      var count = 1
      for setting in own where count <= Self.maximumCount { count *= setting.values.count }
      total += count
      guard total <= Self.maximumCount else { throw SettingError("set", Self.tooMany) }
    }
  }

  static let tooMany =
    "That makes more than \(maximumCount) functions; give fewer formulas, or fewer values to set."

  static func combinations(of settings: [ParameterSetting]) -> [[String: Double]] {
    settings.reduce([[:]]) { combinations, setting in
      combinations.flatMap { start in
        setting.values.map { start.merging([setting.name: $0]) { $1 } }
      }
    }
  }
}
