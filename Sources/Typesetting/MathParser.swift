/// Reads the mathematics of a label.
struct MathParser {
  /// Deeper formulas cannot be read on a page, and would use up the stack.
  static let maximumDepth = 40

  var lexer: MathLexer
  var letters = MathLetters.variables
  private var depth = 0

  /// The mathematics as a list.
  ///
  /// - Parameters:
  ///   - characters: What is between the dollar signs, indexed as in the label.
  ///   - label: For messages.
  static func parse(
    _ characters: ArraySlice<Character>, of label: String
  ) throws(MathematicsError) -> [MathNode] {
    var parser = MathParser(lexer: MathLexer(characters, of: label))
    let list = try parser.list()
    let column = parser.lexer.column
    let token = parser.lexer.next()
    guard token == .end else { throw parser.misplaced(token, at: column) }
    return list
  }

  private init(lexer: MathLexer) {
    self.lexer = lexer
  }

  /// What stands up to the end of a group, a cell, a row or brackets, which remains to be read.
  mutating func list(endingAt end: Character? = nil) throws(MathematicsError) -> [MathNode] {
    var nodes: [MathNode] = []
    while true {
      let column = lexer.column
      let token = lexer.peeked
      if token.endsList || end.map({ token == .character($0) }) == true { return nodes }
      _ = lexer.next()
      try append(token, at: column, to: &nodes)
    }
  }

  private mutating func append(
    _ token: MathLexer.Token, at column: Int, to nodes: inout [MathNode]
  ) throws(MathematicsError) {
    switch token {
    case .character("^"), .character("_"):
      let isRaised = token == .character("^")
      try descend(at: column)
      defer { ascend() }
      let script = try argument(of: isRaised ? "^" : "_", at: column)
      try attach(script, to: &nodes, raised: isRaised, at: column)
    case .character("'"), .character("′"), .command("prime"):
      edit(&nodes) { $0.primes += 1 }
    case .character(let character) where MathSymbol.superscripts[character] != nil:
      let script = typedScript(character, among: MathSymbol.superscripts)
      try attach(script, to: &nodes, raised: true, at: column)
    case .character(let character) where MathSymbol.subscripts[character] != nil:
      let script = typedScript(character, among: MathSymbol.subscripts)
      try attach(script, to: &nodes, raised: false, at: column)
    case .command("dots"):
      // Between signs they stand where these do, and between commas on the line.
      let isBetweenSigns = nodes.last?.isSign == true || lexer.peeked.isSign
      let name = isBetweenSigns ? "cdots" : "ldots"
      add(try node(.command(name), at: column), to: &nodes)
    case .command(let name):
      guard case .limits(let limits) = MathCommand.named[name] else { fallthrough }
      guard case .atom(let atom) = nodes.last, atom.kind == .operator else {
        throw lexer.error("“\\\(name)” belongs after an operator such as \\sum", at: column)
      }
      edit(&nodes) { $0.limits = limits }
    default:
      add(try node(token, at: column), to: &nodes)
    }
  }

  /// Adds a node; the digits of a number, and the letters of a name, become one run.
  private func add(_ node: MathNode, to nodes: inout [MathNode]) {
    if case .atom(let atom) = node, case .atom(var last) = nodes.last,
      let end = atom.joinable, let start = last.joinable
    {
      last.nucleus = .symbol(start + end, .upright)
      nodes[nodes.count - 1] = .atom(last)
    } else {
      nodes.append(node)
    }
  }

  /// Changes the last atom, which is an empty one if there is none to have a script.
  private func edit(_ nodes: inout [MathNode], _ change: (inout MathAtom) -> Void) {
    var atom = MathAtom(.ordinary, .list([]))
    if case .atom(let last) = nodes.last {
      atom = last
      nodes.removeLast()
    }
    change(&atom)
    nodes.append(.atom(atom))
  }

  private func attach(
    _ script: [MathNode], to nodes: inout [MathNode], raised: Bool, at column: Int
  ) throws(MathematicsError) {
    if case .atom(let last) = nodes.last {
      guard (raised ? last.superscript : last.subscript) == nil else {
        throw lexer.error(
          raised
            ? "this is a second superscript; say with braces what it belongs to, as in {x^a}^b"
            : "this is a second subscript; say with braces what it belongs to, as in {x_a}_b",
          at: column)
      }
    }
    var script = script, primes = 0
    // A prime is a superscript however it is written: f' is f^\prime.
    if raised, case .atom(let first) = script.first, first.isPrimes {
      primes = first.primes
      script.removeFirst()
    }
    edit(&nodes) {
      $0.primes += primes
      if !raised {
        $0.subscript = script
      } else if primes == 0 || !script.isEmpty {
        $0.superscript = script
      }
    }
  }

