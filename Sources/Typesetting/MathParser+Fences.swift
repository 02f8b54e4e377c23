internal import Wording

extension MathParser {
  /// The bracket that a command applies to; `nil` for the dot, which is one that is not seen.
  mutating func delimiter(
    after command: String, at column: Int
  ) throws(MathematicsError) -> String? {
    let token = lexer.next()
    switch token {
    case .character("."): return nil
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/⌊⌋⌈⌉⟨⟩‖".contains(character):
      return String(character)
    case .command(let name):
      if case .symbol(let symbol) = MathCommand.named[name],
        symbol.text.count == 1, "()[]{}|/\\⌊⌋⌈⌉⟨⟩‖↑↓".contains(symbol.text)
      {
        return symbol.text
      }
      fallthrough
    default:
      throw lexer.error(
        "“\(command)” needs a bracket after it, not \(token.shown); take one of ( ) [ ] \\{ \\} |"
          + " \\lfloor \\rfloor \\langle \\rangle, or . for none", at: column)
    }
  }

  /// What stands from a `\left`, which was taken already, to its `\right`.
  mutating func fenced(at column: Int) throws(MathematicsError) -> MathNode {
    var delimiters = [try delimiter(after: "\\left", at: column)]
    var contents = [try list()]
    while lexer.peeked == .command("middle") {
      let place = lexer.column
      _ = lexer.next()
      delimiters.append(try delimiter(after: "\\middle", at: place))
      contents.append(try list())
    }
    try expect(
      .command("right"), "“\\left” has no \\right; add one, as in \\left( x \\right)", at: column)
    delimiters.append(try delimiter(after: "\\right", at: column))
    return .atom(MathAtom(.inner, .fenced(delimiters: delimiters, contents: contents)))
  }

  /// What can be begun besides cases: matrices, by the brackets around them.
  private static let matrices: [String: (left: String?, right: String?)] = [
    "matrix": (nil, nil), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"),
  ]

  /// The rows of cases or of a matrix, from a `\begin`, which was taken already, to its `\end`.
  mutating func environment(at column: Int) throws(MathematicsError) -> MathNode {
    let name = try environment()
    let brackets = Self.matrices[name]
    guard name == "cases" || brackets != nil else {
      throw lexer.error(
        "\(quoted(name)) cannot be begun; write cases, matrix, pmatrix, bmatrix, Bmatrix, vmatrix or"
          + " Vmatrix", at: column)
    }
    var rows: [[[MathNode]]] = [[]]
    while true {
      rows[rows.count - 1].append(try list())
      switch lexer.peeked {
      case .character("&"): _ = lexer.next()
      case .command("\\"):
        _ = lexer.next()
        rows.append([])
      default:
        try expect(
          .command("end"), "\\begin{\(name)} is not ended; add \\end{\(name)}", at: column)
        let end = try environment()
        guard end == name else {
          throw lexer.error(
            "\\begin{\(name)} is ended as \(quoted(end)); write \\end{\(name)}", at: column)
        }
        // A \\ after the last row begins none.
        if rows.count > 1, rows.last == [[]] { rows.removeLast() }
        let nucleus =
          brackets.map { MathNucleus.matrix(rows, left: $0.left, right: $0.right) } ?? .cases(rows)
        return .atom(MathAtom(.inner, nucleus))
      }
    }
  }

  /// The name in braces after `\begin` or `\end`; empty if there is none.
  private mutating func environment() throws(MathematicsError) -> String {
    guard lexer.peeked == .character("{") else { return "" }
    _ = lexer.next()
    var name = ""
    while case .character(let character) = lexer.peeked {
      _ = lexer.next()
      if character == "}" { break }
      name.append(character)
    }
    return name
  }
}

extension MathParser {
  /// The degree of a root in brackets, if it has one.
  mutating func rootDegree(at column: Int) throws(MathematicsError) -> [MathNode]? {
    guard lexer.peeked == .character("[") else { return nil }
    _ = lexer.next()
    let degree = try list(endingAt: "]")
    try expect(
      .character("]"), "the “[” after “\\sqrt” is not closed; add a “]”, or write \\sqrt{[…}",
      at: column)
    return degree
  }
}
