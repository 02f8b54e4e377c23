internal import Activations
internal import Glibc
internal import Networks

/// A function and networks of one hidden layer that are close to it.
struct Fit: Sendable, Hashable {
  let target: Formula
  let activation: Formula
  /// Those that were constructed, in the order in which they were asked for.
  let approximations: [Approximation]

  /// The greatest errors and what they are of, for readers who do not see the figure.
  var sentences: [String] {
    guard let first = approximations.first else { return [] }
    let sum = "sums of units of \(activation.label) close to \(target.label)"
    let ends =
      "x = \(Description.short(first.domain.lowerBound)) to"
      + " \(Description.short(first.domain.upperBound))"
    let way =
      switch first.construction {
      case .brokenLine:
        "broken lines that meet it at knots with equal errors between them"
      case .leastSquares:
        "units equally far apart with output weights by least squares"
      }
    let errors = approximations.map { approximation in
      let error = approximation.error, least = error.isLowerBound ? "at least " : ""
      return "\(least)\(Description.short(error.size)) at x = \(Description.short(error.x)) with"
        + " \(approximation.unitsInWords)"
    }
    return [
      "A network of one hidden layer brings \(sum) from \(ends): \(way).",
      "The greatest error found at the samples and between them is \(errors.joined(separator: ", ")).",
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
  /// How many units there are: `1 unit`, `3 units`.
  var unitsInWords: String {
    let count = network.layers[0].unitCount
    return count == 1 ? "1 unit" : "\(count) units"
  }
}
