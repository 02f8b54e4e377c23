import ArgumentParser
import Books
import Files
import Glibc
import Goldens
import Wording
import Work

/// What a comparison prints and writes: on standard output what differs, the worst first, or JSON;
/// on standard error how it goes and ends; and the reports.
struct ComparisonOutput {
  private let report: ReportOptions
  private let tolerance: Tolerance
  private let reporter: ComparisonReporter

  init(_ report: ReportOptions, tolerance: Tolerance) {
    self.report = report
    self.tolerance = tolerance
    reporter = ComparisonReporter(report)
  }

  /// Runs a comparison with a progress bar. What it throws is why there is none, and ends the
  /// program with status 2.
  func running(
    _ body: (ComparisonReporter) throws -> Verdicts
  ) throws -> Verdicts {
    Interruption.watch()
    defer { reporter.finish() }
    do {
      return try body(reporter)
    } catch let error as ValidationError {
      throw error
    } catch {
      reporter.finish()
      try fail("\(error)")
    }
  }

  private func fail(_ sentence: String) throws -> Never {
    do {
      guard report.json else { throw ExitCode(2) }
      try writeToStandardOutput(
        Array("\(JSONText.object([("error", .text(sentence))]).line)\n".utf8))
    } catch {
      writeToStandardError("Error: \(sentence.visible)\n")
    }
    throw ExitCode(2)
  }

  /// Says what was found, writes the reports, and ends the program with the status that it means.
  ///
  /// - Parameters:
  ///   - picture: Where the picture of what has changed in the only image goes.
  ///   - accepting: The command that accepts images.
  func conclude(
    _ summary: Verdicts, title: String, pictureTo picture: String? = nil,
    accepting: AcceptCommand? = nil
  ) throws {
    if let signal = summary.signal ?? Interruption.signal {
      let accepted = summary.all.count(where: \.isAccepted)
      writeToStandardError(
        accepted == 0
          ? "The comparison was stopped; there is no report.\n"
          : "It was stopped; \(accepted) goldens were written or removed until then.\n")
      throw ExitCode(128 + signal)
    }
    guard !summary.all.isEmpty || summary.problems > 0 else {
      try fail("There are no images to compare; look at the spelling of the names.")
    }
    for sentence in summary.ignoredInVain { reporter.warn(sentence) }
    do {
      if let picture { try write(summary, pictureTo: picture) }
      try writeReports(summary, title: title, accepting: accepting)
      try print(summary, isOutputTaken: picture == "-")
      try reporter.checkOutput()
    } catch {
      try fail("\(error)")
    }
    if let error = summary.all.lazy.compactMap(\.error).first { try fail(error) }
    if summary.problems > 0 || summary.open.contains(where: { $0.state == .failed }) {
      throw ExitCode(2)
    }
    if !summary.open.isEmpty { throw ExitCode(1) }
  }

  // MARK: Reports

  private func writeReports(
    _ summary: Verdicts, title: String, accepting: AcceptCommand?
  ) throws(FileError) {
    // What was accepted is as it should be. What could not be drawn belongs to no image, and must
    // not look as if nothing were wrong.
    let images =
      summary.all.filter { !$0.isAccepted }
      + reporter.problems.map {
        Verdict(name: "\($0.place)", state: .failed, problem: $0.message)
      }
    if let file = report.junit {
      try writeAtomically(JUnitReport(images, title: title).bytes, to: file)
    }
    if let file = report.html {
      let html = HTMLReport(
        images, title: title, tolerance: tolerance.description, accepting: accepting)
      try writeAtomically(to: file) { write throws(FileError) in try html.write(write) }
    }
  }

  private func write(_ summary: Verdicts, pictureTo path: String) throws {
    guard let image = summary.all.first, image.state == .changed else { return }
    guard let picture = image.comparison?.difference else {
      return writeToStandardError(
        "note: There is no picture of the difference: nothing draws what differs.\n")
    }
    if let alignment = picture.alignment {
      writeToStandardError(
        "note: In the picture of the difference the images are \(alignment).\n")
    }
    guard path != "-" else { return try writeToStandardOutput(picture.bytes) }
    let type = picture.type.rawValue
    guard path.lowercased().hasSuffix(".\(type)") || !ImageFolder.isImage(path) else {
      throw CommandError(
        description:
          "The picture of the difference is \(type.uppercased()), and \(quoted(path)) says otherwise;"
          + " write -o difference.\(type).")
    }
    try writeAtomically(picture.bytes, to: path)
  }

  // MARK: Lines

  private func print(_ summary: Verdicts, isOutputTaken: Bool) throws(FileError) {
    let lines =
      report.json
      ? summary.all.map(\.json.line) + [summary.json.line] : self.lines(of: summary)
    let text = lines.map { "\($0)\n" }.joined()
    if isOutputTaken {
      writeToStandardError(text)
    } else {
      do throws(FileError) {
        try writeToStandardOutput(Array(text.utf8))
      } catch {
        // A reader who has seen enough is no failure.
        if error.errorNumber != EPIPE { throw error }
      }
    }
    if !report.quiet, !report.json { writeToStandardError("\(summary.sentence)\n") }
  }

  /// A table of what differs; of a single image everything is said.
  private func lines(of summary: Verdicts) -> [String] {
    let accepted = report.quiet ? [] : summary.all.filter(\.isAccepted)
    let written = accepted.map(\.acceptedLine)
    if summary.all.count == 1, let image = summary.all.first, written.isEmpty,
      let findings = image.comparison?.findings, !findings.isEmpty
    {
      let ignored = summary.ignored.map { [$0] } ?? []
      return ["\(image.state.rawValue)  \(image.name.visible)"]
        + (findings + ignored).map { "  \($0.visible)" }
    }
    let columns = isatty(STDOUT_FILENO) == 1 ? ProgressBar.columns(of: STDOUT_FILENO) : nil
    return TerminalTable(summary.open, columns: columns).lines + written
  }
}

extension Verdict {
  /// What was done with its golden.
  fileprivate var acceptedLine: String {
    switch state {
    case .new: "recorded  \(name.visible)"
    case .missing, .orphaned: "removed   \(name.visible)"
    default: "accepted  \(name.visible)"
    }
  }
}

extension Verdicts {
  /// How it went, in sentences.
  fileprivate var sentence: String {
    let accepted = all.count(where: \.isAccepted)
    let tolerated = all.count {
      $0.state == .equal && $0.comparison?.findings.isEmpty == false
    }
    var parts: [String] = []
    if accepted > 0 {
      let goldens = accepted == 1 ? "1 golden was" : "\(accepted) goldens were"
      parts.append("\(goldens) written or removed.")
      if !open.isEmpty { parts.append("\(open.count) still not as they should be.") }
    } else if !all.isEmpty {
      parts.append(headline)
    }
    if tolerated > 0 {
      let some = all.count == 1 ? "It differs" : "Of the equal ones \(tolerated) differ"
      parts.append("\(some) within the tolerance.")
    }
    if let ignored { parts.append(ignored.visible) }
    if problems > 0 { parts.append("What cannot be read or drawn is not compared.") }
    return parts.joined(separator: " ")
  }
}
