internal import Activations

extension FigureRequest {
  /// What is drawn in mathematics, for a title: the formula of the function, as the catalogue has it
  /// or as it was given, with the operator of the derivative where the function itself is not drawn;
  /// and the names of the other derivatives. `nil` for several functions.
  ///
  ///     swish(x) = x σ(βx), swish′(x)
  ///     swish″(x) = d²/dx² (x σ(βx))
  public var formulaTitle: String? {
    guard formulas.count == 1, let formula = formulas.first else { return nil }
    let name = formula.hasGivenName ? formula.nameLaTeX.map { "(\($0))" } : formula.nameLaTeX
    let symbol = name ?? "f"
    let body = formula.activation?.latex ?? formula.latex
    let orders = Set(orders).sorted()
    let derivatives = orders.map {
      SampledDerivative(formula: formula, order: $0, x: [], values: [])
    }
    let names = derivatives.map { $0.latex(of: symbol) }
    let definition = derivatives[0].operatorLaTeX.map { "\($0)\\left(\(body)\\right)" } ?? body
    let others = names.dropFirst().map { ",\\ \($0)" }.joined()
    return "$\\displaystyle \(names[0]) = \(definition)\(others)$"
  }
}

extension SampledDerivative {
  /// The derivative of a function of x with that name, in LaTeX.
  fileprivate func latex(of symbol: String) -> String {
    guard order > 0 else { return "\(symbol)(x)" }
    if formula.differentiationParameter != nil, let operatorLaTeX {
      return "\(operatorLaTeX)\\,\(symbol)(x)"
    }
    return "\(symbol)\(primes)(x)"
  }

  /// The operator whose value for the function this is, in LaTeX; `nil` for the function itself.
  fileprivate var operatorLaTeX: String? {
    guard order > 0 else { return nil }
    let power = order == 1 ? "" : "^{\(order)}"
    let (sign, variable) =
      variableLaTeX.map { ("\\partial", " \($0)") } ?? ("\\mathrm{d}", "x")
    return "\\frac{\(sign)\(power)}{\(sign)\(variable)\(power)}"
  }
}
