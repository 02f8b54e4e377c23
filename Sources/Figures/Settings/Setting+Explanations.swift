internal import Activations
internal import Plotting
internal import Wording

extension Setting {
  /// What is drawn to explain the curves.
  static let explanations = [
    Setting(
      "saturation", .number, as: "T", "Shade where the slope's size is below T; 0.02 is usual.",
      sets: \FigureRequest.explanations.saturation
    ) { word, _ in
      let threshold = try finite(word, example: "0.02")
      guard threshold > 0 else {
        throw WordsError(
          "The slope's size is never below \(shortNumeral(threshold)); write a number above 0, as"
            + " in 0.02.")
      }
      return threshold
    },
    Setting(
      flag: "asymptotes",
      """
      Draw the straight lines that the functions near, on both sides and where they run off.
      """,
      sets: \FigureRequest.explanations.showsAsymptotes, to: true),
    Setting(
      flag: "kinks", "Mark the places where a function is not smooth.",
      sets: \FigureRequest.explanations.showsKinks, to: true),
    Setting(
      flag: "slopes",
      "Mark the bends of functions of straight pieces, and name the slope of each piece.",
      soughtAs: ["pieces"], sets: \FigureRequest.explanations.showsSlopes, to: true),
    Setting(
      flag: "terms", "Draw each term of a function that is a sum as a thin curve behind it.",
      soughtAs: ["summands", "parts"], sets: \FigureRequest.explanations.showsTerms, to: true),
    Setting(
      flag: "difference",
      """
      Draw the difference of two functions in a panel below, in units of the last place (ULP) of the \
      larger value.
      """, soughtAs: ["error", "ulp", "compare"], sets: \FigureRequest.explanations.showsDifference,
      to: true),
    Setting(
      "tangent", .several(partsJoinedBy: ""), as: "X",
      "Draw the tangent at this x; repeat for more."
    ) { (request: inout FigureRequest, words, _) in
      request.explanations.tangents = try words.map { try finite($0, example: "0.5") }
    },
    Setting(
      "mark", .several(partsJoinedBy: ""), as: "X",
      "Mark the point of each curve at this x with its coordinates; repeat for more.",
      soughtAs: ["point", "marker"]
    ) { (request: inout FigureRequest, words, _) in
      request.explanations.points = try words.map { try finite($0, example: "0.5") }
    },
    Setting(
      "hline", .several(partsJoinedBy: ":"), as: "Y[:TEXT]",
      "Draw a line at this y, with words beside it or not; repeat for more.", soughtAs: ["axhline"]
    ) { (request: inout FigureRequest, words, _) in
      request.explanations.levels += try words.map { try level($0, isUpright: false) }
    },
    Setting(
      "vline", .several(partsJoinedBy: ":"), as: "X[:TEXT]", "The same at this x.",
      soughtAs: ["axvline"]
    ) { (request: inout FigureRequest, words, _) in
      request.explanations.levels += try words.map { try level($0, isUpright: true) }
    },
    Setting(
      "fill", .joined(by: ":"), as: "WHAT[:A:B]",
      """
      Fill under the curves to the x axis (under), or between two (between), as far as they are drawn \
      or from A to B, as in under:0:2.
      """, choices: words(Explanations.Fill.Side.self), soughtAs: ["area", "shade", "integral"],
      sets: \FigureRequest.explanations.fill
    ) { word, _ in try fill(word) },
    Setting(
      "points", .several(partsJoinedBy: ""), as: "FILE",
      """
      Draw points from a CSV file with the columns x, y and, for some or none, label; a label of \
      several points is named in the legend, one of a single point beside it. Repeat for more.
      """, soughtAs: ["data", "csv", "scatter"], namesFile: { _ in true }
    ) { (request: inout FigureRequest, words, _) in
      request.points = try words.map { try PointsFile(path: $0).points }
    },
    Setting(
      "text", .several(partsJoinedBy: ","), as: "X,Y,TEXT",
      "Write words around a point of the data, as in 2,0.5,steep; repeat for more.",
      soughtAs: ["annotate", "annotation", "note"]
    ) { (request: inout FigureRequest, words, _) in
      request.explanations.notes = try words.map { try note($0) }
    },
  ]

  private static func fill(_ text: String) throws -> Explanations.Fill {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let example = "under, between, or under:0:2"
    guard let side = Explanations.Fill.Side(rawValue: trimmed(parts[0])),
      [1, 3].contains(parts.count)
    else { throw WordsError("\(quoted(text)) is not what can be filled; write \(example).") }
    guard parts.count == 3 else { return Explanations.Fill(side) }
    let (start, end) = (
      try finite(parts[1], example: example), try finite(parts[2], example: example)
    )
    guard start < end else {
      throw WordsError(
        "An area from \(shortNumeral(start)) to \(shortNumeral(end)) has no width; write the lesser x"
          + " first, as in under:0:2.")
    }
    return Explanations.Fill(side, range: start...end)
  }

  private static func level(_ text: String, isUpright: Bool) throws -> Explanations.Level {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return Explanations.Level(
      isUpright: isUpright, value: try finite(parts[0], example: "0.5 or 0.5:half way"),
      label: parts.count == 2 ? trimmed(parts[1]) : "")
  }

  private static func note(_ text: String) throws -> Explanations.Note {
    let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !trimmed(parts[2]).isEmpty else {
      throw WordsError(
        "\(quoted(text)) is not a place with words; write X,Y,TEXT, as in 2,0.5,steep.")
    }
    return Explanations.Note(
      x: try finite(parts[0], example: "2,0.5,steep"),
      y: try finite(parts[1], example: "2,0.5,steep"), text: trimmed(parts[2]))
  }

  static func finite(_ text: some StringProtocol, example: String) throws -> Double {
    let value = try constant(text, example: example)
    guard value.isFinite else {
      throw WordsError(
        "\(quoted(text)) is no place on a figure; write a finite number, as in \(example).")
    }
    return value
  }
}