  /// The rest of a script that is typed in raised or lowered characters, as in x⁻¹.
  private mutating func typedScript(
    _ first: Character, among scripts: [Character: Character]
  ) -> [MathNode] {
    var nodes: [MathNode] = []
    var next = scripts[first]
    while let character = next {
      add(.atom(symbol(character)), to: &nodes)
      guard case .character(let following) = lexer.peeked else { break }
      next = scripts[following]
      if next != nil { _ = lexer.next() }
    }
    return nodes
  }

  // MARK: Parts

  /// What a command or a script applies to: a group in braces, or one token.
  mutating func argument(
    of command: String, at column: Int
  ) throws(MathematicsError) -> [MathNode] {
    let start = lexer.column
    let token = lexer.peeked
    if token == .character("{") {
      _ = lexer.next()
      return try group(at: start)
    }
    guard !token.endsList, !token.isScript else {
      throw lexer.error(
        "“\(command)” has nothing to apply to before \(token.shown); write \(command){…}",
        at: column)
    }
    _ = lexer.next()
    return [try node(token, at: start)]
  }

  /// What stands between braces, of which the first one was taken already.
  mutating func group(at column: Int) throws(MathematicsError) -> [MathNode] {
    let content = try list()
    try expect(
      .character("}"), "“{” is not closed; add a “}”, or write \\{ for a brace", at: column)
    return content
  }

  /// Takes the next token, which must be `token`; otherwise the fault is the one that is given,
  /// unless a sign of cases stands there.
  mutating func expect(
    _ token: MathLexer.Token, _ problem: String, at column: Int
  ) throws(MathematicsError) {
    let place = lexer.column
    let next = lexer.next()
    guard next != token else { return }
    if next == .character("&") || next == .command("\\") { throw misplaced(next, at: place) }
    throw lexer.error(problem, at: column)
  }

  mutating func descend(at column: Int) throws(MathematicsError) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw lexer.error(
        "more than \(Self.maximumDepth) levels of groups, scripts and commands are inside each"
          + " other; write the formula with fewer", at: column)
    }
  }

  mutating func ascend() {
    depth -= 1
  }

  /// The error for a token that ends something that was not begun.
  private func misplaced(_ token: MathLexer.Token, at column: Int) -> MathematicsError {
    let remedy =
      switch token {
      case .character("}"): "closes nothing; remove it, or write \\} for a brace"
      case .character("&"): "belongs into \\begin{cases} or a matrix; write \\& for the sign"
      case .command("\\"): "belongs into \\begin{cases} or a matrix; remove it"
      case .command("right"), .command("middle"): "has no \\left before it"
      default: "ends nothing that was begun; remove it"
      }
    return lexer.error("\(token.shown) \(remedy)", at: column)
  }
}

extension MathLexer.Token {
  /// Whether the list goes no further than here, wherever it began.
  fileprivate var endsList: Bool {
    switch self {
    case .end, .character("}"), .character("&"): true
    case .command("\\"), .command("end"), .command("right"), .command("middle"): true
    default: false
    }
  }

  /// Whether it stands for a sign between quantities, or sums.
  fileprivate var isSign: Bool {
    switch self {
    case .character(let character): [.binary, .relation].contains(MathSymbol(character).kind)
    case .command(let name):
      switch MathCommand.named[name] {
      case .symbol(let symbol): [.binary, .relation].contains(symbol.kind)
      case .largeOperator: true
      default: false
      }
    case .end: false
    }
  }

  fileprivate var isScript: Bool { self == .character("^") || self == .character("_") }
}

extension [MathNode] {
  /// What the nodes together are to their neighbours: one alone remains what it is.
  var kind: MathClass {
    guard count == 1, case .atom(let atom) = self[0] else { return .ordinary }
    return atom.kind
  }
}

extension MathNode {
  /// Whether it is a sign between quantities.
  fileprivate var isSign: Bool {
    guard case .atom(let atom) = self else { return false }
    return atom.kind == .binary || atom.kind == .relation
  }
}

extension MathAtom {
  /// Whether it is nothing but primes.
  fileprivate var isPrimes: Bool {
    primes > 0 && nucleus == .list([]) && superscript == nil && `subscript` == nil
  }

  /// The characters, if others may go on with them in one run.
  fileprivate var joinable: String? {
    guard kind == .ordinary, !hasScripts, case .symbol(let text, .upright) = nucleus,
      text.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) })
    else { return nil }
    return text
  }
}
