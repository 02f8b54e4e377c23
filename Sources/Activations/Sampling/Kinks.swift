/// A place where a function is not smooth: it jumps, or one of its derivatives does.
public struct Kink: Sendable, Hashable {
  /// The place, or the Double nearest to it.
  public let x: Double
  /// The lowest order that differs on both sides; 0 is a jump of the function itself, or a value that
  /// is neither limit.
  public let order: Int
  /// The value at `x`; NaN where the function jumps as it is divided by 0.
  public let value: Double
  /// The limits of value, slope, … from below, of the orders from 0 to `Kink.highestOrder`.
  public let left: [Double]
  /// The same from above.
  public let right: [Double]
  /// Whether it lies at a division by 0, as those of atan(1/x) and asin(sin(x)) do, so that there is no
  /// derivative to choose where two differ.
  public var isSingular = false

  /// Whether there is a value at the place itself and beside it none, as of (-2)^x.
  public var isAlone: Bool { value.isFinite && left[0].isNaN && right[0].isNaN }

  /// Breaks of higher derivatives than this are not looked for.
  public static let highestOrder = 4
}

extension Formula {
  /// The kinks and jumps of the function, ascending, each found to the last bit of x.
  ///
  /// They are where the formula decides: where the arguments of max, min and comparisons cross, where
  /// those of abs and sign pass 0, and those of floor an integer, which is where a negative number can
  /// be raised to; and where something is divided by 0
  /// and the function has two limits all the same, or a derivative of it has. A place where the pieces
  /// fit together in all derivatives up to `Kink.highestOrder` is none.
  ///
  /// - Parameters:
  ///   - range: Where to look; everywhere if `nil`, in steps that grow with the distance from 0.
  ///   - limit: The most that are looked for, those nearest to 0; a staircase may have any number.
  public func kinks(in range: ClosedRange<Double>? = nil, limit: Int = 1000) -> [Kink] {
    kinksFound(in: range, limit: limit).kinks
  }

  /// The kinks, and whether they are all there are as far as is looked.
  package func kinksFound(
    in range: ClosedRange<Double>? = nil, limit: Int = 1000
  ) -> (kinks: [Kink], isComplete: Bool) {
    let isDecided = !program.decisions.isEmpty
    let isDivided = !program.denominators(order: Kink.highestOrder).isEmpty
    guard isDecided || isDivided, limit > 0 else { return ([], true) }
    let bounds = range ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    return knownKinks.answer(to: PlaceQuestion(bounds: bounds, limit: limit)) {
      // A line passes 0 once at most, which its ends tell.
      let isSimple = !isDivided && program.decidesByLines
      let (grid, isResolved) =
        isSimple
        ? (Set([bounds.lowerBound, 0, bounds.upperBound]).filter(bounds.contains).sorted(), true)
        : program.resolved(
          Self.grid(in: bounds), most: 8192, within: range == nil ? -100...100 : bounds)
      var search = KinkSearch(program: program, limit: limit) { kink(at: $0) }
      let decided = isDecided ? search.kinks(between: grid).map { withPoles($0) } : []
      let kinks = isDivided ? withDivisions(decided, between: grid, limit: limit) : decided
      return (kinks, search.isComplete && (isResolved || kinks.isEmpty))
    }
  }

  /// The kinks with those that lie at zeros of denominators. A decision that falls by what runs off
  /// there changes at the pole itself, and not at a neighbour.
  private func withDivisions(_ decided: [Kink], between grid: [Double], limit: Int) -> [Kink] {
    var search = PoleSearch(program: program, derivatives: program, order: Kink.highestOrder)
    let divided = search.kinks(between: grid, limit: limit)
    // Where both sides were evaluated and nothing is infinite, that tells more than values nearby.
    let exact = Set(decided.filter { ($0.left + $0.right).allSatisfy(\.isFinite) }.map(\.x))
    let kept = divided.filter { zero, _ in
      !exact.contains(zero.place) || program.hasPole(at: zero)
    }
    let taken = Set(kept.flatMap(\.zero.neighbours))
    let all = decided.filter { !taken.contains($0.x) } + kept.map(\.kink)
    return all.sorted { $0.x.magnitude < $1.x.magnitude }.prefix(limit).sorted { $0.x < $1.x }
  }

  /// The kink with the limits of a pole where a side runs off: at the place itself a division by 0
  /// has the infinity of one side, whichever side is asked for.
  private func withPoles(_ kink: Kink) -> Kink {
    var left = kink.left, right = kink.right
    for order in 0...Kink.highestOrder where left[order].isInfinite || right[order].isInfinite {
      let here = singularities(order: order, in: kink.x...kink.x)
      guard let pole = here.poles.first else { continue }
      if left[order].isInfinite { left[order] = pole.left }
      if right[order].isInfinite { right[order] = pole.right }
    }
    return Kink(x: kink.x, order: kink.order, value: kink.value, left: left, right: right)
  }

