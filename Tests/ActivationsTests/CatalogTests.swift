import Testing

@testable import Activations

@Suite("The catalogue")
struct CatalogTests {
  @Test("Every row is complete and its formula is one", arguments: Activation.catalog)
  func row(activation: Activation) throws {
    _ = try FormulaParser.parse(activation.formula)
    #expect(try Activation(named: activation.name) == activation)
    #expect(activation.name == activation.name.lowercased())
    #expect(!activation.summary.isEmpty && !activation.summary.hasSuffix("."))
    #expect(!activation.source.isEmpty)
  }

  @Test("Names are unique, separators and case apart")
  func names() {
    let keys = Activation.catalog.map { $0.name.lowercased().filter { $0 != "_" && $0 != "-" } }
    #expect(Set(keys).count == keys.count)
    #expect(!keys.isEmpty)
  }

  @Test(
    "Case and separators do not matter",
    arguments: [
      ("ReLU", "relu"), ("re_lu", "relu"), ("RE-LU", "relu"), ("Sigmoid", "sigmoid"),
      ("sig_moid", "sigmoid"), ("TANH", "tanh"), ("-tan_h-", "tanh"),
    ]
  )
  func spellings(given: String, name: String) throws {
    #expect(try Activation(named: given).name == name)
  }

  @Test(
    "A slip of the finger is answered with the name that was meant",
    arguments: [
      ("sigmod", "sigmoid"), ("Sigmiod", "sigmoid"), ("sgmod", "sigmoid"), ("tahn", "tanh"),
      ("tan", "tanh"), ("rleu", "relu"), ("relu6", "relu"),
    ]
  )
  func suggestions(given: String, name: String) {
    let error = #expect(throws: UnknownActivationError.self) { try Activation(named: given) }
    #expect(error?.suggestions.first == name)
    #expect(error?.description.contains("Did you mean “\(name)”?") == true)
    #expect(error?.description.contains("“\(given)”") == true)
  }

  @Test("Two slips in a short name are forgiven where only one name is that near")
  func twoSlips() {
    #expect(UnknownActivationError(name: "thna").suggestions == ["tanh"])
  }

  @Test(
    "Names that resemble none get no suggestion and a short message",
    arguments: ["", "x", "-", "convolution", "🙂", String(repeating: "tanh", count: 250_000)]
  )
  func nonsense(given: String) {
    let error = #expect(throws: UnknownActivationError.self) { try Activation(named: given) }
    #expect(error?.suggestions == [])
    #expect((error?.description.count ?? .max) < 200)
  }
}
