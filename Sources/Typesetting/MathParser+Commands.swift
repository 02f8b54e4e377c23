internal import Wording

extension MathParser {
  /// The node that a token stands for, with the arguments that a command reads.
  mutating func node(
    _ token: MathLexer.Token, at column: Int
  ) throws(MathematicsError) -> MathNode {
    switch token {
    case .end:
      return .space(mu: 0)
    case .character("{"):
      try descend(at: column)
      defer { ascend() }
      let content = try group(at: column)
      return .atom(MathAtom(.ordinary, .list(content)))
    case .character("~"):
      return .space(mu: 6)
    case .character(let character):
      guard !"%#".contains(character) else {
        throw lexer.error(
          "“\(character)” means nothing in mathematics; write \\\(character) for the sign",
          at: column)
      }
      return .atom(symbol(character))
    case .command(let name):
      guard let command = MathCommand.named[name] else {
        let remedy =
          MathCommand.suggestion(for: name) ?? "names of several letters are written \\mathrm{…}"
        throw lexer.error("\(token.shown) is no command; \(remedy)", at: column)
      }
      try descend(at: column)
      defer { ascend() }
      return try node(command, named: "\\" + name, at: column)
    }
  }

  private mutating func node(
    _ command: MathCommand, named name: String, at column: Int
  ) throws(MathematicsError) -> MathNode {
    switch command {
    case .symbol(let symbol): return .atom(atom(symbol))
    case .name(let text, let limits):
      return .atom(MathAtom(.operator, .symbol(text, .upright), limits: limits))
    case .largeOperator(let text, let limits):
      return .atom(MathAtom(.operator, .largeOperator(text), limits: limits))
    case .space(let mu): return .space(mu: mu)
    case .style(let level): return .style(level)
    case .unavailable(let remedy):
      throw lexer.error("“\(name)” is not offered: \(remedy)", at: column)
    case .limits, .middle, .right, .end, .newRow:
      throw lexer.error("“\(name)” cannot stand here; remove it", at: column)
    case .bracket(let height, let kind):
      let text = try delimiter(after: name, at: column)
      return .atom(MathAtom(kind, .bracket(text, height: height)))
    case .left: return try fenced(at: column)
    case .begin: return try environment(at: column)
    case .prime:
      var atom = MathAtom(.ordinary, .list([]))
      atom.primes = 1
      return .atom(atom)
    case .negation: return try negation(at: column)
    default: return .atom(try structure(command, named: name, at: column))
    }
  }

  /// A command that sets its arguments in a way of its own.
  private mutating func structure(
    _ command: MathCommand, named name: String, at column: Int
  ) throws(MathematicsError) -> MathAtom {
    switch command {
    case .fraction(let level):
      let numerator = try argument(of: name, at: column)
      let denominator = try argument(of: name, at: column)
      return MathAtom(.inner, .fraction(numerator, denominator, level))
    case .binomial(let level):
      let upper = try argument(of: name, at: column)
      return MathAtom(
        .ordinary, .binomial(upper, try argument(of: name, at: column), level))
    case .stacked(let kind, let isAbove):
      let script = try argument(of: name, at: column)
      let base = try argument(of: name, at: column)
      var atom = MathAtom(kind ?? base.kind, .list(base), limits: .aboveAndBelow)
      if isAbove { atom.superscript = script } else { atom.subscript = script }
      return atom
    case .bold(let kind):
      let content = try argument(of: name, in: kind ?? letters, at: column)
      return MathAtom(content.kind, .bold(content))
    case .root:
      let degree = try rootDegree(at: column)
      return MathAtom(.ordinary, .root(degree: degree, try argument(of: name, at: column)))
    case .accent(let mark):
      return MathAtom(.ordinary, .accent(mark, try argument(of: name, at: column)))
    case .wideAccent(let mark):
      return MathAtom(.ordinary, .wideAccent(mark, try argument(of: name, at: column)))
    case .brace(let isAbove):
      return MathAtom(
        .ordinary, .braced(try argument(of: name, at: column), isAbove: isAbove),
        limits: .aboveAndBelow)
    case .overline:
      return MathAtom(.ordinary, .overline(try argument(of: name, at: column)))
    case .underline:
      return MathAtom(.ordinary, .underline(try argument(of: name, at: column)))
    case .phantom:
      return MathAtom(.ordinary, .phantom(try argument(of: name, at: column)))
    case .letters(let kind):
      return MathAtom(.ordinary, .list(try argument(of: name, in: kind, at: column)))
    case .operatorName:
      let takesLimits = lexer.peeked == .character("*")
      if takesLimits { _ = lexer.next() }
      let content = try argument(of: name, in: .name, at: column)
      return MathAtom(
        .operator, .list(content), limits: takesLimits ? .inDisplayStyle : .beside)
    case .text:
      return MathAtom(.ordinary, .text(try text(of: name, at: column)))
    default:
      return MathAtom(.ordinary, .symbol(try blackboard(of: name, at: column), .upright))
    }
  }

