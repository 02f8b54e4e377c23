import Activations
import ArgumentParser
import Figures

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists every activation that can be named.")

  func run() throws {
    let width = Activation.catalog.map(\.name.count).max() ?? 0
    let lines = Activation.catalog.map { activation in
      let padding = String(repeating: " ", count: width - activation.name.count + 2)
      return "\(activation.name)\(padding)\(activation.summary)\n"
    }
    try writeToStandardOutput(Array(lines.joined().utf8))
  }
}
