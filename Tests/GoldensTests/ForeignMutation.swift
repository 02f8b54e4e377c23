import TestSupport

@testable import Goldens

/// A document of another program changed at random in one place. Whether that changes the picture is
/// for others to say.
enum ForeignMutation: CaseIterable {
  case number, coordinate, color, property, withoutElement, twice, swapped, last, withoutAttribute
  case moved, wrapped, faint, rule, words, reference, harmless, otherwise

  /// Changes a document; says what was changed, or `nil` if there is nothing to change so.
  func mutate(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    switch self {
    case .number: Self.changeNumber(root, &random)
    case .coordinate: Self.changeCoordinate(root, &random)
    case .color: Self.changeColor(root, &random)
    case .property: Self.setProperty(root, &random)
    case .withoutElement, .twice, .swapped, .last: changeChildren(root, &random)
    case .withoutAttribute: Self.removeAttribute(root, &random)
    case .moved: Self.move(root, &random)
    case .wrapped, .faint: wrap(root, &random)
    case .rule: Self.changeRule(root, &random)
    case .words: Self.changeWords(root, &random)
    case .reference: Self.changeReference(root, &random)
    case .harmless: Self.addHarmless(root, &random)
    case .otherwise: Self.writeOtherwise(root, &random)
    }
  }

  private static let colors = [
    "#d62728", "#2ca02c", "#9467bd", "black", "#eeeeee", "rgb(0,90,200)",
  ]
  private static let shifts = [-9.0, -4, -1.5, 1.5, 4, 9]
  private static let lengths: Set<String> = [
    "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "refX",
    "markerWidth", "markerHeight", "stroke-width", "font-size",
  ]

  /// A number of an attribute becomes another.
  private static func changeNumber(
    _ root: MutableElement, _ random: inout SplitMix64
  ) -> String? {
    let places = root.all.dropFirst().flatMap { element in
      element.attributes.filter { lengths.contains($0.name) && Double($0.value) != nil }
        .map { (element, $0.name) }
    }
    guard let (element, name) = places.randomElement(using: &random),
      let shift = shifts.randomElement(using: &random),
      let old = element[name].flatMap({ Double($0) })
    else { return nil }
    let isLength = !["x", "y", "cx", "cy", "x1", "y1", "x2", "y2", "refX"].contains(name)
    element[name] = "\(isLength ? abs(old + shift) : old + shift)"
    return "\(element.name) \(name) \(old) to \(element[name] ?? "")"
  }

