/// A function of the cells that plots as `d2l.plot` does, or that hands over to matplotlib what it is
/// given, as `xyplot` of the first editions.
struct CellPlotter: Equatable, Sendable {
  /// Its parameters; those of `d2l.plot` if `nil`.
  private var parameters: [String]?
  private var x: PythonExpression?
  private var y: PythonExpression?
  /// The arguments of `d2l.plot` that mean the same as its body.
  private var others: [String: PythonExpression] = [:]

  /// What the book calls its function.
  static let name = "d2l.plot"

  /// The function that the book has in its package.
  static let standard = CellPlotter()

  private init() {}

  /// Reads a function that the cells define; `nil` if it does something else than plotting one curve.
  init?(_ parameters: [String], body: [PythonStatement]) {
    if parameters.starts(with: ["X", "Y", "xlabel", "ylabel", "legend"]) { return }
    self.parameters = parameters
    for statement in body {
      guard case .call(let callee, let arguments)? = PythonParser.parse(statement.text[...]),
        let name = callee.dottedName?.split(separator: ".").last
      else { return nil }
      switch (String(name), arguments.count) {
      case ("plot", 2) where arguments.allSatisfy { $0.name == nil }:
        (x, y) = (arguments[0].value, arguments[1].value)
      case ("xlabel", 1), ("ylabel", 1): others[String(name)] = arguments[0].value
      case ("set_figsize", 1): others["figsize"] = arguments[0].value
      case ("use_svg_display", 0), ("show", 0): break
      default: return nil
      }
    }
    guard x != nil, y != nil else { return nil }
  }

  /// The arguments that `d2l.plot` would be called with.
  func arguments(
    for given: [PythonExpression.Argument]
  ) throws(NotRead) -> [PythonExpression.Argument] {
    guard let parameters, let x, let y else { return given }
    var values: [String: PythonExpression] = [:]
    for (position, argument) in given.enumerated() {
      let name = argument.name ?? (position < parameters.count ? parameters[position] : "")
      guard parameters.contains(name), values[name] == nil else {
        throw NotRead("it is not called with the arguments that it has")
      }
      values[name] = argument.value
    }
    guard values.count == parameters.count else {
      throw NotRead("it is not called with all its arguments")
    }
    let named = others.sorted { $0.key < $1.key }.map { name, value in
      PythonExpression.Argument(name: name, value: Self.joined(value.replacing(values)))
    }
    return [
      PythonExpression.Argument(name: "X", value: x.replacing(values)),
      PythonExpression.Argument(name: "Y", value: y.replacing(values)),
    ] + named
  }

  /// Texts with a plus between as one.
  private static func joined(_ expression: PythonExpression) -> PythonExpression {
    guard case .binary(.add, let left, let right) = expression,
      case .string(let head) = joined(left), case .string(let tail) = joined(right)
    else { return expression }
    return .string(head + tail)
  }
}

extension PythonStatement {
  /// Modules and axes that plot numbers.
  private static let modules: Set<String> = ["ax", "axes", "d2l", "gb", "plt", "pyplot"]

  /// The name of the function that plots in it, with what stands before it; `nil` if none does.
  var plotName: String? {
    func isName(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "_.".contains(character)
    }
    for range in text.ranges(of: "plot(") {
      let head = text[..<range.lowerBound].reversed().prefix(while: isName).reversed()
      let name = String(head) + "plot"
      let parts = name.split(separator: ".")
      guard let last = parts.last, last == "plot" || last == "xyplot",
        // Other objects plot what is theirs.
        parts.count == 1 || Self.modules.contains(String(parts[parts.count - 2]))
      else { continue }
      return parts.joined(separator: ".")
    }
    return nil
  }

  /// The end of the first parentheses.
  private var endOfParameters: String.Index? {
    var depth = 0
    return text.indices.first { index in
      if text[index] == "(" { depth += 1 }
      guard text[index] == ")" else { return false }
      depth -= 1
      return depth == 0
    }.map { text.index(after: $0) }
  }

  /// The name that a `def` gives, and the value, as far as it is a function that can be read.
  func definition(body: [PythonStatement]) -> (name: String, value: CellValue)? {
    guard firstWord == "def", let end = endOfParameters,
      case .call(.name(let name), let arguments)? = PythonParser.parse(
        text[..<end].dropFirst("def".count).trimmed)
    else { return nil }
    let parameters = arguments.compactMap { argument -> String? in
      if case .name(let name) = argument.value, argument.name == nil { name } else { argument.name }
    }
    guard parameters.count == arguments.count else { return nil }
    let statements = body.filter {
      !["\"", "'", "r"].contains($0.text.prefix(1)) || $0.firstWord.count > 1
    }
    if ["plot", "xyplot"].contains(name), let plotter = CellPlotter(parameters, body: statements) {
      return (name, .plotter(plotter))
    }
    let rest = text[end...].drop { $0 != ":" }.dropFirst().trimmed
    let lines = (rest.isEmpty ? [] : [String(rest)]) + statements.map(\.text)
    guard lines.count == 1, lines[0].hasPrefix("return "),
      arguments.allSatisfy({ $0.name == nil }),
      let value = PythonParser.parse(lines[0].dropFirst("return ".count).trimmed)
    else { return nil }
    return (name, .definition(CellDefinition(parameters: parameters, body: value)))
  }
}

extension PythonExpression {
  /// The expression with others in the place of names.
  fileprivate func replacing(_ values: [String: PythonExpression]) -> PythonExpression {
    switch self {
    case .name(let name): values[name] ?? self
    case .number, .string, .lambda: self
    case .sequence(let items): .sequence(items.map { $0.replacing(values) })
    case .attribute(let base, let name): .attribute(base.replacing(values), name)
    case .call(let callee, let arguments):
      .call(
        callee.replacing(values),
        arguments.map { Argument(name: $0.name, value: $0.value.replacing(values)) })
    case .negated(let operand): .negated(operand.replacing(values))
    case .binary(let operation, let left, let right):
      .binary(operation, left.replacing(values), right.replacing(values))
    }
  }
}
