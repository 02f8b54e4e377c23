/// A place where a function is not smooth: it jumps, or one of its derivatives does.
public struct Kink: Sendable, Hashable {
  /// The place, or the Double nearest to it.
  public let x: Double
  /// The lowest order that differs on both sides; 0 is a jump of the function itself, or a value that
  /// is neither limit.
  public let order: Int
  /// The value at `x`.
  public let value: Double
  /// The limits of value, slope, … from below, of the orders from 0 to `Kink.highestOrder`.
  public let left: [Double]
  /// The same from above.
  public let right: [Double]

  /// Breaks of higher derivatives than this are not looked for.
  public static let highestOrder = 4
}

extension Formula {
  /// The kinks and jumps of the function, ascending, each found to the last bit of x.
  ///
  /// They are where the formula decides: where the arguments of max, min and comparisons cross, where
  /// those of abs and sign pass 0, and those of floor an integer. A place where the pieces fit
  /// together in all derivatives up to `Kink.highestOrder` is none.
  ///
  /// - Parameters:
  ///   - range: Where to look; everywhere if `nil`, in steps that grow with the distance from 0.
  ///   - limit: The most that are looked for, those nearest to 0; a staircase may have any number.
  public func kinks(in range: ClosedRange<Double>? = nil, limit: Int = 1000) -> [Kink] {
    guard !program.decisions.isEmpty, limit > 0 else { return [] }
    var search = KinkSearch(program: program, limit: limit) { kink(at: $0) }
    let bounds = range ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    return search.kinks(between: Self.grid(in: bounds))
  }

  /// Points to look at between the bounds: dense near 0 and at a plotted range's own scale, and far
  /// out a few to each power of two.
  static func grid(in range: ClosedRange<Double>) -> [Double] {
    var points: Set<Double> = [0, range.lowerBound, range.upperBound]
    for exponent in -40...1023 {
      let steps = exponent < 40 ? 8 : exponent.isMultiple(of: 64) ? 1 : 0
      for step in 0..<steps {
        let size = Double(
          sign: .plus, exponent: exponent, significand: 1 + Double(step) / 8)
        points.formUnion([size, -size])
      }
    }
    for step in -800...800 { points.insert(Double(step) / 8) }
    if range.upperBound - range.lowerBound < 1e6 {
      let width = (range.upperBound - range.lowerBound) / 2048
      for step in 1..<2048 { points.insert(range.lowerBound + Double(step) * width) }
    }
    return points.filter { range.contains($0) }.sorted()
  }

  /// The kink at a place where the formula decides, if the pieces do not fit.
  private func kink(at x: Double) -> Kink? {
    let left = limits(at: x, from: .left), right = limits(at: x, from: .right)
    var block = JetBlock<Extended>(program: program, order: 0)
    block.evaluate(at: CollectionOfOne(Extended(x)))
    let value = block.derivative(0, at: 0)
    // Rounding is relative to what the pieces are made of, most of which their derivatives show.
    let size = (left + right).filter(\.isFinite).map(\.magnitude).max() ?? 0
    // What the last bits of x can change is no difference: the true place is seldom a Double.
    func agree(_ first: Extended, _ second: Extended, order: Int) -> Bool {
      let next = max(left[order + 1].magnitude, right[order + 1].magnitude)
      let change = next * Extended(x.magnitude * 0x1p-50)
      return Self.agree(first, second, within: max(change, size * Extended(0x1p-90)))
    }
    let isApart = !agree(value, left[0], order: 0) && !agree(value, right[0], order: 0)
    let broken = (0...Kink.highestOrder).first { !agree(left[$0], right[$0], order: $0) }
    guard let order = isApart ? 0 : broken else { return nil }
    func rounded(_ limits: [Extended]) -> [Double] {
      let all = limits.prefix(Kink.highestOrder + 1).map(\.double)
      return order == 0 ? all : [value.double] + all.dropFirst()
    }
    return Kink(
      x: x, order: order, value: value.double, left: rounded(left), right: rounded(right))
  }

  /// The limits of the orders up to one beyond the highest that is compared.
  private func limits(at x: Double, from side: JetBlock<Extended>.Side) -> [Extended] {
    // With orders to spare, because roots of what is 0 here take their derivatives from higher ones.
    let spare = program.singularRegisters.isEmpty ? 1 : Program.spareOrders
    var block = JetBlock<Extended>(program: program, order: Kink.highestOrder + spare, side: side)
    block.evaluate(at: CollectionOfOne(Extended(x)))
    return (0...Kink.highestOrder + 1).map { block.derivative($0, at: 0) }
  }

  /// Whether two limits differ by no more than rounding can make them.
  private static func agree(_ left: Extended, _ right: Extended, within noise: Extended) -> Bool {
    if left == right || left.isNaN && right.isNaN { return true }
    guard left.isFinite, right.isFinite else { return false }
    let relative = max(left.magnitude, right.magnitude) * Extended(0x1p-40)
    return (left - right).magnitude <= max(relative, noise)
  }
}

