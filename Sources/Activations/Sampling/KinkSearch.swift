/// Looks for the places at which the decisions of a program change.
struct KinkSearch: ~Copyable {
  private var block: JetBlock<Extended>
  private let decisions: [Program.Decision]
  private let limit: Int
  /// What is at a place where the formula decides; nothing where the pieces fit.
  private let kink: (Double) -> Kink?
  private var kinks: [Kink] = []
  /// Whether neither the limit nor the budget ended the search.
  var isComplete: Bool { kinks.count < limit && budget > 0 }
  private var seen: Set<Int> = []
  /// How often the program may still be evaluated: steps too fine for Doubles have no end otherwise.
  private var budget: Int

  /// A point and how far a decision is from its change there.
  private typealias Level = (x: Double, gap: Gap)

  /// What a decision goes by.
  private struct Gap {
    /// A difference, or a number that is rounded down.
    let value: Extended
    let isFloor: Bool
    /// What rounding may add to the value.
    let noise: Extended

    /// Whether the decision is met to the last digit.
    var isMet: Bool { isFloor ? value.isFinite && value == value.floor : value.isZero }
    /// Which piece holds: the sign, or the integer below.
    var piece: Extended { isFloor ? value.floor : value.isZero ? 0 : value < 0 ? -1 : 1 }

    /// Whether it is no further from a change than another, by what differences tell.
    func isNearer(than other: Gap) -> Bool {
      !isFloor && value.magnitude <= other.value.magnitude
    }

    /// Whether both differ by more than their rounding.
    func isApart(from other: Gap) -> Bool {
      // Also where one is infinite, at a pole.
      !((value - other.value).magnitude <= max(noise, other.noise))
    }
  }

  init(program: Program, limit: Int, kink: @escaping (Double) -> Kink?) {
    decisions = program.decisions
    let registers = decisions.flatMap(\.registers)
    block = JetBlock(
      program: program.computing(registers, orderDrops: program.orderDrops), order: 0)
    budget = program.evaluations(atMost: 50_000, costing: 1_000_000)
    self.limit = limit
    self.kink = kink
  }

  /// The kinks at and between the points of a grid, ascending; if there are more than the limit,
  /// those nearest to 0.
  mutating func kinks(between grid: [Double]) -> [Kink] {
    let gaps = gaps(at: grid), count = decisions.count
    for i in grid.outwards {
      // The neighbour towards 0 has been looked at, so each interval comes once.
      let inner = grid[i] > 0 ? i - 1 : i + 1
      let hasInner = grid[i] != 0 && grid.indices.contains(inner)
      for decision in 0..<count where kinks.count < limit {
        let gap = gaps[i * count + decision]
        if gap.isMet { meet(decision, at: grid[i]) }
        if i > 0, i + 1 < grid.count {
          let before = gaps[(i - 1) * count + decision], after = gaps[(i + 1) * count + decision]
          if gap.isNearer(than: before), gap.isNearer(than: after) {
            searchDip(decision, (grid[i - 1], before), (grid[i], gap), (grid[i + 1], after))
          }
        }
        guard hasInner, Self.differ(gap, gaps[inner * count + decision]) else { continue }
        let low = min(i, inner), high = max(i, inner)
        narrow(
          decision, (grid[low], gaps[low * count + decision]),
          (grid[high], gaps[high * count + decision]))
      }
    }
    return kinks.sorted { $0.x < $1.x }
  }

  /// Looks for two changes between three points at which a decision falls alike, where it comes
  /// nearest to its change at the middle one: by golden sections, as long as it may get there if it
  /// bends one way only.
  private mutating func searchDip(_ decision: Int, _ low: Level, _ middle: Level, _ high: Level) {
    guard !middle.gap.isMet, !Self.differ(low.gap, middle.gap),
      !Self.differ(middle.gap, high.gap)
    else { return }
    var low = low, middle = middle, high = high
    for _ in 0..<Self.sections where budget > 0 {
      let sizes = [low, middle, high].map(\.gap.value.magnitude)
      let drop = max(sizes[0], sizes[2]) - sizes[1]
      guard min(sizes[0], sizes[2]) >= sizes[1], sizes[1] < 2 * drop else { return }
      let isRight = high.x - middle.x > middle.x - low.x
      let x = middle.x + 0.381966 * (isRight ? high.x - middle.x : low.x - middle.x)
      guard low.x < x, x < high.x, x != middle.x else { return }
      let here = (x: x, gap: gap(of: decision, at: x))
      if here.gap.isMet { return meet(decision, at: x) }
      if Self.differ(here.gap, middle.gap) {
        narrow(decision, low, here)
        narrow(decision, here, high)
        return
      }
      let isLower = here.gap.value.magnitude < sizes[1]
      let outer = isLower ? middle : here
      if isRight == isLower { low = outer } else { high = outer }
      if isLower { middle = here }
    }
  }

