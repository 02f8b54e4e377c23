import Figures
import Foundation
import Testing

@testable import Books

/// What goes wrong is said at its place, and loses nothing.
@Suite struct BatchProblemTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test(
    arguments: [
      ("../a", "leaves the output folder"), ("/etc/a", "leaves the output folder"),
      ("a/../../b", "leaves the output folder"), ("..", "leaves the output folder"),
      ("", "without a name"), (".hidden", "hidden"), ("a//b", "empty"), ("a/", "empty"),
      ("a/.b", "hidden"), ("a\u{0}b", "control"), ("a\nb", "control"), ("a ", "space"),
      (String(repeating: "a", count: 201), "longer than 200"),
      (String(repeating: "é", count: 127), "longer than 200"),
      ("manifest.json/x", "called like a file"), ("b.SVG/x", "called like a file"),
    ])
  func namesThatAreNone(_ name: String, _ words: String) throws {
    let (summary, told) = try folder.run([entry(name, line: 7)])
    #expect(summary.failed == 1)
    #expect(told.problems.first?.message.contains(words) == true, "\(told.problems)")
    #expect(told.problems.first?.place.line == 7)
    #expect(!FileManager.default.fileExists(atPath: folder.output.path))
  }

  @Test func clashesNameBothPlaces() throws {
    let (_, told) = try folder.run([entry("a", line: 3), entry("A", "tanh", line: 9)])
    #expect(told.problems.map(\.place.line) == [9])
    #expect(told.problems[0].message.contains("book.yaml:3:1"))
  }

  @Test func allProblemsAreToldAndNothingIsDrawn() throws {
    let readings: [Reading] = [
      .figure(entry("a", "sigmod", line: 2)), .figure(entry("good", line: 3)),
      .problem(Problem(at: Place(file: "book.yaml", line: 4), "Unknown.")),
      .figure(entry("b", line: 5, ["range": ["8:-8"]])),
    ]
    let (summary, told) = try folder.run(readings)
    #expect(summary.failed == 3 && summary.drawn == 0 && !summary.isGood)
    #expect(told.problems.map(\.place.line) == [2, 4, 5])
    #expect(told.problems[0].message.contains("Did you mean “sigmoid”?"))
    #expect(told.problems[2].message.hasPrefix("range: "))
    #expect(!FileManager.default.fileExists(atPath: folder.output.path))
    let (going, _) = try folder.run(readings) { $0.keepsGoing = true }
    #expect(going.drawn == 1 && going.failed == 3 && !going.isGood)
    #expect(try folder.files().keys.sorted() == ["good.svg", "manifest.json"])
  }

  /// A figure that does not show all that is asked for is drawn, and its author told, once.
  @Test func whatAFigureDoesNotShowIsAWarning() throws {
    let figures = [
      entry("good", line: 2),
      entry("half", "log(x)", line: 3, ["range": ["-1:8"], "xscale": ["log"]]),
      entry("lost", line: 4, ["inline": [""], "format": ["png"]]),
    ]
    let (summary, told) = try folder.run(figures)
    #expect(summary.isGood && summary.drawn == 3 && summary.failed == 0)
    #expect(told.problems.map(\.place.line) == [3, 4])
    #expect(told.problems.count { $0.isWarning } == 2)
    #expect(
      told.problems.first?.description.hasPrefix(
        "book.yaml:3:1: warning: half: x from -1 to 0 has no place on a logarithmic axis") == true)
    #expect(told.problems.last?.message.hasPrefix("lost: --inline is of SVG alone") == true)
    let (again, silent) = try folder.run(figures)
    #expect(again.unchanged == 3 && silent.problems.isEmpty)
  }

  /// A number so great that counting with it would fail takes no other figure with it.
  @Test(arguments: ["0", "-1", "1001", "9223372036854775807", "9223372036854775808", "2.5", "1e3"])
  func aNumberOfColumnsThatIsNone(_ columns: String) throws {
    let wrong = entry("a", line: 2, ["columns": [columns], "layout": ["grid"]])
    let (summary, told) = try folder.run([wrong, entry("b")]) { $0.keepsGoing = true }
    #expect(summary.failed == 1 && summary.drawn == 1)
    #expect(told.problems.map(\.place.line) == [2])
    #expect(told.problems[0].message.contains("“\(columns)” is not a whole number of columns"))
  }

  @Test func aSettingIsBlamedAtItsPlace() throws {
    var wrong = entry("a", line: 2, ["size": ["5in"]])
    wrong.settingPlaces["size"] = (line: 4, column: 11)
    let (_, told) = try folder.run([wrong])
    #expect(told.problems.map(\.place) == [Place(file: "book.yaml", line: 4, column: 11)])
  }

  @Test func aFigureThatCannotBeDrawnFailsAloneAndEveryTime() throws {
    let wrong = entry("a", line: 5, ["title": ["\u{E5E5}"]])
    for _ in 0..<2 {
      let (summary, told) = try folder.run([entry("b"), wrong, entry("c", "tanh")])
      #expect(summary.failed == 1)
      #expect(told.problems.map(\.place.line) == [5])
      #expect(told.problems[0].message.contains("U+E5E5"))
      #expect(told.reports.map(\.outcome)[1] == .failed)
    }
    #expect(try folder.files().keys.sorted() == ["b.svg", "c.svg", "manifest.json"])
  }

  @Test func whatFailsKeepsItsOldFiles() throws {
    _ = try folder.run([entry("a"), entry("b", "tanh")])
    let before = try folder.files()
    let broken = entry("a", "relu", ["title": ["\u{E5E5}"]])
    let (summary, _) = try folder.run([broken, entry("b", "tanh")]) { $0.prunes = true }
    #expect(summary.failed == 1 && summary.removed == 0)
    #expect(try folder.files() == before)
    let (mended, _) = try folder.run([entry("a"), entry("b", "tanh")])
    #expect(mended.unchanged == 2)
  }

  @Test func linksOutOfTheFolderAreNotFollowed() throws {
    let outside = folder.url.appending(path: "outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.output, withIntermediateDirectories: true)
    for (link, target) in [("sub", outside), ("a.svg", outside.appending(path: "a.svg"))] {
      try FileManager.default.createSymbolicLink(
        at: folder.output.appending(path: link), withDestinationURL: target)
    }
    let (summary, told) = try folder.run([entry("sub/x", line: 1), entry("a", line: 2)])
    #expect(summary.failed == 2)
    #expect(told.problems.allSatisfy { $0.message.contains("link out of the output folder") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test func whatIsNoRegularFileIsNotWrittenTo() throws {
    try FileManager.default.createDirectory(
      at: folder.output.appending(path: "b.svg"), withIntermediateDirectories: true)
    // Whoever opened it would wait for a reader for ever.
    #expect(mkfifo(folder.output.appending(path: "a.svg").path, 0o600) == 0)
    try folder.write("", to: "c")
    let (summary, told) = try folder.run([entry("a"), entry("b"), entry("c/d")])
    #expect(summary.failed == 3)
    #expect(told.problems[0].message.contains("a.svg is no regular file"))
    #expect(told.problems[1].message.contains("b.svg is no regular file"))
    #expect(told.problems[2].message.contains("c is no folder"))
  }

  @Test(arguments: [
    "{}", "  \"figures\": {\n    \"a\": {\"key\": 12}\n", "{\n  \"name\": \"My Web App\"\n}\n",
    "{\n  \"program\": \"actplot 0\",\n  \"figures\": {\n    \"a\": [\n",
    "{\n  \"program\": \"actplot 0\",\n" + String(repeating: " ", count: 2 << 20),
  ])
  func aManifestThatIsNoneIsNamedAndKept(_ text: String) throws {
    try FileManager.default.createDirectory(at: folder.output, withIntermediateDirectories: true)
    try folder.write(text, to: "manifest.json")
    let error = #expect(throws: BatchError.self) { try folder.run([entry("a")]) }
    #expect(error?.description.contains("manifest.json") == true)
    #expect(try folder.files() == ["manifest.json": Data(text.utf8)])
  }

  @Test func filesThatOnlySoundLikeManifestsAreKept() throws {
    try FileManager.default.createDirectory(at: folder.output, withIntermediateDirectories: true)
    for name in ["manifest.list-of-sources.json", "manifest.0-of-2.json", "manifest.01-of-2.json"] {
      try folder.write("{}", to: name)
    }
    #expect(try folder.run([entry("a")]).summary.drawn == 1)
    #expect(try folder.files().count == 5)
  }

  @Test func aManifestIsNotWrittenThroughALink() throws {
    try FileManager.default.createDirectory(at: folder.output, withIntermediateDirectories: true)
    let outside = folder.url.appending(path: "precious")
    try Data("precious".utf8).write(to: outside)
    for shard in [nil, try Shard("1/2")] {
      let name = Manifest.file(of: shard)
      try FileManager.default.createSymbolicLink(
        at: folder.output.appending(path: name), withDestinationURL: outside)
      let error = #expect(throws: BatchError.self) {
        try folder.run([entry("a")]) { $0.shard = shard }
      }
      #expect(error?.description.contains("it is a link") == true)
      try folder.remove(name)
    }
    #expect(try Data(contentsOf: outside) == Data("precious".utf8))
  }

  @Test func whatKilledRunsLeftIsSwept() throws {
    _ = try folder.run([entry("a"), entry("sub/deep/b"), entry("gone/c")])
    try FileManager.default.createDirectory(
      at: folder.output.appending(path: "foreign"), withIntermediateDirectories: true)
    for start in ["", "sub/deep/", "gone/", "foreign/"] {
      // No process has this number, which is beyond the system's highest.
      try folder.write("half", to: "\(start).actplot-99999999-1.part")
      try folder.write("half", to: "\(start).actplot-\(getpid())-1.part")
      try folder.write("mine", to: "\(start)mine.part")
    }
    _ = try folder.run([entry("a"), entry("sub/deep/b")])
    let parts = try folder.files().keys.filter { $0.hasSuffix("99999999-1.part") }
    // Where no figure goes nothing is looked at.
    #expect(parts == ["foreign/.actplot-99999999-1.part"])
    #expect(try folder.files().keys.filter { $0.hasSuffix(".part") }.count == 9)
  }
}
