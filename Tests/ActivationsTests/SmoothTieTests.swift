import Testing

@testable import Activations

@Suite("Decisions where a function is smooth")
struct SmoothTieTests {
  /// A place where the formula decides between equal values, and the derivatives from the first on,
  /// by hand.
  private struct Case: Sendable {
    let formula: String
    let x: Double
    let derivatives: [Double]

    init(_ formula: String, at x: Double = 0, _ derivatives: [Double]) {
      (self.formula, self.x, self.derivatives) = (formula, x, derivatives)
    }
  }

  private static let cases: [Case] = [
    Case("max(x, 0) + log(1 + exp(-abs(x)))", [0.5, 0.25, 0, -0.125]),
    Case("abs(x)^2", [0, 2, 0, 0]), Case("cos(abs(x))", [0, -1, 0, 1]),
    Case("tanh(abs(x))^2", [0, 2, 0, -16]), Case("relu(x) - relu(-x)", [1, 0, 0]),
    Case("relu6(x) + relu(x - 6)", at: 6, [1, 0]), Case("max(x, 0) + min(x, 0)", [1, 0]),
    Case("hardtanh(x) + relu(x - 1)", at: 1, [1, 0]),
    Case("prelu(x, weight: 0.25) - prelu(-x, weight: 0.25)", [1.25, 0]),
    Case("elu(x) - elu(x)", [0, 0]),
    Case("abs(x)^4", [0, 0, 0, 24]), Case("x * abs(x)", [0]), Case("relu(x)^3", [0, 0]),
    Case("sign(x) * sin(x)^2", [0]), Case("sign(x^3) * x^5", [0, 0, 0, 0]),
    Case("max(x^2, 2 * x - 1)", at: 1, [2, 2, 0]), Case("min(x^2, 2 * x - 1)", at: 1, [2, 0]),
    Case("where(x > 1, x^2, 2 * x - 1)", at: 1, [2]), Case("x - floor(x)", at: 3, [1, 0]),
    Case("where(x == 0, 1, sin(x) / x)", [0, -1 / 3.0, 0, 0.2]),
    Case("where(x == 2, 4, x^2)", at: 2, [4, 2, 0]), Case("relu(relu(x))", at: -1, [0, 0]),
    Case("elu(relu(x))", at: -1, [0, 0]), Case("sign(x) * abs(x)^(1 / 3)", [.infinity]),
    Case("abs(x) * (x > 0) - abs(x) * (x < 0)", [1]),
    Case("abs(abs(x - 1) - abs(x + 1)) * x", [0]),
  ]

  @Test(
    "Derivatives that both sides share are the function's in every convention",
    arguments: cases.indices,
    [Framework.torch, .jax])
  func shared(index: Int, convention: Framework) throws {
    let given = Self.cases[index]
    let formula = try Formula(given.formula, convention: convention)
    // As many orders as are asked for must not make a difference.
    for order in given.derivatives.indices.map({ $0 + 1 }) {
      let values = try formula.samples(at: [given.x - 1, given.x], order: order).derivatives
      for (k, truth) in given.derivatives.prefix(order).enumerated() {
        #expect(
          ulps(values[k + 1][1], from: truth) <= 1, "\(given.formula), order \(k + 1) of \(order)")
      }
      #expect(values[0][1] == (try formula.samples(at: [given.x]).values[0]))
    }
  }

  @Test("In float32 too", arguments: cases.indices)
  func float32(index: Int) throws {
    let given = Self.cases[index]
    let range = try SampleRange(from: given.x, to: given.x + 1, step: 1)
    let order = given.derivatives.count
    let values = try Formula(given.formula).samples(
      over: range, order: order, precision: .float32
    ).derivatives
    for (k, truth) in given.derivatives.enumerated() {
      #expect(
        values[k + 1][0] == truth || (values[k + 1][0] - truth).magnitude <= 1e-5 * truth.magnitude,
        "\(given.formula), order \(k + 1): \(values[k + 1][0])")
    }
  }

  @Test("Where the sides disagree the convention decides, order by order")
  func kinks() throws {
    // |x|³ has no third derivative at 0, exp|x| no first and no third.
    let cube = try derivatives(of: "abs(x)^3", at: 0, order: 4)
    #expect(cube == [0, 0, 0, 0, 0])
    #expect(try derivatives(of: "exp(abs(x))", at: 0, order: 4) == [1, 0, 1, 0, 1])
  }

  @Test("By a parameter as well")
  func parameter() throws {
    let formula = try Formula(
      "soft_exponential", parameters: ["alpha": 0], withRespectTo: "alpha")
    let samples = try formula.samples(at: [2, -1], order: 1)
    #expect(samples.values == [2, -1])
    #expect(samples.derivatives[1] == [3, 1.5])
    let smooth = try Formula("a * abs(a) + x", constants: ["a": 0], withRespectTo: "a")
    #expect(try smooth.samples(at: [1], order: 1).derivatives == [[1], [0]])
  }
}