  /// How often a dip is cut: what is narrower than a 1e-12th of its surroundings is not seen.
  private static let sections = 60

  /// Whether a decision falls differently at two points.
  private static func differ(_ first: Gap, _ second: Gap) -> Bool {
    let left = first.piece, right = second.piece
    return !left.isNaN && !right.isNaN && left != right
  }

  /// How far every decision is from its change at each point of a grid, point by point.
  private mutating func gaps(at grid: [Double]) -> [Gap] {
    var gaps: [Gap] = []
    gaps.reserveCapacity(grid.count * decisions.count)
    for start in stride(from: 0, to: grid.count, by: block.capacity) {
      let points = grid[start..<min(start + block.capacity, grid.count)]
      block.evaluate(at: points.lazy.map { Extended($0) })
      for i in 0..<points.count {
        for decision in decisions { gaps.append(gap(of: decision, at: i)) }
      }
    }
    return gaps
  }

  private mutating func note(_ x: Double) {
    guard seen.insert(Int(x.ordinal)).inserted else { return }
    budget -= 20
    if let kink = kink(x) { kinks.append(kink) }
  }

  private mutating func gap(of decision: Int, at x: Double) -> Gap {
    block.evaluate(at: CollectionOfOne(Extended(x)))
    budget -= 1
    return gap(of: decisions[decision], at: 0)
  }

  /// The gap at a sample of the block.
  private func gap(of decision: Program.Decision, at i: Int) -> Gap {
    let noise = Extended(0x1p-98)
    switch decision {
    case .sign(let a, let b):
      let first = block.row(0, of: a)[i]
      guard let b else { return Gap(value: first, isFloor: false, noise: 0) }
      let second = block.row(0, of: b)[i]
      let size = max(first.magnitude, second.magnitude)
      return Gap(value: first - second, isFloor: false, noise: size * noise)
    case .floor(let a):
      let value = block.row(0, of: a)[i]
      return Gap(value: value, isFloor: true, noise: value.magnitude * noise)
    }
  }

  /// Notes a place where a decision is met, unless it is met all around up to rounding: there a
  /// function is constant or has saturated.
  private mutating func meet(_ decision: Int, at x: Double) {
    let here = gap(of: decision, at: x)
    // The Doubles next to 0 are nearer than the digits of a sum reach.
    let step = max(x.ulp, 0x1p-60)
    let around = [x - step, x + step].map { gap(of: decision, at: $0) }
    if around.allSatisfy({ !$0.isMet && $0.isApart(from: here) }) { note(x) }
  }

  /// Halves the Doubles between two points until the change lies between neighbours, or is met.
  private mutating func narrow(_ decision: Int, _ low: Level, _ high: Level) {
    var pending = [(low, high)]
    while let (low, high) = pending.popLast(), kinks.count < limit, budget > 0 {
      let first = low.gap, last = high.gap
      guard Self.differ(first, last) else { continue }
      let middle = Double(ordinal: midpoint(low.x.ordinal, high.x.ordinal))
      guard middle > low.x, middle < high.x else {
        // A decision by what jumps changes where that does, which another has noted.
        let isKnown = [low.x, high.x].contains { seen.contains(Int($0.ordinal)) }
        if !first.isMet, !last.isMet, first.isApart(from: last), !isKnown {
          note(distance(first, last) <= distance(last, first) ? low.x : high.x)
        }
        continue
      }
      let level = (x: middle, gap: gap(of: decision, at: middle))
      if level.gap.isMet { meet(decision, at: middle) }
      pending.append((level, high))
      pending.append((low, level))
    }
  }

  /// How far a gap is from the change that lies between it and a neighbour.
  private func distance(_ gap: Gap, _ neighbour: Gap) -> Extended {
    let target: Extended = gap.isFloor ? max(gap.value, neighbour.value).floor : 0
    return (gap.value - target).magnitude
  }

  private func midpoint(_ a: Int64, _ b: Int64) -> Int64 { (a >> 1) + (b >> 1) + (a & b & 1) }
}

extension Program.Decision {
  /// What it goes by.
  fileprivate var registers: [Int] {
    switch self {
    case .sign(let a, let b): [a] + (b.map { [$0] } ?? [])
    case .floor(let a): [a]
    }
  }
}

extension Double {
  /// The place of a finite number in the order of all Doubles; 0 and -0 share one.
  fileprivate var ordinal: Int64 {
    let bits = Int64(bitPattern: magnitude.bitPattern)
    return self < 0 ? -bits : bits
  }

  fileprivate init(ordinal: Int64) {
    let size = Double(bitPattern: UInt64(ordinal.magnitude))
    self = ordinal < 0 ? -size : size
  }
}
