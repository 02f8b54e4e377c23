import Testing

/// What is nested as deep as it may be is read with whatever stack the process is given.
@Suite struct StackTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  private func run(_ line: String) throws -> Actplot.Result {
    try actplot.shell("ulimit -s 256; SWIFT_BACKTRACE=enable=no actplot \(line)")
  }

  /// A text between as many beginnings and ends.
  private static func nested(_ start: String, _ inner: String, _ end: String, _ times: Int)
    -> String
  {
    String(repeating: start, count: times) + inner + String(repeating: end, count: times)
  }

  static let formulas = [
    nested("(", "x", ")", 100), nested("sin(", "x", ")", 99), nested("x^", "x", "", 99),
    nested("where(x<0,", "x", ",x)", 60), nested("elu(", "x", ")", 99), nested("-", "x", "", 240),
    nested("sin(", nested("x+", "x", "", 140), ")", 99), nested("x/", "x", "", 240),
  ]

  @Test func formulasAreEvaluated() throws {
    let words = Self.formulas.map { "' \($0)'" }.joined(separator: " ")
    let result = try run("eval --at 0.5 --order 3 \(words)")
    #expect(result.status == 0, "\(result.error.prefix(300))")
  }

  @Test func aDeepFormulaIsDrawnAndDescribed() throws {
    #expect(try run("'\(Self.formulas[1])' --title auto -o fig.svg").status == 0)
    #expect(try run("info '\(Self.formulas[1])' --json").status == 0)
  }

  @Test func labelsAreSet() throws {
    let label = Self.nested("\\frac{1}{", "x", "}", 38)
    #expect(try run("relu --title '$\(label)$' -o fig.svg").status == 0)
  }

  @Test func figuresOfABatchAreDrawn() throws {
    let deep = Self.nested("[", "x", "]", 28)
    try actplot.write(
      "figures:\n  a: {functions: \"\(Self.formulas[0])\"}\n  b: {functions: relu, title: \(deep)}\n",
      to: "book.yaml")
    let result = try run("batch book.yaml --keep-going --jobs 2 --format svg")
    #expect(result.status == 1)
    #expect(result.error.contains("“title” is one value"))
    #expect(result.error.contains("1 drawn"))
  }

  @Test func cellsOfAChapterAreRead() throws {
    let deep = Self.nested("(", "x", ")", 39)
    try actplot.write(
      "```python\nx = torch.arange(-8.0, 8.0, 0.1)\ny = torch.relu(\(deep))\n"
        + "d2l.plot(x, y, 'x', 'relu(x)')\n```\n", to: "chapter.md")
    #expect(try run("batch chapter.md --format svg").status == 0)
  }

  @Test func documentsAreCompared() throws {
    let deep = Self.nested("<g>", "<path d='M0 0L9 9' stroke='red'/>", "</g>", 190)
    let start = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
    try actplot.write("\(start)\(deep)</svg>", to: "a.svg")
    try actplot.write("\(start) \(deep)</svg>", to: "b.svg")
    #expect(try run("compare a.svg b.svg --html report.html").status == 0)
  }
}
