import Activations
import Foundation
import Testing

@Suite struct ListCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  @Test func theTableGoesByFamilyAfterTheChapter() throws {
    let result = try actplot.run("list")
    #expect(result.status == 0 && result.error.isEmpty)
    let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 100 })
    let rows = lines.filter { $0.hasPrefix("  ") }.map { $0.split(separator: " ")[0] }
    #expect(rows.map(String.init) == Activation.catalog.map(\.name))
    let headings = lines.filter { !$0.isEmpty && !$0.hasPrefix(" ") }.map(String.init)
    let families = Activation.Family.allCases.map(\.rawValue)
    #expect(headings.count > 10 && headings[0].contains("chapter"))
    #expect(Array(headings.dropFirst()) == families.filter { headings.contains($0) })
    #expect(rows.prefix(7) == ["relu", "prelu", "sigmoid", "tanh", "gelu", "swish", "binary_step"])
  }

  @Test(arguments: Activation.Family.allCases)
  func oneFamily(_ family: Activation.Family) throws {
    let result = try actplot.run("list", "--family", family.rawValue)
    let expected = Activation.catalog.filter { $0.family == family }
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == expected.count && !lines.isEmpty)
    for (line, activation) in zip(lines, expected) {
      #expect(line.hasPrefix("\(activation.name) ") && line.hasSuffix("  \(activation.summary)"))
    }
  }

  @Test func namesForLoopsOfTheShell() throws {
    let names = try actplot.run("list", "--names").text
    #expect(names == Activation.catalog.map { "\($0.name)\n" }.joined())
    let shifted = try actplot.run("list", "--names", "--family", "shrink").text
    #expect(shifted == "hardshrink\nsoftshrink\ntanhshrink\n")
  }

  @Test func jsonHasEveryRow() throws {
    let output = try actplot.run("list", "--json").output
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(output)) as? [[String: Any]])
    #expect(rows.count == Activation.catalog.count)
    for (row, activation) in zip(rows, Activation.catalog) {
      #expect(row["name"] as? String == activation.name)
      #expect(row["family"] as? String == activation.family.rawValue)
      #expect(row["definition"] as? String == activation.definition)
      #expect(row["summary"] as? String == activation.summary)
      #expect(row["source"] as? String == activation.source)
      #expect(row["year"] as? Int == activation.year)
      let names = try #require(row["names"] as? [String: [String]])
      #expect(names.count == activation.names.count)
      for (framework, own) in activation.names { #expect(names[framework.rawValue] == own) }
      let parameters = try #require(row["parameters"] as? [[String: Any]])
      #expect(parameters.compactMap { $0["name"] as? String } == activation.parameters.map(\.name))
      #expect(parameters.allSatisfy { $0["default"] is Double && $0["meaning"] is String })
    }
  }

  @Test func jsonHasNumbersForDefaults() throws {
    let output = try actplot.run("list", "--json", "--family", "relu").output
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(output)) as? [[String: Any]])
    let rrelu = try #require(rows.first { $0["name"] as? String == "rrelu" })
    let parameters = try #require(rrelu["parameters"] as? [[String: Any]])
    let defaults: [Double?] = parameters.map { $0["default"] as? Double }
    #expect(defaults == [0.125, 1.0 / 3])
    let leaky = try #require(rows.first { $0["name"] as? String == "leaky_relu" })
    let inFrameworks = try #require(leaky["defaults"] as? [String: [String: Double]])
    #expect(inFrameworks["keras"] == ["negative_slope": 0.2])
  }

  static let wrongUsage: [([String], [String])] = [
    (["--family", "rlu"], ["--family", "“rlu”", "relu"]),
    (["--family", ""], ["--family"]),
    (["--json", "--names"], ["--json", "--names", "leave one"]),
    (["relu"], ["relu"]),
  ]

  @Test(arguments: wrongUsage)
  func wrongUsageExitsWith64(_ arguments: [String], _ words: [String]) throws {
    let result = try actplot.run(["list"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
  }

  @Test func helpShowsExamples() throws {
    let help = try actplot.run("list", "--help").text
    for word in ["EXAMPLES", "--family", "--json", "--names"] { #expect(help.contains(word)) }
  }

  @Test func aReaderThatStopsIsNoError() throws {
    for start in ["", "trap '' PIPE; "] {
      let result = try actplot.shell("\(start)actplot list --json | head -n 1")
      #expect(result.text == "[\n" && result.error.isEmpty)
    }
  }
}
