internal import CCairo
internal import CPNG
public import Plotting

/// Turns scenes into the bytes of image files.
///
/// The same scene gives the same bytes, whatever was drawn before, in whatever process or locale.
/// An instance belongs to one thread; several may work at once.
public final class CairoRenderer {
  /// Sets the text of scenes, and measures it for their layout.
  public let text: TextSetter

  /// A renderer that writes in the font of `text`.
  public init(text: TextSetter) {
    self.text = text
  }

  /// The scene as an opaque 8-bit RGB PNG, its resolution recorded.
  ///
  /// The image is the page rounded to whole pixels.
  ///
  /// - Parameter dpi: Pixels to the inch.
  public func png(_ scene: Scene, dpi: Double) throws(RenderingError) -> [UInt8] {
    let scale = dpi / 72
    let (width, height) = try pixelSize(of: scene, scale: scale)
    let pixels = try PixelBuffer(width: width, height: height)
    let surface = try Surface(
      adopting: cairo_image_surface_create_for_data(
        pixels.base, CAIRO_FORMAT_RGB24, width, height, pixels.stride))
    let context = try DrawingContext(on: surface)
    try context.draw(scene, scale: scale, snapping: true, lettering: .outlines, text: text)
    cairo_surface_flush(surface.pointer)
    return try encodePNG(pixels, dpi: dpi)
  }

  /// The scene as an SVG document with its title and description.
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
      let context = try DrawingContext(on: surface)
      try context.draw(scene, scale: 1, snapping: false, lettering: .outlines, text: text)
      try surface.finish()
    }
    return SVGFilter.filter(output.bytes, title: scene.title, summary: scene.summary)
  }

  private func pixelSize(
    of scene: Scene, scale: Double
  ) throws(RenderingError) -> (Int32, Int32) {
    let width = max(1, (scene.width * scale).rounded())
    let height = max(1, (scene.height * scale).rounded())
    guard max(width, height) <= Double(PixelLimits.side),
      width * height <= Double(PixelLimits.area)
    else {
      throw .tooManyPixels(width: width, height: height)
    }
    return (Int32(width), Int32(height))
  }

  private func encodePNG(
    _ pixels: borrowing PixelBuffer, dpi: Double
  ) throws(RenderingError) -> [UInt8] {
    var bytes = ByteSink()
    bytes.bytes.reserveCapacity(pixels.count / 16)
    var output = actplot_png_output()
    output.sink = { sink, bytes, count in ByteSink.append(bytes, count, to: sink) }
    let isEncoded = withUnsafeMutablePointer(to: &bytes) { sink in
      output.context = UnsafeMutableRawPointer(sink)
      return actplot_png_encode(
        pixels.base, UInt32(pixels.width), UInt32(pixels.height), Int(pixels.stride),
        UInt32((dpi / 0.0254).rounded()), &output)
    }
    guard isEncoded else {
      let message = withUnsafeBytes(of: output.message) { message in
        String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw .png(message)
    }
    return bytes.bytes
  }
}
