/// What a function or a derivative does as x goes to an infinity.
enum Limit: Hashable, Sendable {
  /// It tends to that, which may be infinite.
  case value(Double)
  /// It has no limit.
  case none
  /// It could not be told.
  case unknown

  /// The limit, or NaN.
  var number: Double {
    if case .value(let value) = self { value } else { .nan }
  }
}

extension Formula {
  /// The limits of the derivatives of the orders from 0 on as x goes to ±infinity; NaN where there
  /// is none, or none that could be told.
  package func limits(towards infinity: Double, orders: Int) -> [Double] {
    ends(towards: infinity, orders: orders).map(\.number)
  }

  /// What the derivatives of the orders from 0 on do as x goes to ±infinity.
  ///
  /// Limits are looked for at two distances. Where x is so large that the pair of Doubles in
  /// `Extended` still holds x + 1, a function that nears its limit as 1/x or faster is extrapolated
  /// to it. Far beyond every Double a function that has a limit has come as near to it as can be
  /// told; what still differs there either grows or falls (as a logarithm does) or has no limit.
  /// Where both find a limit and not the same one, the far one counts, which sees also what happens
  /// late, as in sigmoid(1e-30·x); but for where constants vanish beside x, as in
  /// relu(x) - relu(x - 1): there the far points see 0, which is left to more bits to tell apart, or
  /// those half-way still what the near ones do.
  ///
  /// So far out exponentials are too large to be told, and what is made of them may be wrong: that
  /// counts only as far as the near points agree with it.
  ///
  /// What that does not tell, values with more bits may, nearer by.
  func ends(towards infinity: Double, orders: Int) -> [Limit] {
    var found = endsFarOut(towards: infinity, orders: orders)
    if found.contains(.unknown) {
      let near = CloserLook(program: program, order: orders).tendencies(towards: infinity)
      found = zip(found, near).map { far, near in
        if far == .unknown, case .tends(let limit) = near { .value(limit) } else { far }
      }
    }
    return proven(found, towards: infinity)
  }

  private func endsFarOut(towards infinity: Double, orders: Int) -> [Limit] {
    // All digits in use, so that they are no whole numbers, on which floor sees nothing.
    let near = probes(
      at: [
        (0x1.4123456789abcp0, 44), (0x1.b5f1234567891p0, 46), (0x1.1a2b3c4d5e6f7p0, 48),
        (0x1.e87654321abcdp0, 49),
      ], infinity, orders)
    let halfway = values(at: [(1.3, 200), (1.6, 900), (1.9, 1023)], infinity, orders)
    let far = probes(at: Self.farOut, infinity, orders)
    // What has saturated far out is in its exponential regime at the near points already.
    let isSettledNear = far.saturated.isDisjoint(with: near.small.union(near.saturated))
    return (0...orders).map { order in
      let values = far.values[order].map(\.value)
      let found = limit(near: near.values[order], halfway: halfway[order], far: values)
      guard far.saturated.isEmpty else {
        return Self.confirmed(found, by: near.values[order], isSettled: isSettledNear)
      }
      guard found.isNaN else { return .value(found) }
      if Self.wavers(values) { return .none }
      return near.isUndefined && values.contains(where: \.isNaN) ? .none : .unknown
    }
  }

  private func limit(
    near: [(x: Extended, value: Extended)], halfway: [(x: Extended, value: Extended)],
    far: [Extended]
  ) -> Double {
    let limit = Self.limit(of: far)
    let values = near.map(\.value.double)
    if limit.isNaN, values.allSatisfy({ $0 == values[0] }),
      halfway.allSatisfy({ $0.value.isNaN || Self.isNear($0.value.double, values[0], share: 1e-6) })
    {
      return values[0] + 0
    }
    if limit.isFinite, stepsForEver,
      (values[3] - limit).magnitude > 1e-6 * max(1, limit.magnitude)
    {
      return .nan
    }
    guard !limit.isInfinite, let extrapolated = Self.extrapolated(near),
      !Self.isNear(extrapolated, limit, share: 0x1p-40)
    else { return limit }
    let isLate = halfway.contains {
      !Self.isNear($0.value.double, extrapolated, share: 1e-6)
    }
    guard isLate else { return extrapolated }
    // What becomes 0 late may have become it by cancelling.
    return limit == 0 ? .nan : limit
  }

