import TestSupport

@testable import Goldens

/// Ways to say otherwise what is where.
extension NeutralMutation {
  private static func number(_ text: String?) -> Double? { text.map { Double($0) } ?? 0 }

  /// Makes a path of a basic shape whose numbers have no units.
  static func makePath(_ element: MutableElement) {
    func value(_ name: String) -> Double? { number(element[name]) }
    var data = ""
    switch element.name {
    case "rect":
      guard let x = value("x"), let y = value("y"), let width = value("width"),
        let height = value("height"), element["rx"] == nil, element["ry"] == nil
      else { return }
      data = "M\(x),\(y)h\(width)v\(height)H\(x)z"
    case "line":
      guard let x = value("x1"), let y = value("y1"), let x2 = value("x2"), let y2 = value("y2")
      else { return }
      data = "M\(x) \(y) \(x2) \(y2)"
    case "polyline", "polygon":
      data = "M\(element["points"] ?? "")" + (element.name == "polygon" ? "Z" : "")
    default: return
    }
    let geometry = ["x", "y", "width", "height", "x1", "y1", "x2", "y2", "points"]
    element.attributes = element.attributes.filter { !geometry.contains($0.name) }
    element.name = "path"
    element["d"] = data
  }

  /// Puts what a `use` names in its place.
  static func inlineUses(_ root: MutableElement, _ random: inout SplitMix64) {
    let named = Dictionary(root.all.compactMap { element in element["id"].map { ($0, element) } }) {
      first, _ in first
    }
    // Letters that are used together are one shape.
    let letters = Set(
      root.all.filter { $0.children.count { $0.name == "use" } > 1 }
        .flatMap { $0.children.map(ObjectIdentifier.init) })
    for element in root.drawn
    where element.name == "use" && !letters.contains(ObjectIdentifier(element)) {
      guard let href = element["href"], let target = named[String(href.dropFirst())],
        ["path", "g", "rect", "circle", "use"].contains(target.name), element["width"] == nil
      else { continue }
      let copy = target.copy()
      for inner in copy.all { inner["id"] = nil }
      let shift = "translate(\(element["x"] ?? "0") \(element["y"] ?? "0"))"
      element["transform"] = (element["transform"] ?? "") + shift
      for name in ["x", "y", "href"] { element[name] = nil }
      element.name = "g"
      element.children = [copy]
    }
  }

  /// What says where an element lies becomes a transform.
  static func movePlaces(_ root: MutableElement, _ random: inout SplitMix64) {
    for element in root.drawn where Bool.random(using: &random) {
      let isUse = element.name == "use"
      guard
        isUse || element.name == "rect"
          || element.name == "text" && element.children.allSatisfy(\.name.isEmpty),
        let x = number(element["x"]), let y = number(element["y"]),
        // Paints and clips may lie in the units of the element.
        !element.attributes.contains(where: { $0.value.contains("url(") })
      else { continue }
      element["x"] = nil
      element["y"] = nil
      element["transform"] = trimmedCSS((element["transform"] ?? "") + " translate(\(x), \(y))")
    }
  }

  /// What moves an element moves a group around it.
  static func moveTransforms(_ root: MutableElement, _ random: inout SplitMix64) {
    for element in root.drawn {
      element.children = element.children.map { child in
        guard let text = child["transform"],
          shapes.union(["g", "text", "use"]).contains(child.name),
          !child.attributes.contains(where: { $0.value.contains("url(") }),
          Bool.random(using: &random)
        else { return child }
        child["transform"] = nil
        return MutableElement("g", [("transform", text)], [child])
      }
    }
  }
}

