internal import Wording

/// A formula as it is typeset: what LaTeX and MathML have in common.
indirect enum Notation: Hashable, Sendable {
  /// The digits of a number, with its decimal point.
  case digits(String)
  /// A quantity or a function of one letter.
  case letter(Character)
  /// A quantity of several letters, upright.
  case name(String)
  /// A function of several letters, upright.
  case function(String)
  case mark(Mark)
  case row([Notation])
  case fraction(Notation, Notation)
  case superscript(Notation, Notation)
  case subscripted(Notation, Notation)
  case root(Notation)
  case fenced(Fence, Notation)
  /// A function and its arguments, which stand in parentheses.
  case application(Notation, Notation)
  case cases([Case], otherwise: Notation)

  /// A row of a definition in pieces.
  struct Case: Hashable, Sendable {
    let value: Notation
    let condition: Notation
  }

  /// What stands between or before quantities.
  enum Mark: Hashable, Sendable {
    /// The minus before a quantity; `minus` stands between two.
    case negative
    case plus, minus, dot, comma, semicolon
    /// That of a fraction on one line.
    case slash
    /// Multiplication that is not written, without and with a thin space.
    case times, thinTimes
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
  }

  /// What stands around a quantity.
  enum Fence: Hashable, Sendable {
    case parentheses, bars, floor
  }
}

// MARK: - From a tree

extension Notation {
  /// The formula as the field writes it. Grouping that changes nothing, as in a + (b + c), is lost.
  init(_ formula: Expression) {
    self = Term(formula).complete
  }
}

/// A part of a formula, with what decides whether it needs parentheses where it goes.
private struct Term {
  /// What it is an example of, from the loosest binding to the tightest.
  enum Level: Int {
    case relation, sum, product, power, atom
  }

  /// The part without its sign.
  let body: Notation
  /// The level of `body`.
  let level: Level
  /// Whether a minus stands before `body`, which a sum or a fraction can take up.
  var isNegative = false
  /// Whether `body` begins with a minus of its own.
  var beginsWithMinus = false
  /// Whether it ends in cases, which have no brace on the right to end them.
  var isOpen = false

  init(
    _ body: Notation, _ level: Level, isNegative: Bool = false, beginsWithMinus: Bool = false,
    isOpen: Bool = false
  ) {
    self.body = body
    self.level = level
    self.isNegative = isNegative
    self.beginsWithMinus = beginsWithMinus
    self.isOpen = isOpen
  }

  /// The part with its sign.
  var complete: Notation {
    isNegative ? .row([.mark(.negative)] + parts(at: .product)) : body
  }

  /// The part as an operand that must bind as tightly as `least`, without a minus in front.
  func operand(_ least: Level) -> Term {
    let fits = level.rawValue >= least.rawValue && !isNegative && !beginsWithMinus
    return fits ? self : fenced
  }

  /// The part as an operand with something on its right.
  var closed: Term { isOpen ? fenced : self }

  private var fenced: Term { Term(.fenced(.parentheses, complete), .atom) }

  /// The parts of a sum or a product, or the body as the only one.
  private func parts(at level: Level) -> [Notation] {
    if self.level == level, case .row(let parts) = body { return parts }
    return [body]
  }
}

extension Term {
  init(_ formula: Expression) {
    switch formula {
    case .number(let value): self.init(number: value)
    case .constant(.pi): self.init(.letter("π"), .atom)
    case .constant(.e): self.init(.letter("e"), .atom)
    case .variable: self.init(.letter("x"), .atom)
    case .parameter(let name): self.init(Notation(parameter: name), .atom)
    case .activation(let name, let argument, let named):
      self.init(activation: name, argument, named)
    case .call(let primitive, let arguments):
      self = Term.operation(primitive, arguments) ?? Term.function(primitive, arguments)
    }
  }

  private init(number: Double) {
    // A power of ten is written out where Swift writes an exponent, as in 1.5e-05.
    let parts = plainNumeral(number.magnitude).split(separator: "e")
    var body = Notation.digits(String(parts[0]))
    var level = Level.atom
    if parts.count == 2, let exponent = Int(parts[1]) {
      let digits = Notation.digits("\(exponent.magnitude)")
      let script = exponent < 0 ? .row([.mark(.negative), digits]) : digits
      let power = Notation.superscript(.digits("10"), script)
      (body, level) =
        parts[0] == "1" ? (power, .power) : (.row([body, .mark(.dot), power]), .product)
    }
    self.init(body, level, isNegative: number.sign == .minus)
  }

  private init(activation name: String, _ argument: Expression, _ named: [NamedArgument]) {
    var arguments = [(named.isEmpty ? Term(argument) : Term(argument).closed).complete]
    for (index, parameter) in named.enumerated() {
      let symbol = Term(Notation(parameter: parameter.name), .atom)
      let equation = Term.relation(symbol, .equal, Term(parameter.value).closed)
      arguments += [.mark(index == 0 ? .semicolon : .comma), equation.body]
    }
    let content = arguments.count == 1 ? arguments[0] : .row(arguments)
    self.init(.application(Notation(activation: name), content), .atom)
  }

