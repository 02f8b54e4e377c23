internal import Plotting
internal import Typesetting
internal import Wording

/// Writes a scene as an SVG document that says what it draws and can be read aloud.
///
/// Each element has the classes of its mark, and text its words. Glyphs are defined once, in the units
/// of their font, and used where they stand. Lengths are written to a hundredth of a point. Ids are
/// numbered behind a prefix made from a hash of everything that is drawn and said, so that two figures
/// in one page do not collide, and the same figure is the same in every run.
struct SVGWriter {
  let setter: TextSetter
  let format: SVGFormat
  var body = SVGBytes()
  /// What is defined once: glyphs, shapes of text that are no glyphs, clips.
  var definitions = SVGBytes()
  private var known: [Definition: Int] = [:]
  private(set) var darkColors = DarkColors()
  private let hasPanels: Bool

  /// What is drawn in more than one place.
  enum Definition: Hashable {
    case glyph(ObjectIdentifier, UInt32)
    /// The unit square, y down.
    case square
    case polygon([Point])
    case clip(Rectangle)
  }

  /// The document of a scene.
  ///
  /// - Parameter dark: The same scene in the colours for a dark page, if the document has both.
  static func document(
    of scene: Scene, dark: Scene?, as format: SVGFormat, setting setter: TextSetter
  ) throws(RenderingError) -> [UInt8] {
    var writer = SVGWriter(
      setter: setter, format: format,
      hasPanels: scene.elements.contains { $0.panel ?? 0 > 0 })
    writer.drawPage(scene, dark)
    for (index, element) in scene.elements.enumerated() {
      if let dark, dark.elements.indices.contains(index) {
        writer.darkColors.now = dark.elements[index]
      }
      try writer.draw(element)
    }
    return writer.document(of: scene)
  }

  private init(setter: TextSetter, format: SVGFormat, hasPanels: Bool) {
    self.setter = setter
    self.format = format
    self.hasPanels = hasPanels
  }

  // MARK: The document

