import Activations
import Books
import Figures
import Foundation
import Goldens
import Testing

@Suite struct PlotCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  // MARK: What is written

  @Test func aNameAloneWritesBothFormats() throws {
    let result = try actplot.run("relu", "--grad")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.text == "output/relu-grad.png\noutput/relu-grad.svg\n")
    #expect(try actplot.files() == ["output/relu-grad.png", "output/relu-grad.svg"])
    let svg = try actplot.bytes("output/relu-grad.svg")
    let request = FigureRequest([try Formula("relu")], orders: [1])
    #expect(try request.render(as: .svg) == svg)
  }

  @Test func theChapterIsSixFiguresTwice() throws {
    let result = try actplot.run("chapter", "--output-dir", "deep/er/figures")
    #expect(result.status == 0)
    let expected = Chapter.figures.flatMap { figure in
      ImageFormat.standard.map { "deep/er/figures/\(figure.name).\($0.rawValue)" }
    }
    #expect(result.text.split(separator: "\n").map(String.init) == expected)
    #expect(
      try actplot.files() == (expected + ["deep/er/figures/manifest.json"]).sorted())
    let image = try RasterImage(png: actplot.bytes("deep/er/figures/relu.png"))
    #expect(image.width == 445 && image.height == 255)
  }

  @Test func float32IsTheChaptersFigure() throws {
    _ = try actplot.run("chapter")
    _ = try actplot.run("relu", "--grad", "--precision", "float32", "-o", "own.svg")
    #expect(try actplot.bytes("own.svg") == actplot.bytes("output/relu-grad.svg"))
  }

  @Test func severalOutputs() throws {
    let result = try actplot.run("sigmoid", "--grad", "-o", "a.svg", "-o", "b.PNG", "-o", "./c.png")
    #expect(result.text == "a.svg\nb.PNG\n./c.png\n")
    #expect(try actplot.files() == ["a.svg", "b.PNG", "c.png"])
    #expect(try actplot.bytes("b.PNG") == actplot.bytes("c.png"))
  }

  @Test func standardOutputIsTheImageAlone() throws {
    let svg = try actplot.run("tanh", "-o", "-", "--format", "svg")
    #expect(svg.error.isEmpty)
    #expect(try SVGDocument(svg.output).title == "tanh(x)")
    let png = try actplot.run("tanh", "-o", "-", "-o", "too.png", "--format", "png")
    #expect(throws: Never.self) { try RasterImage(png: png.output) }
    #expect(try actplot.bytes("too.png") == png.output)
  }

  @Test func theSameOutputTwiceIsWrittenOnce() throws {
    let result = try actplot.run(
      "tanh", "-o", "-", "-o", "/dev/stdout", "-o", "-", "--format", "svg")
    #expect(try SVGDocument(result.output).title == "tanh(x)")
    #expect(try actplot.run("tanh", "-o", "a.svg", "-o", "a.svg").text == "a.svg\n")
  }

  @Test func quietSaysNothing() throws {
    let result = try actplot.run("relu", "--quiet", "--format", "svg")
    #expect(result.output.isEmpty && result.error.isEmpty)
    #expect(try actplot.files() == ["output/relu.svg"])
  }

  @Test func optionsReachTheFigure() throws {
    let result = try actplot.run(
      "tanh", "--order", "2", "--range", "-4:4:0.5", "--size", "144x72mm", "--title", "Title",
      "--xlabel", "in", "--ylabel", "-out-", "--xlim", "-2:2", "--ylim", "-1:1", "-o", "f.svg")
    #expect(result.status == 0, "\(result.error)")
    let document = try SVGDocument(actplot.bytes("f.svg"))
    #expect(document.title == "Title")
    #expect(document.summary.contains("x from -4 to 3.5"))
    let width = try #require(document.root["width"].flatMap { Double($0.dropLast(2)) })
    #expect((316..<400).contains(width), "144 mm are 408 pt, of which the axes take 77.5 %")
  }

  @Test(arguments: [
    ("5x2.5in", 1.0), ("12.7x6.35cm", 1), ("127x63.5mm", 1), ("360x180pt", 1),
    ("500x250px", 1), ("10x5in", 2),
  ])
  func sizesInEveryUnit(_ size: String, _ factor: Double) throws {
    _ = try actplot.run("relu", "--size", size, "-o", "f.svg")
    let document = try SVGDocument(actplot.bytes("f.svg"))
    let spines = document.shapes.suffix(2)
    let points = try #require(spines.last?.points)
    #expect(abs(abs(points[1].x - points[0].x) - 279 * factor) < 0.01)
  }

  @Test func namesIgnoreCase() throws {
    #expect(try actplot.run("ReLU", "-o", "f.svg").status == 0)
    #expect(try actplot.run("plot", "Tanh", "-o", "f.svg").status == 0)
  }

  // MARK: Help

  @Test func helpShowsExamples() throws {
    let help = try actplot.run("--help")
    #expect(help.status == 0)
    #expect(help.text.contains("EXAMPLES") && help.text.contains("actplot relu --grad"))
    for command in ["plot", "chapter", "list"] { #expect(help.text.contains("  \(command)")) }
    let plot = try actplot.run("plot", "--help")
    for option in ["--range", "--size", "--dpi", "--output-dir", "--xlim", "--order", "--format"] {
      #expect(plot.text.contains(option))
    }
    let versions = try actplot.run("--version").text
    #expect(versions.wholeMatch(of: /0\.1\.0\nCairo 1\.\d+\.\d+, FreeType 2\.\d+\.\d+\n/) != nil)
  }

  @Test func theListHasEveryName() throws {
    let list = try actplot.run("list").text
    for activation in Activation.catalog {
      #expect(list.contains("\(activation.name) "))
      #expect(list.contains(activation.summary))
    }
  }

  // MARK: Reproducibility

  @Test func theSameBytesInAnySurroundings() throws {
    let expected = try actplot.run("sigmoid", "--grad", "-o", "-", "--format", "svg").output
    let expectedPNG = try actplot.run("sigmoid", "--grad", "-o", "-", "--format", "png").output
    for environment in [
      ["TZ": "Asia/Seoul"], ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "C"],
      ["HOME": "/nowhere"], ["LC_ALL": "ko_KR.UTF-8", "TZ": "UTC+12"],
    ] {
      let svg = try actplot.run(
        "sigmoid", "--grad", "-o", "-", "--format", "svg", environment: environment)
      #expect(svg.output == expected, "\(environment)")
      let png = try actplot.run(
        "sigmoid", "--grad", "-o", "-", "--format", "png", environment: environment)
      #expect(png.output == expectedPNG, "\(environment)")
    }
  }
}
