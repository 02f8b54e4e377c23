internal import CMPFR

/// The value where a function turns, which may lie beside every Double: the least value of (x - 1/3)² is
/// 0, and that at no Double is.
extension CloserLook {
  /// Enough to tell what is less than every Double from 0, at a place that is known to half of them.
  private static var turningBits: Int { 1280 }
  private static var mostSteps: Int { 24 }

  /// The value where the slope changes its sign beside a Double; `nil` if the place is not found.
  func valueOfTurn(beside x: Double) -> Double? {
    BigFloat.withPrecision(Self.turningBits) {
      if hasZero(beside: x) { return 0 }
      guard let place = corner(beside: x) ?? root(of: 1, beside: x) else { return nil }
      return look(at: Interval(exactly: place), Self.turningBits, isLast: true).values[0]?.double
    }
  }

  /// Whether the function comes ever nearer to 0 towards a place beside a Double.
  private func hasZero(beside x: Double) -> Bool {
    guard let place = root(of: 0, beside: x) else { return false }
    let values = [BigFloat(x), place].map { derivatives(at: $0, order: 0, from: .right)[0] }
    return values[1].exponent < values[0].exponent - 60
  }

  /// Where a derivative is 0, or as a power of the distance infinite: Newton's method for its quotient
  /// with the next one, which is simply 0 there whatever the power.
  private func root(of order: Int, beside x: Double) -> BigFloat? {
    var place = BigFloat(x)
    for _ in 0..<Self.mostSteps {
      let all = derivatives(at: place, order: order + 2, from: .right)[order...]
      let (value, first, second) = (all[order], all[order + 1], all[order + 2])
      // What cannot be told from 0 is found.
      if value.hasZero { return Self.isBeside(place, x) ? place : nil }
      let step = value * first / (first * first - value * second)
      guard step.isFinite else { return nil }
      place = (Interval(exactly: place) - step).middle
      guard Self.isBeside(place, x) else { return nil }
      // The next step would be as much smaller again.
      if step.exponent < place.exponent - Self.turningBits / 2 { return place }
    }
    return nil
  }

  /// Where the tangents on both sides of a corner meet, from ever nearer to it.
  private func corner(beside x: Double) -> BigFloat? {
    var place = BigFloat(x)
    var reach = Extended(x.ulp)
    while reach > Extended(x.magnitude).scaled(by: -Self.turningBits / 2) {
      let low = place.moved(by: -reach), high = place.moved(by: reach)
      let left = derivatives(at: low, order: 1, from: .left)
      let right = derivatives(at: high, order: 1, from: .right)
      guard (left[1] * right[1]).high.sign < 0 else { return nil }
      let width = Interval(exactly: high) - Interval(exactly: low)
      let step = (right[0] - left[0] - right[1] * width) / (left[1] - right[1])
      guard step.isFinite else { return nil }
      place = (Interval(exactly: low) + step).middle
      // Tangents are off by the square of the distance.
      reach = reach * .sqrt(reach / Extended(x.magnitude))
    }
    return Self.isBeside(place, x) ? place : nil
  }

  private static func isBeside(_ place: BigFloat, _ x: Double) -> Bool {
    (place.double - x).magnitude <= 2 * x.ulp
  }

  /// From one side, so that no convention is asked for what the slope at a kink is.
  private func derivatives(
    at place: BigFloat, order: Int, from side: JetBlock<Interval>.Side
  ) -> [Interval] {
    var block = JetBlock<Interval>(program: program, order: order, side: side, samples: 1)
    block.evaluate(at: CollectionOfOne(Interval(exactly: place)))
    return (0...order).map { block.derivative($0, at: 0) }
  }
}

extension BigFloat {
  /// The number that far away, rounded.
  fileprivate func moved(by step: Extended) -> BigFloat {
    let step = BigFloat(exactly: step)
    return BigFloat { mpfr_add($0, pointer, step.pointer, MPFR_RNDN) }
  }
}
