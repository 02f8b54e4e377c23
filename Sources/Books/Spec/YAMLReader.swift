internal import Wording

/// Reads values out of YAML one by one, within limits that no input can move.
final class YAMLReader {
  let source: SourceText
  /// What is wrong with the values so far, short of what ends the reading.
  private(set) var problems: [Problem] = []
  private let events: YAMLEvents
  private var anchors: [String: YAMLNode] = [:]
  private var depth = 0
  /// The sizes of the value that is being read, of what is kept for aliases, and of what aliases
  /// have stood for.
  private var valueSize = 0, keptSize = 0, aliasedSize = 0

  static let maximumDepth = 32
  static let maximumValueSize = 1 << 20
  private static let maximumKeptSize = 1 << 22
  private static let maximumAliasedSize = SourceText.maximumSize
  /// What a value takes beside its text.
  private static let overhead = 8

  init(_ source: SourceText) throws(Problem) {
    self.source = source
    events = try YAMLEvents(source)
  }

  /// The problems since the last call.
  func takeProblems() -> [Problem] {
    defer { problems.removeAll() }
    return problems
  }

  /// The first event of the value that the text is; `nil` if there is none.
  func root() throws(Problem) -> YAMLEvent? {
    guard case .documentStart = try events.next().kind else { return nil }
    return try events.next()
  }

  /// Reads to the end, before which there must be nothing.
  func end() throws(Problem) {
    let event = try events.next()
    if case .documentStart = event.kind {
      throw source.problem(
        at: event.mark, "A second document starts here; one file has one, so take out the “---”.")
    }
  }

  /// The next event inside a list or mapping.
  func next() throws(Problem) -> YAMLEvent { try events.next() }

  /// The value that starts with an event.
  func node(_ event: YAMLEvent) throws(Problem) -> YAMLNode {
    valueSize = 0
    return try value(event)
  }

  /// Reads over the value that starts with an event, apart from its anchors.
  func skip(_ event: YAMLEvent) throws(Problem) {
    // What is read again has its problems then.
    let count = problems.count
    defer { problems.removeLast(problems.count - count) }
    let start = depth
    var event = event
    while true {
      if event.anchor != nil {
        _ = try node(event)
      } else {
        switch event.kind {
        case .listStart, .mappingStart: try descend(event.mark)
        case .listEnd, .mappingEnd: depth -= 1
        default: break
        }
      }
      guard depth > start else { return }
      event = try next()
    }
  }

  /// A key, or `nil` for one that is no text, which is read over with its value.
  func key(_ event: YAMLEvent) throws(Problem) -> String? {
    if case .scalar(let text, _) = event.kind {
      checkTag(of: event)
      checkNUL(in: text, at: event.mark)
      return text
    }
    report(at: event.mark, "A key is a word here, not a list, a mapping or an alias.")
    try skip(event)
    try skip(next())
    return nil
  }

  /// Says that a key has stood before.
  func reportDuplicate(_ key: String, at mark: YAMLMark, firstAt first: YAMLMark) {
    report(
      at: mark,
      "\(quoted(key)) is said a second time, after line \(source.place(first).line); leave one of"
        + " them out.")
  }

  private func report(at mark: YAMLMark, _ message: String) {
    guard problems.count < SpecFile.maximumProblems else { return }
    problems.append(source.problem(at: mark, message))
  }

  private func value(_ event: YAMLEvent) throws(Problem) -> YAMLNode {
    if case .alias(let name) = event.kind { return try aliased(name, at: event.mark) }
    checkTag(of: event)
    let before = valueSize
    let value: YAMLNode.Value
    switch event.kind {
    case .listStart: value = .list(try elements(from: event.mark))
    case .mappingStart: value = .mapping(try entries(from: event.mark))
    case .scalar(let text, let isPlain):
      checkNUL(in: text, at: event.mark)
      try grow(by: text.utf8.count, at: event.mark)
      value = .scalar(text, isPlain: isPlain)
    default: value = .scalar("", isPlain: true)
    }
    try grow(by: Self.overhead, at: event.mark)
    let node = YAMLNode(value: value, mark: event.mark, size: valueSize - before)
    if let anchor = event.anchor { try keep(node, as: anchor) }
    return node
  }

