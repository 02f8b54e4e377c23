/// Reads the formula grammar:
///
///     sum     = product { ("+" | "-") product }
///     product = factor { ("*" | "/") factor }
///     factor  = "-" factor | number | "x" | name "(" sum { "," sum } ")" | "(" sum ")"
///
/// Spaces separate and mean nothing. Columns in errors count characters from 1.
struct FormulaParser {
  /// Deeper formulas than this are refused, so that no input can exhaust the stack.
  static let maximumDepth = 100
  /// Longer formulas than this are refused, so that no input can exhaust the memory.
  static let maximumLength = 10_000

  private let characters: [Character]
  private var position = 0
  private var depth = 0

  private init(_ formula: String) {
    characters = Array(formula)
  }

  /// The tree of `formula`.
  static func parse(_ formula: String) throws(FormulaError) -> Expression {
    var parser = FormulaParser(formula)
    guard parser.characters.count <= maximumLength else {
      throw FormulaError(
        column: maximumLength + 1, problem: "a formula has at most \(maximumLength) characters")
    }
    let expression = try parser.sum()
    guard parser.position == parser.characters.count else {
      throw parser.error("an operator or the end of the formula was expected here")
    }
    return expression
  }

  private mutating func sum() throws(FormulaError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth + 1 else {
      throw error("formulas nest at most \(Self.maximumDepth) deep")
    }
    var left = try product()
    while let primitive = take("+") ? .add : take("-") ? Primitive.subtract : nil {
      left = .call(primitive, [left, try product()])
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Expression {
    var left = try factor()
    while let primitive = take("*") ? .multiply : take("/") ? Primitive.divide : nil {
      left = .call(primitive, [left, try factor()])
    }
    return left
  }

  private mutating func factor() throws(FormulaError) -> Expression {
    var negations = 0
    while take("-") { negations += 1 }
    let operand = try atom()
    return negations.isMultiple(of: 2) ? operand : .call(.negate, [operand])
  }

  private mutating func atom() throws(FormulaError) -> Expression {
    if take("(") {
      let inner = try sum()
      try expect(")")
      return inner
    }
    let start = position
    let word = takeWord()
    guard let first = word.first else {
      throw error("a number, x or a function was expected here")
    }
    if first.isNumber || first == "." {
      // The standard library reads hexadecimal too, which the grammar does not have.
      let isDecimal = word.allSatisfy { "0123456789.eE+-".contains($0) }
      guard isDecimal, let value = Double(word), value.isFinite else {
        throw FormulaError(
          column: start + 1,
          problem: "“\(word)” is not a finite number; a product is written as in 2 * x")
      }
      return .number(value)
    }
    if word == "x" { return .variable }
    guard let primitive = Primitive.named[word] else {
      throw FormulaError(column: start + 1, problem: "“\(word)” is not x or a known function")
    }
    return .call(primitive, try arguments(of: primitive, named: word))
  }

  private mutating func arguments(
    of primitive: Primitive, named name: String
  ) throws(FormulaError) -> [Expression] {
    try expect("(")
    var arguments = [try sum()]
    while take(",") { arguments.append(try sum()) }
    guard arguments.count == primitive.arity else {
      throw error(
        "the number of arguments of \(name) is \(primitive.arity), not \(arguments.count)")
    }
    try expect(")")
    return arguments
  }

  /// A number or a name: letters, digits, `_`, `.` and the sign of an exponent.
  private mutating func takeWord() -> String {
    skipSpaces()
    var word = ""
    while position < characters.count {
      let next = characters[position]
      let isExponentSign =
        (next == "-" || next == "+") && (word.last == "e" || word.last == "E")
        && word.first.map { $0.isNumber || $0 == "." } == true
      guard next.isLetter || next.isNumber || next == "_" || next == "." || isExponentSign else {
        break
      }
      word.append(next)
      position += 1
    }
    return word
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Character) throws(FormulaError) {
    guard take(character) else { throw error("“\(character)” was expected here") }
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private func error(_ problem: String) -> FormulaError {
    FormulaError(column: position + 1, problem: problem)
  }
}

/// A formula that does not follow the grammar.
struct FormulaError: Error, Hashable, CustomStringConvertible {
  /// Where it went wrong, in characters from 1.
  let column: Int
  /// What was expected.
  let problem: String

  var description: String { "Column \(column) of the formula: \(problem)." }
}
