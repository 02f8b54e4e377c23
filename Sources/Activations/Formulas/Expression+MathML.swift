internal import Wording

extension Expression {
  /// The formula as a `math` element of presentation MathML, of what MathML Core has.
  var mathML: String {
    var text = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
    Notation(self).writeMathML(to: &text)
    return text + "</math>"
  }
}

extension Notation {
  fileprivate func writeMathML(to text: inout String) {
    switch self {
    case .digits(let digits): text += "<mn>\(digits)</mn>"
    case .letter(let letter): Self.writeLetter(letter, to: &text)
    case .name(let name), .function(let name): text += "<mi>\(markup(name))</mi>"
    case .mark(let mark): text += mark.mathML
    case .row(let parts): Self.write("mrow", parts, to: &text)
    case .fraction(let numerator, let denominator):
      Self.write("mfrac", [numerator, denominator], to: &text)
    case .superscript(let base, let script):
      Self.write("msup", [base, script.slashed], to: &text)
    case .subscripted(let base, let script): Self.write("msub", [base, script], to: &text)
    case .root(let content): Self.write("msqrt", [content], to: &text)
    case .fenced(let fence, let content): Self.writeFenced(content, fence, to: &text)
    case .application(let head, let content):
      text += "<mrow>"
      head.writeMathML(to: &text)
      text += "<mo>\u{2061}</mo>"
      Self.writeFenced(content, .parentheses, to: &text)
      text += "</mrow>"
    case .cases(let rows, let last): Self.writeCases(rows, last, to: &text)
    }
  }

  private static func write(_ element: String, _ children: [Notation], to text: inout String) {
    text += "<\(element)>"
    for child in children { child.writeMathML(to: &text) }
    text += "</\(element)>"
  }

  private static func writeLetter(_ letter: Character, to text: inout String) {
    // Greek capitals are upright in formulas; a letter by itself would be slanted.
    let isUpright = letter.isUppercase && !letter.isASCII
    text += isUpright ? "<mi mathvariant=\"normal\">" : "<mi>"
    text += markup(String(letter)) + "</mi>"
  }

  /// Writes a row of its own, in which the fences are first and last and so are taken for fences.
  private static func writeFenced(_ content: Notation, _ fence: Fence, to text: inout String) {
    let (left, right) =
      switch fence {
      case .parentheses: ("(", ")")
      case .bars: ("|", "|")
      case .floor: ("⌊", "⌋")
      }
    text += "<mrow><mo>\(left)</mo>"
    content.writeMathML(to: &text)
    text += "<mo>\(right)</mo></mrow>"
  }

  private static func writeCases(_ rows: [Case], _ last: Notation, to text: inout String) {
    // Core has no columnalign, and its cells are centred.
    let cell = "<mtd style=\"text-align: left\">"
    text += "<mrow><mo fence=\"true\">{</mo><mtable>"
    for row in rows {
      text += "<mtr>" + cell
      row.value.writeMathML(to: &text)
      // A space at the end of a text would be dropped.
      text += "</mtd>" + cell + "<mtext>if\u{A0}</mtext>"
      row.condition.writeMathML(to: &text)
      text += "</mtd></mtr>"
    }
    text += "<mtr>" + cell
    last.writeMathML(to: &text)
    text += "</mtd>" + cell + "<mtext>otherwise</mtext></mtd></mtr></mtable></mrow>"
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
