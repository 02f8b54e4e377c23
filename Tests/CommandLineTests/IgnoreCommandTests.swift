import Foundation
import Testing

/// `--ignore` of marks and regions, and other pictures of what differs.
@Suite struct IgnoreCommandTests {
  private let actplot: Actplot

  init() throws {
    actplot = try Actplot()
    for (name, legend) in [("a", "one"), ("b", "two")] {
      let result = try actplot.run(
        "relu", "tanh", "--label", legend, "--label", "tanh", "--legend", "top-left", "--alt",
        "Two.",
        "-o", "\(name).png", "-o", "\(name).svg")
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test func marksAreLeftOutOfShapesAndPixels() throws {
    for type in ["svg", "png"] {
      let names = ["compare", "a.\(type)", "b.\(type)"]
      #expect(try actplot.run(names).status == 1)
      let result = try actplot.run(names + ["--ignore", "legend", "--ignore", "description"])
      #expect(result.status == 0, "\(result.text)\(result.error)")
      #expect((result.text + result.error).contains("Ignored: legend ("))
      #expect(result.error.contains("warning: No mark is called “description”"))
    }
    // Pixels of a figure without its SVG.
    try actplot.shellWrite(try actplot.bytes("a.png"), to: "c.png")
    try actplot.shellWrite(try actplot.bytes("b.png"), to: "d.png")
    let alone = try actplot.run("compare", "c.png", "d.png", "--ignore", "legend")
    #expect(alone.status == 2)
    #expect(alone.text.contains("name a region, as in 10,10,100,40"))
    let region = try actplot.run(
      "compare", "c.png", "d.png", "--ignore", "0%,0%,60%,60%", "--json")
    #expect(region.status == 0, "\(region.text)")
    #expect(region.text.contains("\"ignored\": [\"0%,0%,60%,60% ("))
    #expect(try actplot.run("compare", "a.png", "b.png", "--ignore", "1,2,3").status == 64)
  }

  @Test func goldensOfABookLeaveOutMarks() throws {
    func write(_ label: String) throws {
      try actplot.write(
        "figures: {one: {functions: [relu, tanh], label: [\(label), tanh], legend: top-left, format: png}}",
        to: "book.yaml")
    }
    try write("one")
    // PNG alone: where the legend is the figure's SVG says, which is drawn for that.
    #expect(try actplot.golden("record", "book.yaml").status == 0)
    try write("two")
    #expect(try actplot.golden("check", "book.yaml").status == 1)
    let check = try actplot.golden(
      "check", "book.yaml", "--ignore", "legend", "--junit", "j.xml", "--html", "r.html")
    #expect(check.status == 0, "\(check.text)\(check.error)")
    #expect(check.error.contains("Ignored: legend ("))
    for file in ["j.xml", "r.html"] {
      let report = String(decoding: try actplot.bytes(file), as: UTF8.self)
      #expect(report.contains("gnored") && report.contains("legend ("))
    }
  }

  @Test func withoutPopplerBytesOfPDFsAreCompared() throws {
    for (name, width) in [("a", "1.5"), ("b", "1.7")] {
      #expect(try actplot.run("relu", "--line-width", width, "-o", "\(name).pdf").status == 0)
    }
    let drawn = try actplot.run("compare", "a.pdf", "b.pdf", "-o", "d.png")
    #expect(drawn.status == 1)
    #expect(drawn.text.contains("The PDF was compared as pdftocairo draws it"))
    #expect(try actplot.bytes("d.png").starts(with: [0x89, 0x50]))
    let bytes = try actplot.shell("p=$(command -v actplot); PATH=/nowhere $p compare a.pdf b.pdf")
    #expect(bytes.status == 1)
    #expect(bytes.text.contains("Only bytes were compared, as pdftocairo is not installed"))
  }

  @Test func imagesOfTwoSizesAreLaidUponEachOther() throws {
    #expect(
      try actplot.run(
        "relu", "tanh", "--title", "A title", "-o", "c.png", "-o", "c.svg"
      ).status == 0)
    for type in ["png", "svg"] {
      let result = try actplot.run("compare", "a.\(type)", "c.\(type)", "-o", "d.\(type)")
      #expect(result.status == 1)
      #expect(
        result.error.contains("note: In the picture of the difference the images are aligned by"))
      #expect(try !actplot.bytes("d.\(type)").isEmpty)
    }
  }
}
