internal import CairoRenderer
internal import Plotting

/// Renders requests one after the other, keeping the fonts open in between.
///
/// An instance belongs to one thread; several may work at once.
public final class FigureRenderer {
  private let renderer: CairoRenderer

  /// Opens the fonts.
  ///
  /// - Parameter families: Names of installed font families in order of preference, in any case.
  ///   What they lack comes from DejaVu Sans, and then from any installed font.
  /// - Throws: `RenderingError.familyMissing`, which names the installed family of the nearest name,
  ///   or `.fontMissing`, which names the package that has DejaVu Sans.
  public init(families: [String] = []) throws {
    renderer = CairoRenderer(text: try TextSetter(families: families))
  }

  /// The request as the bytes of an image file; see `FigureRequest.render(as:)`.
  public func render(_ request: FigureRequest, as format: ImageFormat) throws -> [UInt8] {
    try render(request, as: [format])[0]
  }

  /// The request in several formats, sampled and laid out once.
  public func render(_ request: FigureRequest, as formats: [ImageFormat]) throws -> [[UInt8]] {
    let scene = try request.figure().scene(measuring: renderer.text)
    return try formats.map { format in
      switch format {
      case .png: try renderer.png(scene, dpi: request.resolution.dpi)
      case .svg: try renderer.svg(scene)
      case .pdf: try renderer.pdf(scene)
      }
    }
  }
}
