import Figures
import Testing

@testable import Books

/// Figures that the code of a chapter draws by `d2l.plot`.
@Suite struct ChapterCellsTests {
  private static func cell(_ code: String, _ tab: String = "%%tab pytorch") -> String {
    "```{.python .input}\n\(tab)\n\(code)\n```\n\n"
  }

  @Test func aKoreanChapterGivesTheSixFigures() throws {
    let readings = MarkdownReadings(try MarkdownReadings.fixture("perceptron.md"))
    #expect(readings.problems.isEmpty && readings.remarks.isEmpty)
    try expectChapter(readings)
  }

  /// As earlier editions have it: the first framework without a word, the others in comments.
  @Test func olderDirectivesGiveTheSixFigures() throws {
    let text = try MarkdownReadings.fixture("perceptron.md")
      .replacing("%%tab mxnet\n", with: "").replacing("%%tab ", with: "#@tab ")
      .replacing("{.python .input}", with: "{.python .input n=3 #layers}")
    let readings = MarkdownReadings(text)
    #expect(readings.problems.isEmpty && readings.remarks.isEmpty)
    try expectChapter(readings)
  }

  /// Whichever framework's code alone is read.
  @Test(arguments: ["mxnet", "pytorch", "tensorflow", "jax"])
  func eachFrameworkGivesTheSixFigures(_ framework: String) throws {
    var text = ""
    var isKept = true
    forEachPart(of: try MarkdownReadings.fixture("perceptron.md")) { part in
      guard case .block(let block) = part else { return }
      isKept = block.frameworks == [framework]
      guard isKept else { return }
      let body = block.body.map { "\($0.text)\n" }.joined()
      text += "\(block.opening.text)\n\(body)```\n\n"
    }
    let readings = MarkdownReadings(text)
    #expect(readings.problems.isEmpty && readings.remarks.isEmpty)
    try expectChapter(readings)
  }

