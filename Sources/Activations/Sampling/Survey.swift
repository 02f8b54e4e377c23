/// A function on a grid, with its slopes as `Extended`, which do not underflow to 0 in a tail.
struct Survey {
  /// What is found, is not there, or cannot be told for the rounding.
  enum Finding<Fact: Equatable>: Equatable {
    case found(Fact)
    case none
    case unknown

    var fact: Fact? {
      if case .found(let fact) = self { fact } else { nil }
    }
  }

  private typealias Point = (x: Double, value: Double, slope: Extended)

  private let points: [Point]
  private let kinks: [Kink]
  private let singularities: Singularities
  /// Those within 100 of 0.
  let extrema: [Properties.Extremum]
  /// Some that are further out.
  let farExtrema: [Properties.Extremum]
  /// A few of those, the nearest.
  var nearestBeyond: [Properties.Extremum] {
    farExtrema.sorted { $0.x.magnitude < $1.x.magnitude }.prefix(6).sorted { $0.x < $1.x }
  }
  /// Whether the grid follows every sine, so that no extremum within 100 of 0 hides between points.
  let isResolved: Bool
  /// Whether values rise and fall; nothing if one of that may be rounding.
  private let turns: Bool?
  /// The points at which the function has no value.
  private let gaps: Set<Double>
  /// Whether it can be told everywhere within 100 of 0.
  let isKnown: Bool
  private let formula: Formula

  init(of formula: Formula) {
    self.formula = formula
    kinks =
      formula.kinks(in: -100...100) + formula.kinks(limit: 100).filter { $0.x.magnitude > 100 }
    var block = JetBlock<Extended>(program: formula.program, order: 1, samples: 1)
    var points: [Point] = []
    var gaps: Set<Double> = []
    var isKnown = true
    singularities = formula.singularities(order: 0, in: nil)
    let grid: [Double]
    (grid, isResolved) = formula.program.resolved(
      Self.grid(of: formula, beside: singularities.poles, kinks), most: 8192, within: -100...100)
    let all = Self.points(of: formula, at: grid, besideZeros: singularities.others, &block)
    var bounds = JetBlock<Interval>(program: formula.program, order: 0, samples: 1)
    for (point, isLost) in all {
      if isLost, !point.value.isInfinite {
        isKnown = isKnown && point.x.magnitude > 100
      } else if point.value.isNaN {
        // What is but too small to be told from 0 is no division by it.
        let isGap = BigFloat.withPrecision(64) {
          bounds.evaluate(at: CollectionOfOne(Interval(point.x)))
          return bounds.derivative(0, at: 0).isNaN
        }
        if isGap { gaps.insert(point.x) } else { isKnown = isKnown && point.x.magnitude > 100 }
      } else {
        points.append(point)
      }
    }
    self.points = points
    self.gaps = gaps
    self.isKnown = isKnown
    var search = TurnSearch(program: formula.program, kinks: kinks)
    let near = points.filter { $0.x.magnitude <= 100 }
    let poles = singularities.poles.map(\.x)
    extrema = search.extrema(among: near.map { ($0.x, $0.slope) }, without: poles)
    let tails = [points.reversed().filter { $0.x <= -100 }, points.filter { $0.x >= 100 }]
    farExtrema = tails.flatMap { tail in
      search.extrema(
        among: Self.first(64, turnsAmong: tail).sorted { $0.x < $1.x }, without: poles)
    }
    turns = search.turns(points.map { ($0.x, $0.value) })
  }

