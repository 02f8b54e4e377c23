import TestSupport
import Testing

@testable import Typesetting

@Suite("Mathematics is set by TeX's conventions")
struct MathematicsLayoutTests {
  static let spacing: [(formula: String, gaps: [Double])] = [
    ("a b", [0]), ("a+b", [4, 4]), ("a-b", [4, 4]), ("a=b", [5, 5]), ("a\\le b", [5, 5]),
    ("a,b", [0, 3]), ("f(x)", [0, 0, 0]), ("-a", [0]), ("(-a)", [0, 0, 0]), ("a=-b", [5, 5, 0]),
    ("a\\cdot-b", [4, 4, 0]), ("a+", [0]), ("a+=b", [0, 5, 5]), ("\\sin x", [3]),
    ("2\\sin x", [3, 3]), ("\\sin(x)", [0, 0, 0]), ("\\sin-x", [3, 0]), ("a+\\sin x", [4, 4, 3]),
    ("a=\\sin x", [5, 5, 3]), ("a\\ldots b", [3, 3]), ("a,\\ldots,b", [0, 3, 3, 3]),
    ("(a)(b)", [0, 0, 0, 0, 0]), ("(a)+b", [0, 0, 4, 4]), ("a\\,b", [3]), ("a\\:b", [4]),
    ("a\\;b", [5]), ("a\\!b", [-3]), ("a\\quad b", [18]), ("a\\qquad b", [36]), ("a~b", [6]),
    ("a\\ b", [6]), ("a{+}b", [0, 0]), ("a\\mathrm{bc}d", [0, 0]), ("a\\to b", [5, 5]),
    ("a|b|", [0, 0, 0]), ("\\lvert a\\rvert", [0, 0]), ("a:b", [5, 5]), ("a\\colon b", [0, 3]),
    ("\\operatorname{f}x", [3]), ("a!+b", [0, 4, 4]), ("a/b", [0, 0]),
  ]

