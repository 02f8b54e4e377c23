import Activations
import ArgumentParser
import FigureBatch
import Figures
import Glibc

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
        actplot batch book.yaml            all figures of a book that have changed
        actplot chapter                    the six figures of the textbook chapter
        actplot golden check book.yaml     whether figures are as they were found good
        actplot compare old.svg new.svg    how two images differ
        actplot list                       every activation that can be named
        actplot info gelu                  all that is known of one
        actplot eval gelu --at -30,0,1.5   its numbers

      'actplot plot --help' explains every option.
      """,
    version: actplotVersion,
    subcommands: [
      PlotCommand.self, SheetCommand.self, BatchCommand.self, ChapterCommand.self,
      GoldenCommand.self, CompareCommand.self, ListCommand.self, InfoCommand.self, EvalCommand.self,
    ],
    defaultSubcommand: PlotCommand.self)
}

@main
enum Main {
  /// Nearly every call plots one figure, and a line that the plot command takes by itself means the
  /// same to the whole. Looking for it below all commands takes longer than drawing, so that is
  /// left to the other lines: help, errors and the other commands.
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

  @Sendable private static func run() {
    let arguments = CommandLine.arguments.dropFirst().map(protectingMinus)
    if let plot = try? PlotCommand.parse(arguments) {
      do { try plot.run() } catch { exit(with: error, of: PlotCommand.self) }
    } else {
      do {
        var command = try ActplotCommand.parseAsRoot(arguments)
        try command.run()
      } catch {
        exit(with: error, of: ActplotCommand.self)
      }
    }
  }

  /// Ends the program as ArgumentParser does, but what is asked for, such as help, goes through the
  /// one way to standard output, so that it fails if it cannot be written.
  private static func exit(with error: any Error, of command: any ParsableCommand.Type) -> Never {
    let text = command.fullMessage(for: error)
    guard command.exitCode(for: error) == .success, !text.isEmpty else {
      command.exit(withError: error)
    }
    do {
      try endingQuietly { try writeToStandardOutput(Array("\(text)\n".utf8)) }
    } catch {
      command.exit(withError: error)
    }
    command.exit()
  }

  /// Where a standard stream is closed, the next file that is opened would take its number, and get
  /// what is meant for the stream. Reading and writing such a stream fails all the same.
  private static func occupyStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// A formula such as `-x + 1` is taken for an option; a space before it means nothing to formulas
/// and keeps it what it is.
func protectingMinus(_ argument: String) -> String {
  guard argument.hasPrefix("-"), argument.dropFirst().contains(where: { "x(".contains($0) }),
    !argument.hasPrefix("--"), (try? Formula(argument)) != nil
  else { return argument }
  return " \(argument)"
}
