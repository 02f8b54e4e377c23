import Testing

@testable import Activations

@Suite("Samples")
struct SamplesTests {
  @Test("Orders out of range are refused by name", arguments: [-1, 21, .min, .max])
  func order(order: Int) throws {
    let activation = try Activation(named: "tanh")
    let error = #expect(throws: OrderError(order: order)) {
      try activation.samples(over: .chapter, order: order)
    }
    #expect(error?.description.contains("\(order)") == true)
    #expect(throws: OrderError(order: order)) { try activation.samples(at: [], order: order) }
  }

  @Test("The highest order is computed", arguments: Activation.catalog)
  func highestOrder(activation: Activation) throws {
    let samples = try activation.samples(over: .chapter, order: 20)
    #expect(samples.derivatives.count == 21)
    #expect(samples.derivatives.allSatisfy { $0.count == 160 && $0.allSatisfy(\.isFinite) })
    #expect(samples.values == samples.derivatives[0])
  }

  @Test(
    "Blocks join without a seam",
    arguments: Activation.catalog,
    [0, 1, 255, 256, 257, 512, 1000]
  )
  func blocks(activation: Activation, count: Int) throws {
    let x = (0..<count).map { Double($0) / 100 - 3 }
    let together = try activation.samples(at: x, order: 3)
    #expect(together.x == x)
    for order in 0...3 {
      let single = try x.map { try activation.samples(at: [$0], order: 3).derivatives[order][0] }
      #expect(together.derivatives[order] == single, "order \(order)")
    }
  }

  @Test("A lower order asked for changes nothing", arguments: Activation.catalog)
  func orderIndependence(activation: Activation) throws {
    let all = try activation.samples(over: .chapter, order: 6)
    for order in 0...6 {
      let few = try activation.samples(over: .chapter, order: order)
      #expect(few.derivatives[...] == all.derivatives[...order])
    }
  }

  @Test("float32 is float32 all the way, and as good as float32 can be")
  func singlePrecision() throws {
    for activation in Activation.catalog {
      let single = try activation.samples(over: .chapter, order: 2, precision: .float32)
      let double = try activation.samples(at: single.x, order: 2)
      for numbers in [single.x] + single.derivatives {
        #expect(numbers.allSatisfy { Double(Float($0)) == $0 }, "\(activation.name)")
      }
      for order in 0...2 {
        var worst = WorstCase()
        for (i, truth) in double.derivatives[order].enumerated() {
          let error = (single.derivatives[order][i] - truth).magnitude
          worst.note(error / Double(Float(truth).ulp), at: "x = \(single.x[i]), \(truth)")
        }
        // The 4 ulps that float64 keeps, and half of one for rounding the truth.
        #expect(worst.error <= 4.5, "\(activation.name), order \(order), in ulps: \(worst)")
      }
    }
  }

  @Test("One derivative alone is the one among all", arguments: [Precision.float32, .float64])
  func oneDerivative(precision: Precision) throws {
    for activation in Activation.catalog {
      let all = try activation.samples(over: .chapter, order: 5, precision: precision)
      for order in 0...5 {
        let one = try activation.derivative(order, over: .chapter, precision: precision)
        #expect(one.x == all.x && one.values == all.derivatives[order])
      }
      #expect(throws: OrderError(order: -1)) { try activation.derivative(-1, over: .chapter) }
      #expect(throws: OrderError(order: 21)) { try activation.derivative(21, over: .chapter) }
    }
  }
}
