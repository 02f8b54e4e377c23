internal import Wording

/// What the shapes of a document are called in sentences.
struct ShapeNames {
  private let shapes: [SVGShape]
  private let roles: [ShapeRole]
  private let reader: SVGComparison.LetterReader?

  init(_ document: SVGDocument, _ reader: SVGComparison.LetterReader?) {
    shapes = document.shapes
    roles = ShapeRoles(document).roles
    self.reader = reader
  }

  func role(_ shape: Int) -> ShapeRole { roles[shape] }

  /// What to put before a sentence about a shape: "panel 2: " if the figure has more than one.
  func panel(_ shape: Int) -> String { roles[shape].panel.map { "panel \($0): " } ?? "" }

  /// The letters of a text, as far as they can be told.
  func letters(_ shape: Int) -> String? {
    if let text = shapes[shape].text { return text.isEmpty ? nil : text }
    return reader?(shapes[shape].contours)
  }

  func name(_ shape: Int) -> String {
    let role = roles[shape]
    let isText = role.kind.isOutlinedText || role.kind == .text
    return role.name(
      letters: isText ? letters(shape) : nil, place: shapes[shape].bounds.low)
  }

  /// Two shapes: "curves 1 and 2", or "curve 1 and legend line 1".
  func both(_ a: Int, _ b: Int) -> String {
    let names = (name(a), name(b)), kind = roles[a].kind
    let start = kind.rawValue + " "
    guard kind == roles[b].kind, kind != .shape, names.0.hasPrefix(start),
      names.1.hasPrefix(start), !names.0.contains(" at "), !names.1.contains(" at ")
    else {
      return "\(names.0) and \(names.1)"
    }
    return "\(kind.plural) \(names.0.dropFirst(start.count)) and \(names.1.dropFirst(start.count))"
  }

  /// The panels of which all shapes are among those given.
  func wholePanels(_ shapes: [Int]) -> Set<Int> {
    func counts(_ roles: some Sequence<ShapeRole>) -> [Int: Int] {
      roles.reduce(into: [:]) { counts, role in
        if let panel = role.panel { counts[panel, default: 0] += 1 }
      }
    }
    let all = counts(roles), some = counts(shapes.map { roles[$0] })
    return Set(all.filter { some[$0.key] == $0.value }.keys)
  }

  /// Shapes of a kind and panel together, in the order of the first of each.
  func grouped(_ shapes: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [ShapeRole: Int] = [:]
    for shape in shapes {
      var key = roles[shape]
      key.number = nil
      if let place = places[key] {
        groups[place].append(shape)
      } else {
        places[key] = groups.count
        groups.append([shape])
      }
    }
    return groups
  }

  /// Shapes by name, or by number if there are many: "9 x ticks, 9 x tick labels and curve 1".
  func list(_ shapes: [Int]) -> String {
    let groups = grouped(shapes)
    if groups.count > 6 { return "\(shapes.count) shapes" }
    let words = groups.map { group -> String in
      if group.count > 2 { return "\(group.count) \(roles[group[0]].kind.plural)" }
      return group.count == 2 ? both(group[0], group[1]) : name(group[0])
    }
    guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// How far and where to: "0.4 pt right and 2 pt down".
  static func way(_ move: SIMD2<Double>) -> String {
    var parts: [String] = []
    let least = 0.05 * move.length
    for (part, low, high) in [(move.x, "left", "right"), (move.y, "up", "down")]
    where abs(part) > least {
      parts.append("\(decimal(abs(part))) pt \(part < 0 ? low : high)")
    }
    return parts.joined(separator: " and ")
  }

  /// Both texts quoted, without the most of what long ones have in common at the start.
  static func shortened(_ a: String, _ b: String) -> (String, String) {
    let common = zip(a, b).prefix { $0 == $1 }.count
    func quoted(_ text: String) -> String {
      if text.isEmpty { return "“”" }
      let skipped = text.count > 80 ? max(0, common - 20) : 0
      let rest = text.dropFirst(skipped)
      return (skipped > 0 ? "“…" : "“") + rest.shortened(to: 80) + "”"
    }
    return (quoted(a), quoted(b))
  }
}
