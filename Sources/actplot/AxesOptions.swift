import Activations
import ArgumentParser
import Figures
import Plotting

/// What is sampled, how large it is drawn, and the words around it.
///
/// Values stay text until all options are known (a size in pixels needs the resolution). Text is
/// also what ArgumentParser is quickest with: each further type of option costs a figure 3 % more.
struct AxesOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Sample from A up to, not including, B; STEP is a 160th of that if left out.",
      valueName: "A:B[:STEP]"))
  var range = "-8:8:0.1"

  @Option(
    help: ArgumentHelp(
      "The format of samples and values, float32 or float64; the chapter's figures use float32.",
      valueName: "FORMAT"))
  var precision = "float64"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The nominal size in in, cm, mm, pt or px; the axes box takes 77.5 % by 77 % of it.",
      valueName: "WxH"))
  var size = "5x2.5in"

  @Option(parsing: .unconditional, help: "The title above the axes.")
  var title = ""

  @Option(parsing: .unconditional, help: "The label of the x axis.")
  var xlabel = "x"

  @Option(parsing: .unconditional, help: "The label of the y axis. (default: the function)")
  var ylabel: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What the x axis shows. (default: the samples)", valueName: "A:B"))
  var xlim: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What the y axis shows. (default: the values)", valueName: "A:B"))
  var ylim: String?

  @Option(
    help: ArgumentHelp(
      "Draw jumps as a line (connect) or as a break between an open and a full dot (gap).",
      valueName: "HOW"))
  var jumps = "connect"

  @Option(
    help: ArgumentHelp(
      "How the x axis is scaled: linear, log, symlog or symlog:THRESHOLD.", valueName: "SCALE"))
  var xscale = "linear"

  @Option(
    help: ArgumentHelp(
      "How the y axis is scaled: linear, log, symlog or symlog:THRESHOLD.", valueName: "SCALE"))
  var yscale = "linear"

  /// Sets all of these; the size in pixels depends on the resolution that the request has.
  func apply(to request: inout FigureRequest) throws {
    request.range = try asUsage("--range") { try SampleRange(range) }
    request.precision = try asUsage("--precision") { try oneOf(Precision.self, precision) }
    request.size = try asUsage("--size") {
      try FigureSize(parsing: size, dpi: request.resolution.dpi)
    }
    request.jumps = try asUsage("--jumps") { try oneOf(Jumps.self, jumps) }
    request.xScale = try asUsage("--xscale") { try AxisScale(xscale) }
    request.yScale = try asUsage("--yscale") { try AxisScale(yscale) }
    request.title = title
    request.xLabel = xlabel
    request.yLabel = ylabel
    request.xLimits = try xlim.map { limits in
      try asUsage("--xlim") { try AxisLimits(parsing: limits, on: request.xScale) }
    }
    request.yLimits = try ylim.map { limits in
      try asUsage("--ylim") { try AxisLimits(parsing: limits, on: request.yScale) }
    }
  }
}

/// Runs `body`; what it throws is wrong usage of that option, which exits with 64.
func asUsage<Value>(_ option: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    throw ValidationError("\(option): \(error)")
  }
}

/// The case that a word names.
func oneOf<Choice: CaseIterable & RawRepresentable<String>>(
  _ type: Choice.Type, _ word: String
) throws -> Choice {
  guard let choice = Choice(rawValue: word) else {
    let words = Choice.allCases.map(\.rawValue)
    let choices = words.dropLast().joined(separator: ", ") + " or " + words.suffix(1).joined()
    throw CommandError(description: "\(quoted(word)) is not a choice; write \(choices).")
  }
  return choice
}

/// What is wrong in terms of the command line, of which the libraries know nothing.
struct CommandError: Error, CustomStringConvertible {
  /// Sentences that quote the value and show what to write.
  let description: String
}

extension AxisLimits {
  /// Reads `A:B`, limits that an axis of that scale can have.
  fileprivate init(parsing text: String, on scale: AxisScale) throws {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2, let lower = Double(fields[0]), let upper = Double(fields[1]) else {
      throw CommandError(
        description: "\(quoted(text)) is not a pair of limits; write A:B, as in -1:1.")
    }
    try self.init(lower, upper)
    _ = try scale.coordinates(self)
  }
}

extension FigureSize {
  /// Reads `5x2.5in` and the like; a pixel is an inch divided by `dpi`.
  fileprivate init(parsing text: String, dpi: Double) throws {
    let pointsPerUnit = ["in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1, "px": 72 / dpi]
    let unit = String(text.suffix(2))
    let sides = text.dropLast(2).split(separator: "x", omittingEmptySubsequences: false)
    guard let scale = pointsPerUnit[unit], sides.count == 2,
      let width = Double(sides[0]), let height = Double(sides[1])
    else {
      throw CommandError(
        description: "\(quoted(text)) is not a size; write width x height and a unit of in,"
          + " cm, mm, pt or px, as in 5x2.5in.")
    }
    try self.init(width: width * scale, height: height * scale)
  }
}
