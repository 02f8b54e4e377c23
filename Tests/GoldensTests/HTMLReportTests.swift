import Testing

@testable import Goldens

@Suite struct HTMLReportTests {
  private func report(_ images: [Verdict]) -> String {
    HTMLReport(images, title: "Goldens").bytes.text
  }

  /// Where the texts stand, which must be in this order.
  private func expectOrder(_ texts: [String], in page: String) {
    var rest = Substring(page)
    for text in texts {
      guard let place = rest.firstRange(of: text) else {
        Issue.record("\(text) is not where it should be")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  @Test func worstComesFirst() {
    let names = ReportSamples.all.worstFirst.map(\.name)
    #expect(
      names == [
        "failed.png", "much.svg", "slightly.svg", "missing.svg", "new.svg", "orphaned.svg",
        "equal.svg",
      ])
    expectOrder(names.map { "id=\"\($0)\"" }, in: report(ReportSamples.all))
  }

  @Test func namesOrderWhatIsEquallyBad() {
    let images = ["b", "a", "c"].map { ReportSamples.changed($0) }
    #expect(images.worstFirst.map(\.name) == ["a", "b", "c"])
  }

  @Test(
    arguments: [
      ([:], "There are no images."),
      ([.equal: 1], "The only image is as its golden is."),
      ([.equal: 107], "All 107 images are as their goldens are."),
      ([.changed: 3, .new: 1, .equal: 103], "3 of 107 images changed, 1 is new."),
      ([.changed: 1], "The only image changed."),
      ([.missing: 2], "All 2 images are missing."),
      (
        [.equal: 2, .orphaned: 1], "All 2 images are as their goldens are, 1 golden has no figure."
      ),
      (
        [.failed: 2, .changed: 1, .missing: 1, .new: 2, .orphaned: 3, .equal: 4],
        "2 of 10 images cannot be compared, 1 changed, 1 is missing, 2 are new, 3 goldens have no"
          + " figure."
      ),
    ] as [([Verdict.State: Int], String)])
  func headline(_ counts: [Verdict.State: Int], _ sentence: String) {
    let images = counts.flatMap { state, count in
      (0..<count).map { Verdict(name: "\(state)\($0)", state: state) }
    }
    #expect(Verdicts(images).headline == sentence)
    #expect(report(images).contains("<p class=\"headline\">\(sentence)</p>"))
  }

  @Test func whatFiguresShareStandsOnce() {
    let shared = "The colour #1F77B4 is now #D62728"
    let images = (0..<5).map { ReportSamples.changed("\($0).svg", [shared, "\($0) moved"]) }
    let common = Verdicts(images).commonFindings
    #expect(common.map(\.finding) == [shared])
    #expect(common.map(\.count) == [5])
    let patch = "#1F77B4<span class=\"patch\" style=\"--patch:#1F77B4\"></span> is now"
    expectOrder(["<span class=\"count\">all 5 changed</span>", patch], in: report(images))
  }

  @Test(arguments: ["#12345", "#1234567", "# 123456", "#12345g", "##", "#"])
  func onlyColorsHavePatches(_ text: String) {
    #expect(!report([ReportSamples.changed("a.svg", [text])]).contains("class=\"patch\""))
  }

  @Test func picturesAreInTheFile() {
    let page = report(ReportSamples.all)
    let sources = page.matches(of: /<img [^>]*src="([^"]*)"/)
    // Two of the failed, three of each changed, one of the others but the equal one.
    #expect(sources.count == 2 + 3 * 2 + 3)
    #expect(sources.allSatisfy { $0.output.1.hasPrefix("data:image/") })
    #expect(page.contains("width=\"400\" height=\"200\" style=\"--w:400.0\""))
    #expect(!page.contains("http:") && !page.contains("https:"))
  }

  @Test func pictureSaysItsTypeAndSize() {
    let png = ReportPicture(ReportSamples.png)
    #expect(png.type == .png)
    #expect(png.size == [1, 1])
    let box = ReportPicture(Array("\u{FEFF} <svg viewBox='0,0 30 20' width='100%'/>".utf8))
    #expect(box.type == .svg)
    #expect(box.size == [30, 20])
    #expect(ReportPicture(Array("<svg width='1in' height='2.54cm'/>".utf8)).size == [96, 96])
    for size in [
      "width='inf' height='1'", "width='1' height='inf'", "width='nan' height='1'",
      "width='1' height='nan'", "width='-3' height='1'", "width='1' height='-3'",
      "width='1e9' height='1e9'", "width='1' height='1e9'", "width='1e999' height='1e999'",
      "viewBox='0 0 nan 9'", "viewBox='0 0 9 nan'", "viewBox='nan 0 9 9'", "viewBox='0 nan 9 9'",
      "viewBox='0 0 inf 9'", "viewBox='0 0 9 -inf'", "viewBox='0 0 1e999 9'",
      "viewBox='0 0 9 1e308'", "viewBox='0 0 9'", "viewBox='0 0 0x10 9'", "",
    ] {
      #expect(ReportPicture(Array("<svg \(size)/>".utf8)).size == nil, "\(size)")
      // Nor is any of them more than a picture without a size.
      let picture = Array("<svg \(size)/>".utf8)
      #expect(report([Verdict(name: "a", state: .new, actual: picture)]).contains("<img"))
    }
    #expect(ReportPicture(Array("%PDF-1.7".utf8)).type == .pdf)
    for other in ["", "GIF89a", "\u{FEFF}"] {
      #expect(ReportPicture(Array(other.utf8)).type == nil)
    }
  }

  @Test func whatBrowsersDoNotShowCanBeSaved() {
    let pdf = Verdict(
      name: "a/b.pdf", state: .changed,
      comparison: ReportSamples.comparison(["The bytes differ"], type: .pdf),
      expected: Array("%PDF-1".utf8), actual: Array("%PDF-2".utf8))
    let page = report([pdf])
    #expect(!page.contains("<img"))
    #expect(
      page.contains("download=\"golden-b.pdf\" href=\"data:application/pdf;base64,JVBERi0x\""))
  }

