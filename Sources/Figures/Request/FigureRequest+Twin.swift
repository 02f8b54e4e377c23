internal import Activations
internal import Plotting
internal import Wording

// A second y axis, for derivatives.
extension FigureRequest {
  /// Makes sure that a second y axis has something to tell.
  func checkTwin() throws(FigureRequestError) {
    guard twin != nil else { return }
    guard orders.count > 1 else { throw .twinOfOneOrder }
    let isApart = arrangement.panels(formulas: formulas.count, orders: orders.count).contains {
      $0.orders.count < orders.count
    }
    guard !isApart else { throw .twinInPanels(arrangement) }
    let left = formulas.count, right = formulas.count * (orders.count - 1)
    if explanations.fill?.side == .between, left != 2 && right != 2 || max(left, right) > 2 {
      throw .fillBetweenAtTwins(left, right)
    }
  }

  /// What is chosen about the y axis of data.
  var dataAxis: AxisOptions { dataOrder > 0 ? twin ?? y : y }

  /// Which curves which y axis tells, for readers who do not see it.
  var twinSentences: [String] {
    guard twin != nil else { return [] }
    func names(_ orders: some Sequence<Int>) -> [String] {
      orders.map { SampledDerivative(formula: formulas[0], order: $0, x: [], values: []) }
        .map {
          formulas.count == 1
            ? $0.subject : $0.derivative(of: "f", "(x)", by: $0.formula.differentiationParameter)
        }
    }
    return [words.twin(left: names(orders.prefix(1)), right: names(orders.dropFirst()))]
  }
}
