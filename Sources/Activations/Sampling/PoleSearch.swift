/// Looks for the zeros of what a program divides by, and for what the result does beside them.
struct PoleSearch: ~Copyable {
  /// The denominators and their slopes.
  private var block: JetBlock<Extended>
  private let denominators: [Program.Denominator]
  /// The derivative that may run off.
  private var result: JetBlock<Extended>
  private let limit: Int
  private var poles: [Pole] = []
  private var others: [Double] = []
  private var seen: Set<Double> = []
  private var isComplete = true
  /// How often the programs may still be evaluated.
  private var budget: Int

  /// A denominator at a point.
  private struct Level {
    let x: Extended
    let value: Extended
    let slope: Extended
    var piece: Int { value.isZero ? 0 : value < 0 ? -1 : 1 }
  }

  /// Where a denominator is 0.
  private struct Zero {
    let x: Extended
    /// How far off it may be.
    let error: Extended
    /// How far around nothing else was looked at.
    let reach: Extended
  }

  init(
    program: Program, denominators: [Program.Denominator], result: Program, order: Int, limit: Int
  ) {
    block = JetBlock(program: program.computing(denominators.map(\.register)), order: 1)
    self.denominators = denominators
    self.result = JetBlock(program: result, order: order, samples: 2 * Self.distances)
    self.limit = limit
    budget = min(200_000, max(4000, 4_000_000 / program.instructions.count))
  }

  /// The poles at and between the points of a grid; if there are more than the limit, those nearest
  /// to 0.
  mutating func singularities(between grid: [Double]) -> Singularities {
    let levels = levels(at: grid), count = denominators.count
    for i in grid.outwards {
      // The neighbour towards 0 has been looked at, so each interval comes once.
      let inner = grid[i] > 0 ? i - 1 : i + 1
      let hasInner = grid[i] != 0 && grid.indices.contains(inner)
      for k in 0..<count {
        guard poles.count < limit, budget > 0 else { return found(isComplete: false) }
        let here = levels[i * count + k]
        let neighbours = [i - 1, i + 1].filter(grid.indices.contains).map { levels[$0 * count + k] }
        if here.piece == 0 { meet(here, neighbours) }
        if hasInner {
          let low = levels[min(i, inner) * count + k], high = levels[max(i, inner) * count + k]
          search(k, between: low, high)
        }
      }
    }
    return found(isComplete: isComplete)
  }

  private func found(isComplete: Bool) -> Singularities {
    Singularities(
      poles: poles.sorted { $0.x < $1.x }, others: others, isComplete: isComplete)
  }

  // MARK: Denominators

  private mutating func levels(at grid: [Double]) -> [Level] {
    budget -= grid.count
    var levels: [Level] = []
    levels.reserveCapacity(grid.count * denominators.count)
    for start in stride(from: 0, to: grid.count, by: block.capacity) {
      let points = grid[start..<min(start + block.capacity, grid.count)]
      block.evaluate(at: points.lazy.map { Extended($0) })
      for i in 0..<points.count {
        for k in denominators.indices { levels.append(level(k, at: i)) }
      }
    }
    return levels
  }

  private mutating func level(_ k: Int, at x: Extended) -> Level {
    budget -= 1
    block.evaluate(at: CollectionOfOne(x))
    return level(k, at: 0)
  }

  /// The level at a sample of the block.
  private func level(_ k: Int, at i: Int) -> Level {
    let register = denominators[k].register
    let value = block.row(0, of: register)[i]
    let slope = block.coefficient(1, of: register)?[i] ?? 0
    switch denominators[k] {
    case .register: return Level(x: block.sample(i), value: value, slope: slope)
    case .cosine:
      return Level(x: block.sample(i), value: .cos(value), slope: -.sin(value) * slope)
    }
  }

  // MARK: Zeros

