import ArgumentParser
import Figures

/// What is drawn to explain the curves.
struct ExplanationOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Shade where the slope's size is below T; 0.02 is usual.", valueName: "T"))
  var saturation: String?

  @Flag(help: "Draw the straight lines that the functions near on both sides.")
  var asymptotes = false

  @Flag(help: "Mark the places where a function is not smooth.")
  var kinks = false

  @Option(
    name: .customLong("tangent"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Draw the tangent at this x; repeat for more.", valueName: "X"))
  var tangents: [String] = []

  @Option(
    name: .customLong("mark"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Mark the point of each curve at this x with its coordinates; repeat for more.",
      valueName: "X"))
  var marks: [String] = []

  @Option(
    name: .customLong("hline"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Draw a line at this y, with words beside it or not; repeat for more.",
      valueName: "Y[:TEXT]"))
  var hlines: [String] = []

  @Option(
    name: .customLong("vline"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The same at this x.", valueName: "X[:TEXT]"))
  var vlines: [String] = []

  @Option(
    name: .customLong("text"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Write words around a point of the data, as in 2,0.5,steep; repeat for more.",
      valueName: "X,Y,TEXT"))
  var notes: [String] = []

  /// What all of these say.
  func explanations() throws -> Explanations {
    var explanations = Explanations()
    explanations.saturation = try saturation.map { text in
      try asUsage("--saturation") {
        let threshold = try finite(text, example: "0.02")
        guard threshold > 0 else {
          throw CommandError(
            description: "The slope's size is never below \(shortNumeral(threshold)); write a"
              + " number above 0, as in 0.02.")
        }
        return threshold
      }
    }
    explanations.showsAsymptotes = asymptotes
    explanations.showsKinks = kinks
    explanations.tangents = try tangents.map { text in
      try asUsage("--tangent") { try finite(text, example: "0.5") }
    }
    explanations.points = try marks.map { text in
      try asUsage("--mark") { try finite(text, example: "0.5") }
    }
    explanations.levels =
      try hlines.map { text in try asUsage("--hline") { try level(text, isUpright: false) } }
      + vlines.map { text in try asUsage("--vline") { try level(text, isUpright: true) } }
    explanations.notes = try notes.map { text in try asUsage("--text") { try note(text) } }
    return explanations
  }

  private func level(_ text: String, isUpright: Bool) throws -> Explanations.Level {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return Explanations.Level(
      isUpright: isUpright, value: try finite(parts[0], example: "0.5 or 0.5:half way"),
      label: parts.count == 2 ? trimmed(parts[1]) : "")
  }

  private func note(_ text: String) throws -> Explanations.Note {
    let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !trimmed(parts[2]).isEmpty else {
      throw CommandError(
        description: "\(quoted(text)) is not a place with words; write X,Y,TEXT, as in 2,0.5,steep."
      )
    }
    return Explanations.Note(
      x: try finite(parts[0], example: "2,0.5,steep"),
      y: try finite(parts[1], example: "2,0.5,steep"), text: trimmed(parts[2]))
  }

  private func finite(_ text: some StringProtocol, example: String) throws -> Double {
    let value = try number(text, example: example)
    guard value.isFinite else {
      throw CommandError(
        description: "\(quoted(text)) is no place on a figure; write a finite number, as in"
          + " \(example).")
    }
    return value
  }
}