  /// A number of path data, points or a transform becomes another.
  private static func changeCoordinate(
    _ root: MutableElement, _ random: inout SplitMix64
  ) -> String? {
    let places = root.all.flatMap { element in
      ["d", "points", "transform"].filter { element[$0] != nil }.map { (element, $0) }
    }
    guard let (element, name) = places.randomElement(using: &random), let text = element[name],
      let shift = shifts.randomElement(using: &random)
    else { return nil }
    // The flags of arcs are no numbers.
    if name == "d", text.contains(where: { "aA".contains($0) }) { return nil }
    let numbers = text.ranges(of: #/-?\d+(\.\d+)?/#)
    guard let place = numbers.randomElement(using: &random), let old = Double(text[place]) else {
      return nil
    }
    let isMatrix = name == "transform" && !text.contains("translate")
    let new = isMatrix ? old + shift / 30 : old + shift
    element[name] = text.replacingCharacters(in: place, with: " \(new) ")
    return "\(element.name) \(name): \(old) to \(new)"
  }

  private static func changeColor(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    let names = ["fill", "stroke", "stop-color", "color"]
    let elements = root.all.filter { element in
      names.contains { name in element[name] != nil || element.style.contains { $0.name == name } }
    }
    guard let element = elements.randomElement(using: &random),
      let color = colors.randomElement(using: &random)
    else { return nil }
    let present = names.filter { name in
      element[name] != nil || element.style.contains { $0.name == name }
    }
    guard let name = present.randomElement(using: &random) else { return nil }
    set(name, color, of: element)
    return "\(element.name) \(name) to \(color)"
  }

  private static let properties: [(name: String, values: [String])] = [
    ("stroke-width", ["0.3", "2.7", "5"]), ("opacity", ["0.5", "1"]), ("fill-opacity", ["0.4"]),
    ("stroke-opacity", ["0.4"]), ("stroke-dasharray", ["4,2", "none", "1"]),
    ("stroke-dashoffset", ["1.5"]), ("stroke-linecap", ["round", "square", "butt"]),
    ("stroke-linejoin", ["bevel", "round", "miter"]), ("stroke-miterlimit", ["1", "4"]),
    ("fill-rule", ["evenodd", "nonzero"]), ("clip-rule", ["evenodd"]),
    ("display", ["none", "inline"]),
    ("visibility", ["hidden", "visible"]), ("font-size", ["7px", "15px"]),
    ("font-weight", ["bold", "normal"]), ("font-style", ["italic"]),
    ("text-anchor", ["start", "middle", "end"]), ("clip-path", ["none"]), ("mask", ["none"]),
    ("marker-end", ["none"]), ("stop-opacity", ["0.3"]), ("color", ["#d62728"]),
    ("fill", ["none", "#2ca02c"]), ("stroke", ["none", "#2ca02c"]),
    ("mix-blend-mode", ["multiply", "normal"]), ("letter-spacing", ["2px"]),
    ("paint-order", ["stroke"]), ("overflow", ["visible"]),
  ]

  private static func setProperty(
    _ root: MutableElement, _ random: inout SplitMix64
  ) -> String? {
    let named = root.all.dropFirst().filter { !["", "style", "title", "desc"].contains($0.name) }
    guard let element = named.randomElement(using: &random),
      let (name, values) = properties.randomElement(using: &random),
      let value = values.randomElement(using: &random)
    else { return nil }
    set(name, value, of: element)
    return "\(element.name) \(name): \(value)"
  }

  /// Sets a property where it stands, or in one of the two places.
  private static func set(_ name: String, _ value: String, of element: MutableElement) {
    if let index = element.style.firstIndex(where: { $0.name == name }) {
      element.style[index].value = value
    } else if element[name] != nil || element["style"] == nil {
      element[name] = value
    } else {
      element.style.append((name, value))
    }
  }

  private func changeChildren(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    let parents = root.all.filter { parent in
      parent.children.count { !$0.name.isEmpty } > (self == .withoutElement ? 0 : 1)
    }
    guard let parent = parents.randomElement(using: &random) else { return nil }
    let places = parent.children.indices.filter { !parent.children[$0].name.isEmpty }
    guard let place = places.randomElement(using: &random) else { return nil }
    let child = parent.children[place]
    switch self {
    case .withoutElement: parent.children.remove(at: place)
    case .twice: parent.children.insert(child.copy(), at: place)
    case .swapped:
      guard let next = places.first(where: { $0 > place }) else { return nil }
      parent.children.swapAt(place, next)
    default: parent.children.append(parent.children.remove(at: place))
    }
    return "\(self): \(child.name) \(place) of \(parent.name) \(parent["id"] ?? "")"
  }

  /// What librsvg leaves out browsers show.
  private static let unread: Set<String> = ["textLength", "lengthAdjust", "viewBox"]

  private static func removeAttribute(
    _ root: MutableElement, _ random: inout SplitMix64
  ) -> String? {
    let places = root.all.dropFirst().flatMap { element in
      element.attributes.filter { !unread.contains($0.name) }.map { (element, $0.name) }
    }
    guard let (element, name) = places.randomElement(using: &random) else { return nil }
    if name == "style", Bool.random(using: &random), element.style.count > 1 {
      let gone = element.style.remove(at: Int(random.next() % UInt64(element.style.count)))
      return "\(element.name) without \(gone.name)"
    }
    element[name] = nil
    return "\(element.name) without \(name)"
  }

  private static func move(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    let steps = [
      "translate(3, 0)", "translate(0,-2.5)", "scale(1.1)", "rotate(5)", "skewX(4)",
      "translate(0)", "rotate(360)", "scale(1, 1)",
    ]
    let drawn = root.drawn.filter { $0 !== root }
    guard let element = drawn.randomElement(using: &random),
      let step = steps.randomElement(using: &random)
    else { return nil }
    element["transform"] = "\(element["transform"] ?? "") \(step)"
    return "\(element.name) \(step)"
  }

  private func wrap(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    let parents = root.drawn.filter { parent in
      ["g", "svg"].contains(parent.name) && parent.children.contains { !$0.name.isEmpty }
    }
    guard let parent = parents.randomElement(using: &random) else { return nil }
    let places = parent.children.indices.filter { !parent.children[$0].name.isEmpty }
    guard let place = places.randomElement(using: &random) else { return nil }
    let child = parent.children[place]
    let kinds: [(String, [(name: String, value: String)])] =
      self == .faint
      ? [("g", [("opacity", "0.6")]), ("defs", []), ("g", [("display", "none")])]
      : [("g", []), ("a", []), ("g", [("class", "layer")]), ("svg", [("overflow", "visible")])]
    guard let (name, attributes) = kinds.randomElement(using: &random) else { return nil }
    parent.children[place] = MutableElement(name, attributes, [child])
    return "\(child.name) within \(name) \(attributes)"
  }

  /// Something in a style sheet becomes another.
  private static func changeRule(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    let sheets = root.all.filter { $0.name == "style" }.flatMap(\.children)
    guard let sheet = sheets.randomElement(using: &random) else { return nil }
    let patterns: [(Regex<Substring>, [String])] = [
      (#/#[0-9a-fA-F]{6}/#, ["#d62728"]), (#/:\s*[0-9.]+px/#, [":4px", ":9px"]),
      (#/\.[a-z]+/#, [".other"]), (#/none/#, ["#ff0000"]), (#/[^{}]+\{[^}]*\}/#, [""]),
      (#/round/#, ["square"]), (#/\{/#, ["{ opacity: 0.7;", "{ visibility: visible;"]),
    ]
    guard let (pattern, news) = patterns.randomElement(using: &random),
      let place = sheet.text.ranges(of: pattern).randomElement(using: &random),
      let new = news.randomElement(using: &random)
    else { return nil }
    let old = String(sheet.text[place])
    sheet.text.replaceSubrange(place, with: new)
    return "rule \(old) to \(new)"
  }

  private static func changeWords(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    let texts = root.all.filter { ["text", "tspan"].contains($0.name) }.flatMap(\.children)
      .filter { $0.name.isEmpty && $0.text.contains { !$0.isWhitespace } }
    guard let text = texts.randomElement(using: &random) else { return nil }
    let old = text.text
    text.text =
      Bool.random(using: &random) ? old + "1" : old.replacing(#/\S/#, with: "w", maxReplacements: 1)
    return "'\(old)' to '\(text.text)'"
  }

  /// An element refers to another one.
  private static func changeReference(
    _ root: MutableElement, _ random: inout SplitMix64
  ) -> String? {
    let ids = root.all.compactMap { $0["id"] }
    let places = root.all.flatMap { element in
      element.attributes.filter { $0.value.contains("#") && !$0.value.hasPrefix("#0") }
        .filter { $0.name == "href" || $0.value.contains("url(#") }.map { (element, $0.name) }
    }
    guard let (element, name) = places.randomElement(using: &random),
      let id = ids.randomElement(using: &random)
    else { return nil }
    if name == "href" {
      element[name] = "#\(id)"
    } else {
      element[name] = element[name]?.replacing(#/url\(#[^)]*\)/#, with: "url(#\(id))")
    }
    return "\(element.name) \(name) to \(element[name] ?? "")"
  }

  /// Something is added that is never drawn.
  private static func addHarmless(_ root: MutableElement, _ random: inout SplitMix64) -> String? {
    guard let element = root.drawn.randomElement(using: &random) else { return nil }
    switch random.next() % 6 {
    case 0: element["data-note"] = "7"
    case 1: element["aria-label"] = "words"
    case 2:
      element.children.append(MutableElement("title", [], [MutableElement("", text: "Words")]))
    case 3:
      guard ["g", "svg"].contains(element.name) else { return nil }
      element.children.append(
        MutableElement("defs", [], [MutableElement("path", [("id", "never"), ("d", "M0 0L9 9")])]))
    case 4:
      guard ["g", "svg"].contains(element.name) else { return nil }
      element.children.append(MutableElement("g", [("class", "empty")]))
    default:
      guard ["g", "svg"].contains(element.name) else { return nil }
      element.children.append(
        MutableElement(
          "rect", [("width", "5"), ("height", "5"), ("fill", "none"), ("stroke", "none")]))
    }
    return "harmless in \(element.name)"
  }

  private static func writeOtherwise(
    _ root: MutableElement, _ random: inout SplitMix64
  ) -> String? {
    guard let mutation = NeutralMutation.all.randomElement(using: &random) else { return nil }
    mutation.mutate(root, &random)
    return "\(mutation)"
  }
}

extension String {
  fileprivate func replacingCharacters(
    in range: Range<String.Index>, with text: String
  ) -> String {
    var result = self
    result.replaceSubrange(range, with: text)
    return result
  }
}
