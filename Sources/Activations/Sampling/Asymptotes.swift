/// A straight line that a function nears far out.
public struct Asymptote: Sendable, Hashable {
  /// The slope of the line; 0 for a level one.
  public let slope: Double
  /// The value of the line at x = 0.
  public let intercept: Double
}

extension Formula {
  /// The straight lines that the function nears as x goes to -∞ and to +∞, level ones included; `nil`
  /// where there is none, as for x², log(x) or x + sin(x).
  ///
  /// A formula that is differentiated by a parameter has its level ones alone.
  public func asymptotes() -> (left: Asymptote?, right: Asymptote?) {
    (asymptote(towards: -.infinity), asymptote(towards: .infinity))
  }

  private func asymptote(towards infinity: Double) -> Asymptote? {
    guard differentiationParameter == nil else {
      let level = limits(towards: infinity, orders: 0)[0]
      return level.isFinite ? Asymptote(slope: 0, intercept: level) : nil
    }
    let limits = limits(towards: infinity, orders: 1)
    if limits[0].isFinite { return Asymptote(slope: 0, intercept: limits[0]) }
    guard limits[1].isFinite, limits[1] != 0 else { return nil }
    // x/3 has a slope of more digits than a Double.
    let far = valuesFarOut(towards: infinity, orders: 1)[1].last ?? 0
    let slope = far.double == limits[1] ? far : Extended(limits[1])
    return intercept(of: slope, towards: infinity).map {
      Asymptote(slope: limits[1], intercept: $0)
    }
  }

  /// What is left of a function far out when a line through the origin is taken away, if that has
  /// a limit.
  ///
  /// Nearer in more digits are left by the difference, further out it is nearer to the limit, so both
  /// have a say: the near points in the digits, the far ones in whether there is a limit.
  private func intercept(of slope: Extended, towards infinity: Double) -> Double? {
    let near = remainders(
      of: slope,
      at: [(1.2599210498948732, 30), (1.7320508075688772, 31), (1.4142135623730951, 33)],
      infinity)
    let far = remainders(
      of: slope,
      at: [(1.0905077326652577, 45), (1.6487212707001282, 47), (1.3195079107728942, 49)],
      infinity)
    guard let limit = Self.limit(of: far, slope: slope) else { return nil }
    if let exact = Self.limit(of: near, slope: slope),
      (exact - limit).magnitude <= Extended(0x1p-40) * max(1, limit.magnitude)
    {
      return exact.double + 0
    }
    return limit.double + 0
  }

  private func remainders(
    of slope: Extended, at probes: [(significand: Double, exponent: Int)], _ infinity: Double
  ) -> [(x: Extended, rest: Extended)] {
    values(at: probes, infinity, 0)[0].map { ($0.x, $0.value - slope * $0.x) }
  }

  /// The limit L of remainders L + c/x, up to what the difference has left of their digits.
  private static func limit(
    of remainders: [(x: Extended, rest: Extended)], slope: Extended
  ) -> Extended? {
    let limits = zip(remainders, remainders.dropFirst()).map { first, second in
      (second.x * second.rest - first.x * first.rest) / (second.x - first.x)
    }
    guard let last = limits.last, last.isFinite, let furthest = remainders.last else { return nil }
    let size = remainders.map(\.rest.magnitude).max() ?? 0
    let noise = (slope * furthest.x).magnitude * Extended(0x1p-94) + size * Extended(0x1p-45)
    guard limits.allSatisfy({ ($0 - last).magnitude <= noise }) else { return nil }
    return last.magnitude <= noise ? 0 : last
  }
}
