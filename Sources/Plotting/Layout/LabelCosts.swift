internal import Typesetting

/// How bad a place for words is. A point of preference is about a point on the page: words move that
/// far, and no further, to get rid of what costs as much.
///
/// Worst is to leave the axes or to cover words and dots; then to stand nearer to a dot or line that
/// is not one's own, then to cover curves, and most of all their kinks and ends.
struct LabelCosts {
  let axes: Rectangle
  let em: Double
  /// Where words and dots are.
  let occupied: [Rectangle]
  /// The curves, cut into straight lines.
  let curves: [Segment]
  /// The other lines, each cut into straight ones.
  let lines: [[Segment]]
  /// The kinks and ends of curves.
  let features: [Point]
  /// All points and dots that words can be thought to belong to.
  let dots: [Point]
  let dotRadius: Double

  static let outside = 1e6
  static let overlap = 1e4
  /// A leader, besides its length.
  static let leader = 60.0
  /// Words that go up and not to the right.
  static let upward = 40.0
  private static let confusion = 600.0
  private static let feature = 300.0

  /// What words belong to, and what else they could be thought to belong to.
  struct Owner {
    let dots: [Point]
    /// The line that they belong to; empty if they belong to points.
    let line: [Segment]
    let otherDots: [Point]
    let otherLines: [Segment]
    /// By how much it must be nearer than other lines are, in points.
    let distinction: Double
  }

  /// Words belong to points, or to a line which may have points.
  func owner(dots own: [Point], line path: [Segment]) -> Owner {
    let others = lines.filter { line in
      !own.contains { dot in line.contains { dot.distance(to: $0) < 0.5 } }
        && !(line.first?.start == path.first?.start && line.last?.end == path.last?.end)
    }
    return Owner(
      dots: own, line: path,
      otherDots: dots.filter { dot in !own.contains { $0.distance(to: dot) < 0.5 } },
      otherLines: Array(others.joined()), distinction: em / 2)
  }

  /// The cost of a place for words.
  func cost(of place: LabelPlace, for owner: Owner) -> Double {
    let box = place.box.outset(by: 1)
    var cost = place.detour
    if !axes.encloses(box) { cost += Self.outside }
    cost += Self.overlap * Double(occupied.count { $0.overlaps(box) })
    // A touch is seen as well as a stroke.
    let covered = curves.reduce(0) { $0 + $1.length(in: box) }
    if covered > 0 { cost += 200 + 10 * covered }
    let struck = lines.joined().reduce(0) { $0 + $1.length(in: box) }
    if struck > 0 { cost += 10 + 3 * struck }
    if owner.line.contains(where: { $0.length(in: box) > 0 }) { cost += 100 }
    cost += Self.feature * Double(features.count { box.distance(to: $0) < 1 })
    cost += confusion(of: place, owner)
    if let leader = place.leader.segments.first { cost += self.cost(ofLeader: leader) }
    return cost
  }

  /// How easily the words are taken for those of another dot or line.
  private func confusion(of place: LabelPlace, _ owner: Owner) -> Double {
    func distance(_ dots: [Point]) -> Double {
      dots.reduce(.infinity) { min($0, place.box.distance(to: $1)) }
    }
    func distance(_ lines: [Segment]) -> Double {
      lines.reduce(.infinity) { min($0, place.box.distance(to: $1)) }
    }
    let nextDot = distance(owner.otherDots)
    guard place.leader.isEmpty else { return 100 * share(nextDot, within: 0.6 * em) }
    let toDot = distance(owner.dots), toOwn = min(toDot, distance(owner.line))
    guard toOwn < .infinity else { return 0 }
    var cost = Self.confusion * share(nextDot - toOwn, within: em)
    // A tangent's words are read with the dot that is next to them.
    if toDot < .infinity, nextDot < toDot {
      cost += Self.confusion * share(nextDot, within: 12 * em)
    }
    let weight = (owner.line.isEmpty ? 0.1 : 0.5) * Self.confusion
    return cost
      + weight * share(distance(owner.otherLines) - toOwn, within: owner.distinction)
  }

  /// 1 at 0 and below, nothing from the bound on.
  private func share(_ distance: Double, within bound: Double) -> Double {
    min(max(1 - distance / bound, 0), 1)
  }

  private func cost(ofLeader leader: Segment) -> Double {
    15 * Double(curves.count { $0.crosses(leader) })
      + 5 * Double(lines.joined().count { $0.crosses(leader) })
      + 300
      * Double(
        dots.count {
          $0.distance(to: leader) < dotRadius && $0.distance(to: leader.start) > 1.5 * dotRadius
        })
      + 200 * Double(occupied.count { leader.length(in: $0) > dotRadius })
  }

  /// The cost of two places that are taken together.
  static func cost(of first: LabelPlace, beside second: LabelPlace) -> Double {
    var cost = 0.0
    if first.box.outset(by: 1).overlaps(second.box.outset(by: 1)) { cost += overlap }
    let leaders = [first, second].map { $0.leader.segments.first }
    for (leader, box) in [(leaders[0], second.box), (leaders[1], first.box)] {
      if let leader, leader.length(in: box) > 0 { cost += 500 }
    }
    if let one = leaders[0], let other = leaders[1], one.crosses(other) { cost += 200 }
    return cost
  }

  /// The places that cost least together, one of each list: each word takes the best beside those
  /// before it, and moves as long as any finds a better one.
  static func choice(among places: [[(place: LabelPlace, cost: Double)]]) -> [LabelPlace] {
    var chosen = [Int?](repeating: nil, count: places.count)
    for _ in 0..<8 {
      var isStable = true
      for (index, candidates) in places.enumerated() {
        let others = chosen.enumerated().compactMap { other, choice in
          other == index ? nil : choice.map { places[other][$0].place }
        }
        let costs = candidates.map { candidate in
          others.reduce(candidate.cost) { $0 + cost(of: candidate.place, beside: $1) }
        }
        let best = costs.indices.min { costs[$0] < costs[$1] }
        if best != chosen[index] {
          chosen[index] = best
          isStable = false
        }
      }
      if isStable { break }
    }
    return zip(places, chosen).compactMap { candidates, choice in
      choice.map { candidates[$0].place }
    }
  }
}
