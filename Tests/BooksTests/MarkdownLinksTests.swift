import Figures
import TestSupport
import Testing

@testable import Books

/// What is written behind the blocks of a Markdown file.
@Suite struct MarkdownLinksTests {
  /// The text with a link for each figure of it.
  private func updated(
    _ text: String, caption: String? = nil, alt: String = "alt", path: String = "figures/"
  ) -> String {
    let readings = MarkdownReadings(text)
    let links = readings.figures.map { figure in
      let name = figure.name ?? (figure.settings["functions"] ?? []).joined()
      let order = figure.settings["grad"] == nil ? "" : "-grad"
      return FigureLink(
        line: figure.place.line, name: name + order, path: "\(path)\(name)\(order).svg",
        alternativeText: alt, caption: figure.caption ?? caption)
    }
    return readings.file.updating(links: links)
  }

  private static func link(_ name: String, caption: String? = nil) -> String {
    let title = caption.map { " \"\($0)\"" } ?? "", below = caption.map { "\n\($0)\n" } ?? ""
    return
      "<!-- actplot: \(name) -->\n![alt](figures/\(name).svg\(title))\n\(below)<!-- /actplot -->\n"
  }

  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let before: String
    let after: String
    var testDescription: String { name }
  }

  static let block = "```actplot\nrelu\n```\n"
  static let forms = [
    Form(name: "a block", before: "a\n\n\(block)b\n", after: "a\n\n\(block)\(link("relu"))b\n"),
    Form(
      name: "several figures", before: "```actplot\nrelu\ngelu\n```\n",
      after: "```actplot\nrelu\ngelu\n```\n\(link("relu"))\(link("gelu"))"),
    Form(
      name: "YAML", before: "```actplot\na: relu\nb: gelu\n```\n",
      after: "```actplot\na: relu\nb: gelu\n```\n\(link("a"))\(link("b"))"),
    Form(
      name: "a caption", before: "```actplot\nrelu --caption 'A ramp'\n```\n",
      after: "```actplot\nrelu --caption 'A ramp'\n```\n\(link("relu", caption: "A ramp"))"),
    Form(
      name: "no line end at the end", before: "```actplot\nrelu\n```",
      after: "```actplot\nrelu\n```\n\(link("relu").dropLast())"),
    Form(
      name: "CR LF", before: "a\r\n```actplot\r\nrelu\r\n```\r\n",
      after: "a\r\n```actplot\r\nrelu\r\n```\r\n"
        + link("relu").split(separator: "\n").map { "\($0)\r\n" }.joined()),
    Form(
      name: "list items", before: "1. ```actplot\n   relu --caption A\n   ```\n",
      after: "1. ```actplot\n   relu --caption A\n   ```\n   <!-- actplot: relu -->\n"
        + "   ![alt](figures/relu.svg \"A\")\n\n   A\n   <!-- /actplot -->\n"),
    Form(
      name: "a quote", before: "> ```actplot\n> relu --caption A\n> ```\n",
      after: "> ```actplot\n> relu --caption A\n> ```\n> <!-- actplot: relu -->\n"
        + "> ![alt](figures/relu.svg \"A\")\n>\n> A\n> <!-- /actplot -->\n"),
    Form(
      name: "an unclosed block", before: "\(block)```actplot\nrelu\n",
      after: "\(block)\(link("relu"))```actplot\nrelu\n"),
    Form(
      name: "links within other blocks are text", before: "````\n\(block)\(link("gelu"))````\n",
      after: "````\n\(block)\(link("gelu"))````\n"),
    Form(
      name: "links within comments are text",
      before: "<!--\n<!-- actplot: relu -->\n![x](y)\n<!-- /actplot -->\n\(block)",
      after: "<!--\n<!-- actplot: relu -->\n![x](y)\n<!-- /actplot -->\n\(block)\(link("relu"))"),
    Form(
      name: "empty lines before a link stay", before: "\(block)\n\n\(link("gelu"))\nb\n",
      after: "\(block)\n\n\(link("relu"))\nb\n"),
    Form(
      name: "a figure that is gone", before: "```actplot\n# relu\n```\n\(link("relu"))b\n",
      after: "```actplot\n# relu\n```\nb\n"),
    Form(
      name: "a block that is gone", before: "a\n\n\(link("relu"))\nb\n", after: "a\n\n\nb\n"),
    Form(
      name: "one figure fewer", before: "\(block)\(link("gelu"))\n\(link("relu"))b\n",
      after: "\(block)\(link("relu"))\nb\n"),
    Form(
      name: "one figure more",
      before: "```actplot\nrelu\ngelu\n```\n\n\(link("relu").dropLast())",
      after: "```actplot\nrelu\ngelu\n```\n\n\(link("relu"))\(link("gelu").dropLast())"),
    Form(
      name: "words between a block and its link", before: "\(block)a\n\(link("relu"))b\n",
      after: "\(block)\(link("relu"))a\nb\n"),
    Form(
      name: "a link without its end",
      before: "\(block)<!-- actplot: relu -->\n![x](y)\n\nmine\n\(block)",
      after: "\(block)\(link("relu"))\nmine\n\(block)\(link("relu"))"),
    Form(
      name: "a marker alone at the end", before: "\(block)<!-- actplot: relu -->",
      after: "\(block)\(link("relu").dropLast())"),
    Form(
      name: "marks and spaces stay", before: "\t a \u{FEFF}\u{301}\r\(block) \t\n\u{0}\n",
      after: "\t a \u{FEFF}\u{301}\r\(block)\(link("relu")) \t\n\u{0}\n"),
  ]

  @Test(arguments: forms) func isWritten(_ form: Form) {
    let once = updated(form.before)
    #expect(once.utf8.elementsEqual(form.after.utf8), "\(once.debugDescription)")
    #expect(updated(once) == once)
    #expect(updated(updated(once, caption: "x\n\ny")) == once)
  }

  /// Without links a text is what it was before.
  @Test(arguments: forms.prefix(8)) func isTakenBack(_ form: Form) {
    let file = MarkdownReadings(updated(form.before, caption: "c")).file
    #expect(file.updating(links: []).utf8.elementsEqual(form.before.utf8))
  }

  /// Blocks, links and parts of them in any order: a second run changes nothing, and what is not a
  /// link stays.
  @Test func anyTextIsStableAfterOneRun() {
    let pieces = [
      "a", "", "- a", "  b", "> ```actplot", "```actplot", "relu", "gelu", "```", "  ```", "> ```",
      "> relu", "<!-- actplot: relu -->", "![alt](figures/relu.svg)", "<!-- /actplot -->", "<!--",
      "```{.python .input}", "x = np.arange(3.0)", "d2l.plot(x, np.tanh(x))", "#@tab jax", "````",
    ]
    var random = SplitMix64(seed: 5)
    for _ in 0..<3000 {
      let lines = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let text = lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
      let once = updated(text)
      #expect(updated(once) == once, "\(text.debugDescription)")
      let bare = MarkdownReadings(text).file.updating(links: [])
      #expect(MarkdownReadings(once).file.updating(links: []) == bare, "\(text.debugDescription)")
    }
  }

  @Test func aChapterIsLinkedBehindTheCellsOfAllFrameworks() throws {
    let chapter = try MarkdownReadings.fixture("perceptron.md")
    let once = updated(chapter, caption: "그림")
    #expect(once.ranges(of: "<!-- actplot: ").count == 6)
    for name in ["relu", "relu-grad", "sigmoid", "sigmoid-grad", "tanh", "tanh-grad"] {
      let marker = try #require(once.firstRange(of: "<!-- actplot: \(name) -->"))
      // The cell before is the last one of the four.
      let cell = once[..<marker.lowerBound].split(separator: "```{.python .input}\n").last
      #expect(cell?.hasPrefix("%%tab jax\n") == true)
      #expect(cell?.hasSuffix("```\n") == true)
    }
    #expect(updated(once, caption: "그림") == once)
    #expect(MarkdownReadings(once).functions == MarkdownReadings(chapter).functions)
    #expect(MarkdownReadings(once).file.updating(links: []) == chapter)
  }

  /// A cell of the same framework is another one; words between end the group.
  @Test func aGroupOfCellsEndsWithItsFrameworks() {
    func cell(_ tab: String, _ f: String) -> String {
      "```{.python .input}\n%%tab \(tab)\nx = np.arange(3.0)\nd2l.plot(x, np.\(f)(x))\n```\n"
    }
    let a = cell("mxnet", "relu"), b = cell("jax", "relu"), c = cell("mxnet", "tanh")
    #expect(
      updated("\(a)\n\(b)\n\(c)a\n\(b)")
        == "\(a)\n\(b)\(Self.link("relu"))\n\(c)\(Self.link("tanh"))a\n\(b)")
    #expect(
      updated("\(a)\(Self.link("relu"))\(b)") == "\(a)\(b)\(Self.link("relu"))")
  }

  /// A caption, the words of the title and the line below.
  static let captions: [(caption: String, title: String, below: String)] = [
    ("a \"b\" [c]", "a \\\"b\\\" [c]", "a \"b\" \\[c\\]"),
    ("a\nb\r\n\r\n c ", "a b c", "a b c"),
    (
      "the slope $f'_1(x) \\le 1$ of *f*", "the slope $f'_1(x) \\\\le 1$ of *f*",
      "the slope $f'_1(x) \\le 1$ of \\*f\\*"
    ),
    ("5 $ more", "5 $ more", "5 \\$ more"),
    ("# a", "# a", "\\# a"), ("1. a", "1. a", "1\\. a"), ("- a", "- a", "\\- a"),
    ("<!-- /actplot -->", "\\<!-- /actplot -->", "\\<!-- /actplot --\\>"),
    ("그림 1: 꺾임\u{0}", "그림 1: 꺾임", "그림 1: 꺾임"),
  ]

  @Test(arguments: captions) func captionsAreEscaped(
    _ caption: String, _ title: String, _ below: String
  ) {
    let text = updated(Self.block, caption: caption)
    #expect(
      text == Self.block
        + "<!-- actplot: relu -->\n![alt](figures/relu.svg \"\(title)\")\n\n\(below)\n"
        + "<!-- /actplot -->\n")
    #expect(updated(text, caption: caption) == text)
  }

  @Test func alternativeTextsPathsAndNamesAreEscaped() {
    let text = updated(
      "```actplot\nrelu --name 'a --> b'\n```\n", alt: "a] (b) [c]\n$x_1$ `d` \\ <e>",
      path: "그림 (1)/50%/")
    #expect(
      text.contains(
        "![a\\] (b) \\[c\\] \\$x\\_1\\$ \\`d\\` \\\\ \\<e\\>](그림%20%281%29/50%25/a%20--%3E%20b.svg)"
      ))
    #expect(text.contains("<!-- actplot: a - -  b -->"))
    #expect(updated(text).ranges(of: "<!-- actplot").count == 1)
  }

  @Test(
    "Where pandoc reads, a caption stands in the brackets and the alt text is an attribute",
    arguments: [
      (
        "a.md", "{.actplot #fig:a caption=\"A [b] $x_1$\" width=50%}",
        "![A \\[b\\] $x_1$](r.svg){#fig:a width=\"50%\" alt=\"say \\\"a\\\"\"}"
      ),
      ("a.md", "{.actplot .wide}", "![](r.svg){.wide alt=\"say \\\"a\\\"\"}"),
      ("a.Rmd", "actplot", "![](r.svg){alt=\"say \\\"a\\\"\"}"),
      (
        "a.qmd", "{.actplot #fig-a caption=\"A\"}",
        "![A](r.svg){#fig-a fig-alt=\"say \\\"a\\\"\"}"
      ),
      ("a.md", "actplot", "![say \"a\"](r.svg)"),
    ] as [(String, String, String)])
  func readers(file: String, info: String, image: String) throws {
    let block = "```\(info)\nrelu\n```\n"
    let readings = MarkdownReadings(block + "b\n", path: file)
    let figure = try #require(readings.figures.first)
    let link = FigureLink(
      line: figure.place.line, name: "r", path: "r.svg", alternativeText: "say \"a\"",
      caption: figure.caption, image: figure.image,
      reader: FigureLink.Reader(of: file, figure.image))
    let space = link.reader == .commonMark ? "" : "\n"
    let text =
      "\(block)<!-- actplot: r -->\n\(space)\(image)\n\(space)<!-- /actplot -->\nb\n"
    #expect(readings.file.updating(links: [link]) == text)
    let again = MarkdownReadings(text, path: file).file
    #expect(again.updating(links: [link]) == text)
    #expect(again.updating(links: []) == block + "b\n")
    // Somebody has removed the last line of it.
    let open = MarkdownReadings(text.replacing("<!-- /actplot -->\n", with: ""), path: file).file
    #expect(open.updating(links: []).hasPrefix(block + (space.isEmpty ? "b" : "\nb")))
  }

  @Test func aHiddenBlockHasItsImageBehindIt() {
    let before = "> <!-- actplot\n> relu\n> -->\n\nb\n"
    let after =
      "> <!-- actplot\n> relu\n> -->\n> <!-- actplot: relu -->\n> ![alt](figures/relu.svg)\n"
      + "> <!-- /actplot -->\n\nb\n"
    #expect(updated(before) == after)
    #expect(updated(after) == after)
  }
}
