import Foundation
import Testing

@testable import actplot

/// `actplot golden review`, at a terminal that `script` makes, and without one.
@Suite struct GoldenReviewTests {
  private let actplot: Actplot

  init() throws {
    actplot = try Actplot()
    try actplot.write(Actplot.book, to: "book.yaml")
    #expect(try actplot.golden("record", "book.yaml").status == 0)
    try actplot.write(
      Actplot.book.replacing("grad: true", with: "grad: true, line-width: 3"), to: "book.yaml")
  }

  /// A review where keys are pressed at a terminal of that name.
  private func review(
    _ keys: String, _ options: String = "", terminal: String = "dumb"
  ) throws -> Actplot.Result {
    let command = "TERM=\(terminal) actplot golden review book.yaml \(options)"
    return try actplot.shell("printf '\(keys)' | script -qec \"\(command)\" /dev/null")
  }

  @Test func whatIsAcceptedIsWrittenAndTheRestIsNot() throws {
    let svg = try actplot.bytes("goldens/slope.svg"), png = try actplot.bytes("goldens/slope.png")
    // The worst first, which is the SVG: one of two curves and nearly no pixel changed.
    let result = try review("ar")
    #expect(result.status == 1, "\(result.text)")
    #expect(result.text.contains("1/2  changed  slope."))
    #expect(result.text.contains("Accept it? a: accept, r: refuse, s: skip, q: stop"))
    #expect(result.text.contains("curve 1: line width 1.5 pt became 3 pt"))
    #expect(result.text.contains("Refused: slope."))
    let isSVG = try actplot.bytes("goldens/slope.svg") != svg
    let isPNG = try actplot.bytes("goldens/slope.png") != png
    #expect(isSVG != isPNG)
    // The other one, behind keys that mean nothing.
    #expect(try review("xyA").status == 0)
    #expect(try actplot.golden("check", "book.yaml").status == 0)
  }

  @Test func whoStopsOrSkipsChangesNothing() throws {
    let before = try actplot.bytes("goldens/slope.svg")
    for keys in ["q", "ss", "\\033"] {
      #expect(try review(keys).status == 1)
      #expect(try actplot.bytes("goldens/slope.svg") == before)
    }
  }

  @Test func goldensWithoutAFigureAreRemoved() throws {
    try actplot.write("figures: {relu: {format: [png, svg]}}", to: "book.yaml")
    let result = try review("ar")
    #expect(result.text.contains("Remove the golden? a: remove, r: keep"))
    #expect(try actplot.files().filter { $0.hasPrefix("goldens/slope") }.count == 1)
  }

  @Test func picturesAreShownAsTheTerminalCan() throws {
    let kitty = try review("q", "--only slope.png", terminal: "xterm-kitty")
    #expect(kitty.text.contains("Golden:\r\n\u{1B}_Ga=T,f=100,q=2"))
    #expect(kitty.text.contains("Difference:"))
    let sixel = try review("q", "--only slope.png --pictures sixel")
    #expect(sixel.text.contains("Now:\r\n\u{1B}Pq\"1;1;"))
    #expect(try !review("q", "--only slope.png").text.contains("\u{1B}_G"))
  }

  @Test func withoutATerminalOrInCIItIsRefused() throws {
    let piped = try actplot.golden("review", "book.yaml")
    #expect(piped.status == 2)
    #expect(piped.error.contains("A review asks for keys at a terminal, and there is none;"))
    let inCI = try actplot.shell(
      "printf a | CI=1 script -qec 'actplot golden review book.yaml' /dev/null")
    #expect(inCI.status == 2)
    #expect(inCI.text.contains("Goldens are not written where CI is set"))
    for words in [["--json"], ["--pictures", "kity"]] {
      let result = try actplot.run(["golden", "review", "book.yaml"] + words)
      #expect(result.status == 64)
    }
  }

  // MARK: Terminals

  @Test(
    arguments: [
      (["KITTY_WINDOW_ID": "1", "TERM": "xterm"], .kitty), (["TERM": "xterm-ghostty"], .kitty),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], .kitty), (["TERM": "foot"], .sixel),
      (["TERM": "xterm-256color"], nil),
      (["TERM": "tmux", "TMUX": "x", "KITTY_WINDOW_ID": "1"], nil),
    ] as [([String: String], PictureWay?)])
  func terminalsAreKnownByTheirNames(_ environment: [String: String], _ way: PictureWay?) {
    #expect(PictureWay { environment[$0] } == way)
  }

  @Test(
    arguments: [
      ("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;c", .kitty), ("\u{1B}[?62;4;6c", .sixel),
      ("\u{1B}[?4;6c", .none), ("\u{1B}[?62;22c", .none), ("", .none),
    ] as [(String, PictureWay)])
  func terminalsAnswerForThemselves(_ answer: String, _ way: PictureWay) {
    #expect(PictureWay(answer: answer) == way)
  }
}
