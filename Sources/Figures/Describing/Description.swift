internal import Activations
internal import Glibc
internal import Wording

/// What curves show, in sentences for readers who do not see them.
///
///     tanh, odd, rises from -1 to 1, slope 1 at 0, saturates beyond |x| = 2.6. Shown for x from -8
///     to 8.
///
/// Saturated is where |f′(x)| < 0.02. Numbers have three significant digits.
enum Description {
  /// The most curves that are described one by one; of more only the extents are told.
  static let mostInFull = 4

  /// The sentences for derivatives of functions, order 0 being the function itself.
  static func text(
    of curves: [(formula: Formula, order: Int)], over domain: ClosedRange<Double>
  ) -> String {
    let isShort = curves.count > mostInFull
    let sentences = curves.map { formula, order in
      let curve = CurveDescription(of: formula, order: order, over: domain, isShort: isShort)
      return curve.phrases.joined(separator: ", ") + "."
    }
    let ends = "x from \(short(domain.lowerBound)) to \(short(domain.upperBound))."
    let opening = isShort ? ["\(curves.count) curves."] : []
    return (opening + sentences + ["Shown for " + ends]).joined(separator: " ")
  }

  /// A number as figures have it, with a minus sign of its own width.
  static func written(_ value: Double, digits: Int = 4) -> String {
    short(value, digits: digits).replacing("-", with: "\u{2212}")
  }

  /// A number in few digits: 0.000335, 12300, 1.5e-9.
  static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    let exponent = Int(log10(value.magnitude).rounded(.down)) + 1 - digits
    // In two steps, as powers beyond 10^308 are no Doubles.
    let first = max(-300, min(300, exponent)), rest = exponent - first
    func scaled(_ value: Double, by exponent: Int) -> Double {
      exponent < 0 ? value * pow(10, Double(-exponent)) : value / pow(10, Double(exponent))
    }
    let whole = Int(scaled(scaled(value, by: first), by: rest).rounded())
    // The Double nearest to the decimal is written as that; next to the largest there is none.
    let nearest = Double("\(whole)e\(exponent)") ?? value
    return plainNumeral(nearest.isFinite ? nearest : value)
  }
}
