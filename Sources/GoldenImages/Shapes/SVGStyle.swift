/// How a shape is painted; lengths are in points.
package struct SVGStyle: Sendable, Hashable {
  /// `nil` if it is not filled, or with nothing that shows.
  package var fill: Paint?
  package var isEvenOdd = false
  /// `nil` if it has no stroke that shows.
  package var stroke: Paint?
  package var width = 0.0
  package var cap = "butt"
  package var join = "miter"
  package var miterLimit = 4.0
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dashes: [Double] = []
  package var dashOffset = 0.0
  /// Properties that are not understood, and that show; compared as text.
  package var others: [String] = []

  /// A colour or something else to paint with.
  package enum Paint: Sendable, Hashable {
    /// With its opacity.
    case color(SVGColor)
    /// A gradient or pattern, as normalised text, and its opacity.
    case server(String, Double)

    package var opacity: Double {
      switch self {
      case .color(let color): color.alpha
      case .server(_, let opacity): opacity
      }
    }
  }

  /// How far the pen reaches from the line's middle, its miters included.
  var reach: Double {
    guard stroke != nil else { return 0 }
    return width / 2 * (join.hasPrefix("miter") ? max(miterLimit, 1.5) : 1.5)
  }
}

/// The properties of a style as text, as they hold for an element.
struct SVGProperties {
  /// Those that elements pass on to what is in them.
  private(set) var inherited: [String: String] = [:]
  /// Those of the element alone.
  private(set) var own: [String: String] = [:]
  /// What the element says that is not understood, as normalised text.
  private(set) var unread: [String] = []

  subscript(name: String) -> String? { own[name] ?? inherited[name] }

  /// The properties of an element in one with these.
  func entered(_ node: XMLTree.Node, _ sheet: SVGStyleSheet) -> SVGProperties {
    var result = SVGProperties(inherited: inherited)
    for (name, value) in node.attributes where Self.known.contains(name) {
      result.set(name, value)
    }
    var unread: Set<String> = []
    func add(_ name: String, _ value: String, isImportant: Bool) {
      if Self.known.contains(name) { result.set(name, value) }
      let isRead = Self.known.contains(name) && Self.isUnderstood(name, value)
      if !isRead || isImportant, !name.hasPrefix("-inkscape") {
        unread.insert("\(name): \(SVGAttributes.normalized(value))")
      }
    }
    for (name, value) in sheet.declarations(for: node) { add(name, value, isImportant: false) }
    for (name, value, isImportant) in SVGStyleSheet.declarations(node.attributes["style"] ?? "") {
      add(name, value, isImportant: isImportant)
    }
    for mark in sheet.marks(of: node) { unread.insert("marked \(mark)") }
    result.unread = unread.sorted()
    return result
  }

  /// What text is set with, however it is written.
  var setting: [String: String] {
    var result: [String: String] = [:]
    for name in Self.ofText {
      guard let value = self[name] else { continue }
      result[name] =
        name == "font-family" || name == "font"
        ? SVGAttributes.withoutQuotes(value) : SVGAttributes.normalized(value)
    }
    return result
  }

  /// Whether a value of a property that is known is one that is read.
  static func isUnderstood(_ name: String, _ value: String) -> Bool {
    switch name {
    case "stroke-width", "stroke-miterlimit", "stroke-dashoffset":
      if let length = SVGLength(value) { return !length.isPercentage }
      return value == "inherit"
    case "opacity", "fill-opacity", "stroke-opacity":
      return SVGLength(value) != nil || value == "inherit" && name != "opacity"
    case "stroke-dasharray":
      return ["none", "inherit"].contains(value)
        || value.split { $0 == "," || $0 <= " " }.allSatisfy {
          SVGLength(String($0)).map { !$0.isPercentage } ?? false
        }
    case "display", "visibility", "overflow", "fill-rule", "clip-rule":
      return !value.contains("(") && (value != "inherit" || passedOn.contains(name))
    default: return value != "inherit" || passedOn.contains(name)
    }
  }

