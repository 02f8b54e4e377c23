internal import Wording

/// The words and symbols of a formula, one after the other.
struct FormulaLexer {
  enum Token: Hashable {
    case number(Double)
    case name(String)
    /// An operator, a bracket, a comma or a colon.
    case symbol(String)
    case end
  }

  /// The token that is looked at.
  private(set) var token = Token.end
  /// Where it starts, in characters from 1.
  private(set) var column = 1

  private let characters: [Character]
  private var position = 0

  init(_ formula: String) throws(FormulaError) {
    // Bytes bound characters, and counting them does not walk a text of any length.
    characters = Array(formula.utf8.count <= 16 * FormulaParser.maximumLength ? formula : "")
    guard formula.isEmpty || !characters.isEmpty, characters.count <= FormulaParser.maximumLength
    else {
      throw FormulaError(
        formula: "", column: FormulaParser.maximumLength + 1,
        problem: "a formula has at most \(FormulaParser.maximumLength) characters")
    }
    try advance()
  }

  /// Whether a colon comes next after the token, as in `beta: 2`.
  var isFollowedByColon: Bool {
    let rest = characters[position...]
    return rest.first { !$0.isWhitespace } == ":"
  }

  /// An error of this formula.
  func error(_ problem: String, at column: Int) -> FormulaError {
    FormulaError(formula: String(characters), column: column, problem: problem)
  }

  mutating func advance() throws(FormulaError) {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    column = position + 1
    guard position < characters.count else {
      token = .end
      return
    }
    let first = characters[position]
    if first.isASCII, first.isNumber || first == "." {
      token = .number(try number())
    } else if Self.isPartOfName(first) {
      token = .name(word { Self.isPartOfName($0) || $0.isASCII && $0.isNumber || $0 == "." })
    } else {
      token = .symbol(try symbol(first))
    }
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character == "_"
  }

  private mutating func symbol(_ first: Character) throws(FormulaError) -> String {
    position += 1
    switch first {
    case "·", "×": return "*"
    case "−": return "-"
    case "≤": return "<="
    case "≥": return ">="
    case "≠": return "!="
    default: break
    }
    let isPair = position < characters.count && characters[position] == "="
    if isPair, "<>=!".contains(first) {
      position += 1
      return "\(first)="
    }
    if first == "*", position < characters.count, characters[position] == "*" {
      throw error("a power is written with ^, as in x^2", at: column)
    }
    guard "+-*/^(),:<>".contains(first) else {
      let hint = (first == "=" ? assignmentHint : Self.hints[first]).map { "; \($0)" } ?? ""
      let shown = first.isControl ? "a control character" : "“\(first)”"
      throw error("\(shown) means nothing in a formula\(hint)", at: column)
    }
    return String(first)
  }

  /// What to write instead of an equals sign, behind a name and before a value.
  private var assignmentHint: String {
    let value = characters[position...].drop(while: \.isWhitespace)
      .prefix { !$0.isWhitespace && !"=,)".contains($0) }
    guard case .name(let name) = token, name != "x", !value.isEmpty else {
      return "equality is written =="
    }
    return
      "a parameter behind the argument is written \(name.shortened()): \(String(value).shortened()),"
      + " and equality =="
  }

  private static let hints: [Character: String] = [
    "|": "an absolute value is written abs(x)",
    "√": "a root is written sqrt(x)", "²": "a power is written x^2", "³": "a power is written x^3",
    "%": "a remainder is written x - 2 * floor(x / 2)", "[": "brackets are round",
    "{": "brackets are round", "&": "both at once is written where(a, b, 0)",
    "!": "unequal is written !=", ";": "a formula is one expression",
  ]

  /// Digits, points and exponents; what sticks to them is read as well, to be named in the error.
  private mutating func number() throws(FormulaError) -> Double {
    var last: Character?
    let text = word { next in
      let isSign = (next == "-" || next == "+") && (last == "e" || last == "E")
      last = next
      return next.isLetter || next.isNumber || next == "." || next == "_" || isSign
    }
    // The standard library reads hexadecimal and infinities too, which the grammar does not have.
    guard text.allSatisfy({ "0123456789.eE+-".contains($0) }), let value = Double(text) else {
      throw error(
        "\(quoted(text)) is not a number; a product is written with *, as in 2 * x",
        at: column)
    }
    guard value.isFinite else {
      throw error("\(quoted(text)) is beyond the largest number, 1.8e308", at: column)
    }
    return value
  }

  private mutating func word(_ belongs: (Character) -> Bool) -> String {
    var word = ""
    while position < characters.count, belongs(characters[position]) {
      word.append(characters[position])
      position += 1
    }
    return word
  }
}

/// A formula that does not follow the grammar.
public struct FormulaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The formula as it was given; empty if it is too long to show.
  public let formula: String
  /// Where it went wrong, in characters from 1; `nil` if it is no single place.
  public let column: Int?
  /// What was expected, or which name was meant.
  public let problem: String

  init(formula: String, column: Int?, problem: String) {
    self.formula = formula
    self.column = column
    self.problem = problem
  }

  /// A sentence, then the formula with a caret under the column; of a long one, the surroundings.
  public var description: String {
    let end = problem.hasSuffix("?") || problem.hasSuffix(".") ? "" : "."
    guard let column else { return "\(problem)\(end)" }
    let sentence = "Column \(column) of the formula: \(problem)\(end)"
    guard !formula.isEmpty else { return sentence }
    return "\(sentence)\n\(excerpt(of: formula, column: column))"
  }
}
