internal import Activations
internal import Wording

extension FigureSettings {
  /// Reads the words of a command line: options, `--name value` or `--name=value`, and words that say
  /// what is drawn, such as functions, in any order; behind `--` all are such words. What follows the
  /// name of an option is its value whatever it begins with, unless it is another option, so that
  /// negative numbers are values; a word that begins with one minus and is no option is a function,
  /// as `-x` is.
  ///
  /// - Parameters:
  ///   - kind: The kind of figure that the command draws.
  ///   - own: Settings that the command has beside those of figures.
  /// - Throws: `SettingError`, which names the option that is wrong, or `UnknownOptionError`.
  package init(arguments: [String], of kind: FigureKind = .plot, own: [Setting]) throws {
    self.init()
    let known = KnownOptions(kind: kind, own: own)
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        append(Array(rest), to: kind.subject.name)
        return
      }
      guard let option = Self.option(word, known) else {
        append([word], to: kind.subject.name)
        continue
      }
      guard let setting = known[option.name] else { throw Self.unknown(option, known) }
      try read(setting, option, &rest, known)
    }
  }

  /// The options of a command.
  private struct KnownOptions {
    let kind: FigureKind
    let own: [Setting]

    var all: [Setting] { own + kind.settings.filter { $0.name != kind.subject.name } }

    subscript(name: String) -> Setting? {
      own.first { $0.name == name || $0.spellings.contains(name) }
        ?? (name == kind.subject.name ? nil : kind.setting(named: name))
    }
  }

  /// A word that is an option by its form.
  private struct Option {
    /// As it was written.
    let spelling: String
    var name: String { String(spelling.drop { $0 == "-" }) }
    /// What stands behind an equals sign.
    var value: String?
  }

  private static func option(_ word: String, _ known: KnownOptions) -> Option? {
    let isLong = word.hasPrefix("--")
    let equals = word.firstIndex(of: "=")
    let spelling = String(word[..<(equals ?? word.endIndex)])
    let option = Option(
      spelling: spelling, value: equals.map { String(word[word.index(after: $0)...]) })
    // A letter that is known comes first, as to try a formula takes long.
    let isLetter = spelling.count == 2 && word.hasPrefix("-")
    let isKnown = isLetter && known[option.name] != nil
    return isLong || isKnown || isShort(spelling) ? option : nil
  }

  /// Whether a word is a minus and letters that are the beginning of no formula, and so a short option
  /// by its form; any other word that begins with one minus is a number or a formula.
  package static func isShort(_ word: String) -> Bool {
    let letters = word.dropFirst()
    return word.hasPrefix("-") && !letters.isEmpty
      && letters.allSatisfy { $0.isASCII && $0.isLetter || $0 == "-" }
      && !letters.contains("x") && (try? Formula(word)) == nil
  }

  private mutating func read(
    _ setting: Setting, _ option: Option, _ rest: inout ArraySlice<String>, _ known: KnownOptions
  ) throws(SettingError) {
    if setting.form == .flag {
      guard option.value == nil else {
        throw SettingError(
          setting.name, "\(option.spelling) has no value; leave =\(option.value ?? "") out.")
      }
      words[setting.name] = []
      return
    }
    let next = rest.first.map { word in
      Self.option(word, known).flatMap { known[$0.name] } == nil
    }
    guard let value = option.value ?? (next == true ? rest.popFirst() : nil) else {
      throw SettingError(
        setting.name, "A value is missing; write \(option.spelling) \(setting.placeholder).")
    }
    switch setting.form {
    case .several, .functions, .assignments: append([value], to: setting.name)
    default:
      guard words[setting.name] == nil else {
        throw SettingError(
          setting.name,
          "It is given twice, as \(quoted(words[setting.name]?.only ?? "")) and \(quoted(value)); leave"
            + " one of them out.")
      }
      words[setting.name] = [value]
    }
  }

  private mutating func append(_ more: [String], to name: String) {
    if !more.isEmpty { words[name, default: []] += more }
  }

  /// The words of a setting, of which nothing is said any more; `nil` if nothing was.
  package mutating func take(_ name: String) -> [String]? { words.removeValue(forKey: name) }

  /// Why an option is none, and which may have been meant.
  private static func unknown(_ option: Option, _ options: KnownOptions) -> UnknownOptionError {
    let known = options.all
    let names = known.flatMap { [$0.name] + $0.spellings }.filter { $0.count > 1 }
    let sought = known.first { $0.soughtAs.contains(option.name.lowercased()) }?.name
    let meant = sought ?? nearest(to: option.name, among: names)
    let remedy =
      option.spelling.hasPrefix("--") ? "" : " A formula that begins so stands behind --."
    return UnknownOptionError(
      spelling: option.spelling,
      description: "There is no option \(quoted(option.spelling))."
        + (meant.map { " Did you mean --\($0)?" }
          ?? " 'actplot \(options.kind.name) --help' lists them.") + remedy)
  }
}

/// A word that is an option by its form, and none by its name.
package struct UnknownOptionError: Error, CustomStringConvertible {
  /// As it was written, without a value.
  package let spelling: String
  /// Sentences that quote it, and name the option that may have been meant.
  package let description: String
}

extension Setting {
  /// What stands for its words in help texts, as in `A:B`.
  package var placeholder: String { valueName ?? name.uppercased() }
}
