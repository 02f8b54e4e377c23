public import Activations
internal import CairoRenderer
public import Plotting

/// Everything that decides a figure of functions or of one of their derivatives.
///
///     let request = FigureRequest([try Formula("sigmoid")], order: 1)
///     let svg: [UInt8] = try request.render(as: .svg)
public struct FigureRequest: Sendable, Hashable {
  /// The functions that are plotted, at least one, from back to front.
  public var formulas: [Formula]
  /// Which derivative is plotted; 0 is the function itself.
  public var order: Int
  /// Where the functions are sampled.
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
  /// The label of the y axis; none if empty, chosen from the functions and the order if `nil`.
  public var yLabel: String?
  /// What the x axis shows; the samples and a margin if `nil`.
  public var xLimits: AxisLimits?
  /// What the y axis shows; the values and a margin if `nil`.
  public var yLimits: AxisLimits?

  /// A request with the chapter's look for all that is left out.
  ///
  /// - Precondition: There is a formula.
  public init(
    _ formulas: [Formula],
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
    precondition(!formulas.isEmpty, "a figure shows a function")
    self.formulas = formulas
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

  /// The name of the figure's files without extension: `relu`, `relu-grad`, `relu-order-2`,
  /// `relu-gelu`, `swish-beta-2`, …; a formula goes by its letters, digits
  /// and operators.
  public var name: String {
    let joined = String(formulas.map(\.label.fileName).joined(separator: "-").prefix(80))
    let variable = formulas.lazy.compactMap(\.differentiationParameter).first
    let suffix = variable.map { "-wrt-\($0.fileName)" } ?? ""
    return switch order {
    case 0: joined
    case 1: "\(joined)-grad\(suffix)"
    default: "\(joined)-order-\(order)\(suffix)"
    }
  }

  /// Samples the functions and puts the curves, labels and description together.
  ///
  /// - Throws: `OrderError` for an order that is not offered, and `SampleRangeError` for more samples
  ///   of all functions together than a range may hold.
  public func figure() throws -> Figure {
    guard formulas.count * range.count <= SampleRange.maximumCount else {
      throw SampleRangeError.tooManySamplesInAll(functions: formulas.count, each: range.count)
    }
    let samples = try formulas.map { formula in
      try formula.derivative(order, over: range, precision: precision)
    }
    return Figure(
      curves: zip(formulas, samples).map { formula, samples in
        Curve(x: samples.x, y: samples.values, label: formula.label)
      },
      xLabel: xLabel,
      yLabel: yLabel ?? defaultYLabel,
      title: title,
      xLimits: xLimits,
      yLimits: yLimits,
      size: size,
      accessibleTitle: title.isEmpty ? formulas.map(subject).joined(separator: ", ") : title,
      accessibleSummary: zip(formulas, samples).map { summary(of: $0, $1.x, $1.values) }
        .joined(separator: " "))
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
    guard formulas.count == 1 else { return derivative(of: "f", "(x)", formulas[0]) }
    let formula = formulas[0]
    guard order == 1, formula.differentiationParameter == nil else { return subject(formula) }
    return "grad of \(formula.label)"
  }

  /// The plotted function in the notation of mathematics: f(x), f′(x), f″(x), f⁽⁴⁾(x).
  private func subject(_ formula: Formula) -> String {
    guard let activation = formula.activation else {
      return order == 0 ? formula.label : derivative(of: "(\(formula.label))", "", formula)
    }
    return derivative(of: activation.name, "(x)", formula)
  }

  /// A function with the marks of its derivative: f″(x), or ∂²f(x)/∂α² by a parameter.
  private func derivative(
    of symbol: String, _ argument: String, _ formula: Formula
  ) -> String {
    guard order > 0, let variable = formula.differentiationParameter else {
      let primes = ["", "\u{2032}", "\u{2033}", "\u{2034}"]
      let mark = order < primes.count ? primes[order] : "⁽\(String(order).superscript)⁾"
      return symbol + mark + argument
    }
    let power = order == 1 ? "" : String(order).superscript
    return "∂\(power)\(symbol)\(argument)/∂\(variable)\(power)"
  }

  private func summary(of formula: Formula, _ x: [Double], _ values: [Double]) -> String {
    let derivative =
      switch order {
      case 0: formula.activation == nil ? "The function" : "The activation"
      case 1: "The first derivative, by automatic differentiation, of"
      default: "The derivative of order \(order), by automatic differentiation, of"
      }
    var extent = ""
    if let low = values.filter(\.isFinite).min(), let high = values.filter(\.isFinite).max() {
      extent = "; values from \(written(low)) to \(written(high))"
    }
    let points = "\(x.count) points from x = \(written(x.first ?? 0)) to \(written(x.last ?? 0))"
    return "\(derivative) \(definition(of: formula)) at \(points)\(extent)."
  }

  private func definition(of formula: Formula) -> String {
    guard let activation = formula.activation else { return formula.label }
    let values = formula.openParameters.map { ", \($0.name) = \(written($0.value))" }
    return "\(activation.name)(x) = \(activation.definition)\(values.joined())"
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
