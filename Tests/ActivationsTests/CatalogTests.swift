import Foundation
import Testing
import Wording

@testable import Activations

/// The facts that the catalogue is held to, from Fixtures/catalog-reference.json.
struct CatalogReference: Decodable {
  struct Row: Decodable {
    let name: String
    let family: String
    let year: Int?
    let ref: String
    let parameters: [Parameter]
    /// By framework, as it spells them.
    let aliases: [String: [String]]
    let kinks: [Kink]
    /// At -1, 0 and 1, with the defaults.
    let values: [String: Double]
  }

  struct Parameter: Decodable {
    let name: String
    let `default`: String
  }

  struct Kink: Decodable {
    let at: String
    let value: Double
    let jump: Double
    let slopes: [Slopes]
  }

  /// The one-sided derivatives of an order, and what frameworks return at the kink itself.
  struct Slopes: Decodable {
    let order: Int
    let left: Double
    let right: Double
    let measured: [String: Double]
  }

  let activations: [Row]

  static func load() throws -> CatalogReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/catalog-reference.json")
    return try JSONDecoder().decode(CatalogReference.self, from: Data(contentsOf: file))
  }

  /// Every row with the activation of its name.
  static func pairs() throws -> [(Row, Activation)] {
    let rows = Dictionary(grouping: Activation.catalog, by: \.name)
    return try load().activations.map { row in
      (row, try #require(rows[row.name]?.first, "no row for \(row.name)"))
    }
  }
}

/// A number, or a quotient of two such as `2 / 3`.
private func constant(_ text: String) throws -> Double {
  let numbers = try text.split(separator: "/").map { part in
    try #require(Double(part.trimmingCharacters(in: .whitespaces)), "\(text) is no constant")
  }
  return numbers.dropFirst().reduce(numbers.first ?? .nan, /)
}

/// What a name is looked up by: neither case nor `_` and `-` matter.
private func key(_ name: String) -> String {
  name.lowercased().filter { $0 != "_" && $0 != "-" }
}

/// The activations that a formula calls and the parameters that it names.
private func mentions(
  in expression: Activations.Expression
) -> (activations: Set<String>, parameters: Set<String>) {
  func join(
    _ parts: [Activations.Expression]
  ) -> (activations: Set<String>, parameters: Set<String>) {
    parts.map(mentions).reduce(into: ([], [])) { whole, part in
      whole.activations.formUnion(part.activations)
      whole.parameters.formUnion(part.parameters)
    }
  }
  switch expression {
  case .number, .constant, .variable: return ([], [])
  case .parameter(let name): return ([], [name])
  case .call(_, let operands): return join(operands)
  case .activation(let name, let argument, let given):
    var all = join([argument] + given.map(\.value))
    all.activations.insert(name)
    return all
  }
}

/// Whether a text is a Korean one without a full stop.
private func isKorean(_ text: String) -> Bool {
  text.unicodeScalars.contains { ("가"..."힣").contains($0) } && !text.hasSuffix(".")
}

@Suite("The catalogue")
struct CatalogTests {
  @Test("Every row is complete and its definition is a formula", arguments: Activation.catalog)
  func row(activation: Activation) throws {
    let parameters = Set(activation.parameters.map(\.name))
    let definition = try FormulaParser.parse(activation.definition, parameters: parameters)
    #expect(mentions(in: definition).parameters == parameters)
    #expect(activation.name == activation.name.lowercased())
    #expect(!activation.summary.isEmpty && !activation.summary.hasSuffix("."))
    #expect(activation.summary.count <= 81)
    #expect(isKorean(activation.summaries.ko))
    #expect(activation.year == nil || !activation.source.isEmpty)
    #expect(try Activation(named: activation.name) == activation)
    for names in activation.names.values {
      #expect(!names.isEmpty && Set(names.map(key)).count == names.count)
    }
  }

  @Test("Defaults are what parameters may be", arguments: Activation.catalog)
  func defaults(activation: Activation) throws {
    let known = Dictionary(
      uniqueKeysWithValues: activation.parameters.map { ($0.name, $0.domain) })
    for parameter in activation.parameters {
      // Derivatives have it as a letter, which has to be read back as one.
      #expect(throws: FormulaError.self, "\(parameter.name)") { try Formula(parameter.name) }
      #expect(parameter.domain.contains(try constant(parameter.defaultValue)))
      #expect(!parameter.meaning.isEmpty && !parameter.meaning.hasSuffix("."))
      #expect(isKorean(parameter.meanings.ko))
    }
    for (name, value) in activation.defaults.values.joined() {
      #expect(try known[name]?.contains(constant(value)) == true, "\(name) = \(value)")
    }
    for meaning in activation.meanings.values {
      #expect(try Activation(named: meaning).name == meaning)
      #expect(meaning != activation.name)
    }
  }

