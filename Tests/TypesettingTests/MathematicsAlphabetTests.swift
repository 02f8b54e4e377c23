import TestSupport
import Testing

@testable import Typesetting

@Suite("Alphabets, matrices and what stands above and below")
struct MathematicsAlphabetTests {
  private func glyphs(_ formula: String) throws -> [Glyphs] {
    try FixedPitchMeasurer().typeset("$\(formula)$", fontSize: 10).pieces.compactMap {
      if case .glyphs(let glyphs) = $0 { glyphs } else { nil }
    }
  }

  private func runs(_ formula: String) throws -> [String] { try glyphs(formula).map(\.string) }

  @Test(arguments: [
    ("\\mathcal{L}", ["ℒ"]), ("\\mathscr{N}", ["𝒩"]), ("\\mathcal{F}x", ["ℱ", "x"]),
    ("\\mathbb{R}^n", ["ℝ", "n"]), ("\\mathbb{1}", ["𝟙"]), ("\\mathbb{k}", ["𝕜"]),
    ("x^{1/3}", ["x", "1", "/", "3"]),
  ])
  func `letters are those of the alphabet`(formula: String, runs: [String]) throws {
    #expect(try self.runs(formula) == runs)
  }

  @Test(arguments: [
    ("\\mathbf{W}", FontStyle.upright), ("\\boldsymbol{w}", .italic), ("\\bm{\\theta}", .italic),
    ("\\mathbf{x}", .upright), ("\\boldsymbol{\\Theta}", .upright),
  ])
  func `bold letters are drawn once, with thicker strokes`(
    formula: String, style: FontStyle
  ) throws {
    let glyphs = try glyphs(formula)
    #expect(glyphs.count == 1 && glyphs[0].style == style)
    #expect(glyphs[0].emboldening > 0.3 && glyphs[0].emboldening < 0.6)
    #expect(try self.glyphs("x")[0].emboldening == 0)
    // What follows, and a script, keep off it.
    let plain = try FixedPitchMeasurer().typeset("$x y$", fontSize: 10).extent.advance
    let bold = try FixedPitchMeasurer().typeset("$\\boldsymbol{x} y$", fontSize: 10).extent.advance
    #expect(bold > plain)
    #expect(try runs("\\mathbf{W}^2").last == "2")
  }

  @Test(arguments: [("\\underbrace{a+b}_{n}", false), ("\\overbrace{a+b}^{n}", true)])
  func `a brace is as wide as its content, and its label beyond it`(
    formula: String, isAbove: Bool
  ) throws {
    let line = try FixedPitchMeasurer().typeset("$\(formula)$", fontSize: 10)
    let plain = try FixedPitchMeasurer().typeset("$a+b$", fontSize: 10)
    let areas = line.pieces.compactMap { if case .area(let points) = $0 { points } else { nil } }
    #expect(areas.count == 1)
    let brace = try #require(areas.first)
    let x = brace.map(\.x), y = brace.map(\.y)
    #expect(((x.max() ?? 0) - (x.min() ?? 0) - plain.extent.advance).magnitude < 0.2)
    let label = try #require(try glyphs(formula).first { $0.string == "n" })
    if isAbove {
      #expect((y.max() ?? 0) < -plain.extent.ascent + 1e-9 && label.origin.y < (y.min() ?? 0))
    } else {
      #expect((y.min() ?? 0) > 0 && label.origin.y > (y.max() ?? 0))
    }
    #expect((label.origin.x + 2 - plain.extent.advance / 2).magnitude < 3)
  }

  @Test(arguments: [
    ("matrix", 0), ("pmatrix", 2), ("bmatrix", 2), ("Bmatrix", 2), ("vmatrix", 2), ("Vmatrix", 2),
  ])
  func `a matrix has its cells in rows and columns`(name: String, brackets: Int) throws {
    let label = "$\\begin{\(name)} a & b \\\\ c & dd \\end{\(name)}$"
    let cells = try FixedPitchMeasurer().typeset(label, fontSize: 10).pieces.compactMap { piece in
      if case .glyphs(let glyphs) = piece, "abcd".contains(glyphs.string) { glyphs } else { nil }
    }
    #expect(cells.map(\.string) == ["a", "b", "c", "d", "d"])
    #expect(cells[0].origin.y == cells[1].origin.y && cells[2].origin.y > cells[0].origin.y + 8)
    #expect(cells[0].origin.x == cells[2].origin.x)
    // The narrow one is in the middle of the wide one.
    let wide = (cells[3].origin.x + cells[4].origin.x) / 2
    #expect((cells[1].origin.x - wide).magnitude < 1e-9)
    let plain = try FixedPitchMeasurer().typeset(
      "$\\begin{matrix} a & b \\\\ c & dd \\end{matrix}$", fontSize: 10)
    let all = try FixedPitchMeasurer().typeset(label, fontSize: 10)
    #expect((all.extent.advance > plain.extent.advance) == (brackets > 0))
  }

  @Test func `a binomial is a fraction without a bar in parentheses`() throws {
    let pieces = try FixedPitchMeasurer().typeset("$\\binom{n}{k}$", fontSize: 10).pieces
    #expect(pieces.allSatisfy { if case .glyphs = $0 { true } else { false } })
    #expect(try runs("\\binom{n}{k}") == ["(", "n", "k", ")"])
    let glyphs = try glyphs("\\dbinom{n}{k}")
    #expect(glyphs[1].origin.y < 0 && glyphs[2].origin.y > 0)
  }

  @Test(arguments: [
    ("x_1, \\dots, x_n", "…"), ("x_1 + \\dots + x_n", "⋯"), ("a < \\dots < b", "⋯"),
    ("f_1 \\circ \\dots \\circ f_n", "⋯"), ("\\dots", "…"), ("\\vdots", "⋮"), ("\\ddots", "⋱"),
    ("\\dots\\sum", "⋯"), ("a\\cdots", "⋯"), ("a + \\ldots", "…"),
  ])
  func `dots stand where the signs beside them do`(formula: String, dots: String) throws {
    #expect(try runs(formula).contains(dots), "\(formula)")
  }

  @Test(arguments: [
    ("\\overset{d}{=}", true), ("\\stackrel{d}{=}", true), ("\\underset{x}{\\max}", false),
    ("\\lim\\limits_{d}", false), ("\\sum\\limits^{d}", true), ("\\max\\limits_{d} x", false),
  ])
  func `scripts stand above and below`(formula: String, isAbove: Bool) throws {
    let glyphs = try glyphs(formula)
    let script = try #require(glyphs.first { "dx".contains($0.string) && $0.fontSize < 10 })
    let base = try #require(glyphs.first { $0.fontSize >= 10 })
    #expect((script.origin.y < base.origin.y - 4) == isAbove)
    #expect((script.origin.y > base.origin.y + 4) != isAbove)
    #expect(script.origin.x < base.origin.x + 10)
  }
}
