/// The properties of a style as text, as they hold for an element.
struct SVGProperties {
  /// Those that elements pass on to what is in them.
  private(set) var inherited: [String: String] = [:]
  /// Those that are named by style sheets themselves, `--name`, which are passed on too.
  private(set) var custom: [String: String] = [:]
  /// Those of the element alone.
  private(set) var own: [String: String] = [:]
  /// The geometry that styles give it in place of its attributes.
  private(set) var geometry: [String: String] = [:]
  /// What the element says that is not followed, as normalised text.
  private(set) var unread: [String] = []
  /// What of that is not understood, and may change what is drawn in a way that its text does not
  /// tell.
  private(set) var doubts: [String] = []

  subscript(name: String) -> String? { own[name] ?? inherited[name] }

  /// The properties of an element in one with these, by the cascade of CSS: its attributes, then
  /// style sheets, then its attribute `style`, and what is important after all others.
  func entered(_ index: Int, of tree: XMLTree, _ sheet: SVGStyleSheet) -> SVGProperties {
    let node = tree.nodes[index]
    var result = SVGProperties(inherited: inherited, custom: custom)
    var declarations = sheet.declarations(for: index, in: tree)
    declarations += SVGDeclaration.list(node.attributes["style"] ?? "")
    if declarations.contains(where: \.isImportant) {
      declarations = declarations.filter { !$0.isImportant } + declarations.filter(\.isImportant)
    }
    result.define(declarations)
    for (name, value) in node.attributes where Self.known.contains(name) && name != "font" {
      result.set(name, value, over: self, on: node.name)
    }
    for declaration in declarations where !declaration.isCustom {
      if declaration.isRecent { result.noteBefore(declaration.name) }
      result.set(declaration.name, declaration.value, over: self, on: node.name)
    }
    // Spaces are passed on as lengths, whatever the size of the font is there.
    for name in ["letter-spacing", "word-spacing"] {
      guard let value = result.inherited[name], value != inherited[name] else { continue }
      if let length = result.spacing(value) {
        result.inherited[name] = length
      } else {
        result.note(name, value, isDoubt: true)
      }
    }
    result.unread.sort()
    return result
  }

  /// What text is set with, however it is written.
  var setting: [String: String] {
    var result: [String: String] = [:]
    for name in Self.ofText {
      guard let value = self[name] else { continue }
      if saysNothing(name, value) { continue }
      result[name] =
        name == "font-family" || name == "font"
        ? SVGAttributes.withoutQuotes(value) : SVGAttributes.plain(value)
    }
    return result
  }

  /// Whether white space in text is shown as it is written.
  var keepsSpace: Bool {
    self["white-space"].map { !["normal", "nowrap"].contains($0) } ?? false
  }

  // MARK: - The cascade

  private mutating func define(_ declarations: [SVGDeclaration]) {
    let own = declarations.filter(\.isCustom)
    if own.isEmpty { return }
    for declaration in own { custom[declaration.name] = declaration.value }
    let given = custom
    for declaration in own where declaration.value.contains("var(") {
      custom[declaration.name] = Self.resolved(declaration.value, given, depth: 0)
    }
  }

  private mutating func set(
    _ name: String, _ text: String, over outer: SVGProperties, on element: String
  ) {
    let value = text.utf8.contains(UInt8(ascii: "(")) ? resolved(name, text) : text
    guard Self.known.contains(name) else { return setOther(name, value, over: outer, on: element) }
    let isPassedOn = Self.passedOn.contains(name)
    switch value {
    case "inherit" where isPassedOn, "unset" where isPassedOn:
      inherited[name] = outer.inherited[name]
    case "inherit":
      own[name] = outer.own[name]
      note(name, value, isDoubt: true)
    case "initial", "unset":
      // A shorthand that is passed on as a whole would be taken for what it is no more.
      if name.hasPrefix("font-"), inherited["font"] != nil { note(name, value, isDoubt: true) }
      inherited[name] = nil
      own[name] = nil
    case _ where isPassedOn:
      // A shorthand sets all that begin like it.
      if name == "font" { inherited = inherited.filter { !$0.key.hasPrefix("font-") } }
      let computed = outer.computed(name, value)
      if computed == nil { note(name, value, isDoubt: true) }
      inherited[name] = Self.lowercased.contains(name) ? value.lowercased() : computed ?? value
    default: own[name] = Self.lowercased.contains(name) ? value.lowercased() : value
    }
    if !Self.isUnderstood(name, value) { note(name, value, isDoubt: true) }
  }

