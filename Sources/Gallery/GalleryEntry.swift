internal import Activations
internal import CairoRenderer
internal import Figures
internal import Plotting
internal import Typesetting
internal import Wording

/// A function as a gallery shows it: all that its article is made of, computed.
struct GalleryEntry: Sendable {
  let formula: Formula
  /// What its article is found by in the address of the page: letters, digits and hyphens.
  let id: String
  let report: FunctionReport
  let samples: GallerySamples
  /// The function and its derivative as an SVG for light and dark pages.
  let figure: String
  /// The sides of the axes box on that figure, in points, and what the y axis shows.
  let axes: Axes
  /// What the figure shows, in words.
  let summary: String

  struct Axes: Sendable {
    let left, top, right, bottom: Double
    let low, high: Double
    /// The size of the page.
    let width, height: Double
  }

  /// The x axis of every figure, and of the samples beside it.
  static let domain = -8.0...8.0

  /// - Throws: Why the figure cannot be drawn.
  init(_ formula: Formula, id: String, language: Language) throws {
    self.formula = formula
    self.id = id
    report = FunctionReport(formula, derivativesThrough: 1)
    samples = try GallerySamples(formula)
    let limits = samples.limits
    let request = try Self.request(formula, limits, language)
    let drawn = try FigureRenderer().draw(request, as: [.svg])
    let box = drawn.axes ?? Rectangle(left: 0, top: 0, width: drawn.width, height: drawn.height)
    figure = String(decoding: drawn.images[0], as: UTF8.self)
    summary = drawn.summary
    axes = Axes(
      left: box.left, top: box.top, right: box.right, bottom: box.bottom, low: limits.lowerBound,
      high: limits.upperBound, width: drawn.width, height: drawn.height)
  }

  private static func request(
    _ formula: Formula, _ limits: ClosedRange<Double>, _ language: Language
  ) throws -> FigureRequest {
    var request = FigureRequest([formula], orders: [0, 1])
    request.language = language
    request.jumps = .gap
    request.size = try FigureSize(width: 360, height: 225)
    request.look.darkTheme = .chapterInDark
    request.look.svg.isInline = true
    request.x.limits = try AxisLimits(domain.lowerBound, domain.upperBound)
    request.y.limits = try AxisLimits(limits.lowerBound, limits.upperBound)
    return request
  }
}
