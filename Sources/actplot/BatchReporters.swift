import FigureBatch
import Figures
import Glibc
import Synchronization

/// A reporter that has the last word.
protocol ConcludingReporter: BatchReporter {
  /// Says how the batch went.
  func conclude(_ summary: BatchSummary, isCheck: Bool)
}

/// Tells of a batch in lines: on standard output the files that are written, or those that a check
/// finds not as they should be; on standard error what is wrong.
struct LineReporter: ConcludingReporter {
  /// The folder that files are in.
  let folder: String
  let isQuiet: Bool
  /// Shows how far the batch is, on a terminal.
  let bar: ProgressBar?

  func begin(_ count: Int) { bar?.begin(count) }

  func report(_ figure: FigureReport) {
    bar?.step(figure.name)
    let files = folder.hasSuffix("/") ? folder : "\(folder)/"
    switch figure.outcome {
    case .unchanged, .failed: return
    case .drawn:
      guard !isQuiet, bar == nil else { return }
      print(figure.written.map { "\(files)\($0)\n" }.joined())
    case .missing, .stale, .changed:
      print(figure.files.map { "\(figure.outcome.rawValue) \(files)\($0)\n" }.joined())
    }
  }

  func report(_ problem: Problem) { complain("\(problem)") }

  func remark(_ sentence: String) {
    if !isQuiet { complain("note: \(sentence)") }
  }

  func conclude(_ summary: BatchSummary, isCheck: Bool) {
    bar?.clear()
    if !isQuiet { complain(summary.sentence(isCheck: isCheck)) }
  }

  private func print(_ text: String) {
    bar?.clear()
    // A reader who has seen enough is no reason to stop drawing.
    try? writeToStandardOutput(Array(text.utf8))
  }

  private func complain(_ text: String) {
    bar?.clear()
    writeToStandardError("\(text)\n")
  }
}

/// Tells of a batch in JSON: an object a line on standard output, the summary last.
struct JSONReporter: ConcludingReporter {
  func begin(_ count: Int) {}

  func report(_ figure: FigureReport) {
    write([
      ("figure", .text(figure.name)), ("outcome", .text(figure.outcome.rawValue)),
      ("files", .array(figure.files.map { .text($0) })),
      ("written", .array(figure.written.map { .text($0) })),
    ])
  }

  func report(_ problem: Problem) {
    write([
      ("error", .text(problem.message)), ("file", .text(problem.place.file)),
      ("line", .integer(problem.place.line)), ("column", .integer(problem.place.column)),
    ])
  }

  func remark(_ sentence: String) { write([("note", .text(sentence))]) }

  func conclude(_ summary: BatchSummary, isCheck: Bool) {
    write([
      ("figures", .integer(summary.figures)), ("selected", .integer(summary.selected)),
      ("drawn", .integer(summary.drawn)), ("unchanged", .integer(summary.unchanged)),
      ("failed", .integer(summary.failed)), ("outdated", .integer(summary.outdated)),
      ("unowned", .integer(summary.unowned)), ("removed", .integer(summary.removed)),
    ])
  }

  private func write(_ members: [(name: String, value: JSONText)]) {
    try? writeToStandardOutput(Array("\(JSONText.object(members).line)\n".utf8))
  }
}

/// A line on a terminal's standard error that shows how far a batch is.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var count = 0
    var isShown = false
    var lastShown: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// A bar if there is a terminal to show it on.
  static func onTerminal() -> ProgressBar? { isatty(STDERR_FILENO) == 1 ? ProgressBar() : nil }

  func begin(_ count: Int) { state.withLock { $0.count = count } }

  /// One more figure is done.
  func step(_ name: String) {
    state.withLock { state in
      state.done += 1
      let now = ContinuousClock.now
      // More often would take longer than drawing.
      if let last = state.lastShown, now - last < .milliseconds(80) { return }
      state.lastShown = now
      state.isShown = true
      let part = Double(min(state.done, state.count)) / Double(max(1, state.count))
      let full = Int(24 * part)
      let bar = String(repeating: "━", count: full) + String(repeating: "─", count: 24 - full)
      writeToStandardError(
        "\r\u{1B}[K\(bar) \(min(state.done, state.count))/\(state.count) \(name.prefix(40))")
    }
  }

  /// Takes the bar away, so that something else can be written.
  func clear() {
    state.withLock { state in
      if state.isShown { writeToStandardError("\r\u{1B}[K") }
      state.isShown = false
    }
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
    if unowned > 0 { parts.append("\(unowned) files of no figure") }
    if removed > 0 { parts.append("\(removed) files removed") }
    let count = selected == figures ? "\(figures)" : "\(selected) of \(figures)"
    let figures = figures == 1 && selected == 1 ? "figure" : "figures"
    let stopped = signal == nil ? "" : " It was stopped; the next run goes on from here."
    return "\(count) \(figures): \(parts.joined(separator: ", ")).\(stopped)"
  }
}
