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

  /// What is copied from a report does what it shows.
  @Test func acceptCommandsHideNothing() throws {
    let names = ["a\u{202E}gnp.png", "it's\\\u{200B} é.png", "plain b.png"]
    for folder in ["figures", "g"] {
      for name in names {
        let image = try actplot.bytes("goldens/\(folder == "g" ? "slope" : "relu").png")
        try makeFolder(folder)
        try Data(image).write(to: actplot.folder.appending(path: "\(folder)/\(name)"))
      }
    }
    let check = try actplot.golden(
      "check", "figures", "--goldens", "g", "--html", "r.html", "--junit", "j.xml")
    #expect(check.status == 1)
    let page = String(decoding: try actplot.bytes("r.html"), as: UTF8.self)
    for text in [page, check.text, String(decoding: try actplot.bytes("j.xml"), as: UTF8.self)] {
      #expect(!text.unicodeScalars.contains { $0.properties.isBidiControl || $0 == "\u{200B}" })
    }
    let commands = page.matches(of: /<code>(actplot golden accept .* --only .*?)<\/code>/).map {
      String($0.output.1).replacing("&#39;", with: "'")
    }
    #expect(commands.count == 3)
    for command in commands {
      try actplot.write(command, to: "accept.sh")
      #expect(try actplot.shell("bash accept.sh").status == 0, "\(command)")
    }
    #expect(try actplot.golden("check", "figures", "--goldens", "g").status == 0)
  }

  /// One name that cannot be told keeps nothing else from being compared, and is no equal image.
  @Test func namesThatAreNotUTF8AreFailures() throws {
    let made = try actplot.shell(
      #"""
      mkdir -p figures/$(printf 'deep\377') && cp goldens/*.png figures && cp goldens/relu.svg \
        "figures/$(printf 'caf\351é.svg')" && cp goldens/relu.svg "goldens/$(printf 'x\377.svg')"
      rm goldens/relu.svg goldens/slope.svg; touch "figures/$(printf 'notes\377.txt')"
      """#)
    #expect(made.status == 0, "\(made.error)")
    for check in [
      try actplot.golden("check", "figures"), try actplot.run("compare", "goldens", "figures"),
    ] {
      #expect(check.status == 2)
      #expect(
        check.text == """
          failed  caf\\xE9é.svg  The name is not in UTF-8, and cannot be told; rename it.
          failed  deep\\xFF      The name is not in UTF-8, and cannot be told; rename it.
          failed  x\\xFF.svg     The name is not in UTF-8, and cannot be told; rename it.

          """)
      #expect(check.error == "3 of 5 images cannot be compared.\n")
    }
    #expect(try actplot.golden("check", "book.yaml").text.contains("failed  x\\xFF.svg"))
    #expect(try actplot.golden("accept", "figures", "--all").status == 2)
  }

  @Test func imagesThatAreNotComparedAreNamed() throws {
    try makeFolder("figures/deep")
    try Data(try actplot.bytes("goldens/relu.png")).write(
      to: actplot.folder.appending(path: "figures/relu.png"))
    for name in ["photo.JPG", "deep/a.webp", "b.svgz", "c.tif", "notes.txt"] {
      try actplot.write("", to: "figures/\(name)")
    }
    let note =
      "“b.svgz”, “c.tif”, “deep/a.webp” and 1 more are not compared: only PNG, SVG and PDF are;"
      + " convert what is to be compared to PNG, and unpack .svgz."
    let record = try actplot.golden("record", "figures", "--goldens", "g")
    #expect(record.status == 0)
    #expect(record.error.contains("note: \(note)\n"), "\(record.error)")
    let json = try actplot.golden("check", "figures", "--goldens", "g", "--json")
    #expect(json.status == 0)
    #expect(json.text.hasPrefix("{\"note\": \"\(note)\"}\n"))
    let only = try actplot.golden("check", "figures", "--goldens", "g", "--only", "photo.JPG")
    #expect(only.error.contains("“photo.JPG” is not compared: only PNG"))
    let alone = try actplot.golden("record", "figures/deep", "--goldens", "h")
    #expect(alone.error.contains("There are no PNG, SVG or PDF in “figures/deep”. “a.webp” is not"))
  }

  /// Of two folders an image of any type has to be the same, and nothing is known of one that is not.
  @Test(
    arguments: [
      ("a", "a", 0, ""),
      ("a", "b", 2, "failed  photo.jpg  Its bytes differ, and “photo.jpg” is not"),
      (
        "a", nil, 2, "failed  photo.jpg  It is not there, and “photo.jpg” is not compared: only PNG"
      ),
      (nil, "b", 2, "failed  photo.jpg  It has no golden, and “photo.jpg” is not compared: only"),
    ] as [(String?, String?, Int32, String)])
  func otherImagesOfFoldersAreComparedByBytes(
    _ old: String?, _ new: String?, _ status: Int32, _ line: String
  ) throws {
    for (name, photo) in [("old", old), ("new", new)] {
      try makeFolder(name)
      try Data(try actplot.bytes("goldens/relu.png")).write(
        to: actplot.folder.appending(path: "\(name)/relu.png"))
      if let photo { try actplot.write(photo, to: "\(name)/photo.jpg") }
    }
    let quiet = try actplot.run("compare", "old", "new", "-q")
    #expect(quiet.status == status)
    #expect(quiet.text.hasPrefix(line) && quiet.text.isEmpty == (status == 0), "\(quiet.text)")
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
