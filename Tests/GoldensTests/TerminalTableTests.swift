import Testing
import Wording

@testable import Goldens

@Suite struct TerminalTableTests {
  @Test func columnsAreAligned() {
    #expect(
      TerminalTable(ReportSamples.all).lines == [
        "failed    failed.png    The image is cut short.",
        "changed   much.svg      The colour #1F77B4 is now #D62728",
        "changed   slightly.svg  The line is thinner",
        "missing   missing.svg   There is a golden, but the figure was not drawn.",
        "new       new.svg       There is no golden of it yet.",
        "orphaned  orphaned.svg  There is a golden, but no figure is wanted for it.",
      ])
  }

  @Test func equalImagesHaveNoLine() {
    #expect(TerminalTable([ReportSamples.equal("a.png")]).lines.isEmpty)
    #expect(TerminalTable([], columns: 80).lines.isEmpty)
  }

  @Test func linesEndWhereTheTerminalDoes() {
    let images = [
      ReportSamples.changed("Gallery/Chapter 3/relu.png", ["The colour of the line changed"]),
      ReportSamples.changed("a.png", ["图形已改变很多很多", "not this"], severity: 0.1),
    ]
    #expect(
      TerminalTable(images, columns: 40).lines == [
        "changed  …pter 3/relu.png  The colour o…",
        "changed  a.png             图形已改变很…",
      ])
    for width in 0..<120 {
      let lines = TerminalTable(images, columns: width).lines
      #expect(lines.allSatisfy { $0.columns <= width })
    }
  }

  @Test func nothingSteersTheTerminal() {
    let images = ReportSamples.hostile.map { ReportSamples.changed($0, [$0]) }
    let text = TerminalTable(images).lines.joined()
    #expect(text.contains("a\\u{1B}[31m\\u{0}\\n]]>.svg"))
    #expect(text.contains("\\u{202E}gvs.\\u{2066}abc"))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }
}
