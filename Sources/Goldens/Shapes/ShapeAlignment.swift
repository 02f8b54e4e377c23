/// Which shapes of two drawings are the same, as far as their order says.
///
/// Of all ways to get from one to the other by leaving out, adding and changing shapes it takes the
/// one with the least changes, where a shape that moved little or kept its paint changes less.
struct ShapeAlignment {
  /// Shapes of both, in order, with those that changed.
  private(set) var pairs: [Pair] = []
  /// Shapes that both have, but in another place of the order; they are not in `pairs`.
  private(set) var reordered: [Pair] = []
  /// Indices of shapes that only the old drawing has, and only the new one.
  private(set) var missing: [Int] = []
  private(set) var added: [Int] = []

  /// Whether both drawings have the same shapes in the same order.
  var isEqual: Bool {
    missing.isEmpty && added.isEmpty && reordered.isEmpty && pairs.allSatisfy(\.isEqual)
  }

  private let old: [SVGShape]
  private let new: [SVGShape]
  private let oldTraits: [ShapeTraits]
  private let newTraits: [ShapeTraits]
  private let tolerance: Double

  /// Indices in the old and the new drawing.
  struct Pair: Hashable {
    var old: Int
    var new: Int
    /// Whether both are the same within the tolerance.
    var isEqual: Bool
  }

  /// How many cells of the table of alignments are filled between two shapes that are known to be
  /// the same; with more, only ways near the straight one are tried.
  private static let mostCells = 1_500_000

  init(_ old: [SVGShape], _ new: [SVGShape], tolerance: Double) {
    self.old = old
    self.new = new
    self.tolerance = tolerance
    oldTraits = old.map(ShapeTraits.init)
    newTraits = new.map(ShapeTraits.init)
    var start = 0, oldEnd = old.count, newEnd = new.count
    while start < min(oldEnd, newEnd), isEqual(start, start) { start += 1 }
    while oldEnd > start, newEnd > start, isEqual(oldEnd - 1, newEnd - 1) {
      oldEnd -= 1
      newEnd -= 1
    }
    pairs = (0..<start).map { Pair(old: $0, new: $0, isEqual: true) }
    var from = (old: start, new: start)
    for anchor in anchors(start..<oldEnd, start..<newEnd) {
      align(from.old..<anchor.old, from.new..<anchor.new)
      pairs.append(anchor)
      from = (anchor.old + 1, anchor.new + 1)
    }
    align(from.old..<oldEnd, from.new..<newEnd)
    let shift = newEnd - oldEnd
    pairs += (oldEnd..<old.count).map { Pair(old: $0, new: $0 + shift, isEqual: true) }
    findReordered()
    keepWhatShowsNoOrder()
  }

  private func isEqual(_ i: Int, _ j: Int) -> Bool {
    oldTraits[i].kind == newTraits[j].kind
      && (old[i].coversPage || oldTraits[i].box.distance(newTraits[j].box) <= 2 * tolerance)
      && old[i].isEqual(new[j], tolerance: tolerance)
  }

  /// Shapes that are there once in both drawings to the hundredth of a point, the longest sequence
  /// of them that is in order in both.
  private func anchors(_ olds: Range<Int>, _ news: Range<Int>) -> [Pair] {
    func places(_ traits: [ShapeTraits], _ range: Range<Int>) -> [Int: Int] {
      range.reduce(into: [:]) { places, index in
        // -1 for what is there more than once.
        places[traits[index].fingerprint] = places[traits[index].fingerprint] == nil ? index : -1
      }
    }
    guard !olds.isEmpty, !news.isEmpty else { return [] }
    let inOld = places(oldTraits, olds), inNew = places(newTraits, news)
    let candidates = olds.compactMap { i -> Pair? in
      let print = oldTraits[i].fingerprint
      guard inOld[print] == i, let j = inNew[print], j >= 0, isEqual(i, j) else { return nil }
      return Pair(old: i, new: j, isEqual: true)
    }
    // The longest rising sequence: `ends` has the last element of the best of each length.
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      var low = 0, high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if candidates[ends[middle]].new < candidate.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? ends[low - 1] : -1
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [Pair] = []
    var next = ends.last ?? -1
    while next >= 0 {
      chain.append(candidates[next])
      next = previous[next]
    }
    return chain.reversed()
  }

  private enum Step: UInt8 {
    case pair
    case missing
    case added
  }

  /// Aligns two stretches by a table of the least costs, of which only a band around the diagonal
  /// is filled if it is large.
  private mutating func align(_ olds: Range<Int>, _ news: Range<Int>) {
    if olds.isEmpty || news.isEmpty {
      missing += olds
      added += news
      return
    }
    let rows = olds.count + 1, columns = news.count + 1
    let half = max(2, min(columns, Self.mostCells / rows / 2))
    func low(_ row: Int) -> Int {
      max(0, min(columns - 1, row * (columns - 1) / (rows - 1) - half))
    }
    let width = min(columns, 2 * half + 1)
    var steps = [Step](repeating: .missing, count: rows * width)
    var above: [Double] = [], aboveLow = 0
    for row in 0..<rows {
      let first = low(row), last = min(columns, first + width)
      var costs = [Double](repeating: .infinity, count: last - first)
      for column in first..<last {
        var best = row == 0 && column == 0 ? 0 : Double.infinity
        var step = Step.pair
        func cell(_ column: Int) -> Double {
          let index = column - aboveLow
          return index >= 0 && index < above.count ? above[index] : .infinity
        }
        if row > 0, column > 0, cell(column - 1) < .infinity {
          best = cell(column - 1) + cost(olds.lowerBound + row - 1, news.lowerBound + column - 1)
        }
        if row > 0, cell(column) + 1 < best {
          best = cell(column) + 1
          step = .missing
        }
        if column > first, costs[column - 1 - first] + 1 < best {
          best = costs[column - 1 - first] + 1
          step = .added
        }
        costs[column - first] = best
        steps[row * width + column - first] = step
      }
      above = costs
      aboveLow = first
    }
    follow(olds, news) { row, column in steps[row * width + column - low(row)] }
  }

