internal import Activations
internal import Plotting

/// What a figure is told in words: the options of a command line, or an entry of a spec file.
///
///     var settings = FigureSettings()
///     settings["functions"] = ["sigmoid"]
///     settings["range"] = ["-4:4"]
///     let svg = try settings.request().render(as: .svg)
public struct FigureSettings: Sendable, Hashable {
  private var words: [String: [String]] = [:]

  /// Nothing is said yet.
  public init() {}

  /// The words of a setting; `nil` if nothing is said, and no words at all for a flag that is.
  ///
  /// - Precondition: There is a setting of that name; see `Setting.all`.
  public subscript(name: String) -> [String]? {
    get { words[name] }
    set {
      precondition(Setting.named(name) != nil, "\(name) is no setting")
      words[name] = newValue
    }
  }

  /// The words of a setting, which are `words` if nothing is said.
  package subscript(name: String, default words: [String]) -> [String] {
    get { self[name] ?? words }
    set { self[name] = newValue }
  }

  /// The names of what is said, in the order of the table.
  public var names: [String] { Setting.all.map(\.name).filter { words[$0] != nil } }

  /// The settings of functions among these.
  package var functionSettings: FunctionSettings {
    var settings = FunctionSettings()
    settings.sets = words["set"] ?? []
    settings.lets = words["let"] ?? []
    settings.definitions = words["define"] ?? []
    settings.wrt = words["wrt"]?.only
    settings.convention = words["convention"]?.only
    return settings
  }

  /// The figure that the words describe.
  ///
  /// - Throws: `SettingError`, which names the setting that cannot be read.
  public func request() throws -> FigureRequest {
    let functions = try (words["functions"] ?? []) + familyMembers()
    guard !functions.isEmpty else {
      throw SettingError(
        "functions",
        "There is nothing to plot; write the name of an activation, as in gelu, or a formula in x.")
    }
    var request = FigureRequest(
      try functionSettings.formulas(functions), orders: try orders())
    for setting in Setting.all {
      guard let words = words[setting.name] else { continue }
      try SettingError.naming(setting.name) { try setting.apply(&request, words) }
    }
    return request
  }

  /// The image formats; none if nothing is said of them.
  ///
  /// - Throws: `SettingError` for a word that is none.
  public func formats() throws -> [ImageFormat] {
    var formats: [ImageFormat] = []
    try SettingError.naming("format") {
      for word in words["format"] ?? [] {
        let format = try oneOf(ImageFormat.self, word)
        if !formats.contains(format) { formats.append(format) }
      }
    }
    return formats
  }

  /// The names of the activations of the families, each once.
  private func familyMembers() throws -> [String] {
    let families = try SettingError.naming("family") {
      try (words["family"] ?? []).map { word in
        word == "all" ? nil : try oneOf(Activation.Family.self, word)
      }
    }
    let members = Activation.catalog.filter { activation in
      families.contains { $0 == nil || $0 == activation.family }
    }
    return members.map(\.name).filter { words["functions"]?.contains($0) != true }
  }

  /// The pixels to the inch of raster images.
  ///
  /// - Throws: `SettingError` for what is none.
  package func resolution() throws -> Resolution {
    try SettingError.naming("dpi") {
      try words["dpi"].map { try Resolution($0.only) } ?? .chapter
    }
  }

  private func orders() throws -> [Int] {
    let hasGrad = words["grad"] != nil, hasBoth = words["with-grad"] != nil
    guard let text = words["order"]?.only else { return hasBoth ? [0, 1] : hasGrad ? [1] : [0] }
    var orders: [Int] = []
    try SettingError.naming("order") {
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let order = try derivativeOrder(String(part))
        if !orders.contains(order) { orders.append(order) }
      }
      guard !hasBoth else {
        throw WordsError("with-grad is order 0,1; leave one of them out.")
      }
      guard !hasGrad || orders == [1] else {
        throw WordsError(
          "grad is order 1 and contradicts order \(text.prefix(60)); leave one of them out.")
      }
    }
    return orders
  }
}

/// A setting whose words do not say what they should.
public struct SettingError: Error, Hashable, CustomStringConvertible {
  /// The name of the setting.
  public let setting: String
  /// Sentences on what is wrong and what to write.
  public let problem: String

  package init(_ setting: String, _ problem: String) {
    self.setting = setting
    self.problem = problem
  }

  /// The name of the setting, and the sentences.
  public var description: String { "\(setting): \(problem)" }

  /// Runs `body`; what it throws is said of that setting.
  package static func naming<Value>(_ setting: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as SettingError {
      throw error
    } catch let error as FormulaError {
      let isUnknownName =
        error.problem == UnknownActivationError(name: error.formula).description
      throw SettingError(
        setting, isUnknownName ? "\(error) 'actplot list' names them all." : "\(error)")
    } catch {
      throw SettingError(setting, "\(error)")
    }
  }
}
