internal import Wording

/// Reads the formula grammar:
///
///     formula  = sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
///     sum      = product { ("+" | "-") product }
///     product  = negation { ("*" | "/") negation }
///     negation = "-" negation | power
///     power    = atom [ "^" negation ]
///     atom     = number | "x" | "pi" | "e" | parameter | call | "(" formula ")"
///     call     = name "(" formula { "," formula } { "," parameter ":" formula } ")"
///
/// A power binds tighter than a minus before it and to the right. Spaces separate and mean nothing.
/// π, ·, × and − may be written for pi, *, * and -. Columns in errors count characters from 1.
struct FormulaParser {
  /// Parentheses and calls nest at most this deep, so that no input can exhaust the stack here.
  static let maximumDepth = 100
  /// Trees are at most this high (a sum of n terms counts n), so that none can exhaust it later.
  static let maximumHeight = 250
  /// Longer formulas than this are refused, so that no input can exhaust the memory.
  static let maximumLength = 10_000

  var lexer: FormulaLexer
  let definitions: [FunctionDefinition]
  private let parameters: Set<String>
  private var depth = 0

  /// A tree and its height.
  struct Node {
    var expression: Expression
    var height = 1
  }

  /// The tree of a formula in `x` and the given parameters, with calls of the definitions unfolded.
  static func parse(
    _ formula: String, parameters: Set<String> = [], definitions: [FunctionDefinition] = []
  ) throws(FormulaError) -> Expression {
    var parser = FormulaParser(
      lexer: try FormulaLexer(formula), parameters: parameters, definitions: definitions)
    let node = try parser.formula()
    guard parser.lexer.token == .end else {
      throw parser.error("an operator or the end of the formula was expected here")
    }
    return node.expression
  }

  private init(
    lexer: FormulaLexer, parameters: Set<String>, definitions: [FunctionDefinition]
  ) {
    self.lexer = lexer
    self.parameters = parameters
    self.definitions = definitions
  }

  // MARK: Operators

  /// The binary operators, by how loosely they bind.
  private enum Level {
    case comparison, sum, product

    func primitive(_ symbol: String) -> Primitive? {
      switch (self, symbol) {
      case (.comparison, "<"): .less
      case (.comparison, "<="): .lessOrEqual
      case (.comparison, ">"): .greater
      case (.comparison, ">="): .greaterOrEqual
      case (.comparison, "=="): .equal
      case (.comparison, "!="): .notEqual
      case (.sum, "+"): .add
      case (.sum, "-"): .subtract
      case (.product, "*"): .multiply
      case (.product, "/"): .divide
      default: nil
      }
    }
  }

