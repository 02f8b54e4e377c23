import Testing

@testable import Books

/// Files that nobody writes by hand: each is read to its end, in time that grows with its length.
@Suite struct MarkdownHostileTests {
  private func blocks(_ text: String) -> (count: Int, lines: Int) {
    var count = 0, lines = 0
    forEachPart(of: text) { part in
      guard case .block(let block) = part else { return }
      count += 1
      lines += block.body.count
    }
    return (count, lines)
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func manyBlocks() {
    let count = 20_000
    let readings = MarkdownReadings(repeated("```actplot\nrelu\n```\n", count))
    #expect(readings.figures.count == count)
    #expect(readings.figures.last?.place.line == 3 * count - 1)
    let links = readings.figures.map {
      FigureLink(line: $0.place.line, name: "a", path: "a.svg", alternativeText: "")
    }
    let updated = readings.file.updating(links: links)
    #expect(updated.utf8.count == readings.file.text.utf8.count + count * 49)
  }

  @Test func manyFencesThatNeverEnd() {
    #expect(blocks(repeated("```actplot\n", 100_000)) == (1, 99_999))
    #expect(MarkdownReadings(repeated("```actplot\n", 100_000)).problems.count == 1)
    let longer = (3..<1000).map { "\(repeated("`", $0))actplot\n" }.joined()
    #expect(blocks(longer).count == 1)
  }

  @Test func longLines() {
    let long = repeated("a", 2_000_000)
    #expect(blocks(long) == (0, 0))
    #expect(blocks(repeated("`", 2_000_000)).count == 1)
    #expect(blocks(repeated("> ", 1_000_000)).count == 0)
    #expect(blocks(repeated("- ", 1_000_000)).count == 0)
    #expect(blocks("<!--" + long).count == 0)
    let word = repeated("a", 1_000_000)
    let words = MarkdownReadings("```actplot\n\(word)\n\(word) |\n```\n")
    #expect(words.functions.first?.first?.utf8.count == word.utf8.count)
    #expect(words.problems.map(\.place.column) == [1_000_002])
    #expect(words.problems.first.map { $0.description.utf8.count < 1000 } == true)
  }

  @Test func deepContainers() {
    let deep = repeated(repeated("> ", 1000) + "```actplot\n", 1000)
    #expect(blocks(deep) == (1, 999))
    for depth in [1, 31, 32, 33, 40, 1000] {
      let block = "```actplot\n\(repeated("  ", depth))relu\n\(repeated("  ", depth))```\n"
      let readings = MarkdownReadings(repeated("- ", depth) + block)
      #expect(readings.functions == [["relu"]])
      #expect(readings.figures.first?.place.column == 2 * depth + 1)
      #expect(MarkdownReadings(repeated(">", depth) + "```actplot").problems.count == 1)
    }
    #expect(blocks(repeated("- ", 100_000) + "a\n" + repeated("\n", 100_000)).count == 0)
  }

  @Test func codeOfNoUse() {
    func cell(_ code: String) -> MarkdownReadings {
      MarkdownReadings("```{.python .input}\n%%tab pytorch\n\(code)\n```\n")
    }
    let many = 200_000
    for code in [
      repeated("(", many), "x = " + repeated("[", many), "x = " + repeated("f(", 3000),
      repeated("x = '''\n", 100_000), "x = " + repeated("-", 5000), "x" + repeated(".y", many),
      repeated("x = 1\n", 10_000) + "d2l.plot(" + repeated("x, ", 3000) + ")",
      repeated("\\\n", 100_000) + "d2l.plot(x, y)", "d2l.plot(" + repeated("'", 5001),
      "x = torch.arange(-1e999, 1e999, 0)\nd2l.plot(x, torch.relu(x))",
      "x = torch.arange(0, 1, 1e-300)\nd2l.plot(x, torch.relu(x))",
      "import \u{0}\nd2l.plot(\u{0}", "%%tab\n%%tab all\nd2l.plot()",
    ] {
      let readings = cell(code)
      #expect(readings.figures.isEmpty && readings.problems.isEmpty)
      #expect(readings.remarks.count == (code.contains("d2l.plot") ? 1 : 0), "\(code.suffix(60))")
    }
  }

  @Test func noText() {
    for text in ["", "\n", "\r\n", "```", "~~~\n", "<!--", "> ", "-", "1.", "\u{FEFF}", "\u{0}"] {
      let readings = MarkdownReadings(text)
      #expect(readings.figures.isEmpty && readings.problems.isEmpty)
      #expect(readings.file.updating(links: []) == text)
    }
  }
}
