public import Activations
internal import CairoRenderer
public import Plotting

/// What is drawn where a function or its derivative jumps.
public enum Jumps: String, Sendable, Hashable, CaseIterable {
  /// A line from the sample before to the sample after, as the chapter has it.
  case connect
  /// Nothing: the curve ends at one limit and goes on at the other, with a full dot at the value
  /// that is taken there and an open one at each limit that is not.
  case gap
}

/// Everything that decides a figure of functions and their derivatives.
///
///     let request = FigureRequest([try Formula("sigmoid")], orders: [1])
///     let svg: [UInt8] = try request.render(as: .svg)
public struct FigureRequest: Sendable, Hashable {
  /// The functions that are plotted, at least one, from back to front.
  public var formulas: [Formula]
  /// Which derivatives of each function are plotted, at least one; 0 is the function itself.
  public var orders: [Int]
  /// Where the functions are sampled.
  public var range: SampleRange
  /// The floating-point format of samples and values.
  public var precision: Precision
  /// What is drawn where a function or its derivative jumps.
  public var jumps: Jumps
  /// The nominal size.
  public var size: FigureSize
  /// The pixels to the inch of raster images.
  public var resolution: Resolution
  /// The title above the axes; none if empty.
  public var title: String
  /// The label of the x axis; none if empty.
  public var xLabel: String
  /// The label of the y axis; none if empty, chosen from the functions and the order if `nil`.
  public var yLabel: String?
  /// What the x axis shows; the samples and a margin if `nil`.
  public var xLimits: AxisLimits?
  /// What the y axis shows; the values and a margin if `nil`.
  public var yLimits: AxisLimits?
  /// How the x axis turns values into distances.
  public var xScale: AxisScale
  /// How the y axis turns values into distances.
  public var yScale: AxisScale

  /// A request with the chapter's look for all that is left out.
  ///
  /// - Precondition: There is a formula and an order.
  public init(
    _ formulas: [Formula],
    orders: [Int] = [0],
    range: SampleRange = .chapter,
    precision: Precision = .float64,
    jumps: Jumps = .connect,
    size: FigureSize = .chapter,
    resolution: Resolution = .chapter,
    title: String = "",
    xLabel: String = "x",
    yLabel: String? = nil,
    xLimits: AxisLimits? = nil,
    yLimits: AxisLimits? = nil,
    xScale: AxisScale = .linear,
    yScale: AxisScale = .linear
  ) {
    precondition(!formulas.isEmpty && !orders.isEmpty, "a figure shows a function")
    self.formulas = formulas
    self.orders = orders
    self.range = range
    self.precision = precision
    self.jumps = jumps
    self.size = size
    self.resolution = resolution
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.xLimits = xLimits
    self.yLimits = yLimits
    self.xScale = xScale
    self.yScale = yScale
  }

  /// The name of the figure's files without extension: `relu`, `relu-grad`, `relu-order-2`,
  /// `relu-with-grad`, `relu-gelu`, `swish-beta-2`, …; a formula goes by its letters, digits and
  /// operators.
  public var name: String {
    let joined = String(formulas.map(\.label.fileName).joined(separator: "-").prefix(80))
    let variable = formulas.lazy.compactMap(\.differentiationParameter).first
    let suffix = variable.map { "-wrt-\($0.fileName)" } ?? ""
    return switch orders {
    case [0]: joined
    case [1]: "\(joined)-grad\(suffix)"
    case [0, 1]: "\(joined)-with-grad\(suffix)"
    case let orders where orders.count == 1: "\(joined)-order-\(orders[0])\(suffix)"
    default: "\(joined)-orders-\(orders.map { "\($0)" }.joined(separator: "-"))\(suffix)"
    }
  }

  /// Samples the functions and puts the curves, labels and description together.
  ///
  /// - Throws: `OrderError` for an order that is not offered, and `SampleRangeError` for more samples
  ///   of all curves together than a range may hold.
  public func figure() throws -> Figure {
    let count = formulas.count * orders.count
    guard count * range.count <= SampleRange.maximumCount else {
      throw SampleRangeError.tooManySamplesInAll(functions: count, each: range.count)
    }
    let curves = try formulas.flatMap { formula in
      try sampled(formula).map { jumps == .gap ? $0.broken() : $0 }
    }
    return Figure(
      curves: curves.map { Curve(x: $0.x, y: $0.values, label: label(of: $0)) },
      dots: curves.enumerated().flatMap { index, curve in curve.dots(ofCurve: index) },
      xLabel: xLabel,
      yLabel: yLabel ?? defaultYLabel,
      title: title,
      xLimits: xLimits,
      yLimits: yLimits,
      xScale: xScale,
      yScale: yScale,
      size: size,
      accessibleTitle: title.isEmpty ? curves.map(\.subject).joined(separator: ", ") : title,
      accessibleSummary: curves.map { $0.summary(in: precision) }.joined(separator: " "))
  }

  private func sampled(_ formula: Formula) throws -> [SampledDerivative] {
    guard orders.count > 1 else {
      let (x, values) = try formula.derivative(orders[0], over: range, precision: precision)
      return [SampledDerivative(formula: formula, order: orders[0], x: x, values: values)]
    }
    let samples = try formula.samples(
      over: range, order: orders.max() ?? 0, precision: precision)
    return try orders.map { order in
      guard samples.derivatives.indices.contains(order) else { throw OrderError(order: order) }
      return SampledDerivative(
        formula: formula, order: order, x: samples.x, values: samples.derivatives[order])
    }
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

  /// The axis can say what there is in one word only if all curves are of one order.
  private var defaultYLabel: String {
    guard orders.count == 1 else { return "" }
    let curve = SampledDerivative(formula: formulas[0], order: orders[0], x: [], values: [])
    // Nor has a long formula room beside the axis; the description has it whole.
    guard formulas.count == 1, curve.subject.count <= Self.longestAxisLabel else {
      return curve.derivative(of: "f", "(x)")
    }
    guard orders == [1], formulas[0].differentiationParameter == nil else { return curve.subject }
    return "grad of \(formulas[0].label)"
  }

  private static let longestAxisLabel = 36

  private func label(of curve: SampledDerivative) -> String {
    orders.count == 1 ? curve.formula.label : curve.subject
  }
}

extension String {
  /// What of a formula can stand in a file name: its letters and digits, operators as words, the
  /// rest as `-`.
  fileprivate var fileName: String {
    let operators: [Character: String] = [
      "+": "plus", "-": "minus", "*": "times", "/": "over", "^": "to", "<": "lt", ">": "gt",
      "!": "not",
    ]
    let words = flatMap { operators[$0].map { " \($0) " } ?? String($0) }.split {
      !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_"))
    }
    return words.isEmpty ? "formula" : words.map { String($0) }.joined(separator: "-")
  }
}
