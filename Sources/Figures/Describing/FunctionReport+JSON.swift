internal import Activations
internal import Files

extension FunctionReport {
  /// The report as a JSON object, in lines. Numbers that JSON lacks are the texts `inf`, `-inf` and
  /// `nan`, and `unknown` lists what could not be told.
  public var json: String { object.text() + "\n" }

  private var object: JSONText {
    .object([
      ("name", .optional(activation?.name)),
      ("label", .text(formula.label)),
      ("family", .optional(activation?.family.rawValue)),
      ("summary", .optional(activation?.summary)),
      ("formula", .text(activation?.definition ?? "\(formula)")),
      ("latex", .text(activation?.latex ?? formula.latex)),
      ("mathml", .text(activation?.mathML ?? formula.mathML)),
      ("convention", .text(formula.convention.rawValue)),
      ("parameters", .array(parameterObjects)),
      ("atZero", atZeroObject),
      ("derivatives", .array(derivatives.map(\.json))),
      ("kinks", .array(kinks.map(\.json))),
      ("hasMoreKinks", .flag(hasMoreKinks)),
      ("poles", .array(poles.map(\.json))),
      ("hasMorePoles", .flag(hasMorePoles)),
      ("holes", .array(holeObjects)),
      ("hasMoreHoles", .flag(hasMoreHoles)),
      ("range", range),
      ("symmetry", .optional(properties.symmetry?.rawValue)),
      ("monotonicity", .optional(properties.monotonicity?.rawValue)),
      ("extrema", .array(extremumObjects)),
      ("mayHaveMoreExtrema", .flag(properties.mayHaveMoreExtrema)),
      ("hasExtremaBeyond", .flag(properties.hasExtremaBeyond)),
      ("limits", limits),
      ("unknown", .array(unknownFacts)),
      ("names", activation?.namesJSON ?? .object([])),
      ("defaults", activation?.defaultsJSON ?? .object([])),
      ("meanings", activation?.meaningsJSON ?? .object([])),
      ("year", activation?.year.map(JSONText.integer) ?? .null),
      ("source", .optional(activation?.source)),
    ])
  }

  private var atZeroObject: JSONText {
    let names = ["value", "slope", "curvature"]
    return .object(zip(names, atZero).map { name, number in (name, JSONText.number(number)) })
  }

  private var holeObjects: [JSONText] {
    holes.map {
      .object([("x", .number($0.x)), ("limit", .number($0.limit)), ("exact", .flag($0.isExact))])
    }
  }

  private var unknownFacts: [JSONText] {
    Properties.Fact.allCases.filter(properties.unknown.contains).map { JSONText.text($0.rawValue) }
  }

  private var parameterObjects: [JSONText] {
    let defaults = activation?.defaultValues(in: formula.convention) ?? []
    return formula.openParameters.map { name, value in
      let own: [(name: String, value: JSONText)] = [
        ("name", .text(name)), ("value", .number(value)),
      ]
      guard let parameter = activation?.parameters.first(where: { $0.name == name }),
        let standard = defaults.first(where: { $0.name == name })
      else { return .object(own) }
      return .object(
        own + [
          ("default", .number(standard.value)),
          ("domain", .text(parameter.domain.description)),
          ("meaning", .text(parameter.meaning)),
          ("names", .byFramework(parameter.names.mapValues { .text($0) })),
        ])
    }
  }

  private var range: JSONText {
    guard let range = properties.range else { return .null }
    return .object([
      ("lowerBound", .number(range.lowerBound)),
      ("upperBound", .number(range.upperBound)),
      ("isLowerBoundTaken", .flag(range.isLowerBoundTaken)),
      ("isUpperBoundTaken", .flag(range.isUpperBoundTaken)),
      ("mayHaveGaps", .flag(range.mayHaveGaps)),
    ])
  }

  private var extremumObjects: [JSONText] {
    properties.extrema.map {
      .object([
        ("x", .number($0.x)), ("end", .number($0.end)), ("value", .number($0.value)),
        ("kind", .text($0.isMinimum ? "minimum" : "maximum")),
      ])
    }
  }

  private var limits: JSONText {
    func limit(_ value: Double, _ slope: Double) -> JSONText {
      .object([("value", .number(value)), ("slope", .number(slope))])
    }
    return .object([
      ("-inf", limit(properties.limitAtMinusInfinity, properties.slopeAtMinusInfinity)),
      ("inf", limit(properties.limitAtPlusInfinity, properties.slopeAtPlusInfinity)),
    ])
  }
}

extension Pole {
  /// The place and the limits on both sides.
  fileprivate var json: JSONText {
    .object([("x", .number(x)), ("left", .number(left)), ("right", .number(right))])
  }
}

extension KinkReport {
  /// The derivatives on both sides from order 0 up, and what is taken for them at the kink.
  fileprivate var json: JSONText {
    .object([
      ("x", .number(kink.x)),
      ("order", .integer(kink.order)),
      ("value", .number(kink.value)),
      ("left", .array(kink.left.map { .number($0) })),
      ("right", .array(kink.right.map { .number($0) })),
      ("taken", .array(choices.flatMap(\.json))),
    ])
  }
}

extension KinkReport.Choice {
  fileprivate var json: [JSONText] {
    values.map { value, frameworks in
      .object([
        ("order", .integer(order)), ("value", .number(value)),
        ("frameworks", .array(frameworks.map { .text($0.rawValue) })),
      ])
    }
  }
}
