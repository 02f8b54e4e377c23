internal import Figures
internal import Wording

/// A value that says nothing of its setting; a sentence, and where it applies.
struct ValueError: Error {
  let mark: YAMLMark
  let message: String
}

extension SettingLayer {
  /// The most names that one layer assigns to; functions are no more than that anyway.
  private static let maximumAssignments = 500

  /// What a value says of a setting.
  static func words(of node: YAMLNode, for setting: Setting) throws(ValueError) -> Words {
    if case .flag = setting.form { return try flag(node, setting.name) }
    guard !node.isNull else { return .unset }
    switch setting.form {
    case .flag, .text, .number, .value, .choice:
      guard let text = node.text else {
        throw ValueError(
          mark: node.mark,
          message: "\(quoted(setting.name)) is one value, and this is \(node.kind).")
      }
      return .words([text])
    case .joined(let separator):
      return .words([try joined(node, by: separator, for: setting.name)])
    case .several(let separator): return try several(node, by: separator, for: setting.name)
    case .functions: return try several(node, by: "", for: setting.name)
    case .assignments:
      return try assignments(node, for: setting)
    }
  }

  private static func flag(_ node: YAMLNode, _ name: String) throws(ValueError) -> Words {
    guard let flag = node.flag else {
      throw ValueError(
        mark: node.mark,
        message: "\(quoted(name)) is true or false, written without quotes, and this is "
          + "\(node.text.map { "the text \(quoted($0))" } ?? node.kind).")
    }
    return flag ? .words([]) : .unset
  }

  /// A value, or a list of such.
  private static func several(
    _ node: YAMLNode, by separator: String, for name: String
  ) throws(ValueError) -> Words {
    guard case .list(let nodes) = node.value else {
      return .words([try joined(node, by: separator, for: name)])
    }
    var words: [String] = []
    for node in nodes { words.append(try joined(node, by: separator, for: name)) }
    // An empty list is a way to take away what is inherited.
    return words.isEmpty ? .unset : .words(words)
  }

  /// A value, or a list of values with the separator between them.
  private static func joined(
    _ node: YAMLNode, by separator: String, for name: String
  ) throws(ValueError) -> String {
    if let text = node.text { return text }
    guard case .list(let nodes) = node.value, !separator.isEmpty else {
      throw ValueError(
        mark: node.mark,
        message: "Here \(quoted(name)) has a single value, and this is \(node.kind).")
    }
    guard !nodes.isEmpty else {
      throw ValueError(
        mark: node.mark, message: "This list is empty; write the values of \(quoted(name)) in it.")
    }
    var words: [String] = []
    for node in nodes {
      // Rows, as of a matrix, are numbers in a list of their own, or in one text.
      if separator == ";", case .list = node.value {
        words.append(try joined(node, by: " ", for: name))
        continue
      }
      guard let text = node.text else {
        throw ValueError(
          mark: node.mark,
          message: "The values of \(quoted(name)) are single ones, and this is \(node.kind).")
      }
      words.append(text)
    }
    return words.joined(separator: separator)
  }

  /// Assignments by their names, or as `NAME=VALUES` one by one.
  private static func assignments(
    _ node: YAMLNode, for setting: Setting
  ) throws(ValueError) -> Words {
    var assignments: [(name: String, words: String)] = []
    var names: Set<String> = []
    func assign(_ words: String, at mark: YAMLMark) throws(ValueError) {
      let name = trimmed(words.prefix { $0 != "=" && $0 != "(" })
      guard names.insert(name).inserted else {
        throw ValueError(
          mark: mark,
          message:
            "\(quoted(name)) is given twice by \(quoted(setting.name)); leave one of them out.")
      }
      guard names.count <= maximumAssignments else {
        throw ValueError(
          mark: mark,
          message:
            "\(quoted(setting.name)) gives at most \(maximumAssignments) names; leave some out.")
      }
      assignments.append((name, words))
    }
    switch node.value {
    case .mapping(let entries):
      for entry in entries {
        guard !entry.value.isNull else {
          let isCut = entry.key.contains("(") && !entry.key.contains(")")
          throw ValueError(
            mark: entry.keyMark,
            message: "\(quoted(entry.key)) is given no value; "
              + (isCut ? "put a key with a comma in quotes." : "write one behind a colon."))
        }
        let value = try joined(entry.value, by: ",", for: entry.key)
        try assign("\(entry.key)=\(value)", at: entry.keyMark)
      }
    case .list(let nodes):
      for node in nodes { try assign(joined(node, by: "", for: setting.name), at: node.mark) }
    case .scalar:
      try assign(joined(node, by: "", for: setting.name), at: node.mark)
    }
    return assignments.isEmpty ? .unset : .assignments(assignments)
  }
}