  private mutating func set(_ name: String, _ value: String) {
    let value = ["display", "visibility"].contains(name) ? value.lowercased() : value
    if value == "inherit" {
      if Self.passedOn.contains(name) { return }
      own[name] = inherited[name]
    } else if Self.passedOn.contains(name) {
      inherited[name] = value
    } else {
      own[name] = value
    }
  }

  private static let passedOn: Set<String> = [
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "color", "visibility", "clip-rule", "marker", "marker-start",
    "marker-mid", "marker-end", "paint-order", "shape-rendering", "font-family", "font-size",
    "font-style", "font-weight", "font", "text-anchor", "letter-spacing", "word-spacing",
    "dominant-baseline", "writing-mode",
  ]

  /// Those that show and are not understood: their text is compared.
  static let opaque = [
    "filter", "mask", "marker", "marker-start", "marker-mid", "marker-end", "mix-blend-mode",
    "paint-order", "shape-rendering", "vector-effect",
  ]

  /// What text is set with.
  static let ofText = [
    "font", "font-family", "font-size", "font-style", "font-weight", "text-anchor",
    "letter-spacing", "word-spacing", "dominant-baseline", "writing-mode",
  ]

  /// All that are read.
  static let known = passedOn.union(opaque).union(ofText).union([
    "opacity", "display", "clip-path", "overflow", "stop-color", "stop-opacity",
  ])
}

extension SVGProperties {
  /// The style of a shape.
  ///
  /// - Parameters:
  ///   - scale: What a user unit is in points.
  ///   - opacity: Of the shape and all that it is in.
  ///   - server: The normalised text of a paint that names an element.
  func style(
    scale: Double, opacity: Double, server: (String) throws(ImageError) -> String
  ) throws(ImageError) -> SVGStyle {
    var style = SVGStyle()
    style.fill = try paint("fill", "black", opacity, server)
    style.isEvenOdd = self["fill-rule"] == "evenodd"
    style.stroke = try paint("stroke", "none", opacity, server)
    style.width = (SVGLength(self["stroke-width"])?.resolved(1) ?? 1) * scale
    if style.width <= 0 { style.stroke = nil }
    style.cap = self["stroke-linecap"] ?? "butt"
    style.join = self["stroke-linejoin"] ?? "miter"
    style.miterLimit = SVGLength(self["stroke-miterlimit"])?.value ?? 4
    style.dashOffset = (SVGLength(self["stroke-dashoffset"])?.value ?? 0) * scale
    let dashes = (self["stroke-dasharray"] ?? "none").split { $0 == "," || $0 <= " " }
      .map { (SVGLength(String($0))?.value ?? -1) * scale }
    if dashes.allSatisfy({ $0 >= 0 }), dashes.contains(where: { $0 > 0 }) {
      style.dashes = dashes.count % 2 == 0 ? dashes : dashes + dashes
    } else {
      style.dashOffset = 0
    }
    return style
  }

  private func paint(
    _ name: String, _ initial: String, _ opacity: Double,
    _ server: (String) throws(ImageError) -> String
  ) throws(ImageError) -> SVGStyle.Paint? {
    var text = self[name] ?? initial
    if text == "currentColor" || text == "currentcolor" { text = self["color"] ?? "black" }
    let alpha = Self.opacity(self[name + "-opacity"]) * opacity
    if text == "none" || alpha <= 0 { return nil }
    if text.contains("url(") { return .server(try server(text), alpha) }
    guard var color = SVGColor(text) else { return .server(text, alpha) }
    color.alpha *= alpha
    return color.alpha > 0 ? .color(color) : nil
  }

  /// From 0 to 1; 1 if there is none.
  static func opacity(_ text: String?) -> Double {
    SVGLength(text).map { min(max($0.resolved(1), 0), 1) } ?? 1
  }

  /// The id in `url(#id)`, if it is that.
  static func reference(_ text: String?) -> String? {
    guard let text, text.hasPrefix("url("), let end = text.firstIndex(of: ")") else { return nil }
    let inner = text[..<end].dropFirst(4).filter { $0 != "\"" && $0 != "'" && $0 != " " }
    return inner.hasPrefix("#") ? String(inner.dropFirst()) : nil
  }
}