  /// What is written with a sign rather than by name, or `nil`.
  private static func operation(_ primitive: Primitive, _ arguments: [Expression]) -> Term? {
    switch primitive {
    case .negate: negated(Term(arguments[0]))
    case .add: sum(Term(arguments[0]), .plus, Term(arguments[1]).operand(.sum))
    case .subtract: sum(Term(arguments[0]), .minus, Term(arguments[1]).operand(.product))
    case .multiply: product(Term(arguments[0]), Term(arguments[1]))
    case .divide: quotient(Term(arguments[0]), Term(arguments[1]))
    case .power: power(Term(arguments[0]), Term(arguments[1]))
    case .less: relation(Term(arguments[0]), .less, Term(arguments[1]))
    case .lessOrEqual: relation(Term(arguments[0]), .lessOrEqual, Term(arguments[1]))
    case .greater: relation(Term(arguments[0]), .greater, Term(arguments[1]))
    case .greaterOrEqual: relation(Term(arguments[0]), .greaterOrEqual, Term(arguments[1]))
    case .equal: relation(Term(arguments[0]), .equal, Term(arguments[1]))
    case .notEqual: relation(Term(arguments[0]), .notEqual, Term(arguments[1]))
    case .where: cases(arguments)
    case .exp: exponential(arguments[0])
    case .expm1:
      sum(exponential(arguments[0]), .minus, Term(.digits("1"), .atom))
    case .log1p: Term(.application(.function("log"), onePlus(Term(arguments[0])).body), .atom)
    case .sqrt: Term(.root(Term(arguments[0]).complete), .atom)
    case .abs: Term(.fenced(.bars, Term(arguments[0]).complete), .atom)
    case .floor: Term(.fenced(.floor, Term(arguments[0]).complete), .atom)
    default: nil
    }
  }

  private static func function(_ primitive: Primitive, _ arguments: [Expression]) -> Term {
    let head: Notation =
      switch primitive {
      case .sigmoid: .letter("σ")
      case .normalCDF: .letter("Φ")
      case .asin: .function("arcsin")
      case .acos: .function("arccos")
      case .atan: .function("arctan")
      case .asinh: .function("arsinh")
      case .acosh: .function("arcosh")
      case .atanh: .function("artanh")
      case .sign: .function("sgn")
      case .logCosh: .function("logcosh")
      case .tanhShrink: .function("tanhshrink")
      default: .function(primitive.rawValue)
      }
    var content: [Notation] = []
    for (index, argument) in arguments.enumerated() {
      if index > 0 { content.append(.mark(.comma)) }
      let term = Term(argument)
      content.append((index + 1 < arguments.count ? term.closed : term).complete)
    }
    return Term(.application(head, content.count == 1 ? content[0] : .row(content)), .atom)
  }

  private static func negated(_ term: Term) -> Term {
    let operand = term.operand(.product)
    return Term(operand.body, operand.level, isNegative: true, isOpen: operand.isOpen)
  }

  private static func sum(_ left: Term, _ mark: Notation.Mark, _ right: Term) -> Term {
    let left = left.level == .relation ? left.fenced : left.closed
    let sign: [Notation] = left.isNegative ? [.mark(.negative)] : []
    return Term(
      .row(sign + left.parts(at: .sum) + [.mark(mark)] + right.parts(at: .sum)), .sum,
      beginsWithMinus: left.isNegative || left.beginsWithMinus, isOpen: right.isOpen)
  }

  private static func onePlus(_ term: Term) -> Term {
    let one = Term(.digits("1"), .atom)
    guard term.isNegative else { return sum(one, .plus, term.operand(.sum)) }
    return sum(one, .minus, Term(term.body, term.level, isOpen: term.isOpen))
  }

  private static func product(_ left: Term, _ right: Term) -> Term {
    let first = left.level.rawValue < Level.product.rawValue ? left.fenced : left.closed
    let second = right.operand(.product)
    let (before, after) = (first.parts(at: .product), second.parts(at: .product))
    let mark = Notation.multiplication(of: before[before.count - 1], by: after[0])
    return Term(
      .row(before + [.mark(mark)] + after), .product, isNegative: first.isNegative,
      isOpen: second.isOpen)
  }

  private static func quotient(_ numerator: Term, _ denominator: Term) -> Term {
    Term(
      .fraction(numerator.body, denominator.complete), .product, isNegative: numerator.isNegative)
  }

  private static func power(_ base: Term, _ exponent: Term) -> Term {
    // These alone have exponents beside their names, and only ones that cannot mean an inverse.
    let squared = ["sin", "cos", "tan", "sinh", "cosh", "tanh"]
    if case .application(.function(let name), let argument) = base.complete,
      squared.contains(name),
      case .digits(let digits) = exponent.complete, let count = Int(digits), count > 1
    {
      let head = Notation.superscript(.function(name), exponent.body)
      return Term(.application(head, argument), .power)
    }
    let base = base.operand(.atom).closed
    return Term(.superscript(base.body, exponent.complete), .power)
  }

  private static func relation(_ left: Term, _ mark: Notation.Mark, _ right: Term) -> Term {
    let left = left.level == .relation ? left.fenced : left.closed
    let right = right.level == .relation ? right.fenced : right
    return Term(
      .row([left.complete, .mark(mark), right.complete]), .relation, isOpen: right.isOpen)
  }

  /// e with a superscript where that stays small and flat enough to be read.
  private static func exponential(_ argument: Expression) -> Term {
    let script = Term(argument).complete
    var allowance = 6
    guard argument.fits(&allowance), !script.isTall else {
      return Term(.application(.function("exp"), script), .atom)
    }
    return Term(.superscript(.letter("e"), script), .power)
  }

  private static func cases(_ arguments: [Expression]) -> Term {
    var rows: [Notation.Case] = []
    var rest = arguments
    while true {
      let test = Term(rest[0])
      let condition =
        test.level == .relation ? test : relation(test, .notEqual, Term(.digits("0"), .atom))
      rows.append(Notation.Case(value: Term(rest[1]).complete, condition: condition.complete))
      guard case .call(.where, let next) = rest[2] else { break }
      rest = next
    }
    return Term(.cases(rows, otherwise: Term(rest[2]).complete), .atom, isOpen: true)
  }
}
