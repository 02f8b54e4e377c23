internal import Wording

/// Functions of which some come with what their curves are called and how they are drawn:
/// `[{function: relu, label: ReLU, color: navy}, gelu]`.
struct FunctionList {
  private let nodes: [YAMLNode]

  /// The settings of curves one by one, by the keys that they have beside a function.
  private static let settings = [
    (key: "label", setting: "label"), (key: "color", setting: "color"),
    (key: "dash", setting: "dash"), (key: "width", setting: "curve-width"),
  ]

  /// All that can be said of a function.
  static let keys = ["function"] + settings.map(\.key)

  /// A list in which a function has more than its name; `nil` for any other value.
  init?(_ node: YAMLNode) {
    switch node.value {
    case .list(let list):
      guard list.contains(where: { if case .mapping = $0.value { true } else { false } }) else {
        return nil
      }
      nodes = list
    case .mapping(let entries) where entries.contains { $0.key == "function" }: nodes = [node]
    case .mapping, .scalar: return nil
    }
  }

  /// The settings that the list says, with a word for each function.
  func words() throws(ValueError) -> [(setting: String, words: [String])] {
    var functions: [String] = []
    var said: [String: [Int: String]] = [:]
    for node in nodes {
      guard case .mapping(let entries) = node.value else {
        functions.append(try text(of: node, "function"))
        continue
      }
      let index = functions.count
      guard let function = entries.first(where: { $0.key == "function" }) else {
        throw ValueError(
          mark: node.mark,
          message: "This says no function; write {function: relu, label: ReLU, color: navy}.")
      }
      functions.append(try text(of: function.value, "function"))
      for entry in entries where entry.key != "function" {
        guard let known = Self.settings.first(where: { $0.key == entry.key }) else {
          throw ValueError(mark: entry.keyMark, message: Self.messageForUnknown(entry.key))
        }
        guard !entry.value.isNull else { continue }
        said[known.setting, default: [:]][index] = try text(of: entry.value, entry.key)
      }
    }
    guard said["label"].map({ $0.count == functions.count }) ?? true else {
      throw ValueError(
        mark: nodes[0].mark,
        message: "Some of these functions have a label and some have none; write one for each.")
    }
    return [("functions", functions)]
      + Self.settings.compactMap { _, setting in
        said[setting].map { words in
          (setting, functions.indices.map { words[$0] ?? "auto" })
        }
      }
  }

  private func text(of node: YAMLNode, _ key: String) throws(ValueError) -> String {
    if let text = node.text { return text }
    throw ValueError(
      mark: node.mark, message: "\(quoted(key)) is one value, and this is \(node.kind).")
  }

  private static func messageForUnknown(_ key: String) -> String {
    "\(quoted(key)) is nothing that a function can have here; "
      + (nearest(to: key, among: keys).map { "did you mean “\($0)”?" }
        ?? "write \(alternatives(keys)).")
  }
}
