import Foundation
import TestSupport
import Testing

@testable import Activations

@Suite("Derivatives as formulas")
struct SymbolicDerivativeTests {
  // MARK: As a person writes them

  private static let written: [(formula: String, order: Int, derivative: String)] = [
    ("swish", 0, "x * sigmoid(beta * x)"),
    ("swish", 1, "sigmoid(beta * x) + beta * x * sigmoid(beta * x) * (1 - sigmoid(beta * x))"),
    ("gelu", 1, "normal_cdf(x) + x * exp(-x^2 / 2) / sqrt(2 * pi)"),
    ("gelu", 2, "exp(-x^2 / 2) * (2 - x^2) / sqrt(2 * pi)"),
    ("sigmoid", 1, "sigmoid(x) * (1 - sigmoid(x))"),
    ("sigmoid", 2, "sigmoid(x) * (1 - sigmoid(x)) * (1 - 2 * sigmoid(x))"),
    ("tanh", 1, "1 - tanh(x)^2"),
    ("tanh", 2, "-2 * tanh(x) * (1 - tanh(x)^2)"),
    ("relu", 1, "where(x > 0, 1, 0)"),
    ("softplus", 1, "sigmoid(beta * x)"),
    ("log_sigmoid", 1, "1 - sigmoid(x)"),
    ("logcosh", 1, "tanh(x)"),
    ("softsign", 1, "1 / (1 + abs(x))^2"),
    ("symlog", 1, "1 / (1 + abs(x))"),
    ("isru", 1, "1 / (1 + alpha * x^2)^(3 / 2)"),
    ("snake", 1, "1 + sin(2 * a * x)"),
    ("mish", 1, "tanh(softplus(x)) + x * sigmoid(x) * (1 - tanh(softplus(x))^2)"),
    ("hard_sigmoid", 1, "where(abs(x) < 3, 1 / 6, 0)"),
    ("hard_swish", 1, "where(x <= -3, 0, where(x < 3, x / 3 + 1 / 2, 1))"),
    ("relu6", 1, "where(x <= 0, 0, where(x < 6, 1, 0))"),
    ("elu", 1, "where(x > 0, 1, alpha * exp(x))"),
    ("apl", 1, "where(x > 0, 1, 0) + where(x < b1, -a1, 0) + where(x < b2, -a2, 0)"),
    ("abs", 1, "sign(x)"),
    ("arctan", 1, "1 / (1 + x^2)"),
    ("asin(x)", 1, "1 / sqrt(1 - x^2)"),
    ("acosh(x)", 1, "1 / sqrt(x^2 - 1)"),
    ("x^5", 3, "60 * x^2"),
    ("exp(-x^2)", 2, "2 * exp(-x^2) * (2 * x^2 - 1)"),
    ("x^x", 1, "x^x + log(x) * x^x"),
    ("2^x", 1, "log(2) * 2^x"),
    (
      "swish(x)^2", 1,
      "2 * swish(x, beta: beta) * (sigmoid(beta * x) + beta * x * sigmoid(beta * x) * (1 - sigmoid(beta * x)))"
    ),
    ("sin(x) * cos(x)", 1, "cos(x)^2 - sin(x)^2"),
    ("0.1 * x^3 + x / 3", 1, "0.3 * x^2 + 1 / 3"),
    ("floor(x) + 7", 1, "0"),
  ]

  @Test("A derivative is what a person would write", arguments: written)
  func writtenOut(formula: String, order: Int, derivative: String) throws {
    let found = try Formula(formula).symbolicDerivative(order: order)
    #expect(found?.description == derivative)
  }

  @Test("By a parameter, by a constant, and as a framework means a name")
  func variables() throws {
    let slope = try Formula("swish", withRespectTo: "beta").symbolicDerivative(order: 1)
    #expect(slope?.description == "x^2 * sigmoid(beta * x) * (1 - sigmoid(beta * x))")
    let own = try Formula("exp(-a * x)", constants: ["a": 3], withRespectTo: "a")
    #expect(own.symbolicDerivative(order: 1)?.description == "-x * exp(-a * x)")
    #expect(own.symbolicDerivative(order: 1)?.letters == ["a": 3])
    let jax = try Formula("gelu", convention: .jax).symbolicDerivative(order: 0)
    #expect(jax?.description.contains("tanh") == true)
  }

  @Test("A letter that would mean two numbers is written as a number")
  func ambiguousLetters() throws {
    let sum = try Formula("elu(x) + selu(x)")
    let slope = try #require(sum.symbolicDerivative(order: 1))
    #expect(slope.description.contains("1.6732632423543772") && slope.letters["alpha"] == 1)
    let set = try Formula("elu(x) + selu(x)", parameters: ["alpha": 2])
    #expect(set.symbolicDerivative(order: 1)?.letters == ["alpha": 2, "scale": 1.0507009873554805])
  }

  @Test("In LaTeX and MathML too")
  func notations() throws {
    let slope = try #require(try Formula("tanh").symbolicDerivative(order: 1))
    #expect(slope.latex == "1 - \\tanh^{2}(x)")
    #expect(slope.mathML.hasPrefix("<math") && MathMLReader(slope.mathML).problems.isEmpty)
  }

