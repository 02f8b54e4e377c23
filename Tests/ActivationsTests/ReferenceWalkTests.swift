import Foundation
import Testing

import Activations

@Suite("The whole catalogue against high-precision references")
struct ReferenceWalkTests {
  @Test("Every activation has references")
  func filesOfActivations() throws {
    let missing = Set(Activation.catalog.map(\.name)).subtracting(try ReferenceTable.names())
    #expect(missing.isEmpty)
  }

  @Test("Every file of references has its activation")
  func activationsOfFiles() throws {
    let unknown = Set(try ReferenceTable.names()).subtracting(Activation.catalog.map(\.name))
    #expect(unknown.isEmpty)
  }

  @Test(
    "Orders 0 to 2 are within 4 ulps, near roots and in tails too; 3 to 10 within 1e-15 (n + 1)²",
    arguments: Activation.catalog.map(\.name)
  )
  func activation(name: String) throws {
    let table = try ReferenceTable(named: name)
    #expect(table.low.count >= 40)
    #expect(table.high.count >= 10)

    let low = try lowOrders(of: name, table.low)
    let high = try highOrders(of: name, table.high)
    let columns = low.map(\.error) + [high.map(\.error).max() ?? .nan]
    print(
      "worst of", name.padding(toLength: 18, withPad: " ", startingAt: 0),
      columns.map { String(format: "%9.3g", $0) }.joined(),
      "  (ulps of orders 0, 1, 2; tolerances of 3 to 10)")

    for (order, worst) in zip(ReferenceTable.lowOrders, low) {
      #expect(worst.error <= 4, "\(name), order \(order), in ulps: \(worst)")
    }
    for (order, worst) in zip(ReferenceTable.highOrders, high) {
      #expect(worst.error <= 1, "\(name), order \(order), in tolerances: \(worst)")
    }
  }

  /// Definitions that give 0, and not -0, at -0 in IEEE arithmetic: they add zeros of both signs, or
  /// subtract a number from itself.
  private static let withoutSignOfZero = [
    "snake", "bent_identity", "smooth_relu_smu", "shifted_softplus",
  ]

  @Test("Values that are zero have the right sign", arguments: Activation.catalog.map(\.name))
  func signsOfZeros(name: String) throws {
    let rows = try ReferenceTable(named: name).low.filter { row in
      row.truths[0].value == 0 && row.truths[0].isSigned
        && !(row.x == 0 && Self.withoutSignOfZero.contains(name))
    }
    let values = try Formula(name).samples(at: rows.map(\.x)).derivatives[0]
    try #require(values.count == rows.count)
    let wrong = zip(rows, values).filter { $0.truths[0].value.sign != $1.sign }
      .map { "\($1) instead of \($0.truths[0].value) at x = \($0.x)" }
    #expect(wrong.isEmpty, "\(name)")
  }

  /// The worst error of each order, in ulps of the truth.
  ///
  /// What is more than 4 ulps from the truth is measured against the size of its terms instead,
  /// because near a root of its own a result may have no digit left: they are what x, off by a
  /// relative 2^-98, would change the result by. That is as good as evaluating can be here, and no
  /// more than 2^-98 of the largest term of the Taylor series in which they cancel.
  private func lowOrders(
    of name: String, _ rows: [ReferenceTable.Row]
  ) throws -> [WorstCase] {
    let last = ReferenceTable.lowOrders.upperBound + 2
    let all = try Formula(name).samples(at: rows.map(\.x), order: last).derivatives
    return try worstCases(of: name, rows, orders: ReferenceTable.lowOrders) {
      order, i, value, truth in
      let error = ulps(value, from: truth.value)
      guard error > 4 else { return error }
      let x = rows[i].x
      let terms = [all[order][i], x * all[order + 1][i], x * (x * all[order + 2][i]) / 2]
      let allowance = 0x1p-98 * (terms.map(\.magnitude).max() ?? 0)
      guard allowance.isFinite else { return error }
      return min(error, 4 * (value - truth.value).magnitude / allowance)
    }
  }

  /// The worst error of each order, in tolerances: 1e-15 (n + 1)² of the truth, and the least
  /// positive number where the truth is below the normal ones.
  private func highOrders(
    of name: String, _ rows: [ReferenceTable.Row]
  ) throws -> [WorstCase] {
    try worstCases(of: name, rows, orders: ReferenceTable.highOrders) { order, _, value, truth in
      if value == truth.value { return 0 }
      if truth.value == 0 && !truth.isSigned { return .infinity }
      let relative = 1e-15 * Double((order + 1) * (order + 1)) * truth.value.magnitude
      let isNormal = truth.value.magnitude >= .leastNormalMagnitude
      let tolerance = isNormal ? relative : max(relative, .leastNonzeroMagnitude)
      return (value - truth.value).magnitude / tolerance
    }
  }

  /// The worst error of each of the orders over the points of a section.
  private func worstCases(
    of name: String, _ rows: [ReferenceTable.Row], orders: ClosedRange<Int>,
    error: (_ order: Int, _ row: Int, _ value: Double, _ truth: ReferenceTable.Truth) -> Double
  ) throws -> [WorstCase] {
    let samples = try Formula(name).samples(at: rows.map(\.x), order: orders.upperBound)
    return try orders.enumerated().map { column, order in
      let values = samples.derivatives[order]
      try #require(values.count == rows.count)
      var worst = WorstCase()
      for (i, (row, value)) in zip(rows, values).enumerated() {
        let truth = row.truths[column]
        worst.note(
          error(order, i, value, truth),
          at: "x = \(row.x): \(value) instead of \(truth.value)")
      }
      return worst
    }
  }
}
