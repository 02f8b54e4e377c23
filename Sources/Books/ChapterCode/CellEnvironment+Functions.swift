internal import Activations
internal import Wording

/// A function of the cells that returns an expression.
struct CellDefinition: Equatable {
  let parameters: [String]
  let body: PythonExpression
}

extension CellEnvironment {
  /// Modules whose functions of numbers have the names of mathematics.
  private static let modules: Set<String> = [
    "d2l", "jax", "jnp", "math", "mx", "nd", "np", "npx", "numpy", "tf", "torch",
  ]
  /// What functions of frameworks are in formulas.
  static let elementary: [String: CellFormula] = {
    let same = [
      "abs", "acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "erf", "erfc", "exp",
      "expm1", "floor", "log", "log1p", "sign", "sin", "sinh", "sqrt", "tan",
    ]
    var formulas = Dictionary(
      uniqueKeysWithValues: same.map { ($0, CellFormula.call($0, [.variable])) })
    for name in ["cos", "cosh", "sin", "sinh", "tan", "tanh"] {
      formulas["arc\(name)"] = .call("a\(name)", [.variable])
    }
    formulas["square"] = .binary(.raise, .variable, .number(2))
    return formulas
  }()

  /// Whether a name with dots is of a module that computes with numbers, or has no module.
  static func isNumeric(_ dotted: String) -> Bool {
    let parts = dotted.split(separator: ".")
    return parts.count == 1 || modules.contains(String(parts[0]))
  }

  /// The function by a name that a framework gives it.
  static func function(named dotted: String) throws(NotRead) -> CellFunction {
    if let activation = try? Activation(named: dotted) {
      return CellFunction(formula: .call(activation.name, [.variable]))
    }
    let name = dotted.split(separator: ".").last.map(String.init) ?? ""
    guard let formula = elementary[name], isNumeric(dotted) else {
      throw NotRead("\(quoted(dotted)) is no activation of the catalogue")
    }
    return CellFunction(formula: formula)
  }

  /// The function of that name, as long as the cells do not replace it.
  func function(named dotted: String) throws(NotRead) -> CellFunction {
    try checkIsNotReplaced(dotted)
    return try Self.function(named: dotted)
  }

  /// Objects to a function of a module that the cells have set to another.
  func checkIsNotReplaced(_ dotted: String) throws(NotRead) {
    guard let last = dotted.split(separator: ".").last, let what = replaced[String(last)] else {
      return
    }
    throw NotRead("\(quoted(dotted)) is \(what)")
  }

  /// What an operation makes of values of the same samples, or of numbers.
  func combined(
    _ left: CellValue, _ right: CellValue?, by operation: (CellFormula, CellFormula?) -> CellFormula
  ) throws(NotRead) -> CellValue {
    let (first, samples) = try operand(left)
    guard let right else {
      return Self.value(operation(first, nil), at: samples)
    }
    let (second, others) = try operand(right)
    if let samples, let others, samples.id != others.id {
      throw NotRead("what two calls of arange make stands in one expression")
    }
    return Self.value(operation(first, second), at: samples ?? others)
  }

  private func operand(_ value: CellValue) throws(NotRead) -> (CellFormula, CellSamples?) {
    switch value {
    case .scalar(let formula): return (formula, nil)
    case .samples(let samples): return (.variable, samples)
    case .values(let function, let samples):
      guard function.order == 0 else { throw NotRead("it computes with a gradient") }
      return (function.formula, samples)
    default: throw NotRead("a value is not what arange makes of numbers")
    }
  }

  private static func value(_ formula: CellFormula, at samples: CellSamples?) -> CellValue {
    samples.map { .values(CellFunction(formula: formula), at: $0) } ?? .scalar(formula)
  }

  /// The values of a function where its argument is something that `arange` makes, or is made of that.
  func apply(_ function: CellFunction, to argument: CellValue) throws(NotRead) -> CellValue {
    if case .samples(let samples) = argument { return .values(function, at: samples) }
    guard function.order == 0 else {
      throw NotRead("a gradient is taken elsewhere than at what arange makes")
    }
    switch argument {
    case .values, .scalar:
      return try combined(argument, nil) { argument, _ in function.formula.applied(to: argument) }
    default: throw NotRead("“\(function.formula.text)” is not called with what arange makes")
    }
  }

  /// The value of a function of the cells.
  mutating func apply(
    _ definition: CellDefinition, to arguments: [CellValue]
  ) throws(NotRead) -> CellValue {
    guard arguments.count == definition.parameters.count else {
      throw NotRead("a function of the cells is not called with all its arguments")
    }
    // So that one that calls itself has an end.
    guard callDepth < 20 else { throw NotRead("functions of the cells call each other too deeply") }
    callDepth += 1
    let before = variables
    defer {
      variables = before
      callDepth -= 1
    }
    for (name, value) in zip(definition.parameters, arguments) { variables[name] = value }
    return try evaluate(definition.body)
  }

  /// A value as a function of one variable; `nil` if it is none.
  mutating func function(_ value: CellValue) throws(NotRead) -> CellFunction? {
    switch value {
    case .function(let function): return function
    case .definition(let definition):
      // Samples that no arange has made stand for the variable.
      let variable = CellSamples(id: 0, lower: 0, upper: 0, step: 1, precision: "", module: "")
      switch try apply(definition, to: [.samples(variable)]) {
      case .values(let function, variable): return function
      case .samples(variable): return CellFunction(formula: .variable)
      default: throw NotRead("a function of the cells is none of its argument")
      }
    default: return nil
    }
  }
}