  /// Sets what is no property that is followed, or stands for others.
  private mutating func setOther(
    _ name: String, _ value: String, over outer: SVGProperties, on element: String
  ) {
    if Self.isSilent(name, value) { return }
    if name == "marker" {
      for end in ["marker-start", "marker-mid", "marker-end"] {
        set(end, value, over: outer, on: element)
      }
    } else if SVGAttributes.isGeometry(name, of: element) {
      setGeometry(name, value, on: element)
    } else if SVGAttributes.ofStyles.contains(name), element != "svg" {
      // Of other elements.
    } else if Self.areBoxes(name) {
      // Boxes are of HTML; of SVG only the page is one.
      if element == "svg" || element == "foreignObject" { note(name, value) }
    } else {
      note(name, value, isDoubt: !Self.described.contains(name))
    }
  }

  /// A value with what its variables stand for, as a light page has it.
  private mutating func resolved(_ name: String, _ text: String) -> String {
    // What cannot be resolved is seen by its being left.
    var value = text
    if text.contains("var(") { value = Self.resolved(text, custom, depth: 0) ?? text }
    if value.hasPrefix("light-dark("), let light = Self.light(value) {
      note(name, value)
      value = light
    }
    if value != text { noteBefore(name) }
    return value
  }

  /// Notes what a property was before it is set in a way that not every program knows, which has to
  /// be the same too.
  private mutating func noteBefore(_ name: String) {
    if let before = self[name] { note("\(name) before", before) }
  }

  private mutating func setGeometry(_ name: String, _ value: String, on element: String) {
    if name == "d", value.hasPrefix("path("), value.hasSuffix(")") {
      geometry[name] = value.dropFirst(5).dropLast().filter { $0 != "\"" && $0 != "'" }
    } else if element == "svg", name == "width" || name == "height", SVGLength(value) == nil {
      note(name, value)
    } else if value == "auto" || SVGLength(value).map({ !$0.isOfFont && !$0.isPlain }) ?? false {
      geometry[name] = value
    } else {
      note(name, value, isDoubt: true)
    }
  }

  private mutating func note(_ name: String, _ value: String, isDoubt: Bool = false) {
    let text = "\(name): \(SVGAttributes.normalized(value))"
    if !unread.contains(text) { unread.append(text) }
    if isDoubt { doubts.append(text) }
  }

  /// A value with what its variables stand for; `nil` if one stands for nothing.
  private static func resolved(
    _ value: String, _ custom: [String: String], depth: Int
  ) -> String? {
    guard depth < 8, value.utf8.count < 10_000 else { return nil }
    guard let start = value.firstRange(of: "var(") else { return value }
    let rest = Array(value[start.upperBound...].utf8)[...]
    guard let end = CSSText.find(rest, where: { $0 == UInt8(ascii: ")") }) else { return nil }
    let inner = rest[..<end]
    let comma = inner.firstIndex(of: UInt8(ascii: ","))
    let name = trimmedCSS(Substring(decoding: inner[..<(comma ?? end)], as: UTF8.self))
    let fallback = comma.map { String(decoding: inner[($0 + 1)...], as: UTF8.self) }
    guard let text = custom[name] ?? fallback,
      let inside = resolved(trimmedCSS(text), custom, depth: depth + 1)
    else { return nil }
    let after = String(decoding: rest[(end + 1)...], as: UTF8.self)
    return resolved(value[..<start.lowerBound] + inside + after, custom, depth: depth + 1)
  }

  /// The first of the two values of `light-dark()`.
  private static func light(_ value: String) -> String? {
    guard value.hasSuffix(")") else { return nil }
    let parts = CSSText.parts(of: Array(value.utf8.dropFirst(11).dropLast())[...], by: ",")
    return parts.count == 2 ? trimmedCSS(Substring(decoding: parts[0], as: UTF8.self)) : nil
  }
}

// MARK: - What is known of properties

