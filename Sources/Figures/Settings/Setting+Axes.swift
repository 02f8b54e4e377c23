internal import Activations
internal import Plotting

extension Setting {
  /// What is sampled, how large it is drawn, and the words around it.
  static let axes = [
    Setting(
      "precision", .choice(words(Precision.self)), as: "FORMAT",
      """
      The format of samples and values, float32 or float64; the chapter's figures use float32. \
      (default: float64)
      """
    ) {
      $0.precision = try oneOf(Precision.self, $1.only)
      if $0.precision == .float32 { $0.sampling = .every(.chapter) }
    },
    Setting(
      "size", .value, as: "WxH",
      """
      The nominal size in in, cm, mm, pt or px, of which the axes take 77.5 % by 77 %. (default: \
      5x2.5in for one panel)
      """
    ) { $0.size = try FigureSize(parsing: $1.only, dpi: $0.resolution.dpi) },
    Setting(
      "title", .text,
      """
      The title above the axes; auto is the formula of what is drawn. $…$ is mathematics, here and \
      elsewhere.
      """
    ) { $0.title = try $1.only == "auto" ? formulaTitle(of: $0) : $1.only },
    Setting("xlabel", .text, "The label of the x axis. (default: x)") { $0.xLabel = $1.only },
    Setting("ylabel", .text, "The label of the y axis. (default: the function)") {
      $0.yLabel = $1.only
    },
    Setting(
      "xscale", .value, as: "SCALE",
      "How the x axis is scaled: linear, log, symlog or symlog:THRESHOLD. (default: linear)"
    ) { $0.xScale = try AxisScale($1.only) },
    Setting(
      "yscale", .value, as: "SCALE",
      "How the y axis is scaled: linear, log, symlog or symlog:THRESHOLD. (default: linear)"
    ) { $0.yScale = try AxisScale($1.only) },
    Setting(
      "xlim", .joined(by: ":"), as: "A:B", "What the x axis shows. (default: the samples)"
    ) {
      let limits = try AxisLimits(parsing: $1.only, on: $0.xScale)
      $0.xLimits = limits
      if $0.precision == .float64 { $0.sampling = .adaptive(limits.lower...limits.upper) }
    },
    Setting(
      "ylim", .joined(by: ":"), as: "A:B", "What the y axis shows. (default: the values)"
    ) { $0.yLimits = try AxisLimits(parsing: $1.only, on: $0.yScale) },
    Setting(
      "range", .joined(by: ":"), as: "A:B[:STEP]",
      """
      Plot from A to B, with samples where the curve bends, or every STEP, B left out. (default: \
      -8:8)
      """
    ) { $0.sampling = try Sampling(parsing: $1.only, in: $0.precision) },
    Setting(
      "jumps", .choice(words(Jumps.self)), as: "HOW",
      """
      Draw jumps as a line (connect) or as a break between an open and a full dot (gap). (default: \
      connect)
      """
    ) { $0.jumps = try oneOf(Jumps.self, $1.only) },
    Setting(
      "xticks", .joined(by: ","), as: "WHICH",
      """
      Ticks of x: auto, decimal, scientific, engineering, pi, or values, as in -4,0,4. (default: \
      auto)
      """
    ) { $0.xTicks = try TickChoice(parsing: $1.only) },
    Setting("yticks", .joined(by: ","), as: "WHICH", "The same for y. (default: auto)") {
      $0.yTicks = try TickChoice(parsing: $1.only)
    },
    Setting("minor-ticks", .flag, "Draw smaller ticks between those with numbers.") { request, _ in
      request.xTicks.minor = true
      request.yTicks.minor = true
    },
  ]

  private static func formulaTitle(of request: FigureRequest) throws -> String {
    guard let title = request.formulaTitle else {
      throw WordsError(
        "auto is the formula of a single function, and there are \(request.formulas.count); write"
          + " a title.")
    }
    return title
  }
}

extension Sampling {
  /// Reads `A:B` or `A:B:STEP`. In float32 the samples are what matters, so there is always a step.
  fileprivate init(parsing text: String, in precision: Precision) throws {
    let samples = try SampleRange(text)
    let hasStep = text.split(separator: ":", omittingEmptySubsequences: false).count == 3
    self =
      hasStep || precision == .float32
      ? .every(samples) : .adaptive(samples.lowerBound...samples.upperBound)
  }
}

extension AxisLimits {
  /// Reads `A:B`, limits that an axis of that scale can have.
  fileprivate init(parsing text: String, on scale: AxisScale) throws {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2, let lower = Double(trimmed(fields[0])),
      let upper = Double(trimmed(fields[1]))
    else {
      throw WordsError("\(quoted(text)) is not a pair of limits; write A:B, as in -1:1.")
    }
    try self.init(lower, upper)
    _ = try scale.coordinates(self)
  }
}

extension TickChoice {
  /// Reads a format or a list of values.
  fileprivate init(parsing text: String) throws {
    guard let first = text.first(where: { !$0.isWhitespace }),
      first.isNumber || "-+.".contains(first)
    else {
      self.init(format: try TickFormat(text))
      return
    }
    let values = try text.split(separator: ",").map { part in
      let value = try number(part, example: "-4,0,4")
      guard value.isFinite else {
        throw WordsError("A tick has no place at \(trimmed(part)); write a number.")
      }
      return value
    }
    self.init(values: values)
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
      throw WordsError(
        "\(quoted(text)) is not a size; write width x height and a unit of in, cm, mm, pt or px, as"
          + " in 5x2.5in.")
    }
    try self.init(width: width * scale, height: height * scale)
  }
}