  @Test func longListsOfFindingsAreFolded() {
    let findings = (0..<300).map { "tick \($0) moved" }
    let page = report([ReportSamples.changed("a.svg", findings)])
    expectOrder(
      [
        "<p class=\"finding\">tick 0 moved", "<details>", "299 more findings", "tick 100 moved",
        "and 199 more",
      ], in: page)
    #expect(!page.contains("tick 101 moved"))
  }

  @Test func acceptCommandIsThereForImagesThatCanBeAccepted() {
    let accepting = AcceptCommand(["accept", "a & b.yaml"])
    let report = HTMLReport(ReportSamples.all, title: "", accepting: accepting)
    let start = "accept &#39;a &amp; b.yaml&#39; --"
    let commands = report.bytes.text.split(separator: "<code>\(start)only ").dropFirst()
    #expect(
      commands.map { $0.prefix { $0 != "<" } } == [
        "much.svg", "slightly.svg", "new.svg", "orphaned.svg",
      ])
    func acceptsAll(_ images: [Verdict]) -> Bool {
      HTMLReport(images, title: "", accepting: accepting).bytes.text
        .contains("<code>\(start)all</code>")
    }
    #expect(acceptsAll(ReportSamples.all))
    #expect(!acceptsAll([ReportSamples.equal("a.png")]))
  }

  @Test func textsAreEscaped() {
    let images = ReportSamples.hostile.map { ReportSamples.changed($0, [$0, $0]) }
    let title = ReportSamples.hostile.joined()
    let page = HTMLReport(images, title: title, tolerance: title, accepting: AcceptCommand([title]))
      .bytes
      .text
    #expect(page.matches(of: /<script/).count == 1)
    #expect(!page.contains("onerror=top.harm=1>"))
    let invisible: [Unicode.Scalar] = ["\0", "\u{1B}", "\u{85}", "\u{FFFE}", "\u{FFFF}"]
    #expect(!page.unicodeScalars.contains { invisible.contains($0) })
    #expect(page.contains("a\\u{1B}[31m\\u{0}\\n]]&gt;.svg"))
    #expect(page.contains("<bdi>\\u{202E}gvs.\\u{2066}abc</bdi>"))
    #expect(page.contains("id=\"x/../../y%20%23%2541%3F.svg\""))
  }

  /// A command that says one thing and does another.
  @Test func commandsHideNothing() {
    let page = HTMLReport(
      [ReportSamples.changed("\u{202E}a\u{200B}")], title: "",
      accepting: AcceptCommand(["rm", "\u{2066}b"])
    ).bytes.text
    let start = #"<code>rm $&#39;\342\201\246b&#39;"#
    #expect(page.contains(start + #" --only $&#39;\342\200\256a\342\200\213&#39;</code>"#))
    #expect(page.contains("\(start) --all</code>"))
  }

  @Test func aThousandFiguresAreInOneFile() {
    let picture = ReportSamples.svg(extra: "<!--\(String(repeating: "-x", count: 10_000))-->")
    let images = (0..<1000).map { ReportSamples.changed("\($0).svg", actual: picture) }
    #expect(HTMLReport(images, title: "").bytes.count > 20_000_000)
  }
}
