import ArgumentParser
import FigureBatch
import Figures

/// A batch as the command line starts it: what is told of it, and the exit status.
struct BatchRun {
  let options: Batch.Options
  let isQuiet: Bool
  let isJSON: Bool

  /// Names the figures.
  func list(_ book: Book) throws {
    let reporter = LineReporter(folder: options.folder, isQuiet: isQuiet, bar: nil)
    var lines: [String] = []
    let batch = Batch(book.sources, options: options, reporter: reporter)
    let summary = try batch.list { name, entry in
      let members: [(name: String, value: JSONText)] = [
        ("figure", .text(name)), ("place", .text("\(entry.place)")),
        ("caption", .optional(entry.caption)),
      ]
      lines.append(isJSON ? JSONText.object(members).line : name)
    }
    try endingQuietly { try writeToStandardOutput(Array(lines.map { "\($0)\n" }.joined().utf8)) }
    guard summary.isGood else { throw ExitCode(1) }
  }

  /// Draws the figures, or compares them with their files.
  func build(_ book: Book, isCheck: Bool, linking: Bool) throws {
    Interruption.watch()
    let summary: BatchSummary
    if isJSON {
      let reporter = JSONReporter()
      summary = try run(book, reporter, isCheck)
      reporter.finish(summary)
    } else {
      let bar = isQuiet ? nil : ProgressBar.onTerminal()
      let reporter = LineReporter(folder: options.folder, isQuiet: isQuiet, bar: bar)
      defer { bar?.clear() }
      summary = try run(book, reporter, isCheck)
      reporter.finish(summary, isCheck: isCheck)
    }
    if let signal = summary.signal { throw ExitCode(128 + signal) }
    if linking { try book.writeLinks(to: options.folder) }
    guard summary.isGood else { throw ExitCode(1) }
  }

  private func run(
    _ book: Book, _ reporter: some BatchReporter, _ isCheck: Bool
  ) throws -> BatchSummary {
    let batch = Batch(book.sources, options: options, reporter: reporter)
    return try isCheck ? batch.check() : batch.build()
  }
}