  private func elements(from mark: YAMLMark) throws(Problem) -> [YAMLNode] {
    try descend(mark)
    var elements: [YAMLNode] = []
    while true {
      let event = try next()
      if case .listEnd = event.kind { break }
      elements.append(try value(event))
    }
    depth -= 1
    return elements
  }

  private func entries(from mark: YAMLMark) throws(Problem) -> [YAMLNode.Entry] {
    try descend(mark)
    var entries: [YAMLNode.Entry] = [], merged: [YAMLNode] = []
    var marks: [String: YAMLMark] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { break }
      guard let key = try key(event) else { continue }
      try grow(by: key.utf8.count + Self.overhead, at: event.mark)
      let node = try value(next())
      if case .scalar("<<", isPlain: true) = event.kind {
        merged.append(node)
      } else if let first = marks.updateValue(event.mark, forKey: key) {
        reportDuplicate(key, at: event.mark, firstAt: first)
      } else {
        entries.append(YAMLNode.Entry(key: key, keyMark: event.mark, value: node))
      }
    }
    depth -= 1
    for node in merged {
      for entry in entriesToMerge(node) where marks.updateValue(node.mark, forKey: entry.key) == nil
      {
        entries.append(entry)
      }
    }
    return entries
  }

  /// What `<<` merges: a mapping, or several, of which the first that has a key counts.
  private func entriesToMerge(_ node: YAMLNode) -> [YAMLNode.Entry] {
    switch node.value {
    case .mapping(let entries): return entries
    case .list(let nodes) where nodes.allSatisfy(\.isMapping):
      return nodes.flatMap { entriesToMerge($0) }
    default:
      report(
        at: node.mark, "“<<” merges mappings, as in “<<: *common”, and this is \(node.kind).")
      return []
    }
  }

  private func aliased(_ name: String, at mark: YAMLMark) throws(Problem) -> YAMLNode {
    guard let node = anchors[name] else {
      report(
        at: mark,
        "There is no anchor \(quoted("&" + name)) before this; write it, or put a text that starts"
          + " with * in quotes.")
      return YAMLNode(value: .scalar("", isPlain: true), mark: mark, size: 0)
    }
    try grow(by: node.size, at: mark)
    aliasedSize += node.size
    guard aliasedSize <= Self.maximumAliasedSize else {
      throw source.problem(
        at: mark,
        "Up to here aliases stand for more than \(Self.maximumAliasedSize) bytes; use styles for what"
          + " figures share.")
    }
    return node
  }

  private func keep(_ node: YAMLNode, as anchor: String) throws(Problem) {
    keptSize += node.size + Self.overhead
    guard keptSize <= Self.maximumKeptSize else {
      throw source.problem(
        at: node.mark,
        "Up to here anchors hold more than \(Self.maximumKeptSize) bytes; use styles for what figures"
          + " share.")
    }
    anchors[anchor] = node
  }

  private func grow(by size: Int, at mark: YAMLMark) throws(Problem) {
    valueSize += size
    guard valueSize <= Self.maximumValueSize else {
      throw source.problem(
        at: mark,
        "With its aliases written out, what ends here takes more than \(Self.maximumValueSize) bytes;"
          + " say less in one place.")
    }
  }

  private func descend(_ mark: YAMLMark) throws(Problem) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw source.problem(
        at: mark, "This is nested more than \(Self.maximumDepth) deep; no setting needs that.")
    }
  }

  private func checkTag(of event: YAMLEvent) {
    guard let tag = event.tag else { return }
    report(
      at: event.mark,
      "The tag \(quoted(tag)) means nothing here; leave it out, or put a text that starts with ! in"
        + " quotes.")
  }

  /// Quotes can spell a character that no text file holds and at which others end a text.
  private func checkNUL(in text: String, at mark: YAMLMark) {
    guard text.utf8.contains(0) else { return }
    report(at: mark, "The text has the character U+0000 in it; take it out.")
  }
}

extension YAMLNode {
  fileprivate var isMapping: Bool {
    guard case .mapping = value else { return false }
    return true
  }
}
