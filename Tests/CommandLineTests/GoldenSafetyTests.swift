import Foundation
import Testing

/// Goldens are neither lost nor written by mistake.
@Suite struct GoldenSafetyTests {
  private let actplot: Actplot

  init() throws {
    actplot = try Actplot()
    try actplot.write(Actplot.book, to: "book.yaml")
    #expect(try actplot.golden("record", "book.yaml").status == 0)
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: actplot.folder.appending(path: path), withIntermediateDirectories: true)
  }

  /// The golden of a figure that cannot be drawn just now stays, whatever is accepted.
  @Test func goldensOfFiguresThatFailStay() throws {
    let files = try actplot.files()
    try actplot.write(
      Actplot.book.replacing("grad: true", with: "grad: true, title: \"\\u05d0\""), to: "book.yaml")
    let result = try actplot.golden("accept", "book.yaml", "--all", "--junit", "j.xml")
    #expect(result.status == 2)
    #expect(try actplot.files() == (files + ["j.xml"]).sorted())
    // Nor does a report say that all is well.
    let junit = String(decoding: try actplot.bytes("j.xml"), as: UTF8.self)
    #expect(junit.contains("<testcase name=\"book.yaml:4:"))
    #expect(!junit.contains("errors=\"0\""))
  }

  @Test func aFolderWithoutImagesAcceptsNothing() throws {
    try makeFolder("empty")
    let files = try actplot.files()
    #expect(try actplot.golden("accept", "empty", "--all").status == 2)
    #expect(try actplot.files() == files)
  }

  @Test func aFileWithoutFiguresAcceptsNothing() throws {
    let files = try actplot.files()
    try actplot.write("figures: []", to: "book.yaml")
    let result = try actplot.golden("accept", "book.yaml", "--all")
    #expect(result.status == 2)
    #expect(result.error.contains("The files describe no figures"))
    #expect(try actplot.files() == files)
  }

  @Test func damagedImagesAreNoGoldens() throws {
    try makeFolder("figures")
    let whole = try actplot.bytes("goldens/relu.png")
    for name in ["relu.png", "other.png"] {
      try Data(whole.prefix(500)).write(to: actplot.folder.appending(path: "figures/\(name)"))
    }
    try actplot.write("<svg><g>", to: "figures/new.svg")
    #expect(try actplot.golden("record", "figures").status == 2)
    #expect(
      try actplot.golden("accept", "figures", "--only", "relu.png", "--only", "other").status == 2)
    #expect(try actplot.bytes("goldens/relu.png") == whole)
    #expect(try actplot.files().filter { $0.hasPrefix("goldens/") }.count == 4)
  }

  /// What links lead to is not the goldens' folder.
  @Test func goldensAreNotWrittenThroughLinks() throws {
    try makeFolder("figures/deep")
    try makeFolder("outside")
    try Data(try actplot.bytes("goldens/relu.png")).write(
      to: actplot.folder.appending(path: "figures/deep/a.png"))
    try actplot.write("mine", to: "outside/a.png")
    try FileManager.default.createSymbolicLink(
      atPath: actplot.folder.appending(path: "goldens/deep").path, withDestinationPath: "../outside"
    )
    let result = try actplot.golden("record", "figures")
    #expect(result.status == 2)
    #expect(result.error.contains("goldens/deep is a link out of the output folder"))
    #expect(try actplot.bytes("outside/a.png") == Array("mine".utf8))
  }

  @Test(arguments: [".", "goldens", "goldens/deep"])
  func foldersInOneAnotherAreRefused(_ figures: String) throws {
    try makeFolder("goldens/deep")
    let result = try actplot.golden("check", figures)
    #expect(result.status == 2)
    #expect(result.error.contains("are in one another"))
  }

  /// Names that look alike are two files, each with a golden of its own.
  @Test func composedAndDecomposedNamesAreTwo() throws {
    for folder in ["a", "b"] { try makeFolder(folder) }
    let one = try actplot.bytes("goldens/relu.svg"), other = try actplot.bytes("goldens/slope.svg")
    for (name, bytes) in [("\u{e9}", one), ("e\u{301}", one)] {
      for folder in ["a", "b"] {
        try actplot.shellWrite(bytes, to: "\(folder)/\(name).svg")
      }
    }
    #expect(try actplot.run("compare", "a", "b").status == 0)
    for name in ["\u{e9}", "e\u{301}"] {
      try actplot.shellWrite(other, to: "b/\(name).svg")
      #expect(try actplot.run("compare", "a", "b").status == 1)
      try actplot.shellWrite(one, to: "b/\(name).svg")
    }
  }

  /// A terminal is not steered by the names of files.
  @Test func namesAreShownAsTheyAre() throws {
    try makeFolder("figures")
    try Data(try actplot.bytes("goldens/relu.png")).write(
      to: actplot.folder.appending(path: "figures/\u{1b}]0;x\u{7}.png"))
    let result = try actplot.golden("record", "figures", "--goldens", "g")
    #expect(result.text == "recorded  \\u{1B}]0;x\\u{7}.png\n")
  }

  @Test func goldensThatCannotBeReadAreNamed() throws {
    _ = try actplot.golden("record", "book.yaml")
    try actplot.write("", to: "goldens/relu.png")
    try Data(try actplot.bytes("goldens/slope.png").prefix(400)).write(
      to: actplot.folder.appending(path: "goldens/slope.png"))
    let check = try actplot.golden("check", "book.yaml")
    #expect(check.status == 2)
    #expect(check.text.contains("failed  relu.png   The golden cannot be compared. It is empty"))
    #expect(
      check.text.contains("failed  slope.png  The golden cannot be compared. The PNG is damaged"))
    #expect(try actplot.golden("accept", "book.yaml", "--all").status == 0)
    #expect(try actplot.golden("check", "book.yaml").status == 0)
  }
}
