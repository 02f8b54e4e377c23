import Testing

@testable import Activations

@Suite("Conventions of the frameworks")
struct ConventionTests {
  private static let all = Framework.conventions

  /// What the frameworks take a quantity to be: those named first, and all others.
  private struct Disagreement: Sendable {
    let formula: String
    let x: Double
    let order: Int
    let others: Double
    var exceptions: [Framework: Double] = [:]
    var parameters: [String: Double] = [:]
  }

  private static let disagreements: [Disagreement] = [
    // Defaults and meanings.
    Disagreement(
      formula: "hard_sigmoid", x: 0, order: 1, others: 1 / 6, exceptions: [.onnx: 0.2]),
    Disagreement(
      formula: "gelu", x: 1, order: 0, others: 0.8413447460685429,
      exceptions: [.jax: 0.8411919906082767, .nnlib: 0.8411919906082767]),
    Disagreement(
      formula: "leaky_relu", x: -1, order: 0, others: -0.01, exceptions: [.keras: -0.2, .tf: -0.2]),
    Disagreement(formula: "prelu", x: -1, order: 0, others: -0.25, exceptions: [.keras: 0]),
    Disagreement(
      formula: "selu", x: 1, order: 0, others: 1.0507009873554805,
      exceptions: [.onnx: 1.05070102214813232421875]),
    Disagreement(formula: "swish", x: 0, order: 2, others: 0.5),
    // Phish is defined with the exact GELU, whatever a framework means by that name.
    Disagreement(formula: "phish", x: 1, order: 0, others: 0.6865206717033414),
    // First derivatives at kinks.
    Disagreement(formula: "relu", x: 0, order: 1, others: 0),
    Disagreement(formula: "relu", x: -0.0, order: 1, others: 0),
    Disagreement(formula: "relu6", x: 6, order: 1, others: 0),
    Disagreement(
      formula: "leaky_relu", x: 0, order: 1, others: 0.01,
      exceptions: [.jax: 1, .keras: 1, .tf: 0.2]),
    Disagreement(
      formula: "hardtanh", x: -1, order: 1, others: 0, exceptions: [.jax: 1, .keras: 1]),
    Disagreement(formula: "hardtanh", x: 1, order: 1, others: 0, exceptions: [.jax: 1, .keras: 1]),
    Disagreement(formula: "hard_swish", x: -3, order: 1, others: 0, exceptions: [.nnlib: -0.5]),
    Disagreement(formula: "hard_swish", x: 3, order: 1, others: 1, exceptions: [.nnlib: 1.5]),
    Disagreement(formula: "hard_sigmoid", x: -3, order: 1, others: 0),
    Disagreement(formula: "hard_sigmoid_02", x: 2.5, order: 1, others: 0),
    Disagreement(
      formula: "selu", x: 0, order: 1, others: 1.7580993408473766,
      exceptions: [.tf: 1.0507009873554805, .onnx: 1.7580993463430303]),
    Disagreement(
      formula: "elu", x: 0, order: 1, others: 0.5, exceptions: [.tf: 1, .nnlib: 1],
      parameters: ["alpha": 0.5]),
    Disagreement(formula: "celu", x: 0, order: 1, others: 1, parameters: ["alpha": 2]),
    Disagreement(formula: "sparse_sigmoid", x: -1, order: 1, others: 0.25, exceptions: [.tf: 0]),
    Disagreement(formula: "sparse_sigmoid", x: 1, order: 1, others: 0.25, exceptions: [.tf: 0]),
    Disagreement(formula: "abs", x: 0, order: 1, others: 0, exceptions: [.jax: 1]),
    Disagreement(formula: "abs", x: -0.0, order: 1, others: 0, exceptions: [.jax: 1]),
    Disagreement(formula: "sign", x: 0, order: 1, others: 0),
    Disagreement(formula: "softsign", x: 0, order: 1, others: 1),
    Disagreement(formula: "hardshrink", x: 0.5, order: 1, others: 0),
    Disagreement(formula: "threshold", x: 1, order: 1, others: 0),
    // Those of max and min are read in derivatives.yaml of PyTorch, math_grad.py of TensorFlow,
    // gradient_builder.cc of ONNX Runtime and the scalar rules of ChainRules.
    Disagreement(
      formula: "max(x, 0)", x: 0, order: 1, others: 0.5,
      exceptions: [.tf: 1, .onnx: 0, .nnlib: 0]),
    Disagreement(
      formula: "max(0, x)", x: 0, order: 1, others: 0.5,
      exceptions: [.tf: 0, .onnx: 1, .nnlib: 1]),
    Disagreement(
      formula: "3 + min(2 * x, 0)", x: 0, order: 1, others: 1,
      exceptions: [.tf: 2, .onnx: 0, .nnlib: 2]),
    Disagreement(
      formula: "max(x, 2 * x)", x: 0, order: 1, others: 1.5,
      exceptions: [.tf: 1, .onnx: 2, .nnlib: 2]),
    Disagreement(
      formula: "max(x^2, x)", x: 1, order: 1, others: 1.5,
      exceptions: [.tf: 2, .onnx: 1, .nnlib: 1]),
    Disagreement(
      formula: "max(x, -x)", x: 0, order: 1, others: 0,
      exceptions: [.tf: 1, .onnx: -1, .nnlib: -1]),
    Disagreement(
      formula: "clamp(x, -1, 1)", x: -1, order: 1, others: 1,
      exceptions: [.jax: 0.5, .keras: 0.5]),
    Disagreement(
      formula: "clamp(2 * x, -1, 1)", x: 0.5, order: 1, others: 2,
      exceptions: [.jax: 1, .keras: 1]),
    // Second derivatives at kinks.
    Disagreement(formula: "relu", x: 0, order: 2, others: 0),
    Disagreement(formula: "leaky_relu", x: 0, order: 2, others: 0),
    Disagreement(formula: "hard_swish", x: -3, order: 2, others: 0, exceptions: [.nnlib: 1 / 3]),
    Disagreement(
      formula: "elu", x: 0, order: 2, others: 0, exceptions: [.jax: 0.5, .keras: 0.5],
      parameters: ["alpha": 0.5]),
    Disagreement(
      formula: "celu", x: 0, order: 2, others: 0, exceptions: [.jax: 0.125, .keras: 0.125],
      parameters: ["alpha": 2]),
    Disagreement(
      formula: "softsign", x: 0, order: 2, others: 0, exceptions: [.jax: -2, .keras: -2]),
    // Compositions follow, with the chain rule.
    Disagreement(
      formula: "hardtanh(2 * x - 1)", x: 1, order: 1, others: 0, exceptions: [.jax: 2, .keras: 2]),
    Disagreement(
      formula: "hardtanh(2 * x - 1)", x: 0, order: 1, others: 0, exceptions: [.jax: 2, .keras: 2]),
    Disagreement(
      formula: "hardtanh(10 * x)", x: 0.1, order: 1, others: 0, exceptions: [.jax: 10, .keras: 10]),
    Disagreement(
      formula: "hardtanh(x, max_val: 2)", x: 2, order: 1, others: 0,
      exceptions: [.jax: 1, .keras: 1]),
    Disagreement(
      formula: "1 - hardtanh(x)^2", x: 1, order: 1, others: 0, exceptions: [.jax: -2, .keras: -2]),
    Disagreement(formula: "2 * abs(3 * x)", x: 0, order: 1, others: 0, exceptions: [.jax: 6]),
    Disagreement(formula: "abs(-x)", x: 0, order: 1, others: 0, exceptions: [.jax: -1]),
    Disagreement(formula: "abs(x - 0.5) / 2", x: 0.5, order: 1, others: 0, exceptions: [.jax: 0.5]),
    Disagreement(formula: "exp(abs(x))", x: 0, order: 1, others: 0, exceptions: [.jax: 1]),
    Disagreement(formula: "exp(abs(x))", x: 0, order: 2, others: 1),
    Disagreement(
      formula: "max(x, 0)^2", x: 0, order: 2, others: 0.5,
      exceptions: [.tf: 2, .onnx: 0, .nnlib: 0]),
    Disagreement(
      formula: "max(0, x^3)", x: 0, order: 3, others: 3,
      exceptions: [.tf: 0, .onnx: 6, .nnlib: 6]),
    Disagreement(
      formula: "sigmoid(hard_swish(x))", x: -3, order: 1, others: 0, exceptions: [.nnlib: -0.125]),
    Disagreement(
      formula: "elu(2 * x, alpha: 0.5)", x: 0, order: 1, others: 1, exceptions: [.tf: 2, .nnlib: 2]),
    Disagreement(
      formula: "elu(2 * x, alpha: 0.5)", x: 0, order: 2, others: 0,
      exceptions: [.jax: 2, .keras: 2]),
    Disagreement(
      formula: "exp(softsign(2 * x))", x: 0, order: 2, others: 4,
      exceptions: [.jax: -4, .keras: -4]),
    Disagreement(
      formula: "leaky_relu(x)", x: 0, order: 1, others: 0.01,
      exceptions: [.jax: 1, .keras: 1, .tf: 0.2]),
    Disagreement(formula: "leaky_relu(x^3)", x: 0, order: 1, others: 0),
    Disagreement(formula: "relu(relu(x))", x: 0, order: 1, others: 0),
    // Infinity times the 0 that a kink holds.
    Disagreement(
      formula: "sqrt(abs(x))", x: 0, order: 1, others: .nan, exceptions: [.jax: .infinity]),
    Disagreement(formula: "sqrt(relu(x))", x: 0, order: 1, others: .nan),
    Disagreement(formula: "relu(x)^0.3", x: 0, order: 1, others: .nan),
    Disagreement(formula: "relu(x)^1.5", x: 0, order: 1, others: 0),
    Disagreement(formula: "x * sqrt(abs(x))", x: 0, order: 1, others: 0),
  ]

