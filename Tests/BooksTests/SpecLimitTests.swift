import Books
import Foundation
import Testing

/// Texts and files that mean harm end in a sentence, with bounded memory.
@Suite struct SpecLimitTests {
  /// Each level names the level before it ten times.
  private func laughs(_ levels: Int, _ form: (Int, String) -> String) -> String {
    (1...levels).map { level in
      form(level, Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", "))
    }.joined()
  }

  @Test func anchorsThatExplodeAreRefused() {
    let styles =
      "styles:\n  s0: {functions: &l0 [lol, lol]}\n"
      + laughs(12) { "  s\($0): {functions: &l\($0) [\($1)]}\n" } + "figures: {relu: }\n"
    let figures =
      "figures:\n  f0: &l0 {functions: [lol, lol]}\n"
      + laughs(12) { "  f\($0): &l\($0) {functions: [\($1)]}\n" }
    let defaults = "defaults: {a: &l0 [lol], " + laughs(12) { "b\($0): &l\($0) [\($1)]," } + "}"
    for text in [styles, figures, defaults] {
      let reading = SpecReading(text)
      #expect(reading.problems.last?.message.contains("With its aliases written out") == true)
      #expect(reading.figures.isEmpty)
    }
  }

  @Test func aliasesOfAllFiguresTogetherAreBounded() {
    let words = Array(repeating: "relu", count: 20_000).joined(separator: ", ")
    let text =
      "defaults: {functions: &f [\(words)]}\nfigures:\n"
      + (0..<1000).map { "  f\($0): {functions: *f}\n" }.joined()
    var count = 0, problems: [Problem] = []
    SpecFile(Array(text.utf8), path: "f").read {
      if case .problem(let problem) = $0 { problems.append(problem) } else { count += 1 }
    }
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains("use styles") == true)
    #expect(0 < count && count < 100)
  }

  @Test func whatAnchorsHoldIsBounded() {
    let words = Array(repeating: "relu", count: 20_000).joined(separator: ", ")
    let text =
      "figures:\n" + (0..<40).map { "  f\($0): &a\($0) {functions: [\(words)]}\n" }.joined()
    #expect(SpecReading(text).messages.last?.contains("anchors hold more than") == true)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "&a [", "{<<: "])
  func deepNestingIsRefused(_ level: String) {
    for head in [
      "", "figures: {relu: {title: ", "figures:\n  relu:\n    title:\n     ", "styles: ",
    ] {
      let reading = SpecReading(head + String(repeating: level, count: 100_000))
      #expect(reading.figures.isEmpty)
      #expect(reading.problems.count == 1)
      let message = reading.problems.first?.message ?? ""
      #expect(
        message.contains("nested more than 32 deep") || message.contains("not YAML"), "\(message)")
    }
  }

  @Test func millionsOfKeysAreRefused() {
    let keys = (0..<1_000_000).map { "k\($0): 1\n" }.joined()
    #expect(SpecReading(keys).messages.first?.contains("more than 1000 keys") == true)
    let flow = (0..<200_000).map { "k\($0): 1, " }.joined()
    #expect(SpecReading("figures: {a: {\(flow)}}").problems.last?.message.contains("bytes") == true)
    #expect(SpecReading("styles: {\(flow)}\nfigures: {relu: }").problems.count == 1)
  }

  @Test func afterManyMistakesTheReadingStops() {
    let name = String(repeating: "k", count: 40)
    let reading = SpecReading("figures:\n" + (0..<2000).map { "  \(name)\($0):\n" }.joined())
    #expect(reading.problems.count == SpecFile.maximumProblems + 1)
    #expect(reading.problems.last?.message.contains("mend them before") == true)
  }

  @Test func tooManyFiguresAreRefused() {
    let text = "figures:\n" + String(repeating: "- {functions: relu}\n", count: 100_001)
    var count = 0, last: Problem?
    SpecFile(Array(text.utf8), path: "f").read {
      if case .problem(let problem) = $0 { last = problem } else { count += 1 }
    }
    #expect(count == 100_000)
    #expect(last?.place.line == 100_002)
    #expect(last?.message.contains("split it") == true)
  }

  @Test func manyMistakesInOneLineShowNoneOfIt() {
    let name = String(repeating: "k", count: 40)
    let text =
      "figures: {a: {" + (0..<1500).map { "\(name)\($0): 1" }.joined(separator: ", ") + "}}"
    let reading = SpecReading(text)
    #expect(reading.problems.count == SpecFile.maximumProblems + 1)
    #expect(reading.problems.allSatisfy { $0.line == nil })
  }

  @Test func longLinesOfStylesAreRefused() {
    let chain = (0..<10_000).map { "  s\($0): {style: s\($0 + 1)}\n" }
    for styles in [chain, chain.reversed()] {
      let text = "styles:\n" + styles.joined() + "  s10000:\nfigures: {relu: }"
      let messages = SpecReading(text).messages
      #expect(messages.contains { $0.contains("More than 32 styles") })
    }
    // Each names the one before it eight times, which would be 8^20 in all.
    let fan = (1...20).map { level in
      "  s\(level): {style: [\(Array(repeating: "s\(level - 1)", count: 8).joined(separator: ", "))]}\n"
    }
    let text = "styles:\n  s0: {dpi: 7}\n" + fan.joined() + "figures: {relu: {style: s20}}"
    #expect(SpecReading(text).lines == ["relu: functions=relu dpi=7"])
    let names = Array(repeating: "s", count: 9).joined(separator: ", ")
    #expect(
      SpecReading("styles: {s: }\nfigures: {relu: {style: [\(names)]}}").messages.first?
        .contains("more than 8 styles") == true)
  }

  @Test func tooManyAssignmentsAreRefused() {
    let lets = (0...500).map { "a\($0): 1" }.joined(separator: ", ")
    #expect(
      SpecReading("let: {\(lets)}\nfigures: {relu: }").messages.first?.contains("at most 500 names")
        == true)
  }

  @Test func aFileIsReadWhole() throws {
    let folder = try TemporaryFolder()
    for size in [0, 1, 5000, 300_000] {
      let bytes = [UInt8]((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      try Data(bytes).write(to: folder.url.appending(path: "book.yaml"))
      #expect(try fileBytes(folder.path("book.yaml")) == bytes)
    }
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    // A hundred megabytes of nothing, which take no room on the disk.
    #expect(FileManager.default.createFile(atPath: folder.path("large"), contents: nil))
    #expect(truncate(folder.path("large"), 100_000_000) == 0)
    let failures = [
      (folder.path("pipe"), "a pipe"), (folder.url.path(), "a folder"), ("/dev/null", "a device"),
      (folder.path("large"), "100000000 bytes"), (folder.path("none"), "spelling"),
      (folder.path("large/none"), "spelling"),
    ]
    for (path, words) in failures {
      do {
        _ = try fileBytes(path)
        Issue.record("\(path) was read")
      } catch {
        #expect(error.message.contains(words))
        #expect(error.place == Place(file: path, line: 1))
      }
    }
    let most = [UInt8](repeating: UInt8(ascii: "#"), count: 1 << 24)
    #expect(
      SpecReading(SpecFile(most + [0x23], path: "f")).messages.first?.contains("split it") == true)
  }

  /// A folder that is removed with this.
  private final class TemporaryFolder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
      try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appending(path: name).path() }
  }
}
