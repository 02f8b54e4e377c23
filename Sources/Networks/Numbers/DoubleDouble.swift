/// An unevaluated sum of two Doubles, about 106 bits: what sums of products are made in before they
/// are rounded once.
///
/// Sums and products have a relative error below 2^-102, while no number on the way leaves the range
/// of Double and no product is below 2^-969. The sum and the product of two Doubles are exact.
/// Sources: Dekker 1971; Joldes, Muller and Popescu 2017, "Tight and rigorous error bounds for basic
/// building blocks of double-word arithmetic".
struct DoubleDouble: Hashable {
  let high: Double
  /// At most half a unit of `high`'s last place.
  let low: Double

  init(_ value: Double) { (high, low) = (value, 0) }

  /// a + b, exactly (Knuth).
  init(sum a: Double, _ b: Double) {
    high = a + b
    let part = high - a
    low = (a - (high - part)) + (b - part)
  }

  /// a · b, exactly.
  init(product a: Double, _ b: Double) {
    high = a * b
    low = (-high).addingProduct(a, b)
  }

  private init(high: Double, low: Double) { (self.high, self.low) = (high, low) }

  var isFinite: Bool { high.isFinite && low.isFinite }

  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = DoubleDouble(sum: a.high, b.high), low = DoubleDouble(sum: a.low, b.low)
    let first = DoubleDouble(sum: high.high, high.low + low.high)
    return DoubleDouble(sum: first.high, first.low + low.low)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    return DoubleDouble(sum: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  /// The quotient; of two Doubles its high part is rounded as IEEE 754 rounds it.
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - DoubleDouble(first) * b
    let second = rest.high / b.high
    return a.low == 0 && b.low == 0
      ? DoubleDouble(high: first, low: second) : DoubleDouble(sum: first, second)
  }

  static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }
}

extension DoubleDouble: Comparable {
  static func < (a: DoubleDouble, b: DoubleDouble) -> Bool {
    a.high < b.high || a.high == b.high && a.low < b.low
  }
}