  /// Points everywhere, and on both sides of 0 those that show needles, what is beside poles, and
  /// pieces between kinks that are close together.
  private static func grid(
    of formula: Formula, beside poles: [Pole], _ kinks: [Kink]
  ) -> [Double] {
    let even = Formula.grid(in: -1e300...1e300)
    let reach = even[even.count - 1]
    let needles = formula.narrowPlaces(in: -100...100) { _ in 1.0 / 8 }
    // Humps further out than a search for them would see, of any width.
    let humps = formula.narrowPlaces(in: -reach...reach, ofDegree: 2) {
      max(1, $0.magnitude) * 0x1p64
    }
    let nearest = poles.filter { $0.x.magnitude < 100 && $0.x != 0 }
      .sorted { $0.x.magnitude < $1.x.magnitude }.prefix(32)
    let reaches = (4...24).map { 1 / Double(1 << $0) }
    var beside = needles.flatMap { $0.points(within: 1.0 / 8) }
    beside += humps.filter { $0.x.magnitude > 100 }.flatMap {
      $0.points(within: 4 * $0.x.magnitude)
    }
    beside += formula.program.pointsInTurns
    for pole in nearest { beside += reaches.flatMap { [pole.x - $0, pole.x + $0] } }
    let close = zip(kinks, kinks.dropFirst()).filter { $1.x - $0.x < 1 }
    beside += close.prefix(256).map { $0.x / 2 + $1.x / 2 }
    return beside.isEmpty ? even : Set(even + beside + beside.map(-)).sorted()
  }

  /// The points of the grid, and whether what is there is lost among numbers beyond number: what is too
  /// large to be told, or for an angle, is no sign of a gap, and its products with what has become 0
  /// are no values.
  ///
  /// - Parameter zeros: Where quotients of zeros are, beside which values can be rounding alone.
  private static func points(
    of formula: Formula, at grid: [Double], besideZeros zeros: [Double],
    _ block: inout JetBlock<Extended>
  ) -> [(Point, isLost: Bool)] {
    var all: [(point: Point, isLost: Bool)] = []
    for x in grid {
      block.evaluate(at: CollectionOfOne(Extended(x)))
      let value = block.derivative(0, at: 0).double
      let isLost =
        value.isNaN
        ? block.hasNumber(at: 0) { $0.double.isInfinite }
        : block.hasNumber(at: 0, where: \.isSaturated)
      all.append(((x, value, block.derivative(1, at: 0)), isLost))
    }
    guard !formula.program.singularRegisters.isEmpty else { return all }
    // Once more with longer series, which 0 / 0 needs.
    var bounded = JetBlock<Bounded>(program: formula.program, order: 1, samples: 1)
    let open = all.indices.filter { index in
      let point = all[index].point
      if point.value.isNaN || point.slope.isNaN { return true }
      guard zeros.contains(where: { (point.x - $0).magnitude <= 1 }) else { return false }
      bounded.evaluate(at: CollectionOfOne(Bounded(point.x)))
      return !bounded.isSettled(0...1, at: 0)
    }
    guard let samples = try? formula.samples(at: open.map { all[$0].point.x }, order: 1) else {
      return all
    }
    for (i, index) in open.enumerated() {
      // What had a value before has only lost its digits.
      if samples.values[i].isNaN, !all[index].point.value.isNaN { all[index].isLost = true }
      all[index].point.value = samples.values[i]
      all[index].point.slope = Extended(samples.derivatives[1][i])
    }
    return all
  }

  /// The points from the first on until the slope has changed its sign so often.
  private static func first(
    _ count: Int, turnsAmong points: [Point]
  ) -> [(x: Double, slope: Extended)] {
    var turns = 0
    var last: Extended = 0
    let near = points.prefix { point in
      if last * point.slope < 0 { turns += 1 }
      if !point.slope.isNaN, !point.slope.isZero { last = point.slope }
      return turns < count
    }
    return near.map { ($0.x, $0.slope) }
  }

  /// Whether the function has a value at every point where that can be told.
  var isDefined: Bool { gaps.isEmpty }

