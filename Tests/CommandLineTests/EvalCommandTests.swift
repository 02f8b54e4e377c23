import Activations
import Foundation
import Glibc
import Testing

@Suite struct EvalCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  /// The numbers below the header.
  private func rows(_ text: String, separator: Character = ",") -> [[Double]] {
    text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: separator).map { Double($0) ?? .signalingNaN }
    }
  }

  // MARK: Values

  /// Functions and rows of points, values and derivatives, by mpmath at 1500 digits.
  static let references: [(String, String)] = [
    ("sigmoid", "-745.0,5e-324,5e-324,5e-324"),
    ("gelu", "-38.4,-2.535e-321,-9.7346e-320,-3.735487e-318"),
    ("gelu", "0.3,0.1853734266566858,0.7323277668271099,0.728450727529601,-0.44736790753519473"),
    ("tanh", "40.0,1.0,7.219405551381661e-35"),
    ("mish", "-20.5,-2.5628133744908682e-08,-2.437798086328384e-08,-2.3127827967202334e-08"),
    ("mish", "1.25,1.1318703042410392,1.080463093148231,0.07261402991561978"),
    (
      "squareplus",
      "-100000000.0,9.999999999999999e-09,9.999999999999997e-17,1.9999999999999987e-24"
    ),
    ("silu", "-700.25,-5.377026350130888e-302,-5.369347626317777e-302,-5.361668902504667e-302"),
    ("softplus", "-36.7,1.1518409493076095e-16,1.1518409493076095e-16,1.1518409493076095e-16"),
    ("logish", "-3.3,-0.1153453890085789,-0.07436758649971845"),
    ("x^2 * exp(-abs(x))", "-0.7,0.24332679885779065,-0.4518926264501827,-0.1539414441753369"),
  ]

  @Test(arguments: references)
  func valuesAreRight(_ formula: String, _ row: String) throws {
    let fields = row.split(separator: ",")
    let order = fields.count - 2
    let result = try actplot.run("eval", formula, "--at", "\(fields[0])", "--order", "\(order)")
    let names = ["x", "value"] + (0..<order).map { "d\($0 + 1)" }
    #expect(result.text == "\(names.joined(separator: ","))\n\(row)\n")
  }

  @Test func digitsRoundTrip() throws {
    let points = (1...2000).map { Double(bitPattern: $0 &* 0x9E37_79B9_7F4A_7C15) }
      .filter(\.isFinite)
    try Data(points.map { "\($0)\n" }.joined().utf8)
      .write(to: actplot.folder.appending(path: "points"))
    let output = try actplot.shell("actplot eval mish --order 2 < points").text
    let samples = try Formula("mish").samples(at: points, order: 2)
    for (index, row) in rows(output).enumerated() {
      let expected = [points[index]] + samples.derivatives.map { $0[index] }
      #expect(row.map(\.bitPattern) == expected.map(\.bitPattern))
    }
    #expect(rows(output).count == points.count)
  }

  @Test func limitsAndZerosAndNaN() throws {
    let text = try actplot.run("eval", "gelu", "--at", "inf,-inf,nan", "--at=-0", "--order=1").text
    #expect(text == "x,value,d1\ninf,inf,1.0\n-inf,0.0,0.0\nnan,nan,nan\n-0.0,-0.0,0.5\n")
  }

  @Test func conventionsOfFrameworks() throws {
    func value(_ arguments: String...) throws -> Double? {
      rows(try actplot.run(["eval"] + arguments).text).first?.last
    }
    #expect(try value("leaky_relu", "--at=-1") == -0.01)
    #expect(try value("leaky_relu", "--at=-1", "--convention", "keras") == -0.2)
    #expect(try value("hardtanh", "--at", "1", "--order", "1") == 0)
    #expect(try value("hardtanh", "--at", "1", "--order", "1", "--convention", "jax") == 1)
    let jax = try value("gelu", "--at", "1", "--convention", "jax")
    #expect(try jax == value("gelu_tanh", "--at", "1") && jax != value("gelu", "--at", "1"))
  }

  @Test func parametersAndConstants() throws {
    let family = try actplot.run("eval", "swish", "--set", "beta=0.5, 1,2", "--at", "1,-1")
    let header = "x,\"swish, beta = 0.5\",\"swish, beta = 1\",\"swish, beta = 2\"\n"
    #expect(family.text.hasPrefix(header))
    #expect(rows(family.text).map(\.count) == [4, 4])
    let both = try actplot.run(
      "eval", "relu", "elu", "--set", "alpha=2,3", "--at=-1", "--format", "tsv")
    #expect(both.text.hasPrefix("x\trelu\telu, alpha = 2\telu, alpha = 3\n-1.0\t0.0\t-1.264"))
    let grid = try actplot.run(
      "eval", "selu", "--set", "scale=1,2", "--set", "alpha=3,4", "--at", "0")
    #expect(grid.text.contains("\"selu, alpha = 4, scale = 1\",\"selu, alpha = 3, scale = 2\""))
    let named = try actplot.run("eval", "x * a + b", "--let", "a=-2", "--let", "b=0.5", "--at", "3")
    #expect(rows(named.text) == [[3, -5.5]])
  }

  @Test func derivativesByAParameter() throws {
    for arguments in [
      ["elu", "--set", "alpha=2", "--wrt", "alpha"],
      ["elu(x, alpha: a)", "--let", "a=2", "--wrt", "a"],
    ] {
      let text = try actplot.run(["eval", "--order", "2", "--at=-1"] + arguments).text
      #expect(rows(text) == [[-1, -1.2642411176571153, -0.6321205588285577, 0]])
    }
  }

  // MARK: Tables

  @Test func rangesLeaveTheirEndOut() throws {
    let result = try actplot.run("eval", "relu", "--range", "-1:1:0.5")
    #expect(rows(result.text) == [[-1, 0], [-0.5, 0], [0, 0], [0.5, 0.5]])
    let long = try actplot.run("eval", "x", "--range", "0:10000:1", "--format", "tsv").text
    #expect(rows(long, separator: "\t").map { $0[1] } == (0..<10000).map(Double.init))
  }

  @Test func fieldsAreQuotedWhereTheyMustBe() throws {
    let result = try actplot.run("eval", "relu", "max(x,\n0)", "--order", "1", "--at", "1")
    #expect(result.text == "x,relu,relu d1,\"max(x, 0)\",\"max(x, 0) d1\"\n1.0,1.0,1.0,1.0,1.0\n")
  }

  @Test func jsonOfOneFunction() throws {
    let result = try actplot.run(
      "eval", "gelu", "--at", "1,inf,-inf,nan", "--order", "1", "--format", "json")
    #expect(result.text.split(separator: "\n").count == 5)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
    #expect(rows.map { $0["x"] as? Double } == [1, nil, nil, nil])
    #expect(rows.map { $0["x"] as? String } == [nil, "inf", "-inf", "nan"])
    #expect(rows[0]["value"] as? Double == 0.8413447460685429)
    #expect(rows[1]["d1"] as? Double == 1 && rows[3]["value"] as? String == "nan")
  }

  @Test func jsonOfSeveralFunctionsAndOfNone() throws {
    let result = try actplot.shell(
      "printf '1\\n2' | actplot eval relu 'max(x, 0)' --order 1 --format json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]])
    let functions = try #require(rows[1]["functions"] as? [String: [String: Double]])
    #expect(functions == ["relu": ["value": 2, "d1": 1], "max(x, 0)": ["value": 2, "d1": 1]])
    #expect(try actplot.run("eval", "relu", "--format", "json").text == "[]\n")
    #expect(try actplot.run("eval", "relu").text == "x,value\n")
  }

  /// Words behind the command, and the row for 1.
  static let negative: [([String], String)] = [
    (["-x"], "1.0,-1.0"), (["-2 * a * x", "--let", "a=1"], "1.0,-2.0"),
    (["-b*x", "--let", "b=3"], "1.0,-3.0"), (["-0.5 * h * h", "--let", "h=2"], "1.0,-2.0"),
    (["-3"], "1.0,-3.0"),
  ]

  @Test(arguments: negative)
  func aFormulaMayBeginWithAMinus(_ words: [String], _ row: String) throws {
    let result = try actplot.run(["eval"] + words + ["--at", "1"])
    #expect(result.text == "x,value\n\(row)\n", "\(result.error)")
    let range = try actplot.run("eval", "x", "--range", "-1:1:1")
    #expect(range.text == "x,value\n-1.0,-1.0\n0.0,0.0\n")
    #expect(try actplot.run("info", "-b*x", "--let", "b=1").status == 0)
  }

  @Test func aFormulaThatBeginsWithAMinus() throws {
    #expect(try actplot.run("eval", "--at", "1", "--", "-x").text == "x,value\n1.0,-1.0\n")
  }

  @Test func functionsThatAreTheSameEverywhere() throws {
    #expect(try actplot.run("eval", "0.5", "--at", "1").text == "x,value\n1.0,0.5\n")
    #expect(try actplot.run("eval", "2", "1e3", "--at", "1").text == "x,2,1000\n1.0,2.0,1000.0\n")
    #expect(try actplot.run("eval", "x", "(2)", "--at", "1").text == "x,x,2\n1.0,1.0,2.0\n")
  }

  // MARK: Standard input

  @Test func pointsFromStandardInput() throws {
    let result = try actplot.shell(
      "printf '\\357\\273\\2771\\r\\n\\n  -2e1 \\n\\t\\ninf\\n0.5' | actplot eval relu")
    #expect(result.text == "x,value\n1.0,1.0\n-20.0,0.0\ninf,inf\n0.5,0.5\n")
    #expect(result.status == 0 && result.error.isEmpty)
  }

  @Test func manyRowsStream() throws {
    let result = try actplot.shell(
      "seq 200000 | actplot eval relu --order 1 | sed -n '1p;2p;$p;$='")
    #expect(result.text == "x,value,d1\n1.0,1.0,1.0\n200000.0,200000.0,1.0\n200001\n")
    #expect(result.error.isEmpty)
  }

  @Test func rowsComeAsSoonAsTheirPoints() throws {
    let result = try actplot.shell(
      """
      mkfifo in
      actplot eval relu < in > out &
      exec 3> in
      echo 7 >&3
      for i in $(seq 200); do grep -q '^7.0' out && break; sleep 0.05; done
      cat out
      exec 3>&-
      wait
      """)
    #expect(result.text == "x,value\n7.0,7.0\n")
  }

  /// What is piped in, what comes out before the error, and words of the error.
  static let wrongInput: [(String, String, [String])] = [
    (
      "printf '1\\n\\n2\\nthree\\n4\\n'", "1.0,1.0\n2.0,2.0\n", ["Line 4", "“three”", "one number"]
    ),
    ("printf '1,2\\n'", "", ["Line 1", "“1,2”"]),
    ("printf '1\\n1e999\\n'", "1.0,1.0\n", ["Line 2", "“1e999”", "largest"]),
    ("printf '\\377\\376\\n'", "", ["Line 1", "“\u{FFFD}\u{FFFD}”"]),
    ("printf '3\\n\\033[2J\\n'", "3.0,3.0\n", ["Line 2", "“\u{FFFD}[2J”"]),
    ("(echo 5; head -c 2000000 /dev/zero | tr '\\0' '1')", "5.0,5.0\n", ["Line 2", "longer than"]),
    ("head -c 2000000 /dev/zero", "", ["Line 1", "longer than"]),
    ("head -c 3000 /dev/zero | tr '\\0' 'a'", "", ["Line 1", "aaa…”"]),
  ]

  @Test(arguments: wrongInput)
  func aLineThatIsNoNumber(_ input: String, _ output: String, _ words: [String]) throws {
    let result = try actplot.shell("\(input) | actplot eval relu")
    #expect(result.status == 1)
    #expect(result.text == "x,value\n" + output)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
    #expect(result.error.hasPrefix("Error: ") && result.error.hasSuffix(".\n"))
    #expect(result.error.count < 300)
  }

  @Test func standardInputThatCannotBeRead() throws {
    for (input, reason) in [("<&-", "Bad file descriptor"), ("< /", "Is a directory")] {
      let result = try actplot.shell("actplot eval relu \(input)")
      #expect(result.status == 1)
      #expect(result.error.contains("standard input: \(reason)") && result.error.contains("--at"))
    }
  }

  @Test func aTerminalIsNotWaitedFor() throws {
    var near: Int32 = -1, far: Int32 = -1
    try #require(openpty(&near, &far, nil, nil, nil) == 0)
    defer {
      close(near)
      close(far)
    }
    let path = try #require(ttyname(far).map { String(cString: $0) })
    let result = try actplot.shell("actplot eval gelu < \(path)")
    #expect(result.status == 64 && result.output.isEmpty)
    for word in ["no points", "--at", "--range", "one a line"] {
      #expect(result.error.contains(word), "\(result.error)")
    }
  }

  @Test func aReaderThatStopsIsNoError() throws {
    for start in ["", "trap '' PIPE; "] {
      let clock = ContinuousClock.now
      let result = try actplot.shell("\(start)actplot eval gelu --range 0:9000000:1 | head -n 1")
      #expect(result.text == "x,value\n" && result.error.isEmpty)
      #expect(clock.duration(to: .now) < .seconds(10))
    }
  }

  // MARK: Wrong usage

  static let wrongUsage: [([String], [String])] = [
    ([], ["formula"]),
    (["sigmod", "--at", "1"], ["“sigmod”", "Did you mean “sigmoid”", "actplot list"]),
    (["x +* 2", "--at", "1"], ["Column 4", "\n  x +* 2\n     ^\n", "expected"]),
    (["sigmiod(x)", "--at", "1"], ["did you mean “sigmoid”?"]),
    (["", "--at", "1"], ["“” is no formula", "gelu"]),
    (["gelu", "gelu", "--at", "1"], ["“gelu” is given twice"]),
    (["gelu", "--at", ""], ["--at", "“”"]),
    (["gelu", "--at", "1", "2", "3"], ["“2”", "--at -1,0,1.5", "(2)"]),
    (["gelu", "--at", "1,,2"], ["--at", "“” is not a number", "-1,0,1.5"]),
    (["gelu", "--at", "1,b"], ["--at", "“b” is not a number"]),
    (["gelu", "--at", "1e999"], ["--at", "“1e999”", "1.8e308"]),
    (["gelu", "--at", "1", "--range", "0:1"], ["--at", "--range", "leave one"]),
    (["gelu", "--range", "0"], ["--range", "“0”", "A:B"]),
    (["gelu", "--range", "0:1:1e-9"], ["10000000"]),
    (["gelu", "--order", "21", "--at", "1"], ["--order", "21", "20"]),
    (["gelu", "--order", "-1", "--at", "1"], ["--order", "-1"]),
    (["gelu", "--order", "two", "--at", "1"], ["--order", "“two”"]),
    (["gelu", "--format", "xml", "--at", "1"], ["--format", "“xml”", "csv"]),
    (
      ["gelu", "--convention", "pytorch", "--at", "1"], ["--convention", "“pytorch”", "torch, jax"]
    ),
    (["celu", "--set", "alpha=1,0", "--at", "1"], ["--set", "alpha of celu", "other than 0"]),
    (["relu", "elu", "--set", "alpa=1", "--at", "1"], ["Did you mean “alpha”?"]),
    (["elu", "--set", "alpha=1", "--set", "alpha=2", "--at", "1"], ["“alpha” is set twice"]),
    (["elu", "--set", "alpha=1,1", "--at", "1"], ["“elu, alpha = 1” is given twice"]),
    (["elu", "--wrt", "beta", "--at", "1"], ["--wrt", "“beta”", "alpha"]),
    (["elu", "relu", "--wrt", "alpha", "--at", "1"], ["--wrt", "“relu” has no parameter"]),
  ]

  @Test(arguments: wrongUsage)
  func wrongUsageExitsWith64(_ arguments: [String], _ words: [String]) throws {
    let result = try actplot.run(["eval"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
  }

  @Test func familiesAreBounded() throws {
    let long = (1...501).map { "\($0)" }.joined(separator: ",")
    let some = (1...23).map { "\($0)" }.joined(separator: ",")
    for sets in [
      ["--set", "scale=\(long)"], ["--set", "alpha=\(some)", "--set", "scale=\(some)"],
    ] {
      let result = try actplot.run(["eval", "selu", "--at", "1"] + sets)
      #expect(result.status == 64 && result.error.contains("more than 500"))
    }
  }

  @Test func aFullDiskBehindStandardOutput() throws {
    for command in ["eval gelu --at 1", "info gelu", "list --json"] {
      let result = try actplot.shell("actplot \(command) > /dev/full")
      #expect(result.status == 1)
      #expect(result.error.contains("standard output: No space left"))
    }
  }

  @Test func helpShowsExamples() throws {
    let help = try actplot.run("eval", "--help").text
    for word in ["EXAMPLES", "--at", "--set", "--wrt", "--convention", "--let", "\"functions\""] {
      #expect(help.contains(word))
    }
  }
}
