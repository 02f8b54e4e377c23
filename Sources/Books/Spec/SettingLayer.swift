internal import Figures

/// What one place says of figures: the defaults, a style, a figure, or several of them, the later
/// laid over the earlier.
struct SettingLayer: Sendable {
  /// What is said of a setting.
  enum Words: Sendable {
    case words([String])
    /// The words by the names that they assign to, in order.
    case assignments([(name: String, words: String)])
    /// What was said before counts no more.
    case unset
  }
  private struct Said: Sendable {
    var words: Words
    let mark: YAMLMark
  }
  private var said: [String: Said] = [:]

  /// Settings of which one takes the place of all.
  private static let groups: [Set<String>] = [
    Set(FigureKind.all.flatMap(\.subjects)), ["grad", "with-grad", "order"],
  ]

  /// Whether anything is said of a setting here.
  func says(_ name: String) -> Bool { said[name] != nil }

  /// The kind of figure whose subject these settings say, if they say one.
  var kind: FigureKind? { FigureKind.all.first { $0.subjects.contains(where: saysWords) } }

  /// Leaves out what says nothing of a kind of figure.
  mutating func restrict(to kind: FigureKind) {
    said = said.filter { kind.has($0.key) }
  }

  /// Leaves a setting out.
  mutating func remove(_ name: String) { said[name] = nil }

  mutating func say(_ name: String, _ words: Words, at mark: YAMLMark) {
    said[name] = Said(words: words, mark: mark)
  }

  /// Lays another layer over this one.
  mutating func add(_ upper: SettingLayer) {
    for group in Self.groups where group.contains(where: { upper.saysWords($0) }) {
      for name in group { said[name] = nil }
    }
    for (name, new) in upper.said {
      guard case .assignments(let over) = new.words,
        case .assignments(let under)? = said[name]?.words
      else {
        said[name] = new
        continue
      }
      said[name] = Said(words: .assignments(Self.merged(under, over)), mark: new.mark)
    }
  }

  private func saysWords(_ name: String) -> Bool {
    switch said[name]?.words {
    case nil, .unset: false
    case .words, .assignments: true
    }
  }

  private static func merged(
    _ under: [(name: String, words: String)], _ over: [(name: String, words: String)]
  ) -> [(name: String, words: String)] {
    var merged = under
    let places = Dictionary(under.indices.map { (under[$0].name, $0) }) { first, _ in first }
    for assignment in over {
      if let place = places[assignment.name] {
        merged[place] = assignment
      } else {
        merged.append(assignment)
      }
    }
    return merged
  }

  /// The settings that all of it makes.
  var settings: FigureSettings {
    var settings = FigureSettings()
    for (name, said) in said {
      switch said.words {
      case .words(let words): settings[name] = words
      case .assignments(let assignments): settings[name] = assignments.map(\.words)
      case .unset: break
      }
    }
    return settings
  }

  /// Where each of the settings is said.
  func places(in source: SourceText) -> [String: (line: Int, column: Int)] {
    said.mapValues { said in
      let place = source.place(said.mark)
      return (place.line, place.column)
    }
  }
}
