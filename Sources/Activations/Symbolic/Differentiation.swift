/// Differentiates formulas into formulas: sums, products and the chain rule on the rules of
/// `Primitive.derivative`, piece by piece where a formula has pieces.
///
/// Functions keep their names where they are themselves, as in σ'(u) = σ(u)(1 - σ(u)), and an
/// activation's derivative is that of its definition. Where pieces meet, the derivative is that of
/// the piece to which the place belongs, whatever conventions say.
struct Differentiation {
  /// What derivatives are taken with respect to.
  let seed: Program.Seed

  /// A derivative of so many nodes before it is simplified that it could never be read.
  struct TooLong: Error {}

  private static let mostNodes = 1500

  /// - Parameter formula: A simplified formula whose activations have all of their parameters.
  func derivative(of formula: Expression) throws -> Expression {
    guard depends(formula) else { return .number(0) }
    guard formula.size <= Self.mostNodes else { throw TooLong() }
    let result = try rule(for: formula)
    guard result.size <= Self.mostNodes else { throw TooLong() }
    return result
  }

  private func depends(_ formula: Expression) -> Bool {
    switch (formula, seed) {
    case (.variable, .variable): true
    case (.parameter(let name), .parameter(let own)): name == own
    default: formula.children.contains(where: depends)
    }
  }

  private func rule(for formula: Expression) throws -> Expression {
    switch formula {
    case .number, .constant: return .number(0)
    // They depend on what is differentiated by, so they are that.
    case .variable, .parameter: return .number(1)
    case .activation:
      guard let body = try formula.unfolded() else { throw TooLong() }
      return try derivative(of: body)
    case .call(let primitive, let a): return try rule(for: primitive, a, formula)
    }
  }

  private func rule(
    for primitive: Primitive, _ a: [Expression], _ formula: Expression
  ) throws -> Expression {
    switch primitive {
    case .add, .subtract, .negate:
      return .function(primitive, try a.map(derivative))
    case .multiply, .divide, .sqrt: return try ofProduct(Monomial(formula))
    case .power: return try ofPower(a[0], a[1], formula)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: return .number(0)
    case .where: return .cases(a[0], try derivative(of: a[1]), try derivative(of: a[2]))
    case .max: return try ofPiece(.greater, a)
    case .min: return try ofPiece(.less, a)
    case .clamp:
      let slopes = try a.map(derivative)
      return .cases(
        .condition(.lessOrEqual, a[0], a[1]), slopes[1],
        .cases(.condition(.less, a[0], a[2]), slopes[0], slopes[2]))
    default:
      guard let slope = primitive.derivative else { throw TooLong() }
      return .product([slope.with(a[0]).simplified, try derivative(of: a[0])])
    }
  }

  /// max and min of a function in pieces are in these pieces.
  private func ofPiece(_ comparison: Primitive, _ a: [Expression]) throws -> Expression {
    let primitive: Primitive = comparison == .greater ? .max : .min
    for (place, operand) in a.enumerated() {
      guard case .call(.where, let pieces) = operand else { continue }
      let parts = pieces.dropFirst().map { piece in
        var operands = a
        operands[place] = piece
        return Expression.function(primitive, operands)
      }
      return .cases(pieces[0], try derivative(of: parts[0]), try derivative(of: parts[1]))
    }
    // What does not change comes second, as 0 does in x > 0.
    let ordered = a[0].mentionsVariable ? a : [a[1], a[0]]
    let slopes = try ordered.map(derivative)
    return .cases(.condition(comparison, ordered[0], ordered[1]), slopes[0], slopes[1])
  }

  /// Σ n·u^(n - 1)·u' times the other factors.
  private func ofProduct(_ product: Monomial) throws -> Expression {
    var terms: [Expression] = []
    for power in product.powers where depends(power.base) {
      var term = Monomial(product.coefficient, product.powers)
      term.divide(by: power.base, raised: .one)
      let slope =
        isPowerRule(power)
        ? try ofBase(power.base) : try derivative(of: power.base)
      terms.append(.product([power.exponent.expression, term.expression, slope]))
    }
    return .sum(terms)
  }

  private func isPowerRule(_ power: Monomial.Power) -> Bool {
    if case .call(let primitive, _) = power.base {
      return [.multiply, .divide, .sqrt].contains(primitive)
    }
    return false
  }

  /// The derivative of what is under a root, whose factors cannot be taken apart.
  private func ofBase(_ base: Expression) throws -> Expression {
    let inner = Monomial(base)
    guard inner.powers != [Monomial.Power(base: base, exponent: .one)] else { throw TooLong() }
    return try ofProduct(inner)
  }

  private func ofPower(
    _ base: Expression, _ exponent: Expression, _ whole: Expression
  ) throws -> Expression {
    if exponent.fraction != nil { return try ofProduct(Monomial(whole)) }
    let slope = try derivative(of: base)
    guard depends(exponent) else {
      return .product([
        exponent, .power(base, .sum([exponent, .call(.negate, [.number(1)])])), slope,
      ])
    }
    return .sum([
      .quotient(.product([whole, exponent, slope]), base),
      .product([whole, .function(.log, [base]), try derivative(of: exponent)]),
    ])
  }
}

extension Expression {
  /// The formula, which is one in x alone, of something else.
  fileprivate func with(_ argument: Expression) -> Expression {
    var allowance = Int.max
    return substituting(argument, [:], allowance: &allowance) ?? self
  }

  /// What an activation's definition says of its argument, simplified; parameters that are not given
  /// have their usual values. `nil` if it is too long.
  func unfolded() throws(FormulaError) -> Expression? {
    guard case .activation(let name, let argument, let named) = self,
      let row = try? Activation(named: name)
    else { return self }
    var values: [String: Expression] = [:]
    for parameter in row.parameters {
      values[parameter.name] = try FormulaParser.parse(parameter.defaultValue)
    }
    for parameter in named { values[parameter.name] = parameter.value }
    let definition = try FormulaParser.parse(row.definition, parameters: Set(values.keys))
    var allowance = 3000
    return definition.substituting(argument, values, allowance: &allowance)?.simplified
  }
}