/// Ways to write values.
enum NeutralText {
  /// Numbers one by one, and what is between them.
  static func numbers(
    _ text: String, _ random: inout SplitMix64
  ) -> String {
    // Flags of arcs may stand without anything between them.
    if text.contains("a") && text.first == "m" || text.contains("A") { return text }
    return text.replacing(/[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?/) { match in
      let number = String(match.output.0)
      guard !number.contains("e"), !number.contains("E") else { return number }
      let hasPoint = number.contains(".")
      switch random.next() % 5 {
      case 0: return hasPoint ? number + "0" : number + ".0"
      case 1: return number + "e0"
      case 2: return number.hasPrefix("0.") ? String(number.dropFirst()) : number
      case 3: return number.hasPrefix("-") ? number : " +" + number
      default: return Double(number).map { "\(hasPoint ? "" : " ")\($0)" } ?? number
      }
    }
  }

  static func spaces(_ text: String, _ random: inout SplitMix64) -> String {
    if text.contains(where: \.isLetter), !text.contains("("), !text.contains("M") { return text }
    let space = [" ", "\n", "  ", "\t"].randomElement(using: &random) ?? " "
    return text.replacing(/[ ,]+/) { match in
      match.output.contains(",") ? "\(space),\(space)" : space
    }
  }

  static func color(_ text: String, _ random: inout SplitMix64) -> String {
    guard let color = SVGColor(text), color.alpha == 1 else { return text }
    let (r, g, b) = (color.channels.x, color.channels.y, color.channels.z)
    switch random.next() % 6 {
    case 0: return color.description
    case 1: return color.description.uppercased()
    case 2: return "rgb(\(r), \(g), \(b))"
    case 3: return "rgb(\(r) \(g) \(b) / 100%)"
    case 4: return "rgba(\(r),\(g),\(b),1)"
    default:
      let names = ["#ff0000": "red", "#ffffff": "White", "#000000": "black", "#0000ff": "blue"]
      return names[color.description] ?? text
    }
  }

  /// A share of 1 in percent, or the other way round.
  static func share(_ text: String) -> String {
    if text.hasSuffix("%"), let number = Double(text.dropLast()) { return "\(number / 100)" }
    return Double(text).map { "\($0 * 100)%" } ?? text
  }

  static func transform(_ text: String, _ random: inout SplitMix64) -> String {
    guard let map = try? Affine(attribute: text) else { return text }
    let (x, y, o) = (map.x, map.y, map.origin)
    switch random.next() % 4 {
    case 0: return "matrix(\(x.x) \(x.y) \(y.x) \(y.y) \(o.x) \(o.y))"
    case 1: return "translate(\(o.x),\(o.y)) matrix(\(x.x),\(x.y),\(y.x),\(y.y),0,0)"
    case 2: return text + " scale(1)"
    default: return "translate(3 -2) translate(-3,2)" + text
    }
  }
}

/// Path data as commands and numbers.
struct NeutralPath {
  /// With absolute ends; of arcs the numbers.
  private var steps: [(letter: Character, numbers: [Double])] = []
  private let text: String

  static let kinds = [
    "absolute", "relative", "lines for sides", "sides", "curves in full", "short",
  ]

  init(_ text: String) {
    self.text = text
    let counts: [Character: Int] = [
      "m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0,
    ]
    var at = SIMD2(0.0, 0.0), start = SIMD2(0.0, 0.0)
    for match in text.matches(of: /([a-zA-Z])([^a-df-zA-DF-Z]*)/) {
      guard let letter = match.output.1.first, let small = letter.lowercased().first,
        let count = counts[small], let numbers = SVGScanner.numbers(match.output.2)
      else { return }
      let isRelative = letter.isLowercase
      if count == 0 {
        steps.append(("Z", []))
        at = start
        continue
      }
      for index in stride(from: 0, to: numbers.count - count + 1, by: count) {
        var part = Array(numbers[index..<index + count])
        let origin = isRelative ? at : .zero
        var kind = index > 0 && small == "m" ? "L" : Character(small.uppercased())
        switch kind {
        case "H": part = [part[0] + origin.x, at.y]
        case "V": part = [at.x, part[0] + origin.y]
        case "A": part = Array(part[..<5]) + [part[5] + origin.x, part[6] + origin.y]
        default: part = part.enumerated().map { $1 + ($0 % 2 == 0 ? origin.x : origin.y) }
        }
        if kind == "H" || kind == "V" { kind = "L" }
        at = [part[part.count - 2], part[part.count - 1]]
        if kind == "M" { start = at }
        steps.append((kind, part))
      }
    }
  }

  func written(_ kind: String, _ random: inout SplitMix64) -> String {
    var result = "", at = SIMD2(0.0, 0.0), start = at
    var control: SIMD2<Double>?, last: Character = " "
    for (letter, numbers) in steps {
      let end = numbers.isEmpty ? start : [numbers[numbers.count - 2], numbers[numbers.count - 1]]
      let isRelative =
        kind == "relative" || kind == "short" && Bool.random(using: &random) && last != " "
      var shown = letter, values = numbers
      let mirrored = control.map { 2 * at - $0 } ?? at
      if letter == "S", kind == "curves in full" {
        (shown, values) = ("C", [mirrored.x, mirrored.y] + values)
      }
      if letter == "C", kind == "short", mirrored == [numbers[0], numbers[1]] {
        (shown, values) = ("S", Array(numbers[2...]))
      }
      let origin = isRelative ? at : .zero
      if shown == "A" {
        values[5] -= origin.x
        values[6] -= origin.y
      } else {
        values = values.enumerated().map { $1 - ($0 % 2 == 0 ? origin.x : origin.y) }
      }
      if letter == "L", kind == "sides" || kind == "short" {
        if end.y == at.y {
          (shown, values) = ("H", [values[0]])
        } else if end.x == at.x {
          (shown, values) = ("V", [values[1]])
        }
      }
      let name = isRelative ? Character(shown.lowercased()) : shown
      let isRepeated = kind == "short" && name == last && !["M", "m", "Z", "z"].contains(name)
      result +=
        (isRepeated ? " " : String(name))
        + values.enumerated().map { index, value in
          // Flags are no numbers.
          letter == "A" && (index == 3 || index == 4) ? "\(Int(value))" : "\(value)"
        }.joined(separator: " ")
      last = name
      control = nil
      if letter == "C" || letter == "S" {
        control = [numbers[numbers.count - 4], numbers[numbers.count - 3]]
      }
      at = end
      if letter == "M" { start = end }
    }
    return steps.isEmpty ? text : result
  }
}
