import Testing

@testable import Activations

@Suite("Looking activations up")
struct LookupTests {
  @Test(
    "Case, separators and the module do not matter",
    arguments: [
      ("ReLU", "relu"), ("re_lu", "relu"), ("RE-LU", "relu"), ("Sigmoid", "sigmoid"),
      ("sig_moid", "sigmoid"), ("TANH", "tanh"), ("-tan_h-", "tanh"), ("nn.SiLU", "silu"),
      ("F.gelu", "gelu"), ("tf.nn.leaky_relu", "leaky_relu"), ("jax.nn.hard_swish", "hard_swish"),
      ("keras.activations.relu", "relu"), ("torch.nn.Softplus", "softplus"),
      ("hardsilu_", "hard_swish"),
    ])
  func spellings(given: String, name: String) throws {
    #expect(try Activation(named: given).name == name)
  }

  @Test(
    "Frameworks' names are known; an activation's own name goes before them, early rows before late",
    arguments: [
      ("σ", "sigmoid"), ("logistic", "sigmoid"), ("logσ", "log_sigmoid"), ("linear", "identity"),
      ("hard_silu", "hard_swish"), ("trelu", "threshold"), ("LeakyRelu", "leaky_relu"),
      ("gelu_sigmoid", "gelu_tanh"), ("Clip", "hardtanh"), ("heaviside", "binary_step"),
      ("swish", "swish"), ("gelu", "gelu"), ("HardSigmoid", "hard_sigmoid"),
      ("Shrink", "hardshrink"),
    ])
  func aliases(given: String, name: String) throws {
    #expect(try Activation(named: given).name == name)
  }

  @Test(
    "A slip of the finger is answered with the name that was meant",
    arguments: [
      ("sigmod", "sigmoid"), ("Sigmiod", "sigmoid"), ("sgmod", "sigmoid"), ("tahn", "tanh"),
      ("tan", "tanh"), ("rleu", "relu"), ("geluu", "gelu"), ("soft_plsu", "softplus"),
      ("nn.LeakyReUL", "leaky_relu"),
    ])
  func suggestions(given: String, name: String) {
    let error = #expect(throws: UnknownActivationError.self) { try Activation(named: given) }
    #expect(error?.suggestions.first == name)
    #expect(error?.description.contains("Did you mean “\(name)”?") == true)
    #expect(error?.description.contains("“\(given)”") == true)
  }

  @Test(
    "Of a framework's name that was meant both are shown, it and the activation's own",
    arguments: [
      ("heavyside", "heaviside", "binary_step"), ("lineer", "linear", "identity"),
      ("nn.hardsiluu", "hard_silu", "hard_swish"), ("gelu_sigmod", "gelu_sigmoid", "gelu_tanh"),
    ])
  func suggestedAliases(given: String, alias: String, name: String) {
    let error = UnknownActivationError(name: given)
    #expect(error.suggestions.first == alias)
    #expect(error.description.hasSuffix("Did you mean “\(alias)”, another name of “\(name)”?"))
  }

  @Test(
    "A function of more than a number is said to be one",
    arguments: [
      ("softmax", "sigmoid(x)"), ("nn.Softmax", "sigmoid(x)"), ("LogSoftmax", "log_sigmoid(x)"),
      ("swiglu", "silu(x)"), ("F.glu", "sigmoid(x)"), ("maxout", "max(x"),
    ])
  func functionsOfVectors(given: String, part: String) {
    for formula in [given, "1 + \(given.split(separator: ".").last ?? "")(x)"] {
      let error = #expect(throws: FormulaError.self) { try Formula(formula) }
      #expect(error?.description.contains("is not a function of a single number") == true)
      #expect(error?.description.contains(part) == true)
    }
  }

  @Test("Two slips in a short name are forgiven where its letters are all there")
  func twoSlips() {
    #expect(UnknownActivationError(name: "thna").suggestions == ["tanh"])
  }

  @Test("Each activation is suggested once")
  func suggestionsDoNotRepeat() {
    let suggestions = UnknownActivationError(name: "hard_sigmod").suggestions
    #expect(Set(suggestions).count == suggestions.count)
    #expect(suggestions.first == "hard_sigmoid")
  }

  @Test(
    "Names that resemble none get no suggestion and a short message",
    arguments: [
      "", "x", "-", ".", "nn.", "s", "convolution", "🙂", "σσ", "net", "mlp", "tpr", "hardmax",
      "conv", "plot", "pool", "loss", "norm", "step5", "figure",
      String(repeating: "tanh", count: 250_000), String(repeating: ".", count: 1_000_000),
      String(repeating: "_", count: 1_000_000),
      "tanh" + String(repeating: "\u{301}", count: 500_000),
    ])
  func nonsense(given: String) {
    let error = #expect(throws: UnknownActivationError.self) { try Activation(named: given) }
    #expect(error?.suggestions == [])
    #expect((error?.description.unicodeScalars.count ?? .max) < 200)
  }
}
