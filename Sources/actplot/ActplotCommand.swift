import Activations
import ArgumentParser
import Books
import Figures
import Files
import Glibc
import Wording
import Work

struct ActplotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actplot",
    abstract: "Plots activation functions and their automatic derivatives.",
    discussion: """
      A name or a formula alone is plotted; the command 'plot' can be left out.

      EXAMPLES:
        actplot relu                       writes output/relu.png and relu.svg
        actplot relu --grad                its gradient
        actplot sigmoid --grad -o fig.svg  one file, its format by its extension
        actplot tanh --order 2             the second derivative
        actplot "x * sigmoid(1.702 * x)"   any formula
        actplot swish --set beta=0.5,1,2   a family of functions
        actplot sheet --family elu         a panel for each of a family
        actplot network 4 5 3              a multilayer perceptron, unit by unit
        actplot chain sigmoid --depth 1,4  a function of itself, as in a deep network
        actplot fit "sin(x)" --units 3,6   networks of one hidden layer close to it
        actplot gradients sigmoid relu     how gradients of deep networks vanish
        actplot map batch_norm             a nonlinearity that works on a minibatch
        actplot gallery                    a page of all activations to explore
        actplot batch book.yaml            all figures of a book that have changed
        actplot pandoc                     the figures in a document of pandoc or Quarto
        actplot mdbook                     the figures in a book of mdBook
        actplot chapter                    the six figures of the textbook chapter
        actplot golden check book.yaml     whether figures are as they were found good
        actplot compare old.svg new.svg    how two images differ
        actplot list                       every activation that can be named
        actplot info gelu                  all that is known of one
        actplot eval gelu --at -30,0,1.5   its numbers
        actplot same gelu quick_gelu       whether two functions are the same
        actplot diff-frameworks gelu       where frameworks disagree

      'actplot plot --help' explains every option, and 'actplot completions --help' how a \
      shell completes them.
      """,
    version: actplotVersions,
    subcommands: [
      PlotCommand.self, SheetCommand.self, NetworkCommand.self, ChainCommand.self, FitCommand.self,
      GradientsCommand.self, MapCommand.self, GalleryCommand.self, BatchCommand.self,
      PandocCommand.self, MdBookCommand.self, ChapterCommand.self,
      GoldenCommand.self, CompareCommand.self, ListCommand.self, InfoCommand.self, EvalCommand.self,
      SameCommand.self, FrameworksCommand.self,
      CompletionsCommand.self, ManualCommand.self, CompleteCommand.self,
    ],
    defaultSubcommand: PlotCommand.self)

  /// Whether a first word is a command's name, or an option of the program as a whole.
  static func begins(with word: String) -> Bool {
    let own = [
      "help", "-h", "--help", "--version", "--generate-completion-script",
      "--experimental-dump-help",
    ]
    return own.contains(word)
      || configuration.subcommands.contains { $0.configuration.commandName == word }
  }
}

@main
enum Main {
  static func main() {
    // A file beyond the limit on its size is an error to report, not a reason to be killed.
    signal(SIGXFSZ, SIG_IGN)
    occupyStandardDescriptors()
    // The first thread has the stack that `ulimit -s` leaves, which may be too little.
    do {
      try Threads(1, run).join()
    } catch {
      run()
    }
  }

  /// Nearly every call plots a figure; its words are read from the table of settings, which takes a
  /// tenth of the time of ArgumentParser. That reads the words of all other commands.
  @Sendable private static func run() {
    let words = wordsOfCommandLine()
    do {
      guard let (name, rest) = figure(words) else { return try runOther(words) }
      if rest.contains(where: { $0 == "--help" || $0 == "-h" }) {
        let page = CommandPage(name)
        return try endingQuietly { try writeToStandardOutput(Array(page.text.utf8)) }
      }
      try FigureCommand(name, rest).run()
    } catch var error as UsageError {
      error.suggestCommand(for: words.first)
      writeToStandardError(error.text)
      exit(64)
    } catch {
      writeToStandardError("Error: \(error)\n")
      exit(1)
    }
  }

  /// The words of a figure behind the name of the command, if they are no other command's.
  private static func figure(
    _ words: [String]
  ) -> (name: FigureCommand.Name, words: [String])? {
    guard let first = words.first else { return (.plot, []) }
    if let name = FigureCommand.Name(rawValue: first) { return (name, Array(words.dropFirst())) }
    if first == "help", words.count == 2, let name = FigureCommand.Name(rawValue: words[1]) {
      return (name, ["--help"])
    }
    return ActplotCommand.begins(with: first) ? nil : (.plot, words)
  }

  private static func runOther(_ words: [String]) throws {
    do {
      var command = try ActplotCommand.parseAsRoot(protectingMinus(words))
      try command.run()
    } catch let error as ValidationError {
      // What a command finds while it runs; ArgumentParser would say it of the program as a whole.
      throw UsageError(error, of: CommandPage.called(by: words)?.name ?? "")
    } catch {
      if let option = unknownOption(in: words, after: error) { throw option }
      end(with: error)
    }
  }

  /// An option that a command has not, which ArgumentParser may have taken for a word of its own.
  private static func unknownOption(in words: [String], after error: any Error) -> UsageError? {
    guard ActplotCommand.exitCode(for: error) == .validationFailure,
      let page = CommandPage.called(by: words)
    else { return nil }
    let options = page.sections.flatMap(\.entries).flatMap(\.options)
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
      let option = String(word.prefix { $0 != "=" })
      guard !options.contains(option), !["--help", "--version"].contains(option) else { continue }
      let meant = nearest(to: option, among: options).map { " Did you mean \($0)?" } ?? ""
      return UsageError(
        WordsError("There is no option \(quoted(option)).\(meant)"), of: page.name)
    }
    return nil
  }

  /// Ends the program as ArgumentParser does, but what is asked for, such as help, goes through the
  /// one way to standard output, so that it fails if it cannot be written.
  private static func end(with error: any Error) -> Never {
    let text = ActplotCommand.fullMessage(for: error)
    guard ActplotCommand.exitCode(for: error) == .success, !text.isEmpty else {
      ActplotCommand.exit(withError: error)
    }
    do {
      try endingQuietly { try writeToStandardOutput(Array("\(text)\n".utf8)) }
    } catch {
      ActplotCommand.exit(withError: error)
    }
    ActplotCommand.exit()
  }

  /// Where a standard stream is closed, the next file that is opened would take its number, and get
  /// what is meant for the stream. Reading and writing such a stream fails all the same.
  private static func occupyStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// A command whose words are formulas.
protocol FormulaCommand: ParsableCommand {}

/// The words of a command line. ArgumentParser takes a formula such as `-x + 1` for an option; a space
/// before it means nothing to formulas and keeps it what it is.
private func protectingMinus(_ words: [String]) -> [String] {
  let commands = ActplotCommand.configuration.subcommands
  guard let command = commands.first(where: { $0.configuration.commandName == words.first }),
    command is any FormulaCommand.Type
  else { return words }
  return words.enumerated().map { index, word in
    // A minus alone is standard input or output.
    guard word.hasPrefix("-"), word != "-", !word.hasPrefix("--"), !FigureSettings.isShort(word)
    else { return word }
    // Numbers behind an option are its value.
    let last = index > 0 ? words[index - 1] : ""
    let numbers = word.split(omittingEmptySubsequences: false) { ",:".contains($0) }
    let isValue = last.hasPrefix("--") && !last.contains("=")
    return isValue && numbers.allSatisfy { Double($0) != nil } ? word : " \(word)"
  }
}
