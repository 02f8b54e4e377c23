import Foundation
import Testing

/// `actplot pandoc` and `actplot mdbook`, spoken to as pandoc and mdBook do, which need not be there.
@Suite struct DocumentCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func copy(_ file: String, to name: String) throws {
    try FileManager.default.copyItem(
      at: Self.root.appending(path: file), to: actplot.folder.appending(path: name))
  }

  private func recorded(_ name: String) throws {
    try copy("Tests/BooksTests/Fixtures/Documents/\(name)", to: "document.json")
    try copy("Examples/Pandoc/points.csv", to: "points.csv")
  }

  /// All elements of that type in pandoc's JSON.
  private func elements(_ type: String, in value: Any) -> [[String: Any]] {
    if let object = value as? [String: Any] {
      let own = object["t"] as? String == type ? [object] : []
      return own + object.values.flatMap { elements(type, in: $0) }
    }
    return (value as? [Any])?.flatMap { elements(type, in: $0) } ?? []
  }

  @Test(
    "The example as pandoc 2.17 and 3.9 have sent it",
    arguments: [
      ("pandoc-2.17.json", "html", "svg", 0), ("pandoc-3.9.json", "latex", "pdf", 3),
      ("pandoc-3.9.json", "docx", "png", 3),
    ] as [(String, String, String, Int)])
  func pandoc(document: String, writer: String, format: String, figures: Int) throws {
    try recorded(document)
    let result = try actplot.shell("actplot pandoc \(writer) < document.json")
    #expect(result.status == 0 && result.error.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(result.output))
    #expect(elements("CodeBlock", in: json).isEmpty)
    #expect(elements("Figure", in: json).count == figures)
    let paths = elements("Image", in: json).compactMap {
      (($0["c"] as? [Any])?.last as? [Any])?.first as? String
    }
    let names = ["fig-points", "fig-sigmoid", "fig-slopes", "gelu"]
    #expect(paths.sorted() == names.map { "build/figures/\($0).\(format)" })
    for path in paths { #expect(try !actplot.bytes(path).isEmpty) }
    // Drawn once, they stay.
    let manifest = try actplot.bytes("build/figures/manifest.json")
    let again = try actplot.shell(
      "cd build/figures && rm manifest.json && cd ../.. && actplot pandoc \(writer) < document.json"
    )
    #expect(again.output == result.output)
    #expect(try actplot.bytes("build/figures/manifest.json") == manifest)
  }

  @Test func aDocumentLeavesTheFiguresOfAnotherAlone() throws {
    let block = #"{"t":"CodeBlock","c":[["",["actplot"],[]],"NAME"]}"#
    for name in ["relu", "gelu"] {
      let text =
        #"{"pandoc-api-version":[1,23],"meta":{},"blocks":[\#(block.replacing("NAME", with: name))]}"#
      try actplot.write(text, to: "\(name).json")
    }
    for name in ["relu", "gelu", "relu"] {
      let result = try actplot.shell("actplot pandoc < \(name).json")
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
    }
    let manifest = String(decoding: try actplot.bytes("figures/manifest.json"), as: UTF8.self)
    #expect(manifest.contains("\"relu\"") && manifest.contains("\"gelu\""))
    // A batch into the folder does not take them for its own either.
    try actplot.write("output: figures\nfigures: {tanh: {format: svg}}\n", to: "book.yaml")
    let batch = try actplot.run("batch", "book.yaml")
    #expect(batch.error == "1 figure: 1 drawn, 0 unchanged.\n")
    try actplot.write("output: figures\nfigures: {relu: {format: svg}}\n", to: "other.yaml")
    let other = try actplot.run("batch", "other.yaml")
    #expect(other.error.contains("is that of a document in this folder"), "\(other.error)")
  }

  @Test func aDocumentWithoutFiguresIsGivenBack() throws {
    let text = #"{"pandoc-api-version":[1,22],"meta":{},"blocks":[{"t":"Para","c":[]}]}"#
    try actplot.write(text, to: "document.json")
    let result = try actplot.shell("actplot pandoc < document.json")
    #expect(result.status == 0 && result.text == text && result.error.isEmpty)
    #expect(try actplot.files() == ["document.json"])
  }

  @Test func whatIsWrongIsToldByBlockAndNothingIsGivenBack() throws {
    let block = #"{"t":"CodeBlock","c":[["fig-a",["actplot"],[]],"relu --gradd"]}"#
    try actplot.write(
      #"{"pandoc-api-version":[1,23],"meta":{},"blocks":[\#(block)]}"#, to: "document.json")
    let result = try actplot.shell("actplot pandoc < document.json")
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.error.hasPrefix("block 1 (#fig-a):1:6: error: There is no option “--gradd”."))
    #expect(try actplot.shell("actplot pandoc < /dev/null").error.contains("Nothing came"))
    let meta = #""actplot":{"t":"MetaMap","c":{"output":{"t":"MetaString","c":"../out"}}}"#
    try actplot.write(
      #"{"pandoc-api-version":[1,23],"meta":{\#(meta)},"blocks":[]}"#, to: "document.json")
    #expect(try actplot.shell("actplot pandoc < document.json").error.contains("outside"))
  }

  @Test("The filter by which pandoc calls the program") func filter() throws {
    try copy("Packaging/pandoc-actplot", to: "pandoc-actplot")
    let result = try actplot.shell(
      "ln -s $(command -v actplot) actplot && ln -s ../pandoc-actplot \(actplot.folder.path)/link"
        + " 2>/dev/null; echo '{}' | ./pandoc-actplot html")
    #expect(result.status == 1 && result.error.contains("no document of pandoc"))
  }

  // MARK: mdBook

  @Test func mdBookAsksForRenderers() throws {
    #expect(try actplot.run("mdbook", "supports", "html").status == 0)
    #expect(try actplot.run("mdbook", "book.toml").status == 64)
  }

  @Test func aBookOfMdBookHasItsFiguresBesideItsChapters() throws {
    try FileManager.default.copyItem(
      at: Self.root.appending(path: "Examples/mdBook/src"),
      to: actplot.folder.appending(path: "src"))
    func chapter(_ path: String, _ items: [Any] = []) throws -> [String: Any] {
      let text = String(decoding: try actplot.bytes("src/\(path)"), as: UTF8.self)
      return [
        "Chapter": [
          "name": path, "content": text, "number": [1], "sub_items": items, "path": path,
          "source_path": path, "parent_names": [],
        ] as [String: Any]
      ]
    }
    let book = [
      "items": [try chapter("saturation.md", [try chapter("slopes/slopes.md")])]
    ]
    let context: [String: Any] = [
      "root": actplot.folder.path, "config": ["book": ["src": "src"]], "renderer": "html",
      "mdbook_version": "0.5.0",
    ]
    let exchange = try JSONSerialization.data(withJSONObject: [context, book])
    try exchange.write(to: actplot.folder.appending(path: "exchange.json"))
    let result = try actplot.shell("actplot mdbook < exchange.json")
    #expect(result.status == 0 && result.error.isEmpty)
    let text = result.text.replacing("\\/", with: "/")
    #expect(text.hasPrefix("{\"items\":[") && !text.contains("```"))
    #expect(text.contains("](figures/sigmoid.svg \\\"The sigmoid, shaded"))
    #expect(text.contains("](../figures/relu-grad.svg)\\n\\n2. "))
    #expect(text.contains("   Bells of the heights 0.25 and 1.\\n"))
    #expect(
      try actplot.files().filter { $0.hasPrefix("src/figures/") }
        == ["bells.svg", "manifest.json", "relu-grad.svg", "sigmoid.svg"].map {
          "src/figures/\($0)"
        })
    let wrong = String(decoding: exchange, as: UTF8.self).replacing("--saturation", with: "--satur")
    try actplot.write(wrong, to: "exchange.json")
    let problem = try actplot.shell("actplot mdbook < exchange.json")
    #expect(problem.status == 1 && problem.output.isEmpty)
    #expect(problem.error.hasPrefix("src/saturation.md:6:9: error: "))
  }
}
