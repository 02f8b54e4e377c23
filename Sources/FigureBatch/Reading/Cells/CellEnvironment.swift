internal import Activations
internal import Plotting

/// The points that an `arange` makes.
struct CellSamples: Equatable {
  /// Tells those of one call from those of another.
  let id: Int
  let lower: Double
  let upper: Double
  let step: Double
  /// `float32` or `float64`.
  var precision: String
  /// The module that made them, such as `torch` or `jnp`.
  let module: String
}

/// A function of what an `arange` makes, or one of its derivatives.
struct CellFunction: Equatable {
  let formula: CellFormula
  var order = 0
}

/// What a variable of a cell holds.
enum CellValue: Equatable {
  case samples(CellSamples)
  case values(CellFunction, at: CellSamples)
  /// The sum of these values, of which gradients are taken.
  case sum(CellFunction, at: CellSamples)
  case function(CellFunction)
  /// A function of the cells, whose body is read where it is called.
  case definition(CellDefinition)
  /// A function of the cells that plots.
  case plotter(CellPlotter)
  /// A number.
  case scalar(CellFormula)
  case list([CellValue])
  /// What records the operations that a gradient is taken of.
  case tape
  /// Something else; the text says what, as in “… in line 12”.
  case unknown(String)
}

/// Why something in a cell cannot be read: a clause for a sentence.
struct NotRead: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

/// The variables of one framework's cells, which run one after the other.
struct CellEnvironment {
  var variables: [String: CellValue] = [:]
  /// What `.grad` of the samples with that id holds.
  private var gradients: [Int: CellValue] = [:]
  private var sampleCount = 0
  /// How many functions of the cells call each other now.
  var callDepth = 0

  /// Runs a statement that plots nothing.
  mutating func run(_ statement: PythonStatement) {
    if let (target, value, isPlain) = statement.assignment {
      assign(value, to: target, isPlain: isPlain, in: statement)
    } else if statement.firstWord == "with" {
      enter(statement)
    } else if statement.text.hasPrefix("from d2l"), statement.text.contains(" import ") {
      let names = statement.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      if names.last == "plot" || statement.text.contains(" plot,") {
        variables["plot"] = .plotter(.standard)
      }
    } else if changesList(statement) {
      forget(String(statement.firstWord), in: statement)
    } else if let expression = PythonParser.parse(statement.text[...]) {
      evaluate(forItsEffect: expression, in: statement)
    }
  }

  /// What names the statement may give is not known any more.
  mutating func forgetNames(of statement: PythonStatement) {
    let words = statement.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let names =
      ["def", "class", "for"].contains(words.first)
      ? words.dropFirst().prefix(1)
      : statement.assignment.map { $0.target.split { ", ()".contains($0) }[...] } ?? []
    for name in names {
      forget(String(name.prefix { $0.isLetter || $0.isNumber || $0 == "_" }), in: statement)
    }
    // What is called a number of times that nobody counts changes lists and adds up gradients.
    if changesList(statement) { forget(String(statement.firstWord), in: statement) }
    guard case .call(.attribute(_, "backward"), _)? = PythonParser.parse(statement.text[...]) else {
      return
    }
    gradients = gradients.mapValues { _ in .unknown(statement.quoted) }
  }

  /// Whether a statement asks something of a list, as `y.append(…)` does, whatever it hands over.
  private func changesList(_ statement: PythonStatement) -> Bool {
    let name = statement.firstWord
    guard case .list? = variables[String(name)] else { return false }
    return statement.text[name.endIndex...].hasPrefix(".")
  }

  private mutating func forget(_ name: String, in statement: PythonStatement) {
    variables[name] = .unknown(statement.quoted)
  }

  private mutating func assign(
    _ value: Substring, to target: Substring, isPlain: Bool, in statement: PythonStatement
  ) {
    guard isPlain, let expression = PythonParser.parse(target) else {
      return forget(
        String(target.prefix { $0.isLetter || $0.isNumber || $0 == "_" }), in: statement)
    }
    switch expression {
    case .name(let name):
      do {
        guard let value = PythonParser.parse(value) else { throw NotRead(statement.quoted) }
        variables[name] = try evaluate(value)
      } catch {
        forget(name, in: statement)
      }
    case .attribute(.name(let name), "grad"):
      if case .samples(let samples)? = variables[name] { gradients[samples.id] = nil }
    case .sequence(let targets):
      guard case .sequence(let values)? = PythonParser.parse(value), values.count == targets.count
      else {
        for name in targets.compactMap(\.root) { forget(name, in: statement) }
        return
      }
      // All values are computed before any name is given.
      let evaluated = values.map { value in try? evaluate(value) }
      for (name, value) in zip(targets, evaluated) {
        guard case .name(let name) = name else { continue }
        variables[name] = value ?? .unknown(statement.quoted)
      }
    default: break
    }
  }

