internal import Wording

/// What a command of mathematics does.
enum MathCommand: Hashable, Sendable {
  case symbol(MathSymbol)
  /// An upright name, such as sin.
  case name(String, MathAtom.Limits)
  case largeOperator(String, MathAtom.Limits)
  case space(mu: Double)
  case style(MathStyle.Level)
  case limits(MathAtom.Limits)
  case accent(String)
  case wideAccent(WideAccent)
  /// A brace over or under its argument, beyond which a script is set that names it.
  case brace(isAbove: Bool)
  case overline, underline, phantom, prime
  case fraction(MathStyle.Level?)
  /// One above the other in parentheses.
  case binomial(MathStyle.Level?)
  /// Its second argument with the first over or under it.
  case stacked(MathClass?, isAbove: Bool)
  case root
  /// Its argument in letters of this kind.
  case letters(MathLetters)
  /// Its argument in bold letters, which are upright or as they are.
  case bold(MathLetters?)
  case operatorName
  case text, blackboard, negation
  /// A bracket of this height in ems.
  case bracket(height: Double, MathClass)
  /// Brackets that grow with what is between them.
  case left
  /// What belongs after `\left`.
  case middle, right
  case begin, end, newRow
  /// What is not offered, and what to write instead.
  case unavailable(remedy: String)
}

/// How letters are set.
enum MathLetters: Hashable, Sendable {
  /// By what they are.
  case variables
  case upright
  case italic
  /// Upright, and a hyphen is none of arithmetic.
  case name
  /// Handwritten capitals.
  case script
}

extension MathCommand {
  /// All commands, by what stands after the backslash.
  static let named: [String: MathCommand] = {
    var named = structures.merging(spaces) { first, _ in first }
    for (name, symbol) in MathSymbol.named { named[name] = .symbol(symbol) }
    for name in names { named[String(name)] = .name(String(name), .beside) }
    for name in namesWithLimits { named[String(name)] = .name(String(name), .inDisplayStyle) }
    named["limsup"] = .name("lim sup", .inDisplayStyle)
    named["liminf"] = .name("lim inf", .inDisplayStyle)
    for (name, text) in MathSymbol.pairs(
      "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂")
    {
      named[name] = .largeOperator(text, .inDisplayStyle)
    }
    for (name, text) in MathSymbol.pairs("int ∫ iint ∬ iiint ∭ oint ∮") {
      named[name] = .largeOperator(text, .beside)
    }
    for (name, text) in MathSymbol.pairs(
      "hat ˆ tilde ˜ bar ˉ vec → dot ˙ ddot ¨ acute ´ grave ` check ˇ breve ˘ mathring ˚")
    {
      named[name] = .accent(text)
    }
    named["widehat"] = .wideAccent(.hat)
    named["widetilde"] = .wideAccent(.tilde)
    for (name, height) in [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0)] {
      named[name] = .bracket(height: height, .ordinary)
      named[name + "l"] = .bracket(height: height, .opening)
      named[name + "r"] = .bracket(height: height, .closing)
      named[name + "m"] = .bracket(height: height, .relation)
    }
    return named
  }()

  private static let names =
    """
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp log ln lg arg deg dim hom
    ker erf erfc sgn
    """.split(whereSeparator: \.isWhitespace)

  private static let namesWithLimits =
    "max min sup inf lim det gcd Pr argmax argmin".split(separator: " ")

  private static let spaces: [String: MathCommand] = [
    ",": .space(mu: 3), "thinspace": .space(mu: 3), ":": .space(mu: 4), ">": .space(mu: 4),
    "medspace": .space(mu: 4), ";": .space(mu: 5), "thickspace": .space(mu: 5),
    "!": .space(mu: -3), "quad": .space(mu: 18), "qquad": .space(mu: 36), " ": .space(mu: 6),
    "enspace": .space(mu: 9),
  ]

  private static let structures: [String: MathCommand] = [
    "frac": .fraction(nil), "dfrac": .fraction(.display), "tfrac": .fraction(.text),
    "binom": .binomial(nil), "dbinom": .binomial(.display), "tbinom": .binomial(.text),
    "overset": .stacked(nil, isAbove: true), "underset": .stacked(nil, isAbove: false),
    "stackrel": .stacked(.relation, isAbove: true),
    "underbrace": .brace(isAbove: false), "overbrace": .brace(isAbove: true),
    "sqrt": .root, "overline": .overline, "underline": .underline, "phantom": .phantom,
    "prime": .prime, "not": .negation, "text": .text, "textrm": .text, "mathbb": .blackboard,
    "mathrm": .letters(.upright), "mathit": .letters(.italic), "operatorname": .operatorName,
    "left": .left, "middle": .middle, "right": .right, "begin": .begin, "end": .end,
    "\\": .newRow, "limits": .limits(.aboveAndBelow), "nolimits": .limits(.beside),
    "displaystyle": .style(.display), "textstyle": .style(.text), "scriptstyle": .style(.script),
    "scriptscriptstyle": .style(.scriptscript),
    "mathbf": .bold(.upright), "boldsymbol": .bold(nil), "bm": .bold(nil),
    "mathcal": .letters(.script), "mathscr": .letters(.script),
    "mathsf": .unavailable(remedy: "all letters are without serifs; write \\mathrm"),
    "mathfrak": .unavailable(remedy: "there are no broken letters; write \\mathcal or \\mathbf"),
    "textbf": .unavailable(remedy: "write \\mathbf{…}"),
    "textit": .unavailable(remedy: "write \\mathit{…}"),
    "emph": .unavailable(remedy: "write \\mathit{…}"),
    "over": .unavailable(remedy: "write \\frac{a}{b}"),
    "choose": .unavailable(remedy: "write \\binom{n}{k}"),
  ]

  /// What `name` was perhaps meant as: another case, or a command that ran into what follows.
  static func suggestion(for name: String) -> String? {
    let known = named.keys.sorted()
    if let twin = known.first(where: { $0.lowercased() == name.lowercased() }) {
      return "did you mean \\\(twin)?"
    }
    let start = known.filter { known in
      known.count > 1 && name.hasPrefix(known) && named[known]?.standsAlone == true
    }.max { $0.count < $1.count }
    if let start, name.count < start.count + 4 {
      return "did you mean \\\(start) \(name.dropFirst(start.count))?"
    }
    let longer = known.filter { name.count > 1 && $0.hasPrefix(name) }.min { $0.count < $1.count }
    let near = nearest(to: name, among: known).map { near in
      // α and Α differ by the first letter's case alone.
      known.first { $0.lowercased() == near.lowercased() && $0.first == name.first } ?? near
    }
    return (longer ?? near).map { "did you mean \\\($0)?" }
  }

  /// Whether letters can follow it, apart from it, that are no argument of it.
  private var standsAlone: Bool {
    switch self {
    case .symbol, .name, .largeOperator, .space, .prime: true
    default: false
    }
  }
}
