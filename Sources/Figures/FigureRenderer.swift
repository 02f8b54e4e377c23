internal import Activations
internal import CairoRenderer
// Who draws a figure writes it, and what writes is public.
@_exported public import Files
internal import Plotting
package import Typesetting

/// Renders drawings one after the other, keeping the fonts open in between.
///
/// An instance belongs to one thread; several may work at once.
public final class FigureRenderer {
  private var renderers: [(families: [String], renderer: CairoRenderer)] = []

  /// A renderer that has opened no font yet.
  public init() {}

  /// The drawing as the bytes of an image file; see `Drawing.render(as:)`.
  public func render(_ drawing: any Drawing, as format: ImageFormat) throws -> [UInt8] {
    try render(drawing, as: [format])[0]
  }

  /// The drawing in several formats, computed and laid out once.
  public func render(_ drawing: any Drawing, as formats: [ImageFormat]) throws -> [[UInt8]] {
    try draw(drawing, as: formats).images
  }

  /// Lays a drawing out without drawing it.
  ///
  /// - Throws: What `render(_:as:)` throws, but for what concerns a format.
  package func rehearse(_ drawing: any Drawing) throws {
    let renderer = try renderer(of: drawing.look.fontFamilies)
    _ = try drawing.pageScene(measuring: renderer.text)
  }

  /// A drawing on a page of that size in points, whatever size it asks for.
  func scene(of drawing: any Drawing, width: Double, height: Double) throws -> Scene {
    var drawing = drawing
    if var described = drawing as? any DescribedDrawing {
      described.look.page = PageSize(width: width, height: height)
      // Letters have the size of a terminal's.
      described.look.fontSize = nil
      drawing = described
    }
    return try drawing.pageScene(measuring: try renderer(of: drawing.look.fontFamilies).text)
  }

  /// The images of a drawing and what is known once they are drawn.
  package func draw(_ drawing: any Drawing, as formats: [ImageFormat]) throws -> DrawnFigure {
    let families = drawing.look.fontFamilies
    let renderer = try renderer(of: families)
    renderer.text.hasAskedFontconfig = !families.isEmpty
    let scene = try drawing.pageScene(measuring: renderer.text)
    let images = try formats.map { format in
      switch format {
      case .png:
        try renderer.png(
          scene, dpi: drawing.resolution.dpi, describing: drawing.describesRasterImages)
      case .svg:
        try renderer.svg(
          scene, dark: try drawing.inDark?.pageScene(measuring: renderer.text),
          as: drawing.look.svg)
      case .pdf: try renderer.pdf(scene)
      case .eps: try renderer.eps(scene)
      case .pgf: try PGFPicture.bytes(of: scene, measuring: renderer.text)
      }
    }
    return DrawnFigure(
      images: images, width: scene.width, height: scene.height, axes: scene.axes,
      summary: scene.summary,
      dependsOnInstalledFonts: renderer.text.hasAskedFontconfig)
  }

  private func renderer(of families: [String]) throws -> CairoRenderer {
    if let known = renderers.first(where: { $0.families == families }) { return known.renderer }
    let renderer = CairoRenderer(text: try TextSetter(families: families))
    renderers.append((families, renderer))
    return renderer
  }
}

extension Drawing {
  /// The same in the colours for dark pages, if it has such.
  fileprivate var inDark: (any Drawing)? {
    guard let theme = look.darkTheme, var drawing = self as? any DescribedDrawing else {
      return nil
    }
    drawing.look.theme = theme
    return drawing
  }
}

/// A figure as images, and what is known of it.
package struct DrawnFigure {
  /// The bytes of a file for each format that was asked for.
  package let images: [[UInt8]]
  /// The sides of the page in points.
  package let width: Double
  package let height: Double
  /// The sides of the axes box on the page; `nil` if there is none, or there are several.
  package let axes: Rectangle?
  /// What the figure shows, for readers who do not see it.
  package let summary: String
  /// Whether other fonts than DejaVu Sans were looked for, so that what is installed decides.
  package let dependsOnInstalledFonts: Bool
}
