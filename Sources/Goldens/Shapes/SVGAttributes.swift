internal import Wording

/// What attributes of elements are for, so that none that may show is ignored.
enum SVGAttributes {
  /// The attributes of an element that are not followed, as normalised text, but for those that are
  /// known not to show and for properties.
  static func unread(of node: XMLTree.Node) -> [String] {
    let read = geometry[node.name] ?? []
    return node.attributes.compactMap { name, value in
      if name == "class" || name == "style" || name == "transform" || isSilent(name)
        || read.contains(name) || SVGProperties.known.contains(name)
        || SVGProperties.isSilent(name, value)
      {
        return nil
      }
      return "\(name): \(normalized(value))"
    }.sorted()
  }

  /// Those of them that are not understood and may change what is drawn; others are unknown to SVG
  /// too, or their text tells all that they do.
  static func doubts(of node: XMLTree.Node) -> [String] {
    ["transform-origin", "transform-box", "marker", "font", "clip"].compactMap { name in
      node.attributes[name].flatMap { $0 == "none" || $0 == "auto" ? nil : "\(name): \($0)" }
    }
  }

  /// Whether a property of styles stands for an attribute of an element.
  static func isGeometry(_ name: String, of element: String) -> Bool {
    if ["image", "foreignObject"].contains(element) {
      return ["x", "y", "width", "height"].contains(name)
    }
    return ofStyles.contains(name) && !["use", "symbol", "line"].contains(element)
      && geometry[element]?.contains(name) == true
  }

  /// The attributes that are properties too.
  static let ofStyles: Set<String> = [
    "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d",
  ]

  /// Whether all attributes of an element are part of its content, which is compared.
  static func areContent(of name: String) -> Bool {
    geometry[name] == nil && !["g", "a", "switch"].contains(name)
  }

  /// Whether what an attribute says does not show.
  static func isSilent(_ name: String) -> Bool {
    silent.contains(name) || name.hasPrefix("data-") || name.hasPrefix("aria-")
      || name.contains(" ") || name.hasPrefix("xmlns")
  }

  /// Text that is the same for all ways to write numbers and white space.
  static func normalized(_ value: String) -> String {
    if let numbers = SVGScanner.numbers(value) {
      return numbers.map { decimal($0, places: 4) }.joined(separator: " ")
    }
    return value.split { $0 <= " " }.joined(separator: " ")
  }

  /// What an element says by attributes and its style, each name once as the cascade has it, and the
  /// declarations that cannot be put together so.
  static func values(
    of node: XMLTree.Node, _ rules: [SVGDeclaration], without left: Set<String>
  ) -> (values: [String: String], rest: [SVGDeclaration]) {
    var values = node.attributes.filter { name, _ in
      !isSilent(name) && name != "class" && !left.contains(name)
    }
    let isStyled = values["style"] != nil
    let declarations = rules + (isStyled ? SVGDeclaration.list(values["style"] ?? "") : [])
    // What not every program follows says nothing of what comes before it.
    let areKnown = declarations.allSatisfy {
      SVGProperties.known.contains($0.name) && SVGProperties.isUnderstood($0.name, $0.value)
        && !$0.isRecent && !["font", "inherit", "initial", "unset"].contains($0.value)
        && $0.name != "font"
    }
    guard areKnown else {
      values["style"] = values["style"]?.replacing("\"", with: "'")
      return (values, rules)
    }
    values["style"] = nil
    for declaration in declarations.filter({ !$0.isImportant }) + declarations.filter(\.isImportant)
    {
      values[declaration.name] = declaration.value
    }
    values = values.filter { initial[$0] == nil || initial[$0] != canonical($0, $1) }
    return (values, [])
  }

  /// A value of an attribute or property as text that is the same for all ways to write it.
  static func canonical(_ name: String, _ value: String) -> String {
    switch name {
    case "font-family", "font": return withoutQuotes(value)
    case "d":
      guard let outline = try? SVGOutline(pathData: value) else { return normalized(value) }
      // Markers are at the ends of arcs, and not where these are taken apart.
      let arcs = value.filter { $0 == "a" || $0 == "A" }.uppercased()
      return arcs + outline.verbs.map { "\($0.rawValue)" }.joined() + " "
        + outline.points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: " ")
    case "transform", "gradientTransform", "patternTransform":
      guard let map = try? Affine(attribute: value) else { return normalized(value) }
      return [map.x.x, map.x.y, map.y.x, map.y.y, map.origin.x, map.origin.y]
        .map { number($0, places: 6) }.joined(separator: " ")
    case "fill", "stroke", "color", "stop-color", "flood-color", "lighting-color":
      guard let color = SVGColor(value) else { return normalized(value) }
      return "\(color)" + (color.alpha < 1 ? " \(decimal(color.alpha, places: 4))" : "")
    case "offset", "opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity":
      guard let share = SVGLength(value) else { return normalized(value) }
      return decimal(min(max(share.resolved(1), 0), 1), places: 4)
    default:
      guard let length = SVGLength(value), !length.isOfFont else { return normalized(value) }
      return number(length.value) + (length.isPercentage ? "%" : "")
    }
  }

  /// A value of text: a length in pixels is a number.
  static func plain(_ value: String) -> String {
    normalized(value.hasSuffix("px") ? String(value.dropLast(2)) : value)
  }

  /// A number that was calculated; what is only left of rounding is 0.
  static func number(_ value: Double, places: Int = 4) -> String {
    abs(value) < 1e-9 ? "0" : decimal(value, places: places)
  }

  /// A family is the same in either kind of quotes, or in none.
  static func withoutQuotes(_ value: String) -> String {
    value.filter { $0 != "'" && $0 != "\"" }.split { $0 == "," }.map { trimmedCSS($0) }
      .joined(separator: ", ")
  }

  /// What says nothing wherever it stands, as it is not passed on.
  private static let initial = [
    "opacity": "1", "stop-opacity": "1", "offset": "0", "mask": "none", "filter": "none",
    "clip-path": "none", "display": "inline", "mix-blend-mode": "normal", "vector-effect": "none",
    "transform": "1 0 0 1 0 0", "clipPathUnits": "userSpaceOnUse",
  ]

  private static let silent: Set<String> = [
    "id", "role", "version", "baseProfile", "tabindex", "focusable", "lang", "xml:lang",
    // draw.io keeps the drawing there as it edits it, with the time.
    "content",
  ]

  /// What is read of elements besides properties.
  private static let geometry: [String: Set<String>] = [
    "path": ["d"], "rect": ["x", "y", "width", "height", "rx", "ry"], "circle": ["cx", "cy", "r"],
    "ellipse": ["cx", "cy", "rx", "ry"], "line": ["x1", "y1", "x2", "y2"],
    "polyline": ["points"], "polygon": ["points"], "clipPath": ["clipPathUnits"],
    "use": ["x", "y", "width", "height", "href"],
    "svg": ["x", "y", "width", "height", "viewBox", "preserveAspectRatio"],
    "symbol": ["x", "y", "width", "height", "viewBox", "preserveAspectRatio"],
  ]
}