  private func expectChapter(_ readings: MarkdownReadings) throws {
    let requests = try readings.figures.map { try $0.settings.request() }
    #expect(requests.map(\.name) == Chapter.figures.map(\.name))
    for (request, expected) in zip(requests, Chapter.figures) {
      for format in [ImageFormat.svg, .png] {
        #expect(
          try request.render(as: format) == expected.render(as: format),
          "\(expected.name) \(format)")
      }
    }
  }

  struct Drawn: Sendable, CustomTestStringConvertible {
    let code: String
    let said: [String: [String]]
    var testDescription: String { code }
  }

  static let x = "x = torch.arange(-8.0, 8.0, 0.1)\n"
  static let drawn = [
    Drawn(
      code: x + "y = torch.relu(x)\nd2l.plot(x, y)",
      said: [
        "functions": ["relu"], "range": ["-8.0:8.0:0.1"], "precision": ["float32"],
        "size": ["3.5x2.5in"], "xlabel": [""], "ylabel": [""],
      ]),
    Drawn(
      code: "x = torch.arange(start=-2, end=3, dtype=torch.float64)\nd2l.plot(x, x.tanh())",
      said: ["functions": ["tanh"], "range": ["-2.0:3.0:1.0"], "precision": ["float64"]]),
    Drawn(
      code: "x = torch.arange(5.)\nd2l.plot(x, torch.tanh(x))", said: ["range": ["0.0:5.0:1.0"]]),
    Drawn(
      code: x + "d2l.plot(Y=nn.functional.silu(x), X=x, xlabel=r'$\\alpha$', ylabel=\"it's\");",
      said: ["functions": ["silu"], "xlabel": ["$\\alpha$"], "ylabel": ["it's"]]),
    Drawn(
      code: x + "act = nn.ReLU()\nd2l.plot(x, [act(x)], 'x',  # the input\n  'y', figsize=[4, 3],)",
      said: ["functions": ["relu"], "size": ["4x3in"]]),
    Drawn(
      code: x + "torch.tanh(x).sum().backward()\nd2l.plot(x, x.grad, xlim=(-1, 1), yscale='log')",
      said: ["grad": [], "xlim": ["-1.0:1.0"], "yscale": ["log"]]),
    Drawn(
      code:
        "x = jnp.arange(-1, 1, .5)\nf = jax.vmap(jax.grad(jax.grad(jnp.tanh)))\nd2l.plot(x, f(x))",
      said: ["order": ["2"], "convention": ["jax"], "range": ["-1.0:1.0:0.5"]]),
    Drawn(
      code: "x = tf.Variable(tf.range(-8.0, 8.0, 0.1), dtype=tf.float32)\n"
        + "with tf.GradientTape(persistent=True) as tape:\n  y = tf.nn.elu(x)\n"
        + "d2l.plot(x.numpy(), tape.gradient(y, x).numpy())",
      said: ["functions": ["elu"], "grad": [], "convention": ["tf"]]),
    Drawn(
      code: x
        + "y = torch.relu(x)\ny.backward(torch.ones_like(x))\nx.grad = None\ny = torch.tanh(x)\n"
        + "y.backward(gradient=torch.ones_like(x))\nd2l.plot(x, x.grad)",
      said: ["functions": ["tanh"], "grad": []]),
    Drawn(
      code: x
        + "def f(x):\n    y = x * 2\n    return y\ny = torch.relu(x)\nprint(f(x))\nd2l.plot(x, y)",
      said: ["functions": ["relu"]]),
  ]

  @Test(arguments: drawn) func isRead(_ drawn: Drawn) throws {
    let readings = MarkdownReadings(Self.cell(drawn.code))
    #expect(readings.remarks.map(\.message) == [])
    let figure = try #require(readings.figures.first)
    #expect(readings.figures.count == 1)
    for (name, words) in drawn.said { #expect(figure.settings[name] == words, "\(name)") }
  }

  /// Code and what the remark on it says.
  static let leftAlone: [(code: String, words: String)] = [
    ("d2l.plot(x, y)", "“y” is not set before"),
    (x + "y = torch.relu(x) % 2\nd2l.plot(x, y)", "“y” is “y = torch.relu(x) % 2” in line 4"),
    (x + "y = torch.relu(x)\ny += 1\nd2l.plot(x, y)", "“y” is “y += 1” in line 5"),
    (x + "y = torch.foo(x)\nd2l.plot(x, y)", "“y = torch.foo(x)” in line 4"),
    (x + "d2l.plot(x, torch.foo(x))", "“torch.foo” is no activation"),
    (x + "d2l.plot(x, torch.relu(x), legend=['a'])", "“legend”"),
    (x + "d2l.plot(x, torch.relu(x), figsize=size)", "“figsize” is not a pair"),
    (x + "d2l.plot(x, torch.relu(x), 'x', label)", "“ylabel” is not a text"),
    (x + "d2l.plot(x, torch.relu(x), 'a\\n')", "“xlabel” has a line end"),
    (x + "d2l.plot(x, [x, torch.relu(x)], legend=['a', 'b\\t'])", "“legend” has a line end"),
    (x + "d2l.plot(x, torch.relu(x), f'{x}')", "more than names, calls and literals"),
    (x + "d2l.plot(x, torch.relu(x), *args)", "more than names, calls and literals"),
    (x + "d2l.plot(x, torch.elu(x, 2.0))", "not called with one argument"),
    (x + "d2l.plot(x, x.grad)", "no gradient has been taken"),
    (x + "d2l.plot(x, torch.relu(x), xscale='cubic')", "it is no figure (xscale: "),
    (
      x + "y = torch.relu(x)\nx = torch.arange(3.0)\nd2l.plot(x, y)",
      "not made of its first"
    ),
    ("x = torch.arange(8.0, -8.0, 0.1)\nd2l.plot(x, torch.relu(x))", "it is no figure (range: "),
    ("x = torch.arange(0, n)\nd2l.plot(x, torch.relu(x))", "“x = torch.arange(0, n)” in line 3"),
    ("for x in xs:\n    d2l.plot(x, y)", "in a loop"),
    (x + "for i in j:\n    x = i\nd2l.plot(x, torch.relu(x))", "“x” is “x = i” in line 5"),
    ("def f():\n\n  d2l.plot(x, y)", "in a loop, a function"),
    (x + "torch.relu = f\nfig = d2l.plot(x, torch.relu(x))", "more than names, calls and literals"),
    (
      x + "y = torch.relu(x)\ny.backward(torch.ones_like(x))\nz = torch.tanh(x)\n"
        + "z.backward(torch.ones_like(x))\nd2l.plot(x, x.grad)", "the sum of two gradients"
    ),
    (
      x + "y = torch.relu(x)\ny.backward(w)\nd2l.plot(x, x.grad)",
      "the gradient is “y.backward(w)” in line 5"
    ),
  ]

  @Test(arguments: leftAlone) func isLeftAlone(_ code: String, _ words: String) throws {
    let readings = MarkdownReadings(Self.cell(code))
    #expect(readings.figures.isEmpty && readings.problems.isEmpty)
    let remark = try #require(readings.remarks.first)
    #expect(readings.remarks.count == 1)
    #expect(remark.message.contains(words), "\(remark.message)")
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("d2l.plot") })
    #expect(remark.place.line == row + 3)
  }

  @Test func tabsKeepVariablesApart() {
    let text =
      Self.cell("x = np.arange(3.0)\ny = npx.relu(x)", "")
      + Self.cell("x = torch.arange(3.0)\ny = torch.tanh(x)", "#@tab pytorch, paddle")
      + Self.cell("d2l.plot(x, y)", "#@tab paddle") + Self.cell("d2l.plot(x, y)", "%%tab mxnet")
      + Self.cell("d2l.plot(x, y)", "%%tab jax")
    let readings = MarkdownReadings(text)
    #expect(readings.functions == [["tanh"], ["relu"]])
    #expect(readings.remarks.count == 1)
  }

  @Test func aCellOfAllTabsIsReadInTheFirstThatKnowsItsNames() {
    let text =
      Self.cell("x = torch.arange(3.0)") + Self.cell("y = torch.tanh(x)", "%%tab all")
      + Self.cell("d2l.plot(x, y)", "%%tab all")
    let readings = MarkdownReadings(text)
    #expect(readings.functions == [["tanh"]])
    #expect(readings.remarks.isEmpty)
  }

  @Test func tabsThatDisagreeAreRemarkedUpon() throws {
    let text =
      Self.cell(Self.x + "d2l.plot(x, torch.relu(x), 'x', 'y')")
      + Self.cell(
        "x = jnp.arange(-8.0, 8.0, 0.1)\nd2l.plot(x, jax.nn.relu(x), 'x', 'z')", "%%tab jax")
    let readings = MarkdownReadings(text)
    #expect(readings.figures.map { $0.settings["ylabel"] } == [["y"]])
    #expect(readings.remarks.map(\.place) == [Place(file: "book.md", line: 10, column: 1)])
    #expect(try #require(readings.remarks.first).message.contains("line 4 draws it with another"))
  }

  @Test func otherCodeIsNotLookedAt() {
    let text = "```python\nd2l.plot(x, y)\n```\n```{.python}\nd2l.plot(x, y)\n```\n"
    let readings = MarkdownReadings(text + Self.cell("while (True: '''\nd2l.show(x)"))
    #expect(readings.figures.isEmpty && readings.remarks.isEmpty && readings.problems.isEmpty)
  }
}
