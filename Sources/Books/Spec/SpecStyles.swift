internal import Wording

/// The styles of a spec file, each with what it inherits.
struct SpecStyles: Sendable {
  private struct Resolved: Sendable {
    var layer = SettingLayer()
    /// How many styles stand in line above it.
    var height = 0
    var isBroken = false
  }
  private var entries: [String: (entry: SpecEntry, mark: YAMLMark)] = [:]
  private var resolved: [String: Resolved] = [:]
  private var names: [String] = []
  private let source: SourceText

  /// The longest line of styles that inherit from each other.
  static let maximumHeight = 32

  init(in source: SourceText) {
    self.source = source
  }

  /// Adds the styles of a mapping, in which those before and after each other can be named.
  ///
  /// - Returns: What is wrong with them.
  mutating func add(_ styles: [YAMLNode.Entry]) -> [Problem] {
    var problems: [Problem] = []
    for style in styles where problems.count < SpecFile.maximumProblems {
      let entry = SpecEntry(style.value, as: .style, in: source)
      problems += entry.problems
      entries[style.key] = (entry, style.keyMark)
    }
    names = entries.keys.sorted()
    for style in styles where problems.count < SpecFile.maximumProblems {
      resolve(style.key, above: [], &problems)
    }
    return problems
  }

  private mutating func resolve(
    _ name: String, above children: [String], _ problems: inout [Problem]
  ) {
    guard resolved[name] == nil, let (entry, mark) = entries[name] else { return }
    var style = Resolved(isBroken: !entry.problems.isEmpty)
    let line = children + [name]
    for parent in entry.styles {
      if let start = line.firstIndex(of: parent.name) {
        let cycle = (line[start...] + [parent.name]).map { quoted($0) }.joined(separator: " → ")
        problems.append(
          source.problem(
            at: parent.mark, "Styles inherit from themselves (\(cycle)); leave one of them out."))
        style.isBroken = true
      } else if line.count >= Self.maximumHeight {
        problems.append(source.problem(at: mark, Self.tooHigh))
        style.isBroken = true
      } else {
        resolve(parent.name, above: line, &problems)
        style.height = max(style.height, 1 + (resolved[parent.name]?.height ?? 0))
      }
    }
    if style.height >= Self.maximumHeight, !style.isBroken {
      problems.append(source.problem(at: mark, Self.tooHigh))
      style.isBroken = true
    }
    style.isBroken = lay(entry.styles, over: &style.layer, &problems) || style.isBroken
    style.layer.add(entry.layer)
    resolved[name] = style
  }

  private static let tooHigh =
    "More than \(maximumHeight) styles inherit from each other in line; name what they share once."

  /// Lays styles over a layer, the later over the earlier.
  ///
  /// - Returns: Whether one of them is wrong or unknown. The unknown ones are told in `problems`.
  func lay(
    _ styles: [(name: String, mark: YAMLMark)], over layer: inout SettingLayer,
    _ problems: inout [Problem]
  ) -> Bool {
    var isBroken = false
    for (name, mark) in styles {
      if let style = resolved[name] {
        layer.add(style.layer)
        isBroken = isBroken || style.isBroken
        continue
      }
      isBroken = true
      // What inherits from itself is known, and told elsewhere.
      guard entries[name] == nil else { continue }
      let remedy =
        nearest(to: name, among: Array(names.prefix(500))).map { "did you mean “\($0)”?" }
        ?? "name it under “styles”."
      problems.append(source.problem(at: mark, "There is no style \(quoted(name)); \(remedy)"))
    }
    return isBroken
  }
}
