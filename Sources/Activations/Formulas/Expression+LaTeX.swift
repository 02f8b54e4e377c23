internal import Wording

extension Expression {
  /// The formula in LaTeX's math mode, for documents that load `amsmath`.
  var latex: String {
    var text = ""
    Notation(self).writeLaTeX(to: &text)
    return text
  }
}

extension Notation {
  fileprivate func writeLaTeX(to text: inout String) {
    switch self {
    case .digits(let digits): text += digits
    case .letter(let letter): Self.append(Self.command(letter), to: &text)
    case .name(let name): Self.append("\\mathrm{" + backslashed(name, Self.marks) + "}", to: &text)
    case .function(let name): Self.append(Self.operatorName(name), to: &text)
    case .mark(let mark): Self.append(mark.latex, to: &text)
    case .row(let parts): Self.writeRow(parts, to: &text)
    case .fraction(let numerator, let denominator):
      Self.append("\\frac", to: &text)
      numerator.writeGroup(to: &text)
      denominator.writeGroup(to: &text)
    case .superscript(let base, let script):
      base.writeLaTeX(to: &text)
      text += "^"
      script.slashed.writeGroup(to: &text)
    case .subscripted(let base, let script):
      base.writeLaTeX(to: &text)
      text += "_"
      if script.isOneCharacter {
        script.writeLaTeX(to: &text)
      } else {
        script.writeGroup(to: &text)
      }
    case .root(let content):
      Self.append("\\sqrt", to: &text)
      content.writeGroup(to: &text)
    case .fenced(let fence, let content): Self.writeFenced(content, fence, to: &text)
    case .application(let head, let content):
      head.writeLaTeX(to: &text)
      Self.writeFenced(content, .parentheses, to: &text)
    case .cases(let rows, let last): Self.writeCases(rows, last, to: &text)
    }
  }

  private func writeGroup(to text: inout String) {
    text += "{"
    writeLaTeX(to: &text)
    text += "}"
  }

  private static func writeRow(_ parts: [Notation], to text: inout String) {
    for (index, part) in parts.enumerated() {
      // TeX itself puts a thin space before the name of an operator.
      if part == .mark(.thinTimes), parts[index + 1].beginsWithOperatorName {
        text += " "
      } else {
        part.writeLaTeX(to: &text)
      }
    }
  }

  private static func writeFenced(_ content: Notation, _ fence: Fence, to text: inout String) {
    let (left, right) =
      switch fence {
      case .parentheses: ("(", ")")
      case .bars: ("\\lvert ", " \\rvert")
      case .floor: ("\\lfloor ", " \\rfloor")
      }
    let isTall = content.isTall
    append((isTall ? "\\left" : "") + left, to: &text)
    content.writeLaTeX(to: &text)
    // The space before a command on the right goes before its \right.
    if isTall {
      text += (right.hasPrefix(" ") ? " " : "") + "\\right" + right.drop { $0 == " " }
    } else {
      text += right
    }
  }

  private static func writeCases(_ rows: [Case], _ last: Notation, to text: inout String) {
    append("\\begin{cases} ", to: &text)
    for row in rows {
      row.value.writeLaTeX(to: &text)
      text += " & \\text{if } "
      row.condition.writeLaTeX(to: &text)
      text += " \\\\ "
    }
    last.writeLaTeX(to: &text)
    text += " & \\text{otherwise} \\end{cases}"
  }

  /// Adds a token: a letter apart from a command, whose name it would go on with, and for the eye
  /// from an index of one letter.
  private static func append(_ token: String, to text: inout String) {
    let isAfterIndex = text.dropLast().last == "_"
    let isAfterCommand = text.last?.isLetter == true && text.last { !$0.isLetter } == "\\"
    if token.first?.isLetter == true, isAfterIndex || isAfterCommand { text += " " }
    text += token
  }

  private static func command(_ letter: Character) -> String {
    greek.first { $0.value == letter }.map { "\\" + $0.key } ?? String(letter)
  }

  /// What means something in LaTeX.
  private static let marks = "_&%#${}"

  private static func operatorName(_ name: String) -> String {
    let known = [
      "exp", "log", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
      "max", "min",
    ]
    if known.contains(name) { return "\\" + name }
    return "\\operatorname{" + backslashed(name, Self.marks) + "}"
  }

  private var isOneCharacter: Bool {
    switch self {
    case .digits(let digits): digits.count == 1
    case .letter: true
    default: false
    }
  }

  private var beginsWithOperatorName: Bool {
    switch self {
    case .function: true
    case .application(let head, _): head.beginsWithOperatorName
    case .superscript(let base, _), .subscripted(let base, _): base.beginsWithOperatorName
    default: false
    }
  }

  /// Whether it is so much higher than a letter that parentheses around it must grow.
  var isTall: Bool {
    switch self {
    case .digits, .letter, .name, .function, .mark: false
    case .fraction, .root, .cases: true
    case .row(let parts): parts.contains(where: \.isTall)
    case .superscript(let base, let script): base.isTall || script.isTall
    case .subscripted(let base, _): base.isTall
    case .fenced(_, let content), .application(_, let content): content.isTall
    }
  }
}

extension Notation.Mark {
  fileprivate var latex: String {
    switch self {
    case .negative: "-"
    case .plus: " + "
    case .minus: " - "
    case .slash: "/"
    case .dot: " \\cdot "
    case .comma: ", "
    case .semicolon: "; "
    case .times: ""
    case .thinTimes: "\\,"
    case .less: " < "
    case .lessOrEqual: " \\le "
    case .greater: " > "
    case .greaterOrEqual: " \\ge "
    case .equal: " = "
    case .notEqual: " \\ne "
    }
  }
}

