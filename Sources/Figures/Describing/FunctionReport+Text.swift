internal import Activations
internal import Wording

extension FunctionReport {
  /// The report for people, in lines of at most 96 columns but for long words.
  public var text: String {
    let entries: [(name: String, lines: [String])] = [
      ("formula", [activation?.definition ?? "\(formula)"]),
      ("family", activation.map { [$0.family.rawValue] } ?? []),
      ("parameters", parameterLines),
      ("convention", [conventionLine]),
      (
        "at 0",
        [zip(["value", "slope", "curvature"], atZero).map(Self.named).joined(separator: ", ")]
      ),
      ("derivatives", derivatives.flatMap(\.lines)),
      ("kinks", kinkLines),
      ("poles", poleLines),
      ("holes", holeLines),
      ("range", [rangeLine]),
      ("symmetry", [symmetryLine]),
      ("monotonicity", [monotonicityLine]),
      ("extrema", extremumLines),
      ("limits", limitLines),
      ("names", nameLines),
      ("differences", differenceLines),
      ("source", activation.map { $0.source.isEmpty ? [] : [$0.source] } ?? []),
      ("year", activation?.year.map { ["\($0)"] } ?? []),
    ]
    let body = entries.filter { !$0.lines.isEmpty }.map { Self.entry($0.name, $0.lines) }
    return "\(heading)\n\(body.joined())"
  }

  private var heading: String {
    guard let activation else { return "\(formula.label)\n" }
    let meaning =
      namesake == nil ? "" : " (which is \(activation.name) in \(formula.convention.title))"
    return "\(formula.label)\(meaning)\n\(activation.summary).\n"
  }

  private static let indent = 14
  private static let width = 96

  /// An entry's name and its lines in a column beside it.
  private static func entry(_ name: String, _ lines: [String]) -> String {
    var text = ""
    for line in lines.flatMap(wrapped) {
      text += "\((text.isEmpty ? name : "").padded(to: indent))\(line)\n"
    }
    return text
  }

  /// A line cut between words, its later parts indented below the first.
  private static func wrapped(_ line: String) -> [String] {
    let margin = String(line.prefix { $0 == " " })
    var lines = [margin]
    for word in line.dropFirst(margin.count).split(separator: " ", omittingEmptySubsequences: false)
    {
      let isFirst = lines.count == 1 && lines[0] == margin
      let longer = lines[lines.count - 1] + (isFirst ? "" : " ") + word
      if longer.count <= width - indent || isFirst {
        lines[lines.count - 1] = longer
      } else {
        lines.append("\(margin)    \(word)")
      }
    }
    return lines
  }

  private static func named(_ name: String, _ value: Double) -> String {
    "\(name) \(shortNumeral(value))"
  }

  // MARK: Entries

  private var parameterLines: [String] {
    let open = formula.openParameters
    guard !open.isEmpty else { return ["none"] }
    let defaults = activation?.defaultValues(in: formula.convention) ?? []
    return open.map { name, value in
      let equation = "\(name) = \(shortNumeral(value))"
      guard let parameter = activation?.parameters.first(where: { $0.name == name }) else {
        return equation
      }
      let standard = defaults.first { $0.name == name }.map { shortNumeral($0.value) } ?? ""
      let names = Framework.allCases.compactMap { framework in
        parameter.names[framework].map { ", \($0) in \(framework.title)" }
      }
      return "\(equation): \(parameter.meaning); default \(standard), must be"
        + " \(parameter.domain.description)\(names.joined())"
    }
  }

  private var conventionLine: String {
    "\(formula.convention.title) for defaults and for derivatives at kinks"
  }

  private func notKnown(_ fact: Properties.Fact) -> String? {
    properties.unknown.contains(fact) ? "not known" : nil
  }

  private var rangeLine: String {
    guard let range = properties.range else {
      return notKnown(.range) ?? "not known; it is not defined everywhere"
    }
    let opening = range.isLowerBoundTaken ? "[" : "(", closing = range.isUpperBoundTaken ? "]" : ")"
    let bounds = [range.lowerBound, range.upperBound].map(shortNumeral).joined(separator: ", ")
    let interval = opening + bounds + closing
    return range.mayHaveGaps ? "within \(interval), perhaps with gaps" : interval
  }

  private var symmetryLine: String {
    switch properties.symmetry {
    case .even: "even: f(-x) = f(x)"
    case .odd: "odd: f(-x) = -f(x)"
    case nil: notKnown(.symmetry) ?? "none"
    }
  }

  private var monotonicityLine: String {
    if let monotonicity = properties.monotonicity { return monotonicity.rawValue }
    if let notKnown = notKnown(.monotonicity) { return notKnown }
    return properties.range == nil && notKnown(.range) == nil
      ? "not known; it is not defined everywhere" : "neither increasing nor decreasing"
  }

