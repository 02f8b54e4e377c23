internal import Activations
internal import Wording

extension Setting {
  /// Which functions are composed.
  private static let maps = [
    Setting(
      "chain", .several(partsJoinedBy: ""), as: "FUNCTION",
      """
      A name or a formula in x; several are applied one after the other, the first of them to x, so \
      that they compose from the inside out.
      """),
    Setting(
      "depth", .joined(by: ","), as: "N",
      """
      Apply the functions N times, each time to the last result; several numbers make a curve each. \
      All together at most \(Chain.maximumCount) functions are composed.
      """, default: "1,2,4 of one function, 1 of several",
      soughtAs: ["times", "iterate", "repeat", "layers"]),
    Setting(
      "between", .value, as: "FUNCTION",
      "Apply this function between each two, as a network has an activation between its layers.",
      soughtAs: ["activation"]),
    Setting(
      "terms", .flag, "Draw what the composition is made of in thin lines behind it, step by step.",
      soughtAs: ["steps", "parts"]),
  ]

  /// The settings of compositions: those of functions apart from which.
  static let chainTables =
    [(title: "FUNCTIONS", settings: maps + derivatives)] + tables(without: maps)

  /// The tables of a figure of curves but for the functions, without settings that others of the same
  /// name take the place of.
  static func tables(without own: [Setting]) -> [(title: String, settings: [Setting])] {
    tables.dropFirst().map { table in
      let others = table.settings.filter { setting in !own.contains { $0.name == setting.name } }
      return (table.title, others)
    }
  }

  /// The settings of functions apart from which.
  static let derivatives = functions.filter { !["functions", "family"].contains($0.name) }
}

extension FigureSettings {
  /// The composition of functions.
  func chain() throws -> FigureRequest {
    let words = self["chain"] ?? []
    guard !words.isEmpty else {
      throw SettingError(
        "chain",
        "There is nothing to compose; write functions from the inside out, as in chain sigmoid"
          + " --depth 4 or chain \"2*x-1\" tanh.")
    }
    let showsSteps = says("terms")
    let depths = try depths(of: words.count, showsSteps: showsSteps)
    let orders = try orders(), variable = functionSettings.wrt
    var formulas: [Formula] = [], thin: Set<Int> = []
    var relation: Relation?
    for (maps, between) in try maps(words) {
      let chain = try SettingError.naming(variable == nil ? "chain" : "wrt") {
        try Chain(maps, between: between, depths: depths, orders: orders, by: variable)
      }
      let all = try SettingError.naming("wrt") {
        showsSteps ? try chain.steps() : try chain.compositions()
      }
      if showsSteps { thin.formUnion(formulas.count..<formulas.count + all.count - 1) }
      formulas += all
      relation = relation ?? .chain(chain)
      guard formulas.count <= FunctionSettings.maximumCount else {
        throw SettingError("set", FunctionSettings.tooMany)
      }
    }
    var request = try request(of: formulas)
    request.thinFormulas = thin
    request.relation = relation
    request.subjectName = fileName(words, depths)
    return request
  }

  private func fileName(_ words: [String], _ depths: [Int]) -> String {
    var parts = ["chain"] + words
    if let between = self["between"]?.only { parts += ["between", between] }
    if depths != [1] { parts += ["depth"] + depths.map { "\($0)" } }
    return parts.joined(separator: " ")
  }

  private func depths(of count: Int, showsSteps: Bool) throws -> [Int] {
    guard let text = self["depth"]?.only else {
      return count > 1 ? [1] : showsSteps ? [4] : [1, 2, 4]
    }
    return try SettingError.naming("depth") {
      var depths: [Int] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let depth = try wholeNumber(part, of: "times", in: 1...Chain.maximumCount)
        guard depth * count <= Chain.maximumCount else {
          throw WordsError(
            "\(count) functions applied \(depth) times are \(depth * count), and at most"
              + " \(Chain.maximumCount) are composed; write a smaller depth.")
        }
        if !depths.contains(depth) { depths.append(depth) }
      }
      guard !showsSteps || depths.count == 1 else {
        throw WordsError(
          "The steps of one depth are drawn by terms, and these are \(depths.count); write one of"
            + " them, or leave terms out.")
      }
      return depths
    }
  }

  /// The functions, and the one between them, for each combination of values that are set.
  private func maps(_ words: [String]) throws -> [(maps: [Formula], between: Formula?)] {
    guard words.count <= Chain.maximumCount else {
      throw SettingError(
        "chain",
        "These are \(words.count) functions, and at most \(Chain.maximumCount) are composed; leave"
          + " some out.")
    }
    var settings = functionSettings
    settings.wrt = nil
    let between = self["between"]?.only
    if let between {
      var plain = settings
      plain.sets = []
      _ = try plain.formulas([between], of: "between")
    }
    let parameters = try settings.parameterSettings()
    let count = parameters.reduce(1) {
      min($0 * $1.values.count, FunctionSettings.maximumCount + 1)
    }
    guard count <= FunctionSettings.maximumCount else {
      throw SettingError("set", FunctionSettings.tooMany)
    }
    return try FunctionSettings.combinations(of: parameters).map { values in
      settings.sets = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      let formulas = try settings.formulas(
        words + (between.map { [$0] } ?? []), of: "chain", isList: true)
      return (Array(formulas.prefix(words.count)), between == nil ? nil : formulas.last)
    }
  }
}
