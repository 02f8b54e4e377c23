import Figures
import Files
import Foundation
import Testing

@testable import Books

/// Checks, parts, choices and pruning.
@Suite struct BatchModeTests {
  let folder: TestFolder
  private let entries = [entry("a"), entry("b", "tanh"), entry("c", "gelu"), entry("d", "mish")]

  init() throws {
    folder = try TestFolder()
  }

  // MARK: Check

  @Test func aCheckFindsNothingAfterABuild() throws {
    _ = try folder.run(entries)
    let before = try folder.files()
    let (summary, _) = try folder.run(entries, check: true)
    #expect(summary.isGood && summary.unchanged == 4)
    #expect(try folder.files() == before)
  }

  @Test func aCheckWritesNothingAndNamesWhatIsWrong() throws {
    _ = try folder.run(entries)
    try folder.remove("a.svg")
    let size = try #require(folder.files()["b.svg"]?.count)
    try folder.write(String(repeating: "x", count: size), to: "b.svg")
    let before = try folder.files()
    let (summary, told) = try folder.run(
      [entries[0], entries[1], entry("c", "elu"), entries[3], entry("e")], check: true)
    #expect(!summary.isGood && summary.outdated == 4)
    #expect(
      told.reports.map(\.outcome) == [.missing, .changed, .stale, .unchanged, .missing])
    #expect(told.reports.map(\.files) == [["a.svg"], ["b.svg"], ["c.svg"], ["d.svg"], ["e.svg"]])
    #expect(try folder.files() == before)
  }

  @Test func aCheckComparesPicturesWhereThereIsNoManifest() throws {
    _ = try folder.run(entries)
    try folder.remove("manifest.json")
    #expect(try folder.run(entries, check: true).summary.isGood)
    try folder.write("<svg/>", to: "c.svg")
    let (summary, told) = try folder.run(entries, check: true)
    #expect(summary.outdated == 1 && told.reports[2].outcome == .stale)
    #expect(try folder.files()["manifest.json"] == nil)
  }

  @Test func aCheckOfAnEmptyFolderMakesNone() throws {
    let (summary, _) = try folder.run(entries, check: true)
    #expect(summary.outdated == 4)
    #expect(!FileManager.default.fileExists(atPath: folder.output.path))
  }

  // MARK: Parts

  @Test func onlyDrawsOnlyThat() throws {
    let (summary, told) = try folder.run(entries) { $0.only = ["c", "a"] }
    #expect(summary.selected == 2 && told.reports.map(\.name) == ["a", "c"])
    // The others stay known.
    _ = try folder.run(entries)
    let (again, _) = try folder.run(entries) { $0.only = ["b"] }
    #expect(again.unchanged == 1)
    #expect(try folder.run(entries).summary.unchanged == 4)
  }

  @Test func anUnknownNameIsAnsweredWithTheNearest() throws {
    let error = #expect(throws: BatchError.self) {
      try folder.run([entry("sigmoid"), entry("tanh")]) { $0.only = ["sigmod"] }
    }
    #expect(error?.description.contains("“sigmoid”") == true)
  }

  @Test(arguments: [1, 2, 3, 5])
  func shardsAreDisjointAndComplete(_ count: Int) throws {
    var seen: [String] = []
    for index in 1...count {
      let (_, told) = try folder.run(entries) { $0.shard = try Shard("\(index)/\(count)") }
      seen += told.reports.map(\.name)
    }
    #expect(seen.sorted() == ["a", "b", "c", "d"])
    // What the parts have drawn, the whole need not draw; it takes their manifests over.
    let (summary, _) = try folder.run(entries)
    #expect(summary.unchanged == 4)
    let together = try folder.files()
    #expect(together.keys.filter { $0.hasPrefix("manifest") } == ["manifest.json"])
    let alone = try TestFolder()
    _ = try alone.run(entries)
    #expect(try alone.files() == together)
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/0", "-1/2", "a/b", "1/2/3", "1/99999999999999999999", ""])
  func shardsThatAreNone(_ text: String) {
    let error = #expect(throws: BatchError.self) { try Shard(text) }
    #expect(error?.description.contains("2/5") == true)
  }

  @Test func aPartThatIsDrawnAgainForgetsNothing() throws {
    let both = entry("b", "tanh", ["format": ["svg", "png"]])
    _ = try folder.run([entries[0], both]) { $0.shard = try Shard("1/1") }
    // What is not chosen stays known, and files of no figure are handed on to the whole.
    _ = try folder.run([entries[1]]) {
      $0.shard = try Shard("1/1")
      $0.only = ["b"]
    }
    let (summary, told) = try folder.run([entries[1]])
    #expect(summary.unchanged == 1 && summary.unowned == 2)
    #expect(told.remarks[0].contains("a.svg") && told.remarks[1].contains("b.png"))
  }

  @Test func aFileChangedBehindAnotherRunIsFound() throws {
    _ = try folder.run(entries)
    let before = try folder.files()
    let size = try #require(before["a.svg"]?.count)
    try folder.write(String(repeating: "x", count: size), to: "a.svg")
    // The manifest becomes newer than the file.
    _ = try folder.run([entries[0], entry("b", "sine"), entries[2], entries[3]]) { $0.only = ["b"] }
    _ = try folder.run(entries)
    #expect(try folder.files() == before)
  }

  @Test func aStaleCaptionIsFoundByACheck() throws {
    _ = try folder.run([entry("a", caption: "Old.")])
    let (summary, told) = try folder.run([entry("a", caption: "New.")], check: true)
    #expect(summary.outdated == 1)
    #expect(told.reports[0].outcome == .stale && told.reports[0].files == ["manifest.json"])
  }

  // MARK: Files of no figure

  @Test func filesOfNoFigureAreNamedAndPrunedOnRequest() throws {
    let both = entry("b", "tanh", ["format": ["svg", "png"]])
    _ = try folder.run([entries[0], both, entries[2]])
    try folder.write("the author's own", to: "own.svg")
    // One figure is gone, and one has a format less.
    let now = [entries[0], entries[1]]
    for _ in 0..<2 {
      let (summary, told) = try folder.run(now)
      #expect(summary.unowned == 2 && summary.isGood)
      #expect(told.remarks.count == 2)
      #expect(told.remarks[0].contains("b.png") && told.remarks[1].contains("c.svg"))
    }
    let (pruned, _) = try folder.run(now) { $0.prunes = true }
    #expect(pruned.removed == 2)
    #expect(try folder.files().keys.sorted() == ["a.svg", "b.svg", "manifest.json", "own.svg"])
    #expect(try folder.run(now).summary.unowned == 0)
  }

  @Test func aStrictCheckFindsFilesOfNoFigure() throws {
    _ = try folder.run(entries)
    let now = Array(entries.dropLast())
    // One of them is drawn by a cell that is left alone now.
    let remark = Problem(at: Place(file: "book.yaml", line: 9), "This call is left alone.")
    let readings = now.map { Reading.figure($0) } + [.remark(remark)]
    #expect(try folder.run(readings, check: true).summary.isGood)
    let (summary, told) = try folder.run(readings, check: true) { $0.isStrict = true }
    #expect(summary.outdated == 0 && summary.unowned == 1)
    let last = try #require(told.reports.last)
    #expect(last.outcome == .leftover && last.files == ["d.svg"])
    #expect(told.remarks.last?.contains("it may be of what is left alone, as said above") == true)
    #expect(try folder.run(entries, check: true) { $0.isStrict = true }.summary.unowned == 0)
  }

  @Test func whatTheAuthorChangedIsNotPruned() throws {
    _ = try folder.run(entries)
    try folder.write("mine", to: "d.svg")
    let (summary, told) = try folder.run(Array(entries.prefix(3))) { $0.prunes = true }
    #expect(summary.removed == 0 && summary.unowned == 1)
    #expect(told.remarks.contains { $0.contains("d.svg was changed") })
    #expect(try folder.files()["d.svg"] == Data("mine".utf8))
  }

  @Test func aForeignManifestPrunesNothingOutside() throws {
    let outside = folder.url.appending(path: "precious.svg")
    try Data("precious".utf8).write(to: outside)
    _ = try folder.run(entries)
    let digest = Digest(of: Array("precious".utf8))
    let manifest = String(decoding: try #require(folder.files()["manifest.json"]), as: UTF8.self)
    let line =
      "    \"../precious.svg\": {\"files\": [{\"path\": \"../precious.svg\", \"bytes\": 8,"
      + " \"sha256\": \"\(digest)\"}]}"
    try folder.write(
      manifest.replacing("\"leftovers\": {\n", with: "\"leftovers\": {\n\(line)\n"),
      to: "manifest.json")
    let error = #expect(throws: BatchError.self) {
      try folder.run(entries) { $0.prunes = true }
    }
    #expect(error?.description.contains("is not as actplot writes it") == true)
    #expect(try Data(contentsOf: outside) == Data("precious".utf8))
  }

  @Test func nothingOfAFigureWithoutAReadableNameIsPruned() throws {
    _ = try folder.run([entry(nil, "relu", ["grad": []]), entries[1]])
    let before = try folder.files()
    let (summary, _) = try folder.run([entry(nil, "relu", ["range": ["5:1"]]), entries[1]]) {
      $0.prunes = true
      $0.keepsGoing = true
    }
    #expect(summary.failed == 1 && summary.removed == 0)
    #expect(try folder.files().keys == before.keys)
    let mended = try folder.run([entry(nil, "relu", ["grad": []]), entries[1]])
    #expect(mended.summary.unchanged == 2)
  }

  @Test func nothingIsPrunedWhereTheFilesCouldNotBeRead() throws {
    _ = try folder.run(entries)
    let readings: [Reading] = [
      .figure(entries[0]), .problem(Problem(at: Place(file: "f", line: 1), "Broken.")),
    ]
    let (summary, _) = try folder.run(readings) {
      $0.prunes = true
      $0.keepsGoing = true
    }
    #expect(summary.removed == 0 && summary.unowned == 0)
    #expect(try folder.run(entries).summary.unchanged == 4)
  }
}
