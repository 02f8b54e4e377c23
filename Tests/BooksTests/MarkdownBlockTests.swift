import Testing

@testable import Books

/// Which blocks of a Markdown file are figures, and where they begin and end.
@Suite struct MarkdownBlockTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let functions: [[String]]
    let places: [String]
    var testDescription: String { name }
  }

  static let forms = [
    Form(
      name: "backticks", text: "a\n\n```actplot\nrelu\n```\nb\n", functions: [["relu"]],
      places: ["4:1"]),
    Form(
      name: "the command and a prompt",
      text: "```actplot\nactplot relu\n$ actplot gelu\n$ mish\n```\n",
      functions: [["relu"], ["gelu"], ["mish"]], places: ["2:1", "3:1", "4:1"]),
    Form(
      name: "subcommand words stay", text: "```actplot\nactplot sheet relu\nplot gelu\n```\n",
      functions: [["relu"], ["gelu"]], places: ["2:1", "3:1"]),
    Form(
      name: "tildes and a longer end", text: "~~~ actplot wide\nrelu\n~~~~~\n",
      functions: [["relu"]], places: ["2:1"]),
    Form(
      name: "a longer fence", text: "````actplot\nrelu\n`````\n", functions: [["relu"]],
      places: ["2:1"]),
    Form(
      name: "within another fence it is text",
      text: "````\n```actplot\nrelu\n```\n````\n\n```actplot\ngelu\n```\n", functions: [["gelu"]],
      places: ["8:1"]),
    Form(
      name: "tildes end no backticks", text: "~~~\n```actplot\nrelu\n```\n~~~\n", functions: [],
      places: []),
    Form(
      name: "other info strings", text: "```actplots\nrelu\n```\n```python actplot\nrelu\n```\n",
      functions: [], places: []),
    Form(
      name: "indented by three", text: "   ```actplot\n   relu\n     gelu\n   ```\n",
      functions: [["relu"], ["gelu"]], places: ["2:4", "3:6"]),
    Form(
      name: "indented by four it is code", text: "    ```actplot\n    relu\n    ```\n",
      functions: [],
      places: []),
    Form(
      name: "behind a tab it is code", text: "\t```actplot\n\trelu\n\t```\n", functions: [],
      places: []),
    Form(
      name: "list items",
      text: "1. a\n\n   ```actplot\n   relu\n   ```\n- ```actplot\n  gelu\n  ```\n",
      functions: [["relu"], ["gelu"]], places: ["4:4", "7:3"]),
    Form(
      name: "nested items", text: "- a\n  - b\n\n    ```actplot\n    relu\n    ```\n",
      functions: [["relu"]], places: ["5:5"]),
    Form(
      name: "an item indented by a tab", text: "-\ta\n\n\t```actplot\n\trelu\n\t```\n",
      functions: [["relu"]], places: ["4:2"]),
    Form(
      name: "an item that goes on without its indentation",
      text: "- a\n  - b\nc\n\n    ```actplot\n    relu\n    ```\n", functions: [["relu"]],
      places: ["6:5"]),
    Form(
      name: "a number within a paragraph begins no item",
      text: "In\n1986. It\n\n      ```actplot\n      relu\n      ```\n", functions: [], places: []),
    Form(
      name: "a quote", text: "> ```actplot\n> relu\n>gelu\n> ```\n",
      functions: [["relu"], ["gelu"]],
      places: ["2:3", "3:2"]),
    Form(
      name: "a list in a quote", text: "> * a\n>\n>   ```actplot\n>   relu\n>   ```\n",
      functions: [["relu"]], places: ["4:5"]),
    Form(
      name: "CR LF", text: "a\r\n```actplot\r\nrelu\r\n\r\ngelu\r\n```\r\n",
      functions: [["relu"], ["gelu"]], places: ["3:1", "5:1"]),
    Form(
      name: "CR alone", text: "a\r```actplot\rrelu\r```\r", functions: [["relu"]], places: ["3:1"]),
    Form(
      name: "no line end at the end", text: "```actplot\nrelu\n```", functions: [["relu"]],
      places: ["2:1"]),
    Form(
      name: "comments", text: "```actplot\n# a figure\nrelu # the first\n\n```\n",
      functions: [["relu"]], places: ["3:1"]),
    Form(
      name: "within a comment", text: "<!--\n```actplot\nrelu\n```\n-->\n```actplot\ngelu\n```\n",
      functions: [["gelu"]], places: ["7:1"]),
    Form(
      name: "code within text", text: "```actplot relu``` and\n", functions: [], places: []),
    Form(
      name: "a byte order mark", text: "\u{FEFF}```actplot\nrelu\n```\n", functions: [["relu"]],
      places: ["2:1"]),
    Form(
      name: "forms of the info string",
      text: [
        "actplot,ignore", "{actplot}", " {.actplot}", "{.actplot #fig:a caption=\"x\"}",
        "{#fig-a .actplot width=50%}", "{actplot, echo=FALSE}", "actplot {#a}",
        "actplot{.numberLines}",
      ]
      .map { "```\($0)\nrelu\n```\n" }.joined(),
      functions: Array(repeating: ["relu"], count: 8),
      places: (0..<8).map { "\(3 * $0 + 2):1" }),
    Form(
      name: "behind a rule it is code",
      text:
        "* * *\n\n    ```actplot\n    relu\n    ```\n\n- - -\n\n    ```actplot\n    relu\n    ```\n",
      functions: [], places: []),
    Form(
      name: "a rule ends a list",
      text:
        "- a\n\n***\n\n    ```actplot\n    relu\n    ```\n- * * *\n\n  ```actplot\n  gelu\n  ```\n",
      functions: [["gelu"]], places: ["11:3"]),
    Form(
      name: "two marks are items", text: "- -\n\n    ```actplot\n    relu\n    ```\n",
      functions: [["relu"]], places: ["4:5"]),
    Form(
      name: "literal HTML",
      text: ["pre", "PRE class=\"a\"", "script", "style", "textarea"].map {
        "<\($0)>\n\n```actplot\nrelu\n```\n</\($0.prefix { $0 != " " })>\n"
      }.joined() + "```actplot\ngelu\n```\n", functions: [["gelu"]], places: ["32:1"]),
    Form(
      name: "HTML that ends in its line",
      text:
        "<pre>a</pre>\n```actplot\nrelu\n```\n<!-- a -->\n```actplot\ngelu\n```\n<!-->\n```actplot\nelu\n```\n",
      functions: [["relu"], ["gelu"], ["elu"]], places: ["3:1", "7:1", "11:1"]),
    Form(
      name: "other raw HTML",
      text:
        "<?a\n```actplot\nrelu\n```\n?>\n<![CDATA[\n```actplot\nrelu\n```\n]]>\n<!DOCTYPE\n```actplot\nrelu\n```\n>\n",
      functions: [], places: []),
    Form(
      name: "behind an empty line HTML is over",
      text: "<div>\n\n```actplot\nrelu\n```\n\n</div>\n\n<Tabs a=\">\">\n\n```actplot\ngelu\n```\n",
      functions: [["relu"], ["gelu"]], places: ["4:1", "12:1"]),
    Form(
      name: "words that begin like HTML",
      text:
        "<https://a.b>\n```actplot\nrelu\n```\n<preface>a\n```actplot\ngelu\n```\na\n<b>\n```actplot\nelu\n```\n",
      functions: [["relu"], ["gelu"], ["elu"]], places: ["3:1", "7:1", "12:1"]),
    Form(
      name: "HTML ends with its quote", text: "> <pre>\n\n```actplot\nrelu\n```\n",
      functions: [["relu"]], places: ["4:1"]),
    Form(
      name: "an item goes on with code within text",
      text: "1. a\n```b``` c\n\n   ```actplot\n   relu\n   ```\n", functions: [["relu"]],
      places: ["5:4"]),
    Form(
      name: "behind an empty line an empty item is over",
      text: "-\n\n    ```actplot\n    relu\n    ```\n", functions: [], places: []),
    Form(
      name: "a part of a tab and the character 0",
      text: "-\ta\n\n ```actplot\n\ta\u{0}b\n ```\n  ```actplot\n\trelu\u{0}\n  ```\n",
      functions: [["a\u{0}b"], ["relu\u{0}"]], places: ["4:2", "7:2"]),
    Form(
      name: "front matter", text: "---\ntitle: A\n---\n\n```actplot\nrelu\n```\n",
      functions: [["relu"]], places: ["6:1"]),
    Form(
      name: "YAML", text: "```actplot\n# two\na: relu\nb: gelu\n```\n",
      functions: [["relu"], ["gelu"]], places: ["3:1", "4:1"]),
    Form(
      name: "YAML in a list with CR LF", text: "- a\r\n\r\n  ```actplot\r\n  a: relu\r\n  ```\r\n",
      functions: [["relu"]], places: ["4:3"]),
  ]

  @Test(arguments: forms) func isRead(_ form: Form) {
    let readings = MarkdownReadings(form.text)
    #expect(readings.functions == form.functions)
    #expect(readings.figures.map { "\($0.place.line):\($0.place.column)" } == form.places)
    #expect(readings.problems.isEmpty)
  }

  @Test func namesAndPlacesOfSettings() throws {
    let readings = MarkdownReadings("- ```actplot\n  relu --name r \\\n    --range -4:4\n  ```\n")
    let figure = try #require(readings.figures.first)
    #expect(figure.name == "r")
    #expect(figure.place == Place(file: "book.md", line: 2, column: 3))
    #expect(figure.place(of: "functions") == Place(file: "book.md", line: 2, column: 3))
    #expect(figure.place(of: "range") == Place(file: "book.md", line: 3, column: 5))
    #expect(figure.place(of: "size") == figure.place)
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let words: String
    var testDescription: String { words }
  }

  static let wrong = [
    Wrong(text: "a\n```actplot\nrelu\n", place: "2:1", words: "no end; write ```"),
    Wrong(text: "> ~~~~actplot\n> relu\na\n", place: "1:3", words: "no end; write ~~~~"),
    Wrong(text: "- ```actplot\n  relu\n~~~\na\n~~~\n", place: "1:3", words: "no end; write ```"),
    Wrong(
      text: "```actplot\nrelu\n\n```actplot\ngelu\n```\n", place: "4:1",
      words: "begins in line 1 has not ended"),
    Wrong(text: "```actplot\nrelu\nrelu 'a b\n```\n", place: "3:6", words: "write another '"),
    Wrong(text: "```actplot\nrelu \"a\\\"\n```\n", place: "2:6", words: "write another \""),
    Wrong(text: "```actplot\nrelu | less\n```\n", place: "2:6", words: "“|” is for a shell"),
    Wrong(text: "```actplot\nx>0\n```\n", place: "2:2", words: "“>” is for a shell"),
    Wrong(text: "```actplot\nrelu; gelu\n```\n", place: "2:5", words: "“;” is for a shell"),
    Wrong(text: "```actplot\n한글 &\n```\n", place: "2:4", words: "“&” is for a shell"),
    Wrong(text: "```actplot\nrelu \\\n```\n", place: "2:6", words: "no line after it"),
    Wrong(
      text: "```actplot\nrelu \\\n  --rage 1\n```\n", place: "3:3", words: "no option “--rage”"),
    Wrong(
      text: "```actplot\nrelu --range 1 --rage 1\n```\n", place: "2:16",
      words: "no option “--rage”"
    ),
  ]

  @Test(arguments: wrong) func isAProblem(_ wrong: Wrong) throws {
    let readings = MarkdownReadings(wrong.text)
    let problem = try #require(readings.problems.first)
    #expect(readings.problems.count == 1)
    #expect("\(problem.place.line):\(problem.place.column)" == wrong.place)
    #expect(problem.message.contains(wrong.words))
    let lines = wrong.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(problem.line == String(lines[problem.place.line - 1]))
  }

  @Test func afterAProblemTheRestIsRead() {
    let readings = MarkdownReadings("```actplot\nrelu 'a\ngelu\n```\n```actplot\nmish|\nelu\n```\n")
    #expect(readings.functions == [["gelu"], ["elu"]])
    #expect(readings.problems.count == 2)
  }

  /// Blocks that look as if figures were meant, and where the remark on them stands.
  static let unlike: [(text: String, words: String)] = [
    ("```Actplot\nrelu\n```\n", "“Actplot”"), ("```actplot-x\nrelu\n```\n", "“actplot-x”"),
    ("```yaml actplot\nrelu\n```\n", "“actplot”"),
    ("```{eval-actplot}\nrelu\n```\n", "“eval-actplot”"),
    ("```{.yaml .actplot}\nrelu\n```\n", "“.actplot”"), (":::{actplot}\nrelu\n:::\n", "colons"),
    ("::: {.actplot}\nrelu\n:::\n", "colons"), ("<div>\n```actplot\nrelu\n```\n", "in HTML"),
  ]

  @Test(arguments: unlike) func isRemarkedUpon(_ text: String, _ words: String) {
    let readings = MarkdownReadings(text)
    #expect(readings.figures.isEmpty && readings.problems.isEmpty && readings.remarks.count == 1)
    #expect(readings.remarks.first?.message.contains(words) == true)
    #expect(readings.remarks.first?.place.line == (text.hasPrefix("<") ? 2 : 1))
  }

  @Test func blocksOfOtherToolsAreNotRemarkedUpon() {
    let text =
      "```sh title=\"actplot batch\"\nactplot relu\n```\n```yaml file=actplot.yaml\na: b\n```\n"
      + "<pre>\n```actplot\nrelu\n```\n</pre>\n::: note\nactplot\n:::\n"
    let readings = MarkdownReadings(text)
    #expect(readings.figures.isEmpty && readings.remarks.isEmpty && readings.problems.isEmpty)
  }

  /// What is right of each of the cases.
  @Test(arguments: [
    ("bom-first-fence.md", 2, 0), ("caption-u0092.md", 1, 0), ("name-u2028.md", 1, 0),
    ("info-strings.md", 4, 8), ("indented-after-rule.md", 0, 0), ("d2l-legend.md", 1, 0),
    ("d2l-xyplot.md", 1, 0), ("d2l-two-chapters-a.md", 1, 0), ("quarto.qmd", 1, 0),
  ])
  func cases(_ file: String, _ figures: Int, _ remarks: Int) throws {
    let readings = MarkdownReadings(try MarkdownReadings.fixture("Cases/\(file)"))
    #expect(readings.figures.count == figures && readings.remarks.count == remarks)
    #expect(readings.problems.isEmpty)
  }

  @Test func othersAreRemarkedUpon() {
    let empty = MarkdownReadings("```actplot\n# none\n```\n")
    #expect(empty.remarks.map(\.place.line) == [1])
    let open = MarkdownReadings("a\n  ```python\n```actplot\n")
    #expect(open.remarks.map(\.place) == [Place(file: "book.md", line: 2, column: 3)])
    #expect(open.problems.isEmpty && empty.problems.isEmpty)
  }
}
