internal import Wording

extension FormulaParser {
  /// The function of that name that the formula may call on top of the catalogue's.
  func definition(of name: String) -> FunctionDefinition? {
    definitions.last { $0.name == name }
  }

  /// What a definition says of an argument. Parameters that are not given stay open.
  func unfolded(
    _ definition: FunctionDefinition, _ argument: Node, _ named: [(name: String, node: Node)]
  ) throws(FormulaError) -> Node {
    let given = Dictionary(
      named.map { ($0.name, $0.node.expression) }, uniquingKeysWith: { $1 })
    var allowance = Self.maximumUnfolding
    guard
      let expression = definition.body.substituting(
        argument.expression, given, allowance: &allowance)
    else {
      throw error(
        "written out, \(definition.name) has more than \(Self.maximumUnfolding) parts here")
    }
    let height = ([argument] + named.map(\.node)).map(\.height).max() ?? 0
    return try checked(Node(expression: expression, height: definition.height + height))
  }

  /// What a call may come to, so that definitions of definitions cannot exhaust the memory.
  static let maximumUnfolding = 5_000

  func unknown(_ name: String, among others: [String], at column: Int) -> FormulaError {
    if let spelling = Self.otherLanguages[name.lowercased()] {
      return lexer.error("\(quoted(name)) is written \(spelling) here", at: column)
    }
    if let isOfVector = UnknownActivationError.isOfVector(name) {
      return lexer.error(isOfVector, at: column)
    }
    let known = others + Activation.catalog.map(\.name)
    guard let meant = nearest(to: name, among: known) else {
      return lexer.error(
        "\(quoted(name)) is not x, a known function or a constant that has a value, as --let a=2 gives one",
        at: column)
    }
    return lexer.error("\(quoted(name)) is not known; did you mean “\(meant)”?", at: column)
  }

  /// What other languages and people call what the grammar writes otherwise.
  private static let otherLanguages = [
    "ln": "log(x)", "if": "where(x > 0, 1, 0)", "ifelse": "where(x > 0, 1, 0)",
    "sgn": "sign(x)", "arcsin": "asin(x)", "arccos": "acos(x)", "arccosh": "acosh(x)",
    "arctanh": "atanh(x)", "clip": "clamp(x, 0, 1)",
  ]
}
