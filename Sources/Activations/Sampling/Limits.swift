extension Formula {
  /// The limits of the derivatives of the orders from 0 on as x goes to ±infinity; NaN where there
  /// is none.
  ///
  /// `Extended` reaches far beyond every Double, so a function that has a limit there has come as
  /// near to it as can be told; what still differs between points so far out either grows or falls
  /// (as a logarithm does) or has no limit.
  func limits(towards infinity: Double, orders: Int) -> [Double] {
    valuesFarOut(towards: infinity, orders: orders).map(Self.limit)
  }

  /// Each derivative at some points far beyond the Doubles, in the direction of an infinity.
  func valuesFarOut(towards infinity: Double, orders: Int) -> [[Extended]] {
    let probes = [(1.25, 20), (1.7, 25), (1.1, 30), (1.9, 35), (1.4, 40)].map {
      significand, power in
      Extended(high: infinity > 0 ? significand : -significand, low: 0, scale: 1 << power)
    }
    var block = JetBlock<Extended>(program: program, order: orders)
    var values = [[Extended]](repeating: [], count: orders + 1)
    // One at a time, because the block of a huge program may hold no more.
    for probe in probes {
      block.evaluate(at: CollectionOfOne(probe))
      for order in 0...orders { values[order].append(block.derivative(order, at: 0)) }
    }
    return values
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
