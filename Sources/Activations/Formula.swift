internal import Wording

/// A function of x, in the grammar that users type: a catalogue name, or any formula.
///
///     try Formula("gelu")
///     try Formula("x * sigmoid(1.702 * x)")
///     try Formula("elu", parameters: ["alpha": 0.5])
///
/// Value and derivatives come from Taylor arithmetic on the formula (forward automatic
/// differentiation) in about 104 bits with a bound of their error, or in as many bits as it takes to
/// know every digit, rounded once; NaN where that cannot be told. At a kink each derivative is the one that both
/// sides share, and where they differ the convention's. At ±infinity they are the limits (NaN where
/// there is none or none is known), at NaN they are NaN.
public struct Formula: Sendable {
  /// The formula as it was given, without spaces around it.
  public let text: String
  /// The catalogue's activation, if the formula is the name of one and nothing else.
  public let activation: Activation?
  /// What is chosen at kinks and for defaults where frameworks disagree.
  public let convention: Framework
  /// The parameters that are set, by name.
  public let parameters: [String: Double]
  /// The names that the formula may use, and what they stand for.
  public let constants: [String: Double]
  /// The functions that the formula may call on top of the catalogue's.
  public let definitions: [FunctionDefinition]
  /// The parameter with respect to which derivatives are taken; x if `nil`.
  public let differentiationParameter: String?

  /// The parameters of the functions in the formula that the formula does not give, each with its
  /// value in this convention or as set, in the order in which they occur.
  public let openParameters: [(name: String, value: Double)]

  /// The names that frameworks have for these parameters, each with those that it stands for.
  let otherNames: [String: Set<String>]

  /// What the function is called instead of by its text, if something was chosen.
  var givenName: GivenName?

  let expression: Expression
  let program: Program
  let knownKinks = KnownPlaces<(kinks: [Kink], isComplete: Bool)>()
  let knownSingularities = KnownPlaces<Singularities>()

  /// Reads a formula.
  ///
  /// - Parameters:
  ///   - text: A name of the catalogue or of a framework, or a formula in x.
  ///   - parameters: Values for parameters that the formula leaves open; see `openParameters`.
  ///   - constants: Names that the formula may use, and what they stand for.
  ///   - definitions: Functions that the formula may call; of two with one name the later counts.
  ///   - convention: Whose defaults and derivatives at kinks to take.
  ///   - differentiationParameter: An open parameter or a constant to differentiate by instead of x.
  /// - Throws: `FormulaError` for a text that is no formula, a parameter that it does not have, and
  ///   a value outside of a parameter's domain.
  public init(
    _ text: String,
    parameters: [String: Double] = [:],
    constants: [String: Double] = [:],
    definitions: [FunctionDefinition] = [],
    convention: Framework = .torch,
    withRespectTo differentiationParameter: String? = nil
  ) throws(FormulaError) {
    try Self.check(constants)
    let (text, activation, expression) = try Self.read(
      text, constants: Set(constants.keys), definitions: definitions)
    try self.init(
      expression, text: text, activation: activation, parameters: parameters,
      constants: constants, definitions: definitions, convention: convention,
      withRespectTo: differentiationParameter)
  }

  /// A formula that has been read, or put together from others.
  init(
    _ expression: Expression, text: String, activation: Activation?,
    parameters: [String: Double], constants: [String: Double],
    definitions: [FunctionDefinition], convention: Framework,
    withRespectTo differentiationParameter: String?
  ) throws(FormulaError) {
    (self.text, self.activation, self.expression) = (text, activation, expression)
    self.convention = convention
    self.constants = constants
    self.definitions = definitions

    let defined = try Self.openParameters(of: definitions, in: expression)
    let open = try expression.openParameters(in: convention) + defined
    let known = open.map(\.name)
    let names = known + constants.keys
    let otherNames = expression.otherNames(in: convention).filter { !names.contains($0.key) }
    self.otherNames = otherNames
    let parameters = try Self.named(parameters, by: otherNames, in: text)
    self.parameters = parameters
    let meant = differentiationParameter.flatMap { otherNames[$0] } ?? []
    let seedName = meant.count == 1 ? meant.first : differentiationParameter
    self.differentiationParameter = seedName == "x" ? nil : seedName
    openParameters = open.map { ($0.name, parameters[$0.name] ?? $0.value) }
    for name in parameters.keys.sorted() where !known.contains(name) {
      throw Self.noParameter(name, in: self.text, among: known)
    }
    var seed = Program.Seed.variable
    if let name = self.differentiationParameter {
      let names = known + constants.keys.sorted()
      guard names.contains(name) else { throw Self.noParameter(name, in: self.text, among: names) }
      seed = .parameter(name)
    }
    let definedValues = defined.map { ($0.name, parameters[$0.name] ?? $0.value) }
    program = try ProgramBuilder.program(
      expression, parameters: parameters,
      constants: constants.merging(definedValues) { constant, _ in constant }, seed: seed,
      convention: convention)
  }

