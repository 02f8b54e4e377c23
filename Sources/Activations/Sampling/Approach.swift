/// What a function does as x nears a place from one side.
enum Approach: Equatable {
  /// It grows, or falls, without bound.
  case runsOff(FloatingPointSign)
  case tends(to: Double)
  /// It has no finite values there.
  case hasNoValues
  /// The values tell neither.
  case unknown

  /// How many values tell it.
  static let count = 7

  /// From values ever nearer to the place, the last nearest.
  ///
  /// With distances that shrink by one factor, the steps between the values of a function that
  /// nears a limit as a power of the distance shrink by one factor too, those of a logarithm are
  /// equal, and those of a pole grow by one factor or faster. The noise of values that cancel does
  /// none of it: its steps change their sign and their size from one to the next.
  init(of values: [Extended]) {
    let values = values.suffix(Self.count)
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
      $1.isZero ? 0 : min(($1 / $0).double, .greatestFiniteMagnitude)
    }
    // Slower than this neither a limit nor its absence can be told from so few values.
    if Self.runOff(ratios) {
      self = .runsOff(steps[0] < 0 ? .minus : .plus)
    } else if ratios.allSatisfy({ $0.magnitude <= 0.93 }) {
      self = Self.limit(of: Array(values), steps).map { .tends(to: $0) } ?? .unknown
    } else if !ratios.allSatisfy({ 0.5...1 ~= $0 }),
      values.allSatisfy({ ($0 - last).magnitude <= size * Extended(0x1p-10) })
    {
      // Noise alone: what goes on in one direction, as 1/log(x) does, may go far.
      self = .tends(to: values[values.startIndex + 2].double)
    } else {
      self = .unknown
    }
  }

  /// The limit of values whose steps shrink as a geometric series: what is left of it is known, but for
  /// one such as 1/log(x), of which less is left with every step than the series has it.
  private static func limit(of values: [Extended], _ steps: [Extended]) -> Double? {
    let limits = accelerated(values)
    let change = (limits[limits.count - 1] - limits[limits.count - 2]).magnitude
    let step = steps[steps.count - 1].magnitude
    // An exponential is at its end before there is a series.
    let isFast = step * 4 <= steps[steps.count - 2].magnitude
    guard isFast || change * 8 <= step else { return nil }
    // What the series leaves shrinks as one, too, where it is not rounding.
    let twice = accelerated(limits)
    let rest = (twice[twice.count - 1] - twice[twice.count - 2]).magnitude
    let (limit, error) =
      rest < change ? (twice[twice.count - 1], rest) : (limits[limits.count - 1], change)
    return limit.magnitude <= error * 4 ? 0 : limit.double
  }

  /// Each number with what is left of a geometric series after it (Aitken's method), from the third on.
  private static func accelerated(_ values: [Extended]) -> [Extended] {
    values.indices.dropFirst(2).map { i in
      let step = values[i] - values[i - 1]
      let ratio = step.isZero ? 0 : step / (values[i - 1] - values[i - 2])
      return values[i] + step * ratio / (1 - ratio)
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
