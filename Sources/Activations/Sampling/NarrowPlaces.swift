/// A place around which a function may change within less than samples are apart, as beside a
/// needle.
package struct NarrowPlace: Sendable, Hashable {
  package let x: Double
  /// How far from the place the function has changed to the full.
  package let width: Double

  /// More than these are not looked at.
  package static let most = 256

  /// The place and points on both sides, from within the width to a distance, each twice as far as
  /// the last.
  package func points(within distance: Double) -> [Double] {
    var points = [x]
    var step = width / 4
    while step < distance, x + step > x {
      points += [x - step, x + step]
      step *= 2
    }
    return points
  }
}

extension Formula {
  /// The places of needles and steep steps, ascending: where what an exponential, a quotient or the
  /// like is taken of turns, or passes 0, and changes much within a spacing. Whatever else is added to
  /// a needle, it stands out here.
  ///
  /// - Parameters:
  ///   - degree: Only of polynomials up to that degree, whose places are known however far away.
  ///   - spacing: How far apart samples are around an x.
  package func narrowPlaces(
    in range: ClosedRange<Double>, ofDegree degree: Int? = nil, spacing: (Double) -> Double
  ) -> [NarrowPlace] {
    guard let byX = differentiationParameter == nil ? self : try? plain() else { return [] }
    let bends = byX.program.bends.filter { bend in
      degree.map { (bend.degree ?? .max) <= $0 } ?? true
    }
    guard !bends.isEmpty, range.lowerBound < range.upperBound else { return [] }
    var search = NarrowSearch(program: byX.program, bends: bends)
    return search.places(in: range, spacing: spacing)
  }
}

/// Looks for the places at which what bends in a program does so within little.
private struct NarrowSearch: ~Copyable {
  private var block: JetBlock<Extended>
  private let program: Program
  private let bends: [Program.Bend]
  /// How often the program may still be evaluated at a point.
  private var budget: Int

  private typealias Level = (value: Extended, slope: Extended)

  /// Places between which nothing turns twice, as far as angles do not tell otherwise.
  private static let gridCount = 256

  init(program: Program, bends: [Program.Bend]) {
    self.program = program
    self.bends = bends
    budget = program.evaluations(atMost: 50_000, costing: 1_000_000)
    block = JetBlock(program: program.computing(bends.map(\.register)), order: 2)
  }

  mutating func places(
    in range: ClosedRange<Double>, spacing: (Double) -> Double
  ) -> [NarrowPlace] {
    var found: [Double: Double] = [:]
    for (x, bend) in candidates(in: range)
    where range.contains(x) && found.count < NarrowPlace.most && budget > 0 {
      guard let width = width(of: bend, at: x, within: spacing(x)) else { continue }
      found[x] = min(width, found[x] ?? .infinity)
    }
    return found.map { NarrowPlace(x: $0.key, width: $0.value) }.sorted { $0.x < $1.x }
  }

  /// Where what bends turns, or passes 0 if that matters.
  private mutating func candidates(
    in range: ClosedRange<Double>
  ) -> [(x: Double, bend: Program.Bend)] {
    var all: [(x: Double, bend: Program.Bend)] = []
    let polynomials = bends.filter { $0.degree.map { $0 <= 2 } ?? false }
    if !polynomials.isEmpty {
      block.evaluate(at: CollectionOfOne(0))
      for bend in polynomials { all += places(of: bend).map { ($0.double + 0, bend) } }
    }
    let others = bends.filter { $0.degree.map { $0 > 2 } ?? true }
    guard !others.isEmpty else { return all }
    let width =
      range.upperBound / Double(Self.gridCount) - range.lowerBound / Double(Self.gridCount)
    let even = (0..<Self.gridCount).map { range.lowerBound + Double($0) * width }
    let grid = program.resolved(
      even + [range.upperBound], most: 4 * Self.gridCount, within: range
    ).points
    let levels = levels(of: others, on: grid)
    // Half of what there is, so that how wide the places are can be told of some.
    let reserve = budget / 2
    for (index, bend) in others.enumerated() where budget > reserve {
      let own = stride(from: index, to: levels.count, by: others.count).map { levels[$0] }
      all += changes(of: bend, on: grid, own, until: reserve).map { ($0, bend) }
    }
    return all
  }

