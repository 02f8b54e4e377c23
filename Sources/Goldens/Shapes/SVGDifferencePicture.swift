internal import Wording

/// Writes shapes in colours that say what became of them.
struct SVGDifferencePicture {
  private let page: Box
  private var body = ""
  private var clipCount = 0

  /// What a shape is drawn in.
  enum Ink {
    /// Its own, as grey and paler.
    case grey
    case red
    case blue
  }

  /// - Parameter page: What of the plane is seen.
  init(page: Box) {
    self.page = page
  }

  /// The document.
  var bytes: [UInt8] {
    let width = number(page.size.x), height = number(page.size.y)
    let left = number(page.low.x), top = number(page.low.y)
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" \
      viewBox="\(left) \(top) \(width) \(height)">
      <rect x="\(left)" y="\(top)" width="100%" height="100%" fill="#ffffff"/>
      \(body)</svg>

      """.utf8)
  }

  mutating func add(_ shape: SVGShape, _ ink: Ink) {
    var element = element(shape, ink)
    for clip in shape.clips {
      clipCount += 1
      let rule = clip.isEvenOdd ? " clip-rule=\"evenodd\"" : ""
      let path = "<path\(rule) d=\"\(data(clip.outline))\"/>"
      body += "<clipPath id=\"clip\(clipCount)\">\(path)</clipPath>\n"
      element = "<g clip-path=\"url(#clip\(clipCount))\">\(element)</g>"
    }
    body += element + "\n"
  }

  /// Adds the edges of two pages of different sizes.
  mutating func addFrames(_ old: Box, _ new: Box) {
    for (box, ink) in [(old, Ink.red), (new, .blue)] {
      body +=
        "<path fill=\"none\" stroke=\"\(name(nil, ink))\" stroke-width=\"0.75\""
        + " stroke-dasharray=\"4 3\" d=\"\(data(.box(box)))\"/>\n"
    }
  }

  private func element(_ shape: SVGShape, _ ink: Ink) -> String {
    guard shape.content != nil else {
      return "<path\(paint(shape, ink)) d=\"\(data(shape.outline))\"/>"
    }
    let color = name(nil, ink)
    if let text = shape.text {
      let place = shape.outline.points.first ?? shape.bounds.low
      return "<text x=\"\(number(place.x))\" y=\"\(number(place.y))\" "
        + "font-family=\"sans-serif\" font-size=\"10\" fill=\"\(color)\">\(markup(text, isAttribute: true))</text>"
    }
    let box = SVGOutline.box(shape.bounds.grown(by: shape.bounds.area > 0 ? 0 : 3))
    return "<path fill=\"none\" stroke=\"\(color)\" d=\"\(data(box))\"/>"
  }

  private func paint(_ shape: SVGShape, _ ink: Ink) -> String {
    let style = shape.style
    var text = " fill=\"none\""
    if let fill = style.fill {
      // A large area would hide all that is changed behind it.
      let isLarge = ink != .grey && shape.bounds.area > 0.05 * page.area
      let opacity = fill.opacity * (ink == .grey ? 1 : isLarge ? 0.15 : 0.8)
      text = " fill=\"\(name(fill, ink))\" fill-opacity=\"\(number(opacity))\""
      if style.isEvenOdd { text += " fill-rule=\"evenodd\"" }
    }
    if let stroke = style.stroke {
      let opacity = stroke.opacity * (ink == .grey ? 1 : 0.8)
      text += " stroke=\"\(name(stroke, ink))\" stroke-opacity=\"\(number(opacity))\""
      text += " stroke-width=\"\(number(style.width))\""
      if ["round", "square"].contains(style.cap) { text += " stroke-linecap=\"\(style.cap)\"" }
      if ["round", "bevel"].contains(style.join) { text += " stroke-linejoin=\"\(style.join)\"" }
      if !style.dashes.isEmpty {
        let dashes = style.dashes.map { number($0) }.joined(separator: " ")
        text += " stroke-dasharray=\"\(dashes)\""
        text += " stroke-dashoffset=\"\(number(style.dashOffset))\""
      }
    }
    return text
  }

  private func name(_ paint: SVGStyle.Paint?, _ ink: Ink) -> String {
    switch ink {
    case .red: return "#e00000"
    case .blue: return "#0040ff"
    case .grey:
      guard case .color(let color) = paint else { return "#c8c8c8" }
      let weights = SIMD3(0.3, 0.59, 0.11)
      let light = (SIMD3<Double>(color.channels) * weights).sum()
      let grey = UInt8(min(255, max(0, 255 - 0.25 * (255 - light))).rounded())
      return SVGColor(channels: SIMD3(repeating: grey)).description
    }
  }

  private func data(_ outline: SVGOutline) -> String {
    var text = ""
    var next = 0
    for verb in outline.verbs {
      switch verb {
      case .move: text += "M"
      case .line: text += "L"
      case .curve: text += "C"
      case .close: text += "Z"
      }
      for point in outline.points[next..<(next + verb.pointCount)] {
        text += "\(number(point.x)) \(number(point.y)) "
      }
      next += verb.pointCount
    }
    return text
  }
}

/// A number as SVG reads it; what is next to nothing is nothing.
private func number(_ value: Double) -> String {
  abs(value) < 5e-4 ? "0" : decimal(value, places: 3)
}