extension SVGProperties {
  /// Whether a value of a property that is known is one that is read.
  static func isUnderstood(_ name: String, _ value: String) -> Bool {
    if ["inherit", "initial", "unset"].contains(value) { return true }
    switch name {
    case "stroke-width", "stroke-miterlimit", "stroke-dashoffset":
      return SVGLength(value).map { !$0.isOfFont } ?? false
    case "opacity", "fill-opacity", "stroke-opacity": return SVGLength(value) != nil
    case "stroke-dasharray":
      return value == "none"
        || value.split { $0 == "," || $0 <= " " }.allSatisfy {
          SVGLength(String($0)).map { !$0.isOfFont } ?? false
        }
    case "stroke-linecap": return ["butt", "round", "square"].contains(value)
    case "stroke-linejoin": return ["miter", "round", "bevel"].contains(value)
    case "fill-rule", "clip-rule": return ["nonzero", "evenodd"].contains(value)
    case "visibility": return ["visible", "hidden", "collapse"].contains(value)
    case "overflow": return ["visible", "hidden", "scroll", "auto"].contains(value)
    case "display": return value.allSatisfy { $0.isLetter || $0 == "-" }
    // Paints are judged where they are used.
    default: return !value.contains("var(")
    }
  }

  /// Whether a property changes nothing that a still picture shows.
  static func isSilent(_ name: String, _ value: String) -> Bool {
    silent.contains(name) || name.hasPrefix("-inkscape") || name.hasPrefix("transition")
      || value == "none" && switchedOff.contains(name)
  }

  /// Whether a property is of boxes, which HTML has and of SVG only the page.
  private static func areBoxes(_ name: String) -> Bool {
    boxes.contains { name.hasPrefix($0) }
  }

  private static let lowercased: Set<String> = ["display", "visibility"]

  private static let passedOn: Set<String> = Set(ofText).union([
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "color", "visibility", "clip-rule", "marker-start", "marker-mid",
    "marker-end", "paint-order", "shape-rendering",
  ])

  /// Those that show and are not followed: their text is compared.
  static let opaque = [
    "filter", "mask", "marker-start", "marker-mid", "marker-end", "mix-blend-mode",
    "paint-order", "shape-rendering", "vector-effect",
  ]

  /// What text is set with.
  static let ofText = [
    "font", "font-family", "font-size", "font-size-adjust", "font-stretch", "font-style",
    "font-weight", "font-variant", "font-variant-caps", "font-variant-east-asian",
    "font-variant-ligatures", "font-variant-numeric", "font-feature-settings", "font-kerning",
    "font-variation-settings", "text-anchor", "text-rendering", "text-transform", "letter-spacing",
    "word-spacing", "white-space", "dominant-baseline", "writing-mode", "direction",
    "text-orientation", "glyph-orientation-vertical", "kerning",
  ]

  /// All that are read.
  static let known = passedOn.union(opaque).union([
    "opacity", "display", "clip-path", "overflow", "stop-color", "stop-opacity",
  ])

  /// Those that the text describes in full, wherever the shape is.
  static let described: Set<String> = [
    "text-decoration", "text-decoration-line", "text-decoration-color", "text-decoration-style",
    "text-decoration-thickness", "text-decoration-skip-ink", "alignment-baseline",
    "baseline-shift", "unicode-bidi", "text-align", "line-height", "text-overflow", "text-shadow",
    "word-break", "overflow-wrap", "word-wrap", "hyphens", "image-rendering", "isolation",
    "color-interpolation", "color-interpolation-filters", "flood-color", "flood-opacity",
    "lighting-color", "mask-type", "color-scheme", "font-smooth", "-webkit-font-smoothing",
    "-moz-osx-font-smoothing",
  ]

  private static let silent: Set<String> = [
    "cursor", "pointer-events", "user-select", "-webkit-user-select", "-moz-user-select",
    "-ms-user-select", "-webkit-tap-highlight-color", "touch-action", "will-change", "speak",
    "solid-color", "solid-opacity", "enable-background", "color-rendering", "color-profile",
    "buffered-rendering", "text-align-last", "nav-index",
    "print-color-adjust", "-webkit-print-color-adjust", "forced-color-adjust",
  ]

  /// Those that do nothing if they are `none`.
  private static let switchedOff: Set<String> = [
    "transform", "translate", "rotate", "scale", "animation", "animation-name", "backdrop-filter",
    "clip", "perspective", "offset-path", "mask-image", "mask-border", "-webkit-mask",
  ]

  private static let boxes = [
    "background", "margin", "padding", "border", "outline", "box-", "max-", "min-", "position",
    "top", "left", "right", "bottom", "z-index", "float", "vertical-align", "align-", "justify-",
    "flex", "grid", "gap", "object-", "list-style", "resize", "width", "height",
  ]
}