// What follows goes for MathML as well.

extension Notation {
  /// An exponent with fractions of two numbers on one line, as in 1/3, which would be too small to read
  /// as fractions.
  var slashed: Notation {
    switch self {
    case .fraction(.digits(let upper), .digits(let lower)):
      .row([.digits(upper), .mark(.slash), .digits(lower)])
    case .row(let parts) where parts.first == .mark(.negative) && parts.count == 2:
      .row([parts[0], parts[1].slashed])
    default: self
    }
  }

  /// How the field writes the product of two factors side by side.
  static func multiplication(of left: Notation, by right: Notation) -> Mark {
    // 2 3 would be read as 23, 2 with a fraction as a mixed number, and x x as a slip.
    if right.beginsWithDigit || left == right { return .dot }
    if case .fraction = right, left.isNumber { return .dot }
    // A word before parentheses would be read as a function, and so would the sigmoid's letter.
    if case .fenced(.parentheses, _) = right, left.isWord || left == .letter("σ") { return .dot }
    if left.isWord || right.isWord || right.isApplication { return .thinTimes }
    if left.isApplication, case .fenced = right { return .times }
    return left.isApplication ? .thinTimes : .times
  }

  private var beginsWithDigit: Bool {
    switch self {
    case .digits: true
    case .superscript(let base, _): base.beginsWithDigit
    default: false
    }
  }

  private var isNumber: Bool {
    if case .digits = self { true } else { false }
  }

  private var isWord: Bool {
    switch self {
    case .name: true
    case .superscript(let base, _), .subscripted(let base, _): base.isWord
    default: false
    }
  }

  private var isApplication: Bool {
    switch self {
    case .application: true
    case .superscript(let base, _): base.isApplication
    default: false
    }
  }
}

extension Notation {
  /// The Greek letters that parameters are called by, under TeX's names for the same shapes.
  static let greek: [String: Character] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "zeta": "ζ",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "ϕ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Phi": "Φ",
  ]

  /// Names of activations that the literature writes otherwise than a prompt does.
  private static let activationNames: [String: String] = [
    "acon_c": "ACON-C", "apl": "APL", "celu": "CELU", "colu": "CoLU", "dyt": "DyT",
    "e_swish": "E-swish", "elish": "ELiSH", "elu": "ELU", "gcu": "GCU", "gelu": "GELU",
    "golu": "GoLU", "hard_elish": "HardELiSH", "isrlu": "ISRLU", "isru": "ISRU",
    "leaky_relu": "LeakyReLU", "lisht": "LiSHT", "log_sigmoid": "LogSigmoid", "nlrelu": "NLReLU",
    "pelu": "PELU", "prelu": "PReLU", "quick_gelu": "QuickGELU", "relu": "ReLU",
    "relu6": "ReLU6", "relun": "ReLUN", "rrelu": "RReLU", "selu": "SELU", "silu": "SiLU",
    "sinlu": "SinLU", "sqnl": "SQNL", "srelu": "SReLU", "star_relu": "StarReLU",
    "tanhexp": "TanhExp", "xielu": "xIELU",
  ]

  /// The symbol of an activation.
  init(activation name: String) {
    self =
      switch name {
      case "sigmoid": .letter("σ")
      case "gelu_tanh": .subscripted(.function("GELU"), .function("tanh"))
      default: .function(Self.activationNames[name] ?? name)
      }
  }

  /// The symbol of a parameter: a letter, a letter with an index, or its name.
  init(parameter name: String) {
    if let letter = Self.letter(name) {
      self = letter
    } else if name == "min_val" || name == "min_value" {
      self = .subscripted(.letter("x"), .function("min"))
    } else if name == "max_val" || name == "max_value" {
      self = .subscripted(.letter("x"), .function("max"))
    } else if ["al", "ar", "tl", "tr"].contains(name), let base = name.first, let side = name.last {
      self = .subscripted(.letter(base), .letter(side))
    } else if let indexed = Self.indexed(name) {
      self = indexed
    } else {
      self = .name(name)
    }
  }

  /// A name of one letter, Latin or Greek.
  private static func letter(_ name: String) -> Notation? {
    // Python keeps the word lambda for itself, so frameworks leave out its last letter.
    if name == "lambd" { return .letter("λ") }
    if let letter = greek[name] { return .letter(letter) }
    guard name.count == 1, let letter = name.first, letter.isLetter else { return nil }
    return .letter(letter)
  }

  /// A name of a letter and an index, such as `p1`, `a_1` or `alpha_p`.
  private static func indexed(_ name: String) -> Notation? {
    let isSpaced = name.contains("_")
    let end = isSpaced ? name.firstIndex(of: "_") : name.firstIndex(where: \.isNumber)
    guard let end, let base = letter(String(name[..<end])) else { return nil }
    let index = String(isSpaced ? name[end...].dropFirst() : name[end...])
    if !index.isEmpty, index.allSatisfy(\.isNumber) { return .subscripted(base, .digits(index)) }
    guard isSpaced, !index.isEmpty, !index.contains("_") else { return nil }
    let operators = ["min", "max"]
    return .subscripted(
      base, operators.contains(index) ? .function(index) : letter(index) ?? .name(index))
  }
}