  /// Points to look at between the bounds: dense near 0 and at a plotted range's own scale, and far
  /// out a few to each power of two.
  static func grid(in range: ClosedRange<Double>) -> [Double] {
    let lower = range.lowerBound, upper = range.upperBound
    var sizes: [Double] = []
    let reach = max(lower.magnitude, upper.magnitude)
    for exponent in -40...1023 where exponent <= reach.exponent {
      let steps = exponent < 40 ? 8 : exponent.isMultiple(of: 64) ? 1 : 0
      for step in 0..<steps {
        sizes.append(
          Double(sign: .plus, exponent: exponent, significand: 1 + Double(step) / 8))
      }
    }
    let first = max(-800, (8 * lower).rounded(.up)), last = min(800, (8 * upper).rounded(.down))
    let eighths = first <= last ? (Int(first)...Int(last)).map { Double($0) / 8 } : []
    let steps = upper - lower < 1e6 ? 2048 : 1
    let width = upper / Double(steps) - lower / Double(steps)
    let own = (0..<steps).map { lower + Double($0) * width } + [upper]
    let points = merged(sizes.reversed().map { -$0 } + [0] + sizes, merged(eighths, own))
    return points.filter { range.contains($0) }
  }

  /// The numbers of two ascending lists, ascending, each once.
  private static func merged(_ first: [Double], _ second: [Double]) -> [Double] {
    var all: [Double] = []
    all.reserveCapacity(first.count + second.count)
    var i = 0, k = 0
    while i < first.count || k < second.count {
      let isFirst = k == second.count || i < first.count && first[i] <= second[k]
      // Adding 0 makes -0 and 0 one number.
      let next = (isFirst ? first[i] : second[k]) + 0
      if isFirst { i += 1 } else { k += 1 }
      if next != all.last { all.append(next) }
    }
    return all
  }

  /// The kink at a place where the formula decides, if the pieces do not fit.
  private func kink(at x: Double) -> Kink? {
    let sides = OneSidedSeries.all(of: program, at: [Extended(x)], through: Kink.highestOrder)[0]
    // A quotient of zeros has its value by its derivatives, as it has in the samples.
    let spare = program.singularRegisters.isEmpty ? 0 : Program.spareOrders
    var block = JetBlock<Extended>(program: program, order: spare, samples: 1)
    block.evaluate(at: CollectionOfOne(Extended(x)))
    let value = block.derivative(0, at: 0)
    let isApart =
      !sides.agree(value, sides.left[0], order: 0) && !sides.agree(value, sides.right[0], order: 0)
    let broken = (0...Kink.highestOrder).first {
      !sides.agree(sides.left[$0], sides.right[$0], order: $0)
    }
    guard let order = isApart ? 0 : broken else { return nil }
    func derivatives(_ series: [Extended]) -> [Double] {
      let all = (0...Kink.highestOrder).map { k in
        (0..<k).reduce(series[k]) { $0 * Extended(Double($1 + 1)) }.double
      }
      return order == 0 ? all : [value.double] + all.dropFirst()
    }
    return Kink(
      x: x, order: order, value: value.double, left: derivatives(sides.left),
      right: derivatives(sides.right))
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
      case .extreme(_, let a, let b, _): .sign(a, minus: b)
      case .binary(let primitive, let a, let b) where primitive.isComparison: .sign(a, minus: b)
      // Below 0 only whole numbers can be raised to.
      case .raised(_, let exponent, _): .floor(exponent)
      default: nil
      }
    }
  }

  /// Whether each decision is one by the sign of a straight line.
  fileprivate var decidesByLines: Bool {
    let isLine = isLine
    return decisions.allSatisfy { decision in
      guard case .sign(let a, let b) = decision else { return false }
      return isLine[a] && b.map { isLine[$0] } ?? true
    }
  }

  /// Whether each register is a straight line in x, or level.
  var isLine: [Bool] {
    var isLine: [Bool] = []
    isLine.reserveCapacity(instructions.count)
    for (register, instruction) in instructions.enumerated() {
      switch instruction {
      case .variable: isLine.append(true)
      case .unary(.negate, let a): isLine.append(isLine[a])
      case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
        isLine.append(isLine[a] && isLine[b])
      case .binary(.multiply, let a, let b):
        isLine.append(isUniform[a] && isLine[b] || isLine[a] && isUniform[b])
      case .binary(.divide, let a, let b): isLine.append(isLine[a] && isUniform[b])
      default: isLine.append(isUniform[register])
      }
    }
    return isLine
  }
}
