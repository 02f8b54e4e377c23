internal import Activations
internal import Plotting
internal import Wording

/// What is set of a figure, in words: the options of a command line, or an entry of a spec file.
///
///     var settings = FigureSettings()
///     settings["functions"] = ["sigmoid"]
///     settings["range"] = ["-4:4"]
///     let svg = try settings.request().render(as: .svg)
public struct FigureSettings: Sendable, Hashable {
  var words: [String: [String]] = [:]

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

  /// Adds what a sheet of many functions has, a panel each, where nothing else is said.
  package mutating func makeSheet() {
    if !says("layout") { words["layout"] = [Arrangement.sheet.rawValue] }
    if !says("functions"), !says("family") { words["family"] = ["all"] }
  }

  /// The names of what is said, in the order of the table.
  public var names: [String] {
    words.isEmpty ? [] : Setting.all.map(\.name).filter { words[$0] != nil }
  }

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

  /// Whether anything is said of a setting.
  package func says(_ name: String) -> Bool { words[name] != nil }

  /// What `read` makes of the words of a setting; `nil` if nothing is said of it.
  ///
  /// - Throws: `SettingError`, which names that setting.
  func value<Value>(_ name: String, _ read: (String) throws -> Value) throws -> Value? {
    guard let words = words[name] else { return nil }
    return try SettingError.naming(name) { try read(words.only) }
  }

  /// The kind of figure that it is, by what is said to be drawn.
  package var kind: FigureKind {
    FigureKind.all.first { kind in kind.subjects.contains { says($0) } } ?? .plot
  }

  /// The figure that the words describe, of whatever kind it is.
  ///
  /// - Parameter kind: The kind that it is; by what is said to be drawn if `nil`.
  /// - Throws: `SettingErrors`, all that is wrong.
  public func drawing(_ kind: FigureKind? = nil) throws(SettingErrors) -> any Drawing {
    try (kind ?? self.kind).drawing(self)
  }

  /// The figure of functions that the words describe.
  ///
  /// - Throws: `SettingErrors`, all that is wrong; among it that it is a figure of another kind.
  public func request() throws(SettingErrors) -> FigureRequest {
    let drawing = try FigureKind.plot.drawing(self)
    guard let request = drawing as? FigureRequest else {
      preconditionFailure("plots are made of requests")
    }
    return request
  }

  /// The functions and derivatives, over the range that they are shown in.
  func curves() throws -> FigureRequest {
    let functions = try (words["functions"] ?? []) + familyMembers()
    guard !functions.isEmpty else {
      throw SettingError(
        "functions",
        "There is nothing to plot; write the name of an activation, as in gelu, or a formula in x.")
    }
    return try request(of: try functionSettings.formulas(functions))
  }

  /// The derivatives of functions, over the range that they are shown in.
  func request(of formulas: [Formula]) throws -> FigureRequest {
    let precision = try precision()
    var request = FigureRequest(formulas, orders: try orders(), precision: precision)
    if precision == .float64, let limits = try limits("xlim", scaledBy: "xscale") {
      request.sampling = .adaptive(limits.lower...limits.upper)
    }
    return request
  }

  /// What is said of curves one by one has to be clear about which is meant.
  func checkCurves(of drawing: any DescribedDrawing) throws {
    try checkLabels(of: drawing)
    guard let request = drawing as? FigureRequest else { return }
    let count = request.formulas.count * request.orders.count
    // With several functions and derivatives, a word for each function would be taken for that of
    // the first curves.
    let isTwofold = request.formulas.count > 1 && request.orders.count > 1
    for setting in Setting.curves {
      guard let given = words[setting.name]?.count, given > count || isTwofold && given < count
      else { continue }
      throw SettingError(
        setting.name,
        "There are \(count) curves, and words for \(given); write one for each, function by function,"
          + " and auto for the theme's.")
    }
  }

  /// Only the curves of a single panel can be called something; what a lone one is called its axis says.
  private func checkLabels(of drawing: any DescribedDrawing) throws {
    guard words["label"] != nil, let request = drawing as? FigureRequest else { return }
    let labels = request.labels
    let count = request.formulas.count * request.orders.count
    guard request.arrangement == .single else {
      throw SettingError(
        "label",
        "In the layout \(request.arrangement.rawValue) panels are named by their functions; leave the"
          + " labels out, or draw one panel.")
    }
    guard labels.count == count else {
      throw SettingError(
        "label",
        "There are \(count) curves, and words for \(labels.count); write them for each, function by"
          + " function.")
    }
  }

  /// Takes paths that are relative to a folder, as files name them, for those of the process.
  package mutating func resolvePaths(from folder: String) {
    guard !folder.isEmpty else { return }
    for (name, given) in words {
      guard let setting = Setting.named(name) else { continue }
      words[name] = given.map {
        $0.hasPrefix("/") || !setting.namesFile($0) ? $0 : "\(folder)/\($0)"
      }
    }
  }

  /// The paths of files that decide the figure beside its words.
  package var files: [String] {
    names.flatMap { name in
      (words[name] ?? []).filter { Setting.named(name)?.namesFile($0) == true }
    }
  }

  /// The files of the fonts that are named, which decide the figure too.
  package var fontFiles: [String] {
    Fonts.files(ofFamilies: (words["font"] ?? []).flatMap(Setting.fontFamilies))
  }

  /// The image formats; none if nothing is said of them.
  ///
  /// - Throws: `SettingError` for a word that is none.
  public func formats() throws -> [ImageFormat] {
    var formats: [ImageFormat] = []
    try SettingError.naming("format") {
      for word in (words["format"] ?? []).flatMap({
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }) {
        let format = try oneOf(ImageFormat.self, trimmed(word))
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

  /// The language of what figures say of themselves.
  func language() throws -> Language {
    try value("lang") { try oneOf(Language.self, $0) } ?? .en
  }

  /// How numbers are written in the figure.
  var numbers: NumberStyle {
    NumberStyle(hasDecimalComma: says("decimal-comma"), groupsThousands: says("thousands"))
  }

  /// The pixels to the inch of raster images.
  ///
  /// - Throws: `SettingError` for what is none.
  package func resolution() throws -> Resolution {
    try value("dpi") { try Resolution($0) } ?? .chapter
  }

  /// The format of samples and values.
  func precision() throws -> Precision {
    try value("precision") { try oneOf(Precision.self, $0) } ?? .float64
  }

  func orders() throws -> [Int] {
    let hasGrad = says("grad"), hasBoth = says("with-grad")
    guard !(hasGrad && hasBoth) else {
      throw SettingError(
        "grad",
        "with-grad has the gradient and the function, grad the gradient alone; leave one out.")
    }
    guard let text = words["order"]?.only else {
      // What has two axes is drawn by both.
      return hasBoth || says("twin") && !hasGrad ? [0, 1] : hasGrad ? [1] : [0]
    }
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
          "grad is order 1 and contradicts order \(text.shortened()); leave one of them out.")
      }
    }
    return orders
  }
}

/// What is wrong with the words of a figure, setting by setting.
public struct SettingErrors: Error, Hashable, CustomStringConvertible {
  /// At least one, in the order of the table.
  public let all: [SettingError]

  /// The sentences, one a line.
  public var description: String { all.map(\.description).joined(separator: "\n") }
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
