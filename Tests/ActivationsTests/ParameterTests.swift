import Testing

@testable import Activations

@Suite("Parameters")
struct ParameterTests {
  // MARK: Values

  @Test("A parameter that is set holds for every activation that leaves it open")
  func values() throws {
    let gate = try Formula("swish", parameters: ["beta": 2]).samples(at: [1]).values[0]
    #expect(gate == 0.8807970779778824)
    let grid = [-3, -0.5, 0, 0.7, 4]
    for (open, parameters, given) in [
      ("swish(x) + softplus(x)", ["beta": 2.0], "swish(x, beta: 2) + softplus(x, beta: 2)"),
      ("swish(x, beta: 3) + softplus(x)", ["beta": 2], "swish(x, beta: 3) + softplus(x, beta: 2)"),
      ("swish(swish(x))", ["beta": 2], "swish(swish(x, beta: 2), beta: 2)"),
      ("swish(x) * elu(x)", ["alpha": 0.5], "swish(x, beta: 1) * elu(x, alpha: 0.5)"),
      ("softplus(mish(x))", ["beta": 2], "softplus(mish(x), beta: 2)"),
      (
        "hardtanh(x)", ["min_val": -0.25, "max_val": 0.5],
        "hardtanh(x, min_val: -1/4, max_val: 1/2)"
      ),
    ] {
      let one = try Formula(open, parameters: parameters).samples(at: grid, order: 2)
      #expect(one == (try Formula(given).samples(at: grid, order: 2)), "\(open)")
    }
  }

  @Test(
    "A parameter goes by the names that frameworks have for it, unless the formula has one of that name",
    arguments: [
      ("leaky_relu", "alpha", ["negative_slope": 0.25]), ("prelu", "slope", ["weight": 0.25]),
      ("prelu", "alpha", ["weight": 0.25]), ("threshold", "threshold", ["theta": 0.25]),
      ("selu", "gamma", ["scale": 0.25]), ("softshrink", "threshold", ["lambd": 0.25]),
      ("leaky_relu(x) + prelu(x)", "alpha", ["negative_slope": 0.25, "weight": 0.25]),
      ("leaky_relu(x) + elu(x)", "alpha", ["alpha": 0.25]),
    ] as [(String, String, [String: Double])])
  func otherNames(text: String, name: String, own: [String: Double]) throws {
    let formula = try Formula(text, parameters: [name: 0.25])
    #expect(formula.parameters == own && formula.settableNames.contains(name))
    if let only = own.keys.first, own.count == 1 {
      #expect(try Formula(text, withRespectTo: name).differentiationParameter == only)
      guard only != name else { return }
      #expect(throws: FormulaError.self) { try Formula(text, parameters: [name: 1, only: 1]) }
    }
  }

