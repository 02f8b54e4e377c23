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

  /// The scene as an SVG document with its title and description. Each element has the classes of its
  /// mark, `Scene.Mark.classes`, and text its words as `aria-label`.
  ///
  /// - Parameters:
  ///   - dark: The same scene in the colours for a dark page, which the document then takes where its
  ///     reader has asked for dark pages.
  ///   - format: How it is written.
  public func svg(
    _ scene: Scene, dark: Scene? = nil, as format: SVGFormat = SVGFormat()
  ) throws(RenderingError) -> [UInt8] {
    guard scene.width <= PixelLimits.page, scene.height <= PixelLimits.page else {
      throw .pageTooLarge(width: scene.width, height: scene.height, limit: PixelLimits.page)
    }
    return try SVGWriter.document(of: scene, dark: dark, as: format, setting: text)
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
