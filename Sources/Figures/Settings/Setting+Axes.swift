internal import Activations
internal import Plotting
internal import Wording

extension Setting {
  /// Where functions are evaluated.
  static let samples = [
    Setting(
      "range", .joined(by: ":"), as: "A:B[:STEP]",
      "Plot from A to B, with samples where the curve bends, or every STEP, B left out.",
      default: "-8:8", soughtAs: ["domain", "xrange", "from", "to", "step", "samples"],
      sets: \FigureRequest.sampling
    ) { word, all in try Sampling(parsing: word, in: all.precision()) },
    Setting(
      "precision", as: "FORMAT",
      """
      The format of samples and values: float64; float32, which the chapter's figures use; or float16 \
      and bfloat16, in which x and values are rounded, and what is between is float32.
      """,
      of: FigureRequest.usual, soughtAs: ["dtype", "half", "quantization"],
      sets: \FigureRequest.precision),
    Setting(
      "jumps", as: "HOW",
      """
      Draw jumps as a line (connect) or as a break between an open and a full dot (gap), which also \
      puts an open dot where a formula has a limit and no value.
      """,
      of: FigureRequest.usual, sets: \FigureRequest.jumps),
  ]

  /// The title of a figure of functions, which can be their formula.
  static let formulaTitle = Setting(
    "title", .text, as: "TEXT",
    """
    The title above the axes; auto is the formula of what is drawn. $…$ is mathematics, here and \
    elsewhere.
    """
  ) { (request: inout FigureRequest, words, all) in
    request.title =
      try words.only == "auto" ? all.numbers.written(formulaTitle(of: request)) : words.only
  }

  /// The title of a figure of any kind.
  static let title = Setting(
    "title", .text, as: "TEXT",
    "The title above the picture. $…$ is mathematics, here and elsewhere.", setsOfAny: \.title
  ) { word, _ in word }

