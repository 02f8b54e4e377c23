import Goldens
import Testing

/// What the comparison of SVG documents says of a change.
@Suite struct SVGComparisonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var sentences: [String]
    var change: @Sendable (inout Plot) -> Void

    init(_ sentences: String..., change: @escaping @Sendable (inout Plot) -> Void) {
      testDescription = sentences.first ?? "nothing"
      self.sentences = sentences
      self.change = change
    }
  }

  static let cases = [
    Case { _ in },
    Case("x grid line 3, x tick 3 and x tick label 'c' moved 0.4 pt right") { $0.xTicks[2] += 0.4 },
    Case("5 x tick labels moved 0.4 pt right") { $0.labelShift = [0.4, 0] },
    Case("5 x tick labels moved 1 pt left and 2.5 pt up") { $0.labelShift = [-1, -2.5] },
    Case("curve 1: 12 points off by up to 0.9 pt") { plot in
      for index in 0..<12 { plot.curves[0].shifts[index] = [0, index == 5 ? 0.9 : 0.5] }
    },
    Case("curve 2: 1 point off by 3 pt") { $0.curves[1].shifts[10] = [0, -3] },
    Case("curve 1 has 41 points instead of 21, off by up to 0.23 pt") { $0.curves[0].points = 41 },
    Case("curve 1: colour #1f77b4 became #ff7f0e") { $0.curves[0].color = "#ff7f0e" },
    Case("curve 1: line width 1.5 pt became 1.7 pt") { $0.curves[0].width = "1.7" },
    Case("curve 2: dashes none became 4 2.5 pt") { $0.curves[1].dashes = "4,2.5" },
    Case("curve 1: opacity 1 became 0.5") { $0.curves[0].opacity = "0.5" },
    Case("curve 2 missing") { $0.curves.removeLast() },
    Case("curve 1 missing") { $0.curves.removeFirst() },
    Case("curve 2 is new") { $0.curves.insert(.init(color: "red", height: 0.2), at: 1) },
    Case("axis label 'tanh' missing") { $0.words.removeFirst() },
    Case("axis label 'sinh' is new") { $0.words.append(("sinh", [60, 148])) },
    Case("axis label 'tanh' became 'sinh'") { $0.words[0].text = "sinh" },
    Case("axis label 'tanh' moved 0.4 pt right") { $0.words[0].at.x += 0.4 },
    Case("x tick labels 'b' and 'd' changed places") { $0.xLabels.swapAt(1, 3) },
    Case("x tick label 'c' became 'f'") { $0.xLabels[2] = "f" },
    Case("curves 1 and 2 are drawn in another order") { $0.curves.swapAt(0, 1) },
    Case("x tick label 'c' missing", "x grid line 3 missing", "x tick 3 missing") {
      $0.xTicks.remove(at: 2)
      $0.xLabels.remove(at: 2)
    },
    Case("the title “A plot” became “A <plot>”") { $0.title = "A &lt;plot&gt;" },
    Case("the description “Of two curves.” became “”") { $0.summary = "" },
    Case("the page is 210 x 150 pt instead of 200 x 150 pt") { $0.page.x = 210 },
    Case("4 y grid lines, 4 y ticks and 4 y tick labels moved, by up to 8 pt") { plot in
      for index in plot.yTicks.indices { plot.yTicks[index] -= 2.0 * Double(index + 1) }
    },
  ]

  @Test(arguments: cases) func says(_ test: Case) throws {
    let changes = try Plot.changes(test.change)
    #expect(Set(changes) == Set(test.sentences), "\(changes)")
  }

  @Test func theMostImportantComesFirst() throws {
    let changes = try Plot.changes { plot in
      plot.title = "Another"
      plot.curves[1].color = "#ff7f0e"
      plot.labelShift = [0.4, 0]
      plot.words.removeFirst()
      plot.curves[0].shifts[3] = [0, 2]
    }
    #expect(
      changes == [
        "axis label 'tanh' missing", "curve 1: 1 point off by 2 pt",
        "5 x tick labels moved 0.4 pt right", "curve 2: colour #2ca02c became #ff7f0e",
        "the title “A plot” became “Another”",
      ])
  }

  @Test func aTickAlone() throws {
    let old = Plot().svg
    let new = old.replacing("M 110.0 120.0 L 110.0 123.5", with: "M 110.4 120.0 L 110.4 123.5")
    #expect(try Plot.changes(new, from: old) == ["x tick 3 moved 0.4 pt right"])
    let short = old.replacing("M 110.0 120.0 L 110.0 123.5", with: "M 110 120 L 110 122.5")
    #expect(
      try Plot.changes(short, from: old) == ["x tick 3 is 2.5 pt long instead of 3.5 pt"])
  }

  /// A document without names says where its shapes are.
  @Test func withoutNamesShapesHavePlaces() throws {
    func unnamed(_ plot: Plot) -> String {
      plot.svg.replacing(/\ (class|aria-label)="[^"]*"/, with: "")
    }
    var plot = Plot()
    plot.words.removeFirst()
    plot.curves[0].color = "#ff7f0e"
    plot.labelShift = [0.4, 0]
    let changes = try Plot.changes(unnamed(plot), from: unnamed(Plot()))
    #expect(
      changes == [
        "shape 35 at 100, 134 pt missing", "5 shapes moved 0.4 pt right",
        "shape 29 at 50, 25.2 pt: colour #1f77b4 became #ff7f0e",
      ])
    // One of both is enough to know what is meant.
    #expect(
      try Plot.changes(plot.svg, from: unnamed(Plot())).contains(
        "curve 1: colour #1f77b4 became #ff7f0e"))
  }

  /// Names only name: what is drawn decides, whatever it is called.
  @Test func namesDecideNothing() throws {
    let plot = Plot()
    let renamed = plot.svg.replacing("curve-1", with: "curve-7").replacing(
      "aria-label=\"c\"", with: "aria-label=\"d\"")
    #expect(renamed != plot.svg)
    #expect(try Plot.changes(renamed, from: plot.svg) == [])
    var other = plot
    other.xLabels[2] = "f"
    let lying = other.svg.replacing("aria-label=\"f\"", with: "aria-label=\"c\"")
    let changes = try Plot.changes(lying, from: plot.svg)
    #expect(changes == ["x tick label 'c' has 8 points instead of 5, off by up to 1.4 pt"])
  }

  @Test func everythingMoved() throws {
    let plot = Plot()
    let shifted = plot.document(
      [plot.elements[0]] + ["<g transform=\"translate(2,0)\">"]
        + plot.elements.dropFirst() + ["</g>"])
    #expect(try Plot.changes(shifted, from: plot.svg) == ["everything moved 2 pt right"])
  }

  @Test func toleratesWhatItIsTold() throws {
    #expect(try Plot.changes(points: 0.5) { $0.labelShift = [0.3, 0.3] }.isEmpty)
    #expect(try !Plot.changes(points: 0.4) { $0.labelShift = [0.3, 0.3] }.isEmpty)
    #expect(try Plot.changes(points: 0.5) { $0.curves[0].width = "1.54" }.isEmpty)
    #expect(try !Plot.changes(points: 0.5) { $0.curves[0].width = "1.56" }.isEmpty)
    // No tolerance takes one colour for another.
    #expect(try !Plot.changes(points: 9) { $0.curves[0].color = "#1f77b5" }.isEmpty)
  }

  @Test func panelsAreNumbered() throws {
    var plot = Plot()
    plot.panel = 1
    var wide = plot
    wide.page = [400, 150]
    func both(_ second: Plot) -> String {
      wide.document(
        [wide.elements[0]] + plot.elements.dropFirst() + ["<g transform=\"translate(200)\">"]
          + second.elements.dropFirst() + ["</g>"])
    }
    var second = plot
    second.panel = 2
    var changed = second
    changed.curves[0].color = "#ff7f0e"
    changed.xTicks[2] += 0.4
    #expect(
      try Plot.changes(both(changed), from: both(second)) == [
        "panel 2: x grid line 3, x tick 3 and x tick label 'c' moved 0.4 pt right",
        "panel 2: curve 1: colour #1f77b4 became #ff7f0e",
      ])
  }

  @Test func shareOfChangedShapes() throws {
    var plot = Plot()
    let same = try SVGComparison(of: Array(plot.svg.utf8), with: Array(Plot().svg.utf8))
    #expect(same.changedShare == 0)
    plot.curves[0].color = "red"
    let other = try SVGComparison(of: Array(plot.svg.utf8), with: Array(Plot().svg.utf8))
    #expect(abs(other.changedShare - 1 / Double(plot.elements.count)) < 1e-9)
  }

  /// A picture of it has all shapes, in grey, red and blue, and is itself an SVG that is read.
  @Test func differenceIsADocument() throws {
    var plot = Plot()
    plot.curves[0].color = "#ff7f0e"
    plot.words.removeFirst()
    let text = "<text x=\"5\" y=\"5\">a &lt;script&gt; &amp; b</text>"
    let new = plot.document(plot.elements + [text])
    let comparison = try SVGComparison(of: Array(new.utf8), with: Array(Plot().svg.utf8))
    let picture = try #require(comparison.difference)
    #expect(!String(decoding: picture, as: UTF8.self).contains("<script"))
    let document = try SVGDocument(picture)
    #expect(document.size == plot.page)
    #expect(document.shapes.count { $0.strokeColor == "#e00000" } == 1)
    #expect(document.shapes.count { $0.strokeColor == "#0040ff" } == 1)
    #expect(document.shapes.count { $0.fillColor == "#e00000" } == 1)
    #expect(document.shapes.last?.text == "a <script> & b")
    #expect(document.shapes.count == Plot().elements.count + 3)
  }
}
