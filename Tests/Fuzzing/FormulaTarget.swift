import Activations

/// Formulas: one that is read is printed as text that is read as the same.
struct FormulaTarget: FuzzTarget {
  static let name = "formula"

  static var corpus: [[UInt8]] {
    let formulas =
      Activation.catalog.flatMap { [$0.name, $0.definition] } + [
        "where(x < 0, elu(x, alpha: 0.3), swish(x, beta: 2))", "x * sigmoid(1.702 * x)",
        "max(x, 0) + log(1 + exp(-abs(x)))", "((((x))))", "-x^-x^2", "2^-x^2 / 3 - -1", "1/(x-1)",
        "clamp(x, -1, 1) >= floor(x) * sign(x)", "π · x − e × 2", "atanh(x/(1+abs(x)))",
        "1e-300 * exp(700*x)", "log1p(expm1(x))", "erfc(x)^0.5", "x^x", "hardtanh(x, max_val: 2)",
      ]
    return formulas.map { Array($0.utf8) }
  }

  static let words =
    Activation.catalog.map(\.name)
    + [
      "x", "(", ")", "+", "-", "*", "/", "^", "<", "<=", "==", "!=", ",", ":", " ", "(x)", "pi",
      "e", "where(", "max(", "min(", "clamp(", "exp(", "log(", "sqrt(", "floor(", "erf(", "abs(",
      "normal_cdf(", "acosh(", "tan(", ", alpha: ", ", beta: ", "1e-308", "1e308", "a",
    ]

  private let points = [-3.5, -1, 0, 0.25, 1, 40]

  mutating func check(_ input: [UInt8]) throws -> String {
    let text = String(decoding: input, as: UTF8.self)
    let formula: Formula
    do {
      formula = try Formula(text, constants: ["a": 0.5])
    } catch {
      return try sentence(of: error)
    }
    let printed = formula.description
    // A long formula becomes longer by the spaces.
    guard printed.utf8.count <= 10_000 else { return "long" }
    let again: Formula
    do {
      again = try Formula(printed, constants: ["a": 0.5])
    } catch {
      throw Violation("It is printed as \(printed), and that is not read: \(error)")
    }
    try require(again.description == printed, "\(printed) is printed as \(again.description).")
    // An activation is set by its own name; a call of a primitive is what it is printed as.
    try require(
      formula.activation != nil || again.latex == formula.latex, "\(printed) has other LaTeX.")
    try require(!formula.mathML.isEmpty && !formula.label.isEmpty, "\(printed) has no label.")
    let first = try formula.samples(at: points, order: 2)
    let second = try again.samples(at: points, order: 2)
    try require(
      zip(first.derivatives.joined(), second.derivatives.joined()).allSatisfy {
        $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
      }, "\(printed) has other values.")
    let kinds = first.derivatives.map { values in
      values.map { $0.isNaN ? "n" : $0.isInfinite ? "i" : $0 == 0 ? "0" : "v" }.joined()
    }
    return "values \(kinds)"
  }
}
