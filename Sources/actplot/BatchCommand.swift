import ArgumentParser
import Books
import Figures
import Files
import Wording
import Work

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Draws all figures of a book that have changed, on all cores.",
    discussion: """
      Figures are described in YAML (keys are the options of 'actplot plot', see 'actplot chapter \
      --print-spec' and --schema) or in Markdown, in blocks that start with ```actplot and hold \
      command lines or YAML; of a chapter of Dive into Deep Learning the d2l.plot calls are read. \
      Markdown is what ends in .md, .markdown, .mdx, .qmd or .Rmd; the cells of an .ipynb are read \
      as they would be there.

      A manifest.json in the output folder says what was drawn. Figures that it knows, whose files \
      are there, are not drawn again. The status is 1 if a figure cannot be read or drawn, or a \
      check finds one that is not as it should be.

      EXAMPLES:
        actplot batch book.yaml
        actplot batch chapter-*.md --write --output-dir figures
        actplot batch book.yaml --only relu --only relu-grad
        actplot batch book.yaml --watch
        actplot batch book.yaml --check --strict
        actplot batch book.yaml --shard $SLURM_ARRAY_TASK_ID/8
        parallel actplot batch book.yaml --jobs 1 --shard {}/4 ::: 1 2 3 4
      """)

  @Argument(
    help: ArgumentHelp(
      "YAML and Markdown files and notebooks, which share the folder; - is YAML from standard input.",
      valueName: "FILE"))
  var files: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write into this folder. (default: what the YAML file says of output, or output)",
      valueName: "FOLDER"))
  var outputDir: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Write every figure as \(alternatives(words(ImageFormat.self))); repeat for several. (default: as the files say)",
      valueName: "FORMAT"))
  var format: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Draw on so many threads. (default: one a core)", valueName: "N"))
  var jobs: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Draw this figure alone; repeat for more.", valueName: "NAME"))
  var only: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draw the I-th of N parts of the figures; the parts are the same on every machine.",
      valueName: "I/N"))
  var shard: String?

  @Flag(help: "Write nothing, and name the files that are missing, stale or changed.")
  var check = false

  @Flag(
    help: """
      With --check, find fault also with files of figures that there are no more, as of cells that can \
      no longer be read.
      """)
  var strict = false

  @Flag(help: "Name the figures, and draw nothing.")
  var list = false

  @Flag(
    help:
      "Put links to the images behind the blocks of Markdown files; with --check, only compare them."
  )
  var write = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write a page of all figures here, with captions, alt texts, sizes and commands.",
      valueName: "PATH"))
  var gallery: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The language of that page: \(alternatives(words(Language.self))).", valueName: "LANG"))
  var lang: String?

  @Flag(
    help: "Draw again what changes whenever a file that says it is saved, until Ctrl-C.")
  var watch = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write here, for make and ninja, which files the manifest is made of.", valueName: "PATH"))
  var depfile: String?

  @Flag(help: "Remove files that were drawn for figures that there are no more.")
  var prune = false

  @Flag(help: "Draw the other figures although some cannot be read.")
  var keepGoing = false

  @Flag(help: "Tell what happens in JSON, an object a line.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  @Flag(help: "Print the JSON Schema of the YAML files, for editors.")
  var schema = false

  func validate() throws {
    guard schema || !files.isEmpty else {
      throw ValidationError("There is nothing to draw; name a file, as in actplot batch book.yaml.")
    }
    guard !check || !(list || prune) else {
      throw ValidationError(
        "--check writes nothing and names what is wrong; leave --list and --prune out.")
    }
    guard !strict || check else {
      throw ValidationError("--strict is for checks; write --check --strict.")
    }
    guard !strict || shard == nil else {
      throw ValidationError(
        "--strict looks at all files of the folder, and a part does not know of the others; leave"
          + " --shard out.")
    }
    guard !list || !(write || prune || gallery != nil) else {
      throw ValidationError("--list draws nothing; leave --write, --prune and --gallery out.")
    }
    guard !watch || !(check || list || json || quiet || shard != nil || files.contains("-")) else {
      throw ValidationError(
        "--watch tells of figures as they are drawn from files; leave --check, --list, --json, --quiet,"
          + " --shard and standard input out.")
    }
    guard depfile == nil || !(check || list) else {
      throw ValidationError(
        "--depfile is written by the run that draws; leave --check and --list out.")
    }
    guard gallery == nil || !check else {
      throw ValidationError("--check writes nothing; leave --gallery out.")
    }
    guard gallery != nil || lang == nil else {
      throw ValidationError(
        "--lang is the language of --gallery; of figures the file says it, as in lang: ko.")
    }
    if let gallery { try checkPage(gallery) }
    if write, let notebook = files.first(where: Book.isNotebook) {
      throw ValidationError(
        "--write puts links into Markdown, and \(quoted(notebook)) is a notebook; leave one of them"
          + " out.")
    }
    // MDX has no comments as HTML has them.
    if write, let file = files.first(where: { $0.lowercased().hasSuffix(".mdx") }) {
      throw ValidationError(
        "--write puts links between HTML comments, which MDX does not allow; leave \(quoted(file)) out,"
          + " or write its links by hand.")
    }
    _ = try asUsage { try outputFolder(outputDir) }
    _ = try options()
  }

  func run() throws {
    if schema {
      return try endingQuietly { try writeToStandardOutput(Array(SpecSchema.text.utf8)) }
    }
    if watch { return try watchFiles() }
    try draw(reporting: json ? .json : quiet ? .quiet : .lines)
  }

  /// Draws whenever a file is saved. What is wrong with one is told, and may be mended by the next.
  private func watchFiles() throws {
    Interruption.watch()
    let changes = try FileWatch()
    repeat {
      // Before they are read, so that no change is missed.
      try changes.watch(files)
      try changes.watch(
        Batch(Book(files: files).sources, options: options(), reporter: WatchReporter())
          .dependencies())
      do {
        try draw(reporting: .watch)
      } catch is ExitCode {
        // The reporter has told why.
      }
    } while changes.wait(unless: { Interruption.signal != nil })
  }

  private func draw(reporting report: BatchRun.Report) throws {
    var book = Book(files: files)
    var options = try options()
    if let outputDir {
      options.folder = outputDir
    } else {
      let (folder, problems) = book.output()
      if !problems.isEmpty { book = Book(book.sources + [ProblemSource(problems: problems)]) }
      options.folder = folder ?? Setting.standardFolder
    }
    let run = BatchRun(options: options, report: report, depfile: depfile)
    if list { return try run.list(book) }
    let page = try gallery.map { path in
      (path: path, language: try asUsage("lang") { try lang.map { try oneOf(Language.self, $0) } })
    }
    try run.build(
      book, isCheck: check, linking: write,
      page: page.map { BatchRun.Page(path: $0.path, language: $0.language ?? .en) })
  }

  private func options() throws -> Batch.Options {
    var options = Batch.Options()
    options.overrides["format"] = format.isEmpty ? nil : format
    _ = try asUsage { try options.overrides.formats() }
    options.jobs = try threadCount(jobs)
    options.only = only
    options.shard = try shard.map { text in try asUsage("shard") { try Shard(text) } }
    options.prunes = prune
    options.isStrict = strict
    options.keepsGoing = keepGoing
    options.reading = { Book.source(at: $0) }
    return options
  }
}