extension Program {
  /// What a formula decides by: the sign of a difference, or the integer below a number.
  enum Decision {
    case sign(Int, minus: Int?)
    case floor(Int)
  }

  var decisions: [Decision] {
    instructions.compactMap { instruction in
      switch instruction {
      case .unary(.abs, let a), .unary(.sign, let a): .sign(a, minus: nil)
      case .unary(.floor, let a): .floor(a)
      case .binary(let primitive, let a, let b)
      where primitive.isComparison || primitive == .max || primitive == .min:
        .sign(a, minus: b)
      default: nil
      }
    }
  }
}

/// Looks for the places at which the decisions of a program change.
private struct KinkSearch: ~Copyable {
  private var block: JetBlock<Extended>
  private let decisions: [Program.Decision]
  private let limit: Int
  /// What is at a place where the formula decides; nothing where the pieces fit.
  private let kink: (Double) -> Kink?
  private var kinks: [Kink] = []
  private var seen: Set<Double> = []
  /// How often the program may still be evaluated: steps too fine for Doubles have no end otherwise.
  private var budget: Int

  /// A point and how far each decision is from its change there.
  private typealias Level = (x: Double, gaps: [Gap])

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

    /// Whether both differ by more than their rounding.
    func isApart(from other: Gap) -> Bool {
      // Also where one is infinite, at a pole.
      !((value - other.value).magnitude <= max(noise, other.noise))
    }
  }

  init(program: Program, limit: Int, kink: @escaping (Double) -> Kink?) {
    block = JetBlock(program: program, order: 0)
    decisions = program.decisions
    budget = min(50_000, max(2000, 1_000_000 / program.instructions.count))
    self.limit = limit
    self.kink = kink
  }

  /// The kinks at and between the points of a grid, ascending; if there are more than the limit,
  /// those nearest to 0.
  mutating func kinks(between grid: [Double]) -> [Kink] {
    let levels = grid.map { level(at: $0) }
    let inwards = levels.indices.sorted { grid[$0].magnitude < grid[$1].magnitude }
    for i in inwards {
      for decision in decisions.indices where kinks.count < limit {
        if levels[i].gaps[decision].isMet { meet(decision, at: grid[i]) }
        // The neighbour towards 0 has been looked at, so each interval comes once.
        let inner = grid[i] > 0 ? i - 1 : i + 1
        guard grid[i] != 0, levels.indices.contains(inner) else { continue }
        narrow(decision, levels[min(i, inner)], levels[max(i, inner)])
      }
    }
    return kinks.sorted { $0.x < $1.x }
  }

  private mutating func note(_ x: Double) {
    guard seen.insert(x).inserted else { return }
    budget -= 20
    if let kink = kink(x) { kinks.append(kink) }
  }

  private mutating func level(at x: Double) -> Level {
    block.evaluate(at: CollectionOfOne(Extended(x)))
    budget -= 1
    var gaps: [Gap] = []
    for decision in decisions {
      let noise = Extended(0x1p-98)
      switch decision {
      case .sign(let a, let b):
        let first = block.row(0, of: a)[0], second = b.map { block.row(0, of: $0)[0] }
        let size = second.map { max(first.magnitude, $0.magnitude) } ?? 0
        gaps.append(
          Gap(value: second.map { first - $0 } ?? first, isFloor: false, noise: size * noise))
      case .floor(let a):
        let value = block.row(0, of: a)[0]
        gaps.append(Gap(value: value, isFloor: true, noise: value.magnitude * noise))
      }
    }
    return (x, gaps)
  }

  /// Notes a place where a decision is met, unless it is met all around up to rounding: there a
  /// function is constant or has saturated.
  private mutating func meet(_ decision: Int, at x: Double) {
    let here = level(at: x).gaps[decision]
    // The Doubles next to 0 are nearer than the digits of a sum reach.
    let step = max(x.ulp, 0x1p-60)
    let around = [x - step, x + step].map { level(at: $0).gaps[decision] }
    if around.allSatisfy({ !$0.isMet && $0.isApart(from: here) }) { note(x) }
  }

  /// Halves the Doubles between two points until the change lies between neighbours, or is met.
  private mutating func narrow(_ decision: Int, _ low: Level, _ high: Level) {
    var pending = [(low, high)]
    while let (low, high) = pending.popLast(), kinks.count < limit, budget > 0 {
      let first = low.gaps[decision], last = high.gaps[decision]
      guard !first.piece.isNaN, !last.piece.isNaN, first.piece != last.piece else { continue }
      let middle = Double(ordinal: midpoint(low.x.ordinal, high.x.ordinal))
      guard middle > low.x, middle < high.x else {
        if !first.isMet, !last.isMet, first.isApart(from: last) {
          note(distance(first, last) <= distance(last, first) ? low.x : high.x)
        }
        continue
      }
      let level = level(at: middle)
      if level.gaps[decision].isMet { meet(decision, at: middle) }
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
