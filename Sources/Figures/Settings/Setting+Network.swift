internal import Activations
internal import Networks
internal import Plotting
internal import Wording

extension FigureKind {
  /// A network of fully connected layers.
  static let network = FigureKind(
    "network", noun: "a network",
    tables: [
      (title: "LAYERS", settings: Setting.layers), (title: "OUTPUT", settings: Setting.output),
      (title: "UNITS", settings: [Setting.title] + Setting.units),
      (title: "AXES, WITH --pieces", settings: Setting.networkDomain + Setting.axes),
      (title: "LOOK", settings: Setting.look),
    ], usual: NetworkRequest.usual, printouts: [.networkJSON, .networkTable]
  ) { settings in
    try settings.networkRequest()
  } check: { drawing, settings in
    guard let request = drawing as? NetworkRequest else { return }
    if !request.input.isEmpty, request.numbers == nil {
      throw SettingError(
        "values",
        "Values follow from weights, and there are none; give --seed 1 to draw some, or --weights.")
    }
  } unused: { settings in
    settings.unusedInNetwork
  }
}

extension FigureSettings {
  /// What says nothing of the view of a network that is drawn.
  fileprivate var unusedInNetwork: [SettingError] {
    let view = ["pieces", "swap", "collapse"].first(where: says)
    func errors(_ settings: [Setting], _ problem: String) -> [SettingError] {
      settings.filter { says($0.name) }.map { SettingError($0.name, problem) }
    }
    guard view != "pieces" else {
      return errors(
        Setting.units,
        "It says how units are drawn, and --pieces draws the function; leave one of them out.")
    }
    let axes = errors(
      Setting.networkDomain + Setting.axes,
      "It says how axes are drawn, which --pieces draws and a diagram of units has none of; leave it"
        + " out.")
    guard let view, says("values") else { return axes }
    let problem = "It colours the units of a diagram alone; leave it or --\(view) out."
    return axes + [SettingError("values", problem)]
  }
}

extension Setting {
  /// What the network is.
  fileprivate static let layers = [
    Setting(
      "network", .several(partsJoinedBy: " "), as: "LAYER",
      """
      The number of inputs, and of the units of each layer, with their activation if they have one, \
      as in 4 5:relu 3:softmax.
      """, spellings: ["layers"]),
    Setting(
      "activation", .value, as: "NAME",
      "The activation of hidden layers that name none: a name or a formula.",
      default: "linear", sets: \NetworkRequest.activation
    ) { word, _ in try LayerActivation(word) },
    Setting(
      "seed", .number, as: "N",
      """
      Draw weights by SplitMix64 from this seed; the same seed gives the same numbers, always. The \
      biases are drawn too, between -0.5 and 0.5, but for a diagram of units, where they are 0.
      """, default: "1 for what is computed"),
    Setting(
      "init", .choice(words(NetworkRequest.WeightInitialization.self)), as: "NAME",
      """
      How weights are drawn: xavier, xavier-normal, he, he-uniform, small (normal, 0.01) or normal.
      """, default: NetworkRequest.WeightInitialization.xavier.rawValue,
      soughtAs: ["initialization"]),
    Setting(
      "weights", .several(partsJoinedBy: ";"), as: "FILE|ROWS",
      """
      The weights: a file of JSON, {"layers": [{"weights": [[…], …], "biases": […]}, …]}, or of NumPy \
      (.npz); or rows, as in "1 2; 3 4", once for each layer.
      """, soughtAs: ["w", "parameters"], namesFile: isPath),
    Setting(
      "biases", .several(partsJoinedBy: " "), as: "ROW",
      """
      The biases beside weights in rows, as in "0 1", once for each layer.
      """, default: "zeros"),
    Setting(
      flag: "collapse",
      "Beside the network draw the one layer that its linear layers are together, with numbers.",
      sets: \NetworkRequest.view, to: .collapse),
    Setting(
      flag: "swap",
      "Beside the network draw the same with tanh in place of sigmoid, or the other way.",
      sets: \NetworkRequest.view, to: .swap),
    Setting(
      flag: "pieces",
      """
      Draw what a network of one input computes, with bends and slopes, or the linear regions of one \
      with two inputs.
      """, soughtAs: ["regions", "function"], sets: \NetworkRequest.view, to: .pieces),
    Setting(
      "batch", .several(partsJoinedBy: ","), as: "X,X,…",
      "An example for the outputs beside --collapse and --swap; repeat for a minibatch.",
      default: "four examples that are always the same", sets: \NetworkRequest.batch
    ) { _, all in try (all["batch"] ?? []).map { try numbers($0) } },
  ]

