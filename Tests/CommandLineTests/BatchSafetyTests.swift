import Foundation
import Testing

/// What a batch leaves when something comes in between.
@Suite struct BatchSafetyTests {
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

  @Test func aReaderThatStopsDoesNotStopTheBatch() throws {
    let result = try actplot.shell("actplot batch book.yaml | head -c 5")
    #expect(result.status == 0 && result.text == "figur")
    #expect(try actplot.run("batch", "book.yaml").error.contains("2 unchanged"))
    let full = try actplot.shell("actplot batch book.yaml --json > /dev/full")
    #expect(full.status == 1 && full.error.contains("No space left"))
  }

  @Test func twoBatchesAtOnceLeaveAManifest() throws {
    for (file, caption) in [("a", "a"), ("b", "a longer one")] {
      let figures = (0..<60).map { "  \(file)\($0): {functions: relu, caption: \(caption)}\n" }
      try actplot.write("output: figures\nfigures:\n" + figures.joined(), to: "\(file).yaml")
    }
    for _ in 0..<3 {
      let first = try actplot.start("batch", "a.yaml", "-q")
      #expect(try actplot.run("batch", "b.yaml", "-q").status == 0)
      first.waitUntilExit()
      #expect(first.terminationStatus == 0)
    }
    for file in ["a.yaml", "b.yaml"] {
      let last = try actplot.run("batch", file)
      #expect(last.status == 0 && last.error.contains("60 unchanged"), "\(last.error)")
    }
  }

  /// One of them draws the figures, the other is told whose they are.
  @Test func twoBatchesAtOnceWithTheSameNames() throws {
    let names = (0..<60).map { "  f\($0): " }
    for (file, function) in [("a.yaml", "relu"), ("b.yaml", "tanh")] {
      let figures = names.map { "\($0){functions: \(function)}\n" }
      try actplot.write("output: figures\nfigures:\n" + figures.joined(), to: file)
    }
    let first = try actplot.start("batch", "a.yaml", "-q")
    let second = try actplot.run("batch", "b.yaml", "-q")
    first.waitUntilExit()
    #expect([first.terminationStatus, second.status].sorted() == [0, 1])
    let (drawn, refused) = second.status == 0 ? ("b.yaml", "a.yaml") : ("a.yaml", "b.yaml")
    let result = try actplot.run("batch", refused)
    #expect(result.status == 1)
    #expect(
      result.error.contains(
        "\(refused):3:3: error: The figure “f0” in figures is that of \(drawn), which was drawn"))
    #expect(try actplot.run("batch", drawn).error.contains("60 unchanged"))
    #expect(try actplot.run("batch", refused, "--output-dir", "own", "-q").status == 0)
    try actplot.write("figures: {other: {functions: relu}}\n", to: drawn)
    #expect(try actplot.run("batch", refused).error.contains("60 drawn"))
  }

  @Test func aFullDiskIsASentenceForEachFigure() throws {
    let result = try actplot.shell("ulimit -f 4; exec actplot batch book.yaml")
    #expect(result.status == 1)
    #expect(
      result.error.contains("book.yaml:4:3: error: Cannot write figures/relu.svg: File too large"))
    #expect(try actplot.files().filter { $0.hasSuffix(".svg") || $0.hasSuffix(".part") }.isEmpty)
  }

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
