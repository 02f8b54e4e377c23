internal import CCairo
public import Plotting

extension CairoRenderer {
  /// The scene as Encapsulated PostScript, for journals that ask for it.
  ///
  /// Text is outlines. PostScript knows no opacity: what is behind a translucent box or area is mixed
  /// into its colour as if it were the page. The document names no time unless SOURCE_DATE_EPOCH is set
  /// in the environment, which is then its date.
  ///
  /// - Throws: `RenderingError.pageTooLarge` or `.sourceDate`, or why the text cannot be drawn.
  public func eps(_ scene: Scene) throws(RenderingError) -> [UInt8] {
    guard scene.width <= PixelLimits.pdfPage, scene.height <= PixelLimits.pdfPage else {
      throw .pageTooLarge(
        width: scene.width, height: scene.height, limit: PixelLimits.pdfPage)
    }
    let date = try SourceDate.environment.map { text throws(RenderingError) in
      try SourceDate(text)
    }
    var output = ByteSink()
    try withUnsafeMutablePointer(to: &output) { sink throws(RenderingError) in
      let surface = try Surface(
        adopting: cairo_ps_surface_create_for_stream(
          { sink, bytes, count in
            ByteSink.append(bytes, Int(count), to: sink)
            return CAIRO_STATUS_SUCCESS
          }, sink, scene.width, scene.height))
      cairo_ps_surface_set_eps(surface.pointer, 1)
      cairo_ps_surface_restrict_to_level(surface.pointer, CAIRO_PS_LEVEL_3)
      var context = try DrawingContext(on: surface)
      try context.draw(
        scene.opaque, scale: 1, isRaster: false, lettering: .outlines, text: text)
      try surface.finish()
    }
    return dated(output.bytes, date)
  }

  /// The document with its date, or without one: Cairo puts in the time of day.
  private func dated(_ document: [UInt8], _ date: SourceDate?) -> [UInt8] {
    let key = Array("%%CreationDate: ".utf8), newline = UInt8(ascii: "\n")
    // It is among the first lines.
    var start = 0
    while start < document.count, !document[start...].starts(with: key) {
      guard let end = document[start...].firstIndex(of: newline) else { return document }
      start = end + 1
    }
    guard let end = document[start...].firstIndex(of: newline) else { return document }
    let line = date.map { key + Array($0.iso8601.utf8) + [newline] } ?? []
    return document[..<start] + line + document[(end + 1)...]
  }
}

extension Scene {
  /// The scene with the colour of the page mixed into what can be seen through.
  fileprivate var opaque: Scene {
    var scene = self
    let page = background ?? Color(0xffffff)
    scene.elements = elements.map { element in
      var element = element
      switch element.shape {
      case .box(let box, var style):
        style.fill = page.mixed(with: style.fill, part: style.opacity)
        style.edge = page.mixed(with: style.edge, part: style.opacity)
        style.opacity = 1
        element.shape = .box(box, style)
      case .area(let points, let color, let opacity):
        element.shape = .area(points, page.mixed(with: color, part: opacity), opacity: 1)
      case .stroke, .text: break
      }
      return element
    }
    return scene
  }
}
