import TestSupport
import Testing

@testable import Typesetting

@Suite("What labels may hold")
struct MathematicsInputTests {
  @Test(arguments: ["", "ReLU", "a\\b", "\\alpha {x}^2_", "100 % & more", "한글", "x\\\\y"])
  func `text without a dollar sign is one run as it is`(text: String) throws {
    let line = try FixedPitchMeasurer().typeset(text, fontSize: 12)
    let extent = FixedPitchMeasurer().measure(text, fontSize: 12, style: .upright)
    #expect(line.pieces == [.glyphs(Glyphs(string: text, fontSize: 12))])
    #expect(line.extent == extent)
  }

  @Test(arguments: [
    ("\\$5", ["$5"]), ("5 \\$ and $x$", ["5 $ and ", "x"]), ("$x$", ["x"]),
    ("a $x$ b $y$", ["a ", "x", " b ", "y"]), ("$x$$y$", ["x", "y"]), ("$\\$x$", ["$", "x"]),
  ])
  func `dollar signs are told apart`(label: String, runs: [String]) throws {
    let line = try MathematicsLine(label: label)
    #expect(line.runs.map(\.string) == runs)
    for gap in line.gaps { #expect(isClose(gap, 0)) }
  }

  struct Fault: Sendable {
    let label: String
    let column: Int
    /// What the sentence holds, among it the remedy.
    let words: [String]

    init(_ label: String, _ column: Int, _ words: String...) {
      self.label = label
      self.column = column
      self.words = words
    }
  }

  static let faults: [Fault] = [
    Fault("$x", 1, "\\$"), Fault("costs 5$", 8, "\\$"), Fault("$x$ and $", 9, "\\$"),
    // Before a dollar sign a backslash counts whatever stands before it.
    Fault("\\\\$x$", 5, "\\$"), Fault("$$", 1, "no mathematics"),
    Fault("a $ $", 3, "no mathematics"),
    Fault("$a \\foo b$", 4, "“\\foo”", "\\mathrm"), Fault("f: $\\Alpah$", 5, "“\\Alpah”"),
    Fault("$\\ALPHA$", 2, "\\Alpha?"), Fault("$2\\cdotx$", 3, "\\cdot x?"),
    Fault("$\\operatorn{f}$", 2, "\\operatorname?"),
    Fault("$\\mathfrak{x}$", 2, "not offered", "\\mathcal"),
    // No command is split within what it applies to.
    Fault("$\\textbf{x}$", 2, "\\mathbf"), Fault("$\\aplha$", 2, "\\alpha?"),
    Fault("$\\fracab$", 2, "\\mathrm"), Fault("$\\alphax$", 2, "\\alpha x?"),
    Fault("$x^a^b$", 5, "second superscript", "{x^a}^b"), Fault("$x_a_b$", 5, "second subscript"),
    Fault("$x^$", 3, "^{…}"), Fault("$x^^2$", 3, "“^”"), Fault("$\\frac{1}$", 2, "\\frac"),
    Fault("$\\sqrt$", 2, "\\sqrt{…}"), Fault("${x$", 2, "“}”", "\\{"), Fault("$a}$", 3, "\\}"),
    Fault("$a & b$", 4, "cases", "\\&"), Fault("$a \\\\ b$", 4, "cases"),
    Fault("$\\left( x$", 2, "\\right"), Fault("$x \\right)$", 4, "\\left"),
    Fault("$\\left x$", 2, "\\langle"), Fault("$\\left( {x \\right)$", 9, "“}”"),
    Fault("$\\begin{array}$", 2, "cases", "pmatrix"),
    Fault("$\\begin{bmatrix} a$", 2, "\\end{bmatrix}"),
    Fault("$\\begin{pmatrix} a \\end{bmatrix}$", 2, "\\end{pmatrix}"),
    Fault("$\\begin{cases} a$", 2, "\\end{cases}"),
    Fault("$\\begin{cases} a \\end{case}$", 2, "\\end{cases}"), Fault("$50 %$", 5, "\\%"),
    Fault("$#1$", 2, "\\#"), Fault("$\\text{if \\alpha}$", 11, "“\\alpha”"),
    Fault("$\\text{if$", 7, "“}”"), Fault("$x\\limits_a$", 3, "\\sum"),
    Fault("$\\mathbb{ä}$", 2, "A to Z"), Fault("$\\not x$", 2, "\\in"), Fault("$x\\$", 1, "\\$"),
    Fault("$\\sqrt[3{x}$", 2, "“]”"), Fault("$\\text$", 2, "\\text{…}"),
  ]

  @Test(arguments: faults)
  func `a fault is a sentence with its column and the remedy`(fault: Fault) throws {
    let error = #expect(throws: MathematicsError.self) { try MathematicsLine(label: fault.label) }
    let description = try #require(error?.description)
    #expect(error?.column == fault.column, "\(description)")
    #expect(description.hasPrefix("Column \(fault.column) of the label “"))
    #expect(description.hasSuffix("."))
    for word in fault.words { #expect(description.contains(word), "\(description)") }
  }

  static let hostile: [String] = [
    String(repeating: "{", count: 10_000), String(repeating: "\\sqrt", count: 300),
    String(repeating: "x", count: 100_000), String(repeating: "\\frac{", count: 300),
    String(repeating: "x^{", count: 400), String(repeating: "\\hat", count: 400),
    String(repeating: "\\left(", count: 300), String(repeating: "\\not", count: 400),
    String(repeating: "x^", count: 900), String(repeating: "\\begin{cases}", count: 100),
    String(repeating: "\\sqrt[", count: 200), String(repeating: "\\mathrm{", count: 200),
    String(repeating: "{", count: 900) + String(repeating: "}", count: 900),
  ]

  @Test(arguments: hostile.indices)
  func `hostile input is refused in a sentence`(index: Int) throws {
    let label = "$" + Self.hostile[index] + "$"
    let error = #expect(throws: MathematicsError.self) { try MathematicsLine(label: label) }
    #expect(try #require(error).description.count < 400)
  }

  @Test func `mathematics may be as deep and as long as a page can show`() throws {
    let deep = String(repeating: "{", count: 40) + "x" + String(repeating: "}", count: 40)
    #expect(try MathematicsLine(deep).runs.map(\.string) == ["x"])
    #expect(try MathematicsLine(String(repeating: "x", count: 2000)).runs.count == 2000)
    #expect(throws: MathematicsError.self) {
      try MathematicsLine(String(repeating: "x", count: 2001))
    }
  }

  @Test func `every command can be set or says what to write instead`() throws {
    for (name, command) in MathCommand.named {
      let formula =
        switch command {
        case .limits: "\\sum\\\(name)_a"
        case .fraction, .binomial, .stacked: "\\\(name){a}{b}"
        case .accent, .overline, .underline, .phantom, .root, .letters, .operatorName, .text,
          .bold:
          "\\\(name){a}"
        case .blackboard: "\\\(name){R}"
        case .negation: "\\\(name)="
        case .bracket: "\\\(name)("
        case .left: "\\left(a\\right)"
        case .middle, .right: "\\left(a\\middle|b\\right)"
        case .begin, .end, .newRow: "\\begin{cases}a&b\\\\c&d\\end{cases}"
        default: "a\\\(name) b"
        }
      if case .unavailable(let remedy) = command {
        let error = #expect(throws: MathematicsError.self) { try MathematicsLine(formula) }
        #expect(try #require(error).description.contains(remedy))
      } else {
        #expect(throws: Never.self, "\(formula)") { try MathematicsLine(formula) }
      }
    }
  }

  /// What the printer of formulas can write, in its own spelling.
  @Test(arguments: [
    "x^{2}", "\\frac{x}{1 + e^{-x}}", "\\beta_1 x", "\\lvert x \\rvert", "\\lfloor x \\rfloor",
    "\\left\\lvert \\frac{x}{2} \\right\\rvert", "\\left\\lfloor \\frac{x}{2} \\right\\rfloor",
    "\\left(\\frac{x}{2}\\right)", "\\operatorname{sgn}(x)", "\\max(0, x)", "\\sin^{2}(x)",
    "\\mathrm{min\\_val}", "\\operatorname{ACON-C}(x; \\beta = 1, \\mathrm{p\\%} = 2)",
    "\\operatorname{GELU}_{\\operatorname{tanh}}(x)", "x_{\\min}", "x_{\\max}", "t_l", "a_{10}",
    "\\begin{cases} x & \\text{if } x \\ge 0 \\\\ \\alpha (e^{x} - 1) & \\text{otherwise} \\end{cases}",
    "10^{-5}", "1.5 \\cdot 10^{-5}", "\\sqrt{\\frac{2}{\\pi}}", "x \\ne y", "x\\,\\Phi(x)",
    "\\alpha\\beta\\gamma\\delta\\epsilon\\zeta\\eta\\theta\\kappa\\lambda\\mu\\nu\\xi\\pi\\rho",
    "\\sigma\\tau\\phi\\chi\\psi\\omega\\Phi", "a_p", "\\exp \\log \\arcsin \\arccos \\arctan",
    "\\sinh \\cosh \\tanh \\cos \\tan", "x < y > z \\le w", "\\mathrm{a\\&b\\#c\\$d\\{e\\}}",
  ])
  func `what formulas are printed as can be set`(formula: String) throws {
    #expect(try !MathematicsLine(formula).runs.isEmpty)
  }

  @Test("an error shows no control characters, which would steer a terminal")
  func controlCharacters() {
    for label in ["$\u{1B}[2J$", "$\u{7F}$", "$\u{9B}x$"] {
      let error = MathematicsError(label: label, column: 2, problem: "it is none")
      #expect(error.description.unicodeScalars.allSatisfy { !(0x7F...0x9F).contains($0.value) })
      #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      #expect(error.description.contains("\u{FFFD}"))
    }
  }
}
