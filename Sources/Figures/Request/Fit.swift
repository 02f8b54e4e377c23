internal import Activations
internal import Glibc
internal import Networks
internal import Wording

/// A function and networks of one hidden layer that are close to it.
struct Fit: Sendable, Hashable {
  let target: Formula
  let activation: Formula
  /// Those that were constructed, in the order in which they were asked for.
  let approximations: [Approximation]

  /// The greatest errors and what they are of, for readers who do not see the figure.
  func sentences(_ words: FigureWords) -> [String] {
    guard let first = approximations.first else { return [] }
    let isBroken = if case .brokenLine = first.construction { true } else { false }
    let errors = approximations.map { approximation in
      let error = approximation.error
      return (
        size: Description.short(error.size), isLeast: error.isLowerBound,
        x: Description.short(error.x), units: approximation.unitCount
      )
    }
    return [
      words.approximation(
        of: target.label, by: activation.label, from: Description.short(first.domain.lowerBound),
        to: Description.short(first.domain.upperBound), isBroken: isBroken),
      words.errors(errors),
    ]
  }

  /// How fast the errors fall: p of error ∝ unitsᵖ between the greatest two numbers of units; `nil` if
  /// there are none to tell it by, or they hardly fall any more.
  static func rate(_ errors: [(units: Int, size: Double)]) -> Double? {
    let known = errors.filter { $0.size > 0 }.sorted { $0.units < $1.units }
    guard known.count > 1 else { return nil }
    let (first, last) = (known[known.count - 2], known[known.count - 1])
    let rate = log(last.size / first.size) / log(Double(last.units) / Double(first.units))
    return rate < -0.5 ? rate : nil
  }
}

extension Approximation {
  /// How many hidden units there are.
  var unitCount: Int { network.layers[0].unitCount }
}
