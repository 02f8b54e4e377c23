@testable import Activations

/// The value and the derivatives up to `order` of any formula at one point.
func derivatives(of formula: String, at x: Double, order: Int) throws -> [Double] {
  try Formula(formula).samples(at: [x], order: order).derivatives.map { $0[0] }
}
