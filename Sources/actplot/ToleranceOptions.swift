import ArgumentParser
import Goldens
import Wording

/// What of images is left out when they are compared.
struct IgnoreOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Leave out marks, as in legend, 'x tick label' or curve-2, or a region x,y,width,height in \
      pixels of a PNG, in points of an SVG or PDF, or in shares as 90%,0%,10%,5%; repeat for more.
      """, valueName: "MARKS_OR_REGION"))
  var ignore: [String] = []

  /// What the options say.
  func value() throws -> [Ignored] {
    try ignore.map { text in try asUsage("ignore") { try Ignored(text) } }
  }
}

/// How far images may be from their goldens.
struct ToleranceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "exact, or other-machine for what another Cairo or FreeType may do. (default: exact)",
      valueName: "NAME"),
    completion: .list(["exact", "other-machine"]))
  var tolerance: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Take a pixel as changed if its colour is further off than this in OKLab with the lightness \
      of CIELAB, where 1 is from black to white and 0.02 is just seen.
      """, valueName: "D"))
  var colorDifference: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The same for pixels on anti-aliased edges.", valueName: "D"))
  var edgeDifference: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Let so many pixels change.", valueName: "N"))
  var changedPixels: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Let such a share of the pixels change, as in 0.1%.", valueName: "P"))
  var changedShare: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Let so many pixels of any square of 8 x 8 change; a missing tick is more.", valueName: "N"))
  var windowPixels: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Let the root mean square of the channels' differences, as matplotlib has it, be so great.",
      valueName: "R"))
  var rms: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Let shapes of an SVG be so far off, in points. (default: 0.01)", valueName: "PT"))
  var points: String?

  /// What the options say.
  func value() throws -> Tolerance {
    var value = try preset()
    value.colorDifference = try number("color-difference", colorDifference) ?? value.colorDifference
    value.edgeColorDifference =
      try number("edge-difference", edgeDifference) ?? value.edgeColorDifference
    value.changedPixels = try count("changed-pixels", changedPixels) ?? value.changedPixels
    value.changedShare = try share() ?? value.changedShare
    value.pixelsInWindow = try count("window-pixels", windowPixels) ?? value.pixelsInWindow
    value.rms = try number("rms", rms) ?? value.rms
    value.points = try number("points", points) ?? value.points
    return value
  }

  /// The options as they were given, for a command that tolerates the same.
  var words: [String] {
    [
      ("tolerance", tolerance), ("color-difference", colorDifference),
      ("edge-difference", edgeDifference), ("changed-pixels", changedPixels),
      ("changed-share", changedShare), ("window-pixels", windowPixels), ("rms", rms),
      ("points", points),
    ].flatMap { option, text in text.map { ["--\(option)", $0] } ?? [] }
  }

  private enum Preset: String, CaseIterable {
    case exact
    case otherMachine = "other-machine"
  }

  private func preset() throws -> Tolerance {
    guard let tolerance else { return .exact }
    switch try asUsage("tolerance", { try oneOf(Preset.self, tolerance) }) {
    case .exact: return .exact
    case .otherMachine: return .otherMachine
    }
  }

  private func share() throws -> Double? {
    guard let text = changedShare else { return nil }
    let isPercent = text.hasSuffix("%")
    let digits = isPercent ? String(text.dropLast()) : text
    guard let number = Double(digits), (0...(isPercent ? 100 : 1)).contains(number) else {
      throw ValidationError(
        "--changed-share: \(quoted(text)) is no share; write a number from 0 to 1, or one of 100 as"
          + " in 0.1%.")
    }
    return isPercent ? number / 100 : number
  }

  private func number(_ option: String, _ text: String?) throws -> Double? {
    guard let text else { return nil }
    guard let number = Double(text), number >= 0, number.isFinite else {
      throw ValidationError("--\(option): \(quoted(text)) is not a number from 0 on.")
    }
    return number
  }

  private func count(_ option: String, _ text: String?) throws -> Int? {
    // More than an image can have.
    try text.map { text in
      try asUsage(option) { try wholeNumber(text, of: "pixels", in: 0...1_000_000_000) }
    }
  }
}
