package import Wording

/// An element-wise activation function: one row of the catalogue, from which its value, its
/// derivatives of every order, its kinks and its printed form follow.
public struct Activation: Sendable, Hashable {
  /// The name it goes by in the field, as typed at a prompt: lower case, words joined by `_`.
  public let name: String
  /// The kind of function it is.
  public let family: Family
  /// Its definition in the formula grammar, in `x` and its parameters.
  public let definition: String
  /// What it is for, in one sentence without a full stop, in each language.
  package let summaries: Translated
  /// What its definition leaves open, in the order of the literature.
  public let parameters: [Parameter]
  /// What each framework calls it, the usual name first.
  public let names: [Framework: [String]]
  /// The year of its introduction as an activation, where known.
  public let year: Int?
  /// Where it was introduced, or whose name it bears; empty if unknown.
  public let source: String
  /// What its derivatives are taken to be at its kinks; empty for a smooth function.
  public let kinkConventions: [KinkConvention]
  /// Parameter defaults of the frameworks that differ, as constant formulas.
  public let defaults: [Framework: [String: String]]
  /// The activations that frameworks mean by this one's name, where that is another.
  public let meanings: [Framework: String]

  init(
    _ name: String,
    _ family: Family,
    _ definition: String,
    summary: Translated,
    parameters: [Parameter] = [],
    names: [Framework: [String]] = [:],
    year: Int? = nil,
    source: String = "",
    kinks: [KinkConvention] = [],
    defaults: [Framework: [String: String]] = [:],
    meanings: [Framework: String] = [:]
  ) {
    self.name = name
    self.family = family
    self.definition = definition
    summaries = summary
    self.parameters = parameters
    self.names = names
    self.year = year
    self.source = source
    self.kinkConventions = kinks
    self.defaults = defaults
    self.meanings = meanings
  }

  /// What it is for in English, in one sentence without a full stop.
  public var summary: String { summaries.en }

  /// The default of one of its parameters in that framework, as a constant formula.
  public func defaultValue(of parameter: Parameter, in framework: Framework = .torch) -> String {
    defaults[framework]?[parameter.name] ?? parameter.defaultValue
  }

  /// The parameters by the names that only frameworks have for them.
  var otherNames: [String: String] {
    let own = Set(parameters.map(\.name))
    let all = parameters.flatMap { parameter in
      parameter.names.values.filter { !own.contains($0) }.map { ($0, parameter.name) }
    }
    return Dictionary(all) { first, _ in first }
  }

  /// The kinds of activation, in the order in which listings show them.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    case linear, step, relu, hard, shrink, sigmoid, softplus, elu, swish, gelu, mish, periodic
    case radial, other
  }

  /// A quantity that a definition leaves open.
  public struct Parameter: Sendable, Hashable {
    /// Its name in the definition.
    public let name: String
    /// The usual value, as a constant formula such as `0.01` or `2 / 3`.
    public let defaultValue: String
    /// The values for which the definition means what it should.
    public let domain: Domain
    /// What it does, in a few words of each language.
    package let meanings: Translated
    /// What frameworks call it that have another name for it.
    public let names: [Framework: String]

    init(
      _ name: String, _ defaultValue: String, _ domain: Domain = .finite, _ meaning: Translated,
      names: [Framework: String] = [:]
    ) {
      self.name = name
      self.defaultValue = defaultValue
      self.domain = domain
      meanings = meaning
      self.names = names
    }

    /// What it does, in a few words of English.
    public var meaning: String { meanings.en }
  }

  /// The finite numbers that a parameter may be.
  public enum Domain: Sendable, Hashable {
    /// All of them.
    case finite
    case positive
    case nonnegative
    case nonzero

    /// Whether `value` is one of them.
    public func contains(_ value: Double) -> Bool {
      guard value.isFinite else { return false }
      return switch self {
      case .finite: true
      case .positive: value > 0
      case .nonnegative: value >= 0
      case .nonzero: value != 0
      }
    }

    /// What a value must be, to follow "must be".
    public var description: String {
      switch self {
      case .finite: "a finite number"
      case .positive: "above 0"
      case .nonnegative: "0 or above"
      case .nonzero: "a finite number other than 0"
      }
    }
  }
}
