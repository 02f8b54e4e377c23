/// The generator SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number
/// generators"): its numbers follow from the seed alone, on every machine and in every version.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The generator that starts at this seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A multiple of 2^-53 in [0, 1): the upper 53 of the next 64 bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the standard normal distribution, by Karney's algorithm N (2016, "Sampling exactly
  /// from the normal distribution", ACM TOMS 42).
  ///
  /// It only compares uniform numbers: no logarithm or cosine of some machine's library takes part,
  /// so that the numbers are the same everywhere.
  public mutating func normal() -> Double {
    while true {
      var whole = 0.0
      while isBelowHalf() { whole += 1 }
      // N2: keep it with the probability exp(-k(k - 1)/2).
      guard succeeds(Int(whole * (whole - 1)), { $0.isBelowHalf() }) else { continue }
      let fraction = uniform()
      // N4: keep it with the probability exp(-x(2k + x)/2).
      guard succeeds(Int(whole) + 1, { $0.isBelow(fraction, whole: whole) }) else { continue }
      let magnitude = whole + fraction
      return next() >> 63 == 0 ? magnitude : -magnitude
    }
  }

  private mutating func succeeds(_ count: Int, _ trial: (inout Self) -> Bool) -> Bool {
    for _ in 0..<count where !trial(&self) { return false }
    return true
  }

  /// True with the probability exp(-1/2) (algorithm H): whether a run ½ > u₁ > u₂ > … has an even
  /// length (von Neumann 1951).
  private mutating func isBelowHalf() -> Bool {
    var last = 0.5, isEven = true
    while true {
      let next = uniform()
      guard next < last else { return isEven }
      (last, isEven) = (next, !isEven)
    }
  }

  /// True with the probability exp(-x(2k + x)/(2k + 2)) (algorithm B): as above from x on, where a
  /// run also ends by chance.
  private mutating func isBelow(_ fraction: Double, whole: Double) -> Bool {
    var last = fraction, isEven = true
    while true {
      let next = uniform()
      guard next < last, uniform() * (2 * whole + 2) < 2 * whole + fraction else { return isEven }
      (last, isEven) = (next, !isEven)
    }
  }
}
