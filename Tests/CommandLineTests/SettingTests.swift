import Figures
import Foundation
import Testing

/// The table of settings and the options of the command line are the same.
@Suite struct SettingTests {
  /// What is the command's own business.
  private static let ownOptions: Set<String> = ["output", "output-dir", "quiet", "help", "version"]

  private struct Tool: Decodable {
    let command: Command

    struct Command: Decodable {
      let subcommands: [Command]?
      let commandName: String
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      let kind: String
      let names: [Name]?
      let valueName: String?
      let abstract: String?

      struct Name: Decodable {
        let kind: String
        let name: String
      }
    }
  }

  @Test(arguments: ["plot", "sheet"])
  func everySettingIsAnOptionAndTheOtherWayRound(_ name: String) throws {
    let dump = try Actplot().run("--experimental-dump-help")
    let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.output))
    let command = try #require(tool.command.subcommands?.first { $0.commandName == name })
    var helps: [String: String] = ["functions": ""]
    for argument in command.arguments ?? [] where argument.kind != "positional" {
      let long = argument.names?.filter { $0.kind == "long" }.map(\.name) ?? []
      for option in long { helps[option] = argument.abstract ?? "" }
    }
    let options = Set(helps.keys).subtracting(Self.ownOptions).subtracting(["orders"])
    #expect(options == Set(Setting.all.map(\.name)))
    for setting in Setting.all where setting.name != "functions" {
      #expect(helps[setting.name] == setting.help, "\(setting.name)")
    }
  }

  @Test func curvesHaveTheNamesThatTheyAreGiven() throws {
    let actplot = try Actplot()
    let named = ["sigmoid", "--with-grad", "-o", "f.svg", "--label", "squashed"]
    let both = try actplot.run(named + ["--label", "its slope"])
    #expect(both.status == 0, "\(both.error)")
    let one = try actplot.run(named)
    #expect(one.status == 64 && one.error.contains("There are 2 curves, and words for 1"))
    for rest in [["relu"], ["relu", "gelu", "--layout", "row", "--label", "b"]] {
      let result = try actplot.run(rest + ["--label", "a", "-o", "f.svg"])
      #expect(result.status == 64)
      #expect(result.error.contains("Only the curves of a panel that has several"))
    }
  }

  @Test func definedFunctionsHaveTheirNames() throws {
    let actplot = try Actplot()
    let definition = "bump(x, w=1) = exp(-(x / w)^2)"
    let result = try actplot.run(
      "bump", "--define", definition, "--set", "w=1,2", "-o", "f.svg")
    #expect(result.status == 0, "\(result.error)")
    let svg = String(decoding: try actplot.bytes("f.svg"), as: UTF8.self)
    #expect(svg.contains("bump, w = 2"))
    let values = try actplot.run(
      "eval", "bump(x, w: 2)", "--define", definition, "--at", "0,2", "--order", "1")
    #expect(values.text.contains("0.36787944117144233"))
    let wrong = try actplot.run("bump", "--define", "relu(x) = x")
    #expect(wrong.status == 64 && wrong.error.contains("--define: “relu” has a meaning"))
  }

  @Test func sheetsShowFamilies() throws {
    let actplot = try Actplot()
    let result = try actplot.run("sheet", "--family", "sigmoid", "--grad", "--format", "svg")
    #expect(result.text == "output/sigmoid-family-grad.svg\n", "\(result.error)")
    let svg = String(decoding: try actplot.bytes("output/sigmoid-family-grad.svg"), as: UTF8.self)
    #expect(svg.contains("sigmoid") && svg.contains("gompertz"))
    let both = try actplot.run("sheet", "relu", "--family", "linear", "-o", "two.svg")
    #expect(both.status == 0, "\(both.error)")
    let unknown = try actplot.run("sheet", "--family", "sigmoids")
    #expect(unknown.status == 64 && unknown.error.contains("“sigmoids”"))
    #expect(try actplot.run("sheet", "-o", "all.png").status == 0)
  }
}
