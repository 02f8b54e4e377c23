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
      """
      Plot from A to B, with samples where the curve bends, or every STEP, B left out. \
      (default: -8:8)
      """, valueName: "A:B[:STEP]"))
  var range: String?

  @Option(
    help: ArgumentHelp(
      "The format of samples and values, float32 or float64; the chapter's figures use float32.",
      valueName: "FORMAT"))
  var precision = "float64"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      The nominal size in in, cm, mm, pt or px, of which the axes take 77.5 % by 77 %. (default: \
      5x2.5in for one panel)
      """, valueName: "WxH"))
  var size: String?

  @Option(
    parsing: .unconditional,
    help: "The title above the axes; auto is the formula. $…$ is mathematics, here and elsewhere.")
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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Ticks of x: auto, decimal, scientific, engineering, pi, or values, as in -4,0,4.",
      valueName: "WHICH"))
  var xticks = "auto"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The same for y.", valueName: "WHICH"))
  var yticks = "auto"

  @Flag(help: "Draw smaller ticks between those with numbers.")
  var minorTicks = false

  /// Sets all of these; the size in pixels depends on the resolution that the request has.
  func apply(to request: inout FigureRequest) throws {
    request.precision = try asUsage("--precision") { try oneOf(Precision.self, precision) }
    request.size = try size.map { size in
      try asUsage("--size") { try FigureSize(parsing: size, dpi: request.resolution.dpi) }
    }
    request.jumps = try asUsage("--jumps") { try oneOf(Jumps.self, jumps) }
    request.xScale = try asUsage("--xscale") { try AxisScale(xscale) }
    request.yScale = try asUsage("--yscale") { try AxisScale(yscale) }
    request.xTicks = try asUsage("--xticks") { try TickChoice(parsing: xticks, minorTicks) }
    request.yTicks = try asUsage("--yticks") { try TickChoice(parsing: yticks, minorTicks) }
    request.title = try title == "auto" ? formulaTitle(of: request) : title
    request.xLabel = xlabel
    request.yLabel = ylabel
    request.xLimits = try xlim.map { limits in
      try asUsage("--xlim") { try AxisLimits(parsing: limits, on: request.xScale) }
    }
    request.yLimits = try ylim.map { limits in
      try asUsage("--ylim") { try AxisLimits(parsing: limits, on: request.yScale) }
    }
    request.sampling = try asUsage("--range") { try sampling(for: request) }
  }

  /// What --range says, or --xlim where there is no range.
  private func sampling(for request: FigureRequest) throws -> Sampling {
    let isFloat64 = request.precision == .float64
    guard let range else {
      guard isFloat64 else { return .every(.chapter) }
      return request.xLimits.map { .adaptive($0.lower...$0.upper) } ?? .standard
    }
    let samples = try SampleRange(range)
    let hasStep = range.split(separator: ":", omittingEmptySubsequences: false).count == 3
    return hasStep || !isFloat64
      ? .every(samples) : .adaptive(samples.lowerBound...samples.upperBound)
  }

  private func formulaTitle(of request: FigureRequest) throws -> String {
    guard let title = request.formulaTitle else {
      throw ValidationError(
        "--title: auto is the formula of a single function, and there are"
          + " \(request.formulas.count); write a title.")
    }
    return title
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

extension TickChoice {
  /// Reads a format or a list of values.
  fileprivate init(parsing text: String, _ minor: Bool) throws {
    guard let first = text.first(where: { !$0.isWhitespace }),
      first.isNumber || "-+.".contains(first)
    else {
      self.init(format: try TickFormat(text), minor: minor)
      return
    }
    let values = try text.split(separator: ",").map { part in
      let value = try number(part, example: "-4,0,4")
      guard value.isFinite else {
        throw CommandError(description: "A tick has no place at \(trimmed(part)); write a number.")
      }
      return value
    }
    self.init(values: values, minor: minor)
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
