internal import Activations

extension FigureRequest {
  /// What is drawn in mathematics, for a title: the formula of the function, as the catalogue has it
  /// or as it was given, or that of its derivative where the function itself is not drawn; and the
  /// names of the other derivatives; of a family, its parameter as a letter. `nil` for several functions.
  ///
  ///     swish(x) = x σ(βx), swish′(x)
  ///     swish′(x) = σ(βx) + βx σ(βx) (1 - σ(βx))
  ///
  /// The formula of a derivative that is too long for a line is the operator before the function's.
  public var formulaTitle: String? {
    // The members of a family are one text, and one definition.
    guard let formula = formulas.first,
      formulas.allSatisfy({
        $0.text == formula.text
          && $0.differentiationParameter == formula.differentiationParameter
      })
    else { return nil }
    let name = formula.hasGivenName ? formula.nameLaTeX.map { "(\($0))" } : formula.nameLaTeX
    let symbol = name ?? "f"
    let body = formula.activation?.definitionLaTeX ?? formula.latex
    let orders = Set(orders).sorted()
    let derivatives = orders.map {
      SampledDerivative(formula: formula, order: $0, x: [], values: [])
    }
    let names = derivatives.map { $0.latex(of: symbol) }
    let definition =
      derivatives[0].formulaLaTeX
      ?? derivatives[0].operatorLaTeX.map { "\($0)\\left(\(body)\\right)" } ?? body
    let others = names.dropFirst().map { ",\\ \($0)" }.joined()
    return "$\\displaystyle \(names[0]) = \(definition)\(others)$"
  }
}

extension FigureRequest {
  /// The function of a family, and the parameters by which its members differ, for a legend; `nil` for
  /// any other functions, and for several derivatives.
  var family: (name: String, members: [String])? {
    guard let first = formulas.first, formulas.count > 1, orders.count == 1,
      formulas.allSatisfy({ $0.typesetName == first.typesetName && !$0.typesetValues.isEmpty })
    else { return nil }
    return (first.typesetName, formulas.map { $0.typesetValues.joined(separator: ", ") })
  }
}

extension FigureRequest {
  /// Every curve's formula in mathematics, function by function; those that are too long for a line
  /// are named instead.
  var formulaLabels: [String] {
    formulas.flatMap { formula in
      orders.map { order in
        let curve = SampledDerivative(formula: formula, order: order, x: [], values: [])
        let own = order == 0 ? formula.activation?.latex ?? formula.latex : nil
        return (own ?? curve.formulaLaTeX).map { "$\($0)$" } ?? curve.typesetSubject
      }
    }
  }
}

extension SampledDerivative {
  /// The most numbers, letters and operations of a formula in a line of a figure.
  private static let longestLine = 44

  /// The derivative as a formula in LaTeX; `nil` for the function itself, and for one too long.
  fileprivate var formulaLaTeX: String? {
    guard order > 0 else { return nil }
    return formula.symbolicDerivative(order: order, atMost: Self.longestLine)?.latex
  }

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
