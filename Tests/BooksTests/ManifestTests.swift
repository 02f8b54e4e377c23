import Figures
import Files
import Foundation
import Testing

@testable import Books

/// What is written into a manifest is read back.
@Suite struct ManifestTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test func everyScalarIsReadBack() throws {
    var texts: [String] = []
    var view = String.UnicodeScalarView()
    for number in UInt32(0)...0x10FFFF {
      if let scalar = Unicode.Scalar(number) { view.append(scalar) }
      guard number % 0x10000 == 0xFFFF else { continue }
      texts.append(String(view))
      view = String.UnicodeScalarView()
    }
    #expect(texts.reduce(0) { $0 + $1.unicodeScalars.count } == 1_112_064)
    for text in texts {
      var line = ManifestLine(
        Manifest.Leftover(
          file: Manifest.FileRecord(path: "a.svg", size: 1, digest: Digest(of: [])), source: "b.md")
      )
      line.name = String(text.prefix(1))
      line.key = Digest(of: [])
      line.caption = text
      let read = try #require(ManifestLine("    \(line.text),".utf8))
      #expect(read.caption.map { $0.utf8.elementsEqual(text.utf8) } == true)
      #expect(read.name.utf8.elementsEqual(line.name.utf8) && read.source == "b.md")
      // Nor does a line end within it.
      #expect(!line.text.utf8.contains(UInt8(ascii: "\n")))
    }
  }

  @Test func namesAndWordsOfAnyCharactersAreKnownAgain() throws {
    let words = [
      "It\u{92}s", "\u{7F}\u{80}\u{9F}\u{85}", "\u{2028}\u{2029}", "\u{FFFE}\u{FFFF}", "\u{1}\t",
    ]
    var entries = words.enumerated().map { index, words in
      entry("w\(index)", caption: words, ["alt": ["\(words) and"]])
    }
    entries += ["a\u{2028}(b", "a\u{2029}b", "a\u{85}b", "a\u{92}b", "a\"b\\", "a\u{FFFF}b"].map {
      entry($0)
    }
    // A name leaves room for its extension, whatever its length.
    entries += (195...200).map { entry(String(repeating: "n", count: $0)) }
    #expect(try folder.run(entries).summary.drawn == entries.count)
    let (summary, told) = try folder.run(entries)
    #expect(summary.unchanged == entries.count, "\(told.reports)")
    #expect(try folder.run(entries, check: true).summary.isGood)
    #expect(try folder.run([entries[0]]) { $0.prunes = true }.summary.removed == entries.count - 1)
  }

  @Test func tooMuchForALineIsAProblemBeforeItIsWritten() throws {
    let long = String(repeating: "\u{92}", count: ManifestFile.longestLine / 6)
    let (summary, told) = try folder.run([entry("a", line: 4, caption: long), entry("b")])
    #expect(summary.failed == 1 && told.problems.map(\.place.line) == [4])
    #expect(try folder.files().keys.sorted() == ["b.svg", "manifest.json"])
    let (again, _) = try folder.run([entry("b", caption: long)])
    #expect(again.failed == 1)
    #expect(try folder.run([entry("b")]).summary.unchanged == 1)
  }

  /// An earlier version wrote characters as they are, and no source.
  @Test func manifestsOfEarlierVersionsAreRead() throws {
    _ = try folder.run([entry("a", caption: "It\u{92}s"), entry("gone")])
    let manifest = String(decoding: try #require(folder.files()["manifest.json"]), as: UTF8.self)
    let source = try #require(manifest.firstMatch(of: #/"source": "[^"]*", /#)?.output)
    let old = manifest.replacing(source, with: "").replacing("\\u0092", with: "\u{92}")
    #expect(old != manifest && !old.contains("source"))
    try folder.write(old, to: "manifest.json")
    #expect(
      try folder.run([entry("a", caption: "It\u{92}s"), entry("gone")], check: true).summary.isGood)
    // Nobody knows whose the other figure is.
    for _ in 0..<2 {
      let (summary, told) = try folder.run([entry("a", caption: "It\u{92}s")]) { $0.prunes = true }
      #expect(summary.unchanged == 1 && summary.removed == 0)
      #expect(told.remarks.count == 1 && told.remarks[0].contains("“gone” was drawn by an earlier"))
    }
    #expect(try folder.files()["gone.svg"] != nil)
    try folder.remove("gone.svg")
    #expect(try folder.run([entry("a", caption: "It\u{92}s")]).told.remarks.isEmpty)
  }
}
