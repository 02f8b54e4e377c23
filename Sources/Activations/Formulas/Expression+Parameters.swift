extension Expression {
  /// The parameters of activations that the formula calls without giving them.
  func openParameters(
    in convention: Framework
  ) throws(FormulaError) -> [(name: String, value: Double)] {
    switch self {
    case .number, .constant, .variable, .parameter: return []
    case .call(_, let operands):
      return try Self.joined(operands, in: convention)
    case .activation(let name, let argument, let named):
      var open = try Self.joined([argument] + named.map(\.value), in: convention)
      guard let row = try? Activation(meaning: name, in: convention) else { return open }
      for parameter in row.parameters
      where !named.contains(where: { $0.name == parameter.name })
        && !open.contains(where: { $0.name == parameter.name })
      {
        let text = row.defaultValue(of: parameter, in: convention)
        let program = try ProgramBuilder.program(try FormulaParser.parse(text))
        open.append((parameter.name, JetBlock<Extended>.value(of: program)))
      }
      return open
    }
  }

  /// The frameworks' names for those parameters that have others, with the parameters that each stands
  /// for.
  func otherNames(in convention: Framework) -> [String: Set<String>] {
    var all: [String: Set<String>] = [:]
    func collect(_ expression: Expression) {
      switch expression {
      case .number, .constant, .variable, .parameter: return
      case .call(_, let operands): operands.forEach(collect)
      case .activation(let name, let argument, let named):
        collect(argument)
        named.forEach { collect($0.value) }
        guard let row = try? Activation(meaning: name, in: convention) else { return }
        for parameter in row.parameters
        where !named.contains(where: { $0.name == parameter.name }) {
          for other in parameter.names.values { all[other, default: []].insert(parameter.name) }
        }
      }
    }
    collect(self)
    return all
  }

  /// Whether a name of the formula's own occurs in it.
  func mentions(_ name: String) -> Bool {
    switch self {
    case .number, .constant, .variable: false
    case .parameter(let own): own == name
    case .call(_, let operands): operands.contains { $0.mentions(name) }
    case .activation(_, let argument, let named):
      argument.mentions(name) || named.contains { $0.value.mentions(name) }
    }
  }

  private static func joined(
    _ expressions: [Expression], in convention: Framework
  ) throws(FormulaError) -> [(name: String, value: Double)] {
    var all: [(name: String, value: Double)] = []
    for expression in expressions {
      for parameter in try expression.openParameters(in: convention)
      where !all.contains(where: { $0.name == parameter.name }) {
        all.append(parameter)
      }
    }
    return all
  }
}
