import Books
import Files
import Glibc
import Synchronization

/// A reporter that has the last word.
protocol ConcludingReporter: BatchReporter {
  /// Says why there is no batch.
  ///
  /// - Throws: `FileError` if it could not be said.
  func fail(_ error: any Error) throws

  /// Says how the batch went.
  ///
  /// - Throws: `FileError` if not all could be said.
  func conclude(_ summary: BatchSummary, isCheck: Bool) throws
}

/// Tells of a batch in lines: on standard output the files that are written, or those that a check
/// finds not as they should be; on standard error what is wrong.
struct LineReporter: ConcludingReporter {
  /// The folder that files are in.
  let folder: String
  let isQuiet: Bool
  /// Shows how far the batch is, on a terminal.
  let bar: ProgressBar?
  private let output = ReportOutput()

  init(folder: String, isQuiet: Bool, bar: ProgressBar?) {
    self.folder = folder
    self.isQuiet = isQuiet
    self.bar = bar
  }

  func begin(_ count: Int) { bar?.begin(count) }

  func report(_ figure: FigureReport) {
    bar?.step(figure.name)
    let files = folder.hasSuffix("/") ? folder : "\(folder)/"
    switch figure.outcome {
    case .unchanged, .failed: return
    case .drawn:
      // Where the bar is seen, paths would only be in its way.
      guard !isQuiet, bar == nil || isatty(STDOUT_FILENO) == 0 else { return }
      print(figure.written.map { "\(files)\($0)\n" }.joined())
    case .missing, .stale, .changed, .leftover:
      print(figure.files.map { "\(figure.outcome.rawValue) \(files)\($0)\n" }.joined())
    }
  }

  func report(_ problem: Problem) { complain("\(problem)") }

  func remark(_ sentence: String) {
    if !isQuiet { complain("note: \(sentence)") }
  }

  func fail(_ error: any Error) { complain("Error: \(error)") }

  func conclude(_ summary: BatchSummary, isCheck: Bool) throws {
    bar?.clear()
    if !isQuiet { complain(summary.sentence(isCheck: isCheck)) }
    try output.check()
  }

  private func print(_ text: String) {
    bar?.clear()
    output.write(text)
  }

  private func complain(_ text: String) {
    bar?.clear()
    writeToStandardError("\(text)\n")
  }
}

/// Tells of a batch in JSON: an object a line on standard output, the summary last.
struct JSONReporter: ConcludingReporter {
  private let output = ReportOutput()

  func begin(_ count: Int) {}

  func report(_ figure: FigureReport) {
    write([
      ("figure", .text(figure.name)), ("outcome", .text(figure.outcome.rawValue)),
      ("files", .array(figure.files.map { .text($0) })),
      ("written", .array(figure.written.map { .text($0) })),
    ])
  }

  func report(_ problem: Problem) { output.write("\(problem.json.line)\n") }

  func remark(_ sentence: String) { write([("note", .text(sentence))]) }

  func fail(_ error: any Error) throws {
    write([("error", .text("\(error)"))])
    try output.check()
  }

  func conclude(_ summary: BatchSummary, isCheck: Bool) throws {
    write([
      ("figures", .integer(summary.figures)), ("selected", .integer(summary.selected)),
      ("drawn", .integer(summary.drawn)), ("unchanged", .integer(summary.unchanged)),
      ("failed", .integer(summary.failed)), ("outdated", .integer(summary.outdated)),
      ("unowned", .integer(summary.unowned)), ("removed", .integer(summary.removed)),
      ("stopped", .flag(summary.isStopped || summary.signal != nil)),
    ])
    try output.check()
  }

  private func write(_ members: [(name: String, value: JSONText)]) {
    output.write("\(JSONText.object(members).line)\n")
  }
}

/// Tells of one run after the other: on standard output the time and the names of figures that are
/// drawn, on standard error what is wrong.
struct WatchReporter: ConcludingReporter {
  private let drawn = DrawnNames()
  private let output = ReportOutput()

  /// A reporter is told of figures by one thread at a time, and is the same for all of them.
  private final class DrawnNames: Sendable {
    let names = Mutex<[String]>([])
  }

  func begin(_ count: Int) {}

  func report(_ figure: FigureReport) {
    guard case .drawn = figure.outcome else { return }
    drawn.names.withLock { $0.append(figure.name) }
  }

  func report(_ problem: Problem) { writeToStandardError("\(problem)\n") }

  func remark(_ sentence: String) { writeToStandardError("note: \(sentence)\n") }

  func fail(_ error: any Error) { writeToStandardError("Error: \(error)\n") }

  func conclude(_ summary: BatchSummary, isCheck: Bool) throws {
    guard summary.signal == nil else { return }
    let names = drawn.names.withLock { $0 }
    if !names.isEmpty { output.write("\(clockTime()) \(names.joined(separator: ", "))\n") }
    if summary.failed > 0 || names.isEmpty {
      writeToStandardError("\(clockTime()) \(summary.sentence(isCheck: isCheck))\n")
    }
    try output.check()
  }
}

extension BatchSummary {
  /// How a batch went, in a sentence.
  fileprivate func sentence(isCheck: Bool) -> String {
    if isStopped {
      let problems = failed == 1 ? "a problem" : "\(failed) problems"
      return "With \(problems) nothing was \(isCheck ? "compared" : "drawn"); --keep-going leaves"
        + " out only the figures that have them."
    }
    var parts: [String] = []
    if isCheck {
      parts.append("\(unchanged) as they should be")
      if outdated > 0 { parts.append("\(outdated) not") }
    } else {
      parts = ["\(drawn) drawn", "\(unchanged) unchanged"]
    }
    if failed > 0 { parts.append("\(failed) failed") }
    if unowned > 0 { parts.append("\(unowned) \(unowned == 1 ? "file" : "files") of no figure") }
    if removed > 0 { parts.append("\(removed) files removed") }
    let count = selected == figures ? "\(figures)" : "\(selected) of \(figures)"
    let figures = figures == 1 && selected == 1 ? "figure" : "figures"
    let stopped = signal == nil ? "" : " It was stopped; the next run goes on from here."
    return "\(count) \(figures): \(parts.joined(separator: ", ")).\(stopped)"
  }
}