  private func document(of scene: Scene) -> [UInt8] {
    var content = SVGBytes()
    content.raw("<title id=\"")
    content.id("title")
    content.raw("\">\(markup(scene.title))</title>\n<desc id=\"")
    content.id("desc")
    content.raw("\">\(markup(scene.summary))</desc>\n")
    darkColors.write(to: &content)
    if !definitions.isEmpty {
      content.raw("<defs>\n")
      content.append(definitions)
      content.raw("</defs>\n")
    }
    // Cairo, which draws the other formats, cuts the corners of lines there.
    content.raw("<g stroke-miterlimit=\"10\"")
    if format.lettering == .characters {
      let families = setter.familyNames.map { "'\($0)', " }.joined() + "sans-serif"
      content.raw(" font-family=\"\(markup(families, isAttribute: true))\"")
      // Words beside mathematics begin or end with a space.
      content.raw(" xml:space=\"preserve\"")
    }
    content.raw(">\n")
    content.append(body)
    content.raw("</g>\n")

    var root = SVGBytes()
    if !format.isInline { root.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    root.raw("<svg id=\"")
    root.id(nil)
    root.raw("\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
    let width = SVGBytes.number(scene.width, places: 6)
    let height = SVGBytes.number(scene.height, places: 6)
    root.raw(" width=\"\(width)pt\" height=\"\(height)pt\" viewBox=\"0 0 \(width) \(height)\"")
    // In a page it becomes narrower with its column.
    if format.isInline { root.raw(" style=\"max-width:100%;height:auto\"") }
    root.raw(" role=\"img\" aria-labelledby=\"")
    root.id("title")
    root.raw(" ")
    root.id("desc")
    root.raw("\">\n")
    root.append(content)
    root.raw("</svg>\n")
    return root.bytes(behind: "actplot-")
  }

  private mutating func drawPage(_ scene: Scene, _ dark: Scene?) {
    guard let background = scene.background else { return }
    body.raw("<rect class=\"page\"")
    paint("fill", background, dark?.background, classes: "page")
    body.pair("width", scene.width, places: 6)
    body.pair("height", scene.height, places: 6)
    body.raw("/>\n")
  }

  // MARK: Elements

  private mutating func draw(_ element: Scene.Element) throws(RenderingError) {
    let classes = element.mark.classes
    switch element.shape {
    case .stroke(let runs, let style, let clip):
      guard runs.contains(where: { !$0.isEmpty }) else { return }
      open("path", element)
      if let clip {
        let number = define(.clip(clip)) { $0.path(clip.corners, isClosed: true) }
        body.raw(" clip-path=\"url(#")
        body.id("\(number)")
        body.raw(")\"")
      }
      body.raw(" fill=\"none\"")
      write(style, dark: darkColors.strokeColor, classes: classes)
      body.raw(" d=\"")
      for run in runs { body.path(run, isClosed: false) }
      body.raw("\"/>\n")
    case .box(let box, let style):
      open("rect", element)
      body.pair("x", box.left)
      body.pair("y", box.top)
      body.pair("width", box.width)
      body.pair("height", box.height)
      let radius = min(style.cornerRadius, box.width / 2, box.height / 2)
      if radius > 0 { body.pair("rx", radius) }
      paint("fill", style.fill, darkColors.boxStyle?.fill, classes: classes)
      body.opacity("fill", style.opacity)
      if style.edgeWidth > 0 {
        paint("stroke", style.edge, darkColors.boxStyle?.edge, classes: classes)
        body.pair("stroke-width", style.edgeWidth)
        body.opacity("stroke", style.opacity)
      }
      body.raw("/>\n")
    case .area(let points, let color, let opacity):
      guard !points.isEmpty else { return }
      open("path", element)
      paint("fill", color, darkColors.areaColor, classes: classes)
      body.opacity("fill", opacity)
      body.raw(" d=\"")
      body.path(points, isClosed: true)
      body.raw("\"/>\n")
    case .text(let line):
      try draw(line, of: element)
    }
  }

  /// Begins a tag that says what it draws.
  mutating func open(_ tag: String, _ element: Scene.Element) {
    body.raw("<\(tag) class=\"\(element.mark.classes)")
    if hasPanels, let panel = element.panel { body.raw(" panel-\(panel + 1)") }
    body.raw("\"")
  }

  private mutating func write(_ style: StrokeStyle, dark: Color?, classes: String) {
    paint("stroke", style.color, dark, classes: classes)
    body.pair("stroke-width", style.width, places: 4)
    if style.cap == .square { body.raw(" stroke-linecap=\"square\"") }
    if style.join == .round { body.raw(" stroke-linejoin=\"round\"") }
    guard !style.dashes.isEmpty else { return }
    let dashes = style.dashes.map { SVGBytes.number($0, places: 4) }
    body.raw(" stroke-dasharray=\"\(dashes.joined(separator: " "))\"")
  }

  /// Gives the tag that is open a colour, and remembers what that is on a dark page.
  mutating func paint(_ property: String, _ color: Color, _ dark: Color?, classes: String) {
    body.raw(" \(property)=\"\(color.shortHex)\"")
    if let dark { darkColors.add(property, color, dark, classes: classes) }
  }

  // MARK: Definitions

  /// The number of something that is drawn in several places, whose path is written if it is new.
  mutating func define(_ definition: Definition, _ write: (inout SVGBytes) -> Void) -> Int {
    if let number = known[definition] { return number }
    let number = known.count + 1
    known[definition] = number
    var isClip = false
    if case .clip = definition { isClip = true }
    definitions.raw(isClip ? "<clipPath id=\"" : "<path id=\"")
    definitions.id("\(number)")
    definitions.raw(isClip ? "\"><path d=\"" : "\" d=\"")
    write(&definitions)
    definitions.raw(isClip ? "\"/></clipPath>\n" : "\"/>\n")
    return number
  }
}

extension Rectangle {
  /// From the top left, the way the clock goes.
  var corners: [Point] {
    [
      Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
      Point(x: left, y: bottom),
    ]
  }
}
