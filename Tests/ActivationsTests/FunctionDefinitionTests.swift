import Testing

@testable import Activations

@Suite("Definitions")
struct FunctionDefinitionTests {
  private func formula(
    _ text: String, _ definitions: [String], _ parameters: [String: Double] = [:],
    wrt: String? = nil
  ) throws -> Formula {
    let read = try definitions.reduce(into: [FunctionDefinition]()) {
      $0.append(try FunctionDefinition($1, knowing: $0))
    }
    return try Formula(
      text, parameters: parameters, definitions: read, withRespectTo: wrt)
  }

  @Test(
    "A call means the formula written out",
    arguments: [
      ("bump", ["bump(x, w=2) = exp(-(x / w)^2)"], "exp(-(x / 2)^2)"),
      ("bump(x)", ["bump(x, w=2) = exp(-(x / w)^2)"], "exp(-(x / 2)^2)"),
      ("bump(2 * x, w: x + 3)", ["bump(x, w=2) = exp(-(x / w)^2)"], "exp(-(2 * x / (x + 3))^2)"),
      ("1 - cap(x - 1)", ["cap = min(x, 1)"], "1 - min(x - 1, 1)"),
      ("g(x)", ["f(x, a=3) = a * x", "g(x) = f(x)^2 + f(x, a: 1)"], "(3 * x)^2 + x"),
      // What stands for x may itself hold the name of a parameter.
      ("f(f(x, a: 2))", ["f(x, a=3) = a * x + 1"], "3 * (2 * x + 1) + 1"),
      ("h(x)", ["h(x) = swish(x, beta: 2) + leaky_relu(x)"], "swish(x, beta: 2) + leaky_relu(x)"),
    ]
  )
  func calls(text: String, definitions: [String], writtenOut: String) throws {
    let points = [-2.5, -1, 0, 0.25, 3]
    let defined = try formula(text, definitions).samples(at: points, order: 2)
    let plain = try Formula(writtenOut).samples(at: points, order: 2)
    #expect(defined.derivatives == plain.derivatives)
  }

  @Test("Parameters that no call gives can be set, and differentiated by")
  func openParameters() throws {
    let definitions = ["f(x, a=3) = a * x", "g(x, b=1) = f(x) + b"]
    let usual = try formula("g", definitions)
    #expect(usual.openParameters.map(\.name) == ["a", "b"])
    #expect(usual.openParameters.map(\.value) == [3, 1])
    #expect(usual.label == "g" && usual.name == "g")
    let set = try formula("g", definitions, ["a": 5])
    #expect(try set.samples(at: [2], order: 0).derivatives[0] == [11])
    #expect(set.label == "g, a = 5")
    let byA = try formula("g", definitions, wrt: "a")
    #expect(try byA.samples(at: [2], order: 1).derivatives[1] == [2])
    #expect(throws: FormulaError.self) { try formula("g", definitions, ["c": 1]) }
  }

  @Test(
    "What is no definition is refused with what to write",
    arguments: [
      (["f(x)"], "NAME(x) = FORMULA"), (["f(y) = y"], "NAME(x) = FORMULA"),
      (["f(x = x"], "NAME(x) = FORMULA"), (["= x"], "“”"), (["2f(x) = x"], "“2f”"),
      (["relu(x) = x"], "“relu” has a meaning"), (["x(x) = x"], "“x” has a meaning"),
      (["exp = x"], "“exp” has a meaning"), (["f(x) = x", "f(x) = 2"], "“f” has a meaning"),
      (["f(x, a) = a * x"], "“a” gives no parameter"),
      (["f(x, a=inf) = a * x"], "“a=inf” gives no parameter"),
      (["f(x, e=1) = e * x"], "“e” cannot name a parameter"),
      (["f(x, a=1, a=2) = a * x"], "“a” cannot name a parameter"),
      (["f(x) = 2 +"], "Column 5"), (["f(x) = f(x)"], "“f”"),
      (["f(x, a=1) = a", "g(x, a=2) = a", "h(x) = f(x) + g(x)"], "usually 1.0"),
    ]
  )
  func errors(definitions: [String], part: String) {
    let error = #expect(throws: FormulaError.self) { try formula("x", definitions) }
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
  }

  @Test("Definitions of definitions cannot grow beyond bounds")
  func growth() {
    let first = "f0(x) = sin(x)"
    let others = (1...40).map { "f\($0)(x) = f\($0 - 1)(x) + f\($0 - 1)(x + 1)" }
    let error = #expect(throws: FormulaError.self) { try formula("f40", [first] + others) }
    #expect(error?.description.contains("more than 5000 parts") == true)
    let chain = ["f0(x) = sin(x)"] + (1...300).map { "f\($0)(x) = sin(f\($0 - 1)(x))" }
    let deep = #expect(throws: FormulaError.self) { try formula("f300", chain) }
    #expect(deep?.description.contains("too long a chain") == true)
  }

  @Test("A slip of the finger finds the definition")
  func suggestion() {
    let error = #expect(throws: FormulaError.self) {
      try formula("1 + softclp(x)", ["softclip(x) = tanh(x)"])
    }
    #expect(error?.description.contains("softclip") == true)
  }
}