  private var extremumLines: [String] {
    let all = properties.extrema
    let nearest = all.sorted { $0.x.magnitude < $1.x.magnitude }.prefix(6).sorted { $0.x < $1.x }
    let lines = nearest.map {
      let place =
        $0.end > $0.x
        ? "from x = \(shortNumeral($0.x)) to \(shortNumeral($0.end))"
        : "at x = \(shortNumeral($0.x))"
      return "\($0.isMinimum ? "minimum" : "maximum") \(shortNumeral($0.value)) \(place)"
    }
    let others = all.count - nearest.count
    let isBeyond = all.contains { $0.x.magnitude > 100 }
    let isBroken = kinks.contains { $0.kink.order == 0 } && properties.monotonicity == nil
    let further =
      (properties.hasExtremaBeyond ? ["and others further out"] : [])
      + (isBroken ? ["not looked for where the function jumps"] : [])
    guard others > 0 || properties.mayHaveMoreExtrema else { return lines + further }
    let bound = properties.mayHaveMoreExtrema ? "at least " : ""
    let more = others > 0 ? "\(bound)\(others) more" : "there may be more"
    let head = "\(lines.isEmpty ? "" : "and ")\(more)"
    return lines + ["\(head) \(isBeyond ? "further out" : "within 100 of 0")"] + further
  }

  private var limitLines: [String] {
    [
      limitLine(
        "-inf", properties.limitAtMinusInfinity, .limitAtMinusInfinity,
        properties.slopeAtMinusInfinity, .slopeAtMinusInfinity),
      limitLine(
        "inf", properties.limitAtPlusInfinity, .limitAtPlusInfinity,
        properties.slopeAtPlusInfinity, .slopeAtPlusInfinity),
    ]
  }

  private func limitLine(
    _ end: String, _ value: Double, _ valueFact: Properties.Fact, _ slope: Double,
    _ slopeFact: Properties.Fact
  ) -> String {
    guard !value.isNaN else { return "\(notKnown(valueFact) ?? "none") as x goes to \(end)" }
    let slope =
      slope.isNaN
      ? notKnown(slopeFact).map { "slope \($0)" } ?? "no limit of the slope"
      : "slope \(shortNumeral(slope))"
    return "\(shortNumeral(value)) as x goes to \(end), with \(slope)"
  }

  private var nameLines: [String] {
    guard let activation else { return [] }
    let frameworks = Framework.allCases.filter { activation.names[$0] != nil }
    let width = frameworks.map(\.title.count).max() ?? 0
    return frameworks.map {
      "\($0.title.padded(to: width))  \((activation.names[$0] ?? []).joined(separator: ", "))"
    }
  }

  private var differenceLines: [String] {
    guard let activation else { return [] }
    return Framework.allCases.flatMap { framework -> [String] in
      if let meaning = activation.meanings[framework] {
        return ["\(framework.title) means \(meaning) by \(activation.name)"]
      }
      let names = activation.defaults[framework] ?? [:]
      return activation.defaultValues(in: framework).filter { names[$0.name] != nil }.map {
        "\(framework.title) has the default \($0.name) = \(shortNumeral($0.value))"
      }
    }
  }

  private var kinkLines: [String] {
    guard !kinks.isEmpty else { return ["none"] }
    let lines = kinks.flatMap { report in
      ["x = \(shortNumeral(report.kink.x)): \(report.sides)"]
        + report.choices.map { "  taken there: \(choice($0))" }
    }
    return lines + (hasMoreKinks ? ["and more"] : [])
  }

  private var poleLines: [String] {
    guard !poles.isEmpty else {
      return [
        hasMorePoles ? "not known; there are places without a limit that could be told" : "none"
      ]
    }
    let lines = poles.map { pole in
      let others = [(pole.left, "left"), (pole.right, "right")]
        .filter { $0.0.isFinite }
        .map { ", tends to \(shortNumeral($0.0)) from the \($0.1)" }
      return "x = \(shortNumeral(pole.x)): runs off to \(pole.way())\(others.joined())"
    }
    return lines + (hasMorePoles ? ["and there may be more"] : [])
  }

  private var holeLines: [String] {
    holes.map {
      "\($0.isExact ? "" : "beside ")x = \(shortNumeral($0.x)): no value, limit"
        + " \(shortNumeral($0.limit))"
    } + (hasMoreHoles ? ["and more"] : [])
  }

  private func choice(_ choice: KinkReport.Choice) -> String {
    let isShared = choice.values.count == 1 && activation == nil
    let values = choice.values.map { value, frameworks in
      let titles =
        isShared || frameworks.isEmpty
        ? "" : " (\(frameworks.map(\.title).joined(separator: ", ")))"
      return "\(shortNumeral(value))\(titles)"
    }
    return "\(Kink.derivativeName(choice.order)) \(values.joined(separator: " or "))"
  }
}

extension KinkReport {
  /// The value and the derivatives on both sides up to the lowest that differs, but for those in
  /// between.
  fileprivate var sides: String {
    let value = shortNumeral(kink.value)
    if kink.isAlone { return "value \(value), and none beside it" }
    var parts = ["value \(value)"]
    if kink.value.isNaN {
      parts = [taken.isNaN ? "no value" : "no value but \(shortNumeral(taken)), as 1/0 is infinite"]
    }
    for order in Set([0, 1, kink.order]).sorted() {
      let left = shortNumeral(kink.left[order]), right = shortNumeral(kink.right[order])
      let name = Kink.derivativeName(order)
      if left != right {
        parts.append("\(name) \(left) on the left and \(right) on the right")
      } else if order > 0 || left != value {
        parts.append("\(name) \(left) on both sides")
      }
    }
    return parts.joined(separator: "; ")
  }
}

extension Kink {
  /// What a derivative is called.
  static func derivativeName(_ order: Int) -> String {
    switch order {
    case 0: "value"
    case 1: "slope"
    case 2: "second derivative"
    case 3: "third derivative"
    case 4: "fourth derivative"
    default: "derivative of order \(order)"
    }
  }
}
