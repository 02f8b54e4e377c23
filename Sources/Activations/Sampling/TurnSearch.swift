/// Looks for the places between points of a grid at which a function turns, and takes none for one
/// that rounding makes.
struct TurnSearch: ~Copyable {
  private var block: JetBlock<Extended>
  private let kinks: [Kink]
  private let closerLook: CloserLook
  /// For how many turns more their own value is looked for, which takes many bits.
  private var looks: Int

  init(program: Program, kinks: [Kink]) {
    closerLook = CloserLook(program: program, order: 0)
    looks = closerLook.isSlow ? 16 : 256
    // Values of 0 / 0 need longer series.
    let spare = program.singularRegisters.isEmpty ? 0 : Program.spareOrders
    block = JetBlock(program: program, order: 1 + spare, samples: 1)
    self.kinks = kinks
  }

  // MARK: Extrema

  /// Where the slope changes its sign, or a pole between two points.
  private struct Turn {
    /// The points on both sides of a pole; otherwise the place, or the ends of a level piece.
    let low: Double
    let high: Double
    let isMinimum: Bool
    let isPole: Bool
  }

  /// The extrema between points with their slopes, ascending.
  ///
  /// - Parameter poles: Where the function runs off, ascending. The slope may change its sign there,
  ///   too, and values beyond say nothing of extrema on this side.
  mutating func extrema(
    among points: [(x: Double, slope: Extended)], without poles: [Double]
  ) -> [Properties.Extremum] {
    let turns = turns(among: points, poles)
    return turns.indices.compactMap { i in
      guard !turns[i].isPole else { return nil }
      let x = turns[i].low, isMinimum = turns[i].isMinimum
      // A level piece has its value away from its ends, which may lie beside Doubles.
      let isLevel = turns[i].high > x
      let value = value(at: Extended(isLevel ? x / 2 + turns[i].high / 2 : x))
      guard value.double.isFinite, !isBesideLower(x, value.double, isMinimum) else { return nil }
      let ends = [
        startOfPiece(i > 0 ? turns[i - 1].high : points.first?.x ?? 0, below: x),
        endOfPiece(i + 1 < turns.count ? turns[i + 1].low : points.last?.x ?? 0, above: x),
      ]
      let heights = ends.map { end in
        let rise = self.value(at: Extended(end)) - value
        return isMinimum ? rise : -rise
      }
      // Against NaN, too: beside a gap there is no telling.
      let noise = noise(at: x)
      guard heights.allSatisfy({ $0 > noise || $0.isNaN }) else { return nil }
      return Properties.Extremum(
        x: x, end: turns[i].high, value: isLevel ? value.double + 0 : valueOfTurn(at: x, value),
        isMinimum: isMinimum)
    }
  }

  /// The point, or beside the last jump before a place, of which it is not known whether what is beyond is
  /// higher.
  private func startOfPiece(_ point: Double, below x: Double) -> Double {
    kinks.last { $0.order == 0 && point < $0.x && $0.x < x }?.x.nextUp ?? point
  }

  private func endOfPiece(_ point: Double, above x: Double) -> Double {
    kinks.first { $0.order == 0 && x < $0.x && $0.x < point }?.x.nextDown ?? point
  }

  /// Whether the function jumps at a place, and on a side comes to less than a minimum there, or more
  /// than a maximum.
  private func isBesideLower(_ x: Double, _ value: Double, _ isMinimum: Bool) -> Bool {
    kinks.contains { kink in
      kink.x == x && kink.order == 0
        && [kink.left[0], kink.right[0]].contains { isMinimum ? $0 < value : $0 > value }
    }
  }

  /// The value where the function turns, beside a Double with the given one: a square is 0 there and
  /// nowhere beside it.
  private mutating func valueOfTurn(at x: Double, _ value: Extended) -> Double {
    let steepest = max(slope(at: x.nextDown).magnitude, slope(at: x.nextUp).magnitude)
    let isSteep = steepest * Extended(x.ulp) > value.magnitude * Extended(0x1p-54)
    guard isSteep, !value.isZero, looks > 0 else { return value.double }
    looks -= 1
    return (closerLook.valueOfTurn(beside: x) ?? value.double) + 0
  }