  @Test("Kinks are formulas in the parameters", arguments: Activation.catalog)
  func kinks(activation: Activation) throws {
    let parameters = Set(activation.parameters.map(\.name))
    for kink in activation.kinkConventions {
      _ = try FormulaParser.parse(kink.point, parameters: parameters)
      #expect(!kink.point.split { !$0.isLetter && $0 != "_" }.contains("x"))
      #expect(!kink.sides.isEmpty && kink.exceptions.values.allSatisfy { !$0.isEmpty })
      #expect(kink.exceptions.values.allSatisfy { $0 != kink.sides })
    }
  }

  @Test("Names and summaries are unique, separators and case apart")
  func names() {
    let keys = Activation.catalog.map { key($0.name) }
    #expect(Set(keys).count == keys.count)
    #expect(!keys.isEmpty)
    #expect(Set(Activation.catalog.map(\.summary)).count == keys.count)
    #expect(Set(Activation.catalog.map(\.summaries.ko)).count == keys.count)
  }

  @Test("The chapter's own come first, in its order, then the others by family")
  func order() {
    let chapter = ["relu", "prelu", "sigmoid", "tanh", "gelu", "swish", "binary_step"]
    #expect(Activation.catalog.prefix(chapter.count).map(\.name) == chapter)
    let families = Activation.catalog.dropFirst(chapter.count).map(\.family)
    let order = families.compactMap { Activation.Family.allCases.firstIndex(of: $0) }
    #expect(order == order.sorted())
  }

  @Test("No definition comes back to itself")
  func definitionsEnd() throws {
    var calls: [String: Set<String>] = [:]
    for activation in Activation.catalog {
      let parameters = Set(activation.parameters.map(\.name))
      let definition = try FormulaParser.parse(activation.definition, parameters: parameters)
      calls[activation.name] = mentions(in: definition).activations
    }
    // What calls only what is settled is settled too; what never becomes so is on a circle.
    var settled: Set<String> = []
    while let next = calls.first(where: {
      !settled.contains($0.key) && $0.value.isSubset(of: settled)
    }) {
      settled.insert(next.key)
    }
    #expect(Set(calls.keys).subtracting(settled) == [])
  }
}

extension KinkConvention {
  /// The choice for a derivative of that order, from 1: the last one holds for all higher orders.
  fileprivate func side(order: Int, in framework: Framework) -> Side {
    let sides = sides(in: framework)
    return sides[min(order, sides.count) - 1]
  }
}

@Suite("The catalogue against its reference")
struct CatalogReferenceTests {
  @Test("Both have the same rows, parameters, families and years")
  func facts() throws {
    let reference = try CatalogReference.load()
    #expect(Set(reference.activations.map(\.name)) == Set(Activation.catalog.map(\.name)))
    for (row, activation) in try CatalogReference.pairs() {
      #expect(activation.family.rawValue == row.family, "\(row.name)")
      #expect(activation.year == row.year, "\(row.name)")
      #expect(activation.parameters.map(\.name) == row.parameters.map(\.name), "\(row.name)")
      for (parameter, expected) in zip(activation.parameters, row.parameters) {
        #expect(
          try constant(parameter.defaultValue) == constant(expected.default),
          "\(row.name), \(expected.name)")
      }
    }
  }

  @Test("What frameworks call an activation names it, unless that names one that goes before")
  func aliases() throws {
    for (row, activation) in try CatalogReference.pairs() {
      for (framework, names) in row.aliases {
        let known = try activation.names[#require(Framework(rawValue: framework))] ?? []
        for name in names {
          #expect(known.contains(name), "\(name) of \(framework) for \(row.name)")
          let found = try Activation(named: name)
          let isFirst = Activation.catalog.first { row in
            row == activation || row.names.values.joined().contains { key($0) == key(name) }
          }
          #expect(key(found.name) == key(name) || found == isFirst, "\(name) for \(row.name)")
        }
      }
    }
  }

  @Test("At kinks, derivatives are what the frameworks return")
  func kinkConventions() throws {
    for (row, activation) in try CatalogReference.pairs() {
      let points = activation.kinkConventions.map { $0.point.filter { $0 != " " } }
      #expect(points == row.kinks.map(\.at), "\(row.name)")
      for (convention, kink) in zip(activation.kinkConventions, row.kinks) {
        for slopes in kink.slopes {
          for (name, measured) in slopes.measured {
            let framework = try #require(Framework(rawValue: name))
            let weight = convention.side(order: slopes.order, in: framework).weightOfRight
            let taken = slopes.left * (1 - weight) + slopes.right * weight
            #expect(
              abs(taken - measured) <= 1e-10 * max(1, abs(measured)),
              "\(row.name) at \(kink.at), order \(slopes.order), \(name)")
          }
        }
      }
    }
  }

  @Test(
    "ELU's first derivative at 0 is alpha or 1",
    arguments: [
      (Framework.torch, Side.left), (.jax, .left), (.keras, .left), (.onnx, .left), (.tf, .right),
      (.nnlib, .right),
    ])
  func elu(framework: Framework, side: Side) throws {
    // With the default alpha both are 1, so the reference's numbers do not tell them apart.
    let kink = try #require(Activation(named: "elu").kinkConventions.first)
    #expect(kink.side(order: 1, in: framework) == side)
  }
}