  @Test("What is too long to be read is left out")
  func tooLong() throws {
    #expect(try Formula("mish").symbolicDerivative(order: 9) == nil)
    #expect(try Formula("gelu").symbolicDerivative(order: 1, atMost: 5) == nil)
  }

  // MARK: Against jets

  @Test("It is the automatic derivative", arguments: Activation.catalog.map(\.name))
  func catalogue(name: String) throws {
    let row = try Activation(named: name)
    var generator = SplitMix64(seed: 7)
    var count = 0
    let plain = try Formula(name)
    let kinks = places(of: plain)
    for order in 1...2 {
      count += try check(plain, order, apartFrom: kinks, &generator)
      for parameter in row.parameters {
        count += try check(
          try Formula(name, withRespectTo: parameter.name), order, apartFrom: kinks, &generator)
      }
    }
    #expect(count > 40)
  }

  /// A few in every run, and `ACTPLOT_SWEEP` of each seed if that is set.
  @Test("It is the automatic derivative of any formula", arguments: [UInt64(1), 2, 3])
  func anyFormula(seed: UInt64) throws {
    var texts = SmoothFormulas(seed: seed)
    var generator = SplitMix64(seed: seed)
    let wanted = ProcessInfo.processInfo.environment["ACTPLOT_SWEEP"].flatMap { Int($0) } ?? 20
    var count = 0
    for _ in 0..<wanted {
      let text = texts.next(height: 4)
      let constants = ["a": 0.7, "b": -1.3]
      let formula = try Formula(text, constants: constants)
      let kinks = places(of: formula)
      for order in 1...2 { count += try check(formula, order, apartFrom: kinks, &generator) }
      if text.contains("b") {
        count += try check(
          try Formula(text, constants: constants, withRespectTo: "b"), 1, apartFrom: kinks,
          &generator)
      }
    }
    #expect(count > 15 * wanted)
  }

  private func places(of formula: Formula) -> [Double] {
    formula.kinks(in: -20...20, limit: 100).map(\.x)
  }

  /// Compares at random points apart from kinks, to 1e-13 of the value or, where terms cancel, to
  /// 2^-90 of the largest number on the way; how many there were.
  private func check(
    _ formula: Formula, _ order: Int, apartFrom kinks: [Double], _ generator: inout SplitMix64
  ) throws -> Int {
    guard let derivative = formula.symbolicDerivative(order: order) else { return 0 }
    let back = try derivative.formula()
    let points = (0..<24).map { index in
      Double.random(in: index < 12 ? -3...3 : -20...20, using: &generator)
    }.filter { x in kinks.allSatisfy { ($0 - x).magnitude > 1e-3 } }
    let jets = try formula.samples(at: points, order: order).derivatives[order]
    let values = try back.samples(at: points).values
    var count = 0
    for (x, (jet, value)) in zip(points, zip(jets, values)) where jet.isFinite {
      count += 1
      let tolerance = 1e-13 * jet.magnitude + 0x1p-90 * largest(in: back, at: x)
      #expect(
        (jet - value).magnitude <= tolerance || jet.magnitude < 1e-300,
        "\(formula.text), order \(order): \(derivative) at \(x) is \(value), not \(jet)")
    }
    return count
  }

  private func largest(in formula: Formula, at x: Double) -> Double {
    var block = JetBlock<Extended>(program: formula.program, order: 0, samples: 1)
    block.evaluate(at: CollectionOfOne(Extended(x)))
    let sizes = formula.program.instructions.indices.map {
      block.row(0, of: $0)[0].magnitude.double
    }
    return sizes.filter(\.isFinite).max() ?? 0
  }
}

/// Formulas in x, a and b without divisions by 0; the same for the same seed.
struct SmoothFormulas {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: 0..<words.count, using: &generator)]
  }

  private static let functions = [
    "exp", "sin", "cos", "atan", "tanh", "asinh", "erf", "erfc", "normal_cdf", "abs", "sigmoid",
    "relu", "gelu", "swish", "softplus", "elu", "hard_swish", "expm1", "leaky_relu", "mish",
  ]

  mutating func next(height: Int) -> String {
    guard height > 0, Int.random(in: 0..<7, using: &generator) > 0 else {
      return pick(["x", "x", "x", "a", "b", "2", "0.3", "pi"])
    }
    let one = next(height: height - 1), other = next(height: height - 1)
    return switch Int.random(in: 0..<10, using: &generator) {
    case 0, 1: "(\(one) + \(other))"
    case 2: "(\(one) - \(other))"
    case 3, 4: "\(one) * \(other)"
    case 5: "\(one) / (2 + (\(other))^2)"
    case 6:
      pick([
        "(\(one))^2", "(\(one))^3", "max(\(one), \(other))", "min(\(one), \(other))",
        "clamp(\(one), -1, 2)", "where(\(one) > 0.5, \(other), x)", "sqrt(1 + (\(one))^2)",
        "log(1 + exp(\(one)))", "(1 + exp(\(one)))^a",
      ])
    default: "\(pick(Self.functions))(\(one))"
    }
  }
}
