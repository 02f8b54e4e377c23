import Testing

@testable import Activations

@Suite("Refused parameters")
struct ParameterErrorTests {
  @Test(
    "An unknown parameter is answered with the one that was meant, or with all",
    arguments: [
      ("swish", "bta", ["“swish” has no parameter “bta”", "Did you mean “beta”?"]),
      ("swish", "gamma", ["“gamma”", "It has beta."]), ("relu", "beta", ["It has none."]),
      ("hardtanh(x) + elu(x)", "alfa", ["Did you mean “alpha”?"]),
      ("srelu", "q", ["It has tl, al, tr, ar."]), ("swish", "", ["“”", "It has beta."]),
      // The parameters of what a definition calls are its own business.
      ("mish", "beta", ["“mish” has no parameter “beta”", "It has none."]),
      ("2 * mish(x)", "beta", ["It has none."]), ("log_sigmoid", "beta", ["It has none."]),
      // What the formula gives is not open.
      ("swish(x, beta: 2)", "beta", ["It has none."]),
    ]
  )
  func unknown(formula: String, parameter: String, parts: [String]) {
    for error in [
      #expect(throws: FormulaError.self) { try Formula(formula, parameters: [parameter: 1]) },
      #expect(throws: FormulaError.self) { try Formula(formula, withRespectTo: parameter) },
    ] {
      #expect(error?.column == nil)
      for part in parts { #expect(error?.description.contains(part) == true, "\(part)") }
    }
  }

  @Test("A constant can be meant too, and does not become a parameter")
  func constants() {
    let meant = #expect(throws: FormulaError.self) {
      try Formula("scale * swish(x)", constants: ["scale": 1], withRespectTo: "scael")
    }
    #expect(meant?.description.contains("Did you mean “scale”?") == true)
    #expect(throws: FormulaError.self) {
      try Formula("scale * x", parameters: ["scale": 2], constants: ["scale": 1])
    }
  }

  @Test("Values outside of a parameter's domain are refused", arguments: Activation.catalog)
  func domains(activation: Activation) {
    for parameter in activation.parameters {
      var refused: [Double] = [.nan, .infinity, -.infinity]
      var accepted = [0.5]
      switch parameter.domain {
      case .finite: accepted += [-1, 0]
      case .positive: refused += [0, -0.0, -1, -1e-300]
      case .nonnegative: (refused, accepted) = (refused + [-1, -1e-300], accepted + [0])
      case .nonzero: (refused, accepted) = (refused + [0, -0.0], accepted + [-1])
      }
      for value in refused {
        let error = #expect(throws: FormulaError.self, "\(parameter.name) = \(value)") {
          try Formula(activation.name, parameters: [parameter.name: value])
        }
        let message = error?.description ?? ""
        #expect(message.contains(parameter.name) && message.contains(activation.name), "\(message)")
        #expect(message.contains("must be \(parameter.domain.description)"), "\(message)")
      }
      for value in accepted {
        #expect(throws: Never.self, "\(parameter.name) = \(value)") {
          try Formula(activation.name, parameters: [parameter.name: value])
        }
      }
    }
  }

  @Test(
    "In a formula as well",
    arguments: [
      "softplus(x, beta: 0)", "softplus(x, beta: -1)", "1 + celu(relu(x), alpha: 0)",
      "bounded_relu(x, a: -1 / 2)", "snake(x, a: -0)",
    ]
  )
  func domainsInFormulas(formula: String) {
    let error = #expect(throws: FormulaError.self) { try Formula(formula) }
    #expect(error?.description.contains("must be") == true)
  }

  @Test("A message is bounded, whatever the parameter's name")
  func bounded() {
    let long = String(repeating: "b", count: 100_000)
    for formula in ["swish", "relu", String(repeating: "x + ", count: 200) + "x"] {
      let error = #expect(throws: FormulaError.self) { try Formula(formula, parameters: [long: 1]) }
      #expect((error?.description.count ?? .max) < 300)
      let other = #expect(throws: FormulaError.self) { try Formula(formula, withRespectTo: long) }
      #expect((other?.description.count ?? .max) < 300)
    }
  }
}