  private mutating func formula() throws(FormulaError) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth + 1 else {
      throw error("formulas nest at most \(Self.maximumDepth) deep")
    }
    let left = try sum()
    guard let primitive = try takeOperator(of: .comparison) else { return left }
    let whole = try call(primitive, [left, try sum()])
    if case .symbol(let next) = lexer.token, Level.comparison.primitive(next) != nil {
      throw error("comparisons cannot be chained; write where(a < b, where(b < c, 1, 0), 0)")
    }
    return whole
  }

  private mutating func sum() throws(FormulaError) -> Node {
    var left = try product()
    while let primitive = try takeOperator(of: .sum) {
      left = try call(primitive, [left, try product()])
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Node {
    var left = try negation()
    while let primitive = try takeOperator(of: .product) {
      left = try call(primitive, [left, try negation()])
    }
    return left
  }

  private mutating func negation() throws(FormulaError) -> Node {
    var negations = 0
    while try take("-") { negations += 1 }
    var node = try power()
    for _ in 0..<negations { node = try call(.negate, [node]) }
    return node
  }

  private mutating func power() throws(FormulaError) -> Node {
    let base = try atom()
    guard try take("^") else { return base }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth + 1 else {
      throw error("formulas nest at most \(Self.maximumDepth) deep")
    }
    return try call(.power, [base, try negation()])
  }

  // MARK: Atoms

  private mutating func atom() throws(FormulaError) -> Node {
    switch lexer.token {
    case .number(let value):
      try lexer.advance()
      return Node(expression: .number(value))
    case .symbol("("):
      try lexer.advance()
      let inner = try formula()
      try expect(")")
      return inner
    case .name(let name):
      let column = lexer.column
      try lexer.advance()
      return try take("(") ? try arguments(of: name, at: column) : try named(name, at: column)
    default:
      throw error("a number, x or a function was expected here")
    }
  }

  private func named(_ name: String, at column: Int) throws(FormulaError) -> Node {
    if parameters.contains(name) { return Node(expression: .parameter(name)) }
    if name == "x" { return Node(expression: .variable) }
    if let constant = Constant(rawValue: name == "π" ? "pi" : name) {
      return Node(expression: .constant(constant))
    }
    if Primitive.named[name] != nil || (try? Activation(named: name)) != nil
      || definition(of: name) != nil || Shorthand.named(name) != nil
    {
      let arity = Primitive.named[name]?.arity ?? Shorthand.named(name)?.arity ?? 1
      let example = ["x", "x, 0", "x, 0, 1"][arity - 1]
      throw lexer.error("“\(name)” is a function; write \(name)(\(example))", at: column)
    }
    let words = parameters.sorted() + ["x", "pi", "e"]
    if let word = words.first(where: { $0 == name.lowercased() }) {
      throw lexer.error("“\(name)” is not known; did you mean “\(word)”?", at: column)
    }
    throw unknown(name, among: words, at: column)
  }

  private mutating func arguments(of name: String, at column: Int) throws(FormulaError) -> Node {
    let plain = Self.withoutModule(name)
    if let primitive = Primitive.named[plain] { return try call(of: primitive, plain, at: column) }
    if let definition = definition(of: name) {
      let (argument, named) = try functionArguments(
        of: name, parameters: definition.parameters.map(\.name))
      return try unfolded(definition, argument, named)
    }
    guard let activation = try? Activation(named: name) else {
      if let shorthand = Shorthand.named(plain) { return try call(of: shorthand, at: column) }
      throw unknown(
        name,
        among: Primitive.named.keys.sorted() + definitions.map(\.name)
          + Shorthand.all.map(\.name), at: column)
    }
    // By another spelling it is the same function still.
    if let primitive = Primitive.named[activation.name] {
      return try call(of: primitive, activation.name, at: column)
    }
    let (argument, named) = try functionArguments(
      of: activation.name, parameters: activation.parameters.map(\.name),
      otherNames: activation.otherNames)
    let height = ([argument] + named.map(\.node)).map(\.height).max() ?? 0
    return try checked(
      Node(
        expression: .activation(
          activation.name, argument.expression,
          named.map { NamedArgument(name: $0.name, value: $0.node.expression) }),
        height: height + 1))
  }

  private mutating func call(
    of primitive: Primitive, _ name: String, at column: Int
  ) throws(FormulaError) -> Node {
    let arguments = try positional(of: name, primitive.arity)
    try expect(")")
    return try join(arguments, by: primitive, named: name, at: column)
  }

  private mutating func functionArguments(
    of name: String, parameters: [String], otherNames: [String: String] = [:]
  ) throws(FormulaError) -> (argument: Node, named: [(name: String, node: Node)]) {
    if case .symbol(")") = lexer.token {
      throw error("\(name) takes an argument; write \(name)(x)")
    }
    let argument = try formula()
    var named: [(name: String, node: Node)] = []
    while try take(",") {
      named.append(
        try namedArgument(
          of: name, among: parameters, otherNames: otherNames, after: named.map(\.name)))
    }
    try expect(")")
    return (argument, named)
  }

  private mutating func namedArgument(
    of function: String, among known: [String], otherNames: [String: String],
    after earlier: [String]
  ) throws(FormulaError) -> (name: String, node: Node) {
    guard case .name(let written) = lexer.token, lexer.isFollowedByColon else {
      let example = known.first.map { "; its parameters are named, as in \($0): 2" } ?? ""
      throw error("\(function) takes one argument\(example)")
    }
    let name = otherNames[written] ?? written
    guard known.contains(name) else {
      guard !known.isEmpty else { throw error("\(function) has no parameters") }
      let meant = nearest(to: name, among: known).map { "; did you mean “\($0)”?" }
      throw error(
        "\(function) has no parameter \(quoted(name))"
          + (meant ?? "; it has \(known.joined(separator: ", "))"))
    }
    guard !earlier.contains(name) else { throw error("“\(name)” is given twice") }
    try lexer.advance()
    try lexer.advance()
    return (name, try formula())
  }

  mutating func positional(
    of name: String, _ arity: Int
  ) throws(FormulaError) -> [Node] {
    if case .symbol(")") = lexer.token {
      throw error("\(name) takes \(arity) argument\(arity == 1 ? "" : "s")")
    }
    var arguments = [try formula()]
    while try take(",") { arguments.append(try formula()) }
    return arguments
  }

  /// A call of a primitive; max and min take any number of arguments from two on.
  private func join(
    _ arguments: [Node], by primitive: Primitive, named name: String, at column: Int
  ) throws(FormulaError) -> Node {
    let isVariadic = primitive == .max || primitive == .min
    guard arguments.count == primitive.arity || isVariadic && arguments.count > 2 else {
      let wanted = isVariadic ? "at least 2" : "\(primitive.arity)"
      throw lexer.error(
        "\(name) takes \(wanted) argument\(primitive.arity == 1 ? "" : "s"), not"
          + " \(arguments.count)", at: column)
    }
    guard isVariadic else { return try call(primitive, arguments) }
    var joined = arguments[0]
    for next in arguments.dropFirst() { joined = try call(primitive, [joined, next]) }
    return joined
  }

  // MARK: Tools

  private func call(_ primitive: Primitive, _ operands: [Node]) throws(FormulaError) -> Node {
    let height = operands.map(\.height).max() ?? 0
    return try checked(
      Node(expression: .call(primitive, operands.map(\.expression)), height: height + 1))
  }

  func checked(_ node: Node) throws(FormulaError) -> Node {
    guard node.height <= Self.maximumHeight else {
      throw error(
        "the formula is too long a chain; it holds at most \(Self.maximumHeight) in a row")
    }
    return node
  }

  private mutating func takeOperator(of level: Level) throws(FormulaError) -> Primitive? {
    guard case .symbol(let symbol) = lexer.token, let primitive = level.primitive(symbol) else {
      return nil
    }
    try lexer.advance()
    return primitive
  }

  private mutating func take(_ symbol: String) throws(FormulaError) -> Bool {
    guard lexer.token == .symbol(symbol) else { return false }
    try lexer.advance()
    return true
  }

  mutating func expect(_ symbol: String) throws(FormulaError) {
    guard try take(symbol) else { throw error("“\(symbol)” was expected here") }
  }

  func error(_ problem: String) -> FormulaError {
    lexer.error(problem, at: lexer.column)
  }
}