  /// A zero at a point, unless it is one among others all around.
  private mutating func meet(_ level: Level, _ neighbours: [Level]) {
    guard neighbours.isEmpty || neighbours.contains(where: { $0.piece != 0 }) else { return }
    let reach = neighbours.map { ($0.x - level.x).magnitude }.min() ?? 1
    note(Zero(x: level.x, error: 0, reach: reach))
  }

  private mutating func search(_ k: Int, between low: Level, _ high: Level) {
    guard !low.value.isNaN, !high.value.isNaN else { return }
    let reach = high.x - low.x
    guard low.piece == high.piece else {
      // A zero at one end alone has been met.
      if low.piece * high.piece < 0 || isFlat(k, low, high) {
        note(zero(k, between: low, high, reach))
      }
      return
    }
    guard low.piece != 0, let turn = turn(k, between: low, high) else { return }
    if turn.piece == -low.piece {
      note(zero(k, between: low, turn, reach))
      note(zero(k, between: turn, high, reach))
    } else if turn.value.magnitude <= (low.value.magnitude + high.value.magnitude)
      * Extended(0x1p-80)
    {
      // Where a number touches 0 it is flat, and half of the digits of the place are lost.
      let error = max(turn.x.magnitude * Extended(0x1p-50), reach * Extended(0x1p-46))
      note(Zero(x: turn.x, error: error, reach: reach))
    }
  }

  /// Whether a number that is 0 at one end stays so for a while towards the other, as that of
  /// relu(x) does.
  private mutating func isFlat(_ k: Int, _ low: Level, _ high: Level) -> Bool {
    let (zero, other) = low.piece == 0 ? (low, high) : (high, low)
    return level(k, at: zero.x + (other.x - zero.x) * Extended(0x1p-40)).piece == 0
  }

  /// Where the sign changes between two points: by Newton's method, or halving where that goes astray
  /// or hardly gets nearer.
  private mutating func zero(
    _ k: Int, between low: Level, _ high: Level, _ reach: Extended
  ) -> Zero {
    var low = low, high = high
    var best = low.value.magnitude < high.value.magnitude ? low : high
    var isSlow = false
    var error = high.x - low.x
    for _ in 0..<200 {
      let step = best.value / best.slope
      var x = best.x - step
      if isSlow || !(low.x < x && x < high.x) { x = (low.x + high.x) / 2 }
      // Not `<=`, which holds for a step that is no number.
      let isDone = step.magnitude < x.magnitude * Extended(0x1p-96)
      guard low.x < x, x < high.x, !isDone else {
        if isDone { error = x.magnitude * Extended(0x1p-94) }
        break
      }
      let here = level(k, at: x)
      guard here.piece != 0 || low.piece == 0 || high.piece == 0 else {
        return Zero(x: x, error: x.magnitude * Extended(0x1p-100), reach: reach)
      }
      isSlow = !isSlow && !(here.value.magnitude < best.value.magnitude / 2)
      error = min(high.x - low.x, (here.x - best.x).magnitude * 4)
      best = here
      if here.piece == low.piece { low = here } else { high = here }
      if high.x - low.x <= x.magnitude * Extended(0x1p-90) { break }
    }
    return Zero(x: best.x, error: error, reach: reach)
  }

  /// The point between two at which a number is nearest to 0, if it bends towards it so much that it
  /// may reach it.
  private mutating func turn(_ k: Int, between low: Level, _ high: Level) -> Level? {
    let sign = Extended(Double(low.piece))
    guard sign * low.slope < 0, sign * high.slope > 0 else { return nil }
    var low = low, high = high
    for round in 0..<120 {
      let width = high.x - low.x
      let near = min(low.value.magnitude, high.value.magnitude)
      guard near < width * (low.slope.magnitude + high.slope.magnitude) * 2 else { return nil }
      // The slopes lead to it as values do to a zero.
      let share = low.slope / (low.slope - high.slope)
      let bounded = round % 3 == 2 ? Extended(0.5) : share
      let x = low.x + width * bounded
      guard low.x < x, x < high.x else { break }
      let here = level(k, at: x)
      if here.piece != low.piece || here.slope.isZero { return here }
      if (here.slope < 0) == (low.slope < 0) { low = here } else { high = here }
      if high.x - low.x <= x.magnitude * Extended(0x1p-52) { break }
    }
    return low.value.magnitude < high.value.magnitude ? low : high
  }

