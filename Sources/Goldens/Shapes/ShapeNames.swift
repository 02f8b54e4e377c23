internal import Wording

/// What the shapes of a document are called in sentences.
struct ShapeNames {
  private let shapes: [SVGShape]
  private let words: [String?]
  private var kinds: [ShapeKind] = []
  private var numbers: [Int?]
  /// Shapes that have their names for themselves.
  private var isUnique: [Bool] = []

  /// - Parameter titles: What the shapes are called, where it may be known from another document.
  init(_ shapes: [SVGShape], _ titles: [ShapeTitle]) {
    self.shapes = shapes
    words = zip(shapes, titles).map { shape, title in
      let words = title.words ?? shape.text
      return words?.isEmpty == false ? words : nil
    }
    let read = titles.map(ShapeKind.read)
    let hasPanels = Set(read.compactMap { $0?.kind.panel }).count > 1
    numbers = zip(titles, read).map { $0.number ?? $1?.number }
    for (index, shape) in shapes.enumerated() {
      var kind = read[index]?.kind ?? ShapeKind(words: Self.kind(of: shape))
      if !hasPanels { kind.panel = nil }
      kinds.append(kind)
    }
    number()
  }

  private static func kind(of shape: SVGShape) -> String {
    if shape.coversPage, shape.style.stroke == nil { return "page background" }
    return ["text", "image"].contains(shape.name) ? shape.name : ShapeKind.unnamed
  }

  /// Numbers the shapes of each kind as they are drawn, unless there is only one or the document says
  /// the numbers; those that nothing names among all.
  private mutating func number() {
    var groups: [ShapeKind: [Int]] = [:]
    for (index, kind) in kinds.enumerated() { groups[kind, default: []].append(index) }
    isUnique = Array(repeating: true, count: shapes.count)
    for (kind, group) in groups {
      let isNamed = kind.words != ShapeKind.unnamed
      guard group.allSatisfy({ numbers[$0] == nil }) else {
        let counts = Dictionary(group.map { (numbers[$0], 1) }, uniquingKeysWith: +)
        for index in group { isUnique[index] = isNamed && counts[numbers[index]] == 1 }
        continue
      }
      for (offset, index) in group.enumerated() where !isNamed || group.count > 1 || kind.isData {
        numbers[index] = (isNamed ? offset : index) + 1
        isUnique[index] = isNamed
      }
    }
  }

  func kind(_ shape: Int) -> ShapeKind { kinds[shape] }

  func number(_ shape: Int) -> Int? { numbers[shape] }

  /// Whether a shape has a name as people write it: that of sentences, one or more; the last words of
  /// its kind, or the first one; its panel; or a class or an id around it.
  func isCalled(_ name: String, _ shape: Int) -> Bool {
    let title = shapes[shape].title
    if title.ids.contains(name) || title.classes.contains(Substring(name)) { return true }
    if self.name(shape) == name { return true }
    let kind = kinds[shape], wanted = Self.plain(name)
    if let panel = kind.panel, wanted == "panel \(panel)" { return true }
    if let number = numbers[shape], wanted == "\(kind.words) \(number)" { return true }
    return [kind.words, kind.plural].contains { words in
      words == wanted || words.hasSuffix(" \(wanted)")
        || !wanted.contains(" ") && words.hasPrefix("\(wanted) ")
    }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().replacing("-", with: " ").replacing("_", with: " ")
  }

  /// All that shapes can be called by.
  var all: [String] {
    var names: Set<String> = []
    for (kind, shape) in zip(kinds, shapes) {
      names.insert(kind.words)
      names.formUnion(kind.words.split(separator: " ").first.map { [String($0)] } ?? [])
      if let panel = kind.panel { names.insert("panel \(panel)") }
      names.formUnion(shape.title.ids + shape.title.classes.map(String.init))
    }
    return names.sorted()
  }

  /// What to put before a sentence about a shape: "panel 2: " if the figure has more than one.
  func panel(_ shape: Int) -> String { kinds[shape].panel.map { "panel \($0): " } ?? "" }

  /// What is said to be written in outlines, or is text.
  func words(_ shape: Int) -> String? { words[shape] }

  /// Such as "x tick 3", "x tick label '4'" or "shape 7 at 20, 50.5 pt".
  func name(_ shape: Int) -> String {
    let kind = kinds[shape].words
    if let words = words[shape] { return "\(kind) '\(words)'" }
    let name = numbers[shape].map { "\(kind) \($0)" } ?? kind
    if isUnique[shape] || shapes[shape].coversPage { return name }
    let place = shapes[shape].bounds.low
    return "\(name) at \(decimal(place.x, places: 1)), \(decimal(place.y, places: 1)) pt"
  }

  /// Two shapes: "curves 1 and 2", or "curve 1 and legend line 1".
  func both(_ a: Int, _ b: Int) -> String {
    let names = (name(a), name(b)), kind = kinds[a]
    let start = kind.words + " "
    guard kind == kinds[b], kind.words != ShapeKind.unnamed, names.0.hasPrefix(start),
      names.1.hasPrefix(start), !names.0.contains(" at "), !names.1.contains(" at ")
    else {
      return "\(names.0) and \(names.1)"
    }
    return "\(kind.plural) \(names.0.dropFirst(start.count)) and \(names.1.dropFirst(start.count))"
  }

  /// The panels of which all shapes are among those given.
  func wholePanels(_ shapes: [Int]) -> Set<Int> {
    func counts(_ kinds: some Sequence<ShapeKind>) -> [Int: Int] {
      kinds.reduce(into: [:]) { counts, kind in
        if let panel = kind.panel { counts[panel, default: 0] += 1 }
      }
    }
    let all = counts(kinds), some = counts(shapes.map { kinds[$0] })
    return Set(all.filter { some[$0.key] == $0.value }.keys)
  }

  /// Shapes of a kind and panel together, in the order of the first of each.
  func grouped(_ shapes: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [ShapeKind: Int] = [:]
    for shape in shapes {
      if let place = places[kinds[shape]] {
        groups[place].append(shape)
      } else {
        places[kinds[shape]] = groups.count
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
      if group.count > 2 { return "\(group.count) \(kinds[group[0]].plural)" }
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
