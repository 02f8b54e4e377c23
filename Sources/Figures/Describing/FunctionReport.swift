public import Activations

/// All that is known of a function, for people and for programs: what `actplot info` prints.
///
///     let report = FunctionReport(try Formula("gelu"))
///     print(report.text)
///
/// Value, slope and curvature at 0, kinks with what is taken for the derivatives there, poles, range,
/// symmetry, monotonicity, extrema and limits are found by evaluating the function; detail beyond
/// |x| = 100 is not seen. Of an activation there are also definition, parameters, names in each
/// framework, and source. What could not be told is said to be not known.
public struct FunctionReport: Sendable {
  /// The function.
  public let formula: Formula
  /// The row of the catalogue, if the formula is a name: what the convention's framework means by it.
  package let activation: Activation?
  /// The other row whose name was given, if the framework means another by it.
  package let namesake: Activation?
  /// Value, slope and curvature at 0.
  package let atZero: [Double]
  /// Some of the kinks, ascending.
  package let kinks: [KinkReport]
  /// Whether there are more kinks than these.
  package let hasMoreKinks: Bool
  /// Some of the places where the function runs off, ascending.
  package let poles: [Pole]
  /// Whether there are, or may be, more of them.
  package let hasMorePoles: Bool
  /// The places nearest to 0 where the formula has no value and the function a limit, ascending.
  package let holes: [Hole]
  /// Whether there are more of them.
  package let hasMoreHoles: Bool
  package let properties: Properties
  /// The derivatives from the first on as formulas.
  package let derivatives: [DerivativeReport]

  /// Finds what is known of a function, which takes some milliseconds.
  ///
  /// - Parameters:
  ///   - formula: The function. If it is differentiated by a parameter, that goes for the derivatives
  ///     that are told as formulas; everything else is of the function of x.
  ///   - order: Up to which order derivatives are told as formulas.
  public init(_ formula: Formula, derivativesThrough order: Int = 0) {
    let differentiated = formula
    let formula = formula.differentiatedByX
    self.formula = formula
    let convention = formula.convention
    let meant = formula.activation?.meanings[convention].flatMap { try? Activation(named: $0) }
    activation = meant ?? formula.activation
    namesake = meant == nil ? nil : formula.activation
    atZero = Self.derivatives(of: formula, at: 0, through: 2)
    properties = formula.properties()
    let all = formula.kinks(limit: Self.mostKinks + 1)
    hasMoreKinks = all.count > Self.mostKinks
    let singularities = formula.singularities(order: 0, in: nil, limit: Self.mostKinks + 1)
    poles = Array(singularities.poles.prefix(Self.mostKinks))
    hasMorePoles = !singularities.isComplete || singularities.poles.count > Self.mostKinks
    let allHoles = formula.holes().sorted { $0.x.magnitude < $1.x.magnitude }
    holes = allHoles.prefix(Self.mostKinks).sorted { $0.x < $1.x }
    hasMoreHoles = allHoles.count > Self.mostKinks
    let versions = Self.versions(of: formula, activation)
    kinks = all.prefix(Self.mostKinks).map { KinkReport($0, of: formula, versions) }
    derivatives = (0..<max(order, 0)).map {
      DerivativeReport(differentiated, order: $0 + 1, kinks: Array(all.prefix(Self.mostKinks)))
    }
  }

  private static let mostKinks = 12

  /// The function under the conventions of the frameworks that have it, with the same parameters.
  private static func versions(
    of formula: Formula, _ activation: Activation?
  ) -> [(framework: Framework, formula: Formula)] {
    let frameworks =
      activation.map { row in
        Framework.allCases.filter { row.names[$0] != nil && row.meanings[$0] == nil }
      } ?? Framework.conventions
    let parameters = Dictionary(
      uniqueKeysWithValues: formula.openParameters.map { ($0.name, $0.value) })
    return frameworks.compactMap { framework in
      let version = try? Formula(
        activation?.name ?? formula.text, parameters: parameters, constants: formula.constants,
        definitions: formula.definitions, convention: framework)
      return version.map { (framework, $0) }
    }
  }

  /// The derivatives of the orders from 0 on at a point.
  fileprivate static func derivatives(
    of formula: Formula, at x: Double, through order: Int
  ) -> [Double] {
    // The orders asked for here are all offered.
    guard let samples = try? formula.samples(at: [x], order: order) else { return [] }
    return samples.derivatives.map { $0[0] }
  }
}

extension Formula {
  fileprivate var differentiatedByX: Formula {
    guard differentiationParameter != nil else { return self }
    // It was read before with more.
    return
      (try? Formula(
        text, parameters: parameters, constants: constants, definitions: definitions,
        convention: convention)) ?? self
  }
}

/// A kink and what is taken for the derivatives there.
package struct KinkReport: Sendable {
  package let kink: Kink
  /// The value there by the arithmetic of Doubles, in which 1/0 is infinite.
  package let taken: Double
  /// The lowest derivatives that differ on both sides, and beside the slope the second if it is one.
  package let choices: [Choice]

  /// What is taken for a derivative.
  package struct Choice: Sendable {
    package let order: Int
    /// The values, that of the convention in use first, each with the frameworks that take it.
    package var values: [(value: Double, frameworks: [Framework])]
  }

  fileprivate init(
    _ kink: Kink, of formula: Formula, _ versions: [(framework: Framework, formula: Formula)]
  ) {
    self.kink = kink
    taken = FunctionReport.derivatives(of: formula, at: kink.x, through: 0).first ?? .nan
    guard !kink.isSingular, !kink.isAlone else {
      choices = []
      return
    }
    let lowest = max(1, kink.order)
    let hasCurvature = kink.left[2] != 0 || kink.right[2] != 0
    let highest = lowest == 1 && hasCurvature ? 2 : lowest
    let own = FunctionReport.derivatives(of: formula, at: kink.x, through: highest)
    var choices = (lowest...highest).map { Choice(order: $0, values: [(own[$0], [])]) }
    for (framework, version) in versions {
      let taken = FunctionReport.derivatives(of: version, at: kink.x, through: highest)
      for index in choices.indices {
        choices[index].add(taken[choices[index].order], of: framework)
      }
    }
    self.choices = choices
  }
}

extension KinkReport.Choice {
  fileprivate mutating func add(_ value: Double, of framework: Framework) {
    let same = values.firstIndex { $0.value == value || $0.value.isNaN && value.isNaN }
    if let same {
      values[same].frameworks.append(framework)
    } else {
      values.append((value, [framework]))
    }
  }
}
