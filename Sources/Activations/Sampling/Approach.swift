/// What a function does as x nears a place from one side.
enum Approach: Equatable {
  /// It grows, or falls, without bound.
  case runsOff(FloatingPointSign)
  case tends(to: Double)
  /// It has no finite values there.
  case hasNoValues
  /// The values tell neither.
  case unknown

  /// From values ever nearer to the place, the last nearest.
  ///
  /// With distances that shrink by one factor, the steps between the values of a function that
  /// nears a limit as a power of the distance shrink by one factor too, those of a logarithm are
  /// equal, and those of a pole grow by one factor or faster. The noise of values that cancel does
  /// none of it: its steps change their sign and their size from one to the next.
  init(of values: [Extended]) {
    let values = values.suffix(7)
    guard let last = values.last, !values.allSatisfy(\.isNaN),
      !values.allSatisfy({ $0.magnitude == Extended(.infinity) })
    else {
      self = .hasNoValues
      return
    }
    guard !values.contains(where: \.isNaN) else {
      self = .unknown
      return
    }
    guard values.allSatisfy({ $0.isFinite && !$0.isSaturated }) else {
      self = Self.beyondNumber(Array(values))
      return
    }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let size = values.map(\.magnitude).max() ?? 0
    guard !steps.allSatisfy({ $0.magnitude <= size * Extended(0x1p-96) }) else {
      self = .tends(to: last.double)
      return
    }
    // An exponential's steps grow by more than a Double holds.
    let ratios = zip(steps, steps.dropFirst()).map {
      min(($1 / $0).double, .greatestFiniteMagnitude)
    }
    // Slower than this neither a limit nor its absence can be told from so few values.
    if Self.runOff(ratios) {
      self = .runsOff(steps[0] < 0 ? .minus : .plus)
    } else if let ratio = ratios.last, ratios.allSatisfy({ $0.magnitude <= 0.93 }) {
      // What is left of a geometric series.
      let rest = steps[steps.count - 1].double * ratio / (1 - ratio)
      self = .tends(to: ratio.magnitude < 0.25 ? last.double : last.double + rest)
    } else if values.allSatisfy({ ($0 - last).magnitude <= size * Extended(0x1p-10) }) {
      self = .tends(to: values[values.startIndex + 2].double)
    } else {
      self = .unknown
    }
  }

  /// Whether steps grow as those of a logarithm, of a power or faster.
  private static func runOff(_ ratios: [Double]) -> Bool {
    // Of equal steps rounding leaves a little less.
    guard ratios.allSatisfy({ $0 >= 0.9999 }) else { return false }
    return zip(ratios, ratios.dropFirst()).allSatisfy {
      $1 > 0.8 * $0 && ($1 < 1.25 * $0 || $0 > 1.5)
    }
  }

  /// exp(1/x) has left all numbers before x is small.
  private static func beyondNumber(_ values: [Extended]) -> Approach {
    let sign: FloatingPointSign = values[values.count - 1] < 0 ? .minus : .plus
    let sizes = values.map { sign == .minus ? -$0 : $0 }
    guard sizes[sizes.count - 1] > 0, sizes[0].isFinite,
      zip(sizes, sizes.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return .unknown }
    return .runsOff(sign)
  }
}
