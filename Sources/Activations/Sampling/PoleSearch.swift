/// Looks for what the derivatives of a function do beside the zeros of what it is divided by.
struct PoleSearch: ~Copyable {
  private let program: Program
  private let derivatives: Program
  private let highest: Int
  private var result: JetBlock<Extended>
  /// How often the programs may still be evaluated.
  private var budget: Int
  /// How often something was proven.
  private var proofs = 0

  /// - Parameters:
  ///   - program: The function of x, whose denominators are looked at.
  ///   - derivatives: What is differentiated: the same function, by x or by a parameter.
  ///   - order: The highest derivative.
  init(program: Program, derivatives: Program, order: Int) {
    self.program = program
    self.derivatives = derivatives
    highest = order
    result = JetBlock(program: derivatives, order: order, samples: 2 * Self.distances)
    budget = program.evaluations(atMost: 200_000, costing: 4_000_000)
  }

  /// The zeros of denominators, outwards from 0.
  private mutating func zeros(
    between grid: [Double], limit: Int
  ) -> (zeros: [Zero], isComplete: Bool) {
    var search = ZeroSearch(
      program: program, denominators: program.denominators(order: highest), budget: budget,
      limit: limit + Self.spareZeros)
    let all = search.zeros(between: grid)
    budget = search.budget
    return all
  }

  /// How many more zeros are looked at than places are wanted: at some there is nothing.
  private static let spareZeros = 100

  /// The poles at and between the points of a grid; if there are more than the limit, those nearest
  /// to 0.
  mutating func singularities(between grid: [Double], limit: Int) -> Singularities {
    var (zeros, isComplete) = zeros(between: grid, limit: limit)
    var poles: [Pole] = [], others: [Double] = []
    for zero in zeros {
      guard poles.count < limit, budget > 0 else {
        isComplete = false
        break
      }
      var (left, right) = approaches(to: zero, order: highest)
      if left.runsOff || right.runsOff, let proven = proven(zero, order: highest) {
        (left, right) = proven
      }
      if left == .unknown || right == .unknown { isComplete = false }
      if left.runsOff || right.runsOff {
        poles.append(Pole(x: zero.place, left: left.limit, right: right.limit))
      } else {
        others.append(zero.place)
      }
    }
    return Singularities(
      poles: poles.sorted { $0.x < $1.x }, others: others, isComplete: isComplete)
  }

  /// The places at and between the points of a grid at which the value comes by a division by 0; if there
  /// are more than the limit, those nearest to 0.
  mutating func divisions(between grid: [Double], limit: Int) -> [Double] {
    zeros(between: grid, limit: limit).zeros.filter { program.isDivided(at: $0) }.map(\.place)
  }

  // MARK: Kinks

  /// The places at and between the points of a grid at which a derivative has two limits, and lower
  /// ones one; if there are more than the limit, those nearest to 0.
  mutating func kinks(between grid: [Double], limit: Int) -> [(zero: Zero, kink: Kink)] {
    var kinks: [(zero: Zero, kink: Kink)] = []
    for zero in zeros(between: grid, limit: limit).zeros where kinks.count < limit && budget > 0 {
      if let kink = kink(at: zero) { kinks.append((zero, kink)) }
    }
    return kinks
  }

  private mutating func kink(at zero: Zero) -> Kink? {
    var broken: Int?
    var left: [Double] = [], right: [Double] = []
    for order in 0...highest {
      var (below, above) = steadyApproaches(to: zero, order: order)
      var isProven = false
      if broken == nil, Self.mayBeRounding(below, above), let proven = proven(zero, order: order) {
        (below, above) = proven
        isProven = true
      }
      left.append(below.limit)
      right.append(above.limit)
      guard broken == nil else { continue }
      // Where a side runs off there is a pole, and where one is not known nothing is.
      let isKnown = below.isKnown && above.isKnown
      guard isKnown, order > 0 || !below.runsOff && !above.runsOff else { return nil }
      if below.runsOff || above.runsOff {
        guard below != above else { return nil }
        broken = order
      } else if isProven
        ? Self.differ(left[order], right[order])
        : differ(left[order], right[order], beside: zero, order)
      {
        broken = order
      }
    }
    guard let broken else { return nil }
    // Beside a zero that is no Double the function has its limit, or the value of one side.
    let isDefined = zero.isDouble ? !program.hasPole(at: zero) : broken > 0
    let value = isDefined ? value(at: zero.place) : .nan
    if broken > 0, isDefined { (left[0], right[0]) = (value, value) }
    return Kink(
      x: zero.place, order: broken, value: value, left: left, right: right,
      isSingular: !zero.isDouble || !isDefined)
  }

