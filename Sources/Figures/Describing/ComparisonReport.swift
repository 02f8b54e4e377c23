public import Activations
internal import Files
internal import Wording

/// Whether two functions are the same, for people and for programs: what `actplot same` prints.
public struct ComparisonReport: Sendable {
  /// What was found.
  public let comparison: FunctionComparison
  private let names: [String]
  private let labels: [String]
  private let variable: String

  /// The report of a comparison of these functions.
  public init(_ comparison: FunctionComparison, of first: Formula, and second: Formula) {
    self.comparison = comparison
    labels = [first.label, second.label]
    variable = first.differentiationParameter ?? "x"
    names = [first, second].map { formula in
      SampledDerivative(formula: formula, order: comparison.order, x: [], values: []).subject
    }
  }

  /// Whether they are the same as far as is known.
  public var isSame: Bool { comparison.verdict != .different }

  /// The report for people: a sentence, what it rests on, and where the two differ most.
  public var text: String {
    let (one, other) = (names[0], names[1])
    let checked =
      "checked at \(grouped(comparison.pointCount)) points from x ="
      + " \(shortNumeral(comparison.range.lowerBound)) to \(shortNumeral(comparison.range.upperBound))"
    let lines: [String] =
      switch comparison.verdict {
      case .proven:
        [
          "\(one) and \(other) are the same function.",
          "  proven: identities of real numbers make one of the other wherever both have a value",
          "  \(checked): \(comparison.worst == nil ? "the same value at each" : "the same but for rounding")",
        ]
      case .equal:
        [
          doubt,
          "  \(checked): the same value in binary64 at each",
        ]
      case .rounding:
        [
          doubt,
          "  \(checked): no more apart than rounding can make them",
        ]
      case .different:
        [
          "\(one) and \(other) differ.",
          "  \(checked): they differ at \(grouped(comparison.differingCount)) of them"
            + (comparison.differsAtKinksAlone ? ", all of them kinks" : ""),
        ]
      }
    return (lines + leftOutLines + worstLines).map { "\($0)\n" }.joined()
  }

  /// What is said of functions that may be the same and may not.
  private var doubt: String {
    let count =
      comparison.pointCount - comparison.unknownCount - comparison.lostCount
    return "No difference between \(names[0]) and \(names[1]) was found at \(grouped(count))"
      + " \(count == 1 ? "point" : "points"); that they are the same is not proven."
  }

  private var leftOutLines: [String] {
    let reasons = [
      (comparison.unknownCount, "a number on the way to a value is beyond all bounds"),
      (comparison.lostCount, "their digits could not be told"),
    ]
    return reasons.filter { $0.0 > 0 }.map { count, reason in
      "  \(grouped(count)) of the points \(count == 1 ? "is" : "are") left out: \(reason)"
    }
  }

  private var worstLines: [String] {
    guard let worst = comparison.worst else { return [] }
    func written(_ value: Double) -> String { value.isNaN ? "no value" : shortNumeral(value) }
    let width = names.map(\.columns).max() ?? 0
    let values = zip(names, [worst.first, worst.second]).map { name, value in
      "    \(name.padded(to: width))  \(written(value))"
    }
    let size =
      worst.size.isFinite
      ? ", by \(Description.short(worst.size)) or \(Description.short(worst.ulps)) ULP of the larger"
      : ""
    return ["  most at x = \(shortNumeral(worst.x))\(size):"] + values
  }

  /// The report as a JSON object, in lines. Numbers that JSON lacks are the texts `inf`, `-inf` and
  /// `nan`.
  public var json: String {
    JSONText.object([
      ("functions", .array(labels.map { .text($0) })),
      ("order", .integer(comparison.order)),
      ("variable", .text(variable)),
      ("same", .flag(isSame)),
      ("verdict", .text(comparison.verdict.rawValue)),
      (
        "range",
        .array([.number(comparison.range.lowerBound), .number(comparison.range.upperBound)])
      ),
      ("points", .integer(comparison.pointCount)),
      ("unknown", .integer(comparison.unknownCount)),
      ("lost", .integer(comparison.lostCount)),
      ("differing", .integer(comparison.differingCount)),
      ("differsAtKinksAlone", .flag(comparison.differsAtKinksAlone)),
      (
        "most",
        comparison.worst.map { worst in
          .object([
            ("x", .number(worst.x)),
            ("values", .array([.number(worst.first), .number(worst.second)])),
            ("difference", .number(worst.size)),
            ("ulps", .number(worst.ulps)),
          ])
        } ?? .null
      ),
    ]).text() + "\n"
  }
}
