import TestSupport

@testable import Goldens

/// The ways to write a document otherwise.
extension NeutralMutation {
  static let all: [NeutralMutation] =
    [
      NeutralMutation(each: "order of attributes") { $0.attributes.shuffle(using: &$1) },
      NeutralMutation(each: "order of declarations") { element, random in
        if element["style"] != nil { element.style.shuffle(using: &random) }
      },
      NeutralMutation(each: "attributes that show nothing") { element, _ in
        element["data-mark"] = "1"
        element["aria-hidden"] = "true"
      },
      NeutralMutation(each: "initial values", initialValues),
      NeutralMutation(each: "initial values in styles") { element, random in
        guard shapes.contains(element.name) else { return }
        for (name, value) in [
          ("opacity", "1"), ("vector-effect", "none"), ("mix-blend-mode", "normal"),
          ("mask", "none"),
        ] where element[name] == nil && !element.style.contains(where: { $0.name == name }) {
          if Bool.random(using: &random) { element.style.append((name, value)) }
        }
      },
      NeutralMutation("ids", renameIDs),
      NeutralMutation("order of definitions") { root, random in
        for element in root.all where element.name == "defs" {
          element.children.shuffle(using: &random)
        }
      },
      NeutralMutation("place of definitions") { root, _ in
        let definitions = root.children.filter { $0.name == "defs" }
        root.children = root.children.filter { $0.name != "defs" } + definitions
      },
      NeutralMutation("unused definitions") { root, _ in
        let stop = MutableElement("stop", [("offset", "0"), ("stop-color", "red")])
        let gradient = MutableElement("linearGradient", [("id", "unused-definition")], [stop])
        root.children.insert(MutableElement("defs", [], [gradient]), at: 0)
      },
      NeutralMutation("groups", wrap),
      NeutralMutation("attributes to styles", attributesToStyles),
      NeutralMutation("styles to attributes", stylesToAttributes),
      NeutralMutation("properties to groups", hoist),
      NeutralMutation("attributes to rules", attributesToRules),
      NeutralMutation("basic shapes to paths") { root, random in
        // Rules may be of elements by their names.
        guard sheet(root).isEmpty else { return }
        for element in root.drawn where Bool.random(using: &random) { makePath(element) }
      },
      NeutralMutation("uses to groups", inlineUses),
      NeutralMutation("places to transforms", movePlaces),
      NeutralMutation("transforms to groups", moveTransforms),
      NeutralMutation(
        values: "transforms", of: ["transform", "gradientTransform", "patternTransform"]
      ) { text, random in NeutralText.transform(text, &random) },
      NeutralMutation(values: "numbers", of: numeric) { NeutralText.numbers($0, &$1) },
      NeutralMutation(values: "spaces", of: numeric) { NeutralText.spaces($0, &$1) },
      NeutralMutation(values: "units", of: lengths) { text, random in
        text.last?.isNumber == true && !text.contains(" ") && !text.contains(",")
          ? text + "px" : text
      },
      NeutralMutation(values: "colours", of: colors) { NeutralText.color($0, &$1) },
      NeutralMutation(values: "shares", of: shares) { text, _ in NeutralText.share(text) },
    ]
    + NeutralPath.kinds.map { kind in
      NeutralMutation(values: "path: \(kind)", of: ["d"]) { NeutralPath($0).written(kind, &$1) }
    }

