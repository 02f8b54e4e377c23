import ArgumentParser
import Books
import Figures
import Files
import Wording

/// A command that draws a figure: one for each kind, whose options are its tables of settings, and
/// `actplot sheet`.
struct FigureCommand {
  let name: Name
  let settings: FigureSettings
  let output: FigureOutput
  /// What is printed instead of drawing, if anything is.
  private let printout: FigureKind.Printout?

  enum Name: String, CaseIterable {
    case plot, sheet, network, chain, fit, gradients, map

    /// What it draws.
    var kind: FigureKind { FigureKind.named(rawValue) ?? .plot }

    /// Its settings beside those of figures.
    var own: [Setting] { Setting.files + kind.printouts.map(\.setting) }

    /// What the list of commands says of it.
    var configuration: CommandConfiguration {
      switch self {
      case .plot: PlotCommand.configuration
      case .sheet: SheetCommand.configuration
      case .network: NetworkCommand.configuration
      case .chain: ChainCommand.configuration
      case .fit: FitCommand.configuration
      case .gradients: GradientsCommand.configuration
      case .map: MapCommand.configuration
      }
    }
  }

  /// Reads the words behind the command's name.
  ///
  /// - Throws: `UsageError`.
  init(_ name: Name, _ words: [String]) throws {
    self.name = name
    do {
      var settings = try FigureSettings(arguments: words, of: name.kind, own: name.own)
      printout = try Self.printout(of: name.kind, &settings)
      output = FigureOutput(&settings)
      try settings.readStandardInput()
      if name == .sheet { settings.makeSheet() }
      self.settings = settings
    } catch {
      throw UsageError(error, of: name.rawValue)
    }
  }

  /// Draws the figure and writes its files, which are called by the request's name if no other is
  /// given.
  ///
  /// - Throws: `UsageError` for what is wrong with the options, and sentences for what fails.
  func run() throws {
    if let printout { return try print(printout) }
    let drawing: any Drawing, destinations: [FigureOutput.Destination]
    do {
      drawing = try settings.drawing(name.kind)
      destinations = try output.destinations(for: drawing.name, try settings.formats())
    } catch {
      throw UsageError(error, of: name.rawValue)
    }
    if output.isShown {
      guard !destinations.contains(where: \.isStandardOutput) else {
        throw UsageError(
          SettingError("show", "Standard output has the image; leave one of them out."),
          of: name.rawValue)
      }
      try endingQuietly { try writeToStandardOutput(Array(TerminalFigure(drawing).text().utf8)) }
    }
    try output.write(drawing, to: destinations)
    let doubts = drawing.doubts + drawing.look.doubts(writing: destinations.map(\.format))
    for doubt in doubts { writeToStandardError("warning: \(doubt.visible)\n") }
  }

  /// The one printout that is asked for, of which nothing is said any more.
  private static func printout(
    of kind: FigureKind, _ settings: inout FigureSettings
  ) throws -> FigureKind.Printout? {
    var asked: [FigureKind.Printout] = []
    for printout in kind.printouts where settings.take(printout.setting.name) != nil {
      asked.append(printout)
    }
    guard asked.count < 2 else {
      throw SettingError(
        asked[1].setting.name, "One thing is printed; leave it or --\(asked[0].setting.name) out.")
    }
    return asked.first
  }

  private func print(_ printout: FigureKind.Printout) throws {
    let text: String
    do {
      text = try printout.text(settings)
    } catch {
      throw UsageError(error, of: name.rawValue)
    }
    try endingQuietly { try writeToStandardOutput(Array("\(text)\n".utf8)) }
  }
}

extension FigureSettings {
  /// Takes the formulas for which a `-` stands from standard input, one a line.
  fileprivate mutating func readStandardInput() throws {
    guard let functions = self["functions"], functions.contains("-") else { return }
    guard functions.count(where: { $0 == "-" }) == 1 else {
      throw WordsError("Standard input is read once; leave one - out.")
    }
    let text = String(decoding: try standardInputBytes(), as: UTF8.self)
    let formulas = text.split(whereSeparator: \.isNewline).map { trimmed($0) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard !formulas.isEmpty else {
      throw WordsError("Standard input has no formula; write one on each line, as in x * tanh(x).")
    }
    self["functions"] = functions.flatMap { $0 == "-" ? formulas : [$0] }
  }
}

/// What the list of commands says of 'plot'; its words never come here, as `Main` reads them.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Plots activations and formulas, or one of their derivatives.",
    discussion: """
      EXAMPLES:
        actplot relu --grad
        actplot "x * sigmoid(1.702 * x)" --grad
        actplot "tanh(x) + 1" "2 * sigmoid(2 * x)"
        actplot gelu --with-grad
        actplot swish --set beta=0.5,1,2 --orders 0,1
        actplot sigmoid --grad -o fig.svg -o fig.png --dpi 300
        actplot tanh --order 2 --range -4:4:0.05 --size 12x6cm
        actplot tanh -o - --format svg > tanh.svg
        actplot gelu --with-grad --show
        echo "x * tanh(log(1 + exp(x)))" | actplot - --grad
      """)
}

/// What the list of commands says of 'sheet'.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Draws many activations on one page, a small panel each.",
    discussion: """
      The panels have common axes, so that functions can be compared. Without names and families the \
      whole catalogue is drawn. Every option of 'actplot plot' can be given.

      EXAMPLES:
        actplot sheet
        actplot sheet --family sigmoid --grad
        actplot sheet --family relu --family elu --with-grad --range -4:4
        actplot sheet relu gelu "x * sigmoid(2 * x)" --columns 3 -o sheet.pdf
      """)
}