  /// The turn and the zeros of a polynomial of degree 2 at most, from its coefficients.
  private func places(of bend: Program.Bend) -> [Extended] {
    let coefficients = (0...2).map { block.coefficient($0, of: bend.register)?[0] ?? 0 }
    let (c, b, a) = (coefficients[0], coefficients[1], coefficients[2])
    guard !a.isZero else { return bend.countsZeros && !b.isZero ? [-c / b] : [] }
    let turn = -b / (2 * a)
    let reach = turn * turn - c / a
    guard bend.countsZeros, reach > 0 else { return [turn] }
    return [turn, turn - .sqrt(reach), turn + .sqrt(reach)]
  }

  /// What bends at each point of a grid, point by point.
  private mutating func levels(of bends: [Program.Bend], on grid: [Double]) -> [Level] {
    var levels: [Level] = []
    levels.reserveCapacity(grid.count * bends.count)
    for start in stride(from: 0, to: grid.count, by: block.capacity) {
      let points = grid[start..<min(start + block.capacity, grid.count)]
      block.evaluate(at: points.lazy.map { Extended($0) })
      for i in 0..<points.count { levels += bends.map { level(of: $0, at: i) } }
    }
    return levels
  }

  private mutating func changes(
    of bend: Program.Bend, on grid: [Double], _ levels: [Level], until reserve: Int
  ) -> [Double] {
    var places: [Double] = []
    for (i, pair) in zip(levels, levels.dropFirst()).enumerated() where budget > reserve {
      if pair.0.slope < 0 && pair.1.slope > 0 || pair.0.slope > 0 && pair.1.slope < 0 {
        places.append(change(of: bend, from: grid[i], to: grid[i + 1]) { $0.slope })
      }
      if bend.countsZeros,
        pair.0.value < 0 && pair.1.value > 0 || pair.0.value > 0 && pair.1.value < 0
      {
        places.append(change(of: bend, from: grid[i], to: grid[i + 1]) { $0.value })
      }
    }
    // At a point of the grid itself nothing changes its sign.
    return places
      + grid.indices.filter { levels[$0].slope.isZero || levels[$0].value.isZero }
      .prefix(NarrowPlace.most).map { grid[$0] }
  }

  /// Halves the way between two points at which a number has different signs.
  private mutating func change(
    of bend: Program.Bend, from first: Double, to last: Double,
    _ number: (Level) -> Extended
  ) -> Double {
    var low = first, high = last
    let rises = number(level(of: bend, at: low)) < 0
    while true {
      let middle = low / 2 + high / 2
      guard low < middle, middle < high else { return low }
      let here = number(level(of: bend, at: middle))
      if here.isZero || here.isNaN { return middle }
      if (here < 0) == rises { low = middle } else { high = middle }
    }
  }

  private func level(of bend: Program.Bend, at i: Int) -> Level {
    (block.row(0, of: bend.register)[i], block.coefficient(1, of: bend.register)?[i] ?? 0)
  }

  private mutating func level(
    of bend: Program.Bend, at x: Double
  ) -> Level {
    budget -= 1
    block.evaluate(at: CollectionOfOne(Extended(x)))
    return level(of: bend, at: 0)
  }

  /// How far from a place what bends has changed by its unit; nothing if it has not within a
  /// distance.
  private mutating func width(
    of bend: Program.Bend, at x: Double, within distance: Double
  ) -> Double? {
    let here = level(of: bend, at: x).value
    let unit = bend.unit(at: here)
    guard unit > 0, unit.isFinite else { return nil }
    var width = distance, isNarrow = false
    while x + width > x {
      let change = [x - width, x + width].map { (level(of: bend, at: $0).value - here).magnitude }
      guard change.contains(where: { $0 > unit }) else { return isNarrow ? width : nil }
      isNarrow = true
      width /= 2
    }
    return nil
  }
}
