import ArgumentParser
import FigureBatch
import Figures

extension FigureSettings {
  /// Says the words of an option that was given.
  mutating func tell(_ name: String, _ words: String?) {
    if let words { self[name] = [words] }
  }

  /// Says the words of an option that can be repeated, if it was given.
  mutating func tell(_ name: String, _ words: [String]) {
    if !words.isEmpty { self[name] = words }
  }

  /// Says a flag that was given.
  mutating func tell(_ name: String, _ isGiven: Bool) {
    if isGiven { self[name] = [] }
  }
}

extension ArgumentHelp {
  /// What the table of settings says of an option.
  static func setting(_ name: String) -> ArgumentHelp {
    guard let setting = Setting.named(name) else { preconditionFailure("\(name) is no setting") }
    return ArgumentHelp(ArgumentHelp.StringLiteralType(setting.help), valueName: setting.valueName)
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
    throw ValidationError(
      error.setting == "functions" ? error.problem : "--\(error.setting): \(error.problem)")
  }
}

/// How many threads --jobs asks for.
func threadCount(_ jobs: String?) throws -> Int {
  try asUsage("jobs") {
    try jobs.map { try wholeNumber($0, of: "threads", in: 1...1024) } ?? Batch.cores
  }
}

/// What is wrong in terms of the command line, of which the libraries know nothing.
struct CommandError: Error, CustomStringConvertible {
  /// Sentences that quote the value and show what to write.
  let description: String
}
