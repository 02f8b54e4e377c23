import Figures
import Foundation
import Synchronization
import Testing

@testable import Books

/// Figures without a file that describes them.
struct ListSource: FigureSource {
  var path = "book.yaml"
  var readings: [Reading]

  func read(_ body: (Reading) throws -> Void) rethrows {
    for reading in readings { try body(reading) }
  }

  func problem(at place: Place, _ message: String) -> Problem? { nil }
}

/// A figure of some functions.
func entry(
  _ name: String?, _ function: String = "relu", line: Int = 1, caption: String? = nil,
  _ settings: [String: [String]] = [:]
) -> FigureEntry {
  var told = FigureSettings()
  told["functions"] = [function]
  told["format"] = ["svg"]
  for (name, words) in settings { told[name] = words }
  return FigureEntry(
    name: name, place: Place(file: "book.yaml", line: line), settings: told, caption: caption)
}

/// Keeps what a batch tells.
final class RecordingReporter: BatchReporter {
  struct Told {
    var reports: [FigureReport] = []
    var problems: [Problem] = []
    var remarks: [String] = []
  }
  private let state = Mutex(Told())

  var told: Told { state.withLock { $0 } }

  func begin(_ count: Int) {}
  func report(_ figure: FigureReport) { state.withLock { $0.reports.append(figure) } }
  func report(_ problem: Problem) { state.withLock { $0.problems.append(problem) } }
  func remark(_ sentence: String) { state.withLock { $0.remarks.append(sentence) } }
}

/// A folder that batches are built in; gone when the value is.
final class TestFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "batch-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var output: URL { url.appending(path: "out") }

  /// Builds or checks a batch into `out`.
  func run(
    _ readings: [Reading], check: Bool = false,
    _ change: (inout Batch.Options) throws -> Void = { _ in }
  ) throws -> (summary: BatchSummary, told: RecordingReporter.Told) {
    try run([ListSource(readings: readings)], check: check, change)
  }

  func run(
    _ sources: [any FigureSource], check: Bool = false,
    _ change: (inout Batch.Options) throws -> Void = { _ in }
  ) throws -> (summary: BatchSummary, told: RecordingReporter.Told) {
    var options = Batch.Options()
    options.folder = output.path
    options.jobs = 2
    try change(&options)
    let reporter = RecordingReporter()
    let batch = Batch(sources, options: options, reporter: reporter)
    return (try check ? batch.check() : batch.build(), reporter.told)
  }

  /// A Markdown file beside `out`.
  func markdown(_ file: String, _ text: String) throws -> MarkdownFile {
    let path = url.appending(path: file)
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: path)
    return MarkdownFile(
      text: text, path: path.path, readYAML: MarkdownReadings.yaml)
  }

  func run(
    _ entries: [FigureEntry], check: Bool = false,
    _ change: (inout Batch.Options) throws -> Void = { _ in }
  ) throws -> (summary: BatchSummary, told: RecordingReporter.Told) {
    try run(entries.map { .figure($0) }, check: check, change)
  }

  /// The files below `out`, sorted, and what is in them.
  func files() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: output.path).filter { name in
      let file = output.appending(path: name)
      return try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true
    }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: output.appending(path: $0))) })
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: output.appending(path: file))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(at: output.appending(path: file))
  }
}
