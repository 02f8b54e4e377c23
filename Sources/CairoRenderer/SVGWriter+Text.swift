internal import Glibc
internal import Plotting
internal import Typesetting
internal import Wording

extension SVGWriter {
  /// Draws a line of text: a group with its words, of glyphs that are defined once.
  mutating func draw(_ line: Scene.Text, of element: Scene.Element) throws(RenderingError) {
    let pieces =
      switch format.lettering {
      case .outlines: try outlines(of: line)
      case .characters: try characters(of: line, element.mark)
      }
    guard !pieces.content.isEmpty else { return }
    open("g", element)
    let words = markup(line.string.onOneLine, isAttribute: true)
    if format.lettering == .outlines { body.raw(" aria-label=\"\(words)\"") }
    paint("fill", line.color, darkColors.textColor, classes: element.mark.classes)
    if line.pieces.contains(where: \.isEmboldened) {
      // What is not bold has a line of no width around it.
      paint("stroke", line.color, darkColors.textColor, classes: element.mark.classes)
      body.raw(" stroke-width=\"0\" stroke-linejoin=\"round\"")
    }
    if let map = pieces.map { body.transform(map) }
    body.raw(">")
    body.append(pieces.content)
    body.raw("</g>\n")
  }

  // MARK: Outlines

  /// The glyphs of a line, and what places all of them if they are of one size.
  private mutating func outlines(
    of line: Scene.Text
  ) throws(RenderingError) -> (content: SVGBytes, map: Placement?) {
    let place = Placement(line)
    var content = SVGBytes()
    if line.pieces.count == 1, case .glyphs(let run) = line.pieces[0] {
      try append(run, within: nil, to: &content)
      return (content, place.of(run, unitsPerEm: setter.unitsPerEm))
    }
    for piece in line.pieces {
      switch piece {
      case .glyphs(let run):
        try append(run, within: place.of(run, unitsPerEm: setter.unitsPerEm), to: &content)
      case .rule(let box):
        let number = define(.square) { $0.raw("M0 0h1v1h-1z") }
        let map = place.after(
          Placement(a: box.width, b: 0, c: 0, d: box.height, e: box.left, f: box.top))
        content.use(number, map)
      case .area(let points):
        content.use(define(.polygon(points)) { $0.path(points, isClosed: true) }, place)
      }
    }
    return (content, nil)
  }

  /// Uses the glyphs of a run, each placed by itself if all of them are not.
  private mutating func append(
    _ run: Glyphs, within map: Placement?, to content: inout SVGBytes
  ) throws(RenderingError) {
    var placed: [TextSetter.PlacedGlyph] = []
    try setter.layOut(run.string) { placed.append($0) }
    for glyph in placed where !glyph.glyph.outline.isEmpty {
      let number = define(.glyph(ObjectIdentifier(glyph.face), glyph.index)) {
        $0.outline(glyph.glyph.outline)
      }
      let own = Placement(a: glyph.scale, b: 0, c: 0, d: glyph.scale, e: glyph.x, f: 0)
      // In the units of the outlines.
      let line = run.emboldening * setter.unitsPerEm / (run.fontSize * glyph.scale)
      if let map {
        content.use(number, map.after(own), line: line)
      } else if glyph.scale == 1 {
        content.use(number, x: glyph.x, line: line)
      } else {
        content.use(number, own, line: line)
      }
    }
  }

  // MARK: Characters

  /// The line as text that can be edited, with what of it has to keep its place where it is.
  private func characters(
    of line: Scene.Text, _ mark: Scene.Mark
  ) throws(RenderingError) -> (content: SVGBytes, map: Placement?) {
    var content = SVGBytes()
    for piece in line.pieces {
      switch piece {
      case .glyphs(let run):
        let anchor = line.pieces.count == 1 ? mark.anchor : 0
        let advance = try setter.measure(run.string, fontSize: run.fontSize, style: run.style)
          .advance
        content.raw("<text")
        if run.stretch == 1 {
          content.pair("x", run.origin.x + anchor * advance)
          content.pair("y", run.origin.y)
        } else {
          content.transform(
            Placement(a: 1, b: 0, c: 0, d: run.stretch, e: run.origin.x, f: run.origin.y))
        }
        content.pair("font-size", run.fontSize, places: 3)
        if run.emboldening > 0 { content.pair("stroke-width", run.emboldening, places: 4) }
        if run.style == .italic { content.raw(" font-style=\"italic\"") }
        if anchor > 0 { content.raw(" text-anchor=\"\(anchor == 1 ? "end" : "middle")\"") }
        content.raw(">\(markup(run.string))</text>")
      case .rule(let box):
        content.raw("<path d=\"")
        content.path(box.corners, isClosed: true)
        content.raw("\"/>")
      case .area(let points):
        content.raw("<path d=\"")
        content.path(points, isClosed: true)
        content.raw("\"/>")
      }
    }
    return (content, Placement(line))
  }
}

/// A map of the plane as SVG writes it: (x, y) to (ax + cy + e, bx + dy + f).
struct Placement {
  var a, b, c, d, e, f: Double

  /// `self` of what `other` maps to.
  func after(_ other: Placement) -> Placement {
    Placement(
      a: a * other.a + c * other.b, b: b * other.a + d * other.b,
      c: a * other.c + c * other.d, d: b * other.c + d * other.d,
      e: a * other.e + c * other.f + e, f: b * other.e + d * other.f + f)
  }

  /// From font units, y up, to what a line of text is in.
  func of(_ run: Glyphs, unitsPerEm: Double) -> Placement {
    let scale = run.fontSize / unitsPerEm
    return after(
      Placement(
        a: scale, b: 0, c: scale * run.style.slant, d: -scale * run.stretch, e: run.origin.x,
        f: run.origin.y))
  }
}

extension Placement {
  /// From along the baseline of a line of text to the page.
  fileprivate init(_ line: Scene.Text) {
    let angle = line.angle * .pi / 180
    // A quarter turn is one, and no 6e-17 of anything.
    let (sine, cosine) =
      line.angle == 90 ? (1, 0) : line.angle == 0 ? (0, 1) : (sin(angle), cos(angle))
    self.init(a: cosine, b: -sine, c: sine, d: cosine, e: line.origin.x, f: line.origin.y)
  }
}

extension TextPiece {
  fileprivate var isEmboldened: Bool {
    if case .glyphs(let run) = self { run.emboldening > 0 } else { false }
  }
}

extension SVGBytes {
  fileprivate mutating func transform(_ map: Placement) {
    // Factors are of em units, of which there are thousands in a line.
    let factors = [map.a, map.b, map.c, map.d].map { SVGBytes.number($0, places: 8) }
    let shift = [map.e, map.f].map { SVGBytes.number($0, places: 3) }
    if factors == ["1", "0", "0", "1"] {
      raw(" transform=\"translate(\(shift.joined(separator: " ")))\"")
    } else {
      raw(" transform=\"matrix(\((factors + shift).joined(separator: " ")))\"")
    }
  }

  /// - Parameter line: The width of the line around it, 0 for none.
  fileprivate mutating func use(_ number: Int, x: Double, line: Double) {
    raw("<use xlink:href=\"#")
    id("\(number)")
    raw("\"")
    if x != 0 { pair("x", x) }
    if line > 0 { pair("stroke-width", line) }
    raw("/>")
  }

  fileprivate mutating func use(_ number: Int, _ map: Placement, line: Double = 0) {
    raw("<use xlink:href=\"#")
    id("\(number)")
    raw("\"")
    transform(map)
    if line > 0 { pair("stroke-width", line) }
    raw("/>")
  }
}
