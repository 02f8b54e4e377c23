internal import Activations
public import Plotting
public import Typesetting
package import Wording

/// Anything that can be drawn: functions and their derivatives, networks, and what a program makes
/// of its own. Renderers, batches and goldens take any.
///
/// A drawing says all that decides its picture, so that the same drawing gives the same bytes.
public protocol Drawing: Sendable {
  /// The name of its files without extension.
  var name: String { get }
  /// Colours, fonts and widths; a renderer opens its fonts.
  var look: Look { get }
  /// The pixels to the inch of raster images.
  var resolution: Resolution { get }
  /// What the picture cannot show, in sentences with a remedy.
  var doubts: [String] { get }
  /// Whether raster images have title and description too, as SVG and PDF have.
  var describesRasterImages: Bool { get }

  /// Lays the picture out.
  ///
  /// - Throws: Sentences for the user on what cannot be drawn.
  func scene(measuring measurer: some TextMeasurer) throws -> Scene
}

extension Drawing {
  /// The look of the chapter's figures.
  public var look: Look { Look() }

  /// As fine as the chapter's figures.
  public var resolution: Resolution { .chapter }

  /// None.
  public var doubts: [String] { [] }

  /// They have.
  public var describesRasterImages: Bool { true }

  /// The drawing as the bytes of an image file.
  ///
  /// The same drawing gives the same bytes, in any process, locale or time zone.
  ///
  /// - Throws: What laying out throws, or `RenderingError`, whose descriptions are sentences for the
  ///   user.
  public func render(as format: ImageFormat) throws -> [UInt8] {
    try FigureRenderer().render(self, as: format)
  }
}

/// A drawing that words describe: what every one of them can be told.
package protocol DescribedDrawing: Drawing {
  var look: Look { get set }
  var resolution: Resolution { get set }
  /// The language of what is said without being given.
  var language: Language { get set }
  /// The title above the picture; none if empty.
  var title: String { get set }
  /// What readers are told who do not see the picture; what it shows if `nil`.
  var alternativeText: String? { get set }
}

extension DescribedDrawing {
  /// What it says of itself, in its language.
  var words: FigureWords { FigureWords(language) }
}

extension FigureRequest: DescribedDrawing {
  /// The chapter's files, which are float32, stay as they were published, to the byte.
  public var describesRasterImages: Bool { precision == .float64 }

  /// Samples the functions and lays the panels out.
  ///
  /// - Throws: What `figure()` throws, or `PlottingError`.
  public func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    try figure().scene(measuring: measurer)
  }
}
