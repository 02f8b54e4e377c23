import ArgumentParser
import Books
import Files
import Glibc
import Goldens
import Wording

/// A golden command as the command line starts it.
struct GoldenRun {
  enum Action {
    case record, check, accept
    /// One by one, with pictures shown in a way, or as the terminal can.
    case review(PictureWay?)
  }

  private let options: GoldenOptions
  private let action: Action
  private let folder: String
  private let comparison: ComparisonOutput

  init(_ options: GoldenOptions, _ action: Action) throws {
    self.options = options
    self.action = action
    folder = options.goldens ?? "goldens"
    comparison = ComparisonOutput(options.report, tolerance: try options.tolerance.value())
  }

  func run() throws {
    var review: Review?
    let summary = try comparison.running { reporter in
      if case .check = action {} else { try refuseInCI() }
      if case .review(let way) = action { review = try self.review(showing: way) }
      var goldens = GoldenStore(
        folder, tolerance: try options.tolerance.value(), ignoring: try options.ignore.value())
      goldens.jobs = try threadCount(options.jobs)
      goldens.only = options.only
      goldens.spool = options.report.html.map { ImageSpool(beside: $0) }
      if review != nil, goldens.spool == nil {
        goldens.spool = ImageSpool(beside: "\(temporaryFolder)/")
      }
      switch action {
      case .record: goldens.recording = .new
      case .check, .review: try needFolder(goldens.folder)
      case .accept: goldens.recording = .all
      }
      let found = try compare(with: goldens, reporter)
      guard let review, found.signal == nil else { return found }
      reporter.finish()
      return found.replacing(review.decide(on: found.all, by: goldens.accepted))
    }
    try comparison.conclude(
      summary, title: options.sources.joined(separator: ", "), accepting: acceptCommand)
  }

  private func refuseInCI() throws {
    guard Recording.isRefused(in: Recording.environment) else { return }
    throw CommandError(
      description:
        "Goldens are not written where CI is set, as nobody looks at them there; write them at home"
        + " and commit them.")
  }

  /// How a review is held.
  ///
  /// - Throws: `CommandError` where there is nobody to ask.
  private func review(showing way: PictureWay?) throws -> Review {
    guard let terminal = ReviewTerminal() else {
      throw CommandError(
        description:
          "A review asks for keys at a terminal, and there is none; write a report with 'actplot golden"
          + " check --html report.html', in which figures are accepted and refused, or name those that"
          + " are good, as in 'actplot golden accept --only relu'.")
    }
    let way = way ?? terminal.way { name in getenv(name).map { String(cString: $0) } }
    return Review(
      show: { try? writeToStandardOutput(Array($0.utf8)) }, key: terminal.key,
      picture: { way.picture($0, width: terminal.width) })
  }

  private var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  private func compare(
    with goldens: GoldenStore, _ reporter: ComparisonReporter
  ) throws -> Verdicts {
    guard let images = options.sources.first(where: isFolder) else {
      return try compareFigures(with: goldens, reporter)
    }
    guard options.sources.count == 1 else {
      throw CommandError(
        description: "\(quoted(images)) is a folder; name it alone, or files that describe figures."
      )
    }
    guard !goldens.folder.overlaps(images) else {
      throw CommandError(
        description:
          "\(quoted(images)) and \(quoted(folder)) are in one another, so that figures would be"
          + " taken for goldens; keep them in folders of their own.")
    }
    return try goldens.check(folder: images, reporter: reporter)
  }

  /// Draws the figures of files and compares each as it comes.
  private func compareFigures(
    with goldens: GoldenStore, _ reporter: ComparisonReporter
  ) throws -> Verdicts {
    var batch = Batch.Options()
    batch.folder = folder
    batch.jobs = goldens.jobs
    batch.only = goldens.only.map { ImageFolder.isImage($0) ? FileName($0).stem : $0 }
    batch.otherNames = try goldens.figures()
    batch.needsSVG = goldens.ignoresMarks
    let figures = Batch(
      Book(files: options.sources).sources, options: batch, reporter: reporter)
    return try goldens.check { announce, receive in
      let summary = try figures.deliver { files in
        try announce(
          GoldenStore.Announcement(
            all: files.all, wanted: files.wanted, isComplete: files.isComplete))
      } to: { figure in
        for (file, image) in zip(figure.files, figure.images) { receive(file, image, figure.svg) }
      }
      return GoldenStore.Drawn(
        problems: summary.failed, signal: summary.signal, isStopped: summary.isStopped)
    }
  }

  private func needFolder(_ goldens: ImageFolder) throws {
    guard !goldens.exists else { return }
    throw CommandError(
      description:
        "There is no folder \(quoted(folder)) of goldens; 'actplot golden record' makes it, or name"
        + " another as --goldens.")
  }

  /// The command that accepts images, which finds what this one finds.
  private var acceptCommand: AcceptCommand {
    AcceptCommand(
      ["actplot", "golden", "accept"] + options.sources + ["--goldens", folder]
        + options.tolerance.words + options.ignore.ignore.flatMap { ["--ignore", $0] })
  }
}
