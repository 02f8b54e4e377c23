extension Formula {
  /// A unit of a hidden layer in a network of one input and one output.
  public struct HiddenUnit: Sendable, Hashable {
    /// What multiplies the input.
    public let weight: Double
    /// What is added to that.
    public let bias: Double
    /// What multiplies the unit in the output.
    public let output: Double

    /// output · σ(weight · x + bias).
    public init(weight: Double, bias: Double, output: Double) {
      (self.weight, self.bias, self.output) = (weight, bias, output)
    }
  }

  /// c + Σ vᵢ σ(wᵢ x + bᵢ) with this function as σ: what a network computes that has one input, one
  /// hidden layer and one linear output.
  ///
  /// - Throws: `FormulaError` if it is too long when written out.
  public func combination(
    of units: [HiddenUnit], plus constant: Double
  ) throws(FormulaError) -> Formula {
    var allowance = FormulaParser.maximumUnfolding
    var terms: [Expression] = constant == 0 && !units.isEmpty ? [] : [Expression(signed: constant)]
    for unit in units {
      let input = Expression.sum(
        .product(unit.weight, .variable), Expression(signed: unit.bias), without: unit.bias == 0)
      guard let value = expression.substituting(input, [:], allowance: &allowance) else {
        throw FormulaError(
          formula: "", column: nil,
          problem: "Written out, \(units.count) units of “\(label)” have more than"
            + " \(FormulaParser.maximumUnfolding) parts; take fewer")
      }
      terms.append(.product(unit.output, value))
    }
    let whole = Expression.sum(terms[...])
    return try Formula(
      whole, text: whole.plain, activation: nil, parameters: parameters, constants: constants,
      definitions: definitions, convention: convention, withRespectTo: nil)
  }
}

extension Expression {
  /// A number times something, without what says nothing.
  fileprivate static func product(_ factor: Double, _ value: Expression) -> Expression {
    factor == 1 ? value : .call(.multiply, [Expression(signed: factor), value])
  }

  fileprivate static func sum(
    _ first: Expression, _ second: Expression, without isNothing: Bool
  ) -> Expression {
    isNothing ? first : .call(.add, [first, second])
  }

  /// A sum as a tree that is as low as can be.
  fileprivate static func sum(_ terms: ArraySlice<Expression>) -> Expression {
    guard terms.count > 1 else { return terms.first ?? .number(0) }
    let middle = terms.startIndex + terms.count / 2
    return .call(.add, [sum(terms[..<middle]), sum(terms[middle...])])
  }
}
