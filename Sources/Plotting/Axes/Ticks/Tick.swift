internal import Wording

/// A tick of an axis: where it stands and the number beside it.
public struct Tick: Sendable, Hashable {
  /// The position in data coordinates.
  public let value: Double
  /// The number as it is printed.
  public let label: String
}

/// The ticks of an axis, ascending, and what their numbers have in common.
struct AxisTicks {
  var ticks: [Tick]
  /// What stands once at the axis and belongs to each number, as in `×10⁻⁸`; none if empty.
  var common: String

  init(_ ticks: [Tick], common: String = "") {
    self.ticks = ticks
    self.common = common
  }

  /// The same ticks with their numbers in a style.
  func written(_ style: NumberStyle) -> AxisTicks {
    AxisTicks(
      ticks.map { Tick(value: $0.value, label: style.written($0.label)) },
      common: style.written(common))
  }
}

/// What the numbers at the ticks look like.
///
/// A minus is U+2212, or ⁻ in an exponent, and 0 has no sign in any of them.
public enum TickFormat: String, Sendable, Hashable, CaseIterable {
  /// Decimals, and powers of ten on a logarithmic axis. Where decimals would be long, what they have in
  /// common stands once at the axis, as in ×10⁻⁸.
  case automatic = "auto"
  /// 0.001, 1000; scientific only beyond 15 digits.
  case decimal
  /// 2.5×10⁻⁷, with one number of decimals along the axis.
  case scientific
  /// 250×10⁻⁹: exponents are multiples of three, and decimals those of the step.
  case engineering
  /// −3π/2: ticks at multiples of π or of a simple part of it. Where there is no room for two, and
  /// on an axis that is not linear, as automatic.
  case pi

  /// Reads the name of a format.
  ///
  /// - Throws: `PlottingError.notATickFormat` for other words.
  public init(_ text: String) throws(PlottingError) {
    guard let format = TickFormat(rawValue: text) else { throw .notATickFormat(text) }
    self = format
  }
}

/// Which ticks an axis has.
public struct TickChoice: Sendable, Hashable {
  /// What the numbers look like.
  public var format: TickFormat
  /// Where ticks stand, in data coordinates; at round values if `nil`. Values that are out of sight
  /// are left out.
  public var values: [Double]?
  /// Whether there are shorter ticks in between. Between neighbouring powers of ten there are in
  /// any case.
  public var minor: Bool

  /// Ticks at round values with decimals, unless chosen otherwise.
  public init(format: TickFormat = .automatic, values: [Double]? = nil, minor: Bool = false) {
    self.format = format
    self.values = values
    self.minor = minor
  }
}
