import ArgumentParser

struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Keeps figures from changing unnoticed.",
    discussion: """
      Goldens are images that were looked at and found good. 'record' makes them, 'check' compares \
      the figures with them and changes nothing, 'review' shows one after the other for you to \
      accept or refuse, and 'accept' takes figures as they are now.

      Figures are those of a spec or Markdown file, drawn anew and not written, or the images in a \
      folder, whoever drew them. PNG is compared pixel by pixel, SVG shape by shape, and PDF as \
      pdftocairo draws it, where that is installed.

      EXAMPLES:
        actplot golden record book.yaml --goldens goldens
        actplot golden check book.yaml --goldens goldens --html report.html
        actplot golden review book.yaml --goldens goldens
        actplot golden accept book.yaml --goldens goldens --only relu-grad
        actplot golden check figures --goldens goldens --tolerance other-machine
      """,
    subcommands: [
      GoldenRecord.self, GoldenCheckCommand.self, GoldenReview.self, GoldenAccept.self,
    ])
}

/// What the golden commands have in common.
struct GoldenOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files that describe figures, as for 'actplot batch', or one folder of images.",
      valueName: "SPEC_OR_FOLDER"))
  var sources: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The folder of the goldens. (default: goldens)", valueName: "FOLDER"))
  var goldens: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only this figure, by its name or that of one of its files; repeat for more.",
      valueName: "NAME"))
  var only: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Work on so many threads. (default: one a core)", valueName: "N"))
  var jobs: String?

  @OptionGroup(title: "Tolerance")
  var tolerance: ToleranceOptions

  @OptionGroup
  var ignore: IgnoreOptions

  @OptionGroup(title: "Reports")
  var report: ReportOptions

  func validate() throws {
    guard !sources.isEmpty else {
      throw ValidationError(
        "There is nothing to compare; name a file or a folder, as in actplot golden check"
          + " book.yaml.")
    }
    guard goldens != "" else {
      throw ValidationError("--goldens is empty; name a folder, as in --goldens goldens.")
    }
    guard !only.contains("") else {
      throw ValidationError("--only is empty; name a figure, as in --only relu.")
    }
    _ = (try tolerance.value(), try ignore.value(), try threadCount(jobs))
  }
}

struct GoldenRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Makes goldens of the figures that have none.",
    discussion: """
      Goldens that are there stay as they are; figures that differ from theirs are named, and \
      'actplot golden accept' takes them. Where the variable CI is set nothing is recorded: what \
      nobody looked at is no golden.

      EXAMPLES:
        actplot golden record book.yaml --goldens goldens
        actplot golden record figures --goldens goldens --only relu
      """)

  @OptionGroup
  var options: GoldenOptions

  func run() throws {
    try GoldenRun(options, .record).run()
  }
}

struct GoldenCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compares figures with their goldens, and changes nothing.",
    discussion: """
      A figure is new if it has no golden, changed if it differs, missing if there is a golden and \
      not the figure, and a golden is orphaned if no figure of the files is drawn to it.

      The status is 0 if all are equal, 1 if something differs, and 2 if something could not be \
      compared.

      EXAMPLES:
        actplot golden check book.yaml --goldens goldens
        actplot golden check book.yaml --goldens goldens --junit golden.xml
        actplot golden check figures --goldens goldens --color-difference 0.02
        actplot golden check figures --goldens goldens --ignore legend
      """)

  @OptionGroup
  var options: GoldenOptions

  func run() throws {
    try GoldenRun(options, .check).run()
  }
}

struct GoldenAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Takes figures as they are now for their goldens.",
    discussion: """
      Changed and new figures become goldens, and goldens of figures that there are no more are \
      removed. Look at what 'actplot golden check --html report.html' shows first.

      EXAMPLES:
        actplot golden accept book.yaml --goldens goldens --only relu --only relu-grad
        actplot golden accept figures --goldens goldens --only relu.svg
        actplot golden accept book.yaml --goldens goldens --all
      """)

  @OptionGroup
  var options: GoldenOptions

  @Flag(help: "Take all figures.")
  var all = false

  func validate() throws {
    guard all != !options.only.isEmpty else {
      throw ValidationError(
        "Say which figures are good: --only NAME for one, or --all for every one.")
    }
  }

  func run() throws {
    try GoldenRun(options, .accept).run()
  }
}
