internal import Activations
internal import Figures
internal import Wording

/// What is known of a function, as terms with descriptions.
struct GalleryFacts {
  private let report: FunctionReport
  private let words: GalleryWords

  init(_ report: FunctionReport, _ words: GalleryWords) {
    self.report = report
    self.words = words
  }

  /// Terms and what is said of each, in order; what there is none of is left out.
  var rows: [(term: String, lines: [String])] {
    [
      (words.parameters, parameters), (words.valueRange, [range]), (words.symmetry, [symmetry]),
      (words.monotonicity, [monotonicity]), (words.extrema, extrema), (words.limits, limits),
      (words.kinks, kinks), (words.poles, poles),
    ].filter { !$0.1.isEmpty }
  }

  private var properties: Properties { report.properties }

  private func number(_ value: Double) -> String {
    value.isInfinite ? (value < 0 ? "−∞" : "∞") : Description.written(value)
  }

  private var parameters: [String] {
    report.formula.openParameters.map { name, value in
      let meaning = report.activation?.parameters.first { $0.name == name }?
        .meanings[words.language]
      return "\(name) = \(number(value))" + (meaning.map { ": \($0)" } ?? "")
    }
  }

  private var range: String {
    guard let range = properties.range else {
      return properties.unknown.contains(.range) ? words.unknown : words.undefinedSomewhere
    }
    var bounds = (number(range.lowerBound), number(range.upperBound))
    // In few digits different numbers can be one.
    if bounds.0 == bounds.1, range.lowerBound < range.upperBound {
      bounds = (shortNumeral(range.lowerBound), shortNumeral(range.upperBound))
    }
    let interval =
      (range.isLowerBoundTaken ? "[" : "(") + bounds.0 + ", " + bounds.1
      + (range.isUpperBoundTaken ? "]" : ")")
    return range.mayHaveGaps ? "\(interval), \(words.perhapsWithGaps)" : interval
  }

  private var symmetry: String {
    switch properties.symmetry {
    case .even: words.even
    case .odd: words.odd
    case nil: properties.unknown.contains(.symmetry) ? words.unknown : words.none
    }
  }

  private var monotonicity: String {
    switch properties.monotonicity {
    case .increasing: words.increasing
    case .nondecreasing: words.nondecreasing
    case .decreasing: words.decreasing
    case .nonincreasing: words.nonincreasing
    case .constant: words.constant
    case nil:
      if properties.unknown.contains(.monotonicity) {
        words.unknown
      } else if properties.range == nil, !properties.unknown.contains(.range) {
        words.undefinedSomewhere
      } else {
        words.neither
      }
    }
  }

  /// The extrema beside 0, and whether that is all.
  private var extrema: [String] {
    let all = properties.extrema
    let nearest = all.sorted { $0.x.magnitude < $1.x.magnitude }.prefix(4).sorted { $0.x < $1.x }
    let lines = nearest.map {
      words.extremum(
        number($0.value), at: number($0.x), to: $0.end > $0.x ? number($0.end) : nil,
        isMinimum: $0.isMinimum)
    }
    let hasMore = all.count > nearest.count || properties.mayHaveMoreExtrema
    return hasMore ? lines + [words.more] : lines
  }

  private var limits: [String] {
    func line(
      _ side: String, _ value: Double, _ slope: Double, _ facts: (Properties.Fact, Properties.Fact)
    ) -> String {
      func said(_ value: Double, _ fact: Properties.Fact) -> String {
        guard value.isNaN else { return number(value) }
        return properties.unknown.contains(fact) ? words.unknown : words.none
      }
      return words.limit(side, said(value, facts.0), slope: said(slope, facts.1))
    }
    return [
      line(
        "−∞", properties.limitAtMinusInfinity, properties.slopeAtMinusInfinity,
        (.limitAtMinusInfinity, .slopeAtMinusInfinity)),
      line(
        "∞", properties.limitAtPlusInfinity, properties.slopeAtPlusInfinity,
        (.limitAtPlusInfinity, .slopeAtPlusInfinity)),
    ]
  }

  private var kinks: [String] {
    let lines = report.kinks.map { report in
      let kink = report.kink, order = kink.order
      func side(_ value: Double) -> String { value.isNaN ? words.noValue : number(value) }
      let sides = (side(kink.left[order]), side(kink.right[order]))
      let isAlone = order == 0 && (kink.isAlone || kink.left[0] == kink.right[0])
      if isAlone { return words.alone(number(kink.x), side(kink.value)) }
      return order == 0
        ? words.jump(number(kink.x), left: sides.0, right: sides.1)
        : words.kink(number(kink.x), left: sides.0, right: sides.1, order: order)
    }
    return report.hasMoreKinks ? lines + [words.more] : lines
  }

  private var poles: [String] {
    let places = report.poles.map { "x = \(number($0.x))" }
    return report.hasMorePoles ? places + [words.more] : places
  }
}