  /// A constant needs a name that the formula can use, and a finite value.
  private static func check(_ constants: [String: Double]) throws(FormulaError) {
    for (name, value) in constants.sorted(by: { $0.key < $1.key }) {
      let isWord =
        name.first?.isNumber == false
        && name.allSatisfy {
          $0.isLetter || $0.isNumber || $0 == "_"
        }
      guard isWord, !["x", "e", "pi", "π"].contains(name) else {
        throw FormulaError(
          formula: "", column: nil,
          problem:
            "\(quoted(name)) cannot name a constant; take a word of letters, digits and _"
            + " other than x, e and pi")
      }
      guard value.isFinite else {
        throw FormulaError(
          formula: "", column: nil,
          problem: "The constant \(name.shortened()) is \(value) and must be finite")
      }
    }
  }

  private static func read(
    _ text: String, constants: Set<String>, definitions: [FunctionDefinition]
  ) throws(FormulaError) -> (text: String, activation: Activation?, expression: Expression) {
    let isShort = text.utf8.count <= FormulaParser.maximumLength
    let trimmed = isShort ? Wording.trimmed(text) : text
    if let activation = try? Activation(named: trimmed) {
      return (trimmed, activation, .activation(activation.name, .variable, []))
    }
    if let primitive = Primitive.named[trimmed], primitive.arity == 1 {
      return (trimmed, nil, .call(primitive, [.variable]))
    }
    if let definition = definitions.last(where: { $0.name == trimmed }) {
      return (trimmed, nil, definition.body)
    }
    var allowance = FormulaParser.maximumUnfolding
    if let shorthand = Shorthand.named(trimmed), shorthand.arity == 1,
      let written = shorthand.written(of: [.variable], allowance: &allowance)
    {
      return (trimmed, nil, written)
    }
    do {
      let expression = try FormulaParser.parse(
        trimmed, parameters: constants, definitions: definitions)
      return (trimmed, nil, expression)
    } catch {
      // A single word that is not known was meant as a name.
      let isWord = trimmed.allSatisfy {
        $0.isLetter || $0.isASCII && $0.isNumber || "_-.".contains($0)
      }
      guard isWord, trimmed.contains(where: \.isLetter), trimmed.first?.isNumber != true else {
        throw error
      }
      throw FormulaError(
        formula: trimmed, column: nil,
        problem: UnknownActivationError(name: trimmed).description)
    }
  }

  /// The parameters by the names that they have here, of which a framework's may stand for several.
  private static func named(
    _ parameters: [String: Double], by otherNames: [String: Set<String>], in formula: String
  ) throws(FormulaError) -> [String: Double] {
    var named = parameters.filter { otherNames[$0.key] == nil }
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      for own in otherNames[name, default: []].sorted() {
        guard named.updateValue(value, forKey: own) == nil else {
          throw FormulaError(
            formula: formula, column: nil,
            problem:
              "“\(name)” is another name of “\(own)”, which is set too; leave one of them out")
        }
      }
    }
    return named
  }

  private static func noParameter(
    _ name: String, in formula: String, among known: [String]
  ) -> FormulaError {
    let remedy =
      nearest(to: name, among: known).map { " Did you mean “\($0)”?" }
      ?? (known.isEmpty ? " It has none." : " It has \(known.joined(separator: ", ")).")
    return FormulaError(
      formula: formula, column: nil,
      problem: "\(quoted(formula)) has no parameter \(quoted(name)).\(remedy)")
  }
}

extension Formula {
  /// The names by which parameters can be set: those of `openParameters`, and those that frameworks have
  /// for them.
  package var settableNames: [String] {
    openParameters.map(\.name) + otherNames.keys.sorted()
  }
}

extension Formula: Hashable {
  /// Whether both were read from the same text in the same way.
  public static func == (a: Formula, b: Formula) -> Bool {
    a.text == b.text && a.convention == b.convention && a.parameters == b.parameters
      && a.constants == b.constants && a.definitions == b.definitions
      && a.differentiationParameter == b.differentiationParameter && a.givenName == b.givenName
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(convention)
    hasher.combine(parameters)
    hasher.combine(constants)
    hasher.combine(definitions)
    hasher.combine(differentiationParameter)
    hasher.combine(givenName)
  }
}

extension Formula: CustomStringConvertible {
  /// The formula in the grammar, with the fewest parentheses.
  public var description: String { expression.plain }
  /// The formula in LaTeX, in the notation of the field, for mathematics mode.
  public var latex: String { expression.latex }
  /// The formula as a MathML element.
  public var mathML: String { expression.mathML }
}

extension Activation {
  /// What that framework means by a name.
  init(meaning name: String, in convention: Framework) throws(UnknownActivationError) {
    let row = try Activation(named: name)
    self =
      try row.meanings[convention].map { name throws(UnknownActivationError) in
        try Activation(named: name)
      } ?? row
  }
}
