import Books
import Foundation
import Testing

/// `actplot batch` as a book's author runs it.
@Suite struct BatchCommandTests {
  let actplot: Actplot
  private let book = """
    output: figures
    defaults: {format: svg}
    figures:
      relu: {caption: One.}
      slope: {functions: relu, grad: true}
    """

  init() throws {
    actplot = try Actplot()
    try actplot.write(book, to: "book.yaml")
  }

  // MARK: What is written

  @Test func aBookIsDrawnOnce() throws {
    let first = try actplot.run("batch", "book.yaml")
    #expect(first.status == 0)
    #expect(first.text == "figures/relu.svg\nfigures/slope.svg\n")
    #expect(first.error == "2 figures: 2 drawn, 0 unchanged.\n")
    #expect(
      try actplot.files()
        == ["book.yaml", "figures/manifest.json", "figures/relu.svg", "figures/slope.svg"])
    let second = try actplot.run("batch", "book.yaml")
    #expect(second.text.isEmpty && second.error == "2 figures: 0 drawn, 2 unchanged.\n")
    #expect(try actplot.run("relu", "--grad", "-o", "own.svg").status == 0)
    #expect(try actplot.bytes("own.svg") == actplot.bytes("figures/slope.svg"))
  }

  @Test func theFolderOfTheCommandLineGoesFirst() throws {
    #expect(try actplot.run("batch", "book.yaml", "--output-dir", "here", "-q").status == 0)
    #expect(try actplot.files().contains("here/relu.svg"))
    try FileManager.default.createDirectory(
      at: actplot.folder.appending(path: "sub"), withIntermediateDirectories: true)
    try actplot.write(book, to: "sub/book.yaml")
    // What the file says is said of the file's own folder.
    #expect(try actplot.run("batch", "sub/book.yaml", "-q").status == 0)
    #expect(try actplot.files().contains("sub/figures/relu.svg"))
  }

  @Test func quietSaysNothingAndJSONEverything() throws {
    let quiet = try actplot.run("batch", "book.yaml", "--quiet")
    #expect(quiet.output.isEmpty && quiet.error.isEmpty)
    let json = try actplot.run("batch", "book.yaml", "--json")
    #expect(json.error.isEmpty)
    let objects = try json.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 3)
    #expect(objects[0]["figure"] as? String == "relu")
    #expect(objects[0]["outcome"] as? String == "unchanged")
    #expect(objects[2]["unchanged"] as? Int == 2)
  }

  @Test func theChapterIsABatch() throws {
    let spec = try actplot.run("chapter", "--print-spec")
    #expect(spec.status == 0)
    try actplot.write(spec.text, to: "chapter.yaml")
    #expect(try actplot.run("batch", "chapter.yaml", "--output-dir", "a", "-q").status == 0)
    #expect(try actplot.run("chapter", "--output-dir", "b", "-q").status == 0)
    let files = try actplot.files()
    let drawn = files.filter { $0.hasPrefix("a/") }.map { $0.dropFirst(2) }
    #expect(drawn.count == 13)
    for file in drawn {
      #expect(try actplot.bytes("a/\(file)") == actplot.bytes("b/\(file)"), "\(file)")
    }
  }

  // MARK: Checks and choices

  @Test func aCheckNamesWhatIsWrong() throws {
    let before = try actplot.run("batch", "book.yaml", "--check")
    #expect(before.status == 1)
    #expect(before.text == "missing figures/relu.svg\nmissing figures/slope.svg\n")
    #expect(try actplot.files() == ["book.yaml"])
    _ = try actplot.run("batch", "book.yaml")
    #expect(try actplot.run("batch", "book.yaml", "--check").status == 0)
    try actplot.write(book.replacing("grad: true", with: "order: 2"), to: "book.yaml")
    try actplot.write("<svg/>", to: "figures/relu.svg")
    let after = try actplot.run("batch", "book.yaml", "--check")
    #expect(after.status == 1)
    #expect(after.text == "changed figures/relu.svg\nstale figures/slope.svg\n")
    #expect(after.error == "2 figures: 0 as they should be, 2 not.\n")
  }

  @Test func choosing() throws {
    #expect(try actplot.run("batch", "book.yaml", "--list").text == "relu\nslope\n")
    let only = try actplot.run("batch", "book.yaml", "--only", "slope")
    #expect(only.text == "figures/slope.svg\n")
    #expect(only.error == "1 of 2 figures: 1 drawn, 0 unchanged.\n")
    let parts = try ["1/2", "2/2"].map {
      try actplot.run("batch", "book.yaml", "--list", "--shard", $0).text
    }
    #expect(parts == ["relu\n", "slope\n"])
    let unknown = try actplot.run("batch", "book.yaml", "--only", "slop")
    #expect(unknown.status == 1 && unknown.error.contains("Did you mean “slope”?"))
    let told = try actplot.run("batch", "book.yaml", "--only", "slop", "--json")
    #expect(told.status == 1 && told.error.isEmpty)
    #expect(told.text.hasPrefix("{\"error\": ") && told.text.contains("“slope”"))
  }

  @Test func pruning() throws {
    _ = try actplot.run("batch", "book.yaml")
    try actplot.write(book.replacing("slope:", with: "gradient:"), to: "book.yaml")
    let listed = try actplot.run("batch", "book.yaml")
    #expect(listed.status == 0)
    #expect(listed.error.contains("figures/slope.svg is of no figure any more"))
    let pruned = try actplot.run("batch", "book.yaml", "--prune")
    #expect(pruned.error.contains("Removed figures/slope.svg."))
    #expect(try !actplot.files().contains("figures/slope.svg"))
  }

  // MARK: Markdown

  @Test func markdownGetsItsLinksOnce() throws {
    let text =
      "Before.\n\n```actplot\nrelu --grad --caption \"The slope.\" -o relu-slope.svg\n```\n\nAfter.\n"
    try actplot.write(text, to: "chapter.md")
    var results: [[UInt8]] = []
    for _ in 0..<3 {
      let result = try actplot.run("batch", "chapter.md", "--write", "--output-dir", "img")
      #expect(result.status == 0, "\(result.error)")
      results.append(try actplot.bytes("chapter.md"))
    }
    #expect(results[0] == results[1] && results[1] == results[2])
    let written = String(decoding: results[0], as: UTF8.self)
    #expect(written.components(separatedBy: "(img/relu-slope.svg").count == 2)
    #expect(written.contains("The slope.") && written.hasSuffix("After.\n"))
  }

  @Test func aChapterInKoreanGivesTheSixFigures() throws {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "BooksTests/Fixtures/perceptron.md")
    try actplot.write(try String(contentsOf: source, encoding: .utf8), to: "perceptron.md")
    let result = try actplot.run("batch", "perceptron.md", "--output-dir", "img", "--write")
    #expect(result.status == 0, "\(result.error)")
    #expect(try actplot.run("chapter", "--output-dir", "chapter", "-q").status == 0)
    let images = try actplot.files().filter { $0.hasPrefix("img/") && !$0.hasSuffix(".json") }
    #expect(images.count == 12)
    for image in images {
      let own = "chapter/\(image.dropFirst(4))"
      #expect(try actplot.bytes(image) == actplot.bytes(own), "\(image)")
    }
    let text = String(decoding: try actplot.bytes("perceptron.md"), as: UTF8.self)
    #expect(text.components(separatedBy: "<!-- actplot: ").count == 7)
  }

  @Test func chaptersAndNotebooksShareAFolder() throws {
    func cell(_ end: String) -> String {
      "```{.python .input}\nx = np.arange(-2.0, \(end), 0.5)\nd2l.plot(x, np.tanh(x))\n```\n"
    }
    try actplot.write(cell("2.0"), to: "one.md")
    try actplot.write("\u{FEFF}```{.actplot #fig}\nrelu\n```\n" + cell("3.0"), to: "two.Rmd")
    try actplot.write(
      #"{"cells": [{"cell_type": "code", "source": ["x = np.arange(3.0)\n",\#n"d2l.plot(x, x**2)"]}]}"#,
      to: "three.ipynb")
    let files = ["one.md", "two.Rmd", "three.ipynb"]
    let all = try actplot.run(["batch"] + files + ["--format", "svg"])
    #expect(
      all.status == 0
        && all.text == "output/tanh.svg\noutput/fig.svg\noutput/two-tanh.svg\noutput/x-to-2.svg\n",
      "\(all.error)\(all.text)")
    // A chapter alone names its figures as before, links to them, and leaves the others alone.
    let one = try actplot.run("batch", "two.Rmd", "--format", "svg", "--write", "--prune")
    #expect(one.status == 0 && one.error == "2 figures: 0 drawn, 2 unchanged.\n", "\(one.error)")
    let text = String(decoding: try actplot.bytes("two.Rmd"), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}```") && text.contains("(output/two-tanh.svg)"))
    #expect(try actplot.run(["batch"] + files + ["--format", "svg", "--check"]).status == 0)
  }

  @Test func aCheckSeesStaleLinks() throws {
    let block = "```actplot\nrelu --format svg --caption 'Old.'\n```\n"
    try actplot.write(block, to: "a.md")
    #expect(try actplot.run("batch", "a.md", "--write").status == 0)
    let check = ["batch", "a.md", "--check", "--write"]
    #expect(try actplot.run(check).status == 0)
    let written = String(decoding: try actplot.bytes("a.md"), as: UTF8.self)
    for (text, line) in [
      (written.replacing("--caption 'Old.'", with: "--caption 'New.'"), 5), (block, 4),
    ] {
      try actplot.write(text, to: "a.md")
      _ = try actplot.run("batch", "a.md")
      let result = try actplot.run(check)
      #expect(result.status == 1)
      #expect(result.error.contains("a.md:\(line):1: error: The links to images are not"))
      #expect(String(decoding: try actplot.bytes("a.md"), as: UTF8.self) == text)
    }
  }

  // MARK: What is wrong

  @Test func everythingThatIsWrongIsToldInOneRun() throws {
    let wrong = """
      output: figures
      styles:
        wide: {size: 8in}
      figures:
        a: {functions: relu, rnage: -4:4}
        b: {functions: sigmod}
        c: {functions: relu, style: wide}
        d: {functions: relu, style: wide}
        ../e: {functions: relu}
        f: {functions: relu, title: '$\\frak{x}$'}
        g: {functions: "x + sin(x"}
        good: {functions: relu, format: svg}
      """
    try actplot.write(wrong, to: "wrong.yaml")
    let result = try actplot.run("batch", "wrong.yaml")
    #expect(result.status == 1 && result.output.isEmpty)
    let heads = result.error.split(separator: "\n").filter { $0.contains(": error: ") }
    let places = heads.map { $0.prefix { $0 != " " } }
    #expect(
      places == [
        "wrong.yaml:5:24:", "wrong.yaml:6:18:", "wrong.yaml:3:16:", "wrong.yaml:9:3:",
        "wrong.yaml:11:18:", "wrong.yaml:10:3:",
      ], "\(result.error)")
    #expect(result.error.contains("did you mean “range”"))
    #expect(result.error.contains("Did you mean “sigmoid”"))
    #expect(
      result.error.contains("    a: {functions: relu, rnage: -4:4}\n                         ^\n"))
    #expect(try actplot.files() == ["book.yaml", "wrong.yaml"])
    let going = try actplot.run("batch", "wrong.yaml", "--keep-going")
    #expect(going.status == 1 && going.text == "figures/good.svg\n")
  }

  @Test(arguments: [
    (["batch"], 64, "name a file"), (["batch", "none.yaml"], 1, "none.yaml:1:1: error:"),
    (["batch", "."], 1, "This is a folder"), (["batch", "/dev/null"], 1, "This is a device"),
    (["batch", "book.yaml", "--check", "--prune"], 64, "--prune"),
    (["batch", "a.ipynb", "--write"], 64, "“a.ipynb” is a notebook"),
    (["batch", "a.mdx", "--write"], 64, "“a.mdx”"),
    (["batch", "book.yaml", "--jobs", "0"], 64, "“0”"),
    (["batch", "book.yaml", "--shard", "3/2"], 64, "“3/2”"),
    (["batch", "book.yaml", "--format", "gif"], 64, "“gif”"),
    (["batch", "book.yaml", "--output-dir", ""], 64, "empty"),
    (["batch", "book.yaml", "--output-dir", "/dev/null"], 1, "Not a directory"),
  ])
  func otherMistakes(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let result = try actplot.run(arguments)
    #expect(result.status == status)
    #expect(result.error.contains(words), "\(result.error)")
    #expect(try actplot.files() == ["book.yaml"])
  }

  @Test func aSpecFileChoosesNoFolderOutsideItsOwn() throws {
    for folder in ["/tmp", "../up", "a/../../b"] {
      try actplot.write("output: \(folder)\nfigures: {relu: }\n", to: "book.yaml")
      let result = try actplot.run("batch", "book.yaml")
      #expect(
        result.status == 1 && result.error.contains("book.yaml:1:9: error:"), "\(result.error)")
      #expect(result.error.contains("--output-dir"))
    }
  }

  @Test func aFoldersLinkOutOfTheBookIsNotFollowed() throws {
    try actplot.write("output: link/sub\nfigures: {relu: }\n", to: "book.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: actplot.folder.appending(path: "link").path, withDestinationPath: "/tmp")
    let result = try actplot.run("batch", "book.yaml")
    #expect(result.status == 1 && result.error.contains("by a link"), "\(result.error)")
  }

  @Test func weightsAreFoundBesideTheBookAndTheirChangesSeen() throws {
    _ = try actplot.shell("mkdir part")
    try actplot.write(
      "figures: {net: {network: 1 1, weights: w.json, values: [3], format: svg}}\n",
      to: "part/nets.yaml")
    for (weight, drawn) in [("2", "1 drawn"), ("2", "1 unchanged"), ("4", "1 drawn")] {
      try actplot.write("{\"layers\": [{\"weights\": [[\(weight)]]}]}", to: "part/w.json")
      let result = try actplot.run("batch", "part/nets.yaml", "--output-dir", "nets")
      #expect(result.status == 0 && result.error.contains(drawn), "\(result.error)")
    }
  }

  @Test func theSchemaIsJSON() throws {
    let schema = try actplot.run("batch", "--schema")
    #expect(schema.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(schema.output)) as? [String: Any]
    #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }
}
