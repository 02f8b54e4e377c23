internal import Synchronization

/// What became of a figure, for the manifest and for people.
struct FigureResult: Sendable {
  var line: String?
  var report: FigureReport?
  var problem: Problem?
  var warnings: [Problem] = []
}

/// Puts results, which come in any order, into that of the batch.
final class OrderedResults: Sendable {
  private struct State {
    var pending: [Int: FigureResult] = [:]
    var next = 0
    var summary: BatchSummary
    var error: (any Error)?
  }

  private let reporter: any BatchReporter
  private let problems: ProblemList
  private let writer: ManifestWriter?
  private let state: Mutex<State>

  init(_ reporter: any BatchReporter, _ summary: BatchSummary, _ writer: ManifestWriter?) {
    self.reporter = reporter
    problems = ProblemList(reporter)
    self.writer = writer
    state = Mutex(State(summary: summary))
  }

  func put(_ index: Int, _ result: FigureResult) {
    state.withLock { state in
      state.pending[index] = result
      while let result = state.pending.removeValue(forKey: state.next) {
        state.next += 1
        if let report = result.report {
          state.summary.count(report.outcome)
          reporter.report(report)
        }
        if let problem = result.problem { problems.add(problem) }
        for warning in result.warnings { problems.add(warning) }
        guard let line = result.line, state.error == nil else { continue }
        do { try writer?.add(line) } catch { state.error = error }
      }
    }
  }

  func finish() throws -> BatchSummary {
    problems.finish()
    return try state.withLock { state in
      if let error = state.error { throw error }
      return state.summary
    }
  }
}

extension BatchSummary {
  fileprivate mutating func count(_ outcome: FigureReport.Outcome) {
    switch outcome {
    case .drawn: drawn += 1
    case .unchanged: unchanged += 1
    case .failed: failed += 1
    case .missing, .stale, .changed, .leftover: outdated += 1
    }
  }
}
