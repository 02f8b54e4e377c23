import Books
import Figures
import Testing

@Suite struct SpecFileTests {
  /// A figure's mapping, and the figure as `SpecReading` writes it.
  static let values: [(String, String)] = [
    (
      "{functions: [{function: relu, label: ReLU, color: '#d62728', dash: dotted, width: 2}]}",
      "functions=relu color=#d62728 dash=dotted curve-width=2 label=ReLU"
    ),
    (
      "{functions: [{function: relu, color: navy}, gelu]}",
      "functions=relu|gelu color=navy|auto"
    ),
    // Single values are the text as it is written.
    ("{functions: relu, range: -8:8}", "functions=relu range=-8:8"),
    ("{functions: relu, dpi: 0x10, title: 1e999}", "functions=relu dpi=0x10 title=1e999"),
    ("{functions: relu, title: 010, xlabel: yes}", "functions=relu title=010 xlabel=yes"),
    ("{functions: relu, title: 'null', xlabel: ''}", "functions=relu title=null xlabel="),
    (
      "{functions: relu, title: 2026-01-01, ylabel: true}",
      "functions=relu title=2026-01-01 ylabel=true"
    ),
    // Flags.
    ("{functions: relu, grad: true, kinks: False}", "functions=relu grad"),
    // Joined values.
    ("{functions: relu, order: [0, 1, 2]}", "functions=relu order=0,1,2"),
    ("{functions: relu, orders: 2}", "functions=relu order=2"),
    ("{function: relu, range: [-8, 8, 0.5]}", "functions=relu range=-8:8:0.5"),
    (
      "{functions: relu, font: [DejaVu Sans, NanumGothic]}",
      "functions=relu font=DejaVu Sans,NanumGothic"
    ),
    // Several values, with parts or without.
    (
      "{functions: [relu, 'max(x, 0.1 * x)'], format: [svg, pdf]}",
      "functions=relu|max(x, 0.1 * x) format=svg|pdf"
    ),
    ("{functions: relu, tangent: 1, mark: [0, 2]}", "functions=relu tangent=1 mark=0|2"),
    (
      "{functions: relu, text: [[2, 0.5, steep], '3,1,flat'], hline: [[1, one], 2]}",
      "functions=relu hline=1:one|2 text=2,0.5,steep|3,1,flat"
    ),
    ("{functions: relu, tangent: []}", "functions=relu"),
    (
      "{network: [1, 2, 1], weights: [[[1, 2]], [[3], '4']], biases: [[0, 1], 2]}",
      "network=1|2|1 weights=1 2|3;4 biases=0 1|2"
    ),
    ("{family: elu}", "family=elu"),
    // Assignments.
    ("{functions: swish, set: {beta: [0.5, 1, 2]}}", "functions=swish set=beta=0.5,1,2"),
    ("{functions: swish, set: beta=1}", "functions=swish set=beta=1"),
    ("{functions: a * b * x, let: [a=1, b=2]}", "functions=a * b * x let=a=1|b=2"),
    (
      "{functions: bump, define: {'bump(x, w=1)': exp(-(x / w)^2)}}",
      "functions=bump define=bump(x, w=1)=exp(-(x / w)^2)"
    ),
    // Null says nothing.
    ("{functions: relu, title: , range: ~, xlim: null}", "functions=relu"),
  ]

  @Test(arguments: values)
  func aValueIsReadAsItsSettingWants(_ figure: String, _ line: String) {
    let reading = SpecReading("figures:\n  fig: \(figure)\n")
    #expect(reading.messages == [])
    #expect(reading.lines == ["fig: \(line)"])
  }

