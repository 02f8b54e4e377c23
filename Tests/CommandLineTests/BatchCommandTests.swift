import FigureBatch
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

  // MARK: Interruption

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptedBatchGoesOn(_ signal: Int32) throws {
    let count = 400
    let names = (0..<count).map { "  f\($0): {functions: \"gelu(x + \($0) / 100)\"}" }
    try actplot.write(
      "defaults: {format: [svg, png]}\nfigures:\n" + names.joined(separator: "\n"), to: "big.yaml")
    let process = try actplot.start("batch", "big.yaml", "--output-dir", "out")
    // Until it is under way.
    while process.isRunning,
      !FileManager.default.fileExists(atPath: actplot.folder.appending(path: "out/f3.svg").path)
    { usleep(1000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    let files = try actplot.files()
    #expect(!files.contains { $0.hasSuffix(".part") })
    let images = files.filter { $0.hasSuffix(".svg") }
    #expect(images.count < count)
    for image in images {
      #expect(try actplot.bytes(image).suffix(7).elementsEqual("</svg>\n".utf8))
    }
    let next = try actplot.run("batch", "big.yaml", "--output-dir", "out", "--json")
    let summary = try #require(next.text.split(separator: "\n").last.map { Data($0.utf8) })
    let object = try #require(try JSONSerialization.jsonObject(with: summary) as? [String: Any])
    #expect(object["unchanged"] as? Int == images.count)
    #expect(object["drawn"] as? Int == count - images.count)
  }
}
