internal import Figures
internal import Wording

/// A mapping of settings in a spec file: the defaults, a style or a figure.
struct SpecEntry: Sendable {
  /// Which of them it is, which decides the keys that it can have beside the settings.
  enum Kind: String {
    case defaults, style, figure
    /// A figure in a list, or alone in its text.
    case unnamedFigure

    var keys: [String] {
      switch self {
      case .defaults, .style: ["style"]
      case .figure: ["style", "caption"]
      case .unnamedFigure: ["style", "caption", "name"]
      }
    }
  }

  private(set) var layer = SettingLayer()
  /// The styles that it inherits from, the later going before the earlier.
  private(set) var styles: [(name: String, mark: YAMLMark)] = []
  private(set) var name: (text: String, mark: YAMLMark)?
  private(set) var caption: String?
  private(set) var problems: [Problem] = []
  private let kind: Kind
  private let source: SourceText

  /// The most styles that one entry names.
  static let maximumStyles = 8
  /// Other spellings of settings, as the command line has them.
  static let spellings = ["function": "functions", "orders": "order"]

  init(_ node: YAMLNode, as kind: Kind, in source: SourceText) {
    self.kind = kind
    self.source = source
    guard !node.isNull else { return }
    guard case .mapping(let entries) = node.value else {
      report(
        node.mark,
        "Settings are a mapping, as in {functions: relu, grad: true}, and this is \(node.kind).")
      return
    }
    read(entries)
  }

  init(_ entries: [YAMLNode.Entry], as kind: Kind, in source: SourceText) {
    self.kind = kind
    self.source = source
    read(entries)
  }

  /// Whether it says what to draw, or that what it inherits is not.
  var saysSubject: Bool { FigureKind.all.flatMap(\.subjects).contains(where: layer.says) }

  /// Whether a figure can have that key.
  static func isKey(_ key: String) -> Bool {
    Setting.named(spellings[key] ?? key) != nil || Kind.unnamedFigure.keys.contains(key)
  }

  private mutating func read(_ entries: [YAMLNode.Entry]) {
    // A word can be a setting of several kinds of figures, of another form in each.
    let names = Set(entries.map { Self.spellings[$0.key] ?? $0.key })
    let figure = FigureKind.all.first { $0.subjects.contains(where: names.contains) }
    for entry in entries where problems.count < SpecFile.maximumProblems {
      let name = Self.spellings[entry.key] ?? entry.key
      if let setting = figure?.setting(named: name) ?? Setting.named(name) {
        read(entry, as: setting)
      } else if kind.keys.contains(entry.key) {
        readKey(entry)
      } else {
        report(entry.keyMark, messageForUnknown(entry.key))
      }
    }
  }

  private mutating func read(_ entry: YAMLNode.Entry, as setting: Setting) {
    guard !layer.says(setting.name) else {
      report(
        entry.keyMark,
        "\(quoted(entry.key)) is another word for what is said before; leave one of them out.")
      return
    }
    do throws(ValueError) {
      if setting.form == .functions, let list = FunctionList(entry.value) {
        for (name, words) in try list.words() {
          guard !layer.says(name) else {
            throw ValueError(
              mark: entry.keyMark,
              message: "\(quoted(name)) is said of the functions and of the figure; leave one out.")
          }
          layer.say(name, .words(words), at: entry.value.mark)
        }
        return
      }
      let words = try SettingLayer.words(of: entry.value, for: setting)
      layer.say(setting.name, words, at: entry.value.mark)
    } catch {
      report(error.mark, error.message)
    }
  }

  private mutating func readKey(_ entry: YAMLNode.Entry) {
    guard !entry.value.isNull else { return }
    switch entry.key {
    case "style": readStyles(entry.value)
    case "name":
      guard let text = text(of: entry) else { return }
      guard !text.isEmpty else {
        report(entry.value.mark, "This name is empty; write one, or leave it out.")
        return
      }
      name = (text, entry.value.mark)
    default: caption = text(of: entry)
    }
  }

  private mutating func text(of entry: YAMLNode.Entry) -> String? {
    if let text = entry.value.text { return text }
    report(
      entry.value.mark, "\(quoted(entry.key)) is one value, and this is \(entry.value.kind).")
    return nil
  }

  private mutating func readStyles(_ node: YAMLNode) {
    let nodes = if case .list(let nodes) = node.value { nodes } else { [node] }
    guard nodes.count <= Self.maximumStyles else {
      report(
        node.mark,
        "These are more than \(Self.maximumStyles) styles; let a style inherit some of them.")
      return
    }
    for node in nodes {
      guard let text = node.text else {
        report(node.mark, "A style is a name, or several in a list, and this is \(node.kind).")
        continue
      }
      styles.append((text, node.mark))
    }
  }

  private func messageForUnknown(_ key: String) -> String {
    switch key {
    case "name" where kind == .figure:
      return "The figure has its name before the colon; leave “name” out."
    case "name", "caption":
      return "\(quoted(key)) belongs to a figure; defaults and styles have none."
    default:
      let known = Setting.all.map(\.name) + kind.keys
      let remedy =
        nearest(to: key, among: known).map { "did you mean “\($0)”?" }
        ?? "'actplot batch --schema' lists them."
      return "\(quoted(key)) is no setting of a figure; \(remedy)"
    }
  }

  private mutating func report(_ mark: YAMLMark, _ message: String) {
    problems.append(source.problem(at: mark, message))
  }
}
