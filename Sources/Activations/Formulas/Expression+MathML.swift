package import Wording

extension Expression {
  /// The formula as a `math` element of presentation MathML, of what MathML Core has, with the words
  /// between its cases in English.
  var mathML: String { mathML(in: .en) }

  func mathML(in language: Language) -> String {
    var writer = MathMLWriter(language: language)
    writer.write(Notation(self))
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">\(writer.text)</math>"
  }
}

extension Activation {
  /// Its definition as a MathML element, with the words between its cases in that language.
  package func mathML(in language: Language) -> String { expression.mathML(in: language) }
}

extension Formula {
  /// The formula as a MathML element, with the words between its cases in that language.
  package func mathML(in language: Language) -> String { expression.mathML(in: language) }
}

extension SymbolicDerivative {
  /// The formula as a MathML element, with the words between its cases in that language.
  package func mathML(in language: Language) -> String { expression.mathML(in: language) }
}

private struct MathMLWriter {
  let language: Language
  private(set) var text = ""

  init(language: Language) { self.language = language }

  mutating func write(_ notation: Notation) {
    switch notation {
    case .digits(let digits): text += "<mn>\(digits)</mn>"
    case .letter(let letter): write(letter)
    case .name(let name), .function(let name): text += "<mi>\(markup(name))</mi>"
    case .mark(let mark): text += mark.mathML
    case .row(let parts): write("mrow", parts)
    case .fraction(let numerator, let denominator): write("mfrac", [numerator, denominator])
    case .superscript(let base, let script): write("msup", [base, script.slashed])
    case .subscripted(let base, let script): write("msub", [base, script])
    case .root(let content): write("msqrt", [content])
    case .fenced(let fence, let content): write(content, within: fence)
    case .application(let head, let content):
      text += "<mrow>"
      write(head)
      text += "<mo>\u{2061}</mo>"
      write(content, within: .parentheses)
      text += "</mrow>"
    case .cases(let rows, let last): write(rows, otherwise: last)
    }
  }

  private mutating func write(_ element: String, _ children: [Notation]) {
    text += "<\(element)>"
    for child in children { write(child) }
    text += "</\(element)>"
  }

  private mutating func write(_ letter: Character) {
    // Greek capitals are upright in formulas; a letter by itself would be slanted.
    let isUpright = letter.isUppercase && !letter.isASCII
    text += isUpright ? "<mi mathvariant=\"normal\">" : "<mi>"
    text += markup(String(letter)) + "</mi>"
  }

  /// Writes a row of its own, in which the fences are first and last and so are taken for fences.
  private mutating func write(_ content: Notation, within fence: Notation.Fence) {
    let (left, right) =
      switch fence {
      case .parentheses: ("(", ")")
      case .bars: ("|", "|")
      case .floor: ("⌊", "⌋")
      }
    text += "<mrow><mo>\(left)</mo>"
    write(content)
    text += "<mo>\(right)</mo></mrow>"
  }

  private mutating func write(_ rows: [Notation.Case], otherwise last: Notation) {
    // Core has no columnalign, and its cells are centred.
    let cell = "<mtd style=\"text-align: left\">"
    // A plain space at the end of a text would be dropped.
    let before = Translated("<mtext>if\u{A0}</mtext>", "")[language]
    let behind = Translated("", "<mtext>일 때</mtext>")[language]
    text += "<mrow><mo fence=\"true\">{</mo><mtable>"
    for row in rows {
      text += "<mtr>" + cell
      write(row.value)
      text += "</mtd>" + cell + before
      write(row.condition)
      text += behind + "</mtd></mtr>"
    }
    text += "<mtr>" + cell
    write(last)
    let otherwise = Translated("otherwise", "그 외")[language]
    text += "</mtd>" + cell + "<mtext>\(otherwise)</mtext></mtd></mtr></mtable></mrow>"
  }
}

extension Notation.Mark {
  fileprivate var mathML: String {
    switch self {
    case .negative, .minus: "<mo>\u{2212}</mo>"
    case .plus: "<mo>+</mo>"
    case .dot: "<mo>⋅</mo>"
    case .comma: "<mo>,</mo>"
    case .semicolon: "<mo>;</mo>"
    case .slash: "<mo>/</mo>"
    case .times: "<mo>\u{2062}</mo>"
    case .thinTimes: "<mo>\u{2062}</mo><mspace width=\"0.1667em\"/>"
    case .less: "<mo>&lt;</mo>"
    case .lessOrEqual: "<mo>≤</mo>"
    case .greater: "<mo>&gt;</mo>"
    case .greaterOrEqual: "<mo>≥</mo>"
    case .equal: "<mo>=</mo>"
    case .notEqual: "<mo>≠</mo>"
    }
  }
}