  // MARK: What the result does there

  /// How many values are looked at on each side.
  private static let distances = 12

  private mutating func note(_ zero: Zero) {
    let x = zero.x.double + 0
    // Another denominator may be 0 there too, to within its rounding.
    guard x.isFinite, seen.isDisjoint(with: [x, x.nextUp, x.nextDown]) else { return }
    seen.insert(x)
    var (left, right) = approaches(to: zero, Self.halvings(above: zero))
    if left == .unknown || right == .unknown, zero.x.isZero, zero.error.isZero {
      // How near one may come to 0 has no end, and slow growth shows there.
      let far = approaches(to: zero, (0..<Self.distances).map { 16 << $0 })
      if left == .unknown { left = far.left }
      if right == .unknown { right = far.right }
    }
    if left == .unknown || right == .unknown { isComplete = false }
    guard left.runsOff || right.runsOff else {
      others.append(x)
      return
    }
    poles.append(Pole(x: x, left: left.limit, right: right.limit))
  }

  /// Distances from a zero, as powers of 1/2: from what was looked at around down to what the error of
  /// the place leaves.
  private static func halvings(above zero: Zero) -> [Int] {
    let reach = zero.x.isZero ? zero.reach : min(zero.reach, zero.x.magnitude)
    let first = 4 - reach.exponent
    let last = zero.error.isZero ? first + 44 : -8 - zero.error.exponent
    let step = max(1, min(4, (last - first) / (distances - 1)))
    return (0..<distances).map { first + $0 * step }
  }

  private mutating func approaches(
    to zero: Zero, _ halvings: [Int]
  ) -> (left: Approach, right: Approach) {
    (approach(to: zero, from: -1, halvings), approach(to: zero, from: 1, halvings))
  }

  /// From values at distances that are powers of 1/2, on the side of a sign.
  private mutating func approach(
    to zero: Zero, from side: Extended, _ halvings: [Int]
  ) -> Approach {
    let all = values(to: zero, from: side, halvings)
    let approach = Approach(of: all.map(\.value))
    guard approach == .unknown || approach == .hasNoValues,
      let end = all.firstIndex(where: \.isLost)
    else { return approach }
    // The product of an exponential that has left all numbers and of what goes to 0 is none, and what
    // it does shows before.
    let step = zero.x.isZero ? 3 : 1, last = halvings[max(0, end - 1)]
    let outwards = (0..<Self.distances).map { last - (Self.distances - 1 - $0) * step }
    let before = values(to: zero, from: side, outwards).prefix { !$0.isLost }
    let found = Approach(of: before.map(\.value))
    return before.count >= Self.fewest && found.runsOff ? found : .unknown
  }

  /// How many values tell an approach.
  private static let fewest = 5

  private mutating func values(
    to zero: Zero, from side: Extended, _ halvings: [Int]
  ) -> [(value: Extended, isLost: Bool)] {
    values(at: halvings.map { zero.x + side * Extended(1).scaled(by: -$0) })
  }

  /// The values of the result, and whether they are lost among numbers beyond number.
  private mutating func values(at x: [Extended]) -> [(value: Extended, isLost: Bool)] {
    budget -= x.count
    var values: [(value: Extended, isLost: Bool)] = []
    for start in stride(from: 0, to: x.count, by: result.capacity) {
      let points = x[start..<min(start + result.capacity, x.count)]
      result.evaluate(at: points)
      for i in 0..<points.count {
        let value = result.derivative(result.order, at: i)
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