  /// How large axes are drawn, what they show, and the words around them.
  static let axes = [
    Setting(
      "size", .value, as: "WxH",
      """
      The nominal size in in, cm, mm, pt or px, of which the axes take 77.5 % by 77 %: not the size of \
      the file, which is cut to what is drawn; see page.
      """,
      default: "5x2.5in for one panel", soughtAs: ["width", "height", "figsize"],
      setsOnAxes: \.size
    ) { word, all in
      guard !all.says("page") else {
        throw WordsError(
          "The page has an exact size, and the axes fill it; leave size out, or page.")
      }
      return try FigureSize(parsing: word, dpi: all.resolution().dpi)
    },
    Setting(
      "xlabel", .text, as: "TEXT", "The label of the x axis.", default: "x",
      setsOnAxes: \.x.label
    ) { word, _ in word },
    Setting(
      "ylabel", .text, as: "TEXT", "The label of the y axis.", default: "the function",
      setsOnAxes: \.y.label
    ) { word, _ in word },
    Setting(
      "xscale", .value, as: "SCALE",
      "How the x axis is scaled: linear, log, symlog or symlog:THRESHOLD.", default: "linear",
      choices: AxisScale.words, soughtAs: ["logx", "xlog"], setsOnAxes: \.x.scale
    ) { word, _ in try AxisScale(word) },
    Setting(
      "yscale", .value, as: "SCALE",
      "How the y axis is scaled: linear, log, symlog or symlog:THRESHOLD.", default: "linear",
      choices: AxisScale.words, soughtAs: ["logy", "ylog", "log"], setsOnAxes: \.y.scale
    ) { word, _ in try AxisScale(word) },
    Setting(
      "xlim", .joined(by: ":"), as: "A:B", "What the x axis shows.", default: "the samples",
      setsOnAxes: \.x.limits
    ) { _, all in try all.limits("xlim", scaledBy: "xscale") },
    Setting(
      "ylim", .joined(by: ":"), as: "A:B", "What the y axis shows.", default: "the values",
      setsOnAxes: \.y.limits
    ) { _, all in try all.limits("ylim", scaledBy: "yscale") },
    Setting(
      "xticks", .joined(by: ","), as: "WHICH",
      "Ticks of x: auto, decimal, scientific, engineering, pi, or values, as in -4,0,4.",
      default: TickFormat.automatic.rawValue, choices: words(TickFormat.self), soughtAs: ["ticks"],
      setsOnAxes: \.x.ticks
    ) { word, all in try TickChoice(parsing: word, minor: all.says("minor-ticks")) },
    Setting(
      "yticks", .joined(by: ","), as: "WHICH", "The same for y.",
      default: TickFormat.automatic.rawValue, choices: words(TickFormat.self),
      setsOnAxes: \.y.ticks
    ) { word, all in try TickChoice(parsing: word, minor: all.says("minor-ticks")) },
    Setting(
      "minor-ticks", .flag, "Draw smaller ticks between those with numbers.",
      applyToAny: { drawing, _, _ in
        guard var axes = drawing as? any AxesDrawing else { return }
        axes.x.ticks.minor = true
        axes.y.ticks.minor = true
        drawing = axes
      }),
    Setting(
      "axes", .choice(words(AxesStyle.self)), as: "STYLE",
      "The axes: a box with a grid, or arrows through the origin.",
      default: AxesStyle.box.rawValue, soughtAs: ["grid", "spines"], setsOnAxes: \.axesStyle
    ) { word, _ in try oneOf(AxesStyle.self, word) },
    Setting(
      "aspect", .choice(words(Aspect.self)), as: "HOW",
      """
      How long units are: as fills the axes (auto), or those of x and y alike (equal), for which the y \
      axis shows more, or the axes are narrower or lower.
      """, default: "auto", soughtAs: ["equal", "ratio", "square"], setsOnAxes: \.hasEqualUnits
    ) { word, _ in try oneOf(Aspect.self, word) == .equal },
    Setting(
      "legend", .choice(words(LegendPlace.self)), as: "PLACE",
      """
      Where curves are named: best, top-right, top-left, bottom-left, bottom-right, outside, below, \
      ends (of the curves) or none.
      """, default: LegendPlace.best.rawValue, soughtAs: ["loc", "key"], setsOnAxes: \.legend
    ) { word, _ in try oneOf(LegendPlace.self, word) },
    Setting(
      "legend-title", .text, as: "TEXT",
      """
      The words above the names in a legend; auto is the function of a family, of which the names then \
      tell the parameters alone.
      """,
      applyToAny: { drawing, words, all in
        guard var axes = drawing as? any AxesDrawing else { return }
        axes.legendOptions.title = words.only
        if words.only == "auto" { try nameFamily(of: &axes, all) }
        drawing = axes
      }),
    Setting(
      "legend-columns", .number, as: "N", "In how many columns the names of a legend stand.",
      default: "as many as suit the place", soughtAs: ["ncol"],
      setsOnAxes: \.legendOptions.columns
    ) { word, _ in try wholeNumber(word, of: "columns", in: 1...100) },
  ]

  /// Names the function of a family above the legend, and its parameters in it.
  private static func nameFamily(of drawing: inout any AxesDrawing, _ all: FigureSettings) throws {
    guard var request = drawing as? FigureRequest, let family = request.family else {
      throw WordsError(
        "auto is the function of a family that differs in parameters, as of swish --set beta=0.5,1,2;"
          + " write a title.")
    }
    request.legendOptions.title = all.numbers.written(family.name)
    if !all.says("label") { request.labels = family.members.map(all.numbers.written) }
    drawing = request
  }

