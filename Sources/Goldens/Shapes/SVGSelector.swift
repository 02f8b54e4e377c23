/// A selector of a style sheet: which elements a rule is for (Selectors Level 4, as far as drawings
/// use it).
///
/// Types, classes, ids, attributes, descendants, children, `:root`, `:is`, `:where` and `:not` are
/// understood; states that a still picture is never in, such as `:hover`, choose nothing.
struct SVGSelector {
  /// What is asked of the element itself.
  private(set) var subject = Compound()
  /// What is asked of the elements that it is in, from the inside out.
  private(set) var outer: [(compound: Compound, isParent: Bool)] = []

  /// How many ids, how many classes and the like, and how many types it names.
  private(set) var specificity = SIMD3<Int>(repeating: 0)

  /// What is asked of one element.
  struct Compound {
    var type: String?
    var id: String?
    var classes: [String] = []
    var others: [Condition] = []
  }

  /// What else can be asked of an element.
  enum Condition {
    case attribute(name: String, comparison: UInt8?, value: String)
    case isRoot
    case isAny(of: [SVGSelector])
    case isNone(of: [SVGSelector])
    /// Of pictures that answer to a reader.
    case never
  }

  /// Whether it chooses by a state that a still picture is never in.
  var isOfStates: Bool {
    ([subject] + outer.map(\.compound)).contains { compound in
      compound.others.contains {
        switch $0 {
        case .never: true
        case .isAny(let list): list.contains(where: \.isOfStates)
        case .isNone(let list): list.contains(where: \.isOfStates)
        default: false
        }
      }
    }
  }

  /// Whether programs that know older style sheets only leave its rule out.
  var isRecent: Bool {
    ([subject] + outer.map(\.compound)).contains { compound in
      compound.others.contains {
        if case .isAny = $0 { true } else { false }
      }
    }
  }

  /// Reads one selector; `nil` if it is not understood.
  init?(_ text: String) {
    var reader = SelectorReader(text)
    guard let parts = reader.read(depth: 0) else { return nil }
    self.init(parts)
  }

  fileprivate init(_ parts: [(compound: Compound, isParent: Bool)]) {
    var parts = parts
    subject = parts.removeLast().compound
    // The mark of being a parent moves to the outer one of both.
    outer = parts.reversed()
    for compound in [subject] + outer.map(\.compound) { specificity &+= compound.specificity }
  }

  /// Whether it chooses an element.
  ///
  /// - Parameter cost: Counts the elements that were asked.
  func matches(_ index: Int, in tree: XMLTree, _ cost: SVGStyleSheet.Cost) -> Bool {
    guard subject.matches(index, in: tree, cost) else { return false }
    return matches(outer[...], outside: index, in: tree, cost)
  }

  private func matches(
    _ rest: ArraySlice<(compound: Compound, isParent: Bool)>, outside index: Int,
    in tree: XMLTree, _ cost: SVGStyleSheet.Cost
  ) -> Bool {
    guard let next = rest.first else { return true }
    var ancestor = tree.nodes[index].parent
    while let place = ancestor, cost.isAffordable {
      if next.compound.matches(place, in: tree, cost),
        matches(rest.dropFirst(), outside: place, in: tree, cost)
      {
        return true
      }
      if next.isParent { return false }
      ancestor = tree.nodes[place].parent
    }
    return false
  }
}

extension SVGSelector.Compound {
  fileprivate var specificity: SIMD3<Int> {
    var sum = SIMD3(id == nil ? 0 : 1, classes.count, type == nil ? 0 : 1)
    for condition in others {
      switch condition {
      case .attribute, .isRoot, .never: sum.y += 1
      case .isAny(let list), .isNone(let list):
        // That of the most specific; `:where` leaves none.
        sum &+= list.map(\.specificity).max { !$0.isGreater(than: $1) } ?? .zero
      }
    }
    return sum
  }

  fileprivate func matches(
    _ index: Int, in tree: XMLTree, _ cost: SVGStyleSheet.Cost
  ) -> Bool {
    cost.asked += 1
    let node = tree.nodes[index]
    if let type, type[...] != node.localName { return false }
    if let id, id != node.attributes["id"] { return false }
    if !classes.isEmpty {
      let own = node.classes
      if !classes.allSatisfy({ own.contains($0[...]) }) { return false }
    }
    return others.allSatisfy { condition in
      switch condition {
      case .attribute(let name, let comparison, let value):
        guard let own = node.attributes[name] else { return false }
        return Self.compare(own, comparison, value)
      case .isRoot: return index == 0
      case .isAny(let list): return list.contains { $0.matches(index, in: tree, cost) }
      case .isNone(let list): return !list.contains { $0.matches(index, in: tree, cost) }
      case .never: return false
      }
    }
  }

