package import Activations
package import Files

extension Activation {
  /// The row as `list --json` shows it.
  package var json: JSONText {
    .object([
      ("name", .text(name)),
      ("family", .text(family.rawValue)),
      ("definition", .text(definition)),
      ("latex", .text(latex)),
      ("mathml", .text(mathML)),
      ("summary", .text(summary)),
      ("parameters", .array(parameters.map { json(of: $0) })),
      ("names", namesJSON),
      ("defaults", defaultsJSON),
      ("meanings", meaningsJSON),
      ("year", year.map { .integer($0) } ?? .null),
      ("source", .text(source)),
    ])
  }

  /// What each framework calls it.
  var namesJSON: JSONText {
    .byFramework(names.mapValues { .array($0.map { .text($0) }) })
  }

  /// The defaults of the frameworks that differ.
  var defaultsJSON: JSONText {
    let frameworks = defaults.map { framework, texts in
      let values = defaultValues(in: framework).filter { texts[$0.name] != nil }
      return (framework, JSONText.object(values.map { ($0.name, .number($0.value)) }))
    }
    return .byFramework(Dictionary(uniqueKeysWithValues: frameworks))
  }

  /// The activations that frameworks mean by its name, where that is another.
  var meaningsJSON: JSONText { .byFramework(meanings.mapValues { .text($0) }) }

  /// A parameter with its usual default.
  func json(of parameter: Parameter) -> JSONText {
    let value = defaultValues(in: .torch).first { $0.name == parameter.name }?.value
    return .object([
      ("name", .text(parameter.name)),
      ("default", value.map { .number($0) } ?? .null),
      ("domain", .text(parameter.domain.description)),
      ("meaning", .text(parameter.meaning)),
      ("names", .byFramework(parameter.names.mapValues { .text($0) })),
    ])
  }

  /// The parameters with their defaults in a framework, as numbers.
  func defaultValues(in framework: Framework) -> [(name: String, value: Double)] {
    guard meanings[framework] == nil else { return [] }
    return (try? Formula(name, convention: framework))?.openParameters ?? []
  }
}

extension JSONText {
  /// An object with a member for each framework, in the usual order.
  static func byFramework(_ values: [Framework: JSONText]) -> JSONText {
    .object(
      Framework.allCases.compactMap { framework in
        values[framework].map { (framework.rawValue, $0) }
      })
  }
}
