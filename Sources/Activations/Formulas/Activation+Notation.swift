extension Activation {
  /// Its definition in LaTeX, for mathematics mode, with the parameters as letters:
  /// `x\,\sigma(\beta x)`.
  public var latex: String { expression.latex }
  /// The same, but where that is only its name, as in tanh(x), in functions that are better known.
  package var definitionLaTeX: String {
    guard case .call(let primitive, [.variable]) = expression else { return latex }
    return switch primitive {
    case .tanh: "\\frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}"
    case .atan: "\\int_{0}^{x} \\frac{\\mathrm{d}t}{1 + t^{2}}"
    case .sign:
      "\\begin{cases} -1 & \\text{if } x < 0 \\\\ 1 & \\text{if } x > 0 \\\\ 0 & \\text{otherwise}"
        + " \\end{cases}"
    default: latex
    }
  }
  /// Its definition as a MathML element.
  public var mathML: String { expression.mathML }

  /// The definition as a tree. Every row of the catalogue is read by a test.
  var expression: Expression {
    do {
      return try FormulaParser.parse(definition, parameters: Set(parameters.map(\.name)))
    } catch {
      preconditionFailure("The definition of \(name) is wrong: \(error)")
    }
  }
}
