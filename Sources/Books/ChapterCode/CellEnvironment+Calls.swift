internal import Wording

extension CellEnvironment {
  /// Methods that give the same numbers.
  private static let copies: Set<String> = [
    "asnumpy", "clone", "copy", "cpu", "detach", "numpy", "requires_grad_",
  ]
  /// Functions that make an array or a variable of one.
  private static let wrappers: Set<String> = [
    "Variable", "array", "asarray", "constant", "convert_to_tensor", "tensor",
  ]

  /// The value of a call.
  mutating func call(
    _ callee: PythonExpression, _ arguments: [PythonExpression.Argument]
  ) throws(NotRead) -> CellValue {
    if case .attribute(let base, let method) = callee, isValue(base) {
      return try call(method, of: evaluate(base), arguments)
    }
    guard let dotted = callee.dottedName, variable(dotted) == nil else {
      switch try evaluate(callee) {
      case .function(let function): return try apply(function, to: arguments)
      case .definition(let definition):
        var values: [CellValue] = []
        for argument in arguments {
          guard argument.name == nil else {
            throw NotRead("a function of the cells is called with a keyword")
          }
          values.append(try evaluate(argument.value))
        }
        return try apply(definition, to: values)
      default: throw NotRead("what is called is no function")
      }
    }
    try checkIsNotReplaced(dotted)
    switch dotted.split(separator: ".").last {
    case "arange": return .samples(try samples(dotted, arguments))
    // Without a module it is Python's own, which counts in integers.
    case "range" where dotted != "range": return .samples(try samples(dotted, arguments))
    case let last? where Self.wrappers.contains(String(last)):
      guard let first = arguments.first, first.name == nil else { break }
      return try cast(evaluate(first.value), arguments)
    case "grad":
      guard let function = try function(only(arguments, of: dotted)) else { break }
      return .function(function.derivative)
    case "vmap", "jit":
      guard let function = try function(only(arguments, of: dotted)) else { break }
      return .function(function)
    case "power", "pow", "maximum", "minimum":
      guard arguments.count == 2, arguments.allSatisfy({ $0.name == nil }), Self.isNumeric(dotted)
      else { break }
      let (left, right) = (try evaluate(arguments[0].value), try evaluate(arguments[1].value))
      return try combined(left, right) { left, right in
        switch dotted.split(separator: ".").last {
        case "maximum": .call("max", [left, right ?? left])
        case "minimum": .call("min", [left, right ?? left])
        default: .binary(.raise, left, right ?? left)
        }
      }
    default:
      let function = try function(named: dotted)
      // A class of PyTorch or Keras, whose instances are called.
      return arguments.isEmpty ? .function(function) : try apply(function, to: arguments)
    }
    throw NotRead("\(quoted(dotted)) is not called in a way that is read")
  }

  /// Whether an expression is more than the name of a module.
  private func isValue(_ expression: PythonExpression) -> Bool {
    expression.dottedName == nil || expression.root.flatMap { variable($0) } != nil
  }

  private mutating func only(
    _ arguments: [PythonExpression.Argument], of name: String
  ) throws(NotRead) -> CellValue {
    guard arguments.count == 1, let argument = arguments.first, argument.name == nil else {
      throw NotRead("\(quoted(name)) is not called with one argument")
    }
    if case .name(let word) = argument.value, variable(word) == nil {
      return .function(try function(named: word))
    }
    return try evaluate(argument.value)
  }

  private mutating func apply(
    _ function: CellFunction, to arguments: [PythonExpression.Argument]
  ) throws(NotRead) -> CellValue {
    try apply(function, to: only(arguments, of: function.formula.text))
  }

  private mutating func call(
    _ method: String, of value: CellValue, _ arguments: [PythonExpression.Argument]
  ) throws(NotRead) -> CellValue {
    switch (value, method) {
    case (.tape, "gradient"):
      guard arguments.count == 2,
        case .samples(let samples) = try evaluate(arguments[1].value)
      else { break }
      switch try evaluate(arguments[0].value) {
      case .values(let function, samples), .sum(let function, samples):
        return .values(function.derivative, at: samples)
      default: break
      }
    case (.values(let function, let samples), "sum") where arguments.isEmpty:
      return .sum(function, at: samples)
    case (_, _) where Self.copies.contains(method): return value
    case (.samples, _) where arguments.isEmpty, (.values, _) where arguments.isEmpty:
      return try apply(Self.function(named: method), to: value)
    case (.samples, "pow") where arguments.count == 1, (.values, "pow") where arguments.count == 1:
      return try combined(value, evaluate(arguments[0].value)) { .binary(.raise, $0, $1 ?? $0) }
    default: break
    }
    throw NotRead("\(quoted(".\(method)")) is not among the calls that are read")
  }

  /// `arange(stop)`, `arange(start, stop)` or `arange(start, stop, step)`.
  private mutating func samples(
    _ callee: String, _ arguments: [PythonExpression.Argument]
  ) throws(NotRead) -> CellSamples {
    let positions = arguments.prefix { $0.name == nil }.map(\.value)
    var words: [String: PythonExpression] = [:]
    for argument in arguments.dropFirst(positions.count) {
      if let name = argument.name { words[name] = argument.value }
    }
    let hasStart =
      positions.count > 1 || words.keys.contains { ["stop", "end", "limit"].contains($0) }
    let start = positions.count > 0 && hasStart ? positions[0] : words["start"]
    let stop =
      positions.count > 1
      ? positions[1]
      : words["stop"] ?? words["end"] ?? words["limit"] ?? positions.first
    let step = positions.count > 2 ? positions[2] : words["step"] ?? words["delta"]
    func number(
      _ expression: PythonExpression?, _ usual: Double, in environment: inout CellEnvironment
    ) throws(NotRead) -> Double {
      guard let expression else { return usual }
      guard case .scalar(let scalar) = try environment.evaluate(expression), scalar.value.isFinite
      else { throw NotRead("the arguments of \(quoted(callee)) are not all numbers") }
      return scalar.value
    }
    guard stop != nil else { throw NotRead("\(quoted(callee)) has no end") }
    let samples = CellSamples(
      id: nextSamples(), lower: try number(start, 0, in: &self),
      upper: try number(stop, 0, in: &self), step: try number(step, 1, in: &self),
      precision: "float32",
      module: String(callee.prefix { $0 != "." }))
    guard case .samples(let cast) = try cast(.samples(samples), arguments) else { return samples }
    return cast
  }

  /// What a `dtype` among the arguments makes of samples.
  private func cast(
    _ value: CellValue, _ arguments: [PythonExpression.Argument]
  ) throws(NotRead) -> CellValue {
    guard let type = arguments.first(where: { $0.name == "dtype" })?.value,
      case .samples(var samples) = value
    else { return value }
    let word: String? =
      if case .string(let text) = type { text } else { type.dottedName }
    switch word?.split(separator: ".").last {
    case "float32", "float": samples.precision = "float32"
    case "float64", "double": samples.precision = "float64"
    default: throw NotRead("a dtype is neither float32 nor float64")
    }
    return .samples(samples)
  }
}