  /// How units are drawn.
  fileprivate static let units = [
    Setting(
      "letters", .joined(by: ","), as: "X,H,O",
      "The letters of the units, layer by layer.", default: "x,h,o",
      sets: \NetworkRequest.diagram.letters
    ) { word, _ in listed(word) },
    Setting(
      "captions", .joined(by: ","), as: "TEXT,…",
      "The words beside the layers, layer by layer; empty for none.",
      default: "Input layer,Hidden layer,Output layer", soughtAs: ["names"],
      sets: \NetworkRequest.diagram.captions
    ) { word, _ in listed(word) },
    Setting(
      flag: "bias", "Draw the biases: a unit that is always 1 in each layer but the last.",
      sets: \NetworkRequest.diagram.hasBiases, to: true),
    Setting(
      "most", .number, as: "N",
      "Draw at most N units of a layer, dots and their number for the rest.",
      default: "\(NetworkDiagram([]).most)", sets: \NetworkRequest.diagram.most
    ) { word, _ in try wholeNumber(word, of: "units", in: 2...1000) },
    Setting(
      "drop", .several(partsJoinedBy: ","), as: "LAYER:UNIT,…",
      """
      Units that are dropped, as in 1:2,5 for the second and fifth of the first hidden layer; 0 are the \
      inputs. Repeat for more layers.
      """, soughtAs: ["dropout"], sets: \NetworkRequest.dropped
    ) { _, all in try all.droppedUnits() },
    Setting(
      "drop-style", as: "STYLE", "Dropped units are hollow, crossed or absent.",
      of: NetworkRequest.usual, sets: \NetworkRequest.diagram.droppedUnits),
    Setting(
      "values", .joined(by: ","), as: "X,X,…",
      "Colour the units by their values for this input; it needs weights.",
      soughtAs: ["input"], sets: \NetworkRequest.input
    ) { word, _ in try numbers(word) },
    Setting(
      "direction", as: "WAY", "Where the outputs are: up, above the inputs, or right of them.",
      of: NetworkRequest.usual, soughtAs: ["orientation"],
      sets: \NetworkRequest.diagram.direction),
    Setting(
      flag: "as-published",
      "Draw 4 5 3 as the chapter's file has it, where three units stand a little off their places.",
      sets: \NetworkRequest.diagram.isAsPublished, to: true),
  ]

  /// What of the inputs is drawn.
  fileprivate static let networkDomain = [
    Setting(
      "range", .joined(by: ":"), as: "A:B", "The inputs from A to B.",
      default: "all bends, or -4:4 in a plane", sets: \NetworkRequest.domain
    ) { word, _ in
      let range = try SampleRange(word)
      return range.lowerBound...range.upperBound
    }
  ]

  /// Words with commas between them, some of which may be empty.
  private static func listed(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
  }

  /// Reads numbers with commas between them.
  private static func numbers(_ text: String) throws -> [Double] {
    try listed(text).map { try finite($0, example: "1,0,-2.5") }
  }
}

extension FigureSettings {
  /// The network that the settings of its layers describe.
  fileprivate func networkRequest() throws -> NetworkRequest {
    // “4 5 3” is three layers, as words and as one value of a spec; a formula can have spaces in it.
    let texts = (self["network"] ?? []).flatMap {
      $0.contains("(") ? [$0[...]] : $0.split(whereSeparator: \.isWhitespace)
    }
    let file = try weightsFile()
    var layers = try SettingError.naming("network") { try texts.map { try LayerWord(String($0)) } }
    if layers.isEmpty, let file {
      let sizes = file.weights.map(\.rowCount) + [file.weights.last?.columnCount ?? 0]
      layers = sizes.map { LayerWord($0) }
    }
    guard layers.count > 1 else {
      throw SettingError(
        "network",
        "A network has inputs and at least one layer; write the number of inputs and of the units of each"
          + " layer, as in 4 5 3.")
    }
    if let file { try adopt(file, in: &layers) }
    var request = NetworkRequest(layers)
    request.numbers = try numbers(file)
    return request
  }

