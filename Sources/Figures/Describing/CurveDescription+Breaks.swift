internal import Activations

/// Where the curve runs off, jumps or bends.
extension CurveDescription {
  var poles: [String] {
    let poles = facts.poles
    guard let first = poles.first, let last = poles.last else {
      return ["may run off to infinity within the range"]
    }
    guard poles.count > Self.mostPlaces || !facts.knowsPoles else {
      return poles.map { pole in
        let way = pole.way(
          hasLeft: pole.x > facts.domain.lowerBound, hasRight: pole.x < facts.domain.upperBound)
        return "runs off to \(way) at x = \(short(pole.x))"
      }
    }
    let count = facts.knowsPoles ? "at \(poles.count)" : "in at least \(poles.count)"
    return [
      "runs off to infinity \(count) places from x = \(short(first.x)) to \(short(last.x))"
    ] + (facts.hasDensePoles ? ["closer together than can be drawn"] : [])
  }

  /// Points that stand alone, values apart from their curve, jumps and corners.
  var kinks: [String] {
    guard formula.differentiationParameter == nil, order <= Kink.highestOrder else { return [] }
    let inner = facts.kinks.filter {
      facts.domain.lowerBound < $0.x && $0.x < facts.domain.upperBound
    }
    return points + counted(values(inner), "values apart") + counted(steps(inner), "jumps")
      + counted(corners(inner), "kinks")
  }

  /// The phrases, or of many only their number.
  private func counted(_ phrases: [String], _ noun: String) -> [String] {
    phrases.count > Self.mostPlaces
      ? ["\(atLeast(phrases.count, facts.knowsKinks)) \(noun)"] : phrases
  }

  private var points: [String] {
    let alone = facts.kinks.filter { order == 0 && $0.isAlone }
    guard alone.count > Self.mostPlaces, let first = alone.first, let last = alone.last else {
      return alone.map { "a single value \(short($0.value)) at x = \(short($0.x))" }
    }
    return [
      "values at \(alone.count) single points from x = \(short(first.x)) to \(short(last.x))"
    ]
  }

  private func values(_ kinks: [Kink]) -> [String] {
    kinks.filter {
      order == 0 && $0.order == 0 && $0.value.isFinite && $0.left[0].isFinite
        && $0.left[0] == $0.right[0]
    }.map {
      "value \(short($0.value)) at x = \(short($0.x)) alone, \(short($0.left[0])) beside it"
    }
  }

  /// Where a side runs off there is a pole, which is told as such.
  private func steps(_ kinks: [Kink]) -> [String] {
    kinks.filter {
      $0.left[order] != $0.right[order] && $0.left[order].isFinite && $0.right[order].isFinite
    }.map {
      "jumps from \(short($0.left[order])) to \(short($0.right[order])) at x = \(short($0.x))"
    }
  }

  private func corners(_ kinks: [Kink]) -> [String] {
    kinks.filter {
      order < Kink.highestOrder && $0.left[order].isFinite && $0.left[order] == $0.right[order]
        && $0.left[order + 1] != $0.right[order + 1]
    }.map { kink in
      let left = kink.left[order + 1], right = kink.right[order + 1]
      guard !left.isNaN, !right.isNaN else {
        return "kink at \(short(kink.x)) without a slope on a side"
      }
      return "kink at \(short(kink.x)) where the slope jumps from \(short(left)) to \(short(right))"
    }
  }
}
