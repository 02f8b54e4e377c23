internal import Wording

extension Double {
  /// A number as people write it: a numeral, or a formula without x, as in `-pi/2` or `sqrt(2)`; `nil`
  /// for other text.
  package static func constant(_ text: some StringProtocol) -> Double? {
    let word = trimmed(text)
    if let number = Double(word) { return number }
    guard let expression = try? FormulaParser.parse(word), expression.isConstant,
      let open = try? expression.openParameters(in: .torch), open.isEmpty,
      let program = try? ProgramBuilder.program(expression)
    else { return nil }
    return JetBlock<Extended>.value(of: program)
  }
}

/// Reads a number as people write it: a numeral, or a formula without x, as in `-pi/2`.
///
/// - Throws: `WordsError` for other text, with `example` as what to write instead.
package func constant(_ text: some StringProtocol, example: String) throws -> Double {
  if Double(trimmed(text)) == nil, let value = Double.constant(text) { return value }
  return try number(text, example: example)
}

extension Expression {
  /// Whether x does not occur in it, nor anything that has a name of the formula's own.
  fileprivate var isConstant: Bool {
    switch self {
    case .number, .constant: true
    case .variable, .parameter: false
    case .call(_, let operands): operands.allSatisfy(\.isConstant)
    case .activation(_, let argument, let named):
      argument.isConstant && named.allSatisfy { $0.value.isConstant }
    }
  }
}
