import ArgumentParser
import Files
import Goldens
import Wording

struct GoldenReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows figures that differ one after the other, to be accepted or refused.",
    discussion: """
      Of each figure that is new or changed, and of each golden without a figure, what was found is \
      said, and PNG is shown where the terminal can show pictures (by Kitty's protocol or Sixel). \
      Then press a to accept the figure as it is, r to refuse it, s to skip it, q to stop. What is \
      accepted is written at once.

      Without a terminal, write a report with 'actplot golden check --html report.html': in it figures \
      are accepted and refused too, and it has the command that accepts them.

      EXAMPLES:
        actplot golden review book.yaml --goldens goldens
        actplot golden review figures --goldens goldens --only relu --pictures none
      """)

  @OptionGroup
  var options: GoldenOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show pictures by kitty or sixel, or none. (default: as the terminal can)", valueName: "WAY"),
    completion: .list(PictureWay.allCases.map(\.rawValue)))
  var pictures: String?

  func validate() throws {
    _ = try way()
    guard !options.report.json else {
      throw ValidationError(
        "--json: A review is held with somebody at a terminal; 'actplot golden check --json' tells the"
          + " same to programs.")
    }
  }

  func run() throws {
    try GoldenRun(options, .review(try way())).run()
  }

  private func way() throws -> PictureWay? {
    try pictures.map { text in try asUsage("pictures") { try oneOf(PictureWay.self, text) } }
  }
}

/// Shows what differs, one after the other, and asks what becomes of it.
struct Review {
  /// Where it is shown.
  let show: (String) -> Void
  /// The next key that is pressed; `nil` if there is none any more.
  let key: () -> Character?
  /// A PNG as the terminal shows it; `nil` if it does not.
  let picture: ([UInt8]) -> String?

  /// How many findings of an image are said.
  private static let mostFindings = 12

  /// Asks for each until somebody stops; those that were accepted are marked so.
  ///
  /// - Parameter accept: Makes an image the golden, or removes a golden without a figure.
  func decide(on all: [Verdict], by accept: (Verdict) -> Verdict) -> [Verdict] {
    let open = all.filter(\.canBeReviewed).worstFirst
    if open.isEmpty { return all }
    var decided: [FileName: Verdict] = [:]
    var refused: [String] = []
    review: for (place, verdict) in open.enumerated() {
      describe(verdict, "\(place + 1)/\(open.count)")
      let isOrphan = verdict.state == .orphaned
      show(
        isOrphan
          ? "Remove the golden? a: remove, r: keep, s: skip, q: stop "
          : "Accept it? a: accept, r: refuse, s: skip, q: stop ")
      switch answer() {
      case "a":
        let verdict = accept(verdict)
        decided[FileName(verdict.name)] = verdict
        let done = isOrphan ? "removed" : "accepted"
        show("\(verdict.isAccepted ? done : verdict.error ?? "It could not be accepted.")\n\n")
      case "r":
        refused.append(verdict.name)
        show(isOrphan ? "kept\n\n" : "refused; the golden stays as it is\n\n")
      case "s": show("skipped\n\n")
      default:
        show("stopped\n\n")
        break review
      }
    }
    if !refused.isEmpty {
      show("Refused: \(refused.map(\.visible).joined(separator: ", ")).\n")
    }
    return all.map { decided[FileName($0.name)] ?? $0 }
  }

  /// The key of an answer; `nil` to stop.
  private func answer() -> Character? {
    while let key = key() {
      let answer = Character(key.lowercased())
      if ["a", "r", "s"].contains(answer) { return answer }
      // What control C and control D are, and Escape.
      if ["q", "\u{3}", "\u{4}", "\u{1B}"].contains(answer) { return nil }
    }
    return nil
  }

  private func describe(_ verdict: Verdict, _ place: String) {
    show("\(place)  \(verdict.state.rawValue)  \(verdict.name.visible)\n")
    let findings = verdict.sentences
    for finding in findings.prefix(Self.mostFindings) { show("  \(finding.visible)\n") }
    if findings.count > Self.mostFindings {
      show("  and \(findings.count - Self.mostFindings) more\n")
    }
    if !verdict.ignored.isEmpty {
      show("  Ignored: \(verdict.ignored.joined(separator: ", ").visible).\n")
    }
    let difference = verdict.comparison?.difference
    for (words, bytes) in [
      ("Golden", verdict.expected), ("Now", verdict.actual),
      ("Difference" + (difference?.alignment.map { ", \($0)" } ?? ""), difference?.bytes),
    ] {
      guard let bytes, (try? ImageType(of: bytes)) == .png, let picture = picture(bytes) else {
        continue
      }
      show("\(words):\n\(picture)\n")
    }
  }
}
