@testable import Activations

/// The value and the derivatives up to `order` of any formula at one point.
func derivatives(of formula: String, at x: Double, order: Int) throws -> [Double] {
  var block = JetBlock<Double>(program: Program(try FormulaParser.parse(formula)), order: order)
  let points = [x][...]
  block.evaluate(at: points)
  return (0...order).map { k in
    var output: [Double] = []
    block.derivative(k, at: points, into: &output)
    return output[0]
  }
}