  private mutating func turns(
    among points: [(x: Double, slope: Extended)], _ poles: [Double]
  ) -> [Turn] {
    var turns: [Turn] = []
    var rest = poles[...]
    var last: (x: Double, slope: Extended)?
    for (x, slope) in points where !slope.isNaN && !slope.isZero {
      if let last {
        rest = rest.drop { $0 < last.x }
        let isMinimum = last.slope < 0
        if let pole = rest.first, pole <= x {
          turns.append(Turn(low: last.x, high: x, isMinimum: isMinimum, isPole: true))
        } else if isMinimum != (slope < 0) {
          let place = place(between: last.x, x, isMinimum: isMinimum)
          let level = kinksOfLevelPiece(around: place, between: last.x, x)
          turns.append(
            Turn(
              low: level?.lowerBound ?? place, high: level?.upperBound ?? place,
              isMinimum: isMinimum, isPole: false))
        }
      }
      last = (x, slope)
    }
    return turns
  }

  /// Where the slope changes its sign. Of places that rounding does not tell apart it is the kink or
  /// the centre.
  private mutating func place(between low: Double, _ high: Double, isMinimum: Bool) -> Double {
    let place = turningPoint(between: low, high, rising: !isMinimum)
    if let kink = kinks.first(where: { $0.x == place.nextUp || $0.x == place.nextDown }) {
      return kink.x
    }
    guard low <= 0, 0 <= high, place != 0 else { return place }
    let difference = (value(at: 0) - value(at: Extended(place))).magnitude
    return !difference.isNaN && difference <= noise(at: place) ? 0 : place
  }

  /// The neighbouring kinks between which the function is level around a place.
  private mutating func kinksOfLevelPiece(
    around place: Double, between low: Double, _ high: Double
  ) -> ClosedRange<Double>? {
    func isLevel(_ side: [Double]) -> Bool { side.dropFirst().allSatisfy { $0 == 0 } }
    let near = kinks.filter { low <= $0.x && $0.x <= high }
    guard let left = near.last(where: { $0.x <= place && isLevel($0.right) }),
      let right = near.first(where: { $0.x >= place && isLevel($0.left) }),
      left.x < right.x, !near.contains(where: { left.x < $0.x && $0.x < right.x }),
      slope(at: left.x / 2 + right.x / 2).isZero
    else { return nil }
    return left.x...right.x
  }

  /// Where the slope changes its sign: the Double at which it is least.
  private mutating func turningPoint(
    between low: Double, _ high: Double, rising: Bool
  ) -> Double {
    var low = low, high = high
    while true {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else {
        return slope(at: low).magnitude <= slope(at: high).magnitude ? low : high
      }
      let slope = slope(at: middle)
      if slope.isZero { return middle }
      if (slope > 0) == rising { low = middle } else { high = middle }
    }
  }

  /// What rounding makes of differences from the value at a place: how uneven values are so close to
  /// it that the function itself hardly changes.
  private mutating func noise(at x: Double) -> Extended {
    let centre = value(at: Extended(x))
    let step = Extended(max(x.magnitude, 0x1p-40)).scaled(by: -60)
    let uneven = (1...4).flatMap { [Double($0), -Double($0)] }.map {
      (value(at: Extended(x) + Extended($0) * step) - centre).magnitude
    }
    return Extended(64) * (uneven.filter(\.isFinite).max() ?? 0)
      + centre.magnitude * Extended(0x1p-98)
  }

  /// Whether values at points rise and fall; nothing if the greatest rise or the greatest fall is within
  /// what rounding makes.
  mutating func turns(_ points: [(x: Double, value: Double)]) -> Bool? {
    let steps = zip(points, points.dropFirst()).map { first, second in
      (from: first.x, to: second.x, rise: second.value - first.value)
    }.filter { !$0.rise.isNaN }
    guard let up = steps.max(by: { $0.rise < $1.rise }), up.rise > 0,
      let down = steps.min(by: { $0.rise < $1.rise }), down.rise < 0
    else { return false }
    let areSure = [up, down].allSatisfy { step in
      let size = (value(at: Extended(step.to)) - value(at: Extended(step.from))).magnitude
      return size > noise(at: step.from) + noise(at: step.to) || !size.isFinite && !size.isNaN
    }
    return areSure ? true : nil
  }

  private mutating func value(at x: Extended) -> Extended {
    block.evaluate(at: CollectionOfOne(x))
    return block.derivative(0, at: 0)
  }

  private mutating func slope(at x: Double) -> Extended {
    block.evaluate(at: CollectionOfOne(Extended(x)))
    return block.derivative(1, at: 0)
  }
}
