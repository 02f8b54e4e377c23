import Activations
import ArgumentParser
import Figures
import Wording

/// What is wrong with the words of a command line; the program exits with 64.
struct UsageError: Error {
  /// Sentences.
  private(set) var messages: [String]
  /// The command whose help tells more.
  let command: String

  /// - Parameter command: The command that was meant, as in `plot`.
  init(_ error: any Error, of command: String) {
    self.command = command
    messages =
      if let errors = error as? SettingErrors {
        errors.all.map { Self.message($0) }
      } else if let error = error as? SettingError {
        [Self.message(error)]
      } else {
        ["\(error)"]
      }
  }

  /// A sentence that names the option; a function has no option.
  static func message(_ error: SettingError) -> String {
    FigureKind.all.contains { $0.subject.name == error.setting }
      ? error.problem : "--\(error.setting): \(error.problem)"
  }

  /// Adds the command that a first word may have meant, if no other word was found for it.
  mutating func suggestCommand(for word: String?) {
    let commands = ActplotCommand.configuration.subcommands
      .compactMap { $0.configuration.commandName }
    guard let name = word.map({ String($0.drop { $0 == "-" }) }), messages.count == 1,
      !commands.contains(word ?? ""), (try? Formula(name)) == nil,
      !messages[0].contains("Did you mean"),
      let command = commands.first(where: { $0 == name }) ?? nearest(to: name, among: commands)
    else { return }
    messages[0] += " Did you mean 'actplot \(command)'?"
  }

  /// What is printed.
  var text: String {
    messages.map { "Error: \($0)\n" }.joined()
      + "  See 'actplot \(command) --help' for what can be written.\n"
  }
}

/// Runs `body`; what it throws is wrong usage of that option, which exits with 64.
func asUsage<Value>(_ option: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    throw ValidationError("--\(option): \(error)")
  }
}

/// Runs `body`; a setting that it cannot read is wrong usage of the option of that name.
func asUsage<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as SettingError {
    throw ValidationError(UsageError.message(error))
  }
}

/// What is wrong in terms of the command line, of which the libraries know nothing.
struct CommandError: Error, CustomStringConvertible {
  /// Sentences that quote the value and show what to write.
  let description: String
}
