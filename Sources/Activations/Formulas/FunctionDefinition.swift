internal import Wording

/// A function that formulas can call on top of the catalogue's: a name for a formula in x.
///
///     let bump = try FunctionDefinition("bump(x, w=1) = exp(-(x / w)^2)")
///     let formula = try Formula("bump(x - 1, w: 2)", definitions: [bump])
///
/// After x come its parameters with their usual values. Calls give them by name, and those that no
/// call gives can be set for the whole formula, as an activation's can. A call is replaced by the
/// formula before anything else happens, so kinks, conventions and accuracy are the formula's.
public struct FunctionDefinition: Sendable, Hashable {
  /// The name that calls use.
  public let name: String
  /// What the formula leaves open, with usual values; those of the functions that it calls come
  /// after its own.
  public let parameters: [Parameter]
  let body: Expression
  let height: Int

  /// A quantity that a definition leaves open.
  public struct Parameter: Sendable, Hashable {
    /// The word for it in the formula.
    public let name: String
    /// What it is where nothing else is said.
    public let value: Double
  }

  /// Reads `NAME(x, PARAMETER=VALUE, …) = FORMULA`, or `NAME = FORMULA` in x.
  ///
  /// - Parameter definitions: The functions that the formula may call.
  /// - Throws: `FormulaError` for a text of another form, a name that has a meaning already, and a
  ///   formula that cannot be read.
  public init(
    _ text: String, knowing definitions: [FunctionDefinition] = []
  ) throws(FormulaError) {
    let (name, parameters, formula) = try Self.parts(of: text)
    let isTaken = definitions.contains { $0.name == name } || Self.hasMeaning(name)
    guard Self.isWord(name), !isTaken else {
      throw Self.error(
        isTaken
          ? "\(quoted(name)) has a meaning in formulas; choose another name for the function"
          : "\(quoted(name)) cannot name a function; take a word of letters, digits and _")
    }
    for (index, parameter) in parameters.enumerated() {
      let isNew = !parameters[..<index].contains { $0.name == parameter.name }
      guard isNew, Self.isWord(parameter.name), !Self.hasMeaning(parameter.name) else {
        throw Self.error(
          "\(quoted(parameter.name)) cannot name a parameter of \(name); take a word of letters,"
            + " digits and _ that means nothing else")
      }
    }
    let body = try FormulaParser.parse(
      formula, parameters: Set(parameters.map(\.name)), definitions: definitions)
    var all = parameters
    for inner in try Formula.openParameters(of: definitions, in: body)
    where !all.contains(where: { $0.name == inner.name }) {
      all.append(Parameter(name: inner.name, value: inner.value))
    }
    self.name = name
    self.parameters = all
    self.body = body
    height = body.height
  }

  private static func parts(
    of text: String
  ) throws(FormulaError) -> (name: String, parameters: [Parameter], formula: String) {
    let form = "a definition is written NAME(x) = FORMULA or NAME(x, a=1) = FORMULA"
    guard text.utf8.count <= FormulaParser.maximumLength else { throw error(form) }
    guard let open = text.firstIndex(of: "("),
      text.firstIndex(of: "=").map({ open < $0 }) == true
    else {
      guard let equals = text.firstIndex(of: "=") else { throw error(form) }
      return (trimmed(text[..<equals]), [], String(text[text.index(after: equals)...]))
    }
    guard let close = text[open...].firstIndex(of: ")") else { throw error(form) }
    let rest = trimmed(text[text.index(after: close)...])
    let words = text[text.index(after: open)..<close].split(
      separator: ",", omittingEmptySubsequences: false
    ).map { trimmed($0) }
    guard rest.first == "=", words.first == "x" else { throw error(form) }
    var parameters: [Parameter] = []
    for word in words.dropFirst() {
      let sides = word.split(separator: "=", maxSplits: 1).map { trimmed($0) }
      guard sides.count == 2, let value = Double(sides[1]), value.isFinite else {
        throw error("\(quoted(word)) gives no parameter a usual value; write it as in a=1")
      }
      parameters.append(Parameter(name: sides[0], value: value))
    }
    return (trimmed(text[..<open]), parameters, String(rest.dropFirst()))
  }

  private static func isWord(_ name: String) -> Bool {
    name.first?.isNumber == false && name.count <= 60
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private static func hasMeaning(_ name: String) -> Bool {
    ["x", "e", "pi", "π"].contains(name) || Primitive.named[name] != nil
      || (try? Activation(named: name)) != nil
  }

  private static func error(_ problem: String) -> FormulaError {
    FormulaError(formula: "", column: nil, problem: problem)
  }
}

extension Formula {
  /// The parameters of definitions that a formula leaves open, with their usual values.
  static func openParameters(
    of definitions: [FunctionDefinition], in expression: Expression
  ) throws(FormulaError) -> [(name: String, value: Double)] {
    var open: [(name: String, value: Double)] = []
    for definition in definitions {
      for parameter in definition.parameters where expression.mentions(parameter.name) {
        guard let known = open.first(where: { $0.name == parameter.name }) else {
          open.append((parameter.name, parameter.value))
          continue
        }
        guard known.value == parameter.value else {
          throw FormulaError(
            formula: "", column: nil,
            problem: "“\(parameter.name)” is usually \(known.value) in one definition and"
              + " \(parameter.value) in another; give it another name in one of them")
        }
      }
    }
    return open
  }
}

extension Expression {
  /// The formula with something else for x and for parameters; `nil` if it would have more parts
  /// than `allowance`, which it uses up.
  func substituting(
    _ argument: Expression, _ parameters: [String: Expression], allowance: inout Int
  ) -> Expression? {
    switch self {
    case .number, .constant:
      allowance -= 1
      return allowance < 0 ? nil : self
    case .variable:
      return argument.fits(&allowance) ? argument : nil
    case .parameter(let name):
      let value = parameters[name] ?? self
      return value.fits(&allowance) ? value : nil
    case .call(let primitive, let operands):
      allowance -= 1
      var substituted: [Expression] = []
      for operand in operands {
        guard let next = operand.substituting(argument, parameters, allowance: &allowance) else {
          return nil
        }
        substituted.append(next)
      }
      return .call(primitive, substituted)
    case .activation(let name, let own, let named):
      allowance -= 1
      guard let next = own.substituting(argument, parameters, allowance: &allowance) else {
        return nil
      }
      var substituted: [NamedArgument] = []
      for parameter in named {
        guard
          let value = parameter.value.substituting(argument, parameters, allowance: &allowance)
        else { return nil }
        substituted.append(NamedArgument(name: parameter.name, value: value))
      }
      return .activation(name, next, substituted)
    }
  }

  /// Whether the tree has no more nodes than `allowance`, which it uses up.
  func fits(_ allowance: inout Int) -> Bool {
    allowance -= 1
    guard allowance >= 0 else { return false }
    return children.allSatisfy { $0.fits(&allowance) }
  }

  /// 1 for a tree of one node, and one more for each level below it.
  var height: Int { 1 + (children.map(\.height).max() ?? 0) }

  var children: [Expression] {
    switch self {
    case .number, .constant, .variable, .parameter: []
    case .call(_, let operands): operands
    case .activation(_, let argument, let named): [argument] + named.map(\.value)
    }
  }
}
