internal import Wording

extension Formula {
  /// This function of another, (f ∘ g)(x) = f(g(x)), as one formula: its kinks, limits and derivatives
  /// of every order follow from the tree, by the chain rule of Taylor arithmetic.
  ///
  ///     let twice = try Formula("sigmoid").composed(with: Formula("sigmoid"))
  ///
  /// Both keep their parameters and constants. A parameter that both have stays open, unless it is set
  /// otherwise in one than in the other: then each keeps its own value, and it is open no more.
  ///
  /// - Parameter inner: g, which works first.
  /// - Throws: `FormulaError` if the two have different conventions or are differentiated by different
  ///   parameters, or the composition is too long.
  public func composed(with inner: Formula) throws(FormulaError) -> Formula {
    guard convention == inner.convention else {
      throw Self.uncomposable(
        "“\(label)” follows \(convention.rawValue) and “\(inner.label)”"
          + " \(inner.convention.rawValue); read both in one convention")
    }
    let variables = Set(
      [differentiationParameter, inner.differentiationParameter].compactMap { $0 })
    guard variables.count <= 1 else {
      throw Self.uncomposable(
        "“\(label)” and “\(inner.label)” are differentiated by"
          + " \(alternatives(variables.sorted())); choose one of them for both")
    }
    let clashes = clashes(with: inner)
    if let name = variables.first(where: clashes.contains) {
      throw Self.uncomposable(
        "“\(name)” has one value in “\(label)” and another in “\(inner.label)”, so that nothing can be"
          + " differentiated by it; give both the same")
    }
    let outside = binding(clashes), inside = inner.binding(clashes)
    var allowance = FormulaParser.maximumUnfolding
    guard
      let whole = outside.expression.substituting(inside.expression, [:], allowance: &allowance),
      whole.height <= FormulaParser.maximumHeight
    else {
      throw Self.uncomposable(
        "Written out, “\(label.shortened())” of “\(inner.label.shortened())” has more than"
          + " \(FormulaParser.maximumUnfolding) parts or nests more than"
          + " \(FormulaParser.maximumHeight) deep; compose fewer functions")
    }
    var known = definitions
    for definition in inner.definitions where !known.contains(definition) {
      known.append(definition)
    }
    return try Formula(
      whole, text: whole.plain, activation: whole.plainActivation,
      parameters: outside.parameters.merging(inside.parameters) { own, _ in own },
      constants: outside.constants.merging(inside.constants) { own, _ in own },
      definitions: known, convention: convention, withRespectTo: variables.first)
  }

  /// The same function, to be differentiated by an open parameter or a constant; by x if `nil`.
  ///
  /// - Throws: `FormulaError` if the formula has no such parameter.
  public func differentiated(by parameter: String?) throws(FormulaError) -> Formula {
    var formula = try Formula(
      expression, text: text, activation: activation, parameters: parameters,
      constants: constants, definitions: definitions, convention: convention,
      withRespectTo: parameter)
    formula.givenName = givenName
    return formula
  }

  /// The formula in the grammar with all values written in that were given beside it, so that alone it
  /// means the same in its convention; the name of an activation that is nothing else.
  public var standalone: String {
    var values = constants.merging(parameters) { $1 }
    for (name, value) in openParameters where expression.mentions(name) { values[name] = value }
    if let activation, parameters.isEmpty { return activation.name }
    return expression.binding(values, in: convention).plain
  }

  private static func uncomposable(_ problem: String) -> FormulaError {
    FormulaError(formula: "", column: nil, problem: problem)
  }

  /// The names that mean one thing here and another in the other formula.
  private func clashes(with other: Formula) -> Set<String> {
    func meanings(_ formula: Formula) -> [String: Double?] {
      var meanings: [String: Double?] = formula.constants.mapValues { $0 }
      for (name, _) in formula.openParameters { meanings[name] = .some(formula.parameters[name]) }
      return meanings
    }
    let own = meanings(self), others = meanings(other)
    return Set(own.keys.filter { name in others[name].map { $0 != own[name] } ?? false })
  }

  /// The formula with the values of some names written into it, as far as they have any.
  private func binding(
    _ names: Set<String>
  ) -> (expression: Expression, parameters: [String: Double], constants: [String: Double]) {
    guard !names.isEmpty else { return (expression, parameters, constants) }
    let bound = constants.merging(parameters) { $1 }.filter { names.contains($0.key) }
    return (
      expression.binding(bound, in: convention), parameters.filter { bound[$0.key] == nil },
      constants.filter { bound[$0.key] == nil }
    )
  }
}

extension Expression {
  /// The activation that the formula is of x and nothing else.
  fileprivate var plainActivation: Activation? {
    guard case .activation(let name, .variable, let named) = self, named.isEmpty else { return nil }
    return try? Activation(named: name)
  }

  /// A number as the parser has it, with its sign before it.
  init(signed value: Double) {
    self = value.sign == .minus ? .call(.negate, [.number(-value)]) : .number(value)
  }

  /// The formula with numbers for names, also for parameters that its activations leave open.
  fileprivate func binding(
    _ values: [String: Double], in convention: Framework
  ) -> Expression {
    switch self {
    case .number, .constant, .variable: return self
    case .parameter(let name): return values[name].map { Expression(signed: $0) } ?? self
    case .call(let primitive, let operands):
      return .call(primitive, operands.map { $0.binding(values, in: convention) })
    case .activation(let name, let argument, let named):
      var all = named.map {
        NamedArgument(name: $0.name, value: $0.value.binding(values, in: convention))
      }
      let open = (try? Activation(meaning: name, in: convention))?.parameters.map(\.name) ?? []
      for name in open where !named.contains(where: { $0.name == name }) {
        guard let value = values[name] else { continue }
        all.append(NamedArgument(name: name, value: Expression(signed: value)))
      }
      return .activation(name, argument.binding(values, in: convention), all)
    }
  }
}
