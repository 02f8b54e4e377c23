extension Formula {
  /// The limits of the derivatives of the orders from 0 on as x goes to ±infinity; NaN where there
  /// is none.
  ///
  /// They are looked for at two distances. Where x is so large that the pair of Doubles in
  /// `Extended` still holds x + 1, a function that nears its limit as 1/x or faster is extrapolated
  /// to it. Far beyond every Double a function that has a limit has come as near to it as can be
  /// told; what still differs there either grows or falls (as a logarithm does) or has no limit.
  /// Where both find a limit and not the same one, the far one counts, which sees also what happens
  /// late, as in sigmoid(1e-30·x); but for where constants vanish beside x, as in
  /// relu(x) - relu(x - 1): there the far points see 0, or those half-way still what the near ones do.
  package func limits(towards infinity: Double, orders: Int) -> [Double] {
    // All digits in use, so that they are no whole numbers, on which floor sees nothing.
    let near = values(
      at: [
        (0x1.4123456789abcp0, 44), (0x1.b5f1234567891p0, 46), (0x1.1a2b3c4d5e6f7p0, 48),
        (0x1.e87654321abcdp0, 49),
      ], infinity, orders)
    let halfway = values(at: [(1.3, 200), (1.6, 900), (1.9, 1023)], infinity, orders)
    let far = valuesFarOut(towards: infinity, orders: orders)
    return (0...orders).map { order in
      let limit = Self.limit(of: far[order])
      let values = near[order].map(\.value.double)
      if limit.isNaN, values.allSatisfy({ $0 == values[0] }) { return values[0] + 0 }
      if limit.isFinite, stepsForEver,
        (values[3] - limit).magnitude > 1e-6 * max(1, limit.magnitude)
      {
        return .nan
      }
      guard !limit.isInfinite, let extrapolated = Self.extrapolated(near[order]),
        !Self.isNear(extrapolated, limit, share: 0x1p-40)
      else { return limit }
      let isLate = halfway[order].contains {
        !Self.isNear($0.value.double, extrapolated, share: 1e-6)
      }
      return limit == 0 || !isLate ? extrapolated : limit
    }
  }

  /// Whether the formula rounds down, so that it may step on and on.
  private var stepsForEver: Bool {
    program.decisions.contains { if case .floor = $0 { true } else { false } }
  }

  private static func isNear(_ value: Double, _ other: Double, share: Double) -> Bool {
    (value - other).magnitude <= share * max(value.magnitude, other.magnitude)
  }

  /// Each derivative at some points far beyond the Doubles, in the direction of an infinity.
  func valuesFarOut(towards infinity: Double, orders: Int) -> [[Extended]] {
    let exponents = [20, 25, 30, 35, 40].map { 512 << $0 }
    let probes = zip([1.25, 1.7, 1.1, 1.9, 1.4], exponents).map { ($0, $1) }
    return values(at: probes, infinity, orders).map { $0.map(\.value) }
  }

  /// Each derivative at ±significand·2^exponent.
  func values(
    at probes: [(significand: Double, exponent: Int)], _ infinity: Double, _ orders: Int
  ) -> [[(x: Extended, value: Extended)]] {
    var block = JetBlock<Extended>(program: program, order: orders, samples: 1)
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
