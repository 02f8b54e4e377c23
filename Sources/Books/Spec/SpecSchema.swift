internal import Figures
internal import Files

/// The form of spec files as a JSON Schema (draft 2020-12), from which editors complete and check
/// them. It follows from the table of settings.
package enum SpecSchema {
  /// The schema, with a line for each of its members.
  package static let text = schema.text() + "\n"

  private typealias Member = (name: String, value: JSONText)

  private static let schema = JSONText.object([
    ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
    ("title", .text("Figures for actplot batch")),
    ("description", .text("A file of figures, or a single figure.")),
    // A choice by what is there, so that editors complain of the one that is meant.
    ("if", .object([("anyOf", .array(SpecHeader.fileKeys.map { required($0) }))])),
    ("then", reference("file")),
    ("else", reference("unnamed-figure")),
    ("$defs", .object(definitions)),
  ])

  private static let definitions: [Member] = {
    let mappings: [Member] = [
      ("file", file),
      (
        "figure",
        mapping(of: .figure, "A figure; its name is the function if nothing else is said.")
      ),
      ("unnamed-figure", mapping(of: .unnamedFigure, "A figure.")),
      ("style", mapping(of: .style, "Settings that figures and other styles inherit.")),
      ("defaults", mapping(of: .defaults, "Settings that every figure inherits.")),
      // Its text is taken as it is written.
      ("value", .object([("type", types(["string", "number", "boolean"]))])),
    ]
    return mappings + Setting.all.map { (key(of: $0.name), schema(of: $0)) }
  }()

  private static let file: JSONText = {
    let output: [Member] = [
      ("description", .text("The folder for the figures, relative to this file.")),
      ("type", types(["string", "null"])),
    ]
    let styles: [Member] = [
      ("description", .text("Settings by the name of the style that they make.")),
      ("type", types(["object", "null"])), ("additionalProperties", reference("style")),
    ]
    let properties: [Member] = [
      ("output", .object(output)), ("defaults", reference("defaults")),
      ("define", reference(key(of: "define"))), ("let", reference(key(of: "let"))),
      ("styles", .object(styles)), ("figures", figures),
    ]
    return .object([
      ("description", .text("Figures, with what they have in common.")),
      ("type", .text("object")), ("properties", .object(properties)),
      ("required", .array([.text("figures")])), ("additionalProperties", .flag(false)),
    ])
  }()

  private static let figures: JSONText = {
    let byName: [Member] = [
      ("type", .text("object")), ("propertyNames", .object([("minLength", .integer(1))])),
      ("additionalProperties", reference("figure")),
    ]
    let listed = list(of: reference("unnamed-figure"), from: 0)
    return .object([
      ("description", .text("Figures by name, or a list of them.")),
      any([.object(byName), listed]),
    ])
  }()

  /// A mapping of settings and the other keys that it can have.
  private static func mapping(of kind: SpecEntry.Kind, _ description: String) -> JSONText {
    var properties: [Member] = Setting.all.map { ($0.name, reference(key(of: $0.name))) }
    properties += SpecEntry.spellings.sorted { $0.key < $1.key }.map { spelling, name in
      (spelling, reference(key(of: name)))
    }
    properties += kind.keys.map { ($0, schema(ofKey: $0)) }
    return .object([
      ("description", .text(description)),
      ("type", types(kind == .unnamedFigure ? ["object"] : ["object", "null"])),
      ("properties", .object(properties)), ("additionalProperties", .flag(false)),
    ])
  }

  private static func schema(ofKey key: String) -> JSONText {
    let description =
      switch key {
      case "style": "The style that it inherits from, or several, the later before the earlier."
      case "caption": "The words below the figure."
      default: "What the files of the figure are called, without extension."
      }
    let styles = list(of: value, from: 0, to: SpecEntry.maximumStyles)
    let form = key == "style" ? any([value, styles, null]) : any([value, null])
    return .object([("description", .text(description)), form])
  }

  private static func schema(of setting: Setting) -> JSONText {
    .object([("description", .text(setting.help)), form(of: setting)])
  }

  /// What the values of a setting look like; all but flags can be null, which takes away what is
  /// inherited.
  private static func form(of setting: Setting) -> Member {
    let values = JSONText.object([any([value, list(of: value, from: 1)])])
    switch setting.form {
    case .flag: return ("type", .text("boolean"))
    case .choice(let words): return ("enum", .array(words.map { .text($0) } + [.null]))
    case .text, .number, .value: return any([value, null])
    case .joined: return any([values, null])
    case .functions:
      let one = JSONText.object([any([value, function])])
      return any([one, list(of: one, from: 0), null])
    case .several(let separator):
      let rows = JSONText.object([
        any([value, list(of: JSONText.object([any([value, list(of: value, from: 1)])]), from: 1)])
      ])
      let part = separator.isEmpty ? value : separator == ";" ? rows : values
      return any([value, list(of: part, from: 0), null])
    case .assignments:
      let byName = JSONText.object([("type", .text("object")), ("additionalProperties", values)])
      return any([byName, value, list(of: value, from: 0), null])
    }
  }

  /// A function with what its curve is called and how it is drawn.
  private static let function = JSONText.object([
    ("type", .text("object")),
    ("properties", .object(FunctionList.keys.map { ($0, value) })),
    ("required", .array([.text("function")])), ("additionalProperties", .flag(false)),
  ])
  private static let value = reference("value")
  private static let null = JSONText.object([("type", .text("null"))])

  private static func any(_ forms: [JSONText]) -> Member { ("anyOf", .array(forms)) }

  private static func list(
    of elements: JSONText, from least: Int, to most: Int? = nil
  ) -> JSONText {
    var members: [Member] = [("type", .text("array")), ("items", elements)]
    if least > 0 { members.append(("minItems", .integer(least))) }
    if let most { members.append(("maxItems", .integer(most))) }
    return .object(members)
  }

  private static func types(_ names: [String]) -> JSONText {
    names.count == 1 ? .text(names[0]) : .array(names.map { .text($0) })
  }

  private static func required(_ key: String) -> JSONText {
    .object([("required", .array([.text(key)]))])
  }

  private static func reference(_ name: String) -> JSONText {
    .object([("$ref", .text("#/$defs/\(name)"))])
  }

  private static func key(of setting: String) -> String { "setting-\(setting)" }
}
