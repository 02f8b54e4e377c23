/// Looks for the zeros of what a program divides by.
struct ZeroSearch: ~Copyable {
  /// The denominators and their slopes.
  private var block: JetBlock<Extended>
  private let denominators: [Program.Denominator]
  private let limit: Int
  private var zeros: [Zero] = []
  private var seen: Set<Double> = []
  /// How often the programs may still be evaluated.
  private(set) var budget: Int

  /// A denominator at a point.
  private struct Level {
    let x: Extended
    let value: Extended
    let slope: Extended
    var piece: Int { value.isZero ? 0 : value < 0 ? -1 : 1 }
  }

  init(program: Program, denominators: [Program.Denominator], budget: Int, limit: Int) {
    block = JetBlock(program: program.computing(denominators.map(\.register)), order: 1)
    self.denominators = denominators
    self.limit = limit
    self.budget = budget
  }

  /// The zeros at and between the points of a grid, outwards from 0, and whether they are all: no
  /// more than the limit are looked for.
  mutating func zeros(between grid: [Double]) -> (zeros: [Zero], isComplete: Bool) {
    let levels = levels(at: grid), count = denominators.count
    for i in grid.outwards {
      // The neighbour towards 0 has been looked at, so each interval comes once.
      let inner = grid[i] > 0 ? i - 1 : i + 1
      let hasInner = grid[i] != 0 && grid.indices.contains(inner)
      for k in 0..<count {
        guard zeros.count < limit, budget > 0 else { return (zeros, false) }
        let here = levels[i * count + k]
        let neighbours = [i - 1, i + 1].filter(grid.indices.contains).map { levels[$0 * count + k] }
        if here.piece == 0 { meet(here, neighbours) }
        if hasInner {
          let low = levels[min(i, inner) * count + k], high = levels[max(i, inner) * count + k]
          search(k, between: low, high)
        }
      }
    }
    return (zeros, true)
  }

  private mutating func note(_ zero: Zero) {
    // Another denominator may be 0 there too, to within its rounding.
    guard zero.place.isFinite, seen.isDisjoint(with: zero.neighbours) else { return }
    seen.insert(zero.place)
    zeros.append(zero)
  }

  // MARK: Denominators

  private mutating func levels(at grid: [Double]) -> [Level] {
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
    // Slopes tell the place to its last bit where values are rounding alone.
    let noise = max(low.value.magnitude, high.value.magnitude) * Extended(0x1p-90)
    for round in 0..<200 {
      let width = high.x - low.x
      let near = min(low.value.magnitude, high.value.magnitude)
      guard near <= noise || near < width * (low.slope.magnitude + high.slope.magnitude) * 2 else {
        return nil
      }
      // The slopes lead to it as values do to a zero.
      let share = low.slope / (low.slope - high.slope)
      let bounded = round % 3 == 2 ? Extended(0.5) : share
      let x = low.x + width * bounded
      guard low.x < x, x < high.x else { break }
      let here = level(k, at: x)
      if here.piece != low.piece || here.slope.isZero { return here }
      if (here.slope < 0) == (low.slope < 0) { low = here } else { high = here }
      if high.x - low.x <= x.magnitude * Extended(0x1p-90) { break }
    }
    return low.value.magnitude < high.value.magnitude ? low : high
  }
}

/// Where a denominator is 0.
struct Zero {
  let x: Extended
  /// How far off it may be.
  let error: Extended
  /// How far around nothing else was looked at.
  let reach: Extended

  /// The Double nearest to it.
  var place: Double { x.double + 0 }
  /// The Doubles that it may have been found as.
  var neighbours: [Double] { [place, place.nextUp, place.nextDown] }
  /// Whether it is a Double.
  var isDouble: Bool { error.isZero && x == Extended(place) }
}
