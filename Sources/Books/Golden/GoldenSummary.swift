package import Goldens
internal import Synchronization

/// What was found of an image, and what was done with its golden.
package struct GoldenOutcome: Sendable {
  package internal(set) var image: ComparedImage
  /// Whether the golden was written, or removed, to be as the image is.
  package internal(set) var isAccepted = false
  /// Why the golden could not be written, in a sentence.
  package internal(set) var error: String?
}

/// What was found of all images.
package struct GoldenSummary: Sendable {
  /// By the names of the images.
  package let outcomes: [GoldenOutcome]
  /// How many problems there are with figures or with what describes them.
  package let problems: Int
  /// The signal that stopped it.
  package let signal: Int32?

  /// A single image.
  package init(_ image: ComparedImage) {
    outcomes = [GoldenOutcome(image: image)]
    problems = 0
    signal = nil
  }

  init(_ outcomes: [GoldenOutcome], problems: Int, signal: Int32?) {
    self.outcomes = outcomes
    self.problems = problems
    self.signal = signal
  }

  /// What differs, or could not be compared, and was not accepted.
  package var open: [ComparedImage] {
    outcomes.filter { !$0.isAccepted && $0.image.state != .equal }.map(\.image)
  }
}

/// Collects what threads find.
final class GoldenResults: Sendable {
  private let reporter: any BatchReporter
  private let outcomes = Mutex<[GoldenOutcome]>([])

  init(_ reporter: any BatchReporter) {
    self.reporter = reporter
  }

  var names: Set<FileName> { outcomes.withLock { Set($0.map { FileName($0.image.name) }) } }

  /// - Parameter isCounted: Whether the reporter is told, who else counts figures.
  func put(_ outcome: GoldenOutcome, isCounted: Bool = true) {
    outcomes.withLock {
      $0.append(outcome)
      guard isCounted else { return }
      reporter.report(
        FigureReport(name: outcome.image.name, outcome: .unchanged, files: [], written: []))
    }
  }

  func summary(problems: Int, signal: Int32?) -> GoldenSummary {
    GoldenSummary(
      outcomes.withLock { $0.sorted { FileName($0.image.name) < FileName($1.image.name) } },
      problems: problems,
      signal: signal)
  }
}