  /// Of a `with` statement only the name counts that it gives to a tape.
  private mutating func enter(_ statement: PythonStatement) {
    let head = statement.text.dropFirst("with".count).dropLast()
    guard let split = head.firstRange(of: " as ") else { return }
    let name = String(head[split.upperBound...].trimmed)
    guard case .call(let callee, _)? = PythonParser.parse(head[..<split.lowerBound].trimmed),
      callee.dottedName?.hasSuffix("GradientTape") == true
    else { return forget(name, in: statement) }
    variables[name] = .tape
  }

  private mutating func evaluate(
    forItsEffect expression: PythonExpression, in statement: PythonStatement
  ) {
    guard case .call(.attribute(let base, let method), let arguments) = expression else { return }
    if method == "backward" {
      if let value = try? evaluate(base) { goBackward(from: value, arguments, in: statement) }
      return
    }
    guard let root = expression.root, let variable = variables[root] else { return }
    switch (variable, method) {
    case (.samples(let samples), "zero_")
    where base.dottedName?.hasPrefix("\(root).grad") == true:
      gradients[samples.id] = nil
    case (_, "requires_grad_"), (_, "attach_grad"): break
    case (_, _) where method.hasSuffix("_"): forget(root, in: statement)
    default: break
    }
  }

  private mutating func goBackward(
    from value: CellValue, _ arguments: [PythonExpression.Argument], in statement: PythonStatement
  ) {
    let samples: CellSamples
    var gradient: CellValue
    switch value {
    case .values(let function, let points), .sum(let function, let points):
      samples = points
      gradient = .values(function.derivative, at: points)
    default: return
    }
    if let weight = arguments.first(where: { $0.name == nil || $0.name == "gradient" })?.value {
      guard case .call(let callee, _) = weight, callee.dottedName?.hasSuffix("ones_like") == true
      else {
        gradients[samples.id] = .unknown(statement.quoted)
        return
      }
    }
    // MXNet writes a gradient, PyTorch adds it to the one that is there.
    if gradients[samples.id] != nil, samples.module == "torch" {
      gradient = .unknown(
        "the sum of two gradients, since nothing sets it to zero before \(statement.quoted)")
    }
    gradients[samples.id] = gradient
  }
}

extension CellEnvironment {
  /// The value of an expression.
  mutating func evaluate(_ expression: PythonExpression) throws(NotRead) -> CellValue {
    switch expression {
    case .name(let name):
      guard let value = variables[name] else { throw NotRead("\(quoted(name)) is not set before") }
      if case .unknown(let what) = value { throw NotRead("\(quoted(name)) is \(what)") }
      return value
    case .attribute(let base, let name):
      if expression.root.map({ variables[$0] == nil }) ?? false, let dotted = expression.dottedName
      {
        if ["pi", "e"].contains(name), Self.isNumeric(dotted) { return .scalar(.constant(name)) }
        return .function(try Self.function(named: dotted))
      }
      return try attribute(name, of: evaluate(base))
    case .call(let callee, let arguments): return try call(callee, arguments)
    case .number(let value):
      guard value.isFinite else { throw NotRead("a number is not finite") }
      return .scalar(.number(value))
    case .negated(let operand):
      return try combined(evaluate(operand), nil) { operand, _ in .negated(operand) }
    case .binary(let operation, let left, let right):
      return try combined(evaluate(left), evaluate(right)) { .binary(operation, $0, $1 ?? $0) }
    case .lambda(let parameters, let body):
      return .definition(CellDefinition(parameters: parameters, body: body))
    case .sequence(let items):
      var values: [CellValue] = []
      for item in items { values.append(try evaluate(item)) }
      return .list(values)
    case .string: throw NotRead("a value is not what arange makes of numbers")
    }
  }

  private func attribute(_ name: String, of value: CellValue) throws(NotRead) -> CellValue {
    switch (value, name) {
    case (.samples(let samples), "grad"):
      guard let gradient = gradients[samples.id] else {
        throw NotRead("no gradient has been taken of what is plotted")
      }
      if case .unknown(let what) = gradient { throw NotRead("the gradient is \(what)") }
      return gradient
    case (_, "data"): return value
    default: throw NotRead("\(quoted(".\(name)")) is not among the calls that are read")
    }
  }

  /// The variable of that name, if there is one.
  func variable(_ name: String) -> CellValue? { variables[name] }

  /// The id of new samples.
  mutating func nextSamples() -> Int {
    sampleCount += 1
    return sampleCount
  }
}

extension CellFunction {
  /// The next derivative.
  var derivative: CellFunction { CellFunction(formula: formula, order: order + 1) }
}

extension PythonStatement {
  /// The statement and where it is, for messages.
  var quoted: String { "\(Plotting.quoted(text)) in line \(place.line)" }
}
