import ArgumentParser
import Books
import Files
import Goldens
import Wording

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says how two images, or two folders of images, differ.",
    discussion: """
      PNG is compared by decoded pixels, exactly unless a tolerance is given; SVG by what is drawn, \
      whoever wrote the file: 'x tick 3 moved 0.4 pt right'. Of folders the images with the same \
      names are compared. PDF is compared as pdftocairo draws it, where that is installed, and by its \
      bytes otherwise; of other types only the bytes can be the same.

      The status is 0 if they are equal, 1 if they differ, and 2 if they could not be compared.

      EXAMPLES:
        actplot compare old.png new.png -o difference.png
        actplot compare old.svg new.svg --points 0.1
        actplot compare figures-before figures-after --html report.html
        actplot compare expected.png actual.png --rms 2
        actplot compare old.svg new.svg --ignore legend --ignore 10,10,100,40
      """)

  @Argument(help: ArgumentHelp("The image, or folder, as it should be.", valueName: "A"))
  var expected: String

  @Argument(help: ArgumentHelp("The image, or folder, that is compared with it.", valueName: "B"))
  var actual: String

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(
      "Write a picture of what has changed; - is standard output. For two images.",
      valueName: "FILE"))
  var output: String?

  @OptionGroup(title: "Tolerance")
  var tolerance: ToleranceOptions

  @OptionGroup
  var ignore: IgnoreOptions

  @OptionGroup(title: "Reports")
  var report: ReportOptions

  func validate() throws {
    _ = (try tolerance.value(), try ignore.value())
    guard let output else { return }
    guard output != "" else {
      throw ValidationError("--output is empty; name a file, as in -o difference.png.")
    }
    let isInput = [expected, actual].contains {
      resolvedPath($0) != nil && resolvedPath($0) == resolvedPath(output)
    }
    guard output == "-" || !isInput else {
      throw ValidationError(
        "--output: \(quoted(output)) is one of the images; name another file, as in -o"
          + " difference.png.")
    }
    guard !isFolder(expected) else {
      throw ValidationError(
        "--output is for two images; for folders write --html report.html, which shows all.")
    }
  }

  func run() throws {
    let isOfFolders = isFolder(expected)
    let comparison = ComparisonOutput(report, tolerance: try tolerance.value())
    let tolerance = try tolerance.value(), ignoring = try ignore.value()
    let summary = try comparison.running { reporter in
      try needTwoOfAKind()
      guard isOfFolders else {
        return Verdicts([
          Verdict(file: actual, with: expected, tolerance: tolerance, ignoring: ignoring)
        ])
      }
      var goldens = GoldenStore(expected, tolerance: tolerance, ignoring: ignoring)
      goldens.jobs = Batch.cores
      goldens.needsOthers = true
      goldens.spool = report.html.map { ImageSpool(beside: $0) }
      return try goldens.check(folder: actual, reporter: reporter)
    }
    try comparison.conclude(summary, title: "\(expected) and \(actual)", pictureTo: output)
  }

  private func needTwoOfAKind() throws {
    let isOfFolders = isFolder(expected)
    guard isFolder(actual) != isOfFolders else { return }
    for path in [expected, actual] where resolvedPath(path) == nil {
      throw CommandError(
        description: "\(quoted(path)) is not there; look at the spelling of its path.")
    }
    let (folder, other) = isOfFolders ? (expected, actual) : (actual, expected)
    throw CommandError(
      description:
        "\(quoted(folder)) is a folder and \(quoted(other)) is none; name two images or two folders."
    )
  }
}
