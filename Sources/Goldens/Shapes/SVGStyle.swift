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

  /// Forgets what does not show: how a pen would draw that is not there, its ends on closed outlines and
  /// its joins on straight lines, and which part is painted first where there is only one.
  mutating func simplify(for outline: SVGOutline) {
    if fill == nil || stroke == nil { others.removeAll { $0.hasPrefix("paint-order: ") } }
    if fill == nil { isEvenOdd = false }
    guard others.isEmpty else { return }
    let plain = SVGStyle()
    if stroke == nil {
      (width, cap, dashes) = (plain.width, plain.cap, plain.dashes)
      dashOffset = plain.dashOffset
    } else if dashes.isEmpty,
      outline.contours.allSatisfy({ $0.verbs.last == .close && $0.points.count > 2 })
    {
      cap = plain.cap
    }
    if stroke == nil || outline.contours.allSatisfy({ $0.verbs.elementsEqual([.move, .line]) }) {
      (join, miterLimit) = (plain.join, plain.miterLimit)
    }
  }

  /// How far the pen reaches from the line's middle, its miters included.
  var reach: Double {
    guard stroke != nil else { return 0 }
    return width / 2 * (join.hasPrefix("miter") ? max(miterLimit, 1.5) : 1.5)
  }
}

extension SVGProperties {
  /// The style of a shape.
  ///
  /// - Parameters:
  ///   - scale: What a user unit is in points.
  ///   - whole: What percentages of lengths are of, in user units.
  ///   - opacity: Of the shape and all that it is in.
  ///   - server: The normalised text of a paint that is no colour.
  func style(
    scale: Double, whole: Double, opacity: Double, server: (String) throws(ImageError) -> String
  ) throws(ImageError) -> SVGStyle {
    var style = SVGStyle()
    style.fill = try paint("fill", "black", opacity, server)
    style.isEvenOdd = self["fill-rule"] == "evenodd"
    style.stroke = try paint("stroke", "none", opacity, server)
    func length(_ text: String?) -> Double? { SVGLength(text)?.resolved(whole) }
    style.width = (length(self["stroke-width"]) ?? 1) * scale
    if style.width <= 0 { style.stroke = nil }
    style.cap = self["stroke-linecap"] ?? "butt"
    style.join = self["stroke-linejoin"] ?? "miter"
    style.miterLimit = SVGLength(self["stroke-miterlimit"])?.value ?? 4
    style.dashOffset = (length(self["stroke-dashoffset"]) ?? 0) * scale
    let dashes = (self["stroke-dasharray"] ?? "none").split { $0 == "," || $0 <= " " }
      .map { (length(String($0)) ?? -1) * scale }
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
    guard var color = SVGColor(text) else { return .server(try server(text), alpha) }
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
