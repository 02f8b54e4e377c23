/// Looks for the places between points of a grid at which a function turns or runs through a pole, and
/// takes none for one that rounding makes.
struct TurnSearch: ~Copyable {
  private var block: JetBlock<Extended>
  private let kinks: [Kink]

  init(program: Program, kinks: [Kink]) {
    // Values of 0 / 0 need longer series.
    let spare = program.singularRegisters.isEmpty ? 0 : Program.spareOrders
    block = JetBlock(program: program, order: 1 + spare, samples: 1)
    self.kinks = kinks
  }

  // MARK: Extrema

  /// The extrema between points with their slopes, ascending.
  mutating func extrema(
    among points: [(x: Double, slope: Extended)]
  ) -> [Properties.Extremum] {
    var turns: [(x: Double, isMinimum: Bool)] = []
    var last: (x: Double, slope: Extended)?
    for (x, slope) in points where !slope.isNaN && !slope.isZero {
      if let last, (last.slope < 0) != (slope < 0) {
        turns.append(
          (place(between: last.x, x, isMinimum: last.slope < 0), isMinimum: last.slope < 0))
      }
      last = (x, slope)
    }
    let ends = [points.first?.x ?? 0] + turns.map(\.x) + [points.last?.x ?? 0]
    return turns.indices.compactMap { i in
      let (x, isMinimum) = turns[i]
      let value = value(at: Extended(x))
      guard !value.isNaN else { return nil }
      let heights = [ends[i], ends[i + 2]].map { end in
        let rise = self.value(at: Extended(end)) - value
        return isMinimum ? rise : -rise
      }
      // Against NaN, too: beside a gap there is no telling.
      let noise = noise(at: x)
      guard heights.allSatisfy({ $0 > noise || $0.isNaN }) else { return nil }
      return Properties.Extremum(x: x, value: value.double, isMinimum: isMinimum)
    }
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

  // MARK: Poles

  /// The infinities that values run to beside the poles at and between points.
  mutating func poles(among points: [(x: Double, value: Double, slope: Extended)]) -> [Double] {
    var found: [Double] = []
    for (x, value, _) in points where value.isInfinite {
      found += [x.nextDown, x.nextUp].map { self.value(at: Extended($0)).double * .infinity }
    }
    for (first, second) in zip(points, points.dropFirst()) where found.count < 2 {
      if Self.isTorn(first.slope, second.slope, second.value - first.value),
        !kinks.contains(where: { first.x <= $0.x && $0.x <= second.x }),
        isPole(between: first.x, second.x, isRising: first.slope > 0)
      {
        found += [-.infinity, .infinity]
      }
    }
    return found
  }

  /// Whether a function rises at two points and is lower at the second, or the reverse.
  private static func isTorn(_ first: Extended, _ second: Extended, _ step: Double) -> Bool {
    first > 0 && second > 0 && step < 0 || first < 0 && second < 0 && step > 0
  }

  /// Whether a function that rises at two points and is lower at the second still does so at
  /// neighbouring Doubles, with values that have grown out of all proportion; a fast wave does not.
  private mutating func isPole(between low: Double, _ high: Double, isRising: Bool) -> Bool {
    var low = low, high = high
    let size = max(value(at: Extended(low)).magnitude, value(at: Extended(high)).magnitude)
    while true {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { break }
      let here = value(at: Extended(middle)), slope = slope(at: middle)
      if here.double.isInfinite { return true }
      guard (slope > 0) == isRising, !slope.isZero else { return false }
      let step = (here - value(at: Extended(low))).double
      if isRising ? step < 0 : step > 0 { high = middle } else { low = middle }
    }
    let ends = [low, high].map { value(at: Extended($0)).magnitude }
    return ends.allSatisfy { $0 > size * Extended(1e6) }
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
