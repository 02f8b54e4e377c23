/// A linear form of the inputs and a constant: c₁x₁ + … + cₙxₙ + constant.
struct AffineForm: Hashable {
  let coefficients: [DoubleDouble]
  let constant: DoubleDouble

  /// What is below this share of its terms counts as 0, and a place as near as that to a cut as on it.
  /// Forms and places have 2^-100 or so, a network's weights 2^-53: what really differs is well apart.
  static let nearness = 0x1p-80

  /// The value at a point, and the sum of the magnitudes of its terms.
  func value(at point: [DoubleDouble]) -> (value: DoubleDouble, size: Double) {
    var value = constant, size = constant.high.magnitude
    for (coefficient, coordinate) in zip(coefficients, point) {
      let term = coefficient * coordinate
      value += term
      size += term.high.magnitude
    }
    return (value, size)
  }

  /// The sum of forms, each times a factor, and a constant; coefficients that cancel are 0, and not
  /// what rounding leaves of them.
  static func sum(
    _ forms: [AffineForm], times factors: [Double], plus constant: Double
  ) -> AffineForm {
    let dimension = forms[0].coefficients.count
    var sums = Array(repeating: DoubleDouble(0), count: dimension) + [DoubleDouble(constant)]
    var sizes = sums.map(\.high.magnitude)
    for (form, factor) in zip(forms, factors) where factor != 0 {
      for i in 0...dimension {
        let part = i < dimension ? form.coefficients[i] : form.constant
        let term = part * DoubleDouble(factor)
        sums[i] += term
        sizes[i] += term.high.magnitude
      }
    }
    for i in 0...dimension where sums[i].high.magnitude <= sizes[i] * nearness {
      sums[i] = DoubleDouble(0)
    }
    return AffineForm(coefficients: Array(sums.prefix(dimension)), constant: sums[dimension])
  }

  var isFinite: Bool { constant.isFinite && coefficients.allSatisfy(\.isFinite) }
}
