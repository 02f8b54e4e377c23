internal import CCairo
internal import Plotting
internal import Typesetting

extension DrawingContext {
  /// Draws a scene at `scale` device units to the point.
  ///
  /// - Parameters:
  ///   - isRaster: Whether device units are pixels: lines that ask for it are then moved onto whole
  ///     ones, and what turns back and forth within one is drawn as the band that it covers.
  mutating func draw(
    _ scene: Scene, scale: Double, isRaster: Bool, lettering: Lettering, text: TextSetter
  ) throws(RenderingError) {
    cairo_scale(pointer, scale, scale)
    if let background = scene.background {
      setColor(background)
      cairo_paint(pointer)
    }
    for element in scene.elements {
      switch element.shape {
      case .stroke(let runs, let style, let clip):
        stroke(runs, style, clip: clip, pixelsPerPoint: isRaster ? scale : nil)
      case .box(let box, let style):
        draw(box, style)
      case .area(let points, let color, let opacity):
        fill(points, color, opacity: opacity)
      case .text(let line):
        try draw(line, as: lettering, with: text)
      }
    }
    try checkStatus()
  }

  /// Makes everything transparent.
  func clear() {
    cairo_save(pointer)
    cairo_set_operator(pointer, CAIRO_OPERATOR_CLEAR)
    cairo_paint(pointer)
    cairo_restore(pointer)
  }

  private func stroke(
    _ runs: [[Point]], _ style: StrokeStyle, clip: Rectangle?, pixelsPerPoint scale: Double?
  ) {
    if let clip {
      cairo_save(pointer)
      cairo_rectangle(pointer, clip.left, clip.top, clip.width, clip.height)
      cairo_clip(pointer)
    }
    let snap = style.snapsToPixels ? scale : nil
    var lines = runs
    var bands: [[Point]] = []
    if let scale {
      let dense = runs.map { DenseLine($0, width: style.width, pixel: 1 / scale) }
      (lines, bands) = (dense.flatMap(\.lines), dense.flatMap(\.bands))
    }
    for run in lines {
      for (index, point) in run.enumerated() {
        let place = snap.map { point.snapped(width: style.width, scale: $0) } ?? point
        if index == 0 { cairo_move_to(pointer, place.x, place.y) }
        if index > 0 { cairo_line_to(pointer, place.x, place.y) }
        // The caps make the dot; Cairo puts none on a line of no length at all.
        if run.count == 1 { cairo_line_to(pointer, place.x + 0.02, place.y) }
      }
    }
    setColor(style.color)
    cairo_set_line_width(pointer, style.width)
    cairo_set_line_cap(pointer, style.cap == .square ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(
      pointer, style.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(pointer, style.dashes, Int32(style.dashes.count), 0)
    cairo_stroke(pointer)
    // Dashes leave no gaps where a line passes so often.
    cairo_set_dash(pointer, nil, 0, 0)
    for band in bands {
      for point in band { cairo_line_to(pointer, point.x, point.y) }
      cairo_close_path(pointer)
      cairo_fill_preserve(pointer)
      cairo_stroke(pointer)
    }
    if clip != nil { cairo_restore(pointer) }
  }

  private func draw(_ box: Rectangle, _ style: BoxStyle) {
    let radius = min(style.cornerRadius, box.width / 2, box.height / 2)
    cairo_new_sub_path(pointer)
    cairo_arc(pointer, box.right - radius, box.top + radius, radius, -.pi / 2, 0)
    cairo_arc(pointer, box.right - radius, box.bottom - radius, radius, 0, .pi / 2)
    cairo_arc(pointer, box.left + radius, box.bottom - radius, radius, .pi / 2, .pi)
    cairo_arc(pointer, box.left + radius, box.top + radius, radius, .pi, 1.5 * .pi)
    cairo_close_path(pointer)
    setColor(style.fill, opacity: style.opacity)
    guard style.edgeWidth > 0 else {
      cairo_fill(pointer)
      return
    }
    cairo_fill_preserve(pointer)
    setColor(style.edge, opacity: style.opacity)
    cairo_set_line_width(pointer, style.edgeWidth)
    cairo_set_line_join(pointer, CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(pointer, nil, 0, 0)
    cairo_stroke(pointer)
  }

  private func fill(_ points: [Point], _ color: Color, opacity: Double) {
    for point in points { cairo_line_to(pointer, point.x, point.y) }
    cairo_close_path(pointer)
    setColor(color, opacity: opacity)
    cairo_fill(pointer)
  }

  /// What comes next is drawn in that colour.
  func setColor(_ color: Color, opacity: Double = 1) {
    func channel(_ level: UInt8) -> Double { Double(level) / 255 }
    cairo_set_source_rgba(
      pointer, channel(color.red), channel(color.green), channel(color.blue), opacity)
  }
}

extension Point {
  /// The nearest place where an upright line of that width covers whole pixels as far as it can:
  /// the middle of a pixel for an odd width in pixels, the edge between two for an even one.
  fileprivate func snapped(width: Double, scale: Double) -> Point {
    let isOdd = Int((width * scale).rounded()) % 2 == 1 || width * scale < 1
    func snapped(_ coordinate: Double) -> Double {
      let device = coordinate * scale
      return (isOdd ? device.rounded(.down) + 0.5 : device.rounded()) / scale
    }
    return Point(x: snapped(x), y: snapped(y))
  }
}
