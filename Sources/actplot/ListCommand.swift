import Activations
import ArgumentParser
import Figures
import Files
import Wording

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists every activation that can be named.",
    discussion: """
      The table goes by family, after the seven of the textbook chapter. 'actplot info NAME' tells \
      all that is known of one.

      EXAMPLES:
        actplot list
        actplot list --family gelu
        actplot list --json > activations.json
        for name in $(actplot list --names); do actplot "$name" --grad; done
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("List only this family, such as elu or sigmoid.", valueName: "NAME"))
  var family: String?

  @Flag(help: "Print an array of objects: definitions, parameters, names in frameworks, sources.")
  var json = false

  @Flag(help: "Print the names alone, one a line.")
  var names = false

  func validate() throws {
    guard !json || !names else {
      throw ValidationError("--json and --names contradict each other; leave one of them out.")
    }
    _ = try activations()
  }

  func run() throws {
    let activations = try activations()
    let text =
      if json {
        "[\n\(activations.map { "  \($0.json.line)" }.joined(separator: ",\n"))\n]\n"
      } else if names {
        activations.map { "\($0.name)\n" }.joined()
      } else {
        try tables().map(\.text).joined(separator: "\n")
      }
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
  }

  /// Those that are listed, in the catalogue's order.
  private func activations() throws -> [Activation] {
    guard let family else { return Activation.catalog }
    let choice = try asUsage("family") { try oneOf(Activation.Family.self, family) }
    return Activation.catalog.filter { $0.family == choice }
  }

  /// Rows with a heading, or with none if they are all there is.
  private struct Table {
    let heading: String?
    let rows: [Activation]

    var text: String {
      let width = rows.map(\.name.count).max() ?? 0
      let indent = heading == nil ? "" : "  "
      return (heading.map { "\($0)\n" } ?? "")
        + rows.map { "\(indent)\($0.name.padded(to: width))  \($0.summary)\n" }.joined()
    }
  }

  private func tables() throws -> [Table] {
    let activations = try activations()
    guard family == nil else { return [Table(heading: nil, rows: activations)] }
    let others = activations.dropFirst(Activation.chapter.count)
    let families = Activation.Family.allCases.map { family in
      Table(heading: family.rawValue, rows: others.filter { $0.family == family })
    }
    return [Table(heading: "the chapter's own", rows: Activation.chapter)]
      + families.filter { !$0.rows.isEmpty }
  }
}
