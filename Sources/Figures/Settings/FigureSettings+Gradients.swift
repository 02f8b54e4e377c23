internal import Activations
internal import Glibc
internal import Networks
internal import Plotting
internal import Wording

extension Setting {
  /// Which networks are studied.
  private static let networks = [
    Setting(
      "gradients", .several(partsJoinedBy: ""), as: "ACTIVATION",
      "The activation of every layer, a name or a formula in x; several make a curve each."),
    Setting(
      "depth", .joined(by: ","), as: "N", "How many layers there are.", default: "50",
      soughtAs: ["layers"]),
    Setting(
      "width", .number, as: "N", "How many units each layer has.", default: "32",
      soughtAs: ["units", "hidden"]),
    Setting(
      "init", .joined(by: ","), as: "HOW",
      """
      How weights are drawn: xavier (uniform, Glorot and Bengio 2010), xavier-normal, he (normal, He \
      et al. 2015), he-uniform, small (normal, the chapter's deviation 0.01), normal, \
      normal:DEVIATION or uniform:LIMIT; several make a curve each.
      """, default: "xavier", soughtAs: ["initialization", "weights"]),
    Setting(
      "seeds", .number, as: "N", "Over how many drawings the median is taken.",
      default: "10", soughtAs: ["seed", "runs"]),
    Setting(
      "examples", .number, as: "N", "How many examples a minibatch has.", default: "8",
      soughtAs: ["batch"]),
    Setting(
      "band", .choice(words(GradientBand.self)), as: "WHAT",
      "What the band around the median holds: the middle half of the seeds, all of them, or nothing.",
      default: GradientBand.quartiles.rawValue, soughtAs: ["spread"]),
  ]

  /// The settings of gradients in deep networks.
  static let gradientTables = [
    (title: "NETWORKS", settings: networks + derivatives.filter(isOfFunctionsAlone)),
    (title: "OUTPUT", settings: output), (title: "AXES AND LEGEND", settings: [title] + axes),
    (title: "CURVES", settings: curves),
    (title: "LOOK", settings: look),
  ]

  private static func isOfFunctionsAlone(_ setting: Setting) -> Bool {
    ["set", "let", "define", "convention"].contains(setting.name)
  }
}

/// What a band around a median holds.
enum GradientBand: String, CaseIterable {
  case quartiles, all, none

  /// The shares of seeds at its edges.
  var shares: (lower: Double, upper: Double)? {
    switch self {
    case .quartiles: (0.25, 0.75)
    case .all: (0, 1)
    case .none: nil
    }
  }
}

extension FigureSettings {
  /// How the gradient of deep networks vanishes or explodes.
  func gradients() throws -> DataFigure {
    let names = self["gradients"] ?? []
    guard !names.isEmpty else {
      throw SettingError(
        "gradients", "There is no activation; write some, as in gradients sigmoid tanh relu.")
    }
    let formulas = try functionSettings.formulas(names, of: "gradients")
    let initializations = try initializations()
    let shape = try shape()
    let count = formulas.count * initializations.count
    guard shape.cost * Double(count) <= 1e9 else {
      throw SettingError(
        "width",
        "\(count) times \(shape.seeds) networks of \(shape.depth) layers of \(shape.width) units with"
          + " \(shape.examples) examples take too long; write fewer or smaller ones.")
    }
    let band = try value("band") { try oneOf(GradientBand.self, $0) } ?? .quartiles
    let studies = try formulas.flatMap { formula in
      try initializations.map { initialization in
        try SettingError.naming("gradients") {
          try GradientStudy(of: formula, initialization, shape)
        }
      }
    }
    let english = FigureWords(.en), words = FigureWords(try language())
    let seen = studies.filter { $0.absence(words) == nil }
    let absences = studies.compactMap { $0.absence(english) }
    guard !seen.isEmpty else {
      throw SettingError("gradients", absences.joined(separator: " "))
    }
    var figure = figure(
      of: seen, shape, band, words, namesInitializations: initializations.count > 1)
    figure.doubts = absences
    figure.summary = ([figure.summary] + studies.compactMap { $0.absence(words) }).joined(
      separator: " ")
    return figure
  }

  private func shape() throws -> GradientStudy.Shape {
    func number(_ name: String, _ usual: Int, _ limits: ClosedRange<Int>) throws -> Int {
      try value(name) { try wholeNumber($0, of: name == "depth" ? "layers" : name, in: limits) }
        ?? usual
    }
    return GradientStudy.Shape(
      depth: try number("depth", 50, 2...500),
      width: try value("width") {
        try wholeNumber($0, of: "units", in: 1...256)
      } ?? 32, examples: try number("examples", 8, 1...256), seeds: try number("seeds", 10, 1...100)
    )
  }

