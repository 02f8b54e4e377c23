import TestSupport
import Testing

@testable import Typesetting

@Suite("Text of several lines")
struct LineTests {
  private func runs(_ line: TypesetLine) -> [Glyphs] {
    line.pieces.compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
  }

  private func typeset(
    _ text: String, _ alignment: TextAlignment = .center, within width: Double? = nil
  ) throws -> TypesetLine {
    try FixedPitchMeasurer().typeset(
      text, fontSize: 100, alignment: alignment, within: width)
  }

  @Test("A new line begins at a break and at what is typed for one", arguments: ["\n", "\\n"])
  func breaks(sign: String) throws {
    let line = try typeset("ab" + sign + "cdef")
    let runs = runs(line)
    #expect(Set(runs.map(\.string)) == ["ab", "cdef"])
    let upper = try #require(runs.first { $0.string == "ab" })
    let lower = try #require(runs.first { $0.string == "cdef" })
    // The last line is on the baseline, and the shorter one in the middle above it.
    #expect(lower.origin == Point(x: 0, y: 0))
    #expect(upper.origin == Point(x: 60, y: -120))
    #expect(line.extent.advance == 240)
    #expect(line.extent.ascent == 195 && line.extent.descent == 20)
    let left = try typeset("ab" + sign + "cdef", .left)
    #expect(self.runs(left).allSatisfy { $0.origin.x == 0 })
  }

  @Test("In mathematics a backslash and an n begin a command")
  func commands() throws {
    #expect(runs(try typeset("$\\nu$")).map(\.string) == ["ν"])
    #expect(runs(try typeset("$\\nabla f$\\n$x$")).map(\.origin.y).max() == 0)
    #expect(Set(runs(try typeset("$\\nabla f$\\n$x$")).map(\.origin.y)).count == 2)
  }

  @Test("Lines with high mathematics keep apart")
  func highLines() throws {
    let line = try typeset("$\\frac{1}{2}$\n$\\frac{1}{2}$")
    let ys = Set(runs(line).map(\.origin.y)).sorted()
    // Two numerators and two denominators, none of which are on each other's lines.
    #expect(ys.count == 4)
    #expect(zip(ys, ys.dropFirst()).allSatisfy { $1 - $0 > 30 })
  }

  struct Wrapping: Sendable {
    let text: String
    let width: Double
    let lines: [String]
  }

  @Test(
    "A line that is too wide is wrapped at spaces, into lines of much the same width",
    arguments: [
      Wrapping(text: "aa bb cc dd", width: 700, lines: ["aa bb cc dd"]),
      Wrapping(text: "aa bb cc dd", width: 480, lines: ["aa bb", "cc dd"]),
      Wrapping(text: "aa bb cc dd", width: 130, lines: ["aa", "bb", "cc", "dd"]),
      // A word alone can be too wide.
      Wrapping(text: "aaaaaaaaaa bb", width: 200, lines: ["aaaaaaaaaa", "bb"]),
      Wrapping(text: "aaaaaaaaaa", width: 200, lines: ["aaaaaaaaaa"]),
      // Mathematics is broken after operators that no bracket encloses and that are no signs.
      Wrapping(text: "$aa=bb$", width: 300, lines: ["aa=", "bb"]),
      Wrapping(text: "$f(a+b)-c$", width: 560, lines: ["f(a+b)−", "c"]),
      Wrapping(text: "$a=-b+{c-d}$", width: 480, lines: ["a=−b+", "c−d"]),
      Wrapping(text: "${a+b}$", width: 200, lines: ["a+b"]),
      Wrapping(text: "y is $a+b$", width: 420, lines: ["y is", "a+b"]),
    ])
  func wrapping(_ row: Wrapping) throws {
    let runs = runs(try typeset(row.text, within: row.width))
    let lines = Dictionary(grouping: runs, by: \.origin.y).sorted { $0.key < $1.key }
      .map { line in
        line.value.sorted { $0.origin.x < $1.origin.x }.map(\.string).joined()
      }
    #expect(lines == row.lines)
  }

  @Test("What is wrapped is the same label, with breaks in it")
  func wrappedLabels() throws {
    #expect(try typeset("aa \\$ bb", within: 300).string == "aa \\$\nbb")
    #expect(try typeset("$aa=bb$", within: 300).string == "$aa=$\n$bb$")
    #expect(try typeset("$aa=bb$", within: 3000).string == "$aa=bb$")
    // An operator at the end of a line keeps its distance from what is before.
    let whole = try typeset("$a+b$"), broken = try typeset("$a+b$", within: 200)
    func gap(_ line: TypesetLine) throws -> Double {
      let runs = runs(line), plus = try #require(runs.first { $0.string == "+" })
      return plus.origin.x - (try #require(runs.first { $0.string == "a" })).origin.x
    }
    #expect(try gap(whole) == gap(broken))
  }

  @Test(
    "Readers hear a space in place of a new line",
    arguments: [
      ("a\nb", "a b"), ("a\\nb", "a b"), ("$\\nu$\\nb", "$\\nu$ b"), ("$\\nu$", "$\\nu$"),
      ("plain", "plain"), ("5 \\$\nb", "5 \\$ b"),
    ])
  func spoken(text: String, words: String) {
    #expect(text.onOneLine == words)
  }
}