  /// Goes back through the table along the steps that cost least.
  private mutating func follow(
    _ olds: Range<Int>, _ news: Range<Int>, _ step: (Int, Int) -> Step
  ) {
    var row = olds.count, column = news.count
    var found: [Pair] = []
    while row > 0 || column > 0 {
      let step = row == 0 ? .added : column == 0 ? .missing : step(row, column)
      if step != .added { row -= 1 }
      if step != .missing { column -= 1 }
      let i = olds.lowerBound + row, j = news.lowerBound + column
      switch step {
      case .pair: found.append(Pair(old: i, new: j, isEqual: isEqual(i, j)))
      case .missing: missing.append(i)
      case .added: added.append(j)
      }
    }
    pairs += found.reversed()
  }

  /// What it costs to make one shape another: 2 is as much as to remove it and add the other.
  private func cost(_ i: Int, _ j: Int) -> Double {
    let a = oldTraits[i], b = newTraits[j]
    guard a.kind == b.kind else { return 3 }
    var cost = a.paint == b.paint ? 0 : 0.35
    if a.verbs != b.verbs { cost += 0.5 }
    let distance = a.box.center.distance(b.box.center)
    cost += 0.9 * distance / (distance + 30)
    let sizes = a.box.size - b.box.size
    cost += 0.5 * sizes.length / (a.box.size.length + b.box.size.length + 1)
    if old[i].coversPage, new[j].coversPage { return a.paint == b.paint ? 0 : 0.35 }
    return cost > 0 || isEqual(i, j) ? cost : 0.05
  }

  /// Finds shapes that are the same in both drawings among those that are not, or are said to have
  /// become another.
  private mutating func findReordered() {
    var loose: [Int: [Int]] = [:]
    let pairs = self.pairs
    let changed = pairs.indices.filter { !pairs[$0].isEqual }
    let newPairs = Dictionary(uniqueKeysWithValues: changed.map { (pairs[$0].new, $0) })
    for j in (added + changed.map { pairs[$0].new }).sorted(by: >) {
      loose[newTraits[j].fingerprint, default: []].append(j)
    }
    let oldPairs = Dictionary(uniqueKeysWithValues: changed.map { (pairs[$0].old, $0) })
    var taken = (old: Set<Int>(), new: Set<Int>(), pairs: Set<Int>())
    for i in (missing + oldPairs.keys).sorted() {
      let print = oldTraits[i].fingerprint
      guard let j = loose[print]?.last, isEqual(i, j) else { continue }
      loose[print]?.removeLast()
      reordered.append(Pair(old: i, new: j, isEqual: true))
      taken.old.insert(i)
      taken.new.insert(j)
      for index in [oldPairs[i], newPairs[j]].compactMap({ $0 }) { taken.pairs.insert(index) }
    }
    missing += taken.pairs.map { pairs[$0].old }
    added += taken.pairs.map { pairs[$0].new }
    missing = missing.filter { !taken.old.contains($0) }.sorted()
    added = added.filter { !taken.new.contains($0) }.sorted()
    self.pairs = pairs.indices.filter { !taken.pairs.contains($0) }.map { pairs[$0] }
  }
}

extension ShapeAlignment {
  /// Takes shapes of which nobody sees in which order they are drawn for those that are in order.
  private mutating func keepWhatShowsNoOrder() {
    let all = pairs + reordered
    guard reordered.count * all.count < 4_000_000 else { return }
    let seen = reordered.filter { pair in
      all.contains { other in
        (other.old < pair.old) != (other.new < pair.new)
          && old[pair.old].showsOrder(with: old[other.old])
      }
    }
    pairs += Set(reordered).subtracting(seen).sorted { $0.old < $1.old }
    reordered = seen
  }
}

/// What of a shape can be compared at once.
struct ShapeTraits {
  /// Shapes of different kinds never become each other.
  let kind: Int
  let paint: Int
  let verbs: Int
  let box: Box
  /// Equal for shapes that are the same to a hundredth of a point, mostly.
  let fingerprint: Int

  init(_ shape: SVGShape) {
    box = shape.bounds
    if let content = shape.content {
      kind = shape.name.hashValue
      paint = content.hashValue
    } else {
      kind = (shape.style.fill == nil ? 0 : 1) + (shape.style.stroke == nil ? 0 : 2)
      paint = [shape.style.fill, shape.style.stroke].hashValue
    }
    verbs = shape.outline.verbs.hashValue
    var hasher = Hasher()
    hasher.combine(verbs)
    hasher.combine(paint)
    for point in shape.outline.points {
      hasher.combine(Int((point.x * 100).rounded()))
      hasher.combine(Int((point.y * 100).rounded()))
    }
    fingerprint = hasher.finalize()
  }
}
