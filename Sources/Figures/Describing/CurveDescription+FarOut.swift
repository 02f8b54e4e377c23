internal import Activations
internal import Wording

/// Where the curve hardly changes any more, and the lines that it nears.
extension CurveDescription {
  var saturation: [String] {
    let domain = facts.domain
    guard facts.direction != .constant else { return [] }
    // Nothing is flat that rises by as much as the whole curve does on average, whatever its axes are.
    let width = domain.upperBound - domain.lowerBound
    let average = facts.extent.map { ($0.upperBound - $0.lowerBound) / width } ?? .infinity
    let flat = formula.saturation(
      below: min(0.02, average / 3), in: domain, kinks: facts.kinks, points: 64, isExact: false)
    // What goes on and on has not saturated, however slowly it goes.
    let left = flat.first {
      $0.lowerBound == domain.lowerBound && $0.upperBound < domain.upperBound
    }.flatMap { limit(towards: .minus) == nil ? nil : $0 }
    let right = flat.last {
      $0.upperBound == domain.upperBound && $0.lowerBound > domain.lowerBound
    }.flatMap { limit(towards: .plus) == nil ? nil : $0 }
    let constants = (left.flatMap(constant), right.flatMap(constant))
    if let left, let right, constants == (nil, nil),
      digits(left.upperBound) == digits(-right.lowerBound)
    {
      return [words.saturates(beyond: digits(right.lowerBound))]
    }
    return [
      left.map {
        words.saturates(
          aboveElseBelow: false, digits($0.upperBound), at: constants.0.map { short($0) })
      },
      right.map {
        words.saturates(
          aboveElseBelow: true, digits($0.lowerBound), at: constants.1.map { short($0) })
      },
    ].compactMap(\.self)
  }

  private func digits(_ value: Double) -> String { Description.short(value, digits: 2) }

  /// The value of the function all along an interval, if it is the same up to a kink.
  private func constant(along interval: ClosedRange<Double>) -> Double? {
    let width = interval.upperBound - interval.lowerBound
    let x = [0.0001, 0.31, 0.77, 0.9999].map { interval.lowerBound + $0 * width }
    guard let samples = try? formula.samples(at: x, order: 1),
      samples.derivatives[1].allSatisfy({ $0 == 0 })
    else { return nil }
    return samples.values[0]
  }

  /// The sloping ones; what is level is told by the limits.
  var asymptotes: [String] {
    guard order == 0, !facts.isStraight else { return [] }
    let lines = formula.asymptotes()
    let left = lines.left.flatMap(equation), right = lines.right.flatMap(equation)
    if let left, left == right { return [words.nears(left, isLeft: nil)] }
    return [
      left.map { words.nears($0, isLeft: true) }, right.map { words.nears($0, isLeft: false) },
    ].compactMap(\.self)
  }

  private func equation(of line: Asymptote) -> String? {
    guard line.slope != 0 else { return nil }
    let slope = line.slope == 1 ? "x" : line.slope == -1 ? "-x" : "\(short(line.slope)) x"
    let sign = line.intercept < 0 ? "-" : "+"
    let intercept = line.intercept == 0 ? "" : " \(sign) \(short(line.intercept.magnitude))"
    return "y = \(slope)\(intercept)"
  }
}
