import Books
import Files
import Goldens
import Synchronization
import Wording

/// Tells how a comparison goes, and remembers what is wrong with figures for the reports.
final class ComparisonReporter: BatchReporter, CheckReporter {
  private let bar: ProgressBar?
  private let isJSON: Bool
  private let isQuiet: Bool
  private let found = Mutex<[Problem]>([])
  private let output = ReportOutput()

  init(_ report: ReportOptions) {
    bar = report.quiet || report.json ? nil : ProgressBar.onTerminal()
    isJSON = report.json
    isQuiet = report.quiet
  }

  /// What is wrong with figures, or with what describes them.
  var problems: [Problem] { found.withLock { $0 } }

  func begin(_ count: Int) { bar?.begin(count) }

  func report(_ figure: FigureReport) { bar?.step(figure.name) }

  func compared(_ name: String) { bar?.step(name) }

  func report(_ problem: Problem) {
    bar?.clear()
    found.withLock { $0.append(problem) }
    if isJSON {
      output.write("\(problem.json.line)\n")
    } else {
      writeToStandardError("\(problem)\n")
    }
  }

  func remark(_ sentence: String) {
    if isJSON || !isQuiet { tell(sentence, as: "note") }
  }

  /// Says what may be wrong, to those too who want to hear nothing else.
  func warn(_ sentence: String) { tell(sentence, as: "warning") }

  private func tell(_ sentence: String, as kind: String) {
    bar?.clear()
    if isJSON {
      output.write("\(JSONText.object([(kind, .text(sentence))]).line)\n")
    } else {
      writeToStandardError("\(kind): \(sentence.visible)\n")
    }
  }

  /// Throws why not all could be told.
  func checkOutput() throws { try output.check() }

  /// Takes the bar away.
  func finish() { bar?.clear() }
}
