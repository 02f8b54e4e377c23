internal import Wording

/// The floating-point format in which sample points are laid out and functions evaluated.
public enum Precision: String, Sendable, Hashable, CaseIterable {
  /// IEEE binary16, with 11 bits of digits up to 65504. x and every result are rounded to it, and what
  /// lies between is binary32, as in the frameworks' kernels for activations; sums and products of
  /// several kernels, which they round one by one, are not imitated.
  case float16
  /// The upper half of a binary32, with 8 bits of digits and its exponents; evaluated as `float16` is.
  case bfloat16
  /// IEEE binary32, the default of the deep-learning frameworks; the chapter's figures use it.
  /// Every operation rounds, as it does there.
  case float32
  /// IEEE binary64, computed in 104 bits and rounded once.
  case float64

  /// Whether numbers are stored in less than what they are computed in.
  package var isShort: Bool { self == .float16 || self == .bfloat16 }

  /// The nearest number of the format, the even one of two; infinite beyond the largest.
  package func rounded(_ value: Double) -> Double {
    switch self {
    case .float16: Double(Float16(value))
    case .bfloat16: Self.bfloat16(value)
    case .float32: Double(Float(value))
    case .float64: value
    }
  }

  private static func bfloat16(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    // Beside the last digit what is below it only matters if it is not zero: so that no number is rounded
    // twice, Float gets the digits towards zero.
    var single = Float(value)
    if Double(single).magnitude > value.magnitude { single = single.towardsZero }
    let isInexact = Double(single) != value
    let bits = single.bitPattern, rest = bits & 0xffff, upper = bits >> 16
    let isUp = rest > 0x8000 || rest == 0x8000 && (isInexact || upper & 1 == 1)
    return Double(Float(bitPattern: (upper + (isUp ? 1 : 0)) << 16))
  }

  /// How far numbers of that size are apart.
  package func unit(at size: Double) -> Double {
    switch self {
    case .float16: Double(Float16(size).ulp)
    case .bfloat16: Double(Float(size).ulp) * 0x1p16
    case .float32: Double(Float(size).ulp)
    case .float64: size.ulp
    }
  }

  /// A number of the format in as few digits as tell it apart from others of binary32 or binary64.
  package func written(_ value: Double) -> String {
    self == .float64 ? plainNumeral(value) : plainNumeral(Float(value))
  }
}

extension Float {
  fileprivate var towardsZero: Float { sign == .minus ? nextUp : nextDown }
}
