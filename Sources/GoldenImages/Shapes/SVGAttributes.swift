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

  /// A family is the same in either kind of quotes, or in none.
  static func withoutQuotes(_ value: String) -> String {
    value.filter { $0 != "'" && $0 != "\"" }.split { $0 == "," }.map { trimmed($0) }
      .joined(separator: ", ")
  }

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