  @Test("Arguments are named as frameworks name them, too")
  func otherNamesOfArguments() throws {
    let given = try Formula("leaky_relu(x, alpha: 0.25)").samples(at: [-2])
    #expect(given.values == [-0.5])
    #expect(throws: FormulaError.self) {
      try Formula("leaky_relu(x, alpha: 0.25, negative_slope: 0.1)")
    }
  }

  @Test("What is not set has each activation's own default")
  func defaults() throws {
    // dyt's beta is 0 and swish's is 1.
    let grid = [-3, -0.5, 0, 0.7, 4]
    let sum = try Formula("swish(x) + dyt(x)").samples(at: grid)
    let given = try Formula("swish(x, beta: 1) + dyt(x, beta: 0)").samples(at: grid)
    #expect(sum == given)
  }

  @Test("A parameter set to its default changes nothing", arguments: Activation.catalog)
  func defaultsSet(activation: Activation) throws {
    let grid = [-30, -2.5, -1, -0.3, 0, 0.3, 1, 2.2, 30]
    let formula = try Formula(activation.name)
    #expect(formula.openParameters.map(\.name) == activation.parameters.map(\.name))
    let values = Dictionary(
      uniqueKeysWithValues: formula.openParameters.map { ($0.name, $0.value) })
    let unset = try formula.samples(at: grid, order: 1)
    let set = try Formula(activation.name, parameters: values).samples(at: grid, order: 1)
    // A third is no Double, so that the default 1 / 3 is a little nearer to it.
    let isQuotient = activation.parameters.contains { $0.defaultValue.contains("/") }
    for order in 0...1 {
      for (one, other) in zip(unset.derivatives[order], set.derivatives[order]) {
        #expect((one - other).magnitude <= (isQuotient ? 1e-14 * other.magnitude : 0))
      }
    }
  }

  @Test("Open parameters are listed in order, once, with their values")
  func openParameters() throws {
    let formula = try Formula(
      "hardtanh(swish(x) + swish(2 * x)) * elu(x, alpha: 2)", parameters: ["max_val": 3])
    #expect(formula.openParameters.map(\.name) == ["beta", "min_val", "max_val"])
    #expect(formula.openParameters.map(\.value) == [1, -1, 3])
    #expect(try Formula("mish(x) + relu(x)").openParameters.isEmpty)
    #expect(try Formula("a * x", constants: ["a": 2]).openParameters.isEmpty)
  }

  @Test(
    "Defaults are the convention's",
    arguments: [
      ("leaky_relu", Framework.keras, "negative_slope", 0.2),
      ("leaky_relu", .tf, "negative_slope", 0.2), ("leaky_relu", .torch, "negative_slope", 0.01),
      ("prelu", .keras, "weight", 0), ("prelu", .torch, "weight", 0.25),
      ("selu", .onnx, "scale", 1.05070102214813232421875), ("hard_sigmoid", .onnx, "alpha", 0.2),
    ]
  )
  func conventions(name: String, convention: Framework, parameter: String, value: Double) throws {
    let open = try Formula("1 + \(name)(x)", convention: convention).openParameters
    #expect(open.first { $0.name == parameter }?.value == value)
    let set = try Formula(name, parameters: [parameter: 3], convention: convention).openParameters
    #expect(set.first { $0.name == parameter }?.value == 3)
  }

  @Test(
    "The label shows what is set",
    arguments: [
      ("swish", ["beta": 0.5], "swish, beta = 0.5"), ("Swish", ["beta": 2], "swish, beta = 2"),
      ("swish", [:], "swish"), ("nn.SiLU", [:], "silu"), ("x*sigmoid( x )", [:], "x * sigmoid(x)"),
      ("elu(x)", ["alpha": -1], "elu(x), alpha = -1"),
      ("hardtanh", ["max_val": 2, "min_val": 0], "hardtanh, min_val = 0, max_val = 2"),
    ] as [(String, [String: Double], String)]
  )
  func labels(formula: String, parameters: [String: Double], label: String) throws {
    #expect(try Formula(formula, parameters: parameters).label == label)
  }

  @Test("Constants bind names in the text alone")
  func constants() throws {
    let formula = try Formula("beta * swish(x)", constants: ["beta": 3])
    let expected = try Formula("3 * swish(x, beta: 1)").samples(at: [-1, 2], order: 1)
    #expect(try formula.samples(at: [-1, 2], order: 1) == expected)
    let both = try Formula("beta * swish(x)", parameters: ["beta": 2], constants: ["beta": 3])
    let set = try Formula("3 * swish(x, beta: 2)").samples(at: [-1, 2], order: 1)
    #expect(try both.samples(at: [-1, 2], order: 1) == set)
  }

  // MARK: Derivatives

  @Test("The derivatives by a parameter are true", arguments: ParameterReference.all.indices)
  func derivativesByParameter(index: Int) throws {
    let row = ParameterReference.all[index]
    let formula = try Formula(
      row.name, parameters: [row.parameter: row.value], withRespectTo: row.parameter)
    #expect(formula.differentiationParameter == row.parameter)
    let samples = try formula.samples(at: [row.x], order: 3)
    for (order, truth) in row.truths.enumerated() {
      let value = samples.derivatives[order][0]
      #expect(ulps(value, from: truth) <= 1, "\(row.name), order \(order): \(value), \(truth)")
    }
  }

  @Test("By the default too, and through arguments and named arguments")
  func chainRule() throws {
    let weight = try Formula("prelu", withRespectTo: "weight").samples(at: [-2, 0, 3], order: 2)
    #expect(weight.derivatives == [[-0.5, 0, 3], [-2, 0, 0], [0, 0, 0]])
    let shared = try Formula("swish(2 * x) + softplus(x, beta: 2)", withRespectTo: "beta")
    let alone = try Formula("swish", withRespectTo: "beta").samples(at: [1, -3], order: 3)
    let doubled = try shared.samples(at: [0.5, -1.5], order: 3)
    #expect(doubled.derivatives[1...] == alone.derivatives[1...])
    let sum = try Formula("elu(x) + 3 * prelu(x)", withRespectTo: "alpha")
    #expect(try sum.samples(at: [-1], order: 2).derivatives[1...] == [[-0.6321205588285577], [0]])
  }

  @Test("By a constant, and by x")
  func constantsAndX() throws {
    let square = try Formula("a * x^2", constants: ["a": 3], withRespectTo: "a")
    #expect(try square.samples(at: [-2], order: 2).derivatives == [[12], [4], [0]])
    let power = try Formula("a^x", constants: ["a": 2], withRespectTo: "a")
    let truths = [
      1.4142135623730951, 0.3535533905932738, -0.08838834764831845, 0.06629126073623882,
    ]
    for (value, truth) in zip(try power.samples(at: [0.5], order: 3).derivatives, truths) {
      #expect(ulps(value[0], from: truth) <= 1)
    }
    let bound = try Formula("swish(x, beta: b)", constants: ["b": 1], withRespectTo: "b")
    let open = try Formula("swish", withRespectTo: "beta")
    #expect(
      try bound.samples(at: [-3, 0.5], order: 3) == open.samples(at: [-3, 0.5], order: 3))
    let plain = try Formula("swish", withRespectTo: "x").samples(at: [2], order: 3)
    #expect(plain == (try Formula("swish").samples(at: [2], order: 3)))
  }

  @Test("Where pieces meet, a parameter moves the piece that holds")
  func pieces() throws {
    for (name, parameter, slopes) in [
      ("hardtanh", "min_val", [1.0, 0, 0]), ("hardtanh", "max_val", [0, 0, 1]),
      ("threshold", "value", [1, 1, 0]), ("bounded_relu", "a", [0, 0, 1]),
      ("leaky_relu", "negative_slope", [-5, 0, 0]), ("softshrink", "lambd", [1, 0, -1]),
      ("hard_sigmoid_02", "alpha", [0, 0.5, 0]), ("star_relu", "b", [1, 1, 1]),
    ] {
      let samples = try Formula(name, withRespectTo: parameter).samples(at: [-5, 0.5, 5], order: 2)
      #expect(samples.derivatives[1] == slopes, "\(name)")
      #expect(samples.derivatives[2] == [0, 0, 0], "\(name)")
    }
  }
}
