import ArgumentParser
import Books
import Figures
import Files

extension CommandPage {
  /// All commands, as they are listed; those of a command that has some stand behind it.
  static var all: [CommandPage] {
    let tree = JSONNode(ActplotCommand._dumpHelp().utf8)?["command"]
    return (tree?["subcommands"]?.elements ?? []).flatMap { pages(of: $0, below: "") }
  }

  /// The page of the command that the words begin with.
  static func called(by words: [String], among pages: [CommandPage] = all) -> CommandPage? {
    let named = pages.filter { words.starts(with: $0.name.split(separator: " ").map(String.init)) }
    return named.max { $0.name.count < $1.name.count }
  }

  private static func pages(of command: JSONNode, below parent: String) -> [CommandPage] {
    guard let name = command["commandName"]?.text, name != "help" else { return [] }
    if let figure = FigureCommand.Name(rawValue: name) { return [CommandPage(figure)] }
    let arguments = (command["arguments"]?.elements ?? [])
      .filter { $0["shouldDisplay"]?.flag != false }
    let entries = arguments.map { Entry($0) }
    let words = entries.filter { $0.options.isEmpty }
    let page = CommandPage(
      name: parent + name, abstract: command["abstract"]?.text ?? "",
      discussion: command["discussion"]?.text ?? "",
      usage: words.map(\.head).joined(separator: " "),
      sections: [
        Section(title: "ARGUMENTS", entries: words),
        Section(title: "OPTIONS", entries: entries.filter { !$0.options.isEmpty }),
      ])
    return [page]
      + (command["subcommands"]?.elements ?? []).flatMap { pages(of: $0, below: "\(page.name) ") }
  }

  /// The page of a command whose options are the table of settings.
  init(_ name: FigureCommand.Name) {
    let configuration = name.configuration, tables = name.kind.tables
    let (words, options) = (name.kind.subject, tables[0].settings.dropFirst())
    let about = Entry(options: ["-h", "--help"], value: nil, help: "Show this text.")
    var sections = [
      Section(
        title: "ARGUMENTS",
        entries: [
          Entry(options: [], value: words.placeholder, help: words.help)
        ]),
      Section(title: "OPTIONS", entries: options.map { Entry($0) } + [about]),
    ]
    for table in tables.dropFirst() {
      let files = table.title == "OUTPUT" ? name.own : []
      sections.append(
        Section(title: table.title, entries: (files + table.settings).map { Entry($0) }))
    }
    self.init(
      name: name.rawValue, abstract: configuration.abstract,
      discussion: configuration.discussion, usage: "[<\(words.placeholder)> ...]",
      sections: sections)
  }
}

extension CommandPage.Entry {
  /// An argument of ArgumentParser's. Options that are settings too take the same words.
  fileprivate init(_ argument: JSONNode) {
    let names = (argument["names"]?.elements ?? []).compactMap { name in
      name["name"]?.text.map { (name["kind"]?.text == "short" ? "-" : "--") + $0 }
    }
    options = names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
    value = argument["kind"]?.text == "flag" ? nil : argument["valueName"]?.text
    help = argument["abstract"]?.text ?? ""
    let listed = argument["completionKind"]?["list"]?["values"]?.elements.compactMap(\.text)
    choices =
      listed ?? names.lazy.compactMap { Setting.named(String($0.dropFirst(2))) }
      .first?.choices ?? []
  }

  /// The option that a setting is.
  init(_ setting: Setting) {
    let names = [setting.name] + setting.spellings
    options =
      (names.filter { $0.count == 1 }.map { "-\($0)" })
      + names.filter { $0.count > 1 }.map { "--\($0)" }
    value = setting.form == .flag ? nil : setting.placeholder
    help = setting.help
    choices = setting.choices
  }
}
