import Activations
import Figures
import Testing

@Suite struct InfoCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  @Test(
    arguments: [
      (["gelu"], "gelu", [:], [:], .torch),
      (["gelu", "--convention", "jax"], "gelu", [:], [:], .jax),
      (["elu", "--set", "alpha=0.5"], "elu", ["alpha": 0.5], [:], .torch),
      (["max(x, 0) + a", "--let", "a=1"], "max(x, 0) + a", [:], ["a": 1], .torch),
    ] as [([String], String, [String: Double], [String: Double], Framework)])
  func theReportIsPrinted(
    _ arguments: [String], _ text: String, _ parameters: [String: Double],
    _ constants: [String: Double], _ convention: Framework
  ) throws {
    let report = FunctionReport(
      try Formula(text, parameters: parameters, constants: constants, convention: convention))
    #expect(try actplot.run(["info"] + arguments).text == report.text)
    #expect(try actplot.run(["info", "--json"] + arguments).text == report.json)
  }

  @Test func derivativesAreFormulasThatCanBeTypedBack() throws {
    let text = try actplot.run("info", "tanh", "--order", "1").text
    #expect(text.contains("tanh′(x) = 1 - tanh(x)^2\n"))
    let back = try actplot.run("eval", "1 - tanh(x)^2", "--at", "0.5,3").text
    let own = try actplot.run("eval", "tanh", "--at", "0.5,3", "--order", "1").text
    let slopes = own.split(separator: "\n").dropFirst().map { $0.split(separator: ",").last }
    #expect(back.split(separator: "\n").dropFirst().map { $0.split(separator: ",").last } == slopes)
    let byParameter = try actplot.run("info", "swish", "--order", "1", "--wrt", "beta")
    #expect(byParameter.text.contains("∂swish(x)/∂beta = x^2"))
  }

  // MARK: Wrong usage

  static let wrongUsage: [([String], [String])] = [
    ([], ["formula"]),
    (["gleu"], ["“gleu”", "Did you mean “gelu”", "actplot list"]),
    (["gelu(x"], ["Column 7", "\n  gelu(x\n        ^\n", "“)” was expected"]),
    (["elu", "--set", "alpha=1,2"], ["--set", "one value"]),
    (["elu", "--wrt", "alpha"], ["--wrt", "leave it out", "--order 1"]),
    (["elu", "--order", "21"], ["--order", "21", "0", "20"]),
    (["elu", "--order", "one"], ["--order", "“one”"]),
    (["elu", "relu"], ["relu"]),
    (["elu", "--set", "alpha"], ["--set", "“alpha”", "NAME=VALUE"]),
    (["elu", "--set", "=1"], ["--set", "“=1”", "NAME=VALUE"]),
    (["elu", "--set", "alpha="], ["--set", "“”", "alpha=0.5"]),
    (["elu", "--set", "alpha=big"], ["--set", "“big” is not a number"]),
    (["elu", "--set", "alpha=nan"], ["--set", "alpha", "nan", "finite"]),
    (["elu", "--set", "alpa=1"], ["--set", "“alpa”", "Did you mean “alpha”?"]),
    (["relu", "--set", "alpha=1"], ["“relu” has no parameter “alpha”"]),
    (["x", "--let", "a"], ["--let", "“a”", "a=0.3"]),
    (["x", "--let", "1a=1"], ["--let", "“1a” is not a name"]),
    (["x", "--let", "x=1"], ["--let", "“x” has a meaning"]),
    (["x", "--let", "relu=1"], ["--let", "“relu” has a meaning"]),
    (["x", "--let", "a=one"], ["--let", "“one” is not a number"]),
    (["x", "--let", "a=inf"], ["--let", "inf", "finite"]),
    (["x", "--let", "a=1", "--let", "a=2"], ["“a” is named twice"]),
    (["elu", "--let", "alpha=1"], ["--let", "“elu”", "use set"]),
  ]

  @Test(arguments: wrongUsage)
  func wrongUsageExitsWith64(_ arguments: [String], _ words: [String]) throws {
    let result = try actplot.run(["info"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
  }

  @Test func helpShowsExamples() throws {
    let help = try actplot.run("info", "--help").text
    for word in ["EXAMPLES", "--json", "--set", "--let", "--convention"] {
      #expect(help.contains(word))
    }
  }
}