  @Test(arguments: spacing.indices)
  func `the classes of neighbours decide the space between them`(index: Int) throws {
    let (formula, expected) = Self.spacing[index]
    let gaps = try MathematicsLine(formula).gaps
    #expect(gaps.count == expected.count, "\(formula)")
    for (gap, space) in zip(gaps, expected) { #expect(isClose(gap, space), "\(formula): \(gaps)") }
  }

  @Test func `scripts leave out the spaces around signs`() throws {
    let line = try MathematicsLine("x^{a+b=c}")
    for gap in line.gaps.dropFirst() { #expect(isClose(gap, 0)) }
    let name = try MathematicsLine("x^{a\\sin b}")
    #expect(isClose(name.gaps[1], 3 * 0.7))
  }

  @Test func `digits and names are one run, letters are italic and capital Greek is upright`()
    throws
  {
    let line = try MathematicsLine("12.5x\\mathrm{max}\\beta\\Gamma R ε Φ \\mathit{ab}")
    #expect(line.runs.map(\.string) == ["12.5", "x", "max", "β", "Γ", "R", "ε", "Φ", "a", "b"])
    let leaning = line.runs.filter { $0.style == .italic }.map(\.string)
    #expect(leaning == ["x", "β", "R", "ε", "a", "b"])
  }

  @Test(arguments: [
    ("-", "−"), ("*", "∗"), ("\\operatorname{ACON-C}", "ACON-C"), ("\\mathbb{R}", "ℝ"),
    ("\\mathbb{E}", "𝔼"), ("\\text{if } x", "if "), ("\\not=", "≠"), ("\\not\\in", "∉"),
    ("\\operatorname{hard\\_elish}", "hard_elish"), ("\\%", "%"), ("\\&", "&"), ("한글", "한글"),
  ])
  func `characters become what mathematics writes`(formula: String, run: String) throws {
    #expect(try MathematicsLine(formula).runs.first?.string == run)
  }

  // MARK: Scripts

  @Test func `scripts are smaller, raised and lowered`() throws {
    let line = try MathematicsLine("x^{a^b}_c")
    let base = try #require(line.run("x")), upper = try #require(line.run("a"))
    let second = try #require(line.run("b")), lower = try #require(line.run("c"))
    #expect(isClose(upper.fontSize, 70) && isClose(second.fontSize, 50))
    #expect(isClose(lower.fontSize, 70))
    #expect(upper.origin.y < base.origin.y && second.origin.y < upper.origin.y)
    #expect(lower.origin.y > base.origin.y)
    #expect(upper.ink.bottom < lower.ink.top)
    #expect(isClose(upper.ink.left, base.ink.right) && isClose(lower.ink.left, base.ink.right))
  }

  @Test(arguments: [
    ("x_a^b", "x^b_a"), ("\\sum_a^b", "\\sum^b_a"), ("f'^2", "f^{\\prime2}"), ("f'", "f^\\prime"),
    ("f''", "f^{\\prime\\prime}"), ("f_n'", "f'_n"), ("x²", "x^2"), ("x₁²", "x_1^2"),
    ("x⁻¹", "x^{-1}"), ("\\displaystyle\\sum_a^b", "\\displaystyle\\sum^b_a"),
    ("\\lbrace x\\rbrace", "\\{x\\}"), ("\\frac12", "\\frac{1}{2}"), ("x^\\alpha", "x^{\\alpha}"),
    ("\\dfrac ab", "\\displaystyle\\frac ab"), ("{x}", "x"), ("a \\leq b", "a≤b"), ("π", "\\pi"),
  ])
  func `two ways to write the same look the same`(first: String, second: String) throws {
    let lines = [try MathematicsLine(first), try MathematicsLine(second)]
    #expect(lines[0].runs == lines[1].runs)
    #expect(lines[0].extent == lines[1].extent)
  }

  @Test func `superscripts are lower in a denominator and higher on something high`() throws {
    func raise(_ formula: String) throws -> Double {
      let line = try MathematicsLine(formula)
      return try #require(line.run("x")?.origin.y) - #require(line.run("2")?.origin.y)
    }
    #expect(try raise("\\dfrac{a}{x^2}") < raise("\\dfrac{x^2}{a}"))
    #expect(try raise("x^2") < raise("\\left(\\dfrac{x}{y}\\right)^2") + 40)
    let tall = try MathematicsLine("\\left(\\dfrac{a}{b}\\right)^2")
    #expect(try #require(tall.run("2")).ink.top < #require(tall.run("(")).ink.top)
  }

  // MARK: Operators

  @Test func `a sum has its scripts beside it in text and above and below it in display style`()
    throws
  {
    for (formula, isAbove) in [
      ("\\sum_a^b", false), ("\\displaystyle\\sum_a^b", true), ("\\sum\\limits_a^b", true),
      ("\\displaystyle\\sum\\nolimits_a^b", false), ("\\displaystyle\\int_a^b", false),
      ("\\displaystyle\\max_a^b", true), ("\\displaystyle\\sin_a^b", false),
      ("\\displaystyle\\operatorname*{f}_a^b", true),
    ] {
      let line = try MathematicsLine(formula)
      let sign = line.runs[0].ink, upper = try #require(line.run("b")).ink
      let lower = try #require(line.run("a")).ink
      #expect((upper.bottom < sign.top) == isAbove, "\(formula)")
      #expect((lower.top > sign.bottom) == isAbove, "\(formula)")
      #expect(isClose(upper.midX, sign.midX) == isAbove, "\(formula)")
      #expect(isClose(lower.midX, sign.midX) == isAbove, "\(formula)")
    }
  }

  @Test(arguments: ["\\sum", "\\displaystyle\\sum", "\\int", "\\displaystyle\\int", "\\prod"])
  func `large operators are in the middle of the axis`(formula: String) throws {
    let line = try MathematicsLine(formula)
    #expect(isClose(line.runs[0].ink.midY, MathematicsLine.axis))
  }

  // MARK: Room

  @Test(arguments: [
    "x", "x^2", "\\frac{1}{1+e^{-x}}", "\\dfrac{\\dfrac{a}{b}}{c}", "\\sqrt{\\sqrt{\\frac12}}",
    "\\sqrt[3]{x}", "\\Bigg(x\\Bigg]", "\\displaystyle\\sum_{i=1}^n x_i", "\\hat x",
    "\\overline{x}",
    "\\underline{x}", "\\begin{cases}a&b\\\\\\dfrac{c}{d}&e\\\\f&g\\end{cases}", "f''(x)",
    "x_{a_b}",
    "\\left\\lfloor\\dfrac{a}{b}\\right\\rceil",
  ])
  func `the extent holds all that is drawn`(formula: String) throws {
    let line = try MathematicsLine(formula)
    let ink = try #require(line.ink)
    #expect(ink.left > -1e-9 && ink.right < line.extent.advance + 1e-9)
    #expect(ink.top > -line.extent.ascent - 1e-9 && ink.bottom < line.extent.descent + 1e-9)
  }
}
