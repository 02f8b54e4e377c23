internal import Activations
package import Files
internal import Networks
internal import Wording

extension Setting {
  /// What is approximated by what.
  private static let fit = [
    Setting(
      "fit", .value, as: "FUNCTION", "The function that is approximated, a name or a formula in x."),
    Setting(
      "units", .joined(by: ","), as: "N",
      """
      How many hidden units a network has, from 1 to \(Approximation.maximumUnits); several numbers \
      make a network each.
      """, default: "3,6,12, or 1,2,4,…,64 with errors", soughtAs: ["hidden", "width", "neurons"]),
    Setting(
      "activation", .value, as: "FUNCTION",
      """
      What the hidden units apply. With one bend between straight lines, as relu or leaky_relu, they \
      make a broken line at knots of equal errors (de Boor 1973); levelling off at two heights, as \
      sigmoid, or nearing lines of two slopes, as gelu, they stand equally far apart, with output \
      weights by least squares. Others are refused.
      """, default: "relu"),
    Setting(
      "terms", .flag,
      "Draw in thin lines what each unit adds to its output, of the network with the fewest.",
      soughtAs: ["summands", "parts"]),
    Setting(
      "errors", .flag,
      "Draw the greatest errors against the numbers of units instead, on logarithmic axes.",
      soughtAs: ["error", "rate"]),
  ]

  /// The settings of approximations.
  static let fitTables =
    [(title: "APPROXIMATION", settings: fit + derivatives.filter { $0.name != "wrt" })]
    + tables(without: fit)

  /// What can be said of a figure of errors: nothing about curves of functions or their summands.
  fileprivate static let errorNames =
    Set((fit.filter { $0.name != "terms" } + axes + curves + look + output).map(\.name)).union([
      "set", "let", "define", "convention", "range", "title",
    ])
}

extension FigureKind.Printout {
  /// The weights of an approximation.
  static let weights = Self(
    setting: Setting(
      "json", .flag,
      """
      Print the weights of one network instead: {"layers": [{"weights": [[…]], "biases": […], \
      "activation": "relu"}, …], "error": {"size": …, "x": …, "isLowerBound": …}}, weights d x h, an input a \
      row; null for a linear layer.
      """, soughtAs: ["weights", "print"])
  ) { try $0.weights().text() }
}

extension FigureSettings {
  /// The approximations of a function.
  func fit() throws -> any DescribedDrawing {
    let fit = try approximations(), words = FigureWords(try language())
    guard !says("errors") else { return try errors(of: fit, words) }
    var formulas = [fit.target], thin: Set<Int> = []
    for approximation in fit.approximations {
      let whole = try SettingError.naming("units") { try approximation.formula() }
      formulas.append(whole.called(words.units(approximation.unitCount)))
    }
    // Those of more units would hide the others.
    let smallest = fit.approximations.min { $0.unitCount < $1.unitCount }
    if says("terms"), let approximation = smallest {
      let name =
        fit.approximations.count == 1 ? words.summands : words.summands(of: approximation.unitCount)
      let terms = try SettingError.naming("units") { try approximation.summands() }
      thin = Set(formulas.count..<formulas.count + terms.count)
      formulas += terms.enumerated().map { $1.called($0 == 0 ? name : "") }
    }
    var request = try request(of: formulas)
    request.thinFormulas = thin
    request.relation = .fit(fit)
    request.subjectName = fileName(fit)
    return request
  }

  private func fileName(_ fit: Fit) -> String {
    let units = fit.approximations.map { "\($0.unitCount)" }
    return (["fit", fit.target.label] + units + [fit.activation.label]).joined(separator: " ")
  }

  /// The weights of the one network that is asked for, as JSON.
  package func weights() throws -> JSONText {
    let fit = try approximations()
    guard let approximation = fit.approximations.first, fit.approximations.count == 1 else {
      throw SettingError(
        "json",
        "The weights of one network are printed, and there are \(fit.approximations.count); write"
          + " one number of units.")
    }
    return approximation.json
  }

  /// The networks that are asked for.
  private func approximations() throws -> Fit {
    guard let text = self["fit"]?.only, self["fit"]?.count == 1 else {
      let words = self["fit"] ?? []
      throw SettingError(
        "fit",
        words.isEmpty
          ? "There is nothing to approximate; write a function, as in fit \"sin(x) + x/3\"."
          : "These are \(words.count) functions, and one is approximated; leave the others out.")
    }
    let name = self["activation"]?.only ?? "relu"
    var settings = functionSettings
    var alone = settings
    alone.sets = []
    _ = try alone.formulas([name], of: "activation")
    settings.wrt = nil
    let both = try settings.formulas([text, name], of: "fit", isList: true)
    guard both.count == 2 else {
      throw SettingError("set", "A network has one value of each parameter; leave the others out.")
    }
    let domain = try value("range") { try Sampling(parsing: $0, in: .float64).domain } ?? -8...8
    let counts = try units()
    let approximations = try SettingError.naming("fit") {
      try Approximation.several(of: both[0], units: counts, activation: both[1], on: domain)
    }
    return Fit(target: both[0], activation: both[1], approximations: approximations)
  }

  private func units() throws -> [Int] {
    guard let text = self["units"]?.only else {
      return says("errors") ? (0...6).map { 1 << $0 } : [3, 6, 12]
    }
    return try SettingError.naming("units") {
      var counts: [Int] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let count = try wholeNumber(part, of: "units", in: 1...Approximation.maximumUnits)
        if !counts.contains(count) { counts.append(count) }
      }
      return counts
    }
  }

  /// What is said beside curves has no meaning where errors are drawn.
  var unusedInFit: [SettingError] {
    guard says("errors") else { return [] }
    return names.filter { !Setting.errorNames.contains($0) }.map {
      SettingError($0, "It says nothing of errors against numbers of units; leave it out.")
    }
  }
}