  /// What a derivative does below and above a zero as far as values away from it tell the same, where
  /// those nearest to it may be rounding alone.
  private mutating func steadyApproaches(
    to zero: Zero, order: Int
  ) -> (left: Approach, right: Approach) {
    let (left, right) = approaches(to: zero, order: order)
    let halvings = Array(Self.halvings(above: zero, order).prefix(Approach.count))
    let far = approaches(to: zero, halvings, order)
    func steady(_ near: Approach, _ far: Approach) -> Approach {
      // A quotient of squares loses twice the digits of the distance on top of those of the order.
      let isRounding = order > 1 || near == .unknown || order > 0 && near.runsOff && near != far
      return isRounding ? far : near
    }
    return (steady(left, far.left), steady(right, far.right))
  }

  /// Whether two limits are further apart than values that near them can tell.
  private mutating func differ(
    _ left: Double, _ right: Double, beside zero: Zero, _ order: Int
  ) -> Bool {
    let halvings = Self.halvings(above: zero, order)
    let sides = [Extended(-1), 1].map { side in
      values(to: zero, from: side, halvings, order: order).map(\.value)
    }
    let sizes = sides.flatMap { $0.prefix(Approach.count).map(\.magnitude) }.filter(\.isFinite)
    let steps = sides.compactMap { side in
      zip(side, side.dropFirst()).map { ($1 - $0).magnitude }.suffix(Approach.count)
        .filter(\.isFinite).min()
    }
    let noise = max((sizes.max() ?? 0) * Extended(0x1p-44), steps.max() ?? 0)
    return (Extended(left) - Extended(right)).magnitude > noise
  }

  // MARK: Proof

  /// Whether what was found is a claim of something, which rounding can make up.
  private static func mayBeRounding(_ left: Approach, _ right: Approach) -> Bool {
    guard left != .unknown, right != .unknown else { return false }
    return left.runsOff || right.runsOff || differ(left.limit, right.limit)
  }

  /// Whether two limits whose digits are proven are not one.
  private static func differ(_ left: Double, _ right: Double) -> Bool {
    (left - right).magnitude > 0x1p-30 * max(left.magnitude, right.magnitude)
  }

  /// What a derivative does below and above a zero, from values whose digits are proven: near the zero
  /// of a quotient of zeros those of the search are rounding alone. `nil` if they tell nothing, and for
  /// zeros behind many others.
  private mutating func proven(
    _ zero: Zero, order: Int
  ) -> (left: Approach, right: Approach)? {
    guard proofs < Self.mostProofs, zero.isDouble else { return nil }
    let halvings = Self.halvings(above: zero, order)
    // Only points are looked at that are Doubles, at the distances that are meant.
    let isExact = halvings.allSatisfy { halving in
      let distance = Extended(1).scaled(by: -halving).double
      return zero.place + distance - zero.place == distance
    }
    guard isExact else { return nil }
    proofs += 1
    let look = CloserLook(program: derivatives, order: order)
    let sides = [Extended(-1), 1].map { side in
      Approach(
        of: halvings.map { halving in
          let x = zero.x + side * Extended(1).scaled(by: -halving)
          // The digits of a Double are proven, and no more.
          return Extended(look.proven(at: x.double)?.double ?? .nan)
        })
    }
    guard sides.allSatisfy({ $0 != .unknown && $0 != .hasNoValues }) else { return nil }
    return (sides[0], sides[1])
  }

  private static let mostProofs = 24

  private mutating func value(at x: Double) -> Double {
    var block = JetBlock<Extended>(program: program, order: Program.spareOrders, samples: 1)
    block.evaluate(at: CollectionOfOne(Extended(x)))
    return block.derivative(0, at: 0).double
  }

  // MARK: Approaches

  /// How many values are looked at on each side.
  private static let distances = 12