  @Test func weightsThatAreNoneAreQuotedAsTheyAre() throws {
    let reading = SpecReading("figures:\n  a: {network: 2 2, weights: [[[1, 2], [3, x]]]}\n")
    let error = #expect(throws: SettingErrors.self) {
      try reading.figures[0].settings.drawing()
    }
    #expect(error?.description == "weights: Layer 1: “x” is not a number; write 1 2; 3 4.")
  }

  @Test func defaultsThatAViewDoesNotUseAreLeftOut() {
    let reading = SpecReading(
      """
      defaults: {most: 4, xlim: '0:1', kinks: true, lang: ko, epsilon: 1}
      figures:
        pieces: {network: 1 2 1, activation: relu, pieces: true}
        units: {network: 2 2}
        map: {map: softmax}
        own: {network: 2 2, xlim: '0:2'}
      """)
    #expect(reading.messages == [])
    let said = reading.figures.map { Set($0.settings.names) }
    #expect(said[0] == ["network", "activation", "pieces", "xlim", "lang"])
    #expect(said[1] == ["network", "most", "lang"])
    #expect(said[2] == ["map", "lang"])
    // What is said at the figure itself is an error.
    #expect(throws: SettingErrors.self) { try reading.figures[3].settings.drawing() }
  }

  /// Text before `figures`, a figure of relu's mapping, and the figure.
  static let inheritance: [(String, String, String)] = [
    (
      "defaults: {dpi: 200, format: [svg, pdf]}", "{format: png}",
      "functions=relu format=png dpi=200"
    ),
    (
      "styles: {a: {dpi: 1, kinks: true}, b: {dpi: 2}}", "{style: [a, b]}",
      "functions=relu dpi=2 kinks"
    ),
    (
      "styles: {a: {dpi: 1, kinks: true}, b: {dpi: 2}}", "{style: [b, a], kinks: false}",
      "functions=relu dpi=1"
    ),
    (
      "styles: {wide: {style: base, size: 8x2in}, base: {size: 5x2in, dpi: 9}}", "{style: wide}",
      "functions=relu dpi=9 size=8x2in"
    ),
    ("defaults: {style: base}\nstyles: {base: {dpi: 9}}", "", "functions=relu dpi=9"),
    ("defaults: {title: T, range: '-1:1'}", "{title: null}", "functions=relu range=-1:1"),
    // Groups of which one takes the place of all.
    ("defaults: {with-grad: true}", "{order: 2}", "functions=relu order=2"),
    ("defaults: {order: 2}", "{grad: true}", "functions=relu grad"),
    ("defaults: {order: 2}", "{grad: false}", "functions=relu order=2"),
    ("defaults: {functions: [gelu, elu]}", "{family: elu}", "family=elu"),
    ("defaults: {family: elu}", "{functions: gelu}", "functions=gelu"),
    ("defaults: {functions: gelu}", "", "functions=gelu"),
    // Assignments name by name.
    ("defaults: {set: {a: 1, b: 2}}", "{set: {b: 3, c: 4}}", "functions=relu set=a=1|b=3|c=4"),
    (
      "define: {f(x): x, g: x}\nlet: {k: 0.3}", "{define: {'f(x, a=1)': a * x}, let: j=1}",
      "functions=relu let=k=0.3|j=1 define=f(x, a=1)=a * x|g=x"
    ),
    (
      "define: {f(x): x}\ndefaults: {define: {f(x): 2 * x}}", "", "functions=relu define=f(x)=2 * x"
    ),
    // Anchors and merges.
    ("defaults: &all {dpi: 9, title: T}", "{<<: *all, title: U}", "functions=relu dpi=9 title=U"),
    (
      "styles: {a: &a {dpi: 1}, b: &b {dpi: 2, title: T}}", "{<<: [*a, *b]}",
      "functions=relu dpi=1 title=T"
    ),
    ("defaults: {title: &t Words}", "{xlabel: *t}", "functions=relu title=Words xlabel=Words"),
  ]

  @Test(arguments: inheritance)
  func whatIsSaidNearerGoesBefore(_ head: String, _ figure: String, _ line: String) {
    let figures = "figures:\n  relu: \(figure)\n"
    // The order in the file does not matter, but an anchor stands before what names it.
    let texts =
      figure.contains("*")
      ? ["\(head)\n\(figures)"] : ["\(head)\n\(figures)", "\(figures)\(head)\n"]
    for text in texts {
      let reading = SpecReading(text)
      #expect(reading.messages == [])
      #expect(reading.lines == ["relu: \(line)"])
    }
  }

  @Test func aFileSaysWhereAndWhatItsFiguresAre() throws {
    let reading = SpecReading(
      """
      output: figures  # beside the file
      figures:
        gelu:
        relu-grad:
          functions: relu
          grad: true
          caption: "The gradient of relu."
          alt: |
            A step.

      """)
    #expect(reading.messages == [])
    #expect(reading.file.output?.path == "figures")
    #expect(reading.file.output?.place == Place(file: "book.yaml", line: 1, column: 9))
    #expect(
      reading.lines == ["gelu: functions=gelu", "relu-grad: functions=relu grad alt=A step."])
    #expect(reading.figures.map(\.place.description) == ["book.yaml:3:3", "book.yaml:4:3"])
    let entry = try #require(reading.figures.last)
    #expect(entry.caption == "The gradient of relu.")
    #expect(entry.place(of: "grad") == Place(file: "book.yaml", line: 6, column: 11))
    #expect(entry.place(of: "dpi") == entry.place)
    #expect(try reading.figures.map { try $0.settings.request().orders } == [[0], [1]])
  }

  @Test func figuresCanBeAList() {
    let reading = SpecReading(
      """
      figures:
      - {name: first, functions: relu}
      - functions: [gelu]
        caption: Without a name.
      - name: elu
      """)
    #expect(reading.messages == [])
    #expect(reading.lines == ["first: functions=relu", "- functions=gelu", "elu: functions=elu"])
    #expect(
      reading.figures.map(\.place.description) == [
        "book.yaml:2:10", "book.yaml:3:3", "book.yaml:5:9",
      ])
  }

  @Test func aTextOfSettingsIsOneFigure() throws {
    let reading = SpecReading(
      "functions: x * k\nlet: {k: 2}\ncaption: Twice.", firstLine: 40, columnOffset: 3)
    #expect(reading.messages == [])
    let entry = try #require(reading.figures.first)
    #expect(SpecReading.line(entry) == "- functions=x * k let=k=2")
    #expect(entry.caption == "Twice.")
    #expect(entry.place == Place(file: "book.yaml", line: 40, column: 4))
    #expect(entry.place(of: "let") == Place(file: "book.yaml", line: 41, column: 9))
    #expect(SpecReading("name: gelu").lines == ["gelu: functions=gelu"])
  }

  @Test func aSettingThatCannotBeReadIsToldAtItsPlace() throws {
    let reading = SpecReading(
      "styles: {s: {range: 8:-8}}\nfigures:\n  에: {title: 한글, functions: [relu, sigmod]}\n  b: {functions: relu, style: s}",
      columnOffset: 2)
    let problems = reading.figures.map { entry in
      do {
        _ = try entry.settings.request()
        return "drawn"
      } catch {
        let batch = Batch([reading.file], options: Batch.Options(), reporter: RecordingReporter())
        return batch.problems(error, in: entry).map { "\($0)" }.joined(separator: "\n")
      }
    }
    #expect(problems.count == 2)
    #expect(problems.first?.hasPrefix("book.yaml:3:31: error: ") == true)
    #expect(problems.first?.contains("sigmoid") == true)
    #expect(
      problems.first?.hasSuffix(
        "\n      에: {title: 한글, functions: [relu, sigmod]}\n" + String(repeating: " ", count: 32)
          + "^")
        == true)
    #expect(problems.last?.hasPrefix("book.yaml:1:23: error: range: ") == true)
  }

  @Test func allMistakesOfAFigureAreTold() throws {
    let entry = try #require(
      SpecReading("functions: sigmod\nrange: 8:-8\nyscale: lg\ndpi: 0").figures.first)
    let errors = #expect(throws: SettingErrors.self) { try entry.settings.request() }
    #expect(errors?.all.map(\.setting) == ["functions", "dpi", "range", "yscale"])
  }

  @Test func readingTenThousandFiguresTakesOneAtATime() {
    let text =
      "figures:\n" + (0..<10_000).map { "  f\($0): {functions: relu, dpi: \($0 + 1)}\n" }.joined()
    var count = 0
    let file = SpecFile(Array(text.utf8), path: "book.yaml")
    file.read { reading in
      guard case .figure(let entry) = reading else { return }
      #expect(entry.name == "f\(count)" && entry.settings["dpi"] == ["\(count + 1)"])
      count += 1
    }
    #expect(count == 10_000)
  }

  @Test func whatTheReaderThrowsEndsTheReading() {
    struct Enough: Error {}
    let file = SpecFile(Array("figures: {relu: , gelu: , elu: }".utf8), path: "book.yaml")
    var count = 0
    #expect(throws: Enough.self) {
      try file.read { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }
}
