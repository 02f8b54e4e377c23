extension Activation {
  /// Its definition in LaTeX, for mathematics mode, with the parameters as letters:
  /// `x\,\sigma(\beta x)`.
  public var latex: String { expression.latex }
  /// Its definition as a MathML element.
  public var mathML: String { expression.mathML }

  /// The definition as a tree. Every row of the catalogue is read by a test.
  private var expression: Expression {
    do {
      return try FormulaParser.parse(definition, parameters: Set(parameters.map(\.name)))
    } catch {
      preconditionFailure("The definition of \(name) is wrong: \(error)")
    }
  }
}