  /// What a derivative does below and above a zero.
  private mutating func approaches(
    to zero: Zero, order: Int
  ) -> (left: Approach, right: Approach) {
    var (left, right) = approaches(to: zero, Self.halvings(above: zero, order), order)
    if order == 0, left == .unknown || right == .unknown, zero.x.isZero, zero.error.isZero {
      // How near one may come to 0 has no end, and slow growth shows there; but of the derivatives of a
      // quotient of zeros nothing is left.
      let far = approaches(to: zero, (0..<Self.distances).map { 16 << $0 }, order)
      if left == .unknown { left = far.left }
      if right == .unknown { right = far.right }
    }
    return (left, right)
  }

  /// Distances from a zero, as powers of 1/2: from what was looked at around down to what the error of
  /// the place leaves. Each derivative of a quotient of zeros loses as many digits again as the
  /// distance has.
  private static func halvings(above zero: Zero, _ order: Int) -> [Int] {
    let reach = zero.x.isZero ? zero.reach : min(zero.reach, zero.x.magnitude)
    // The grid is so dense at 0 that second derivatives beside it would be rounding alone.
    let first = order > 1 && zero.x.isZero ? min(7, 4 - reach.exponent) : 4 - reach.exponent
    let last = zero.error.isZero ? first + 44 : -8 - zero.error.exponent
    let most = order < 2 ? 4 : max(1, 60 / order / (distances - 1))
    let step = max(1, min(most, (last - first) / (distances - 1)))
    return (0..<distances).map { first + $0 * step }
  }

  private mutating func approaches(
    to zero: Zero, _ halvings: [Int], _ order: Int
  ) -> (left: Approach, right: Approach) {
    (
      approach(to: zero, from: -1, halvings, order: order),
      approach(to: zero, from: 1, halvings, order: order)
    )
  }

  /// From values at distances that are powers of 1/2, on the side of a sign.
  private mutating func approach(
    to zero: Zero, from side: Extended, _ halvings: [Int], order: Int
  ) -> Approach {
    let all = values(to: zero, from: side, halvings, order: order)
    let approach = Approach(of: all.map(\.value))
    guard approach == .unknown || approach == .hasNoValues,
      let end = all.firstIndex(where: \.isLost)
    else { return approach }
    // The product of an exponential that has left all numbers and of what goes to 0 is none, and what
    // it does shows before.
    let step = zero.x.isZero ? 3 : 1, last = halvings[max(0, end - 1)]
    let outwards = (0..<Self.distances).map { last - (Self.distances - 1 - $0) * step }
    let before = values(to: zero, from: side, outwards, order: order).prefix { !$0.isLost }
    let found = Approach(of: before.map(\.value))
    return before.count >= Self.fewest && found.runsOff ? found : .unknown
  }

  /// How many values tell an approach.
  private static let fewest = 5

  private mutating func values(
    to zero: Zero, from side: Extended, _ halvings: [Int], order: Int
  ) -> [(value: Extended, isLost: Bool)] {
    values(at: halvings.map { zero.x + side * Extended(1).scaled(by: -$0) }, order: order)
  }

  /// The values of the result, and whether they are lost among numbers beyond number.
  private mutating func values(
    at x: [Extended], order: Int
  ) -> [(value: Extended, isLost: Bool)] {
    budget -= x.count
    var values: [(value: Extended, isLost: Bool)] = []
    for start in stride(from: 0, to: x.count, by: result.capacity) {
      let points = x[start..<min(start + result.capacity, x.count)]
      result.evaluate(at: points)
      for i in 0..<points.count {
        let value = result.derivative(order, at: i)
        let isLost =
          value.isSaturated || !value.isFinite && result.hasNumber(at: i, where: \.isSaturated)
        values.append((value, isLost))
      }
    }
    return values
  }
}

extension Approach {
  fileprivate var runsOff: Bool {
    if case .runsOff = self { true } else { false }
  }

  fileprivate var isKnown: Bool { self != .unknown && self != .hasNoValues }

  fileprivate var limit: Double {
    switch self {
    case .runsOff(.plus): .infinity
    case .runsOff(.minus): -.infinity
    case .tends(let limit): limit
    case .hasNoValues, .unknown: .nan
    }
  }
}

extension Extended {
  /// The power of 2 next below the size of a number that is not 0.
  fileprivate var exponent: Int { Int(high.exponent) + 512 * scale }
}
