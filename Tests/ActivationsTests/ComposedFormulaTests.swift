import Testing

@testable import Activations

@Suite("Functions of functions")
struct ComposedFormulaTests {
  /// The function, how often it is applied, x, value and derivative there, by the chain rule in 60
  /// digits of mpmath.
  static let iterates: [(Int, Double, Double, Double)] = [
    (2, -3, 0.5118542464834632, 0.011287816565758373),
    (2, 0, 0.6224593312018546, 0.058750928050398624),
    (2, 1.25, 0.6850978806449894, 0.03734541461982016),
    (4, 0, 0.6571856892772512, 0.003008128717661192),
    (8, -3, 0.6590265692800839, 1.5359480820386193e-06),
    (8, 1.25, 0.6590494039503398, 4.755539146611566e-06),
  ]

  @Test(arguments: iterates)
  func `sigmoid of itself, and its vanishing gradient`(
    times: Int, x: Double, value: Double, slope: Double
  ) throws {
    let sigmoid = try Formula("sigmoid")
    var whole = sigmoid
    for _ in 1..<times { whole = try sigmoid.composed(with: whole) }
    let samples = try whole.samples(at: [x], order: 1)
    #expect(ulps(samples.values[0], from: value) <= 1)
    #expect(ulps(samples.derivatives[1][0], from: slope) <= 1)
  }

  @Test func `each keeps its own value of a parameter that both have`() throws {
    let outer = try Formula("swish", parameters: ["beta": 2])
    let inner = try Formula("swish", parameters: ["beta": 3])
    let samples = try outer.composed(with: inner).samples(at: [-1.5, 0.75], order: 2)
    // By mpmath.
    let expected = [
      [-0.008104417244488137, 0.5395795444949705], [-0.01833086819690149, 1.1165374032125597],
      [-0.03641042889106959, 0.518292667761099],
    ]
    for (order, values) in expected.enumerated() {
      for (found, value) in zip(samples.derivatives[order], values) {
        #expect(ulps(found, from: value) <= 1)
      }
    }
    let negative = try outer.composed(with: Formula("swish", parameters: ["beta": -1]))
    #expect(negative.description == "swish(swish(x, beta: -1), beta: 2)")
    #expect(try outer.composed(with: outer).openParameters.map(\.value) == [2])
  }

  @Test func `parameters, constants, definitions and conventions are kept`() throws {
    let bump = try FunctionDefinition("bump(x, w=1) = exp(-(x / w)^2)")
    let inner = try Formula("bump(a * x)", constants: ["a": 2], definitions: [bump])
    let outer = try Formula("a - x", constants: ["a": 5])
    let whole = try outer.composed(with: inner)
    #expect(whole.description == "5 - exp(-(2 * x / w)^2)")
    #expect(whole.openParameters.map(\.name) == ["w"])
    let plain = try Formula("5 - exp(-(2 * x)^2)")
    #expect(try whole.samples(at: [0.3]).values == plain.samples(at: [0.3]).values)
    let keras = try Formula("leaky_relu", convention: .keras)
    let nested = try Formula("leaky_relu(leaky_relu(x))", convention: .keras)
    #expect(
      try keras.composed(with: keras).samples(at: [-1]).values == nested.samples(at: [-1]).values)
    #expect(try Formula("x").composed(with: Formula("relu")).activation?.name == "relu")
    let byBeta = try Formula("tanh").composed(with: Formula("swish")).differentiated(by: "beta")
    let written = try Formula("tanh(swish(x))", withRespectTo: "beta")
    #expect(
      try byBeta.samples(at: [0.5], order: 1).derivatives
        == written.samples(at: [0.5], order: 1).derivatives)
  }

  @Test func `what cannot be composed is refused with a sentence`() throws {
    let relu = try Formula("relu")
    #expect {
      try relu.composed(with: Formula("relu", convention: .keras))
    } throws: { "\($0)".contains("read both in one convention") }
    var square = try Formula("x + x^2")
    #expect {
      for _ in 0..<12 { square = try Formula("x + x^2").composed(with: square) }
    } throws: { "\($0)".contains("compose fewer functions") }
    let elu = try Formula("elu", withRespectTo: "alpha")
    #expect {
      try elu.composed(with: Formula("swish", withRespectTo: "beta"))
    } throws: { "\($0)".contains("alpha or beta") }
  }

  @Test func `a name takes the place of the text`() throws {
    let formula = try Formula("sigmoid(sigmoid(x))").called("σ∘σ", latex: "\\sigma\\circ\\sigma")
    #expect(formula.name == "σ∘σ" && formula.typesetLabel == "$\\sigma\\circ\\sigma$")
    #expect(formula != (try Formula("sigmoid(sigmoid(x))")))
  }

  /// A formula, and the map that it is; none if it is not known to be one.
  static let maps: [(String, String?)] = [
    ("3 - (2 * x - 1) / 2", "-x + 3.5"), ("x / 3 + 1 / 7", "x / 3 + 1 / 7"),
    ("0.1 * x + 0.2", "0.1 * x + 0.2"), ("0.1 * (x + 1) + 0.2", "0.1 * x + 0.3"),
    ("2 * (x - x) - 4", "-4"), ("-(2 * x)", "-2 * x"), ("identity(x) * 3", "3 * x"),
    ("-5 * x / 6 - 1 / 3", "-(5 * x / 6) - 1 / 3"), ("1e-7 * x", "x / 10000000"), ("x * x", nil),
    ("1 / x", nil), ("pi * x", nil), ("relu(x)", nil), ("x / (1 - 1)", nil), ("1e300 * x", nil),
    ("1e15 * (1e15 * (1e15 * x))", nil),
  ]

  @Test(arguments: maps)
  func `an affine map is known in exact fractions`(_ text: String, _ map: String?) throws {
    #expect(try Formula(text).affineMap?.description == map)
  }
}
