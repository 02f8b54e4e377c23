internal import Activations
internal import CairoRenderer
// Who draws a figure writes it, and what writes is public.
@_exported public import Files
internal import Plotting

/// Renders requests one after the other, keeping the fonts open in between.
///
/// An instance belongs to one thread; several may work at once.
public final class FigureRenderer {
  private var renderers: [(families: [String], renderer: CairoRenderer)] = []

  /// A renderer that has opened no font yet.
  public init() {}

  /// The request as the bytes of an image file; see `FigureRequest.render(as:)`.
  public func render(_ request: FigureRequest, as format: ImageFormat) throws -> [UInt8] {
    try render(request, as: [format])[0]
  }

  /// The request in several formats, sampled and laid out once.
  public func render(_ request: FigureRequest, as formats: [ImageFormat]) throws -> [[UInt8]] {
    try draw(request, as: formats).images
  }

  /// Lays a request out without drawing it.
  ///
  /// - Throws: What `render(_:as:)` throws, but for what concerns a format.
  package func rehearse(_ request: FigureRequest) throws {
    let renderer = try renderer(of: request.look.fontFamilies)
    _ = try request.figure().scene(measuring: renderer.text)
  }

  /// The images of a request and what is known once they are drawn.
  package func draw(
    _ request: FigureRequest, as formats: [ImageFormat]
  ) throws -> DrawnFigure {
    let renderer = try renderer(of: request.look.fontFamilies)
    renderer.text.hasAskedFontconfig = !request.look.fontFamilies.isEmpty
    let scene = try request.figure().scene(measuring: renderer.text)
    let images = try formats.map { format in
      switch format {
      // The chapter's files, which are float32, stay as they were published, to the byte.
      case .png:
        try renderer.png(
          scene, dpi: request.resolution.dpi, describing: request.precision == .float64)
      case .svg: try renderer.svg(scene)
      case .pdf: try renderer.pdf(scene)
      }
    }
    return DrawnFigure(
      images: images, width: scene.width, height: scene.height, summary: scene.summary,
      dependsOnInstalledFonts: renderer.text.hasAskedFontconfig)
  }

  private func renderer(of families: [String]) throws -> CairoRenderer {
    if let known = renderers.first(where: { $0.families == families }) { return known.renderer }
    let renderer = CairoRenderer(text: try TextSetter(families: families))
    renderers.append((families, renderer))
    return renderer
  }
}

/// A figure as images, and what is known of it.
package struct DrawnFigure {
  /// The bytes of a file for each format that was asked for.
  package let images: [[UInt8]]
  /// The sides of the page in points.
  package let width: Double
  package let height: Double
  /// What the figure shows, for readers who do not see it.
  package let summary: String
  /// Whether other fonts than DejaVu Sans were looked for, so that what is installed decides.
  package let dependsOnInstalledFonts: Bool
}