  private mutating func argument(
    of command: String, in kind: MathLetters, at column: Int
  ) throws(MathematicsError) -> [MathNode] {
    let surroundings = letters
    letters = kind
    defer { letters = surroundings }
    return try argument(of: command, at: column)
  }

  // MARK: Characters

  /// The atom of a character that is typed as it is.
  func symbol(_ character: Character) -> MathAtom {
    if letters == .name, "-*".contains(character) {
      return MathAtom(.ordinary, .symbol(String(character), .upright))
    }
    return atom(MathSymbol(character))
  }

  private func atom(_ symbol: MathSymbol) -> MathAtom {
    if letters == .script, let script = symbol.text.first?.script {
      return MathAtom(.ordinary, .symbol(String(script), .upright))
    }
    let isLetter = symbol.text.allSatisfy(\.isLetter)
    let style: FontStyle =
      switch letters {
      case .variables, .script: symbol.style
      case .italic: isLetter ? .italic : symbol.style
      case .upright, .name: .upright
      }
    return MathAtom(symbol.kind, .symbol(symbol.text, style))
  }

  private mutating func negation(at column: Int) throws(MathematicsError) -> MathNode {
    let place = lexer.column
    let token = lexer.next()
    if token != .end, case .atom(let atom) = try node(token, at: place),
      case .symbol(let text, _) = atom.nucleus, let negated = MathSymbol.negations[text]
    {
      return .atom(MathAtom(.relation, .symbol(negated, .upright)))
    }
    throw lexer.error(
      "“\\not” cannot cross out \(token.shown); it stands before signs such as = and \\in",
      at: column)
  }

  private mutating func blackboard(
    of name: String, at column: Int
  ) throws(MathematicsError) -> String {
    let letters = try text(of: name, at: column)
    var doubled = ""
    for letter in letters {
      guard let character = letter.doubled else {
        throw lexer.error(
          "“\(name)” has the letters A to Z and a to z, and digits, as in \(name){R}", at: column)
      }
      doubled.append(character)
    }
    return doubled
  }

  /// The characters between braces, with their spaces; or one character.
  private mutating func text(of name: String, at column: Int) throws(MathematicsError) -> String {
    let start = lexer.column
    let first = lexer.next()
    guard first == .character("{") else {
      if case .character(let character) = first, character != "}" { return String(character) }
      throw lexer.error("“\(name)” has no text; write \(name){…}", at: column)
    }
    var text = ""
    var open = 1
    while true {
      let place = lexer.position + 1
      switch lexer.nextCharacter() {
      case .end:
        throw lexer.error("“{” is not closed; add a “}”, or write \\} for a brace", at: start)
      case .character("{"): open += 1
      case .character("}"):
        open -= 1
        if open == 0 { return text }
      case .character("~"): text += " "
      case .character(let character): text.append(character)
      case .command(let command):
        guard command.count == 1, "_&%#${} ".contains(command) else {
          throw lexer.error(
            "\(quoted("\\" + command)) is mathematics, and “\(name)” holds text; end it before with a “}”",
            at: place)
        }
        text += command
      }
    }
  }
}