  @Test("Values and derivatives are each framework's own", arguments: disagreements.indices, all)
  func disagreement(index: Int, convention: Framework) throws {
    let given = Self.disagreements[index]
    let formula = try Formula(
      given.formula, parameters: given.parameters, convention: convention)
    let value = try formula.samples(at: [given.x], order: given.order).derivatives[given.order][0]
    let expected = given.exceptions[convention] ?? given.others
    #expect(
      ulps(value, from: expected) <= 1 && (expected != 0 || value == 0)
        || value.isNaN && expected.isNaN,
      "\(given.formula) at \(given.x), order \(given.order)")
  }

  @Test("The convention is PyTorch's unless told otherwise")
  func standard() throws {
    #expect(try Formula("relu").convention == .torch)
    for activation in Activation.catalog {
      let points = [-3, -1, -0.5, 0, 0.5, 1, 3, 6]
      let given = try Formula(activation.name, convention: .torch).samples(at: points, order: 2)
      #expect(try Formula(activation.name).samples(at: points, order: 2) == given)
    }
  }

  @Test("NaN stays NaN in every convention", arguments: all)
  func notANumber(convention: Framework) throws {
    for name in ["relu", "hardtanh", "abs", "hard_swish", "softsign"] {
      let samples = try Formula(name, convention: convention).samples(at: [.nan], order: 2)
      #expect(samples.derivatives.allSatisfy { $0[0].isNaN }, "\(name)")
    }
  }

  /// Tails and middles; no kink of any row at its defaults.
  private static let grid: [Double] = [
    -1e300, -1e10, -750, -40, -8, -2.75, -1.5, -0.75, -0.3, -1e-9, -1e-300, 1e-307, 1e-12, 0.2, 0.7,
    1.25, 2.75, 5.5, 7, 39, 745, 1e8, 1e200,
  ]

  @Test(
    "A call of an activation is that activation, at kinks too", arguments: Activation.catalog, all
  )
  func calls(activation: Activation, convention: Framework) throws {
    let points =
      Self.grid + [-3, -2.5, -2, -1, -0.5, 0, 0.5, 1, 2, 2.5, 3, 6, .infinity, -.infinity]
    let name = try Formula(activation.name, convention: convention).samples(at: points, order: 2)
    let call = try Formula("\(activation.name)(x)", convention: convention)
      .samples(at: points, order: 2)
    for order in 0...2 {
      #expect(Self.same(name.derivatives[order], call.derivatives[order]), "order \(order)")
    }
  }

  @Test("An activation is its definition", arguments: Activation.catalog)
  func definitions(activation: Activation) throws {
    var values: [String: Double] = [:]
    for parameter in activation.parameters {
      values[parameter.name] = try derivatives(of: parameter.defaultValue, at: 0, order: 0)[0]
    }
    let row = try Formula(activation.name, parameters: values).samples(at: Self.grid, order: 2)
    let text = try Formula(activation.definition, constants: values)
      .samples(at: Self.grid, order: 2)
    for order in 0...2 {
      #expect(Self.same(row.derivatives[order], text.derivatives[order]), "order \(order)")
    }
  }

  /// Whether the numbers are the same to the last bit, NaN included.
  private static func same(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
  }
}
