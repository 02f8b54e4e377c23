internal import CCairo
public import Plotting

/// Turns scenes into the bytes of image files.
///
/// The same scene gives the same bytes, whatever was drawn before, in whatever process or locale.
/// An instance belongs to one thread; several may work at once.
public final class CairoRenderer {
  /// Sets the text of scenes, and measures it for their layout.
  public let text: TextSetter
  /// The pixels of the last image, for the next of that size or a smaller one.
  private var pixels: PixelBuffer?

  /// A renderer that writes in the font of `text`.
  public init(text: TextSetter) {
    self.text = text
  }

  /// The scene as an 8-bit PNG, its resolution recorded: RGB, or RGBA for a transparent page.
  ///
  /// The image is the page rounded to whole pixels. It names no time, whatever SOURCE_DATE_EPOCH
  /// is.
  ///
  /// - Parameters:
  ///   - dpi: Pixels to the inch.
  ///   - describing: Whether the title and the description of the scene are recorded in the file.
  /// - Throws: `RenderingError.tooManyPixels`, or why the text cannot be drawn.
  public func png(
    _ scene: Scene, dpi: Double, describing: Bool = false
  ) throws(RenderingError) -> [UInt8] {
    let scale = dpi / 72
    let (width, height) = try pixelSize(of: scene, scale: scale)
    let pixels = try pixelBuffer(width: width, height: height)
    let isTransparent = scene.background == nil
    let surface = try Surface(
      adopting: cairo_image_surface_create_for_data(
        pixels.base, isTransparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height,
        pixels.stride))
    var context = try DrawingContext(on: surface)
    if isTransparent { context.clear() }
    try context.draw(scene, scale: scale, isRaster: true, lettering: .outlines, text: text)
    cairo_surface_flush(surface.pointer)
    // PNG has 31 bits for it.
    let pixelsPerMetre = UInt32(min(max((dpi / 0.0254).rounded(), 0), 0x7fff_ffff))
    return try PNGEncoder().encode(
      pixels, isTransparent: isTransparent, pixelsPerMetre: pixelsPerMetre,
      texts: describing ? [("Title", scene.title), ("Description", scene.summary)] : [])
  }

  /// The scene as an SVG document with its title and description. Each path has the classes of the
  /// element that it draws, `Scene.Mark.classes`, and of text its words as `aria-label`.
  public func svg(_ scene: Scene) throws(RenderingError) -> [UInt8] {
    guard scene.width <= PixelLimits.page, scene.height <= PixelLimits.page else {
      throw .pageTooLarge(width: scene.width, height: scene.height, limit: PixelLimits.page)
    }
    var output = ByteSink()
    // The surface must be gone before the sink that it writes to.
    try withUnsafeMutablePointer(to: &output) { sink throws(RenderingError) in
      let surface = try Surface(
        adopting: cairo_svg_surface_create_for_stream(
          { sink, bytes, count in
            ByteSink.append(bytes, Int(count), to: sink)
            return CAIRO_STATUS_SUCCESS
          }, sink, scene.width, scene.height))
      // Cairo 1.18 would write the page in pixels of CSS, which are three quarters of a point.
      cairo_svg_surface_set_document_unit(surface.pointer, CAIRO_SVG_UNIT_PT)
      var context = try DrawingContext(on: surface)
      try context.draw(
        scene, scale: 1, isRaster: false, lettering: .outlines, text: text, isNumbered: true)
      try surface.finish()
    }
    return SVGFilter(output.bytes, of: scene).document
  }

  private func pixelBuffer(width: Int32, height: Int32) throws(RenderingError) -> PixelBuffer {
    if let pixels, pixels.reshape(width: width, height: height) { return pixels }
    let new = try PixelBuffer(width: width, height: height)
    pixels = new.isKept ? new : nil
    return new
  }

  private func pixelSize(
    of scene: Scene, scale: Double
  ) throws(RenderingError) -> (Int32, Int32) {
    let width = (scene.width * scale).rounded()
    let height = (scene.height * scale).rounded()
    // Each side by itself, so that NaN is refused too.
    guard width <= Double(PixelLimits.side), height <= Double(PixelLimits.side),
      width * height <= Double(PixelLimits.area)
    else {
      throw .tooManyPixels(width: width, height: height)
    }
    return (Int32(max(1, width)), Int32(max(1, height)))
  }
}

extension String {
  /// The same, with a sign of replacement for the character at which C would stop reading.
  var withoutNull: String {
    utf8.contains(0) ? String(map { $0 == "\0" ? "\u{fffd}" : $0 }) : self
  }
}
