import ArgumentParser
import Books
import Files
import Goldens
import Wording

/// A golden command as the command line starts it.
struct GoldenRun {
  enum Action {
    case record, check, accept
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
    let summary = try comparison.running { reporter in
      if action != .check { try refuseInCI() }
      var goldens = GoldenStore(folder, tolerance: try options.tolerance.value())
      goldens.jobs = try threadCount(options.jobs)
      goldens.only = options.only
      goldens.spool = options.report.html.map { ImageSpool(beside: $0) }
      switch action {
      case .record: goldens.recording = .new
      case .check: try needFolder(goldens.folder)
      case .accept: goldens.recording = .all
      }
      return try compare(with: goldens, reporter)
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
    let figures = Batch(
      Book(files: options.sources).sources, options: batch, reporter: reporter)
    return try goldens.check { announce, receive in
      let summary = try figures.deliver { files in
        try announce(
          GoldenStore.Announcement(
            all: files.all, wanted: files.wanted, isComplete: files.isComplete))
      } to: { figure in
        for (file, image) in zip(figure.files, figure.images) { receive(file, image) }
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

  /// The command that accepts an image, or all.
  private func acceptCommand(_ name: String?) -> String {
    let choice = name.map { ["--only", $0] } ?? ["--all"]
    let words =
      ["actplot", "golden", "accept"] + options.sources + ["--goldens", folder] + choice
    return words.map(shellQuoted).joined(separator: " ")
  }
}

/// A word as a shell reads it. What is not seen is written so that it is, as bash, zsh and ksh read it:
/// a command that is copied must do what it shows.
private func shellQuoted(_ word: String) -> String {
  guard !word.hasInvisible else {
    let bytes = word.unicodeScalars.map { scalar in
      let text = String(scalar)
      if scalar == "'" || scalar == "\\" { return "\\\(text)" }
      guard text.hasInvisible else { return text }
      return text.utf8.map { "\\\($0 / 64)\($0 / 8 % 8)\($0 % 8)" }.joined()
    }
    return "$'\(bytes.joined())'"
  }
  let isPlain = word.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./=".unicodeScalars.contains($0)
  }
  return isPlain && !word.isEmpty
    ? word
    : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
}
