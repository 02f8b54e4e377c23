internal import Activations

extension Approximation {
  /// Units of one bend each, at the knots of a broken line.
  ///
  /// On its own side of the bend each unit has another slope: the outputs of those within are the
  /// changes of slope there, and the one at an end gives the line its first or last slope.
  static func brokenLine(
    through samples: TargetSamples, units count: Int, _ bend: UnitShape.Bend
  ) -> (units: [Unit], construction: Construction) {
    let knots = EqualErrors(samples).knots(pieces: count)
    let places = knots.map { samples.x[$0] }
    let slopes = zip(knots, knots.dropFirst()).map { samples.slope($0, $1) }
    var units = slopes.indices.dropFirst().map { piece in
      Unit(
        bias: bend.place - places[piece],
        output: (slopes[piece] - slopes[piece - 1]) / (bend.right - bend.left))
    }
    let sum = units.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1.output) }
    // The unit at the left end shows its right slope within, the one at the right end its left slope.
    if bend.right.magnitude >= bend.left.magnitude {
      let rest = DoubleDouble(slopes[0]) - sum * DoubleDouble(bend.left)
      units.insert(
        Unit(bias: bend.place - places[0], output: rest.high / bend.right), at: 0)
    } else {
      let rest = DoubleDouble(slopes[slopes.count - 1]) - sum * DoubleDouble(bend.right)
      units.append(
        Unit(bias: bend.place - places[places.count - 1], output: rest.high / bend.left))
    }
    // Where fewer knots leave no error the other units say nothing.
    let idle = Unit(bias: bend.place - samples.x[samples.x.count - 1])
    units += Array(repeating: idle, count: count - units.count)
    return (units, .brokenLine(knots: places))
  }
}

extension TargetSamples {
  /// The slope of the line through two samples.
  func slope(_ first: Int, _ last: Int) -> Double {
    (values[last] - values[first]) / (x[last] - x[first])
  }

  /// How far the line through two samples is from those between.
  func error(_ first: Int, _ last: Int) -> Double {
    let slope = slope(first, last)
    var error = 0.0
    for i in first + 1..<max(first + 1, last) {
      error = max(error, (values[i] - values[first] - slope * (x[i] - x[first])).magnitude)
    }
    return error
  }
}

/// Looks for knots at samples between which lines are off by the same.
private struct EqualErrors {
  private let samples: TargetSamples
  private let last: Int

  init(_ samples: TargetSamples) {
    self.samples = samples
    last = samples.x.count - 1
  }

  /// Knots from end to end that make at most so many pieces, with the least error that is found by
  /// halving: pieces that are each as long as that error lets them be.
  func knots(pieces: Int) -> [Int] {
    // Kinks are met if that leaves a piece for each part between them.
    let fixed = samples.kinks.count < pieces ? [0] + samples.kinks + [last] : [0, last]
    var best = fixed
    var (low, high) = (0.0, zip(fixed, fixed.dropFirst()).map(samples.error).max() ?? 0)
    if let exact = cut(fixed, error: noise, most: pieces) { return exact }
    for _ in 0..<48 {
      let middle = low / 2 + high / 2
      if let found = cut(fixed, error: middle, most: pieces) {
        (best, high) = (found, middle)
      } else {
        low = middle
      }
    }
    return best
  }

  /// What rounding leaves of no error.
  private var noise: Double {
    0x1p-48 * (samples.values.map(\.magnitude).max() ?? 0)
  }

  /// The knots of pieces with no more than an error; `nil` if these are too many.
  private func cut(_ fixed: [Int], error: Double, most: Int) -> [Int]? {
    var knots = [0]
    for end in fixed.dropFirst() {
      while let start = knots.last, start < end {
        guard knots.count <= most else { return nil }
        knots.append(reach(from: start, to: end, error: error))
      }
    }
    return knots
  }

  /// How far a line from a sample can go: in steps that double, then by halving.
  private func reach(from start: Int, to end: Int, error: Double) -> Int {
    var step = 1
    while start + step < end, samples.error(start, min(start + 2 * step, end)) <= error {
      step *= 2
    }
    var low = min(start + step, end), high = min(start + 2 * step, end + 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if samples.error(start, middle) <= error { low = middle } else { high = middle }
    }
    return low
  }
}