  var symmetry: Finding<Properties.Symmetry> {
    let values = Dictionary(points.map { ($0.x, $0.value) }) { first, _ in first }
    let jumpsOverZero = kinks.contains { $0.x == 0 && $0.value.isNaN }
    func holds(_ sign: Double, within share: Double) -> Bool {
      points.allSatisfy { x, right, _ in
        guard let left = values[-x] else { return !gaps.contains(-x) }
        // As its own mirror image 0 shows only whether an odd function passes through the origin,
        // and a pole or a jump there shows nothing.
        return x == 0 && (right.isInfinite || jumpsOverZero) || left == sign * right
          || (left - sign * right).magnitude <= max(2 * right.ulp, share * right.magnitude)
      }
    }
    if holds(1, within: 0) { return .found(.even) }
    if holds(-1, within: 0) { return .found(.odd) }
    return holds(1, within: 1e-9) || holds(-1, within: 1e-9) ? .unknown : .none
  }

  var monotonicity: Finding<Properties.Monotonicity> {
    guard isDefined else { return .none }
    guard isKnown else { return .unknown }
    guard let turns else { return extrema.isEmpty ? .unknown : .none }
    if turns || !extrema.isEmpty { return .none }
    let steps = zip(points, points.dropFirst())
    let rises = steps.contains { $0.value < $1.value }
    guard rises || steps.contains(where: { $0.value > $1.value }) else { return .found(.constant) }
    // A slope of 0 at two neighbouring points is a flat piece.
    let isFlat = steps.contains { $0.slope.isZero && $1.slope.isZero && isInSight($0.x) }
    return .found(
      rises ? (isFlat ? .nondecreasing : .increasing) : isFlat ? .nonincreasing : .decreasing)
  }

  /// Further out even `Extended` has to take exp(-exp(-x)) for 0.
  private func isInSight(_ x: Double) -> Bool { x.magnitude <= 30 }

  /// The least interval that holds all values, and those that are approached as x goes to the
  /// infinities; nothing if there may be others.
  ///
  /// - Parameter ends: What the function tends to at -infinity and infinity.
  func range(ends: [Limit], approached: [Double]) -> Properties.Range? {
    guard knowsRange(approached: approached), let range = range(approached: approached) else {
      return nil
    }
    let program = formula.program
    // What comes again and again has been seen, and what is near 0 has, if the grid follows it.
    if formula.differentiationParameter == nil, program.isPeriodic { return range }
    let most = Double.greatestFiniteMagnitude
    var pieces = [(-1.0, ends[0]), (1, ends[1])].flatMap { sign, limit in
      let far = limit == .none ? [100, most, .infinity] : [100, most]
      return zip(far, far.dropFirst()).map {
        sign < 0 ? RangeProof.Piece(low: -$1, high: -$0) : RangeProof.Piece(low: $0, high: $1)
      }
    }
    if !isResolved {
      pieces += (-8..<8).map {
        RangeProof.Piece(low: Double($0) * 12.5, high: Double($0 + 1) * 12.5)
      }
    }
    var proof = RangeProof(of: formula, within: range, extrema: extrema + farExtrema)
    return proof.holds(over: pieces) ? range : nil
  }

  /// The least interval that holds the values here and those approached far out.
  private func range(approached: [Double]) -> Properties.Range? {
    guard isDefined else { return nil }
    let oneSided = kinks.filter { $0.order == 0 }.flatMap { [$0.left[0], $0.right[0]] }
    let places = kinks.map(\.value) + (extrema + farExtrema).map(\.value) + oneSided
    let taken = points.map(\.value).filter(\.isFinite) + places.filter { !$0.isNaN }
    let all = taken + runsTo + approached
    guard let lower = all.min(), let upper = all.max() else { return nil }
    return Properties.Range(
      lowerBound: lower + 0, upperBound: upper + 0, isLowerBoundTaken: isTaken(lower),
      isUpperBoundTaken: isTaken(upper), mayHaveGaps: mayHaveGaps)
  }

  /// The infinities that values run to beside the poles.
  private var runsTo: [Double] {
    singularities.poles.flatMap { [$0.left, $0.right] }.filter(\.isInfinite)
  }

