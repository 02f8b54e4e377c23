import TestSupport
import Testing

@testable import Typesetting

@Suite("Fractions, roots, brackets, cases and accents")
struct MathematicsShapeTests {
  @Test(arguments: [
    ("\\frac{a}{bcd}", 70.0), ("\\dfrac{a}{bcd}", 100), ("\\tfrac{a}{bcd}", 70),
    ("\\displaystyle\\frac{a}{bcd}", 100),
  ])
  func `the bar of a fraction is on the axis and its parts are centred`(
    formula: String, size: Double
  ) throws {
    let line = try MathematicsLine(formula)
    let bar = try #require(line.rules.first), upper = try #require(line.run("a"))
    #expect(isClose(bar.midY, MathematicsLine.axis))
    #expect(isClose(upper.fontSize, size))
    #expect(isClose(upper.ink.midX, bar.midX))
    let lower = line.runs.dropFirst().map(\.ink)
    #expect(isClose((lower[0].left + lower[2].right) / 2, bar.midX))
    #expect(upper.ink.bottom < bar.top - bar.height && lower[0].top > bar.bottom + bar.height)
    #expect(isClose(bar.left, lower[0].left) && isClose(bar.right, lower[2].right))
  }

  @Test(arguments: [
    "x", "x^2", "\\frac{a}{b}", "\\dfrac{a}{b}", "\\sqrt{\\dfrac{a}{b}}", "\\sqrt{x}",
    "\\frac{1}{\\frac{1}{2}}",
  ])
  func `the sign of a root reaches round its content and meets its bar`(content: String) throws {
    let line = try MathematicsLine("\\sqrt{" + content + "}")
    let inner = try MathematicsLine(content)
    let sign = try #require(line.run("√")).ink, bar = try #require(line.rules.last)
    let size = try #require(inner.ink)
    #expect(isClose(bar.top, sign.top))
    #expect(bar.left < sign.right && isClose(bar.right, line.extent.advance))
    #expect(sign.bottom > size.bottom - 1e-9)
    #expect(bar.bottom < size.top)
    #expect(bar.right > sign.right + size.width - 1e-9)
  }

  @Test func `the degree of a root stands over its hook`() throws {
    let line = try MathematicsLine("\\sqrt[n]{x}")
    let degree = try #require(line.run("n")), sign = try #require(line.run("√")).ink
    #expect(isClose(degree.fontSize, 50))
    #expect(degree.ink.right < sign.right && degree.origin.y < sign.midY)
    #expect(degree.ink.left > -1e-9)
  }

  @Test(arguments: [
    "x", "\\frac{a}{b}", "\\dfrac{a}{b}", "\\dfrac{\\dfrac{a}{b}}{c}", "x^{2^2}", "x_{a_b}",
    "\\begin{cases}a\\\\b\\\\c\\\\d\\end{cases}",
  ])
  func `brackets are centred on the axis and cover what is between them`(content: String) throws {
    let inner = try #require(try MathematicsLine(content).ink)
    let axis = MathematicsLine.axis
    let reach = max(axis - inner.top, inner.bottom - axis)
    for (left, right) in [("(", ")"), ("|", "|"), ("\\langle", "\\rangle")] {
      let line = try MathematicsLine("\\left" + left + " " + content + "\\right" + right)
      for bracket in [line.runs[0].ink, line.runs[line.runs.count - 1].ink] {
        #expect(isClose(bracket.midY, axis))
        #expect(bracket.height > min(0.9 * 2 * reach, 95))
        #expect(bracket.height < max(2 * reach + 1e-9, 95 + 1e-9))
      }
      #expect(line.runs[0].ink.right < line.runs[1].ink.left + 1e-9)
    }
  }

