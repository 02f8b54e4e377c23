internal import CCairo
internal import Plotting
internal import Typesetting

extension DrawingContext {
  /// Draws a line of text.
  func draw(
    _ line: Scene.Text, as lettering: Lettering, with text: TextSetter
  ) throws(RenderingError) {
    cairo_save(pointer)
    // Restored whether or not the text can be set; the path keeps its device coordinates.
    defer { cairo_restore(pointer) }
    cairo_translate(pointer, line.origin.x, line.origin.y)
    cairo_rotate(pointer, -line.angle * .pi / 180)
    setColor(line.color)
    for piece in line.pieces {
      switch piece {
      case .rule(let box):
        cairo_rectangle(pointer, box.left, box.top, box.width, box.height)
      case .area(let points):
        cairo_new_sub_path(pointer)
        for point in points { cairo_line_to(pointer, point.x, point.y) }
        cairo_close_path(pointer)
      case .glyphs(let run) where run.emboldening > 0:
        cairo_fill(pointer)
        try draw(run, emboldenedAs: lettering, with: text)
      case .glyphs(let run):
        switch lettering {
        case .outlines: try appendOutlines(of: run, with: text)
        case .characters: try show(run, with: text)
        }
      }
    }
    cairo_fill(pointer)
  }

  /// Draws letters with a line around them, which are characters still.
  private func draw(
    _ run: Glyphs, emboldenedAs lettering: Lettering, with text: TextSetter
  ) throws(RenderingError) {
    if lettering == .characters { try show(run, with: text) }
    try appendOutlines(of: run, with: text)
    if lettering == .outlines { cairo_fill_preserve(pointer) }
    cairo_set_line_width(pointer, run.emboldening)
    cairo_set_line_join(pointer, CAIRO_LINE_JOIN_ROUND)
    cairo_set_dash(pointer, nil, 0, 0)
    cairo_stroke(pointer)
  }

  // MARK: Outlines

  private func appendOutlines(
    of run: Glyphs, with text: TextSetter
  ) throws(RenderingError) {
    cairo_save(pointer)
    defer { cairo_restore(pointer) }
    let scale = run.fontSize / text.unitsPerEm
    cairo_translate(pointer, run.origin.x, run.origin.y)
    cairo_scale(pointer, scale, -scale * run.stretch)
    if run.style == .italic { shear(by: run.style.slant) }
    try text.layOut(run.string) { append($0) }
  }

  private func shear(by slant: Double) {
    var shear = cairo_matrix_t(xx: 1, yx: 0, xy: slant, yy: 1, x0: 0, y0: 0)
    cairo_transform(pointer, &shear)
  }

  private func append(_ placed: TextSetter.PlacedGlyph) {
    func x(_ point: Point) -> Double { point.x * placed.scale + placed.x }
    func y(_ point: Point) -> Double { point.y * placed.scale }
    for command in placed.glyph.outline {
      switch command {
      case .move(let to):
        cairo_close_path(pointer)
        cairo_move_to(pointer, x(to), y(to))
      case .line(let to):
        cairo_line_to(pointer, x(to), y(to))
      case .curve(let first, let second, let to):
        cairo_curve_to(pointer, x(first), y(first), x(second), y(second), x(to), y(to))
      }
    }
    if !placed.glyph.outline.isEmpty { cairo_close_path(pointer) }
  }

  // MARK: Characters

  private func show(_ run: Glyphs, with text: TextSetter) throws(RenderingError) {
    let scale = run.fontSize / text.unitsPerEm
    var stretch = CharacterStretch()
    var face: FontFace?
    try text.layOut(run.string) { placed throws(RenderingError) in
      if let last = face, last !== placed.face {
        try show(stretch, of: run, in: last)
        stretch = CharacterStretch()
      }
      face = placed.face
      stretch.append(
        placed.index, for: placed.scalar, x: run.origin.x + placed.x * scale, y: run.origin.y)
    }
    if let face { try show(stretch, of: run, in: face) }
  }

  private func show(
    _ stretch: CharacterStretch, of run: Glyphs, in face: FontFace
  ) throws(RenderingError) {
    // The ems of a font are scaled to those of the line, whatever its units.
    let height = run.fontSize * run.stretch
    var matrix = cairo_matrix_t(
      xx: run.fontSize, yx: 0, xy: -run.style.slant * run.fontSize, yy: height, x0: 0, y0: 0)
    try face.select(in: pointer)
    cairo_set_font_matrix(pointer, &matrix)
    cairo_show_text_glyphs(
      pointer, stretch.characters, Int32(stretch.characters.count), stretch.glyphs,
      Int32(stretch.glyphs.count), stretch.clusters, Int32(stretch.clusters.count),
      cairo_text_cluster_flags_t(rawValue: 0))
  }
}

/// Characters of one font that follow each other, and their glyphs.
private struct CharacterStretch {
  var characters: [CChar] = []
  var glyphs: [cairo_glyph_t] = []
  var clusters: [cairo_text_cluster_t] = []

  mutating func append(_ index: UInt32, for scalar: Unicode.Scalar, x: Double, y: Double) {
    let bytes = Unicode.UTF8.width(scalar)
    characters.append(contentsOf: Character(scalar).utf8.map { CChar(bitPattern: $0) })
    glyphs.append(cairo_glyph_t(index: UInt(index), x: x, y: y))
    clusters.append(cairo_text_cluster_t(num_bytes: Int32(bytes), num_glyphs: 1))
  }
}
