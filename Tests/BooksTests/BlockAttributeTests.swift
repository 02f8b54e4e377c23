import Figures
import Testing

@testable import Books

/// What is said of a block's figure beside its lines.
@Suite struct BlockAttributeTests {
  @Test(
    "Attributes of a fence",
    arguments: [
      ("actplot", nil, nil, nil, []), ("{.actplot #fig-a}", "fig-a", nil, nil, []),
      ("actplot {#fig:a caption=\"A b\"}", "fig:a", "A b", nil, []),
      (
        "{#a .actplot fig-cap='A \"b\"' fig-alt=\"c \\\" d\" width=50%}", "a", "A \"b\"",
        "c \" d", ["width=50%"]
      ),
      ("{.actplot .wide caption=\"} ]\"}", nil, "} ]", nil, []),
      ("{actplot, echo=FALSE, fig.cap=\"A\"}", nil, "A", nil, []),
      ("{.actplot caption=\"A", nil, "A", nil, []), ("{.actplot #}", nil, nil, nil, []),
    ] as [(String, String?, String?, String?, [String])])
  func fence(
    info: String, identifier: String?, caption: String?, alt: String?, others: [String]
  ) {
    let attributes = BlockAttributes(info: info[...])
    #expect(attributes.image.identifier == identifier)
    #expect(attributes.caption == caption && attributes.alternativeText == alt)
    #expect(attributes.image.others.map { "\($0.name)=\($0.value)" } == others)
  }

  @Test func theyGoToTheFigureOfTheBlock() throws {
    let readings = MarkdownReadings(
      "```{.actplot #fig:relu caption=\"A ramp.\" alt=\"A\"}\nrelu --caption B\n```\n")
    let figure = try #require(readings.figures.first)
    #expect(figure.name == "fig-relu" && figure.caption == "A ramp.")
    #expect(figure.settings["alt"] == ["A"] && readings.problems.isEmpty)
  }

  struct Directive: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let functions: [[String]]
    var places: [String]
    var caption: String?
    var figure: String?
    var testDescription: String { name }
  }

  static let directives = [
    Directive(
      name: "a line behind the name", text: "```{actplot} relu --grad\n```\n",
      functions: [["relu"]], places: ["1:14"]),
    Directive(
      name: "options",
      text: "```{actplot} relu\n:name: fig-relu\n:caption: A ramp.\n:width: 50%\n```\n",
      functions: [["relu"]], places: ["1:14"], caption: "A ramp.", figure: "fig-relu"),
    Directive(
      name: "a caption and a legend",
      text: "```{actplot} relu\n:name: fig-relu\n\nA **ramp**\nof old.\n\nA legend.\n```\n",
      functions: [["relu"]], places: ["1:14"], caption: "A **ramp** of old.", figure: "fig-relu"),
    Directive(
      name: "lines without options", text: "> ```{actplot}\n> relu\n> gelu\n> ```\n",
      functions: [["relu"], ["gelu"]], places: ["2:3", "3:3"]),
    Directive(
      name: "options before lines", text: "```{actplot}\n:name: a\n\nrelu\n```\n",
      functions: [["relu"]], places: ["4:1"], figure: "a"),
    Directive(
      name: "options before YAML", text: "```{actplot}\n:align: center\na: relu\n```\n",
      functions: [["relu"]], places: ["3:1"], figure: "a"),
  ]

  @Test("Directives of MyST are read as Sphinx reads them", arguments: directives)
  func directive(_ form: Directive) {
    let readings = MarkdownReadings(form.text)
    #expect(readings.functions == form.functions && readings.problems.isEmpty)
    #expect(readings.figures.map { "\($0.place.line):\($0.place.column)" } == form.places)
    #expect(readings.figures.first?.caption == form.caption)
    #expect(readings.figures.first?.name == form.figure)
  }

  @Test(
    "Comments hide the lines of figures",
    arguments: [
      ("<!-- actplot\nrelu --grad\n-->\n", [["relu"]], ["2:1"]),
      ("> <!-- actplot {#fig-a}\n> relu\n> gelu --name b\n> -->\n", [["relu"]], ["2:3"]),
      ("- <!-- actplot\n\n  relu\n  -->\n", [["relu"]], ["3:3"]),
      ("<!-- actplot\na: relu\nb: gelu\n-->\n", [["relu"], ["gelu"]], ["2:1", "3:1"]),
      ("<!-- actplots\nrelu\n-->\n<!--\nactplot\nrelu\n-->\n", [], []),
      ("<!-- actplot: relu -->\n![a](b)\n<!-- /actplot -->\n", [], []),
    ] as [(String, [[String]], [String])])
  func hidden(text: String, functions: [[String]], places: [String]) {
    let readings = MarkdownReadings(text)
    #expect(readings.functions == functions && readings.remarks.isEmpty)
    #expect(readings.figures.map { "\($0.place.line):\($0.place.column)" } == places)
  }

  @Test func aCommentThatHidesNothingIsTold() throws {
    let line = MarkdownReadings("<!-- actplot relu --grad -->\n")
    #expect(line.figures.isEmpty && line.remarks.count == 1)
    let open = MarkdownReadings("a\n\n<!-- actplot\nrelu -->\n")
    #expect(open.figures.isEmpty)
    #expect(open.problems.map { "\($0.place)" } == ["book.md:3:1"])
    #expect(open.problems.allSatisfy { $0.message.contains("write --> in a line of its own") })
  }
}
