import Testing

@testable import Activations

@Suite("Formulas composed of primitives")
struct CompositionTests {
  /// Both tails to where 2 * sigmoid(2 * x) is subnormal, and to where it is 0.
  private static let grid =
    (-80...80).map { Double($0) / 10 }
    + (-38...38).map { Double($0) * 10 }
    + [-1e300, -1e-300, -0.0, -.leastNonzeroMagnitude, 1e-9, 1e300]

  @Test("tanh(x) + 1 is 2 * sigmoid(2 * x), with all derivatives, tails and all")
  func identity() throws {
    let left = try Formula("tanh(x) + 1").samples(at: Self.grid, order: 3)
    let right = try Formula("2 * sigmoid(2 * x)").samples(at: Self.grid, order: 3)
    for order in 0...3 {
      for (i, x) in Self.grid.enumerated() {
        let (one, other) = (left.derivatives[order][i], right.derivatives[order][i])
        #expect(ulps(one, from: other) <= 1, "x = \(x), order \(order): \(one), \(other)")
      }
    }
  }

  @Test(
    "Derivatives agree with extrapolated differences of values",
    arguments: [
      "x * sigmoid(2 * x) / (1 + x * x)", "tanh(x * x - 1) * sigmoid(-x)",
      "1 / (2 + tanh(x))", "tanh(sigmoid(3 * x) - x / 2)", "-(x - 1) * (x + 2) * x",
      "max(x * x, 4 * x - 40)", "sigmoid(x) / sigmoid(-x) - x",
    ]
  )
  func differences(formula: String) throws {
    for x in [-3.3, -1.25, -0.4, 0, 0.7, 1.9] {
      let exact = try derivatives(of: formula, at: x, order: 2)
      let first = try extrapolate { h in
        let ahead = try derivatives(of: formula, at: x + h, order: 0)[0]
        return (ahead - (try derivatives(of: formula, at: x - h, order: 0)[0])) / (2 * h)
      }
      let second = try extrapolate { h in
        let ahead = try derivatives(of: formula, at: x + h, order: 0)[0]
        let behind = try derivatives(of: formula, at: x - h, order: 0)[0]
        return (ahead - 2 * exact[0] + behind) / (h * h)
      }
      // The rounding of the values, 1e-16 of them, is divided by the smallest h (2^-7) and h².
      let size = 1 + exact.map(\.magnitude).reduce(0, max)
      #expect((exact[1] - first).magnitude <= 1e-11 * size, "x = \(x): \(exact[1]), \(first)")
      #expect((exact[2] - second).magnitude <= 1e-9 * size, "x = \(x): \(exact[2]), \(second)")
    }
  }

  /// Romberg's extrapolation to h = 0 of a quantity whose error is a series in h².
  private func extrapolate(_ difference: (Double) throws -> Double) rethrows -> Double {
    var row: [Double] = []
    for level in 2...7 {
      var next = [try difference(1 / Double(1 << level))]
      var factor = 4.0
      for coarser in row {
        let finer = next[next.count - 1]
        next.append(finer + (finer - coarser) / (factor - 1))
        factor *= 4
      }
      row = next
    }
    return row[row.count - 1]
  }

  private static let affineFormulas: [(String, Double, [Double])] = [
    ("2 * x + 1", .infinity, [.infinity, 2, 0, 0]),
    ("2 * x + 1", -.infinity, [-.infinity, 2, 0, 0]),
    ("3 - x / 4", .infinity, [-.infinity, -0.25, 0, 0]),
    ("-(x - 1) * 0.5", -.infinity, [.infinity, -0.5, 0, 0]),
    ("max(2 * x + 1, 0)", .infinity, [.infinity, 2, 0, 0]),
    ("max(2 * x + 1, 0)", -.infinity, [0, 0, 0, 0]),
    ("max(x, 0.01 * x)", -.infinity, [-.infinity, 0.01, 0, 0]),
    ("3", .infinity, [3, 0, 0, 0]),
    ("tanh(2 * x) - sigmoid(0)", .infinity, [0.5, 0, 0, 0]),
  ]

  @Test(
    "Piecewise affine and bounded formulas have their limits at infinity",
    arguments: affineFormulas
  )
  func affine(formula: String, x: Double, limits: [Double]) throws {
    #expect(try derivatives(of: formula, at: x, order: 3) == limits)
  }

  @Test("Equal subexpressions are evaluated once")
  func sharing() throws {
    let once = try Formula("tanh(x + 1)").program.instructions.count
    let twice = try Formula("tanh(x + 1) * tanh(x + 1)").program.instructions.count
    #expect(twice == once + 1)
    let rows = try Formula("silu(x) + silu(x) * sigmoid(x)").program.instructions.count
    #expect(try Formula("silu").program.instructions.count + 2 == rows)
  }

  /// Few instructions are looked through and many are indexed, which is told by no count.
  @Test("Equal subexpressions are evaluated once however many there are")
  func sharingOfMany() throws {
    for count in 1...80 {
      let sum = (1...count).map { "sin(x / \($0 + 2))" }.joined(separator: " + ")
      let once = try Formula(sum).program.instructions.count
      #expect(once >= 3 * count)
      #expect(try Formula("(\(sum)) * (\(sum))").program.instructions.count == once + 1)
    }
  }
}