  @Test(arguments: ["\\big\\{", "\\Big\\{", "\\bigg\\{", "\\Bigg\\{"])
  func `high braces are of pieces without gaps between them`(formula: String) throws {
    let line = try MathematicsLine(formula)
    let brace = try #require(line.brace), inks = line.runs.map(\.ink)
    #expect(isClose(brace.midY, MathematicsLine.axis))
    #expect(
      isClose(brace.height, ["\\big\\{": 120, "\\Big\\{": 180, "\\bigg\\{": 240][formula] ?? 300))
    #expect(zip(inks, inks.dropFirst()).allSatisfy { $0.bottom > $1.top - 1e-9 })
    #expect(line.runs.count == (brace.height > 260 ? 5 : 1))
  }

  @Test func `square brackets are bars where they are higher than the font has them`() throws {
    let plain = try MathematicsLine("\\left[x\\right]")
    #expect(plain.rules.isEmpty && plain.runs.map(\.string) == ["[", "x", "]"])
    let high = try MathematicsLine("\\Bigg[x\\Bigg\\rfloor")
    #expect(high.rules.count == 3 + 2)
    let stems = high.rules.filter { $0.height > 100 }
    #expect(stems.count == 2)
    for stem in stems { #expect(isClose(stem.midY, MathematicsLine.axis)) }
  }

  @Test(arguments: [("\\big(", 120.0), ("\\Big(", 180), ("\\biggl(", 240), ("\\Biggr(", 300)])
  func `big brackets have their heights`(formula: String, height: Double) throws {
    let line = try MathematicsLine(formula)
    #expect(isClose(line.runs[0].ink.height, height))
    #expect(isClose(line.runs[0].ink.midY, MathematicsLine.axis))
  }

  @Test func `a bracket in the middle is as high as those around it`() throws {
    let line = try MathematicsLine("\\left(\\dfrac{a}{b}\\middle|c\\right.")
    let heights = [line.runs[0], try #require(line.run("|"))].map(\.ink.height)
    #expect(isClose(heights[0], heights[1]) && heights[0] > 150)
    #expect(line.run(")") == nil)
  }

  @Test(arguments: [1, 2, 3, 5])
  func `cases are centred on the axis, and their cells aligned`(count: Int) throws {
    let rows = (0..<count).map { "\($0) & x" }.joined(separator: "\\\\")
    let line = try MathematicsLine("\\begin{cases}" + rows + "\\end{cases}")
    let brace = try #require(line.brace)
    let first = line.runs.filter { $0.style == .upright && !"{⎧⎨⎩⎪".contains($0.string) }
    let second = line.runs.filter { $0.style == .italic }
    #expect(first.count == count && second.count == count)
    #expect(Set(first.map(\.origin.x)).count == 1 && Set(second.map(\.origin.x)).count == 1)
    #expect(second[0].ink.left - first[0].ink.right > 99)
    #expect(zip(first, second).allSatisfy { $0.origin.y == $1.origin.y })
    let middle = (first[0].ink.top + first[count - 1].ink.bottom) / 2
    #expect(abs(middle - MathematicsLine.axis) < 3)
    #expect(isClose(brace.midY, MathematicsLine.axis))
    #expect(zip(first, first.dropFirst()).allSatisfy { $0.ink.bottom < $1.ink.top })
    #expect(brace.height > 0.9 * (first[count - 1].ink.bottom - first[0].ink.top))
  }

  @Test(arguments: ["\\hat x", "\\tilde x", "\\bar x", "\\vec x", "\\dot x", "\\ddot{x}"])
  func `an accent is over the middle of a letter`(formula: String) throws {
    let line = try MathematicsLine(formula)
    let letter = try #require(line.run("x")).ink
    let mark = try #require(line.runs.first { $0.string != "x" }).ink
    #expect(mark.bottom < letter.top && isClose(mark.midX, letter.midX))
    #expect(isClose(line.extent.advance, 60))
  }

  @Test(arguments: ["\\widehat", "\\widetilde"], ["x", "ab", "x+y+z", "\\frac{a}{b}"])
  func `a wide accent reaches over all of its letters in strokes of one width`(
    accent: String, content: String
  ) throws {
    let plain = try MathematicsLine(content), ink = try #require(plain.ink)
    let line = try MathematicsLine("\(accent){\(content)}")
    let mark = try #require(line.areas.first), half = mark.count / 2
    #expect(line.areas.count == 1 && line.runs.map(\.string) == plain.runs.map(\.string))
    #expect(line.extent.advance == plain.extent.advance)
    #expect(mark.map(\.x).min() == 0 && mark.map(\.x).max() == line.extent.advance)
    #expect(mark.allSatisfy { $0.y < ink.top && -$0.y <= line.extent.ascent + 1e-9 })
    // The upper edge, and the lower one back.
    for (upper, lower) in zip(mark[..<half], mark[half...].reversed()) {
      #expect(
        isClose(upper.x, lower.x) && isClose(lower.y - upper.y, mark[2 * half - 1].y - mark[0].y))
    }
  }

  @Test func `a leaning letter carries its accent to the right`() throws {
    let line = try LeaningMeasurer().typeset("$\\hat x$", fontSize: 100)
    let mark = line.pieces.compactMap { piece -> Double? in
      guard case .glyphs(let run) = piece, run.string == "ˆ" else { return nil }
      return run.origin.x
    }
    #expect(mark.count == 1 && isClose(mark[0], 15))
  }

  @Test func `upright neighbours keep clear of a leaning letter, leaning ones need not`() throws {
    func starts(_ formula: String) throws -> [Double] {
      try LeaningMeasurer().typeset("$" + formula + "$", fontSize: 100).pieces.compactMap {
        if case .glyphs(let run) = $0 { run.origin.x } else { nil }
      }
    }
    #expect(try starts("xy") == [0, 60])
    #expect(try starts("x)") == [0, 75])
    #expect(try starts("x^2") == [0, 75])
    #expect(try starts("x_2") == [0, 60])
  }
}

/// Letters of equal size, of which the italic ones reach 15 % of an em further than they are wide.
private struct LeaningMeasurer: TextMeasurer {
  func measure(_ text: String, fontSize: Double, style: FontStyle) -> TextExtent {
    var extent = FixedPitchMeasurer().measure(text, fontSize: fontSize, style: style)
    extent.overhang = style == .italic ? 0.15 * fontSize : 0
    return extent
  }
}
