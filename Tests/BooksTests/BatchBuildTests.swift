import Figures
import Files
import Foundation
import Testing

@testable import Books

/// A batch draws what has changed, and keeps the manifest.
@Suite struct BatchBuildTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test func filesAreWhatASingleFigureWrites() throws {
    let entries = [entry("a"), entry("part/b", "tanh", ["grad": [], "format": ["svg", "png"]])]
    let (summary, told) = try folder.run(entries)
    #expect(summary.isGood && summary.drawn == 2 && summary.figures == 2)
    #expect(told.reports.map(\.name) == ["a", "part/b"])
    #expect(told.reports.map(\.outcome) == [.drawn, .drawn])
    let files = try folder.files()
    #expect(
      files.keys.sorted() == ["a.svg", "manifest.json", "part/b.png", "part/b.svg"])
    let request = try entries[1].settings.request()
    #expect(try files["part/b.svg"] == Data(request.render(as: .svg)))
    #expect(try files["part/b.png"] == Data(request.render(as: .png)))
  }

  @Test func theManifestTellsOfEachFigure() throws {
    _ = try folder.run([entry("a", "gelu", caption: "Of \"gelu\".\n한국어", ["alt": ["A curve."]])])
    let files = try folder.files()
    let text = try #require(files["manifest.json"])
    let manifest = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    let figures = try #require(manifest["figures"] as? [String: [String: Any]])
    let a = try #require(figures["a"])
    #expect(a["caption"] as? String == "Of \"gelu\".\n한국어")
    #expect(a["alt"] as? String == "A curve.")
    #expect((a["request"] as? [String: Any])?["functions"] as? [String] == ["gelu"])
    let file = try #require((a["files"] as? [[String: Any]])?.first)
    let bytes = try #require(files["a.svg"])
    #expect(file["path"] as? String == "a.svg" && file["bytes"] as? Int == bytes.count)
    #expect(file["sha256"] as? String == Digest(of: Array(bytes)).description)
  }

  @Test func whatIsUnchangedIsNotTouched() throws {
    let entries = [entry("a"), entry("b", "tanh")]
    _ = try folder.run(entries)
    let times = try modificationTimes()
    let (summary, told) = try folder.run(entries)
    #expect(summary.unchanged == 2 && summary.drawn == 0)
    #expect(told.reports.allSatisfy { $0.outcome == .unchanged })
    #expect(try modificationTimes() == times)
  }

  private func modificationTimes() throws -> [String: Date] {
    try Dictionary(
      uniqueKeysWithValues: folder.files().keys.map { file in
        let path = folder.output.appending(path: file).path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (file, try #require(attributes[.modificationDate] as? Date))
      })
  }

  @Test(arguments: ["functions", "title", "dpi", "format", "alt"])
  func aChangedSettingDrawsItsFigureAlone(_ setting: String) throws {
    _ = try folder.run([entry("a"), entry("b", "tanh")])
    let words = ["functions": "gelu", "title": "T", "dpi": "90", "format": "png", "alt": "A."]
    let changed = entry("b", "tanh", [setting: [words[setting] ?? ""]])
    let (_, told) = try folder.run([entry("a"), changed])
    #expect(told.reports.map(\.outcome) == [.unchanged, .drawn])
  }

  @Test func aChangedCaptionChangesTheManifestAlone() throws {
    _ = try folder.run([entry("a", caption: "Old."), entry("b")])
    let before = try folder.files()
    let (summary, _) = try folder.run([entry("a", caption: "New."), entry("b")])
    #expect(summary.drawn == 0)
    let after = try folder.files()
    let manifest = try #require(before["manifest.json"].map { String(decoding: $0, as: UTF8.self) })
    #expect(after["manifest.json"] == Data(manifest.replacing("Old.", with: "New.").utf8))
  }

  @Test func filesThatWereRemovedOrChangedComeBack() throws {
    let entries = [entry("a"), entry("b", "tanh"), entry("c", "gelu")]
    _ = try folder.run(entries)
    let before = try folder.files()
    try folder.remove("a.svg")
    // Of the same size, so that only its bytes tell.
    let size = try #require(before["b.svg"]?.count)
    try folder.write(String(repeating: "x", count: size), to: "b.svg")
    let (_, told) = try folder.run(entries)
    #expect(told.reports.map(\.outcome) == [.drawn, .drawn, .unchanged])
    #expect(try folder.files() == before)
  }

  @Test func anyNumberOfJobsWritesTheSameBytes() throws {
    let names = ["relu", "tanh", "gelu", "mish", "elu", "sigmoid", "swish", "softplus"]
    let entries = names.map { entry($0, $0, ["format": ["svg", "png", "pdf"]]) }
    var first: [String: Data]?
    for jobs in [1, 2, 7, 64] {
      let folder = try TestFolder()
      let (_, told) = try folder.run(entries) { $0.jobs = jobs }
      #expect(told.reports.map(\.name) == names)
      let files = try folder.files()
      #expect(files == first ?? files)
      first = files
    }
  }

  @Test func overridesGoBeforeTheFiguresOwn() throws {
    var overrides = FigureSettings()
    overrides["format"] = ["pdf"]
    _ = try folder.run([entry("a")]) { $0.overrides = overrides }
    #expect(try folder.files().keys.sorted() == ["a.pdf", "manifest.json"])
  }

  @Test func aFigureWithoutANameIsCalledAsAtThePrompt() throws {
    _ = try folder.run([entry(nil, "tanh", ["grad": []])])
    #expect(try folder.files().keys.sorted() == ["manifest.json", "tanh-grad.svg"])
  }
}
