import ArgumentParser
import Books
import Figures
import Files
import Gallery
import Wording
import Work

/// A batch as the command line starts it: what is told of it, and the exit status.
struct BatchRun {
  let options: Batch.Options
  let report: Report
  /// Where the rule is written by which make or ninja knows what the manifest is made of.
  var depfile: String?

  /// How people are told.
  enum Report {
    case lines, quiet, json
    /// With the time, run after run.
    case watch
  }

  /// Names the figures.
  func list(_ book: Book) throws {
    let reporter = LineReporter(
      folder: options.folder, isQuiet: report == .quiet, bar: nil)
    var lines: [String] = []
    let batch = Batch(book.sources, options: options, reporter: reporter)
    let summary = try batch.list { name, entry in
      let members: [(name: String, value: JSONText)] = [
        ("figure", .text(name)), ("place", .text("\(entry.place)")),
        ("caption", .optional(entry.caption)),
      ]
      lines.append(report == .json ? JSONText.object(members).line : name)
    }
    try endingQuietly { try writeToStandardOutput(Array(lines.map { "\($0)\n" }.joined().utf8)) }
    guard summary.isGood else { throw ExitCode(1) }
  }

  /// Draws the figures, or compares them with their files, and the Markdown with its links likewise.
  func build(_ book: Book, isCheck: Bool, linking: Bool, page: Page? = nil) throws {
    Interruption.watch()
    let bar = report == .lines ? ProgressBar.onTerminal() : nil
    defer { bar?.clear() }
    let reporter: any ConcludingReporter =
      switch report {
      case .json: JSONReporter()
      case .watch: WatchReporter()
      case .lines, .quiet:
        LineReporter(folder: options.folder, isQuiet: report == .quiet, bar: bar)
      }
    let batch = Batch(book.sources, options: options, reporter: reporter)
    let summary: BatchSummary
    do {
      summary = try isCheck ? batch.check() : batch.build()
    } catch {
      try reporter.fail(error)
      throw ExitCode(1)
    }
    let stale =
      isCheck && linking && summary.failed == 0 && summary.signal == nil
      ? try book.staleLinks(of: batch, named: summary.names) : []
    for problem in stale { reporter.report(problem) }
    try reporter.conclude(summary, isCheck: isCheck)
    if let signal = summary.signal { throw ExitCode(128 + signal) }
    // Where nothing was drawn, a page that is there is the better one.
    if let page, !summary.isStopped { try write(page, of: batch, named: summary.names) }
    let hasLeftovers = options.isStrict && summary.unowned > 0
    guard summary.isGood, stale.isEmpty, !hasLeftovers else { throw ExitCode(1) }
    if linking, !isCheck { try book.writeLinks(of: batch, named: summary.names) }
    if let depfile { try writeRule(of: batch, to: depfile) }
  }

  /// Writes a rule as compilers do for make and ninja; one that is as it was is left alone.
  private func writeRule(of batch: Batch, to path: String) throws {
    let target = OutputFolder(path: options.folder).path(of: batch.manifestFile)
    let words = ([target] + batch.dependencies()).map { path in
      backslashed(path.replacing("$", with: "$$"), " #\t")
    }
    let rule = Array("\(words[0]):\(words.dropFirst().map { " \\\n  \($0)" }.joined())\n".utf8)
    if (try? wholeFile(path)) != rule { try writeAtomically(rule, to: path) }
  }

  /// A page of all figures that is asked for.
  struct Page {
    let path: String
    let language: Language
  }

  private func write(_ page: Page, of batch: Batch, named names: [String]) throws {
    var figures = FiguresPage(language: page.language)
    let folder = page.path.lastIndex(of: "/").map { String(page.path[...$0]) } ?? "."
    try batch.forEachPicture(named: names) { picture in
      let isWanted = options.only.isEmpty || options.only.contains(picture.name)
      guard isWanted, !picture.files.isEmpty else { return }
      var item = FiguresPage.Item(name: picture.name, place: "\(picture.place)")
      item.caption = picture.caption
      item.alternativeText = picture.alternativeText
      item.page = picture.page
      item.files = picture.files.map { file in
        .init(file, path: relativePath(of: "\(options.folder)/\(file)", from: folder))
      }
      item.image = picture.image
      item.isTransparent = picture.settings.says("transparent")
      item.command = picture.settings.command(writing: picture.files)
      figures.add(item)
    }
    try writePage(figures.bytes, to: page.path)
    if report == .lines { print(page.path) }
  }
}