  static let shapes: Set<String> = [
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
  ]
  static let colors: Set<String> = [
    "fill", "stroke", "stop-color", "color", "flood-color", "lighting-color",
  ]
  static let shares: Set<String> = [
    "opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "offset",
  ]
  static let lengths: Set<String> = [
    "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2",
    "stroke-width", "font-size", "stroke-dashoffset",
  ]
  static let numeric = lengths.union(shares).union([
    "d", "points", "transform", "gradientTransform", "patternTransform", "viewBox",
    "stroke-dasharray", "stroke-miterlimit", "font-weight",
  ]).subtracting(["font-weight"])
  /// What is passed on to what is in an element.
  static let inherited: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-opacity", "font-size",
    "font-family", "text-anchor", "font-weight", "color",
  ]

  /// What style sheets of a document say.
  private static func sheet(_ root: MutableElement) -> String {
    root.all.filter { $0.name == "style" }.flatMap { $0.children.map(\.text) }.joined()
  }

  private static func initialValues(_ element: MutableElement, _ random: inout SplitMix64) {
    guard shapes.contains(element.name) else {
      let values = [
        "clipPath": [("clipPathUnits", "userSpaceOnUse")],
        "svg": [("preserveAspectRatio", "xMidYMid meet")], "g": [("opacity", "1.0")],
        "text": [("font-style", "normal"), ("letter-spacing", "0")],
      ]
      // A gradient takes what it does not say from one that it names.
      for (name, value) in values[element.name] ?? [] where element["href"] == nil {
        let isSaid = element[name] != nil || element.style.contains { $0.name == name }
        if !isSaid, Bool.random(using: &random) { element[name] = value }
      }
      return
    }
    for (name, value) in [
      ("opacity", "1"), ("mask", "none"), ("filter", "none"), ("clip-path", "none"),
      ("display", "inline"), ("transform", "translate(0)"), ("transform", "rotate(0)"),
    ] where element[name] == nil && Bool.random(using: &random) {
      element[name] = value
    }
  }

  private static func renameIDs(_ root: MutableElement, _ random: inout SplitMix64) {
    if sheet(root).contains("#") { return }
    let ids = Dictionary(
      root.all.compactMap { $0["id"] }.map { ($0, "n\(random.next() % 1_000_000)-\($0.count)") }
    ) { first, _ in first }
    for element in root.all {
      for index in element.attributes.indices {
        let (name, value) = element.attributes[index]
        var text = value
        if name == "id" { text = ids[value] ?? value }
        if name == "href", value.hasPrefix("#") {
          text = "#" + (ids[String(value.dropFirst())] ?? String(value.dropFirst()))
        }
        if value.contains("url(") {
          for (old, new) in ids {
            text = text.replacing("url(#\(old))", with: "url(#\u{1}\(new))")
              .replacing("url(\"#\(old)\")", with: "url('#\u{1}\(new)')")
          }
        }
        element.attributes[index].value = text.replacing("\u{1}", with: "")
      }
    }
  }

  private static func wrap(_ root: MutableElement, _ random: inout SplitMix64) {
    // Rules may ask for what is in what.
    let hasRules = sheet(root).contains(">") || sheet(root).contains("child")
    for element in root.drawn where ["g", "svg", "a"].contains(element.name) && !hasRules {
      element.children = element.children.map { child in
        let isDrawn = shapes.union(["g", "use", "text"]).contains(child.name)
        guard isDrawn, Bool.random(using: &random) else { return child }
        let attributes = Bool.random(using: &random) ? [("transform", "matrix(1,0,0,1,0,0)")] : []
        return MutableElement("g", attributes, [child])
      }
    }
  }

  private static func attributesToStyles(_ root: MutableElement, _ random: inout SplitMix64) {
    let sheet = sheet(root)
    let names = inherited.union(["opacity", "stop-color", "stop-opacity", "clip-path"])
    for element in root.all where Bool.random(using: &random) {
      for (name, value) in element.attributes where names.contains(name) && !sheet.contains(name) {
        let hasUnit = name != "font-size" || value.last?.isNumber == false
        guard hasUnit, !element.style.contains(where: { $0.name == name }) else { continue }
        element[name] = nil
        element.style.append((name, value))
      }
    }
  }

  private static func stylesToAttributes(_ root: MutableElement, _ random: inout SplitMix64) {
    let sheet = sheet(root)
    let names = inherited.union(["opacity", "stop-color", "stop-opacity", "clip-path"])
    for element in root.all where Bool.random(using: &random) {
      for (name, value) in element.style where names.contains(name) && !sheet.contains(name) {
        element.style = element.style.filter { $0.name != name }
        element[name] = value
      }
    }
  }

  /// What is said of a child alone is said of a group around it.
  private static func hoist(_ root: MutableElement, _ random: inout SplitMix64) {
    let sheet = sheet(root)
    for element in root.drawn where ["g", "svg"].contains(element.name) && sheet.isEmpty {
      element.children = element.children.map { child in
        guard shapes.union(["text", "use"]).contains(child.name), Bool.random(using: &random) else {
          return child
        }
        let moved = child.attributes.filter { inherited.contains($0.name) }
        child.attributes = child.attributes.filter { !inherited.contains($0.name) }
        return MutableElement("g", moved, [child])
      }
    }
  }

  /// What attributes say a rule of a class says.
  private static func attributesToRules(_ root: MutableElement, _ random: inout SplitMix64) {
    guard sheet(root).isEmpty else { return }
    var rules = ""
    for (index, element) in root.all.enumerated() where Bool.random(using: &random) {
      guard shapes.contains(element.name) || element.name == "stop", element["class"] == nil else {
        continue
      }
      let names = inherited.union(["stop-color", "stop-opacity", "opacity"])
      let moved = element.attributes.filter { names.contains($0.name) }
      element.attributes = element.attributes.filter { !names.contains($0.name) }
      element["class"] = "c\(index)"
      rules += ".c\(index) { \(moved.map { "\($0.name): \($0.value)" }.joined(separator: ";")) }\n"
    }
    root.children.insert(
      MutableElement("style", [], [MutableElement("", text: rules)]), at: 0)
  }
}