  private static func compare(_ own: String, _ comparison: UInt8?, _ value: String) -> Bool {
    switch comparison.map(Unicode.Scalar.init) {
    case nil: true
    case "=": own == value
    case "~": own.split { $0.isWhitespace }.contains(value[...])
    case "|": own == value || own.hasPrefix(value + "-")
    case "^": !value.isEmpty && own.hasPrefix(value)
    case "$": !value.isEmpty && own.hasSuffix(value)
    case "*": !value.isEmpty && own.contains(value)
    default: false
    }
  }
}

extension SIMD3<Int> {
  /// Whether it comes after another, the first parts counting most.
  func isGreater(than other: SIMD3<Int>) -> Bool {
    (x, y, z) > (other.x, other.y, other.z)
  }
}

extension XMLTree.Node {
  /// The name without a namespace.
  var localName: Substring { name.split(separator: " ").last ?? "" }

  /// The words of `class`.
  var classes: [Substring] { (attributes["class"] ?? "").split { $0.isWhitespace } }
}

/// Reads the text of a selector from the left.
private struct SelectorReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(trimmedCSS(text).utf8)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() -> Bool {
    let start = position
    while let byte = next, byte <= 0x20 { position += 1 }
    return position > start
  }

  private mutating func name() -> String? {
    let start = position
    while let byte = next,
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x80
        || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    {
      position += 1
    }
    return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func read(depth: Int) -> [(compound: SVGSelector.Compound, isParent: Bool)]? {
    var parts: [(compound: SVGSelector.Compound, isParent: Bool)] = []
    guard depth < 8 else { return nil }
    while true {
      guard let compound = compound(depth: depth) else { return nil }
      parts.append((compound, false))
      let hasSpace = skipSpace()
      if next == nil { return parts.count <= 30 ? parts : nil }
      if skip(">") {
        parts[parts.count - 1].isParent = true
        _ = skipSpace()
      } else if !hasSpace {
        return nil
      }
    }
  }

  /// `nil` if nothing is there, or something that is not understood.
  private mutating func compound(depth: Int) -> SVGSelector.Compound? {
    let start = position
    var compound = SVGSelector.Compound()
    if !skip("*") { compound.type = name() }
    while let byte = next {
      switch Unicode.Scalar(byte) {
      case ".":
        position += 1
        guard let name = name() else { return nil }
        compound.classes.append(name)
      case "#":
        position += 1
        guard let name = name(), compound.id == nil || compound.id == name else { return nil }
        compound.id = name
      case "[":
        position += 1
        guard let condition = attribute() else { return nil }
        compound.others.append(condition)
      case ":":
        position += 1
        guard let condition = pseudoClass(depth: depth) else { return nil }
        compound.others += condition
      default: return position == start ? nil : compound
      }
    }
    return position == start ? nil : compound
  }

  private mutating func attribute() -> SVGSelector.Condition? {
    _ = skipSpace()
    // Names of other namespaces are not told apart.
    guard let name = name() else { return nil }
    _ = skipSpace()
    if skip("]") { return .attribute(name: name, comparison: nil, value: "") }
    guard let comparison = next, "=~|^$*".utf8.contains(comparison) else { return nil }
    position += 1
    if comparison != UInt8(ascii: "="), !skip("=") { return nil }
    _ = skipSpace()
    var value: String?
    if let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { return nil }
      value = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
      position = end + 1
    } else {
      value = self.name()
    }
    _ = skipSpace()
    guard let value, skip("]") else { return nil }
    return .attribute(name: name, comparison: comparison, value: value)
  }

  private mutating func pseudoClass(depth: Int) -> [SVGSelector.Condition]? {
    guard let name = name()?.lowercased() else { return nil }
    switch name {
    case "root": return [.isRoot]
    case "hover", "active", "focus", "focus-within", "focus-visible", "visited", "target":
      return [.never]
    case "is", "where", "not":
      guard skip("("), let end = CSSText.find(bytes[position...], where: { $0 == 0x29 }) else {
        return nil
      }
      let list = CSSText.parts(of: bytes[position..<end], by: ",")
      position = end + 1
      var selectors: [SVGSelector] = []
      for part in list {
        var reader = SelectorReader(String(decoding: part, as: UTF8.self))
        guard let parts = reader.read(depth: depth + 1) else { return nil }
        selectors.append(SVGSelector(parts))
      }
      if name == "where" { selectors = selectors.map(\.unspecific) }
      return [name == "not" ? .isNone(of: selectors) : .isAny(of: selectors)]
    default: return nil
    }
  }
}

extension SVGSelector {
  /// The same, of no weight among others.
  fileprivate var unspecific: SVGSelector {
    var selector = self
    selector.specificity = .zero
    return selector
  }
}
