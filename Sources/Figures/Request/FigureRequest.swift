public import Activations
internal import CairoRenderer
public import Plotting
public import Wording

/// What is drawn where a function or its derivative jumps.
///
/// A value that holds at a point alone has a full dot in any case.
public enum Jumps: String, Sendable, Hashable, CaseIterable {
  /// A line from the sample before to the sample after, as the chapter has it.
  case connect
  /// Nothing: the curve ends at one limit and goes on at the other, with a full dot at the value
  /// that is taken there and an open one at each limit that is not. An open one also marks where the
  /// formula has a limit and no value, as sin(x) / x at 0.
  case gap
}

/// Where a function is evaluated for its curve.
public enum Sampling: Sendable, Hashable {
  /// At equally spaced points, which the curve joins by straight lines.
  case every(SampleRange)
  /// Where the curve bends, as densely as makes it smooth at its size; kinks and jumps are hit
  /// exactly.
  case adaptive(ClosedRange<Double>)

  /// Adaptive, over the part of the x axis that the chapter's figures show.
  public static let standard = Sampling.adaptive(-8...8)

  /// What suits a format, over the same part: in float32 the samples matter, which are the chapter's, and
  /// the short formats make stairs.
  static func standard(in precision: Precision) -> Sampling {
    switch precision {
    case .float16, .bfloat16: (try? stairs(over: standard.domain)) ?? standard
    case .float32: .every(.chapter)
    case .float64: standard
    }
  }

  /// So densely that steps are seen as such.
  static func stairs(over domain: ClosedRange<Double>) throws(SampleRangeError) -> Sampling {
    let step = domain.upperBound / 8192 - domain.lowerBound / 8192
    return .every(try SampleRange(from: domain.lowerBound, to: domain.upperBound, step: step))
  }

  /// The part of the x axis from the first to the last sample.
  public var domain: ClosedRange<Double> {
    switch self {
    case .every(let range): range.lowerBound...max(range.lowerBound, range.point(range.count - 1))
    case .adaptive(let domain): domain
    }
  }
}

/// Everything that decides a figure of functions and their derivatives.
///
///     let request = FigureRequest([try Formula("sigmoid")], orders: [1])
///     let svg: [UInt8] = try request.render(as: .svg)
public struct FigureRequest: Sendable, Hashable {
  /// The functions that are plotted, at least one, from back to front.
  public var formulas: [Formula]
  /// The families of the catalogue that the functions were asked for by, if they were, which name
  /// the figure's files.
  public var families: [String] = []
  /// What names the figure's files instead of its functions, if it is more than these.
  public var subjectName: String?
  /// The places of functions that stand back behind the others in thin lines.
  public var thinFormulas: Set<Int> = []
  /// What the functions have to do with each other, if it is more than that they are drawn together.
  var relation: Relation?
  /// Which derivatives of each function are plotted, at least one; 0 is the function itself.
  public var orders: [Int]
  /// Where the functions are evaluated.
  public var sampling: Sampling
  /// The floating-point format of samples and values.
  public var precision: Precision
  /// What is drawn where a function or its derivative jumps.
  public var jumps = Jumps.connect

  /// How the curves are spread over panels.
  public var arrangement = Arrangement.single
  /// Along which axes all panels show the same; as suits the arrangement if `nil`.
  public var shared: Set<Axis>?
  /// How many panels stand side by side in a grid or on a sheet; as many as suit it if `nil`.
  public var columns: Int?
  /// The nominal size; as suits the arrangement if `nil`.
  public var size: FigureSize?
  /// The pixels to the inch of raster images.
  public var resolution = Resolution.chapter
  /// Colours, fonts and widths.
  public var look = Look()
  /// The language of what is said without being given: of labels, and to readers who do not see the
  /// figure.
  public var language = Language.en
  /// Where the axes are drawn.
  public var axesStyle = AxesStyle.box
  /// Whether a unit of x is as long as one of y.
  public var hasEqualUnits = false
  /// What the curves of the arrangement `single` are called, function by function, beside the y axis if
  /// there is only one; as their functions are if there are none.
  public var labels: [String] = []
  /// Where the curves are named; where it suits the arrangement if `nil`.
  public var legend: LegendPlace?
  /// How the legend looks.
  public var legendOptions = LegendOptions()

  /// The title above the axes; none if empty. In this and all other words, what stands between dollar
  /// signs is set as mathematics.
  public var title: String
  /// What readers are told who do not see the figure; the mathematics of the curves if `nil`.
  public var alternativeText: String?
  /// What is chosen about the x axis, whose label is x if `nil`.
  public var x = AxisOptions()
  /// What is chosen about the y axis, whose label follows from the functions and the order if `nil`.
  public var y = AxisOptions()
  /// What is chosen about a second y axis, at the right, for all of `orders` but the first; there is
  /// none if `nil`.
  public var twin: AxisOptions?
  /// Points that are drawn beside the curves, a list in a colour.
  public var points: [[DataPoint]] = []
  /// What is drawn to explain the curves.
  public var explanations = Explanations()

  /// A request with the chapter's look; everything else that there is to choose can be set after.
  ///
  /// - Parameters:
  ///   - sampling: Where the functions are evaluated; what suits the precision if `nil`.
  /// - Precondition: There is a formula and an order.
  public init(
    _ formulas: [Formula], orders: [Int] = [0], sampling: Sampling? = nil,
    precision: Precision = .float64, title: String = ""
  ) {
    precondition(!formulas.isEmpty && !orders.isEmpty, "a figure shows a function")
    self.formulas = formulas
    self.orders = orders
    self.sampling = sampling ?? .standard(in: precision)
    self.precision = precision
    self.title = title
  }

  /// The name of the figure's files without extension: `relu`, `relu-grad`, `relu-order-2`,
  /// `relu-with-grad`, `relu-gelu`, `swish-beta-2`, `sigmoid-family-grad`, …; a formula goes by its
  /// letters, digits and operators.
  public var name: String {
    let own = subjectName.map { [$0] } ?? formulas.map(\.label)
    let groups = families.map { $0 == "all" ? "catalogue" : "\($0)-family" }
    let joined =
      groups.isEmpty ? Self.fileName(own) : String(groups.joined(separator: "-").prefix(80))
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
}

extension FigureRequest {
  /// The name of a file for what formulas and words say, joined.
  static func fileName(_ words: [String]) -> String {
    String(words.map(\.fileName).joined(separator: "-").prefix(80))
  }
}

extension String {
  /// What of a formula can stand in a file name: its letters and digits, operators as words, the
  /// rest as `-`.
  fileprivate var fileName: String {
    let operators = [
      "+": "plus", "-": "minus", "*": "times", "/": "over", "^": "to", "<": "lt", ">": "gt",
      "!": "not",
    ]
    let spelled = map { sign in operators[String(sign)].map { " \($0) " } ?? String(sign) }.joined()
    let words = spelled.split { sign in
      !(sign.isASCII && (sign.isLetter || sign.isNumber || sign == "_"))
    }
    return words.isEmpty ? "formula" : words.joined(separator: "-")
  }
}