  /// Whether values go up and down, by more than rounding.
  private static func wavers(_ values: [Extended]) -> Bool {
    let steps = zip(values, values.dropFirst()).filter { first, second in
      let size = max(first.magnitude, second.magnitude)
      return (first - second).magnitude > size * Extended(1e-9)
    }
    return steps.contains { $0 < $1 } && steps.contains { $0 > $1 }
  }

  /// A limit that was found among numbers too large to be told, if what is nearer agrees with it; or
  /// the one that the near points have by themselves.
  private static func confirmed(
    _ limit: Double, by near: [(x: Extended, value: Extended)], isSettled: Bool
  ) -> Limit {
    let values = near.map(\.value)
    guard !values.contains(where: \.isNaN) else { return .unknown }
    let steps = zip(values, values.dropFirst())
    let isGrowing =
      steps.allSatisfy { $0.magnitude < $1.magnitude || $0 == $1 && !$0.isFinite }
      && values.allSatisfy { $0.magnitude > 1_000_000 && ($0 < 0) == (values[0] < 0) }
    if limit.isInfinite, isGrowing, (values[0] < 0) == (limit < 0) { return .value(limit) }
    let rounded = values.map(\.double)
    let own = rounded.allSatisfy { $0 == rounded[0] } ? rounded[0] + 0 : extrapolated(near)
    guard let own else {
      let gaps = values.map { ($0 - Extended(limit)).magnitude }
      let isNearing =
        limit.isFinite && zip(gaps, gaps.dropFirst()).allSatisfy { $0 > $1 }
        && gaps[gaps.count - 1] <= Extended(1e-3)
      if isNearing { return .value(limit) }
      return isSettled && isGrowing ? .value(values[0] < 0 ? -.infinity : .infinity) : .unknown
    }
    if own == limit || isNear(own, limit, share: 1e-9) { return .value(limit) }
    return isSettled ? .value(own) : .unknown
  }

  /// Whether the formula rounds down, so that it may step on and on.
  private var stepsForEver: Bool {
    program.decisions.contains { if case .floor = $0 { true } else { false } }
  }

  private static func isNear(_ value: Double, _ other: Double, share: Double) -> Bool {
    (value - other).magnitude <= share * max(value.magnitude, other.magnitude)
  }

  /// Points far beyond the Doubles.
  private static let farOut = zip(
    [1.25, 1.7, 1.1, 1.9, 1.4], [20, 25, 30, 35, 40].map { 512 << $0 }
  ).map { (significand: $0, exponent: $1) }

  /// Each derivative at some points far beyond the Doubles, in the direction of an infinity.
  func valuesFarOut(towards infinity: Double, orders: Int) -> [[Extended]] {
    values(at: Self.farOut, infinity, orders).map { $0.map(\.value) }
  }

  /// Each derivative at ±significand·2^exponent.
  func values(
    at places: [(significand: Double, exponent: Int)], _ infinity: Double, _ orders: Int
  ) -> [[(x: Extended, value: Extended)]] {
    probes(at: places, infinity, orders).values
  }

  private struct Probes {
    /// Each derivative at each of the points.
    var values: [[(x: Extended, value: Extended)]]
    /// The registers that are too large to be told at one of them.
    var saturated: Set<Int> = []
    /// The registers that are below 2^256 at one of them.
    var small: Set<Int> = []
    /// Whether the function has no value at any of them, and not because something has become 0 or
    /// infinite, of which a quotient may still have a limit.
    var isUndefined = true
  }

  private func probes(
    at places: [(significand: Double, exponent: Int)], _ infinity: Double, _ orders: Int
  ) -> Probes {
    var block = JetBlock<Extended>(program: program, order: orders, samples: 1)
    var probes = Probes(values: Array(repeating: [], count: orders + 1))
    // One at a time, because the block of a huge program may hold no more.
    for place in places {
      let size = Extended(place.significand).scaled(by: place.exponent)
      let x = infinity > 0 ? size : -size
      block.evaluate(at: CollectionOfOne(x))
      for order in 0...orders { probes.values[order].append((x, block.derivative(order, at: 0))) }
      for register in program.instructions.indices {
        let value = block.row(0, of: register)[0]
        if value.isSaturated { probes.saturated.insert(register) }
        if value.scale <= 0 { probes.small.insert(register) }
        let isLost = value.isZero || value.isSaturated || !value.isFinite && !value.isNaN
        if isLost, !program.isUniform[register] { probes.isUndefined = false }
      }
      if !block.derivative(0, at: 0).isNaN { probes.isUndefined = false }
    }
    return probes
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
