internal import Activations
internal import Glibc
internal import Plotting
internal import Wording

/// What curves show, in sentences for readers who do not see them.
///
///     tanh, odd, rises from -1 to 1, slope 1 at 0, saturates beyond |x| = 2.6. Shown for x from -8
///     to 8.
///
/// Saturated is where |f′(x)| < 0.02, and less than a third of the average slope. Numbers have three significant digits.
package enum Description {
  /// The most curves that are described one by one; of more only the extents are told.
  static let mostInFull = 4

  /// The sentences for derivatives of functions, order 0 being the function itself.
  static func text(
    of curves: [(formula: Formula, order: Int)], over domain: ClosedRange<Double>,
    _ words: FigureWords = FigureWords(.en)
  ) -> String {
    let isShort = curves.count > mostInFull
    let sentences = curves.map { formula, order in
      let curve = CurveDescription(of: formula, order: order, over: domain, words, isShort: isShort)
      return curve.phrases.joined(separator: ", ") + "."
    }
    let shown = words.shown(from: short(domain.lowerBound), to: short(domain.upperBound))
    let opening = isShort ? [words.curves(curves.count)] : []
    return (opening + sentences + [shown]).joined(separator: " ")
  }

  /// A number as figures have it, with a minus sign of its own width.
  package static func written(_ value: Double, digits: Int = 4) -> String {
    short(value, digits: digits).replacing("-", with: "\u{2212}")
  }

  /// A place on an axis as figures have it: a multiple of π by its name.
  static func place(_ value: Double) -> String { Tick.multipleOfPi(value) ?? written(value) }

  /// A number in few digits: 0.000335, 12300, 1.5e-9.
  static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    let (unit, exponent) = decimal(value, digits: digits)
    // Powers of ten are rounded themselves; text is read as the Double nearest to the decimal.
    let rounded = Double("\(unit)e\(exponent)") ?? value
    return plainNumeral(rounded.isFinite ? rounded : value)
  }

  /// A finite number other than 0 to so many digits: a whole number times a power of ten.
  package static func decimal(_ value: Double, digits: Int) -> (unit: Int, exponent: Int) {
    let exponent = Int(log10(value.magnitude).rounded(.down)) + 1 - digits
    // In two steps, for 10³²⁶ alone is beyond the largest number.
    let half = -exponent / 2
    let scaled = value * pow(10, Double(half)) * pow(10, Double(-exponent - half))
    return (Int(scaled.rounded()), exponent)
  }
}
