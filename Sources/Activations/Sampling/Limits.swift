extension Formula {
  /// The limits of the derivatives of the orders from 0 on as x goes to ±infinity; NaN where there
  /// is none.
  ///
  /// They are looked for at two distances. Where x is so large that the pair of Doubles in
  /// `Extended` still holds x + 1, a function that nears its limit as 1/x or faster is extrapolated
  /// to it. Far beyond every Double a function that has a limit has come as near to it as can be
  /// told; what still differs there either grows or falls (as a logarithm does) or has no limit.
  /// The near points count where both find a limit and not the same one: far out, constants
  /// vanish beside x, as in relu(x) - relu(x - 1).
  func limits(towards infinity: Double, orders: Int) -> [Double] {
    let near = values(at: [(1.25, 44), (1.7, 46), (1.1, 48), (1.9, 49)], infinity, orders)
    let far = valuesFarOut(towards: infinity, orders: orders)
    return zip(near, far).map { near, far in
      let limit = Self.limit(of: far)
      guard !limit.isInfinite, let extrapolated = Self.extrapolated(near) else { return limit }
      let difference = (extrapolated - limit).magnitude
      let isSame = difference <= 0x1p-40 * max(extrapolated.magnitude, limit.magnitude)
      return isSame ? limit : extrapolated
    }
  }

  /// Each derivative at some points far beyond the Doubles, in the direction of an infinity.
  func valuesFarOut(towards infinity: Double, orders: Int) -> [[Extended]] {
    let exponents = [20, 25, 30, 35, 40].map { 512 << $0 }
    let probes = zip([1.25, 1.7, 1.1, 1.9, 1.4], exponents).map { ($0, $1) }
    return values(at: probes, infinity, orders).map { $0.map(\.value) }
  }

  /// Each derivative at ±significand·2^exponent.
  private func values(
    at probes: [(significand: Double, exponent: Int)], _ infinity: Double, _ orders: Int
  ) -> [[(x: Extended, value: Extended)]] {
    var block = JetBlock<Extended>(program: program, order: orders)
    var values = [[(x: Extended, value: Extended)]](repeating: [], count: orders + 1)
    // One at a time, because the block of a huge program may hold no more.
    for probe in probes {
      let size = Extended(probe.significand).scaled(by: probe.exponent)
      let x = infinity > 0 ? size : -size
      block.evaluate(at: CollectionOfOne(x))
      for order in 0...orders { values[order].append((x, block.derivative(order, at: 0))) }
    }
    return values
  }

  /// The limit L of values L + c/x; nothing if they are not of that form.
  private static func extrapolated(_ values: [(x: Extended, value: Extended)]) -> Double? {
    let limits = zip(values, values.dropFirst()).map { first, second in
      (second.x * second.value - first.x * first.value) / (second.x - first.x)
    }
    let size = values.map(\.value.magnitude).max() ?? 0
    guard let last = limits.last, last.isFinite, size.isFinite,
      limits.allSatisfy({ ($0 - last).magnitude <= size * Extended(0x1p-45) })
    else { return nil }
    return last.magnitude <= size * Extended(0x1p-45) ? 0 : last.double
  }

  private static func limit(of values: [Extended]) -> Double {
    let rounded = values.map(\.double)
    // Adding 0 makes a zero that is approached from below a plain one.
    if rounded.allSatisfy({ $0 == rounded[0] }) { return rounded[0] + 0 }
    let sizes = rounded.map(\.magnitude)
    guard let last = rounded.last, rounded.allSatisfy({ ($0 < 0) == (last < 0) }) else {
      return .nan
    }
    let steps = zip(sizes, sizes.dropFirst())
    if last.magnitude > 1e6, steps.allSatisfy({ $0 < $1 }) { return last * .infinity }
    if last.magnitude < 1e-6, steps.allSatisfy({ $0 > $1 }) { return 0 }
    return .nan
  }
}
