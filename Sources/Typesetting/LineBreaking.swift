/// A line taken apart where it may be broken: at the spaces of text, and in mathematics after the
/// operators and relations that no bracket encloses, as TeX does.
struct LineFragments {
  private struct Fragment {
    var parts: [LabelParts.Part] = []
    /// Whether a space is before it where it does not begin a line.
    var followsSpace: Bool
  }

  private var fragments: [Fragment] = []

  var count: Int { fragments.count }

  init(_ line: [LabelParts.Part]) {
    for part in line {
      switch part {
      case .text(let characters):
        let words = characters.split(separator: " ", omittingEmptySubsequences: false)
        for (index, word) in words.enumerated() {
          if index > 0 { fragments.append(Fragment(followsSpace: true)) }
          if !word.isEmpty { append(.text(String(word))) }
        }
      case .mathematics(let characters):
        for (index, slice) in Self.terms(of: characters).enumerated() {
          if index > 0 { fragments.append(Fragment(followsSpace: false)) }
          append(.mathematics(slice))
        }
      case .lineBreak: continue
      }
    }
    fragments.removeAll(where: \.parts.isEmpty)
  }

  private mutating func append(_ part: LabelParts.Part) {
    if fragments.isEmpty { fragments.append(Fragment(followsSpace: false)) }
    fragments[fragments.count - 1].parts.append(part)
  }

  /// The line that some of them make.
  func line(_ range: Range<Int>) -> [LabelParts.Part] {
    var line: [LabelParts.Part] = []
    for index in range {
      if index > range.lowerBound, fragments[index].followsSpace { line.append(.text(" ")) }
      for part in fragments[index].parts {
        if case .mathematics(let next) = part, case .mathematics(let last)? = line.last,
          last.endIndex == next.startIndex
        {
          line[line.count - 1] = .mathematics(last + next)
        } else {
          line.append(part)
        }
      }
    }
    return line
  }

  /// The same to be set: an operator at the end keeps its distance from what is before, as if its
  /// right side followed.
  func typeset(_ range: Range<Int>) -> [LabelParts.Part] {
    var line = line(range)
    if range.upperBound < count, !fragments[range.upperBound].followsSpace,
      case .mathematics(let last)? = line.last
    {
      line[line.count - 1] = .mathematics(last + "{}")
    }
    return line
  }

  /// Mathematics taken apart after its outer operators; a sign before the first operand, or after
  /// another operator, is none.
  private static func terms(of characters: ArraySlice<Character>) -> [ArraySlice<Character>] {
    var lexer = MathLexer(characters, of: "")
    var terms: [ArraySlice<Character>] = []
    var start = characters.startIndex
    var depth = 0
    var followsOperand = false
    while true {
      let token = lexer.next()
      switch token {
      case .end:
        terms.append(characters[start...])
        return terms
      case .character("{"), .command("left"), .command("begin"): depth += 1
      case .character("}"), .command("right"), .command("end"): depth -= 1
      case .character("^"), .character("_"): followsOperand = false
      default:
        let kind = token.symbol?.kind
        if kind == .opening { depth += 1 }
        if kind == .closing, token != .character("!") { depth -= 1 }
        let isOperator = kind == .binary || kind == .relation
        if isOperator, followsOperand, depth == 0, lexer.peeked != .end {
          terms.append(characters[start..<lexer.position])
          start = lexer.position
        }
        followsOperand = !isOperator
      }
    }
  }
}

extension MathLexer.Token {
  /// The symbol that it sets, if it is one.
  fileprivate var symbol: MathSymbol? {
    switch self {
    case .end: nil
    case .character(let character): MathSymbol(character)
    case .command(let name):
      if case .symbol(let symbol)? = MathCommand.named[name] { symbol } else { nil }
    }
  }
}

/// Which fragments stand on which line, as many on each as it holds.
struct LineBreaks {
  private(set) var lines: [Range<Int>] = []
  /// Whether no line is too wide; a fragment alone may be.
  private(set) var fits = true

  init(
    _ count: Int, within limit: Double, width: (Range<Int>) throws -> Double
  ) rethrows {
    var start = 0
    for index in 0..<count {
      var isWide = try width(start..<index + 1) > limit
      if isWide, index > start {
        lines.append(start..<index)
        start = index
        isWide = try width(start..<index + 1) > limit
      }
      if isWide { fits = false }
    }
    lines.append(start..<count)
  }
}
