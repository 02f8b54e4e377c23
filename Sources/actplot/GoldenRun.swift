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
      var check = GoldenCheck(goldens: folder, reporter: reporter)
      check.tolerance = try options.tolerance.value()
      check.jobs = try threadCount(options.jobs)
      check.only = options.only
      check.store = options.report.html.map { ImageStore(beside: $0) }
      switch action {
      case .record: check.accepts = { $0 == .new }
      case .check: try needGoldens(check)
      case .accept: check.accepts = { $0 != .equal }
      }
      return try compare(check)
    }
    try comparison.conclude(
      summary, title: options.sources.joined(separator: ", "), accepting: acceptCommand)
  }

  private func refuseInCI() throws {
    guard let value = environment("CI"), !["", "0", "false"].contains(value) else { return }
    throw CommandError(
      description:
        "Goldens are not written where CI is set, as nobody looks at them there; write them at home"
        + " and commit them.")
  }

  private func compare(_ check: GoldenCheck) throws -> GoldenSummary {
    let folders = options.sources.filter(isFolder)
    if let folder = folders.first {
      guard options.sources.count == 1 else {
        throw CommandError(
          description:
            "\(quoted(folder)) is a folder; name it alone, or files that describe figures.")
      }
      guard !check.goldens.overlaps(folder) else {
        throw CommandError(
          description:
            "\(quoted(folder)) and \(quoted(self.folder)) are in one another, so that figures would be"
            + " taken for goldens; keep them in folders of their own.")
      }
      return try check.check(folder: folder)
    }
    return try check.check(Book(files: options.sources).sources, options: Batch.Options())
  }

  private func needGoldens(_ check: GoldenCheck) throws {
    guard !check.goldens.exists else { return }
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

/// The value of a variable of the environment.
private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

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
