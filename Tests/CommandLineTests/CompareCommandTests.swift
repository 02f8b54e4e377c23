import Foundation
import Testing

/// `actplot compare` of two images or two folders, whoever drew them.
@Suite struct CompareCommandTests {
  private let actplot: Actplot

  init() throws {
    actplot = try Actplot()
    for (name, width) in [("a", "1.5"), ("b", "1.7")] {
      let result = try actplot.run(
        "relu", "--line-width", width, "-o", "\(name).png", "-o", "\(name).svg")
      #expect(result.status == 0)
    }
  }

  @Test func equalImagesAreEqual() throws {
    for file in ["a.png", "a.svg"] {
      let result = try actplot.run("compare", file, file)
      #expect(result.status == 0)
      #expect(result.text.isEmpty)
      #expect(result.error == "The only image is as its golden is.\n")
    }
  }

  @Test func aDifferenceIsSaidAndDrawn() throws {
    let svg = try actplot.run("compare", "a.svg", "b.svg", "-o", "d.svg")
    #expect(svg.status == 1)
    #expect(svg.text.hasPrefix("changed  b.svg\n  curve 1: line width 1.5 pt became 1.7 pt\n"))
    #expect(try actplot.bytes("d.svg").starts(with: "<?xml".utf8))
    let png = try actplot.run("compare", "a.png", "b.png", "-o", "-")
    #expect(png.status == 1)
    #expect(png.output.starts(with: [0x89, 0x50]))
    #expect(png.error.contains("pixels"))
    #expect(try actplot.run("compare", "a.png", "b.png", "--rms", "20").status == 0)
    #expect(try actplot.run("compare", "a.png", "b.png", "--changed-share", "50%").status == 0)
    #expect(try actplot.run("compare", "a.svg", "b.svg", "--points", "2").status == 0)
  }

  @Test func aPictureDoesNotReplaceAnImage() throws {
    let bytes = try actplot.bytes("b.png")
    for output in ["b.png", "./b.png", ""] {
      #expect(try actplot.run("compare", "a.png", "b.png", "-o", output).status == 64)
    }
    #expect(try actplot.bytes("b.png") == bytes)
  }

  @Test func foldersAreCompared() throws {
    for folder in ["old", "new/deep"] {
      #expect(try actplot.run("tanh", "--output-dir", folder, "-q").status == 0)
    }
    let result = try actplot.run("compare", "old", "new")
    #expect(result.status == 1)
    #expect(result.text.contains("missing  tanh.svg"))
    #expect(result.text.contains("new      deep/tanh.svg"))
    #expect(try actplot.run("compare", "old", "new/deep").status == 0)
  }

  @Test(arguments: [
    (["a.png", "a.svg"], "The image is SVG, and its golden is PNG; compare files of one type."),
    (["a.png", "nothing.png"], "“nothing.png”: The file cannot be read (No such file"),
    (["a.png", "text.png"], "“text.png” cannot be compared. It is of a type that is not known"),
    (["broken.svg", "a.svg"], "“broken.svg” cannot be compared."),
    (["a.png", "b.png", "-o", "d.svg"], "The picture of the difference is PNG"),
    (["nothing", "."], "“nothing” is not there; look at the spelling of its path."),
    (["a.png", "."], "“.” is a folder and “a.png” is none; name two images or two folders."),
    (["a.png", "/dev/null"], "“/dev/null”: This is a device, and images are read from files"),
    (["a.png", "b.png", "-o", "no/d.png"], "Cannot write no/d.png"),
    (["a.png", "b.png", "-o", "/dev/full"], "Cannot write /dev/full"),
  ])
  func whatCannotBeComparedIsASentence(_ arguments: [String], _ sentence: String) throws {
    try actplot.write("hello", to: "text.png")
    try actplot.write("<svg><path", to: "broken.svg")
    let result = try actplot.run(["compare"] + arguments)
    #expect(result.status == 2)
    #expect((result.text + result.error).contains(sentence), "\(result.text)\(result.error)")
  }

  /// Two gigabytes that a chunk of 44 bytes says it has are not reserved.
  @Test func aLongChunkTakesNoMemory() throws {
    let header = try actplot.bytes("a.png").prefix(33)
    let chunk: [UInt8] = [0x7f, 0xff, 0xff, 0xff] + Array("tEXtabc".utf8)
    try Data(header + chunk).write(to: actplot.folder.appending(path: "long.png"))
    let result = try actplot.shell("ulimit -v 1500000; actplot compare long.png a.png")
    #expect(result.status == 2)
    // Not that memory ran out.
    #expect(result.text.contains("The PNG is damaged (it ends too early)"), "\(result.text)")
  }
}
