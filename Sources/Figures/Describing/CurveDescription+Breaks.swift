internal import Activations
internal import Wording

/// Where the curve runs off, jumps or bends.
extension CurveDescription {
  var poles: [String] {
    let poles = facts.poles
    guard let first = poles.first, let last = poles.last else {
      return [words.mayRunOff]
    }
    guard poles.count > Self.mostPlaces || !facts.knowsPoles else {
      return poles.map { pole in
        let way = pole.way(
          hasLeft: pole.x > facts.domain.lowerBound, hasRight: pole.x < facts.domain.upperBound,
          in: words)
        return words.runsOff(way, at: short(pole.x))
      }
    }
    return [
      words.runsOff(
        poles.count, isAll: facts.knowsPoles, from: short(first.x), to: short(last.x))
    ] + (facts.hasDensePoles ? [words.isDense] : [])
  }

  /// Points that stand alone, values apart from their curve, jumps and corners.
  var kinks: [String] {
    guard formula.differentiationParameter == nil, order <= Kink.highestOrder else { return [] }
    let inner = facts.kinks.filter {
      facts.domain.lowerBound < $0.x && $0.x < facts.domain.upperBound
    }
    return points + holes + counted(values(inner), words.valuesApart)
      + counted(steps(inner), words.jumps) + counted(corners(inner), words.kinks)
  }

  /// Where the formula has no value, of which the derivatives have none either.
  private var holes: [String] {
    guard order == 0 else { return [] }
    return counted(
      formula.holes(in: facts.domain).map { words.hole(limit: short($0.limit), at: short($0.x)) }
    ) { count, _ in words.holes(count) }
  }

  /// The phrases, or of many only their number.
  private func counted(
    _ phrases: [String], _ number: (Int, _ isAll: Bool) -> String
  ) -> [String] {
    phrases.count > Self.mostPlaces ? [number(phrases.count, facts.knowsKinks)] : phrases
  }

  private var points: [String] {
    let alone = facts.kinks.filter { order == 0 && $0.isAlone }
    guard alone.count > Self.mostPlaces, let first = alone.first, let last = alone.last else {
      return alone.map { words.singleValue(short($0.value), at: short($0.x)) }
    }
    return [words.singleValues(alone.count, from: short(first.x), to: short(last.x))]
  }

  private func values(_ kinks: [Kink]) -> [String] {
    kinks.filter {
      order == 0 && $0.order == 0 && $0.value.isFinite && $0.left[0].isFinite
        && $0.left[0] == $0.right[0]
    }.map {
      words.valueApart(short($0.value), at: short($0.x), beside: short($0.left[0]))
    }
  }

  /// Where a side runs off there is a pole, which is told as such.
  private func steps(_ kinks: [Kink]) -> [String] {
    kinks.filter {
      $0.left[order] != $0.right[order] && $0.left[order].isFinite && $0.right[order].isFinite
    }.map {
      words.jumps(from: short($0.left[order]), to: short($0.right[order]), at: short($0.x))
    }
  }

  private func corners(_ kinks: [Kink]) -> [String] {
    kinks.filter {
      order < Kink.highestOrder && $0.left[order].isFinite && $0.left[order] == $0.right[order]
        && $0.left[order + 1] != $0.right[order + 1]
    }.map { kink in
      let left = kink.left[order + 1], right = kink.right[order + 1]
      let isKnown = !left.isNaN && !right.isNaN
      return words.kink(at: short(kink.x), slopes: isKnown ? (short(left), short(right)) : nil)
    }
  }
}
