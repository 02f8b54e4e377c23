internal import Networks
internal import Wording

extension Setting {
  /// What maps which numbers.
  private static let maps = [
    Setting(
      "map", .choice(words(VectorFunction.self)), as: "FUNCTION",
      """
      A function of several numbers at once: batch_norm of a minibatch, layer_norm of the features of \
      an example, softmax or log_softmax.
      """),
    Setting(
      "batch", .several(partsJoinedBy: ","), as: "X,X,…",
      "The numbers that are mapped together; repeat for more minibatches, one below the other.",
      default: "-2,-1,0,1 and -2,-1,0,8", soughtAs: ["inputs", "values", "minibatch", "at"]),
    Setting(
      "epsilon", .number, as: "E", "What batch_norm and layer_norm add to the variance.",
      default: "1e-05", soughtAs: ["eps"]),
  ]

  /// The settings of maps.
  static let mapTables = [
    (title: "MAP", settings: maps), (title: "OUTPUT", settings: output),
    (title: "LOOK", settings: [title] + look),
  ]
}

extension FigureSettings {
  /// What says nothing of the function that maps.
  var unusedInMap: [SettingError] {
    guard says("epsilon"), let word = self["map"]?.only,
      [VectorFunction.softmax, .logSoftmax].map(\.rawValue).contains(word)
    else { return [] }
    return [SettingError("epsilon", "\(word) adds nothing to a variance; leave it out.")]
  }

  /// What a function makes of minibatches.
  func map() throws -> MapFigure {
    guard let word = self["map"]?.only, self["map"]?.count == 1 else {
      let names = alternatives(VectorFunction.allCases.map(\.rawValue))
      throw SettingError(
        "map",
        "Write one function of several numbers, \(names), as in map batch_norm --batch=-2,-1,0,1.")
    }
    let function = try SettingError.naming("map") { try oneOf(VectorFunction.self, word) }
    let epsilon = try value("epsilon") { text in
      let value = try number(text, example: "1e-5")
      guard value.isFinite, value >= 0 else {
        throw WordsError(
          "\(quoted(text)) is added to a variance; write a number from 0 on, as in 1e-5.")
      }
      return value
    }
    let texts = self["batch"] ?? ["-2,-1,0,1", "-2,-1,0,8"]
    guard texts.count <= MapFigure.maximumBatches else {
      throw SettingError(
        "batch",
        "\(texts.count) minibatches have no room on a page; write at most"
          + " \(MapFigure.maximumBatches).")
    }
    let maps = try SettingError.naming("batch") {
      try texts.map { text in
        let inputs = try text.split(separator: ",", omittingEmptySubsequences: false).map {
          try number($0, example: "-2,-1,0,1")
        }
        return try function.map(inputs, epsilon: epsilon ?? 1e-5)
      }
    }
    return MapFigure(function, maps)
  }
}
