import Testing

@testable import Activations

@Suite("Values and derivatives against high-precision references")
struct AccuracyTests {
  @Test(
    "Value, first and second derivative are within 4 ulps, tails and all",
    arguments: [
      ("relu", ReferenceValues.relu), ("sigmoid", ReferenceValues.sigmoid),
      ("tanh", ReferenceValues.tanh),
    ]
  )
  func lowOrders(name: String, table: String) throws {
    let references = try rows(of: table)
    let samples = try Activation(named: name).samples(at: references.map { $0[0] }, order: 2)
    for order in 0...2 {
      // No allowance near a root: the only roots are at 0, where the functions are linear in x.
      var worst = WorstCase()
      for (i, reference) in references.enumerated() {
        let value = samples.derivatives[order][i], truth = reference[order + 1]
        worst.note(
          ulps(value, from: truth),
          at: "x = \(reference[0]): \(value) instead of \(truth)"
        )
      }
      #expect(worst.error <= 4, "\(name), order \(order), in ulps: \(worst)")
    }
  }

  @Test(
    "Derivatives of the orders 3 to 10 are within 1e-15 (n + 1)²",
    arguments: [
      ("sigmoid", HighOrderReferenceValues.sigmoid), ("tanh", HighOrderReferenceValues.tanh),
    ]
  )
  func highOrders(name: String, table: String) throws {
    let references = highOrderReferences(try rows(of: table))
    #expect(references.count >= 12)
    let activation = try Activation(named: name)
    for order in 3...10 {
      var worst = WorstCase()
      for (x, truths) in references {
        let value = try activation.samples(at: [x], order: 10).derivatives[order][0]
        let truth = truths[order - 3], next = truths[order - 2]
        if truth == 0 {
          worst.note(value == 0 ? 0 : .infinity, at: "x = \(x): \(value) instead of 0")
          continue
        }
        // How much the result changes with x, both relative. By Newton's step it is above 1000
        // where a root is nearer than a thousandth of x; there even the true function of x
        // rounded once is that far off.
        let condition = (x * next / truth).magnitude
        let tolerance =
          1e-15 * Double((order + 1) * (order + 1)) * (condition > 1000 ? condition : 1)
        worst.note(
          ((value - truth) / truth).magnitude / tolerance,
          at: "x = \(x): \(value) instead of \(truth)"
        )
      }
      #expect(worst.error <= 1, "\(name), order \(order), in tolerances: \(worst)")
    }
  }

  /// Joins the lines of each point: the derivatives from order 3 on.
  private func highOrderReferences(_ rows: [[Double]]) -> [(x: Double, truths: [Double])] {
    var points: [(x: Double, truths: [Double])] = []
    for row in rows {
      if row[1] == 3 { points.append((x: row[0], truths: [])) }
      points[points.count - 1].truths += row.dropFirst(2)
    }
    return points
  }
}
