import Books
import Figures
import Testing

/// The schema and the reader are of one mind. The examples are JSON, which is YAML too.
@Suite struct SpecSchemaTests {
  let schema: JSONSchema

  init() throws {
    schema = try JSONSchema(SpecSchema.text)
  }

  static let good = [
    #"{"figures": {"relu": null, "gelu": {}, "a": {"functions": ["relu", "2 * x"], "dpi": 300}}}"#,
    #"{"figures": [{"name": "a", "function": "relu", "caption": "c"}, {"functions": "elu"}]}"#,
    #"{"output": "figures", "let": {"k": 0.3}, "define": {"f(x)": "k * x"}, "figures": {"relu": {}}}"#,
    #"{"defaults": {"style": "a"}, "styles": {"a": {"style": ["b"]}, "b": null}, "figures": {"relu": {"style": ["a", "b"]}}}"#,
    #"{"functions": "swish", "set": {"beta": [0.5, 1]}, "orders": [0, 1], "range": "-8:8"}"#,
    #"{"functions": "relu", "text": [[2, 0.5, "steep"], "3,1,flat"], "grad": true, "title": true}"#,
    #"{"functions": "relu", "let": ["a=1", "b=2"], "tangent": [], "title": null, "name": null}"#,
  ]
  static let bad = [
    #"{"figures": {"relu": {"rnage": 1}}}"#, #"{"figures": {"relu": {"grad": "yes"}}}"#,
    #"{"figures": {"relu": {"grad": null}}}"#, #"{"figures": {"relu": {"title": ["a"]}}}"#,
    #"{"figures": {"relu": {"name": "b"}}}"#, #"{"figures": {"relu": "gelu"}}"#,
    #"{"figures": {"": {"functions": "relu"}}}"#, #"{"figures": 3}"#, #"{"figures": null}"#,
    #"{"figures": {"relu": null}, "defaults": {"caption": "c"}}"#,
    #"{"figures": {"relu": null}, "range": 1}"#, #"{"styles": {}}"#, #"{"rnage": 1}"#, "[]", "3",
    #"{"functions": [["relu"]]}"#, #"{"functions": "relu", "order": []}"#,
    #"{"functions": "relu", "hline": [[]]}"#, #"{"functions": "relu", "hline": [null]}"#,
    #"{"functions": "swish", "set": {"beta": null}}"#, #"{"functions": "relu", "size": {"w": 1}}"#,
    #"{"functions": "relu", "style": {"a": 1}}"#, #"{"functions": "relu", "caption": []}"#,
    #"{"functions": "relu", "style": ["a","a","a","a","a","a","a","a","a"]}"#,
    #"{"figures": {"relu": null}, "output": ["a"]}"#, #"{"figures": {"relu": null}, "styles": []}"#,
  ]

  @Test(arguments: good)
  func whatTheReaderTakesTheSchemaAllows(_ text: String) throws {
    #expect(SpecReading(text).messages == [])
    #expect(try schema.allows(text))
  }

  @Test(arguments: bad)
  func whatTheReaderRefusesTheSchemaForbids(_ text: String) throws {
    #expect(!SpecReading(text).problems.isEmpty)
    #expect(try !schema.allows(text))
  }

  /// Values of every form that settings have.
  static let values = [
    "true", "null", "3", #""w""#, "[1, 2]", "[]", #"[["a", 1], "b"]"#, "[[]]", "[null]", "[true]",
    #"{"a": 1}"#, #"{"a": [1, 2]}"#, #"{"a": []}"#, #"{"a": {}}"#, "{}",
  ]

  @Test(arguments: Setting.all.map(\.name), values)
  func ofEverySettingTheyAllowTheSameValues(_ name: String, _ value: String) throws {
    let setting = try #require(Setting.named(name))
    let text = #"{"figures": {"relu": {"\#(name)": \#(value)}}}"#
    let isAllowed = try schema.allows(text)
    // The words of a choice are read when the figure is made.
    if case .choice(let words) = setting.form, ["true", "3", #""w""#].contains(value) {
      #expect(!isAllowed)
      for word in words {
        #expect(try schema.allows(#"{"figures": {"relu": {"\#(name)": "\#(word)"}}}"#))
      }
    } else {
      #expect(isAllowed == SpecReading(text).problems.isEmpty)
    }
  }

  @Test func itNamesEverySettingWithItsHelp() {
    for mapping in ["figure", "unnamed-figure", "style", "defaults"] {
      let properties = schema.definition(mapping)["properties"] as? [String: Any] ?? [:]
      for setting in Setting.all { #expect(properties[setting.name] != nil) }
    }
    for setting in Setting.all {
      let definition = schema.definition("setting-\(setting.name)")
      #expect(definition["description"] as? String == setting.help)
      guard case .choice(let words) = setting.form else { continue }
      #expect((definition["enum"] as? [Any])?.compactMap { $0 as? String } == words)
    }
  }
}
