import Activations
import Figures
import Foundation
import Testing

@Suite struct FunctionReportTests {
  private func reported(
    _ text: String, parameters: [String: Double] = [:], constants: [String: Double] = [:],
    convention: Framework = .torch
  ) throws -> FunctionReport {
    FunctionReport(
      try Formula(text, parameters: parameters, constants: constants, convention: convention))
  }

  private func json(
    _ text: String, parameters: [String: Double] = [:], constants: [String: Double] = [:],
    convention: Framework = .torch
  ) throws -> [String: Any] {
    let report = try reported(
      text, parameters: parameters, constants: constants, convention: convention)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
  }

  /// The text without its line breaks.
  private func prose(_ text: String) throws -> String {
    try reported(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func kinks(_ report: [String: Any]) throws -> [[String: Any]] {
    try #require(report["kinks"] as? [[String: Any]])
  }

  /// The frameworks that take `value` for a derivative at a kink.
  private func frameworks(
    taking value: Double, for order: Int, at kink: [String: Any]
  ) throws -> [String] {
    let taken = try #require(kink["taken"] as? [[String: Any]])
    let choice = taken.first {
      $0["order"] as? Int == order && $0["value"] as? Double == value
    }
    return choice?["frameworks"] as? [String] ?? []
  }

  // MARK: What is said

  @Test func aSmoothActivation() throws {
    let text = try reported("gelu").text
    for line in [
      "gelu\n", "formula       x * normal_cdf(x)\n", "parameters    none\n", "kinks         none\n",
      "at 0          value 0, slope 0.5, curvature 0.7978845608028654\n",
      "range         [-0.1699712074799036", "symmetry      none\n",
      "0 as x goes to -inf, with slope 0\n", "inf as x goes to inf, with slope 1\n",
      "minimum -0.1699712074799036", "JAX means gelu_tanh by gelu\n", "NNlib       gelu_erf\n",
      "source        Hendrycks and Gimpel 2016, arXiv:1606.08415\n", "year          2016\n",
      "convention    PyTorch",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
  }

  @Test func polesHaveSidesAndSigns() throws {
    let text = try reported("1/(x-1)").text
    #expect(
      text.contains("poles         x = 1: runs off to -∞ from the left and ∞ from the right\n"))
    let oneSided = try prose("exp(1/(x-1.3))")
    #expect(oneSided.contains("x = 1.3: runs off to ∞ from the right, tends to 0 from the left"))
    #expect(try reported("gelu").text.contains("poles         none\n"))
    #expect(try prose("sin(1/x)/x").contains("poles not known; there are places without a limit"))
    #expect(try prose("tan(x)").contains("and there may be more"))
    let poles = try #require(try json("log(x)")["poles"] as? [[String: Any]])
    #expect(poles.count == 1 && poles[0]["x"] as? Double == 0)
    #expect(poles[0]["left"] as? String == "nan" && poles[0]["right"] as? String == "-inf")
  }

  @Test func kinksHaveSlopesOnBothSidesAndChoices() throws {
    let text = try reported("leaky_relu").text
    #expect(text.contains("x = 0: value 0; slope 0.01 on the left and 1 on the right\n"))
    #expect(text.contains("slope 0.01 (PyTorch, TensorFlow, ONNX, NNlib, timm) or 1 (JAX"))
    #expect(text.contains("Keras has the default negative_slope = 0.2\n"))
    #expect(text.contains("negative_slope = 0.01: slope for negative x; default 0.01"))
    #expect(try prose("leaky_relu").contains("a finite number, alpha in TensorFlow, alpha in ONNX"))
    let hard = try kinks(try json("hardtanh"))
    #expect(hard.map { $0["x"] as? Double } == [-1, 1])
    #expect(hard.map { ($0["left"] as? [Double])?[1] } == [0, 1])
    #expect(hard.map { ($0["right"] as? [Double])?[1] } == [1, 0])
    #expect(try frameworks(taking: 0, for: 1, at: hard[1]) == ["torch", "onnx", "nnlib"])
    #expect(try frameworks(taking: 1, for: 1, at: hard[1]) == ["jax", "keras"])
  }

  @Test func kinksOfOtherOrders() throws {
    let step = try kinks(try json("binary_step"))[0]
    #expect(step["order"] as? Int == 0 && step["value"] as? Double == 1)
    #expect((step["left"] as? [Double])?[0] == 0 && (step["right"] as? [Double])?[0] == 1)
    let celu = try kinks(try json("celu"))[0]
    #expect(celu["order"] as? Int == 2)
    #expect(try frameworks(taking: 0.25, for: 2, at: celu) == ["jax", "keras"])
    let text = try prose("celu")
    #expect(text.contains("slope 1 on both sides; second derivative 1 on the left and 0 on the"))
    let cubic = try prose("max(x, 0)^3")
    #expect(cubic.contains("third derivative 0 on the left and 6 on the right"))
  }

  @Test func theConventionCounts() throws {
    let jax = try json("gelu", convention: .jax)
    #expect(jax["name"] as? String == "gelu_tanh" && jax["convention"] as? String == "jax")
    let text = try reported("gelu", convention: .jax).text
    #expect(text.contains("gelu (which is gelu_tanh in JAX)\n"))
    let keras = try json("leaky_relu", convention: .keras)
    let parameters = try #require(keras["parameters"] as? [[String: Any]])
    #expect(parameters[0]["value"] as? Double == 0.2 && parameters[0]["default"] as? Double == 0.2)
    let taken = try #require(try kinks(keras)[0]["taken"] as? [[String: Any]])
    #expect(taken[0]["value"] as? Double == 1, "the convention in use comes first")
  }

  @Test func anyFormula() throws {
    let text = try reported("max(x, 0) + a", constants: ["a": 1]).text
    for line in [
      "kinks         x = 0: value 1; slope 0 on the left and 1 on the right\n",
      "range         [1, inf)\n",
      "taken there: slope 0.5 (PyTorch, JAX, Keras) or 1 (TensorFlow) or 0 (ONNX,\n",
      "monotonicity  nondecreasing\n",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
    #expect(!text.contains("names") && !text.contains("source"))
    let report = try json("x * sigmoid(beta * x)", constants: ["beta": 2])
    #expect(report["name"] is NSNull && report["names"] as? [String: [String]] == [:])
  }

  @Test func parametersThatAreSet() throws {
    let report = try json("elu", parameters: ["alpha": 0.5])
    #expect(report["label"] as? String == "elu, alpha = 0.5")
    let range = try #require(report["range"] as? [String: Any])
    #expect(range["lowerBound"] as? Double == -0.5 && range["upperBound"] as? String == "inf")
    #expect(range["isLowerBoundTaken"] as? Bool == false)
    let kink = try kinks(report)[0]
    #expect((kink["left"] as? [Double])?[1] == 0.5)
    #expect(try frameworks(taking: 1, for: 1, at: kink) == ["tf", "nnlib"])
  }

  @Test func propertiesAsJSON() throws {
    let tanh = try json("tanh")
    #expect(tanh["symmetry"] as? String == "odd")
    #expect(tanh["monotonicity"] as? String == "increasing")
    let limits = try #require(tanh["limits"] as? [String: [String: Double]])
    #expect(limits == ["-inf": ["value": -1, "slope": 0], "inf": ["value": 1, "slope": 0]])
    #expect(tanh["latex"] as? String == "\\tanh(x)")
    let silu = try json("silu")
    let extrema = try #require(silu["extrema"] as? [[String: Any]])
    #expect(extrema.count == 1 && extrema[0]["kind"] as? String == "minimum")
    #expect(silu["monotonicity"] is NSNull && silu["symmetry"] is NSNull)
    #expect(try json("exponential")["symmetry"] is NSNull)
  }

  @Test func aStaircaseIsCutShort() throws {
    let report = try json("floor(x)")
    #expect(report["hasMoreKinks"] as? Bool == true)
    #expect(try kinks(report).map { $0["x"] as? Double }.contains(0))
    let text = try reported("floor(x)").text
    #expect(text.contains("and more\n"))
    #expect(text.split(separator: "\n").count < 60)
  }

  @Test func whatIsNotKnown() throws {
    let text = try reported("sqrt(exp(2 * x) + 1) - exp(x)").text
    #expect(
      text.contains("range         not known\n") && text.contains("monotonicity  not known\n"))
    #expect(text.contains("not known as x goes to inf\n"))
    let report = try json("log(log(2 + x^2))")
    #expect(
      report["unknown"] as? [String] == ["limitAtMinusInfinity", "limitAtPlusInfinity", "range"])
    #expect(try json("tanh")["unknown"] as? [String] == [])
  }

  @Test func whatIsNotDefinedEverywhere() throws {
    let text = try reported("sqrt(x)").text
    #expect(text.contains("range         not known"))
    #expect(text.contains("none as x goes to -inf\n"))
    #expect(try json("sqrt(x)")["range"] is NSNull)
    #expect(try json("log(x)")["atZero"] as? [String: String] != nil)
  }

  @Test(arguments: Activation.catalog.filter { !$0.kinkConventions.isEmpty || $0.year == 2017 })
  func reportsFitAndAreJSON(_ activation: Activation) throws {
    let report = try json(activation.name)
    #expect(report["formula"] as? String == activation.definition)
    let places = try kinks(report).compactMap { $0["x"] as? Double }
    #expect(places == places.sorted() && places.count <= 12)
    let text = try reported(activation.name).text
    for line in text.split(separator: "\n") { #expect(line.count <= 96, "\(line)") }
    #expect(text.hasPrefix("\(activation.name)\n\(activation.summary).\n\nformula       "))
  }

  // MARK: Derivatives as formulas

  private func derivatives(
    _ formula: Formula, through order: Int
  ) throws -> (text: String, objects: [[String: Any]]) {
    let report = FunctionReport(formula, derivativesThrough: order)
    let json = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    let words = report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (words, try #require(json?["derivatives"] as? [[String: Any]]))
  }

  @Test func derivativesAreFormulas() throws {
    let (text, objects) = try derivatives(try Formula("swish"), through: 2)
    let slope = "sigmoid(beta * x) + beta * x * sigmoid(beta * x) * (1 - sigmoid(beta * x))"
    #expect(text.contains("derivatives swish′(x) = \(slope) swish″(x) = 2 * beta"))
    #expect(objects.count == 2 && objects[0]["formula"] as? String == slope)
    #expect(objects[0]["latex"] as? String != nil && objects[0]["mathml"] as? String != nil)
    #expect(objects[0]["letters"] as? [String: Double] == ["beta": 1])
    #expect(try derivatives(try Formula("swish"), through: 0).objects.isEmpty)
  }

  @Test func whatIsTakenAtKinksIsSaidOfAFormula() throws {
    let (text, objects) = try derivatives(try Formula("prelu"), through: 1)
    #expect(text.contains("at the kink x = 0 this is 1, and 0.25 is taken (PyTorch)"))
    let exceptions = try #require(objects[0]["exceptions"] as? [[String: Double]])
    #expect(exceptions == [["x": 0, "formula": 1, "taken": 0.25]])
    #expect(try !derivatives(try Formula("relu"), through: 1).text.contains("at the kink"))
  }

  @Test func derivativesByAParameterAndLongOnes() throws {
    let byBeta = try derivatives(try Formula("swish", withRespectTo: "beta"), through: 1)
    #expect(byBeta.text.contains("∂swish(x)/∂beta = x^2 * sigmoid(beta * x)"))
    #expect(byBeta.objects[0]["variable"] as? String == "beta")
    #expect(byBeta.text.contains("slope 0.5"))
    let long = try derivatives(try Formula("mish"), through: 5)
    #expect(long.text.contains("mish⁽⁵⁾(x): longer than 150 parts"))
    #expect(long.objects[4]["formula"] is NSNull)
  }
}
