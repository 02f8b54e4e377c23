public import Activations
internal import Files
public import Wording

/// Where the frameworks that have an activation take it for different functions, or its derivatives at a
/// kink for different values: what `actplot diff-frameworks` prints and draws.
public struct FrameworkDifferences: Sendable {
  /// The activation that is asked about.
  public let activation: Activation
  /// What the frameworks take it for, each function once, that of most frameworks first.
  public let versions: [Version]
  /// The places where one and the same function has derivatives that are agreed on by no means.
  let kinks: [KinkReport]

  /// A function and the frameworks that mean it.
  public struct Version: Sendable {
    /// In the order of `Framework.allCases`.
    public var frameworks: [Framework]
    /// The function, with the defaults of these frameworks.
    public let formula: Formula
    /// Its values at the places where functions are compared.
    let values: [Double]

    /// The function with its parameters, as a formula.
    public var name: String {
      let parameters = formula.openParameters.map { "\($0.name): \(shortNumeral($0.value))" }
      let name = formula.activation?.name ?? formula.text
      return parameters.isEmpty ? name : "\(name)(x, \(parameters.joined(separator: ", ")))"
    }
  }

  /// Where the functions are compared: every twentieth from -8 to 8, and to ±128 every other.
  private static let places =
    (-64...64).map { Double(2 * $0) } + (-160...160).map { Double($0) / 20 }

  /// Compares what the frameworks have by the name of an activation.
  public init(_ activation: Activation) {
    self.activation = activation
    var versions: [Version] = []
    for framework in Framework.allCases where activation.names[framework] != nil {
      let name = activation.meanings[framework] ?? activation.name
      guard let formula = try? Formula(name, convention: framework),
        let values = try? formula.samples(at: Self.places).values
      else { continue }
      // NaN is the same as NaN here.
      let same = versions.firstIndex {
        zip($0.values, values).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
      }
      if let same {
        versions[same].frameworks.append(framework)
      } else {
        versions.append(Version(frameworks: [framework], formula: formula, values: values))
      }
    }
    self.versions = versions.enumerated().sorted {
      ($1.element.frameworks.count, $0.offset) < ($0.element.frameworks.count, $1.offset)
    }.map(\.element)
    let report = (try? Formula(activation.name)).map { FunctionReport($0) }
    kinks = (report?.kinks ?? []).filter { $0.choices.contains { $0.values.count > 1 } }
  }

  /// Whether nothing differs.
  public var areNone: Bool { versions.count < 2 && kinks.isEmpty }

  /// Where a version is farthest from the first one, and both values; `nil` for that one.
  func greatestDifference(of version: Version) -> (x: Double, first: Double, other: Double)? {
    guard let first = versions.first, first.frameworks != version.frameworks else { return nil }
    let pairs = zip(Self.places, zip(first.values, version.values))
    let finite = pairs.filter { $0.1.0.isFinite && $0.1.1.isFinite }
    return finite.max { ($0.1.0 - $0.1.1).magnitude < ($1.1.0 - $1.1.1).magnitude }
      .map { ($0.0, $0.1.0, $0.1.1) }
  }

  // MARK: The figure

  /// The functions, or where these are one its first derivative with what each framework takes at its
  /// kinks; `nil` if there is nothing to see.
  public func figure(in language: Language = .en) -> FigureRequest? {
    guard !areNone else { return nil }
    guard versions.count < 2 else {
      var request = FigureRequest(versions.map(\.formula))
      request.language = language
      request.labels = versions.map { Self.titles($0.frameworks) }
      if let place = versions.dropFirst().compactMap(greatestDifference).first?.x.magnitude {
        // As far out as the difference is greatest, and no farther than it can be seen.
        let reach = min(max(2 * place, 2), 8)
        request.sampling = .adaptive(-reach...reach)
      }
      return request
    }
    guard let formula = versions.first?.formula, let first = kinks.first,
      let choice = first.choices.first(where: { $0.values.count > 1 })
    else { return nil }
    var request = FigureRequest([formula], orders: [choice.order])
    request.language = language
    request.jumps = .gap
    let last = kinks.last?.kink.x ?? first.kink.x
    let reach = max(1, last - first.kink.x)
    request.sampling = .adaptive(first.kink.x - reach...last + reach)
    for report in kinks {
      for choice in report.choices
      where choice.order == request.orders[0] && choice.values.count > 1 {
        for (value, frameworks) in choice.values where value.isFinite && !frameworks.isEmpty {
          request.explanations.notes.append(
            Explanations.Note(
              x: report.kink.x, y: value,
              text: "\(Description.written(value)): \(Self.titles(frameworks))"))
        }
      }
    }
    return request
  }

  private static func titles(_ frameworks: [Framework]) -> String {
    frameworks.map(\.title).joined(separator: ", ")
  }

  // MARK: Words

  /// The table, in lines.
  public var text: String {
    guard !versions.isEmpty else {
      return "No framework has \(activation.name) by a name that is known here.\n"
    }
    var lines = ["\(activation.name)"]
    if versions.count == 1 {
      lines.append(
        "\(Self.titles(versions[0].frameworks)): the same values at \(Self.places.count) places from -128"
          + " to 128.")
    } else {
      for version in versions {
        lines.append("\(Self.titles(version.frameworks)): \(version.name)")
        if let most = greatestDifference(of: version) {
          let values = [most.other, most.first].map { shortNumeral($0) }
          lines.append(
            "    of \(Self.places.count) places differs most at x = \(shortNumeral(most.x)): \(values[0]), the first \(values[1])"
          )
        }
      }
    }
    for report in kinks {
      for choice in report.choices where choice.values.count > 1 {
        let values = choice.values.filter { !$0.frameworks.isEmpty }.map {
          "\(shortNumeral($0.value)) (\(Self.titles($0.frameworks)))"
        }
        lines.append(
          "At the kink x = \(shortNumeral(report.kink.x)) the \(Kink.derivativeName(choice.order)) is"
            + " \(values.joined(separator: " or ")).")
      }
    }
    if areNone { lines.append("No difference was found, at kinks neither.") }
    return lines.map { "\($0)\n" }.joined()
  }

  /// The same as a JSON object, in lines.
  public var json: String {
    let functions = versions.map { version in
      let most = greatestDifference(of: version)
      return JSONText.object([
        ("frameworks", .array(version.frameworks.map { .text($0.rawValue) })),
        ("formula", .text(version.name)),
        (
          "greatestDifference",
          most.map {
            .object([
              ("x", .number($0.x)), ("value", .number($0.other)), ("first", .number($0.first)),
            ])
          } ?? .null
        ),
      ])
    }
    let places = kinks.flatMap { report in
      report.choices.filter { $0.values.count > 1 }.map { choice in
        JSONText.object([
          ("x", .number(report.kink.x)), ("order", .integer(choice.order)),
          (
            "values",
            .array(
              choice.values.map {
                .object([
                  ("value", .number($0.value)),
                  ("frameworks", .array($0.frameworks.map { .text($0.rawValue) })),
                ])
              })
          ),
        ])
      }
    }
    return JSONText.object([
      ("name", .text(activation.name)), ("functions", .array(functions)), ("kinks", .array(places)),
    ]).text() + "\n"
  }
}
