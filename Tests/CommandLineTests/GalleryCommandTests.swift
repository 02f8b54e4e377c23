import Foundation
import Testing

@Suite struct GalleryCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  private func articles(_ page: String) -> [String] {
    page.matches(of: /<article id="([^"]*)"/).map { String($0.output.1) }
  }

  @Test func functionsAndFamilies() throws {
    let result = try actplot.run(
      "gallery", "gelu", "x * sigmoid(2 * x)", "-x", "--family", "hard", "-o", "pages/g.html")
    #expect(result.status == 0 && result.text == "pages/g.html\n")
    let page = try String(
      contentsOf: actplot.folder.appending(path: "pages/g.html"), encoding: .utf8)
    #expect(articles(page).prefix(3) == ["gelu", "x-sigmoid-2-x", "x"])
    #expect(articles(page).contains("hardtanh"))
    let again = try actplot.run(
      "gallery", "gelu", "x * sigmoid(2 * x)", "-x", "--family", "hard", "-o", "-")
    // Frames show the page by its name, which is none here.
    #expect(again.text == page.replacing("g.html#", with: "gallery.html#"))
  }

  @Test func parametersAndLanguage() throws {
    let result = try actplot.run(
      "gallery", "swish", "--set", "beta=3", "--lang", "ko", "--title", "<b>책</b>", "-o", "-")
    #expect(result.text.contains("beta = 3") && result.text.contains("해 볼 문제") == false)
    #expect(result.text.contains("<h1>&lt;b&gt;책&lt;/b&gt;</h1>"))
  }

  @Test func functionsOfABook() throws {
    try actplot.write(
      "figures:\n  one: {functions: [relu, gelu], grad: true}\n  two: {functions: relu}\n",
      to: "book.yaml")
    let result = try actplot.run("gallery", "book.yaml", "-o", "-")
    #expect(articles(result.text) == ["relu", "gelu"])
    try actplot.write("figures:\n  one: {functions: rleu}\n", to: "wrong.yaml")
    let wrong = try actplot.run("gallery", "wrong.yaml", "-o", "-")
    #expect(
      wrong.status == 1 && wrong.error.contains("wrong.yaml:2") && wrong.error.contains("relu"))
    try actplot.write("figures:\n  one: {network: 2 3 1}\n", to: "networks.yaml")
    let none = try actplot.run("gallery", "networks.yaml", "-o", "-")
    #expect(none.status != 0 && none.error.contains("shows functions"))
  }

  @Test(arguments: [
    (["rleu"], "relu"), (["gelu", "-o", "g.png"], "gallery.html"), (["--family", "elus"], "elu"),
    (["gelu", "--lang", "de"], "en or ko"), (["swish", "--wrt", "beta"], "--wrt"),
    (["nowhere.yaml"], "nowhere.yaml"), (["gelu", "--jobs", "0"], "1024"),
    (["gelu", "-o", "/proc/none/g.html"], "/proc/none"),
    (["gelu", "-o", "/proc/g.html"], "Nothing can be made there; choose another place"),
  ])
  func mistakes(_ words: [String], _ hint: String) throws {
    let result = try actplot.run(["gallery"] + words)
    #expect(result.status != 0 && result.text.isEmpty && result.error.contains(hint))
    #expect(!result.error.contains("<subcommand>"))
    #expect(!FileManager.default.fileExists(atPath: actplot.folder.appending(path: "output").path))
  }

  @Test func aPageOfABooksFigures() throws {
    try actplot.write(
      """
      output: figures
      figures:
        relu: {caption: "A <kink>.", alt: Two rays.}
        slope: {functions: "sin(x)", grad: true, format: pdf}
      """, to: "book.yaml")
    let result = try actplot.run(
      "batch", "book.yaml", "--gallery", "pages/all.html", "--lang", "ko")
    #expect(result.status == 0)
    let page = try String(
      contentsOf: actplot.folder.appending(path: "pages/all.html"), encoding: .utf8)
    for words in [
      "A &lt;kink&gt;.", "Two rays.", ">relu.svg</a>",
      "<a href=\"../figures/relu.png\">relu.png</a>",
      "<a href=\"../figures/slope.pdf\">slope.pdf</a>",
      "<code>actplot relu", "<code>actplot &#39;sin(x)&#39; --grad -o slope.pdf</code>",
      "SVG나 PNG가 없습니다", "book.yaml:4",
    ] {
      #expect(page.contains(words), "\(words) is missing")
    }
    // Where nothing is drawn, the page stays as it is.
    try actplot.write("figures:\n  relu: {panels: row}\n", to: "wrong.yaml")
    let wrong = try actplot.run("batch", "wrong.yaml", "--gallery", "pages/all.html")
    #expect(wrong.status == 1 && wrong.text.isEmpty)
    #expect(
      try String(contentsOf: actplot.folder.appending(path: "pages/all.html"), encoding: .utf8)
        == page)
    let twice = try actplot.run("batch", "book.yaml", "--check", "--gallery", "figures.html")
    #expect(twice.status == 64 && twice.error.contains("leave --gallery out"))
    let lang = try actplot.run("batch", "book.yaml", "--lang", "ko")
    #expect(lang.status == 64 && lang.error.contains("--gallery"))
  }
}
