public import Activations
internal import CairoRenderer
public import Plotting

/// Everything that decides a figure of one activation or one of its derivatives.
///
///     let request = FigureRequest(activation: try Activation(named: "sigmoid"), order: 1)
///     let svg: [UInt8] = try request.render(as: .svg)
public struct FigureRequest: Sendable, Hashable {
  /// The activation that is plotted.
  public var activation: Activation
  /// Which derivative is plotted; 0 is the function itself.
  public var order: Int
  /// Where the activation is sampled.
  public var range: SampleRange
  /// The floating-point format of samples and values.
  public var precision: Precision
  /// The nominal size.
  public var size: FigureSize
  /// The pixels to the inch of raster images.
  public var resolution: Resolution
  /// The title above the axes; none if empty.
  public var title: String
  /// The label of the x axis; none if empty.
  public var xLabel: String
  /// The label of the y axis; none if empty, chosen from the activation and order if `nil`.
  public var yLabel: String?
  /// What the x axis shows; the samples and a margin if `nil`.
  public var xLimits: AxisLimits?
  /// What the y axis shows; the values and a margin if `nil`.
  public var yLimits: AxisLimits?

  /// A request with the chapter's look for all that is left out.
  public init(
    activation: Activation,
    order: Int = 0,
    range: SampleRange = .chapter,
    precision: Precision = .float64,
    size: FigureSize = .chapter,
    resolution: Resolution = .chapter,
    title: String = "",
    xLabel: String = "x",
    yLabel: String? = nil,
    xLimits: AxisLimits? = nil,
    yLimits: AxisLimits? = nil
  ) {
    self.activation = activation
    self.order = order
    self.range = range
    self.precision = precision
    self.size = size
    self.resolution = resolution
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.xLimits = xLimits
    self.yLimits = yLimits
  }

  /// The name of the figure's files without extension: `relu`, `relu-grad`, `relu-order-2`, …
  public var name: String {
    switch order {
    case 0: activation.name
    case 1: "\(activation.name)-grad"
    default: "\(activation.name)-order-\(order)"
    }
  }

  /// Samples the activation and puts the curve, labels and description together.
  ///
  /// - Throws: `OrderError` for an order that is not offered.
  public func figure() throws -> Figure {
    let (x, values) = try activation.derivative(order, over: range, precision: precision)
    return Figure(
      curves: [Curve(x: x, y: values)],
      xLabel: xLabel,
      yLabel: yLabel ?? defaultYLabel,
      title: title,
      xLimits: xLimits,
      yLimits: yLimits,
      size: size,
      accessibleTitle: title.isEmpty ? subject : title,
      accessibleSummary: summary(x, values))
  }

  /// The request as the bytes of an image file.
  ///
  /// The same request gives the same bytes, in any process, locale or time zone.
  ///
  /// - Throws: `OrderError`, `PlottingError` or `RenderingError`, whose descriptions are sentences
  ///   for the user.
  public func render(as format: ImageFormat) throws -> [UInt8] {
    try FigureRenderer().render(self, as: format)
  }

  // MARK: Words

  private var defaultYLabel: String {
    switch order {
    case 0: "\(activation.name)(x)"
    case 1: "grad of \(activation.name)"
    default: subject
    }
  }

  /// The plotted function in the notation of mathematics: f(x), f′(x), f″(x), f⁽⁴⁾(x).
  private var subject: String {
    let primes = ["", "\u{2032}", "\u{2033}", "\u{2034}"]
    let mark = order < primes.count ? primes[order] : "⁽\(String(order).superscript)⁾"
    return "\(activation.name)\(mark)(x)"
  }

  private func summary(_ x: [Double], _ values: [Double]) -> String {
    let derivative =
      switch order {
      case 0: "The activation"
      case 1: "The first derivative, by automatic differentiation, of"
      default: "The derivative of order \(order), by automatic differentiation, of"
      }
    var extent = ""
    if let low = values.filter(\.isFinite).min(), let high = values.filter(\.isFinite).max() {
      extent = "; values from \(written(low)) to \(written(high))"
    }
    let points = "\(x.count) points from x = \(written(x.first ?? 0)) to \(written(x.last ?? 0))"
    return "\(derivative) \(activation.name)(x) = \(activation.formula) at \(points)\(extent)."
  }

  /// A number in as few digits as tell it apart in the request's precision.
  private func written(_ value: Double) -> String {
    let digits = precision == .float32 ? "\(Float(value))" : "\(value)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}

extension String {
  /// A number in superscript digits.
  fileprivate var superscript: String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