  private func initializations() throws -> [NamedInitialization] {
    try SettingError.naming("init") {
      var all: [NamedInitialization] = []
      for part in (self["init"]?.only ?? "xavier").split(
        separator: ",", omittingEmptySubsequences: false)
      {
        let named = NamedInitialization(
          word: trimmed(part), value: try initialization(trimmed(part)))
        if !all.contains(named) { all.append(named) }
      }
      return all
    }
  }

  private func initialization(_ word: String) throws -> Initialization {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    func given() throws -> Double {
      let value = try number(parts[1], example: "normal:0.1")
      guard value.isFinite, value > 0 else {
        throw WordsError(
          "Weights cannot be drawn with \(quoted(parts[1])); write a number above 0, as in normal:0.1."
        )
      }
      return value
    }
    if let known = NetworkRequest.WeightInitialization(rawValue: word) {
      return known.initialization
    }
    switch (parts[0], parts.count) {
    case ("normal", 2): return .normal(standardDeviation: try given())
    case ("uniform", 2): return .uniform(limit: try given())
    default:
      throw WordsError(
        "\(quoted(word)) is no way to draw weights; write \(alternatives(NamedInitialization.words))."
      )
    }
  }

  // MARK: The figure

  private func figure(
    of studies: [GradientStudy], _ shape: GradientStudy.Shape, _ band: GradientBand,
    _ words: FigureWords, namesInitializations: Bool
  ) -> DataFigure {
    let layers = (1...shape.depth).map(Double.init)
    // Beyond what Double holds the axis shows the logarithms themselves.
    let all = studies.flatMap { $0.logarithms.joined() + ($0.bound ?? []) }.filter(\.isFinite)
    let isPlain = (all.map(\.magnitude).max() ?? 0) < 300
    func ordinates(_ logarithms: [Double]) -> [Double] {
      logarithms.map { !$0.isFinite ? .nan : isPlain ? pow(10, $0) : $0 }
    }
    var panel = Panel(curves: [])
    for (style, study) in studies.enumerated() {
      let name = numbers.written(study.activation.typesetLabel)
      panel.curves.append(
        Curve(
          x: layers, y: ordinates(study.quantile(0.5)),
          label: namesInitializations ? "\(name), \(study.initialization.word)" : name,
          style: style))
      guard let shares = band.shares, shape.seeds > 1 else { continue }
      let lower = ordinates(study.quantile(shares.lower))
      let upper = ordinates(study.quantile(shares.upper))
      // A seed without any gradient left cuts the band short.
      let start = (lower.lastIndex { !$0.isFinite } ?? -1) + 1
      if start < layers.count {
        panel.areas.append(
          Area(
            x: Array(layers[start...]), from: Array(lower[start...]), to: Array(upper[start...]),
            style: style))
      }
    }
    var known: [Double] = []
    for study in studies where !known.contains(study.steepest) {
      guard let bound = study.bound else { continue }
      known.append(study.steepest)
      let base = Description.short(study.steepest)
      var curve = Curve(
        x: layers, y: ordinates(bound), label: numbers.written("$\(base)^{L-l}$"),
        style: panel.curves.count)
      curve.emphasis = .trace
      panel.curves.append(curve)
    }
    panel.x = AxisOptions(label: words.layer)
    // Layers are whole.
    let step = [1, 2, 5, 10, 20, 50].first { shape.depth <= 10 * $0 } ?? 50
    let ticks = stride(from: step, through: shape.depth, by: step).map(Double.init)
    panel.y = AxisOptions(label: words.gradientAxis(isLogarithm: !isPlain))
    let names = studies.map(\.activation.label)
    return DataFigure(
      FigureRequest.fileName(["gradients"] + names + ["depth", "\(shape.depth)"]), [panel],
      x: AxisOptions(ticks: TickChoice(values: ticks)),
      y: AxisOptions(scale: isPlain ? .log : .linear),
      subject: words.gradientSizes(of: names),
      summary: Self.summary(of: studies, shape, band, words))
  }

  private static func summary(
    of studies: [GradientStudy], _ shape: GradientStudy.Shape, _ band: GradientBand,
    _ words: FigureWords
  ) -> String {
    let hasBand = band != .none && shape.seeds > 1
    let opening = words.gradients(
      layers: shape.depth, units: shape.width, seeds: shape.seeds,
      bandHoldsAll: hasBand ? band == .all : nil)
    let sentences = studies.flatMap { study in
      let first = study.quantile(0.5)[0]
      let course: FigureWords.GradientCourse =
        !first.isFinite || first < -2 ? .vanishes : first > 2 ? .explodes : .stays
      var sentences = [
        words.gradient(
          with: study.activation.label, study.initialization.word, course,
          first: GradientStudy.number(first))
      ]
      if let bound = study.bound {
        sentences.append(
          words.bound(
            Description.short(study.steepest), layers: shape.depth - 1,
            GradientStudy.number(bound[0])))
      }
      if study.deadShare > 0 {
        sentences.append(words.dead(percent(study.deadShare), examples: shape.examples))
      }
      return sentences
    }
    return ([opening] + sentences).joined(separator: " ")
  }
}
