import Books
import Figures

/// Markdown: as of spec files, and what is written into it does not change at the second time.
struct MarkdownTarget: FuzzTarget {
  static let name = "markdown"

  static var corpus: [[UInt8]] {
    get throws {
      let texts = [
        "# A\n\n```actplot\nrelu --grad --name relu-slope --caption \"The slope.\"\n```\n\nText.\n",
        "- item\n\n  ~~~actplot\n  functions: [relu, tanh]\n  range: -4:4\n  ~~~\n\n> ```actplot\n> gelu\n> ```\n",
        "```python\nx = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)\ny = torch.relu(x)\n"
          + "d2l.plot(x.detach(), y.detach(), 'x', 'relu(x)', figsize=(5, 2.5))\n```\n",
        "    indented\n\n* * *\n\n<pre>\n```actplot\nrelu\n```\n</pre>\n",
        "> <!-- actplot {#fig-a caption=\"A $x$\" alt='b' width=50%}\n> relu\n> -->\n",
        "```{actplot} relu --grad\n:name: fig-a\n:alt: A\n\nA caption.\n```\n",
        "```actplot\nrelu\n```\n\n<!-- actplot -->\n![Alt](figures/relu.svg)\n<!-- /actplot -->\n",
      ]
      return texts.map { Array($0.utf8) }
        + (try Fixtures.files(in: "BooksTests/Fixtures", endingIn: ".md", upTo: 40_000))
    }
  }

  static let words = [
    "```actplot\n", "```\n", "~~~actplot\n", "~~~\n", "````", "> ", "- ", "1. ", "    ", "\t", "\n",
    "\n\n", "\r\n", "\r", "<!-- ", " -->", "<pre>", "</pre>", "<script>", "![](", ")", "[", "]: ",
    "---\n",
    "# ", "relu --grad\n", "functions: relu\n", "--name a ", "--caption ", "\"", "'", "\\",
    "{.actplot}", "<!-- actplot\n", "-->\n", "{actplot} ", ":name: a\n", "{.actplot #a caption=\"",
    "d2l.plot(x, y, 'x', 'y', figsize=(5, 2.5))\n", "```python\n", "```{.python .input}\n",
    "#@tab all\n",
    "x = np.arange(-8, 8, 0.1)\n", "y = tf.nn.relu(x)\n", "with autograd.record():\n",
    "y.backward()\n",
    "\u{feff}", "(", "[", "lambda", "x ** 2", ", legend=['a', 'b']",
  ]

  mutating func check(_ input: [UInt8]) throws -> String {
    let file: MarkdownFile
    do {
      file = try MarkdownFile(input, path: "book.md")
    } catch {
      return try sentence(of: error)
    }
    var readings: [Reading] = []
    file.read { readings.append($0) }
    let written = file.updating(links: [])
    let again = try MarkdownFile(Array(written.utf8), path: "book.md").updating(links: [])
    try require(again == written, "What is written is written otherwise the second time.")
    return try outcome(of: readings, in: input)
  }
}
