/// The Taylor series of a program's result at a place where it decides, from below and from above.
struct OneSidedSeries<Scalar: JetScalar> {
  let x: Scalar
  /// The coefficients from below, at least up to one order beyond the highest that is compared; NaN
  /// all where there is no limit.
  let left: [Scalar]
  /// The same from above.
  let right: [Scalar]

  /// The series at each of the places, for comparing orders up to that one.
  static func all(of program: Program, at x: [Scalar], through order: Int) -> [Self] {
    // With orders to spare: what is 0 here may change its sign by a derivative of higher order, and
    // roots and quotients of it take their derivatives from higher ones.
    let spare = program.singularRegisters.isEmpty ? 1 : Program.spareOrders
    let highest = max(order, Kink.highestOrder) + spare
    let sides = [JetBlock<Scalar>.Side.left, .right].map { side in
      var block = JetBlock<Scalar>(program: program, order: highest, side: side, samples: x.count)
      var series: [[Scalar]] = []
      for start in stride(from: 0, to: x.count, by: block.capacity) {
        let part = x[start..<min(start + block.capacity, x.count)]
        block.evaluate(at: part)
        series += part.indices.map { block.series(at: $0 - start) }
      }
      return series
    }
    return x.indices.map { Self(x: x[$0], left: sides[0][$0], right: sides[1][$0]) }
  }

  /// The coefficient that both sides have, if they differ by no more than rounding.
  func common(_ order: Int) -> Scalar? {
    let first = left[order], second = right[order]
    guard !first.isNaN, agree(first, second, order: order) else { return nil }
    return first == second ? second : Scalar(0.5) * (first + second)
  }

  /// Whether two coefficients of that order differ by no more than rounding can make them.
  func agree(_ first: Scalar, _ second: Scalar, order: Int) -> Bool {
    if first == second || first.isNaN && second.isNaN { return true }
    guard first.isFinite, second.isFinite else { return false }
    // Rounding is relative to what the pieces are made of, most of which the coefficients up to the
    // next one show.
    let parts = left[...(order + 1)] + right[...(order + 1)]
    let size = parts.filter(\.isFinite).map(\.magnitude).max() ?? 0
    // What the last bits of x can change is no difference: the true place is seldom a Double.
    let next = [left[order + 1], right[order + 1]].filter(\.isFinite).map(\.magnitude).max() ?? 0
    let change = next * Scalar(Double(order + 1)) * x.magnitude * Scalar(0x1p-50)
    let relative = max(first.magnitude, second.magnitude) * max(Scalar(0x1p-40), .roundingShare)
    return (first - second).magnitude <= max(relative, max(change, size * .roundingShare))
  }
}

/// Where the program decides: at a sample where what it compares is equal, the piece that holds there
/// need not be the one of either side.
extension JetBlock {
  /// Notes that sample `i` decides between `a` and `b` or zero with the two equal.
  ///
  /// - Parameter isContinuous: Whether it makes no difference where both have the same series, so
  ///   that relu(relu(x)) does not meet a tie at every negative x.
  func noteTie(_ a: Int, _ b: Int?, _ i: Int, isContinuous: Bool) {
    guard side == nil, order > 0 else { return }
    guard program.degrees[a] != 0 || b.map({ program.degrees[$0] != 0 }) == true else { return }
    if isContinuous, sharedOrders(a, b).allSatisfy({ difference($0, a, b, i) == 0 }) { return }
    ties[i] = true
  }

  /// Gives the result at ties the derivatives that both sides have, order by order: only where they
  /// disagree is it for the convention to choose.
  func resolveTies() {
    let places = (0..<count).filter { ties[$0] }
    guard !places.isEmpty else { return }
    let orders = orders(of: program.result).dropFirst()
    let pairs = OneSidedSeries.all(
      of: program, at: places.map { sample($0) }, through: orders.last ?? 0)
    for (i, sides) in zip(places, pairs) where !row(0, of: program.result)[i].isNaN {
      for k in orders {
        // The jets do not tell what limits may.
        if sides.left[k].isNaN || sides.right[k].isNaN { doubts[i] = true }
        let coefficients = row(k, of: program.result), taken = coefficients[i]
        guard let common = sides.common(k), taken != sides.left[k], taken != sides.right[k] else {
          continue
        }
        coefficients[i] = common
      }
    }
  }
}
