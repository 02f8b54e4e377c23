import Testing

@testable import Books

@Suite struct ProblemTests {
  @Test func aCaretStandsUnderTheColumn() {
    let place = Place(file: "book.yaml", line: 3, column: 5)
    let problem = Problem(at: place, "“x” is wrong.", line: "\tab: x\u{1B}")
    #expect(
      problem.description
        == "book.yaml:3:5: error: “x” is wrong.\n   ab: x\u{FFFD}\n      ^")
  }

  @Test func ofALongLineTheSurroundingsAreShown() {
    let line = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let problem = Problem(at: Place(file: "f", line: 1, column: 501), "Wrong.", line: line)
    let lines = problem.description.split(separator: "\n")
    let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].endIndex) - 1
    #expect(Array(lines[1])[caret] == "!")
    #expect(lines[1].count < 80)
  }
}
