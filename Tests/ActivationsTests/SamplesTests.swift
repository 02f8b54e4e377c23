import Testing

@testable import Activations

@Suite("Samples")
struct SamplesTests {
  /// One formula of each kind of rule: recurrences, integrals, decisions, conventions.
  private static let formulas = [
    "tanh", "gelu", "mish", "sinc", "hard_swish", "soft_exponential", "floor(x) * x^1.5",
    "where(x > sin(x), abs(x), 2)",
  ]

  @Test("Orders out of range are refused by name", arguments: [-1, 21, .min, .max])
  func order(order: Int) throws {
    let formula = try Formula("tanh")
    let error = #expect(throws: OrderError(order: order)) {
      try formula.samples(over: .chapter, order: order)
    }
    #expect(error?.description.contains("\(order)") == true)
    #expect(error?.description.contains("20") == true)
    #expect(throws: OrderError(order: order)) { try formula.samples(at: [], order: order) }
    #expect(throws: OrderError(order: order)) { try formula.derivative(order, over: .chapter) }
  }

  @Test("The highest order is computed, and finite", arguments: Activation.catalog.map(\.name))
  func highestOrder(name: String) throws {
    let range = try SampleRange(from: -8, to: 8, step: 0.5)
    let samples = try Formula(name).samples(over: range, order: 20)
    #expect(samples.derivatives.count == 21)
    #expect(samples.derivatives.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isFinite) })
    #expect(samples.values == samples.derivatives[0])
  }

  @Test(
    "Blocks join without a seam", arguments: Self.formulas, [0, 1, 255, 256, 257, 600]
  )
  func blocks(formula: String, count: Int) throws {
    let formula = try Formula(formula)
    let x = (0..<count).map { Double($0) / 50 - 3 }
    let together = try formula.samples(at: x, order: 2)
    #expect(together.x == x)
    // In another order and other company each sample has the same derivatives.
    let backwards = try formula.samples(at: [7.5] + x.reversed(), order: 2)
    for order in 0...2 {
      #expect(
        Self.same(together.derivatives[order], backwards.derivatives[order].dropFirst().reversed()))
    }
    for i in [0, 1, 254, 255, 256, 257, 511, 512, 599] where i < count {
      let single = try formula.samples(at: [x[i]], order: 2)
      for order in 0...2 {
        #expect(Self.same([together.derivatives[order][i]], single.derivatives[order]))
      }
    }
  }

  @Test("A lower order asked for changes nothing", arguments: Activation.catalog.map(\.name))
  func orderIndependence(name: String) throws {
    let formula = try Formula(name)
    let points = [-20, -3, -1, -0.5, 0, 1e-9, 0.5, 1, 2.5, 6, 40]
    let all = try formula.samples(at: points, order: 6)
    for order in 0..<6 {
      let few = try formula.samples(at: points, order: order)
      #expect(few.derivatives[...] == all.derivatives[...order], "\(order)")
    }
  }

  @Test("One derivative alone is the one among all", arguments: Precision.allCases, Self.formulas)
  func oneDerivative(precision: Precision, text: String) throws {
    let range = try SampleRange(from: -3, to: 3, step: 0.25)
    let formula = try Formula(text)
    let all = try formula.samples(over: range, order: 5, precision: precision)
    for order in 0...5 {
      let one = try formula.derivative(order, over: range, precision: precision)
      #expect(one.x == all.x && Self.same(one.values, all.derivatives[order]))
    }
  }

  // MARK: float32

  @Test(
    "float32 is float32 all the way, and as good as float32 can be",
    arguments: ["relu", "prelu", "sigmoid", "tanh", "binary_step", "leaky_relu", "softplus", "elu"]
  )
  func singlePrecision(name: String) throws {
    let formula = try Formula(name)
    let single = try formula.samples(over: .chapter, order: 2, precision: .float32)
    let double = try formula.samples(at: single.x, order: 2)
    for numbers in [single.x] + single.derivatives {
      #expect(numbers.allSatisfy { Double(Float($0)) == $0 })
    }
    for order in 0...2 {
      var worst = WorstCase()
      for (i, truth) in double.derivatives[order].enumerated() {
        let error = (single.derivatives[order][i] - truth).magnitude
        worst.note(error / Double(Float(truth).ulp), at: "x = \(single.x[i]), \(truth)")
      }
      #expect(worst.error <= 4.5, "order \(order), in ulps: \(worst)")
    }
  }

  @Test(
    "In float32 the whole catalogue is near the truth", arguments: Activation.catalog.map(\.name))
  func singlePrecisionOfAll(name: String) throws {
    let formula = try Formula(name)
    let range = try SampleRange(from: -8, to: 8, step: 0.25)
    let single = try formula.samples(over: range, order: 2, precision: .float32)
    let double = try formula.samples(at: single.x, order: 2)
    for order in 0...2 {
      for (i, truth) in double.derivatives[order].enumerated() {
        let error = (single.derivatives[order][i] - truth).magnitude
        // Sums that cancel leave an error of the size of their terms, which are near 1 and x here.
        #expect(error <= 1e-6 * max(truth.magnitude, 4), "x = \(single.x[i]), order \(order)")
      }
    }
  }

  /// Whether the numbers are the same, NaN included.
  private static func same(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }
}