  /// The weights and biases that are given, from a file or in rows.
  private func weightsFile() throws -> NetworkFile? {
    guard let words = self["weights"] else {
      if says("biases") {
        throw SettingError("biases", "There are no weights beside them; write --weights too.")
      }
      return nil
    }
    return try SettingError.naming("weights") {
      let matrices = try words.enumerated().map { index, text in
        do { return try matrix(parsing: text) } catch {
          throw WordsError("Layer \(index + 1): \(error)")
        }
      }
      if matrices.contains(where: { $0 == nil }) {
        guard words.count == 1 else {
          throw WordsError("All weights are in one file, or all in rows; leave one of them out.")
        }
        return try NetworkFile(path: words[0])
      }
      let weights = matrices.compactMap(\.self)
      return NetworkFile(weights: weights, biases: try biases(of: weights))
    }
  }

  private func biases(of weights: [Matrix]) throws -> [[Double]] {
    guard let words = self["biases"] else {
      return weights.map { Array(repeating: 0, count: $0.columnCount) }
    }
    return try SettingError.naming("biases") {
      guard words.count == weights.count else {
        throw WordsError(
          "There are biases of \(words.count) layers and weights of \(weights.count); give both for"
            + " every layer.")
      }
      return try words.map { text in
        guard let row = try matrix(parsing: text), row.rowCount == 1 else {
          throw WordsError("\(quoted(text)) is no row of biases; write numbers, as in 0 0.5.")
        }
        return row.row(0)
      }
    }
  }

  /// Makes sure that weights fit the layers, and takes the activations of a file.
  private func adopt(_ file: NetworkFile, in layers: inout [LayerWord]) throws {
    let sizes = layers.map(\.count)
    let given = file.weights.map { "\($0.rowCount) x \($0.columnCount)" }
    let wanted = zip(sizes, sizes.dropFirst()).map { "\($0) x \($1)" }
    guard given == wanted else {
      let odd = zip(given, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      throw SettingError(
        "weights",
        "The weights are \(given.joined(separator: ", ")), and inputs and layers of"
          + " \(sizes.map { "\($0)" }.joined(separator: ", ")) need \(wanted.joined(separator: ", "))"
          + (odd.map { "; change layer \($0 + 1)." } ?? "; give weights of every layer."))
    }
    for (index, activation) in file.activations.enumerated() {
      layers[index + 1].activation = layers[index + 1].activation ?? activation
    }
  }

  private func numbers(_ file: NetworkFile?) throws -> NetworkRequest.Numbers? {
    let drawing = try value("init") { try oneOf(NetworkRequest.WeightInitialization.self, $0) }
    let seed = try value("seed") { text in
      guard let seed = UInt64(trimmed(text)) else {
        throw WordsError("\(quoted(text)) is no seed; write a whole number from 0 on.")
      }
      return seed
    }
    guard let file else {
      guard seed != nil || drawing != nil else { return nil }
      return .drawn(weights: drawing ?? .xavier, seed: seed ?? 0)
    }
    if let name = ["seed", "init"].first(where: says) {
      throw SettingError(name, "Weights are given and not drawn; leave it or --weights out.")
    }
    return .given(weights: file.weights.map(\.rows), biases: file.biases)
  }

  /// The units that are dropped by layer, both counted from 0.
  fileprivate func droppedUnits() throws -> [Int: Set<Int>] {
    var dropped: [Int: Set<Int>] = [:]
    for text in self["drop"] ?? [] {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw WordsError("\(quoted(text)) names no units; write LAYER:UNIT, as in 1:2,5.")
      }
      let layer = try wholeNumber(
        parts[0], of: "a layer", in: 0...NetworkDiagram.layerCounts.upperBound - 1)
      for unit in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        dropped[layer, default: []].insert(
          try wholeNumber(unit, of: "a unit", in: 1...LayerWord.counts.upperBound) - 1)
      }
    }
    return dropped
  }
}
