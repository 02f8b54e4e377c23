internal import Activations
internal import Figures
internal import Wording

/// Reads the figures of a spec file one after the other.
struct SpecFigures {
  private let source: SourceText
  private let header: SpecHeader
  private let reader: YAMLReader
  private var form = Form.unread
  private var marks: [String: YAMLMark] = [:]
  private var count = 0

  private enum Form {
    case unread, mapping, list, read
  }

  /// The most figures in one file.
  static let maximumCount = 100_000

  /// The figures of a file whose header has been read.
  init(_ source: SourceText, _ header: SpecHeader) throws(Problem) {
    self.source = source
    self.header = header
    reader = try YAMLReader(source)
  }

  /// The next figure, or what is wrong with it; `nil` after the last, and nothing at all of a figure
  /// that is wrong only in what it inherits.
  ///
  /// - Throws: What ends the reading.
  mutating func next() throws(Problem) -> [Reading]? {
    if form == .unread { try findFigures() }
    guard form != .read else {
      let problems = reader.takeProblems()
      return problems.isEmpty ? nil : problems.map { .problem($0) }
    }
    let event = try reader.next()
    switch event.kind {
    case .mappingEnd where form == .mapping, .listEnd where form == .list:
      form = .read
      return []
    default: break
    }
    count += 1
    guard count <= Self.maximumCount else {
      throw source.problem(
        at: event.mark, "The file has more than \(Self.maximumCount) figures; split it.")
    }
    return form == .list ? try listedFigure(event) : try namedFigure(event)
  }

  /// Goes to the first figure, past what the header was read from.
  private mutating func findFigures() throws(Problem) {
    form = .read
    guard let root = try reader.root(), case .mappingStart = root.kind else { return }
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { return }
      // Keys that are none are told with the header.
      guard case .scalar(let key, _) = event.kind else {
        try reader.skip(event)
        try reader.skip(reader.next())
        continue
      }
      let value = try reader.next()
      guard key == "figures" else {
        try reader.skip(value)
        continue
      }
      switch value.kind {
      case .mappingStart: form = .mapping
      case .listStart: form = .list
      default:
        let node = try reader.node(value)
        throw source.problem(
          at: value.mark,
          node.isNull
            ? "There are no figures yet; write the name of one below, as in gelu:."
            : "Figures are a mapping of names to settings, or a list of mappings, written out here."
        )
      }
      return
    }
  }

  private mutating func namedFigure(_ event: YAMLEvent) throws(Problem) -> [Reading] {
    guard let name = try reader.key(event) else {
      return reader.takeProblems().map { .problem($0) }
    }
    let node = try reader.node(reader.next())
    if let first = marks[name] {
      reader.reportDuplicate(name, at: event.mark, firstAt: first)
    } else {
      marks[name] = event.mark
    }
    var problems = reader.takeProblems()
    if name.isEmpty {
      problems.append(source.problem(at: event.mark, "This name is empty; write one."))
    } else if case .scalar("<<", isPlain: true) = event.kind {
      problems.append(
        source.problem(
          at: event.mark, "“<<” merges settings into a figure, not figures; name each of them."))
    }
    guard problems.isEmpty else { return problems.map { .problem($0) } }
    let entry = SpecEntry(node, as: .figure, in: source)
    return header.readings(of: entry, named: (name, event.mark), at: event.mark)
  }

  private mutating func listedFigure(_ event: YAMLEvent) throws(Problem) -> [Reading] {
    let node = try reader.node(event)
    let problems = reader.takeProblems()
    guard problems.isEmpty else { return problems.map { .problem($0) } }
    let entry = SpecEntry(node, as: .unnamedFigure, in: source)
    return header.readings(of: entry, named: entry.name, at: entry.name?.mark ?? event.mark)
  }
}

extension SpecHeader {
  /// The figure that an entry describes with what it inherits, or what is wrong with it; nothing if
  /// that is wrong only in what it inherits.
  func readings(
    of entry: SpecEntry, named name: (text: String, mark: YAMLMark)?, at mark: YAMLMark
  ) -> [Reading] {
    var own = SettingLayer(), problems = entry.problems
    let isBroken = styles.lay(entry.styles, over: &own, &problems) || isInheritedBroken
    own.add(entry.layer)
    var layer = inherited
    // Defaults are for figures of every kind and view, and each takes what it has.
    let kind = own.kind ?? layer.kind ?? .plot
    layer.restrict(to: kind)
    layer.add(own)
    for unused in kind.unused(layer.settings) where !own.says(unused.setting) {
      layer.remove(unused.setting)
    }
    if let name, layer.kind == nil, !entry.saysSubject {
      if (try? Activation(named: name.text)) != nil {
        layer.say("functions", .words([name.text]), at: name.mark)
      } else if problems.isEmpty, !isBroken {
        problems.append(source.problem(at: name.mark, Self.messageForNothing(named: name.text)))
      }
    }
    guard problems.isEmpty else { return problems.map { .problem($0) } }
    guard !isBroken else { return [] }
    return [
      .figure(
        FigureEntry(
          name: name?.text, place: source.place(mark), settings: layer.settings,
          settingPlaces: layer.places(in: source), caption: entry.caption))
    ]
  }

  private static func messageForNothing(named name: String) -> String {
    let nearest = UnknownActivationError(name: name).suggestion
    return "The figure \(quoted(name)) has nothing to plot; write functions:, as in functions: relu"
      + (nearest.map { ", or did you mean \($0)?" } ?? ".")
  }
}
