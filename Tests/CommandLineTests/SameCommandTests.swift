import Testing

@Suite struct SameCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  @Test(
    arguments: [
      (["tanh(x) + 1", "2 * sigmoid(2 * x)"], 0, "are the same function"),
      (["gelu", "gelu"], 0, "proven"),
      (["gelu", "gelu_tanh"], 1, "differ"),
      (["gelu", "gelu_tanh", "--convention", "jax"], 0, "proven"),
      (["elu(x, alpha: a)", "celu(x, alpha: a)", "--let", "a=1"], 0, "not proven"),
      (["x", "abs(x)", "--range", "0:5"], 0, "x = 0 to 5"),
      (["x", "abs(x)", "--range", "-1:2:1"], 1, "at 3 points"),
      (["swish", "x^2 / 4", "--wrt", "beta", "--order", "1", "--set", "beta=0"], 64, "--wrt"),
      (["sin(x)", "-cos(x)", "--order", "1", "--json"], 1, "\"same\": false"),
    ] as [([String], Int32, String)])
  func theVerdictIsTheExitStatus(_ arguments: [String], _ status: Int32, _ word: String) throws {
    let result = try actplot.run(["same"] + arguments)
    #expect(result.status == status, "\(result.error)")
    #expect((result.text + result.error).contains(word), "\(result.text)")
  }

  static let wrongUsage: [([String], [String])] = [
    (["gelu"], ["OTHER"]),
    (["gelu", "gleu"], ["“gleu”", "Did you mean “gelu”"]),
    (["gelu", "relu", "tanh"], ["tanh"]),
    (["swish", "silu", "--set", "beta=1,2"], ["--set", "one value"]),
    (["gelu", "relu", "--order", "21"], ["--order", "20"]),
    (["swish", "swish", "--wrt", "beta"], ["--wrt", "--order 1"]),
    (["swish", "silu", "--wrt", "beta", "--order", "1"], ["--wrt", "“silu”"]),
    (["gelu", "relu", "--range", "1"], ["--range"]),
  ]

  @Test(arguments: wrongUsage)
  func wrongUsageExitsWith64(_ arguments: [String], _ words: [String]) throws {
    let result = try actplot.run(["same"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
  }

  @Test func helpShowsExamples() throws {
    let help = try actplot.run("same", "--help").text
    for word in ["EXAMPLES", "--json", "--order", "--range", "--let"] {
      #expect(help.contains(word))
    }
  }
}