  /// Whether the bounds of the values can be told: where poles may have been missed they are if
  /// values run off both ways at others.
  private func knowsRange(approached: [Double]) -> Bool {
    let all = runsTo + approached
    return isKnown
      && (singularities.isComplete || all.contains(.infinity) && all.contains(-.infinity))
  }

  /// Whether poles may leave a gap between the bounds. They do not if the curve runs from one
  /// infinity to the other between two of them, or runs off the same way on both sides of all.
  private var mayHaveGaps: Bool {
    let poles = singularities.poles, sides = Set(poles.flatMap { [$0.left, $0.right] })
    guard singularities.runsOff else { return jumpsLeaveGaps }
    let breaks = kinks.filter { $0.order == 0 }.map(\.x)
    // Further out a pole between two others may have been missed.
    let near = poles.filter { isResolved && $0.x.magnitude <= 100 }
    let isWhole = zip(near, near.dropFirst()).contains { first, second in
      first.right.isInfinite && first.right == -second.left
        && !(breaks + singularities.others).contains { first.x < $0 && $0 < second.x }
    }
    if isWhole { return false }
    let isOneWay = sides == [.infinity] || sides == [-.infinity]
    return !(isOneWay && singularities.isComplete && breaks.isEmpty)
  }

  /// Whether the pieces between jumps, each of which is whole, may leave numbers out between them.
  private var jumpsLeaveGaps: Bool {
    let jumps = kinks.filter { $0.order == 0 }
    guard !jumps.isEmpty else { return false }
    let isSteppedOn = jumps.contains { $0.x.magnitude > 100 }
    var rest = points[...]
    var pieces: [ClosedRange<Double>] = []
    for i in 0...jumps.count {
      let first = i > 0 ? jumps[i - 1].x : -.infinity
      let last = i < jumps.count ? jumps[i].x : .infinity
      let inner = rest.prefix { $0.x < last }
      rest = rest.dropFirst(inner.count)
      // Beyond the last step that is known there may be others.
      func isSeen(_ x: Double) -> Bool { !isSteppedOn || x.magnitude <= 100 }
      let turns = (extrema + farExtrema).filter { first < $0.x && $0.x < last && isSeen($0.x) }
      var values = inner.filter { first < $0.x && isSeen($0.x) }.map(\.value) + turns.map(\.value)
      if i > 0, isSeen(first) { values.append(jumps[i - 1].right[0]) }
      if i < jumps.count, isSeen(last) { values.append(jumps[i].left[0]) }
      guard let lower = values.lazy.filter({ !$0.isNaN }).min(),
        let upper = values.lazy.filter({ !$0.isNaN }).max()
      else { continue }
      pieces.append(lower...upper)
    }
    pieces += jumps.map(\.value).filter { !$0.isNaN }.map { $0...$0 }
    pieces.sort { $0.lowerBound < $1.lowerBound }
    var reach = pieces.first?.upperBound ?? 0
    for piece in pieces {
      // Where two pieces but touch the number between may be a value of neither.
      if piece.lowerBound > reach
        || piece.lowerBound == reach && !kinks.contains(where: { $0.value == reach })
          && piece.upperBound > reach && !points.contains(where: { $0.value == reach })
      {
        return true
      }
      reach = max(reach, piece.upperBound)
    }
    return false
  }

  /// Whether a bound is a value and not a limit that values are rounded to: there the function has
  /// an extremum, a kink or a flat piece.
  private func isTaken(_ bound: Double) -> Bool {
    guard bound.isFinite else { return false }
    let isFlat = { (side: [Double]) in side[0] == bound && side.dropFirst().allSatisfy { $0 == 0 } }
    return (extrema + farExtrema).contains { $0.value == bound }
      || kinks.contains {
        $0.value == bound || !$0.isSingular && (isFlat($0.left) || isFlat($0.right))
      }
      || points.contains { $0.value == bound && $0.slope.isZero && isInSight($0.x) }
  }
}