  /// A second y axis.
  static let twin = [
    Setting(
      "twin", .flag,
      """
      Draw derivatives by a second y axis at the right, the function by the one at the left; without \
      an order it is the gradient.
      """, soughtAs: ["twinx", "y2", "secondary", "right"]
    ) { (request: inout FigureRequest, _, all) in
      request.twin = request.twin ?? AxisOptions()
      request.twin?.ticks.minor = all.says("minor-ticks")
    },
    Setting(
      "twin-ylabel", .text, as: "TEXT", "The label of the second y axis.",
      default: "the derivative", soughtAs: ["y2label"], apply: ofTwin { $0.label = $1 }),
    Setting(
      "twin-ylim", .joined(by: ":"), as: "A:B", "What the second y axis shows.",
      default: "the values", soughtAs: ["y2lim", "y2range"],
      apply: ofTwin { $0.limits = try AxisLimits(parsing: $1, on: .linear) }),
    Setting(
      "twin-yticks", .joined(by: ","), as: "WHICH", "Ticks of the second y axis, as those of y.",
      default: TickFormat.automatic.rawValue, choices: words(TickFormat.self),
      soughtAs: ["y2ticks"],
      apply: ofTwin { $0.ticks = try TickChoice(parsing: $1, minor: $0.ticks.minor) }),
  ]

  /// Sets something of a second y axis, which there has to be.
  private static func ofTwin(
    _ set: @escaping @Sendable (inout AxisOptions, String) throws -> Void
  ) -> @Sendable (inout FigureRequest, [String], FigureSettings) throws -> Void {
    { request, words, all in
      guard all.says("twin") else {
        throw WordsError("There is no second y axis; say twin too, or leave it out.")
      }
      var twin = request.twin ?? AxisOptions()
      twin.ticks.minor = all.says("minor-ticks")
      try set(&twin, words.only)
      request.twin = twin
    }
  }

  private static func formulaTitle(of request: FigureRequest) throws -> String {
    guard let title = request.formulaTitle else {
      throw WordsError(
        "auto is the formula of a single function, and there are \(request.formulas.count); write"
          + " a title.")
    }
    return title
  }
}

/// What `aspect` can say.
private enum Aspect: String, CaseIterable {
  case auto, equal
}

extension FigureSettings {
  /// What an axis shows, if that is said.
  func limits(_ name: String, scaledBy scale: String) throws -> AxisLimits? {
    let scale = try value(scale) { try AxisScale($0) } ?? .linear
    return try value(name) { try AxisLimits(parsing: $0, on: scale) }
  }
}

extension Sampling {
  /// Reads `A:B` or `A:B:STEP`. In float32 the samples are what matters, so there is always a step, and
  /// the short formats make stairs, whose steps take many.
  init(parsing text: String, in precision: Precision) throws {
    let samples = try SampleRange(text)
    let hasStep = text.split(separator: ":", omittingEmptySubsequences: false).count == 3
    let domain = samples.lowerBound...samples.upperBound
    self =
      hasStep || precision == .float32
      ? .every(samples) : precision.isShort ? try .stairs(over: domain) : .adaptive(domain)
  }
}

extension AxisLimits {
  /// Reads `A:B`, limits that an axis of that scale can have.
  fileprivate init(parsing text: String, on scale: AxisScale) throws {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2 else {
      throw WordsError("\(quoted(text)) is not a pair of limits; write A:B, as in -1:1.")
    }
    let ends = try fields.map { try constant($0, example: "A:B, as in -1:1 or -pi:pi") }
    try self.init(ends[0], ends[1])
    _ = try scale.coordinates(self)
  }
}

extension TickChoice {
  /// Reads a format or a list of values.
  fileprivate init(parsing text: String, minor: Bool) throws {
    // A format is a word, and what is neither is taken for a format, so that the error lists them.
    let parts = text.split(separator: ",")
    guard TickFormat(rawValue: text) == nil, parts.count > 1 || Double.constant(text) != nil else {
      self.init(format: try TickFormat(text), minor: minor)
      return
    }
    let values = try parts.map { part in
      let value = try constant(part, example: "-4,0,4 or -pi,0,pi")
      guard value.isFinite else {
        throw WordsError("A tick has no place at \(trimmed(part)); write a number.")
      }
      return value
    }
    let isInPi = parts.contains { $0.contains("pi") || $0.contains("π") }
    self.init(format: isInPi ? .pi : .automatic, values: values, minor: minor)
  }
}
