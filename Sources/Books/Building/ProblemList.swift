internal import Synchronization

/// Reports each problem once, however many figures have it from one style, and not more of them
/// than anybody reads.
final class ProblemList: Sendable {
  private struct State {
    var reported: Set<Problem> = []
    var more = 0
  }

  private static let most = 1000
  private let reporter: any BatchReporter
  private let state = Mutex(State())

  init(_ reporter: any BatchReporter) {
    self.reporter = reporter
  }

  /// How many there are, warnings left out.
  var count: Int { state.withLock { $0.reported.count { !$0.isWarning } + $0.more } }

  func add(_ problem: Problem) {
    let isNew = state.withLock { state in
      guard !state.reported.contains(problem) else { return false }
      guard state.reported.count < Self.most else {
        state.more += 1
        return false
      }
      return state.reported.insert(problem).inserted
    }
    if isNew { reporter.report(problem) }
  }

  /// Says how many were not reported.
  func finish() {
    let more = state.withLock { $0.more }
    if more > 0 { reporter.remark("There are \(more) more problems; mend those above first.") }
  }
}
