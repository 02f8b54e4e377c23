import Foundation
import Testing

/// `actplot golden` as a book's author and a CI run it.
@Suite struct GoldenCommandTests {
  private let actplot: Actplot

  init() throws {
    actplot = try Actplot()
    try actplot.write(Actplot.book, to: "book.yaml")
  }

  private func change(_ old: String, to new: String) throws {
    try actplot.write(Actplot.book.replacing(old, with: new), to: "book.yaml")
  }

  // MARK: The way of a golden

  @Test func recordedGoldensAreEqual() throws {
    let record = try actplot.golden("record", "book.yaml")
    #expect(record.status == 0, "\(record.error)")
    #expect(record.text.split(separator: "\n").count == 4)
    #expect(record.text.hasPrefix("recorded  relu.png\n"))
    let files = try actplot.files()
    #expect(files.filter { $0.hasPrefix("goldens/") }.count == 4)
    let check = try actplot.golden("check", "book.yaml")
    #expect(check.status == 0)
    #expect(check.text.isEmpty)
    #expect(check.error == "All 4 images are as their goldens are.\n")
    // A check leaves nothing behind, nor does a record draw figures anywhere else.
    #expect(try actplot.files() == files)
  }

  @Test func aChangeIsNamedAndAcceptedByName() throws {
    _ = try actplot.golden("record", "book.yaml")
    try change("grad: true", to: "grad: true, line-width: 3")
    let before = try actplot.bytes("goldens/slope.svg")
    let check = try actplot.golden("check", "book.yaml")
    #expect(check.status == 1)
    #expect(check.text.contains("changed  slope.svg  curve 1: line width 1.5 pt became 3 pt\n"))
    #expect(check.text.contains("changed  slope.png  "))
    #expect(!check.text.contains("relu"))
    // Recording leaves a golden alone that was found good once.
    #expect(try actplot.golden("record", "book.yaml").status == 1)
    #expect(try actplot.bytes("goldens/slope.svg") == before)
    // One of its files, then the figure.
    let one = try actplot.golden("accept", "book.yaml", "--only", "slope.svg")
    #expect(one.status == 0)
    #expect(one.text == "accepted  slope.svg\n")
    #expect(try actplot.bytes("goldens/slope.svg") != before)
    #expect(try actplot.golden("check", "book.yaml").text.contains("slope.png"))
    #expect(
      try actplot.golden("accept", "book.yaml", "--only", "slope").text == "accepted  slope.png\n")
    #expect(try actplot.golden("check", "book.yaml").status == 0)
  }

  @Test func newAndOrphanedGoldens() throws {
    _ = try actplot.golden("record", "book.yaml")
    try change("slope:", to: "gradient:")
    let check = try actplot.golden("check", "book.yaml")
    #expect(check.status == 1)
    #expect(check.text.contains("new       gradient.png"))
    #expect(check.text.contains("orphaned  slope.svg"))
    #expect(check.error == "2 of 4 images are new, 2 goldens have no figure.\n")
    // Other names are not looked at, and the old one is removed by its name.
    #expect(try actplot.golden("check", "book.yaml", "--only", "relu").status == 0)
    let removed = try actplot.golden("accept", "book.yaml", "--only", "slope")
    #expect(removed.text == "removed   slope.png\nremoved   slope.svg\n")
    #expect(try actplot.golden("accept", "book.yaml", "--all").status == 0)
    #expect(try actplot.golden("check", "book.yaml").status == 0)
    #expect(try !actplot.files().contains("goldens/slope.png"))
  }

  @Test func aFigureThatCannotBeDrawnIsMissing() throws {
    _ = try actplot.golden("record", "book.yaml")
    // The size is found to be impossible only when it is laid out.
    try change("grad: true", to: "grad: true, xlabel: \"\\u05d0\"")
    let check = try actplot.golden("check", "book.yaml")
    #expect(check.status == 2)
    #expect(check.error.contains("book.yaml:4:"))
    #expect(try actplot.files().contains("goldens/slope.png"))
  }

  // MARK: Folders

  @Test func foldersOfImagesAreCompared() throws {
    _ = try actplot.run("batch", "book.yaml", "--output-dir", "figures", "-q")
    #expect(try actplot.golden("record", "figures", "--goldens", "g").status == 0)
    #expect(try actplot.golden("check", "figures", "--goldens", "g").status == 0)
    // The same goldens do for the file that the folder was drawn from.
    #expect(try actplot.golden("check", "book.yaml", "--goldens", "g").status == 0)
    try FileManager.default.removeItem(at: actplot.folder.appending(path: "figures/relu.svg"))
    let check = try actplot.golden("check", "figures", "--goldens", "g")
    #expect(check.status == 1)
    #expect(check.text == "missing  relu.svg  The image is not there.\n")
  }

  // MARK: Reports

  @Test func reportsAreWritten() throws {
    _ = try actplot.golden("record", "book.yaml")
    try change("grad: true", to: "grad: true, line-width: 3")
    let check = try actplot.golden(
      "check", "book.yaml", "--html", "r.html", "--junit", "j.xml", "--json")
    #expect(check.status == 1)
    let html = String(decoding: try actplot.bytes("r.html"), as: UTF8.self)
    #expect(html.contains("2 of 4 images changed"))
    #expect(
      html.contains("actplot golden accept book.yaml --goldens goldens --only slope.png"))
    let junit = String(decoding: try actplot.bytes("j.xml"), as: UTF8.self)
    #expect(junit.contains("tests=\"4\" failures=\"2\" errors=\"0\""))
    let objects = try check.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 5)
    #expect(
      objects.compactMap { $0["state"] as? String }.sorted() == [
        "changed", "changed", "equal", "equal",
      ])
    #expect(objects.last?["changed"] as? Int == 2)
    let unwritable = try actplot.golden("check", "book.yaml", "--html", "no/r.html")
    #expect(unwritable.status == 2)
    #expect(unwritable.error.contains("Cannot write no/r.html"))
    #expect(try actplot.golden("check", "book.yaml", "--junit", "/dev/full").status == 2)
  }

  // MARK: What is refused

  @Test(arguments: ["record", "accept"])
  func nothingIsWrittenInCI(_ command: String) throws {
    let all = command == "accept" ? ["--all"] : []
    let result = try actplot.run(
      ["golden", command, "book.yaml"] + all, environment: ["CI": "true"])
    #expect(result.status == 2)
    #expect(result.error.contains("where CI is set"))
    #expect(try actplot.files() == ["book.yaml"])
  }

  @Test(arguments: [
    (["check", "book.yaml"], 2, "There is no folder “goldens”"),
    (["check", "nothing.yaml", "--goldens", "."], 2, "look at the spelling of its path"),
    (["check", "empty", "--goldens", "g"], 2, "There are no images in “empty”"),
    (["record", "book.yaml", "--only", "slop"], 2, "Did you mean “slope”?"),
    (["record", "empty", "book.yaml"], 2, "“empty” is a folder; name it alone"),
    (["accept", "book.yaml"], 64, "--all for every one"),
    (["check"], 64, "There is nothing to compare"),
    (["check", "book.yaml", "--tolerance", "exakt"], 64, "write exact or other-machine"),
    (["check", "book.yaml", "--rms", "-1"], 64, "--rms: “-1” is not a number"),
    (["check", "book.yaml", "--changed-pixels", "1.5"], 64, "not a whole number"),
    (["check", "book.yaml", "--changed-share", "x%"], 64, "--changed-share"),
    (["check", "book.yaml", "--goldens", ""], 64, "--goldens is empty"),
    (["check", "book.yaml", "--changed-share", "200"], 64, "is no share"),
    (["check", "book.yaml", "--only", ""], 64, "--only is empty"),
    (["check", "book.yaml", "--junit", "goldens/relu.png"], 64, "is named like an image"),
    (["check", "book.yaml", "--html", "-"], 64, "needs the name of a file"),
    (["check", "book.yaml", "--html", "r", "--junit", "r"], 64, "the same file"),
  ])
  func isRefused(_ arguments: [String], _ status: Int32, _ sentence: String) throws {
    for folder in ["empty", "g"] {
      try FileManager.default.createDirectory(
        at: actplot.folder.appending(path: folder), withIntermediateDirectories: false)
    }
    let result = try actplot.run(["golden"] + arguments, environment: ["CI": ""])
    #expect(result.status == status)
    #expect(result.error.contains(sentence), "\(result.error)")
  }
}
