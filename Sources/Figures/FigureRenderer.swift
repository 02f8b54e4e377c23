internal import Activations
internal import CairoRenderer
internal import Plotting

/// Renders requests one after the other, keeping the fonts open in between.
///
/// An instance belongs to one thread; several may work at once.
public final class FigureRenderer {
  private var renderers: [[String]: CairoRenderer] = [:]

  /// A renderer that has opened no font yet.
  public init() {}

  /// The request as the bytes of an image file; see `FigureRequest.render(as:)`.
  public func render(_ request: FigureRequest, as format: ImageFormat) throws -> [UInt8] {
    try render(request, as: [format])[0]
  }

  /// The request in several formats, sampled and laid out once.
  public func render(_ request: FigureRequest, as formats: [ImageFormat]) throws -> [[UInt8]] {
    let renderer = try renderer(of: request.look.fontFamilies)
    let scene = try request.figure().scene(measuring: renderer.text)
    return try formats.map { format in
      switch format {
      // The chapter's files, which are float32, stay as they were published, to the byte.
      case .png:
        try renderer.png(
          scene, dpi: request.resolution.dpi, describing: request.precision == .float64)
      case .svg: try renderer.svg(scene)
      case .pdf: try renderer.pdf(scene)
      }
    }
  }

  private func renderer(of families: [String]) throws -> CairoRenderer {
    if let renderer = renderers[families] { return renderer }
    let renderer = CairoRenderer(text: try TextSetter(families: families))
    renderers[families] = renderer
    return renderer
  }
}
