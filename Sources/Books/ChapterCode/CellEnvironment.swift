internal import Activations
internal import Wording

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
  var gradients: [Int: CellValue] = [:]
  /// Functions of modules that the cells replace by others, by their last names, and where.
  var replaced: [String: String] = [:]
  /// Functions of the cells that leave what they are given as it is.
  var pureDefinitions: Set<String> = []
  /// Those that may not, and the names in them.
  var changers: [String: Set<String>] = [:]
  private var sampleCount = 0
  /// How many functions of the cells call each other now.
  var callDepth = 0

  /// Runs a statement that plots nothing.
  mutating func run(_ statement: PythonStatement) {
    if statement.firstWord != "with", let (target, value, isPlain) = statement.assignment {
      assign(value, to: target, isPlain: isPlain, in: statement)
      return
    }
    switch statement.firstWord {
    case "with": enter(statement)
    case "from", "import": takeImports(of: statement)
    case "del": forgetWords(of: statement.text, in: statement)
    case "global", "nonlocal", "pass": break
    default:
      if changesList(statement) {
        // What is in it stays as it is.
        let list = variables[String(statement.firstWord)]
        for (name, value) in variables where value == list { forget(name, in: statement) }
      } else if let expression = PythonParser.parse(statement.text[...]) {
        noteChanges(by: expression, in: statement)
        evaluate(forItsEffect: expression, in: statement)
      } else {
        noteChanges(by: statement.text, in: statement)
      }
    }
  }

  private mutating func assign(
    _ value: Substring, to target: Substring, isPlain: Bool, in statement: PythonStatement
  ) {
    let parsed = PythonParser.parse(value)
    if let parsed {
      noteChanges(by: parsed, in: statement)
    } else {
      let rest = statement.part(value)
      if rest.assignment != nil { run(rest) } else { noteChanges(by: value, in: statement) }
    }
    guard isPlain, let expression = PythonParser.parse(target) else {
      if let expression = PythonParser.parse(target.dropLast().trimmed) {
        forget(expression, in: statement)
      }
      for word in PythonWord.words(of: target) where !word.root.isEmpty {
        forgetShared(word.root, in: statement)
      }
      return
    }
    switch expression {
    case .name(let name):
      changers[name] = nil
      pureDefinitions.remove(name)
      do {
        guard let parsed else { throw NotRead(statement.quoted) }
        variables[name] = try evaluate(parsed)
      } catch {
        forget(name, in: statement)
      }
    case .attribute: setAttribute(expression, to: parsed, in: statement)
    case .sequence(let targets):
      guard case .sequence(let values)? = parsed, values.count == targets.count else {
        for name in targets.compactMap(\.root) { forget(name, in: statement) }
        return
      }
      // All values are computed before any name is given.
      let evaluated = values.map { value in try? evaluate(value) }
      for (target, value) in zip(targets, evaluated) {
        if case .name(let name) = target {
          variables[name] = value ?? .unknown(statement.quoted)
        } else {
          setAttribute(target, to: nil, in: statement)
        }
      }
    default: forget(expression, in: statement)
    }
  }

  private mutating func setAttribute(
    _ target: PythonExpression, to value: PythonExpression?, in statement: PythonStatement
  ) {
    guard case .attribute(let base, let name) = target else {
      return forget(target, in: statement)
    }
    guard let root = base.root, let variable = variables[root] else {
      replaced[name] = statement.quoted
      return
    }
    guard case .samples(let samples) = variable, name == "grad", base.dottedName == root else {
      return forgetShared(root, in: statement)
    }
    gradients[samples.id] = value?.dottedName == "None" ? nil : .unknown(statement.quoted)
  }

  /// Of a `with` statement only the name counts that it gives to a tape, and what stands behind it in
  /// the same line.
  private mutating func enter(_ statement: PythonStatement) {
    let end = statement.firstIndex(of: ":") ?? statement.text.endIndex
    let head = statement.text[..<end].dropFirst("with".count)
    noteChanges(by: head, in: statement)
    if let split = head.firstRange(of: " as "),
      case .name(let name)? = PythonParser.parse(head[split.upperBound...].trimmed),
      case .call(let callee, _)? = PythonParser.parse(head[..<split.lowerBound].trimmed),
      callee.dottedName?.hasSuffix("GradientTape") == true
    {
      variables[name] = .tape
    }
    for part in statement.part(statement.text[end...].dropFirst()).simpleStatements
    where !part.text.isEmpty { run(part) }
  }

  private mutating func evaluate(
    forItsEffect expression: PythonExpression, in statement: PythonStatement
  ) {
    guard case .call(.attribute(let base, let method), let arguments) = expression else { return }
    if method == "backward" {
      if let value = try? evaluate(base) {
        goBackward(from: value, arguments, in: statement)
      } else {
        // Nobody knows of what the gradient is.
        for case .samples(let samples) in variables.values {
          gradients[samples.id] = .unknown(statement.quoted)
        }
      }
      return
    }
    guard let root = expression.root, let variable = variables[root] else { return }
    switch (variable, method) {
    case (.samples(let samples), "zero_")
    where base.dottedName?.hasPrefix("\(root).grad") == true:
      gradients[samples.id] = nil
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
        return .function(try function(named: dotted))
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
  var quoted: String { "\(Wording.quoted(text)) in line \(place.line)" }
}
