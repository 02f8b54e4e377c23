/// The derivative of a function as a formula, as a person would write it.
///
///     let slope = try Formula("swish").symbolicDerivative(order: 1)
///     slope?.description  // "sigmoid(beta * x) + beta * x * sigmoid(beta * x) * (1 - …)"
///
/// It is equal to the automatic derivative wherever the function is smooth. Where pieces meet it has
/// the derivative of the piece to which the place belongs, where a convention may take another.
public struct SymbolicDerivative: Sendable, Hashable {
  /// How often the function was differentiated; 0 is its definition.
  public let order: Int
  /// The letters in the formula, and the values that they have in the function.
  public let letters: [String: Double]
  let expression: Expression
}

extension SymbolicDerivative: CustomStringConvertible {
  /// The formula in the grammar that `Formula` reads, its letters being constants.
  public var description: String { expression.plain }
  /// The formula in LaTeX, for mathematics mode.
  public var latex: String { expression.latex }
  /// The formula as a MathML element.
  public var mathML: String { expression.mathML }
  /// How many numbers, letters and operations it is made of.
  public var size: Int { expression.size }

  /// The formula read back, with the values of its letters.
  public func formula() throws(FormulaError) -> Formula {
    try Formula(description, constants: letters)
  }
}

extension Formula {
  /// The most numbers, letters and operations that the formula of a derivative is shown with.
  public static let longestDerivative = 150

  /// The derivative of some order as a formula, by x or by what the formula is differentiated by;
  /// `nil` if it has more parts than can be read.
  ///
  /// Parameters are kept as letters, and activations as the convention's framework means them.
  ///
  /// - Precondition: `order` is not negative.
  public func symbolicDerivative(
    order: Int, atMost size: Int = longestDerivative
  ) -> SymbolicDerivative? {
    precondition(order >= 0, "there is no derivative of order \(order)")
    guard let opened = try? opened() else { return nil }
    let seed: Program.Seed = differentiationParameter.map { .parameter($0) } ?? .variable
    let rules = Differentiation(seed: seed)
    var expression = opened.given.simplified
    do {
      // A name alone stands for its definition.
      if order == 0 || isName { expression = try expression.unfolded() ?? expression }
      for _ in 0..<order { expression = try rules.derivative(of: expression) }
    } catch { return nil }
    expression = expression.withSymmetricPieces
    guard expression.size <= size else { return nil }
    return SymbolicDerivative(
      order: order, letters: opened.letters.filter { expression.mentions($0.key) },
      expression: expression)
  }

  /// The terms of the sum that the function, or its derivative written out, is; none if it is no sum,
  /// or too long to be read.
  ///
  /// - Precondition: `order` is not negative.
  public func summands(order: Int) -> [Formula] {
    guard let whole = symbolicDerivative(order: order) else { return [] }
    // The function itself is not simplified: its terms are what its author takes for them.
    let formula = order == 0 ? asWritten ?? whole.expression : whole.expression
    let terms = formula.summands(isNegative: false)
    guard terms.count > 1 else { return [] }
    return terms.compactMap { try? Formula($0.plain, constants: whole.letters) }
  }

  /// The definition of a name, or the formula as it was given.
  private var asWritten: Expression? {
    guard isName, case .activation(let name, _, _) = expression,
      let row = try? Activation(meaning: name, in: convention)
    else { return try? opened().given }
    return try? FormulaParser.parse(row.definition, parameters: Set(row.parameters.map(\.name)))
  }

  private var isName: Bool {
    if case .activation(let name, .variable, _) = expression { name != "sigmoid" } else { false }
  }

  /// The formula with all parameters of its activations given, as letters where a letter means the
  /// same throughout, and the values of these.
  private func opened() throws(FormulaError) -> (given: Expression, letters: [String: Double]) {
    var letters = constants
    for definition in try Self.openParameters(of: definitions, in: expression) {
      letters[definition.name] = parameters[definition.name] ?? definition.value
    }
    var opening = Opening(
      convention: convention, parameters: parameters, seed: differentiationParameter,
      letters: letters)
    return (try opening.opened(expression), opening.letters)
  }
}

extension Expression {
  /// What is added up at the top of the tree, with its signs.
  fileprivate func summands(isNegative: Bool) -> [Expression] {
    switch self {
    case .call(.add, let a): a.flatMap { $0.summands(isNegative: isNegative) }
    case .call(.subtract, let a):
      a[0].summands(isNegative: isNegative) + a[1].summands(isNegative: !isNegative)
    case .call(.negate, let a): a[0].summands(isNegative: !isNegative)
    default: [isNegative ? .negated(self) : self]
    }
  }
}

/// Gives activations the parameters that a formula leaves open.
private struct Opening {
  let convention: Framework
  let parameters: [String: Double]
  let seed: String?
  /// What names stand for.
  var letters: [String: Double]

  mutating func opened(_ formula: Expression) throws(FormulaError) -> Expression {
    switch formula {
    case .number, .constant, .variable, .parameter: return formula
    case .call(let primitive, let operands):
      var all: [Expression] = []
      for operand in operands { all.append(try opened(operand)) }
      return .call(primitive, all)
    case .activation(let name, let argument, let named):
      let row: Activation
      do { row = try Activation(meaning: name, in: convention) } catch {
        throw FormulaError(formula: name, column: nil, problem: "\(error)")
      }
      let inner = try opened(argument)
      var all: [NamedArgument] = []
      for parameter in row.parameters {
        if let given = named.first(where: { $0.name == parameter.name }) {
          all.append(NamedArgument(name: given.name, value: try opened(given.value)))
        } else {
          all.append(NamedArgument(name: parameter.name, value: try letter(parameter, of: row)))
        }
      }
      return .activation(row.name, inner, all)
    }
  }

  private mutating func letter(
    _ parameter: Activation.Parameter, of row: Activation
  ) throws(FormulaError) -> Expression {
    let text = row.defaultValue(of: parameter, in: convention)
    let usual = try FormulaParser.parse(text)
    let program = try ProgramBuilder.program(usual)
    let value = parameters[parameter.name] ?? JetBlock<Extended>.value(of: program)
    guard let known = letters[parameter.name], known != value else {
      letters[parameter.name] = value
      return .parameter(parameter.name)
    }
    return parameters[parameter.name].map { Expression.number($0) } ?? usual
  }
}
