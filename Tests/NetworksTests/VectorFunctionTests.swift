import Testing

@testable import Networks

@Suite("Functions of minibatches")
struct VectorFunctionTests {
  private func near(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 2e-16 * max(1, abs(expected))
  }

  /// By hand: mean -1/2, variance 5/4; ∂yᵢ/∂xⱼ = (δᵢⱼ - 1/n - yᵢyⱼ/n) / √(5/4).
  @Test(arguments: [VectorFunction.batchNorm, .layerNorm])
  func `numbers are brought to mean 0 and variance 1`(function: VectorFunction) throws {
    let map = try function.map([-2, -1, 0, 1], epsilon: 0)
    let root = 1.25.squareRoot()
    for (output, centred) in zip(map.outputs, [-1.5, -0.5, 0.5, 1.5]) {
      #expect(near(output, centred / root))
    }
    #expect(near(map.jacobian[0, 0], 0.2683281572999748))
    #expect(near(map.jacobian[0, 1], -0.3577708763999664))
    #expect(near(map.jacobian[1, 1], 0.6260990336999411))
    for row in map.jacobian.rows { #expect(abs(row.reduce(0, +)) < 1e-15) }
    // The same 1 goes elsewhere in other company: mean 5/4, variance 15.6875.
    let other = try function.map([-2, -1, 0, 8], epsilon: 0)
    #expect(near(other.outputs[2], -1.25 / 15.6875.squareRoot()))
  }

  @Test func `epsilon is added to the variance`() throws {
    let map = try VectorFunction.batchNorm.map([-1, 1], epsilon: 3)
    #expect(map.outputs == [-0.5, 0.5])
    #expect(try VectorFunction.batchNorm.map([4, 4]).outputs == [0, 0])
  }

  @Test func `softmax is a distribution, however large the numbers`() throws {
    let even = try VectorFunction.softmax.map([3, 3])
    #expect(even.outputs == [0.5, 0.5])
    #expect(even.jacobian.elements == [0.25, -0.25, -0.25, 0.25])
    // 1 / (1 + 1/e) and 1 / (1 + e).
    let large = try VectorFunction.softmax.map([1000, 999])
    #expect(near(large.outputs[0], 0.7310585786300049))
    #expect(near(large.outputs[1], 0.2689414213699951))
    let logarithms = try VectorFunction.logSoftmax.map([-1000, -999])
    #expect(near(logarithms.outputs[0], -1.3132616875182228))
    #expect(near(logarithms.jacobian[0, 0], 0.7310585786300049))
    #expect(near(logarithms.jacobian[0, 1], -0.7310585786300049))
  }

  @Test func `what has no value is said`() {
    let cases: [(VectorFunction, [Double], Double, String)] = [
      (.batchNorm, [1], 1e-5, "2 to 16 numbers"), (.softmax, [], 1e-5, "2 to 16 numbers"),
      (.softmax, [1, .infinity], 1e-5, "no value for inf"), (.batchNorm, [2, 2], 0, "that differ"),
      (.batchNorm, [1, 2], -1, "epsilon"),
      (.softmax, Array(repeating: 0, count: 17), 0, "17 are given"),
    ]
    for (function, inputs, epsilon, part) in cases {
      #expect { try function.map(inputs, epsilon: epsilon) } throws: { "\($0)".contains(part) }
    }
  }
}
